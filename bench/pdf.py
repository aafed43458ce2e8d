#!/usr/bin/env python3
"""Measures `makegood extract` on the plans' PDFs, the program that reads them included: ms, pages per second
and peak memory of both together, medians of several cold runs, with `pdftotext -layout` of the same file
beside it. The goal: all of them together under a second, and under three times pdftotext.

usage: pdf.py MAKEGOOD
"""
import os
import re
import shutil
import subprocess
import sys

import importlib

median = importlib.import_module("import").median


def pages_of(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", told, re.M).group(1))


def main(makegood):
    plans = os.path.join(os.environ.get("MAKEGOOD_SHARED", "../shared"), "plans")
    names = sorted(name for name in os.listdir(plans) if name.endswith(".pdf")) if os.path.isdir(plans) else []
    if not names or not shutil.which("pdftotext") or not shutil.which("pdfinfo"):
        print("pdf: no PDFs, or poppler-utils is not installed; nothing measured")
        return
    print("%-46s %6s %8s %9s %9s %10s" % ("pdf", "pages", "ms", "pages/s", "peak MB", "pdftotext"))
    ours = theirs = 0
    for name in names:
        path = os.path.join(plans, name)
        pages = pages_of(path)
        took, peak = median([makegood, "extract", path])
        other, _ = median(["pdftotext", "-layout", path, os.devnull])
        ours, theirs = ours + took, theirs + other
        print("%-46s %6d %8.1f %9.0f %9.1f %8.1f x" % (name, pages, took, pages / (took / 1000), peak, took / other))
    print("%-46s %6s %8.1f %9s %9s %8.1f x" % ("together", "", ours, "", "", ours / theirs))
    print("pdftotext: our time as a multiple of its own")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
