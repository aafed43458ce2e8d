#!/bin/sh
# install.sh NPM STAMP: runs `npm ci` here; says in one line what is wrong when it fails.
npm=$1
stamp=$2
if [ ! -x "$npm" ]; then
  echo "makegood: npm is missing, so the stylesheet cannot be built: run scripts/setup" >&2
  exit 1
fi
if ! said=$("$npm" ci --omit=optional --no-audit --no-fund --loglevel=error 2>&1); then
  first=$(printf '%s\n' "$said" | sed -n 1p)
  echo "makegood: npm could not install the packages of ui/ ($first): run scripts/setup, or 'npm ci' in ui/ to see why" >&2
  exit 1
fi
touch "$stamp"
