#!/usr/bin/env python3
"""Runs the commands that the documentation tells people to type.

    run_docs.py MAKEGOOD PAGE.md...     MAKEGOOD is the built binary; no pages = docs/tutorial and docs/how-to

Every block fenced as ```sh is run by bash, in order, in a fresh folder for each page, with
`makegood` on the path and copies of examples/ and catalogue/profiles/ beside it. A ```text block straight
after it is what must be printed; "..." there stands for anything, and numbers need be equal to nine digits only.
A block under `<!-- not run: why -->` is counted
and left alone. Exit 0: all ran; 1: one failed or printed something else; 77: there is no binary.
"""
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(?P<indent> *)(<!-- not run: (?P<why>[^\n]+) -->\n\s*)?```(?P<kind>sh|text)\n(?P<body>.*?)^(?P=indent)```$", re.M | re.S)


def blocks_of(page):
    """[(line, command, why it is not run or None, expected output or None)]"""
    text = page.read_text(encoding="utf-8")
    found, previous_end = [], None
    for match in FENCE.finditer(text):
        if match["kind"] == "sh":
            line = text.count("\n", 0, match.start("body")) + 1
            found.append([line, textwrap.dedent(match["body"]), match["why"], None])
            previous_end = match.end()
        elif found and previous_end is not None and not text[previous_end:match.start()].strip():
            found[-1][3] = textwrap.dedent(match["body"])
            previous_end = None
    return found


def matches(expected, printed):
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("..."))
    return re.fullmatch(pattern, printed.strip(), re.S) is not None


def nearly(expected, printed):
    """The same words, and numbers equal to nine digits: the last of sixteen depends on the processor."""
    one, other = (re.split(r"[,\s]", text.strip()) for text in (expected, printed))
    return len(one) == len(other) and all(a == b or close(a, b) for a, b in zip(one, other))


def close(a, b):
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-9)
    except ValueError:
        return False


def run_block(command, folder, environment):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)


def run_page(page, makegood, folder):
    """(run, not run, faults) for one page."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "catalogue/profiles", folder / "catalogue/profiles")
    bin_ = folder / "bin"
    bin_.mkdir()
    (bin_ / "makegood").symlink_to(makegood)
    environment = {"PATH": "%s:/usr/bin:/bin" % bin_, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    ran, left, faults = 0, 0, []
    for line, command, why, expected in blocks_of(page):
        if why:
            left += 1
            continue
        where = "%s:%d" % (page.relative_to(ROOT), line)
        try:
            done = run_block(command, folder, environment)
        except subprocess.TimeoutExpired:
            faults.append("%s: took more than two minutes" % where)
            break
        ran += 1
        if done.returncode != 0:
            faults.append("%s: exit %d\n%s%s" % (where, done.returncode, done.stdout, done.stderr))
            break  # what follows on the page builds on it
        if expected is not None and not matches(expected, done.stdout) and not nearly(expected, done.stdout):
            faults.append("%s: the page says\n%s\nbut it printed\n%s" % (where, expected, done.stdout))
    return ran, left, faults


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    makegood = pathlib.Path(arguments[0]).resolve()
    if not os.access(makegood, os.X_OK):
        print("skipped: %s is not there" % makegood)
        return 77
    pages = [pathlib.Path(name).resolve() for name in arguments[1:]]
    pages = pages or sorted([*(ROOT / "docs/tutorial").glob("*.md"), *(ROOT / "docs/how-to").glob("*.md")])
    total, left_alone, faults = 0, 0, []
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            ran, left, bad = run_page(page, makegood, pathlib.Path(folder))
        total, left_alone, faults = total + ran, left_alone + left, faults + bad
    for fault in faults:
        print(fault, file=sys.stderr)
    print("%d blocks on %d pages ran, %d failed, %d are not for running" % (total, len(pages), len(faults), left_alone))
    return 1 if faults or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
