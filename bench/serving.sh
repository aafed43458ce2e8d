#!/bin/sh
# How fast pages are served, alone and with hostile company.
#
#   bench/serving.sh http://127.0.0.1:8080/plans/example [SECONDS]
#
# Needs a server that is running at an IPv4 address. Prints pages/s, p50 and p99 at 32 connections;
# then the same while 200 idle and 50 slow-drip clients are held, and how many of those the
# server still keeps after its deadlines (10 s for a header, 15 s idle) have passed.
# Uses wrk; without it, only the slow clients are measured. SLOW_CLIENTS names the built
# program; else it is compiled here.
set -eu

url=${1:?usage: bench/serving.sh URL [SECONDS]}
seconds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
authority=${url#*://}
authority=${authority%%/*}
case $authority in
  localhost:*) authority=127.0.0.1:${authority#localhost:} ;;
  *:*) ;;
  *) authority=$authority:80 ;;
esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

slow=${SLOW_CLIENTS:-}
if [ -z "$slow" ]; then
  slow=$scratch/slow_clients
  c++ -std=c++20 -O1 -o "$slow" "$here/slow_clients.cc"
fi

# measure NAME: "NAME: 1234 pages/s, p50 1.2ms, p99 3.4ms, 0 errors"
measure() {
  if ! command -v wrk >/dev/null; then
    echo "$1: not measured (wrk is not installed)"
    return
  fi
  wrk -t1 -c32 -d"${seconds}s" --latency "$url" >"$scratch/wrk"
  awk -v name="$1" '
    $1 == "50%" { p50 = $2 }
    $1 == "99%" { p99 = $2 }
    $1 == "Requests/sec:" { rate = $2 }
    /Non-2xx/ { errors += $NF }
    /Socket errors/ { gsub(",", ""); errors += $4 + $6 + $8 + $10 }
    END { printf "%s: %.0f pages/s, p50 %s, p99 %s, %d errors\n", name, rate, p50, p99, errors }' "$scratch/wrk"
}

measure "32 connections"

held=$((seconds > 18 ? seconds + 2 : 20))
mkfifo "$scratch/said"
"$slow" "$authority" 200 50 "$held" >"$scratch/said" &
company=$!
exec 3<"$scratch/said"
read -r ready <&3
[ "$ready" = ready ]
measure "32 connections beside 200 idle and 50 slow-drip clients"
cat <&3
wait "$company"
