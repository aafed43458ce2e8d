#!/usr/bin/env python3
"""Holds `makegood extract` to the gold readings of the plans in MAKEGOOD_SHARED/plans.

usage: score.py MAKEGOOD

Exit 0 when every core score reaches its floor, 1 when one does not, 77 (skipped) without the plans.
"""
import os
import re
import subprocess
import sys
import tempfile

FLOORS = {".txt": 0.98, ".md": 0.98, ".docx": 0.98, ".pdf": 0.95, ".xlsx": 0.97}


def score(checker, gold, candidate):
    report = subprocess.run([sys.executable, checker, gold, candidate], capture_output=True, text=True, check=True).stdout
    core = float(re.search(r"core score \(.*\): ([\d.]+)", report).group(1))
    whole = float(re.search(r"^score: ([\d.]+)", report, re.M).group(1))
    return core, whole, report


def main(makegood):
    plans = os.path.join(os.environ.get("MAKEGOOD_SHARED", "../shared"), "plans")
    if not os.path.isdir(plans):
        print("skipped: %s is not there" % plans)
        return 77
    failed = 0
    golds = sorted(name for name in os.listdir(plans) if name.endswith(".gold.json"))
    with tempfile.TemporaryDirectory() as folder:
        candidate = os.path.join(folder, "candidate.json")
        for gold in golds:
            for suffix, floor in FLOORS.items():
                source = os.path.join(plans, gold.removesuffix(".gold.json") + suffix)
                if not os.path.exists(source):
                    continue
                with open(candidate, "w") as out:
                    subprocess.run([makegood, "extract", source], stdout=out, check=True)
                core, whole, report = score(os.path.join(plans, "check_import.py"), os.path.join(plans, gold), candidate)
                print("%-45s core %.3f  all %.3f" % (os.path.basename(source), core, whole))
                if core < floor:
                    failed += 1
                    print(report)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
