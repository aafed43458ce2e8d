#!/usr/bin/env python3
"""Measures `makegood report` over a plan of 1,000 items that were all answered in four quarters, cold process
included: ms and peak memory, medians of several runs. Beside it, where pandoc is installed, what pandoc takes only to
turn the finished report (our Markdown) into the same format.

usage: report.py MAKEGOOD BENCH_PLAN_WITH_ANSWERS [ITEMS]
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
GOAL_MS = 1000
PANDOC = {"html": "html", "docx": "docx"}


def once(command):
    """Wall milliseconds and peak resident megabytes of one run."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = (time.perf_counter() - began) * 1000
    if status != 0:
        sys.exit("%s: %s" % (" ".join(command), message.decode(errors="replace")))
    return took, usage.ru_maxrss / 1024


def median(command):
    once(command)
    runs = [once(command) for _ in range(RUNS)]
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)


def main(makegood, make_plan, items):
    pandoc = shutil.which("pandoc")
    print("%-34s %9s %8s %9s %9s %8s" % ("quarterly report of %s items" % items, "KB", "ms", "of 1 s", "peak MB", "pandoc"))
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        subprocess.run([make_plan, data, items], check=True)
        for form in ("md", "html", "docx", "xlsx", "json"):
            out = os.path.join(folder, "report." + form)
            took, peak = median([makegood, "report", "fair-work-plan", "--data", data, "--kind", "quarterly", "--period", "2023-Q1",
                                 "--today", "2023-07-15", "--format", form, "-o", out])
            rival = "-"
            if pandoc and form in PANDOC:
                other, _ = median([pandoc, "-s", "--metadata", "title=Report", "-f", "gfm", "-t", PANDOC[form],
                                   os.path.join(folder, "report.md"), "-o", os.path.join(folder, "pandoc." + form)])
                rival = "%.1f x" % (other / took)
            print("%-34s %9.1f %8.0f %7.2f x %9.1f %8s" % (form, os.path.getsize(out) / 1024, took, took / GOAL_MS, peak, rival))
    print("pandoc: its time for the last step alone, as a multiple of ours for all" if pandoc else "pandoc is not installed: no rival shown")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) == 4 else "1000")
