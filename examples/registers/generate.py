#!/usr/bin/env python3
"""Writes made-up data for a register, as CSV, from its definition and its recipe. Standard library only; same seed, same bytes.

    examples/registers/generate.py school-incidents              to the screen
    examples/registers/generate.py --all --to DIR                every register that has a recipe, one file each
    examples/registers/generate.py grants --rows 5000 --seed 3   more of it, or other of it

Nobody in it exists. What each file has planted in it is said by the recipe: catalogue/registers/examples/NAME.json.
"""
import argparse
import csv
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from rows import Maker  # noqa: E402

CATALOGUE = pathlib.Path(__file__).resolve().parents[2] / "catalogue"
RECIPES = CATALOGUE / "registers" / "examples"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def shipped_codes(frame):
    """Codes of a shipped frame that no other code stands under: what a record would hold."""
    with open(CATALOGUE / "codeframes" / f"{frame}.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parents = {row["parent"] for row in rows}
    return [row["code"] for row in rows if row["code"] not in parents]


class Catalogue:
    """Definitions, recipes and the rows made so far, so that a foreign key meets the rows that it points to."""

    def __init__(self):
        self.made = {}

    def rows(self, name, rows=None, seed=None):
        if name not in self.made:
            definition, recipe = read(CATALOGUE / "registers" / f"{name}.json"), read(RECIPES / f"{name}.json")
            recipe["rows"] = rows or recipe["rows"]
            recipe["seed"] = recipe["seed"] if seed is None else seed
            own = definition["makegood"].get("frames", {})

            def codes(field):
                frame = field.get("makegood", {}).get("frame")
                return None if frame is None else [c["code"] for c in own[frame]] if frame in own else shipped_codes(frame)

            self.made[name] = Maker(definition, recipe, codes, self.rows).all_rows()
        return self.made[name]


def headings(definition, recipe):
    """Field -> heading of its column; with `as_extract`, the heading that an existing system would give it."""
    out = {}
    for field in definition["fields"]:
        if field["name"] not in recipe.get("leave_out", []):
            other = field.get("makegood", {}).get("headings", [])
            out[field["name"]] = other[0] if recipe.get("as_extract") and other else field["name"]
    return out


def write(catalogue, name, file, rows=None, seed=None):
    columns = headings(read(CATALOGUE / "registers" / f"{name}.json"), read(RECIPES / f"{name}.json"))
    out = csv.writer(file, lineterminator="\n")
    out.writerow(columns.values())
    for row in catalogue.rows(name, rows, seed):
        out.writerow(row[field] for field in columns)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("register", nargs="*")
    parser.add_argument("--all", action="store_true", help="every register that has a recipe")
    parser.add_argument("--to", type=pathlib.Path, help="folder for NAME.csv; without it, the screen")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    names = sorted(path.stem for path in RECIPES.glob("*.json")) if arguments.all else arguments.register
    catalogue = Catalogue()
    for name in names:
        if not arguments.to:
            write(catalogue, name, sys.stdout, arguments.rows, arguments.seed)
            continue
        arguments.to.mkdir(parents=True, exist_ok=True)
        with open(arguments.to / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            write(catalogue, name, file, arguments.rows, arguments.seed)


if __name__ == "__main__":
    main()
