#!/usr/bin/env python3
"""Measures `makegood extract`, cold process included: ms, MB/s and peak memory, medians of several
runs, with pandoc's plain-text conversion of the same file beside it where pandoc is installed.

usage: import.py MAKEGOOD
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9
HERE = os.path.dirname(os.path.abspath(__file__))


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


def documents(folder):
    shared = os.path.join(os.environ.get("MAKEGOOD_SHARED", "../shared"), "plans")
    examples = os.path.join(HERE, "..", "examples")
    for place in (shared, examples):
        for root, _, names in sorted(os.walk(place)):
            for name in sorted(names):
                if name.endswith((".md", ".txt", ".docx")) and not name.startswith("README"):
                    yield os.path.join(root, name)
    large = os.path.join(folder, "5000-items.md")
    with open(large, "w") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "large_plan.py"), "5000"], stdout=out, check=True)
    yield large


def main(makegood):
    pandoc = shutil.which("pandoc")
    print("%-46s %9s %8s %8s %9s %8s" % ("import", "KB", "ms", "MB/s", "peak MB", "pandoc"))
    with tempfile.TemporaryDirectory() as folder:
        for path in documents(folder):
            size = os.path.getsize(path)
            took, peak = median([makegood, "extract", path])
            rival = "-"
            if pandoc:
                other, _ = median([pandoc, "-t", "plain"] + (["-f", "markdown"] if path.endswith(".txt") else []) + [path])
                rival = "%.1f x" % (other / took)
            print("%-46s %9.1f %8.1f %8.2f %9.1f %8s" % (os.path.basename(path), size / 1024, took,
                                                         size / 1e6 / (took / 1000), peak, rival))
    print("pandoc: its time as a multiple of ours" if pandoc else "pandoc is not installed: no rival shown")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
