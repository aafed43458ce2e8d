#!/usr/bin/env python3
"""The example plan reads the same from Word and from Markdown, and says what it was written to say.

    examples_agree.py MAKEGOOD      exit 77: there is no binary
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "examples"))
import aberllyn  # noqa: E402

WORD = ROOT / "examples/plans/aberllyn-anti-racism-plan.docx"
MARKDOWN = ROOT / "examples/aberllyn-anti-racism-plan.md"
FIELDS = ["ref", "kind", "theme", "title", "owners", "partners", "lead_authority", "timescale_raw",
          "start", "due", "recurs", "ongoing", "complete", "response", "parent_ref"]

# Counted and worked out by hand from examples/aberllyn.py.
KINDS = {"recommendation": 9 + 4, "commitment": 13, "action": 10}
EXPECTED = {
    "1.1": {"complete": True, "owners": ["Chief Executive"]},
    "1.2": {"start": "2026-06-01", "due": "2026-06-30", "recurs": "quarterly", "ongoing": True},
    "1.3": {"due": "2026-03-31", "owners": ["Monitoring Officer", "Head of Policy and Performance"]},
    "1.4": {"due": "2026-03-31", "kind": "action"},
    "1.5": {"due": None, "owners": ["Head of Policy and Performance", "Vale and Coast Police",
                                    "Aberllyn University Health Board"]},
    "1.6": {"start": "2026-01-01", "ongoing": True, "owners": []},
    "2.1": {"due": "2026-09-30", "response": "accepted", "kind": "recommendation"},
    "2.3": {"complete": True, "response": "accepted-and-completed", "title": "Sign the Fair Work in Aberllyn charter."},
    "2.4": {"start": "2026-03-01", "ongoing": True, "kind": "recommendation"},
    "3.1": {"due": "2026-12-31"},
    "3.2": {"start": "2026-09-01", "due": "2027-07-31"},
    "3.3": {"due": "2026-11-30"},
    "4.2": {"due": None, "owners": ["Community Safety Manager", "Vale and Coast Police"]},
    "5.2": {"due": "2027-03-31", "ongoing": True, "partners": ["Aberllyn University Health Board"]},
    "5.3": {"due": None, "owners": ["Head of Adult Services"],
            "partners": ["Aberllyn University Health Board", "Aberllyn Voluntary Action"]},
    "5.4": {"owners": ["Head of Commissioning"], "partners": []},
}


def read(makegood, path):
    done = subprocess.run([makegood, "extract", path], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("%s: exit %d: %s" % (path.name, done.returncode, done.stderr))
    return json.loads(done.stdout)


def theme_titles(plan):
    return [theme["title"] for theme in plan["themes"]]


def faults_between(word, markdown):
    if theme_titles(word) != theme_titles(markdown):
        yield "themes: Word has %s, Markdown has %s" % (theme_titles(word), theme_titles(markdown))
    if len(word["items"]) != len(markdown["items"]):
        yield "Word has %d items, Markdown has %d" % (len(word["items"]), len(markdown["items"]))
    for one, other in zip(word["items"], markdown["items"]):
        for field in FIELDS:
            if one.get(field) != other.get(field):
                yield "%s: %s is %r in Word and %r in Markdown" % (other.get("ref"), field, one.get(field), other.get(field))


def faults_in(plan):
    titles = [theme["title"] for theme in aberllyn.THEMES]
    if theme_titles(plan) != titles:
        yield "themes: %s instead of %s" % (theme_titles(plan), titles)
    counts = {kind: sum(item["kind"] == kind for item in plan["items"]) for kind in KINDS}
    if counts != KINDS:
        yield "kinds: %s instead of %s" % (counts, KINDS)
    by_ref = {item.get("ref"): item for item in plan["items"]}
    for ref, fields in EXPECTED.items():
        if ref not in by_ref:
            yield "%s is missing" % ref
            continue
        for field, value in fields.items():
            if by_ref[ref].get(field) != value:
                yield "%s: %s is %r instead of %r" % (ref, field, by_ref[ref].get(field), value)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    if not os.access(arguments[0], os.X_OK):
        print("skipped: %s is not there" % arguments[0])
        return 77
    word, markdown = read(arguments[0], WORD), read(arguments[0], MARKDOWN)
    faults = [*faults_between(word, markdown), *faults_in(markdown)]
    for fault in faults:
        print(fault, file=sys.stderr)
    print("%d items compared, %d faults" % (len(markdown["items"]), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
