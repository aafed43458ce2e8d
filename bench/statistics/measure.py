#!/usr/bin/env python3
"""Intervals per second of one core's time, R's vectorised and one-by-one equivalents beside them ("-" where Rscript is
not installed), and `calc proportion` of a million rows from end to end.

usage: measure.py MAKEGOOD BENCH_STATISTICS
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = 1_000_000
RUNS = 5


def lines(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def ours(program):
    return {line.rpartition(",")[0]: float(line.rpartition(",")[2]) for line in lines([program])}


def of_r():
    """{name: (vectorised, one by one)}, empty without R."""
    if shutil.which("Rscript") is None:
        return {}
    found = {}
    for line in lines(["Rscript", "--vanilla", os.path.join(HERE, "intervals.R")]):
        name, vectorised, single = line.rsplit(",", 2)
        found[name] = tuple(float(cell) if cell else None for cell in (vectorised, single))
    return found


def beside(rate, other):
    return "-" if other is None else "%.0f (%.1f x)" % (other, rate / other)


def print_intervals(program):
    r = of_r()
    print("%-20s %14s %24s %24s" % ("intervals a second", "Makegood", "R, vectorised", "R, one by one"))
    for name, rate in ours(program).items():
        vectorised, single = r.get(name, (None, None))
        print("%-20s %14.0f %24s %24s" % (name, rate, beside(rate, vectorised), beside(rate, single)))


def write_million(path):
    state = 1
    with open(path, "w") as out:
        out.write("area,events,n\n")
        for row in range(ROWS):
            state = state * 16807 % 2147483647
            n = 1 + state % 1000
            state = state * 16807 % 2147483647
            out.write("A%07d,%d,%d\n" % (row, state % (n + 1), n))


def once(command):
    began = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("%s failed" % " ".join(command))
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def print_million(makegood):
    with tempfile.TemporaryDirectory() as folder:
        given, out = os.path.join(folder, "in.csv"), os.path.join(folder, "out.csv")
        write_million(given)
        runs = sorted(once([makegood, "calc", "proportion", given, "-o", out]) for _ in range(RUNS))
    wall, cpu, memory = runs[len(runs) // 2]
    print("calc proportion, %d rows: %.2f s (best %.2f s), %.2f s of processor, %.0f MB" % (ROWS, wall, runs[0][0], cpu, memory))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print_intervals(sys.argv[2])
    print_million(sys.argv[1])
