#!/usr/bin/env python3
"""The made-up data of every register keeps its definition, and what is planted in it can be found again.

Makes every register's rows by examples/registers/generate.py, twice (the same bytes), and judges them here without its code.
"""
import csv
import datetime
import io
import math
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from definition import SOURCE, all_definitions, as_list, shipped_frames  # noqa: E402

sys.path.insert(0, str(SOURCE / "examples" / "registers"))
import generate  # noqa: E402


def table(name, catalogue):
    """The CSV read back, its columns under their fields' names again."""
    file = io.StringIO()
    generate.write(catalogue, name, file)
    definition, recipe = generate.read(generate.CATALOGUE / "registers" / f"{name}.json"), generate.read(generate.RECIPES / f"{name}.json")
    names = {heading: field for field, heading in generate.headings(definition, recipe).items()}
    rows = [{names[h]: v for h, v in row.items()} for row in csv.DictReader(io.StringIO(file.getvalue()))]
    return file.getvalue(), rows, recipe


def is_shown(definition, row, field):
    when = definition.of(field, "shown_if")
    if when is None:
        return True
    values = [v for v in row.get(when["field"], "").split(";") if v]
    return bool(values) if when.get("filled") else bool(set(values) & set(when["in"]))


def fault_of_value(field, value):
    bounds = field.get("constraints", {})
    if field["type"] == "date":
        try:
            datetime.date.fromisoformat(value[:10])
        except ValueError:
            return "is no date"
    if field["type"] == "boolean" and value.lower() not in ("true", "false"):
        return "is neither true nor false"
    if field["type"] in ("integer", "number"):
        try:
            number = int(value) if field["type"] == "integer" else float(value)
        except ValueError:
            return "is no number"
        if not bounds.get("minimum", number) <= number <= bounds.get("maximum", number):
            return "is out of range"
    if len(value) > bounds.get("maxLength", len(value)):
        return "is too long"
    if "pattern" in bounds and not re.fullmatch(bounds["pattern"].strip("^$"), value):
        return "is not of its form"
    return None


def written_as(definition, field, shipped):
    """Everything that a file may write for the field's codes, in lower case."""
    own = definition.ours.get("frames", {}).get(definition.of(field, "frame"))
    if own is None:
        return {code.lower() for code in shipped[definition.of(field, "frame")]}
    return {spelling.lower() for code in own for spelling in [code["code"], code["title"], *code.get("also", [])]}


def faults_of_rows(definition, rows, recipe, shipped):
    for field in definition.fields:
        name = field["name"]
        if name in recipe.get("leave_out", []):
            continue
        required = field.get("constraints", {}).get("required", False)
        raw = recipe.get("fields", {}).get(name, {}).get("raw", False)
        known = written_as(definition, name, shipped) if definition.of(name, "frame") and not raw else None
        for place, row in enumerate(rows):
            value, shown = row[name], is_shown(definition, row, name)
            text = None
            if value and not shown:
                text = "is filled and would not be asked"
            elif not value:
                text = "is required and empty" if required and shown else None
            else:
                text = fault_of_value(field, value)
                parts = value.split(";") if definition.of(name, "many") else [value]
                if known is not None and any(part.lower() not in known for part in parts):
                    text = "is no code"
            if text:
                yield f"row {place + 2}: `{name}` {text}: {value[:60]!r}"
        if field.get("constraints", {}).get("unique"):
            values = [row[name] for row in rows if row[name]]
            if len(set(values)) < len(values):
                yield f"`{name}` is to be different in every row"


def faults_of_keys(definition, rows, tables):
    key = as_list(definition.json.get("primaryKey"))
    if key and len({tuple(r[n] for n in key) for r in rows}) < len(rows):
        yield f"two rows have one key {key}"
    for link in definition.json.get("foreignKeys", []):
        here, there = as_list(link["fields"]), as_list(link["reference"]["fields"])
        known = {tuple(r[n] for n in there) for r in tables[link["reference"]["resource"] or definition.name][1]}
        lost = [r for r in rows if all(r[n] for n in here) and tuple(r[n] for n in here) not in known]
        if lost:
            yield f"{len(lost)} rows point to no row of `{link['reference']['resource']}`"


def cells(row, field):
    return row[field].split(";")


def fault_of_plant(plant, rows):
    """None where the rows show what the sentence says."""
    if "absent" in plant:
        (field, start), = plant["absent"].items()
        return f"`{field}` {start} is there" if any(r[field].startswith(start) for r in rows) else None
    if "set" in plant:
        found = sum(all(value in (row[field], *cells(row, field)) for field, value in plant["set"].items()) for row in rows)
        return None if found >= plant["rows"] else f"{found} rows, planted {plant['rows']}"
    for inside, share in ((True, plant["share"]), (False, plant["otherwise"])):
        among = [r for r in rows if r[plant["field"]] and all(r[f] in v for f, v in plant["when"].items()) is inside]
        if len(among) < 4:
            return f"only {len(among)} rows to look at"
        seen = sum(r[plant["field"]] == plant["code"] for r in among) / len(among)
        if abs(seen - share) > 4 * math.sqrt(share * (1 - share) / len(among)):
            return f"share {seen:.3f} of {len(among)}, planted {share}"
    return None


def main():
    definitions, shipped = all_definitions(), shipped_frames()
    first, second = generate.Catalogue(), generate.Catalogue()
    tables = {d.name: table(d.name, first) for d in definitions}
    count = 0
    for definition in definitions:
        text, rows, recipe = tables[definition.name]
        faults = list(faults_of_rows(definition, rows, recipe, shipped)) + list(faults_of_keys(definition, rows, tables))
        faults += [] if text == table(definition.name, second)[0] else ["the same seed gave other bytes"]
        faults += [] if len(rows) == recipe["rows"] and recipe["planted"] else ["not the rows that the recipe says, or nothing planted"]
        for plant in recipe["planted"]:
            fault = fault_of_plant(plant, rows)
            faults += [f"not found again ({fault}): {plant['says']}"] if fault else []
        for fault in faults[:10]:
            print(f"{definition.name}: {fault}")
        count += len(faults)
    print(f"{len(definitions)} registers, {sum(len(t[1]) for t in tables.values())} rows, {count} faults")
    return 1 if count or not definitions else 0


if __name__ == "__main__":
    sys.exit(main())
