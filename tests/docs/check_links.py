#!/usr/bin/env python3
"""Checks that every link between the repository's own pages leads to a file that is there."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


def pages():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
                            cwd=ROOT, capture_output=True, text=True)
    found = [ROOT / line for line in listed.stdout.splitlines()] or sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))
    return [page for page in found if page.exists() and "tests" not in page.relative_to(ROOT).parts]


def main():
    checked, broken = 0, []
    for page in pages():
        for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
            if "://" in target or target.startswith("mailto:"):
                continue
            checked += 1
            if not (page.parent / target).exists():
                broken.append("%s: %s is not there" % (page.relative_to(ROOT), target))
    for line in broken:
        print(line, file=sys.stderr)
    print("%d links checked, %d broken" % (checked, len(broken)))
    return 1 if broken or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
