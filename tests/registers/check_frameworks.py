#!/usr/bin/env python3
"""Every framework that is shipped is a plan that the importer takes as it stands. Standard library only.

usage: check_frameworks.py [makegood]     with the program: imports each, writes it out again and compares
"""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from definition import SOURCE  # noqa: E402

FRAMEWORKS = SOURCE / "catalogue" / "frameworks"
# What an assessment needs and a plan has no place for (docs/reference/frameworks.md).
FRAMEWORK = {"name", "levels", "reassessed_every", "lapses_after_years", "sources"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def faults_of_levels(framework):
    if set(framework) - FRAMEWORK or not {"name", "levels", "reassessed_every", "sources"} <= set(framework):
        yield "`framework` has other members than the page says"
    codes = [level["code"] for level in framework["levels"]]
    if len(set(codes)) < len(codes) or len(codes) < 3 or "not-assessed" not in codes:
        yield "levels are fewer than three, twice the same, or lack not-assessed"
    if any(not level.get("title_cy") for level in framework["levels"]):
        yield "a level has no Welsh"
    if not framework["sources"] or any(not {"title", "dated"} <= set(s) for s in framework["sources"]):
        yield "a source is not named and dated"


def faults_of(path, known, known_of_item):
    plan = read(path)
    if plan["slug"] != path.stem or plan["framework"]["name"] != path.stem:
        yield "file, short name and framework are called differently"
    if set(plan) - known - {"framework"}:
        yield f"{sorted(set(plan) - known - {'framework'})} are no members of a plan"
    yield from faults_of_levels(plan["framework"])
    ids, themes = [item["id"] for item in plan["items"]], {theme["id"] for theme in plan["themes"]}
    if len(set(ids)) < len(ids):
        yield "two criteria have one id"
    for item in plan["items"]:
        if set(item) - known_of_item:
            yield f"{item['ref']}: {sorted(set(item) - known_of_item)} are no members of an item"
        if item["kind"] != "criterion" or not item["title"] or not item["detail"]:
            yield f"{item['ref']}: is no criterion with a title and a summary"
        if (item["theme"] not in themes and (item["theme"] or themes)) or (item["parent"] and item["parent"] not in ids):
            yield f"{item['ref']}: stands under what is not there"
    refs = [item["ref"] for item in plan["items"]]
    if len(set(refs)) < len(refs):
        yield "two criteria have one reference"


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def faults_after_import(program, path):
    with tempfile.TemporaryDirectory() as data:
        run(program, "import", str(path), "--data", data, "--plan", path.stem, "--accept")
        back = json.loads(run(program, "export", path.stem, "--data", data, "--format", "json"))
    titles = {theme["id"]: theme["title"] for theme in back["themes"]}
    given = read(path)
    wanted = {theme["id"]: theme["title"] for theme in given["themes"]}
    there = [(i["ref"], i["kind"], i["title"], i["detail"], titles.get(i["theme"])) for i in back["items"]]
    if there != [(i["ref"], i["kind"], i["title"], i["detail"], wanted.get(i["theme"])) for i in given["items"]]:
        yield "the criteria are not the same after import and export"


def main(arguments):
    schema = read(SOURCE / "docs" / "reference" / "plan.schema.json")
    known, known_of_item = set(schema["properties"]), set(schema["$defs"]["item"]["properties"])
    paths, count = sorted(FRAMEWORKS.glob("*.json")), 0
    for path in paths:
        faults = list(faults_of(path, known, known_of_item))
        faults += faults_after_import(arguments[0], path) if arguments and not faults else []
        for fault in faults:
            print(f"{path.name}: {fault}")
        count += len(faults)
    print(f"{len(paths)} frameworks, {count} faults")
    return 1 if count or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
