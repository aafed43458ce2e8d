#!/usr/bin/env python3
"""Holds `makegood extract` to disturbed copies of the plans in MAKEGOOD_SHARED/plans (perturb.py).

usage: score_perturbed.py MAKEGOOD [FLOOR]

Exit 0 when every core score reaches FLOOR (0.95), 1 when one does not, 77 (skipped) without the plans.
"""
import os
import subprocess
import sys
import tempfile

import perturb
from score import score


def main(makegood, floor):
    plans = os.path.join(os.environ.get("MAKEGOOD_SHARED", "../shared"), "plans")
    if not os.path.isdir(plans):
        print("skipped: %s is not there" % plans)
        return 77
    checker = os.path.join(plans, "check_import.py")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        if perturb.main(["perturb.py", plans, folder]):
            return 1
        candidate = os.path.join(folder, "candidate.json")
        for name in sorted(os.listdir(folder)):
            stem, extension = os.path.splitext(name)
            if extension not in (".txt", ".md"):
                continue
            with open(candidate, "w") as out:
                subprocess.run([makegood, "extract", os.path.join(folder, name)], stdout=out, check=True)
            core, whole, report = score(checker, os.path.join(folder, stem + ".gold.json"), candidate)
            print("%-60s core %.3f  all %.3f" % (name, core, whole))
            if core < floor:
                failed += 1
                print(report)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) == 3 else 0.95))
