#!/usr/bin/env python3
"""Every register that is shipped keeps the rules that docs/reference/registers.md states. Standard library only.

    tests/registers/check_catalogue.py            checks the catalogue
    tests/registers/check_catalogue.py FILE ...   checks these definitions instead
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from definition import SOURCE, Definition, all_definitions, as_list, shipped_frames  # noqa: E402
from rules import RULES, named_fields_are_there  # noqa: E402
from schema import faults  # noqa: E402


def faults_of(definition, schema, shipped):
    found = [f"{path or '/'} {text}" for path, text in faults(definition.json, schema)]
    if found:
        return found  # the rules read members that the schema has to promise first
    missing = list(named_fields_are_there(definition, shipped))
    return missing or [text for rule in RULES for text in rule(definition, shipped)]


def between(definitions):
    """What only several definitions together can have wrong: foreign keys, shapes, names of files."""
    by_name = {d.name: d for d in definitions}
    for d in definitions:
        if d.path.stem != d.name:
            yield d, f"the file is called {d.path.name} and the register {d.name}"
        for key in d.json.get("foreignKeys", []):
            other = by_name.get(key["reference"]["resource"] or d.name)
            if other is None:
                yield d, f"refers to register `{key['reference']['resource']}`, which is not there"
                continue
            here, there = as_list(key["fields"]), as_list(key["reference"]["fields"])
            if len(here) != len(there) or any(f not in other.by_name for f in there):
                yield d, f"refers to {there} of `{other.name}`, which are not there"
            elif set(there) != set(as_list(other.json.get("primaryKey"))):
                yield d, f"refers to {there} of `{other.name}`, which are not its key"
        if d.ours.get("shape", d.name) not in by_name:
            yield d, f"has the shape of `{d.ours['shape']}`, which is not there"


def main(arguments):
    schema = json.loads((SOURCE / "docs" / "reference" / "register.schema.json").read_text(encoding="utf-8"))
    shipped = shipped_frames()
    definitions = [Definition(pathlib.Path(a)) for a in arguments] or all_definitions()
    count = 0
    for definition in definitions:
        for text in faults_of(definition, schema, shipped):
            print(f"{definition.path.name}: {text}")
            count += 1
    if not arguments and not count:
        for definition, text in between(definitions):
            print(f"{definition.path.name}: {text}")
            count += 1
    print(f"{len(definitions)} definitions, {count} faults")
    return 1 if count or not definitions else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
