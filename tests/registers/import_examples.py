#!/usr/bin/env python3
"""The program takes every register of the catalogue on, and its made-up data in: no faulty row, no column that nothing takes.

A register whose keys lead to others comes after them, so that every key leads to a record.

usage: import_examples.py MAKEGOOD
"""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from definition import SOURCE, all_definitions  # noqa: E402

sys.path.insert(0, str(SOURCE / "examples" / "registers"))
import generate  # noqa: E402


def faults_of(program, definition, catalogue, folder):
    def run(*arguments):
        return subprocess.run([program, "register", *arguments, "--data", str(folder / "data")], capture_output=True, text=True)

    name, file = definition.name, folder / f"{definition.name}.csv"
    with open(file, "w", encoding="utf-8", newline="") as out:
        generate.write(catalogue, name, out)
    steps = [("add", name)]
    if definition.ours["opens"] == "dpia":
        steps.append(("open", name, "--by", "Data Protection Officer", "--reference", "DPIA-1", "--on", "2026-01-05"))
    for step in steps:
        done = run(*step)
        if done.returncode:
            return [f"{step[0]}: {done.stderr.strip()}"]
    done = run("import", name, str(file))
    lost = [line for line in done.stderr.splitlines() if "no field is for it" in line]
    if done.returncode or "faulty rows: 0" not in done.stdout:
        return lost + (done.stderr.splitlines() or [f"it ends with {done.returncode} and says: {done.stdout.strip()}"])[:5]
    return lost


def by_keys(definitions):
    """Each after those that its foreign keys lead to."""
    waiting, done = {d.name: {k["reference"]["resource"] for k in d.json.get("foreignKeys", [])} - {""} for d in definitions}, []
    while waiting:
        ready = sorted(name for name, needs in waiting.items() if needs <= set(done))
        assert ready, f"keys lead in a circle: {sorted(waiting)}"
        done += ready
        for name in ready:
            del waiting[name]
    return sorted(definitions, key=lambda d: done.index(d.name))


def main(program):
    definitions, catalogue, count = all_definitions(), generate.Catalogue(), 0
    with tempfile.TemporaryDirectory() as folder:
        for definition in by_keys(definitions):
            for fault in faults_of(program, definition, catalogue, pathlib.Path(folder)):
                print(f"{definition.name}: {fault}")
                count += 1
    print(f"{len(definitions)} registers, {count} faults")
    return 1 if count or not definitions else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
