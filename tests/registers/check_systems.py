#!/usr/bin/env python3
"""Every system that adopted plans ask for (catalogue/systems.csv) is served by something that is there, or says why it is open.

Prints how many are served and how many are open, and for what reason. Standard library only.
"""
import collections
import csv
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from definition import REGISTERS, SOURCE  # noqa: E402

COLUMNS = ["ref", "asked", "served_by", "test", "open"]
# Parts of the program that serve a system without a register, a framework or a method.
PARTS = {"cycle", "directory", "evidence", "import", "indicator", "plan", "publish", "report"}
TESTS = {"arising", "calc", "circulation", "composition", "consent", "count", "cycle", "deadline", "form", "framework", "import", "indicator",
         "link", "pack", "permission", "plan", "public", "report", "return", "sample", "signal", "state"}
WHERE = {"register": (REGISTERS, ".json"), "framework": (SOURCE / "catalogue" / "frameworks", ".json"),
         "calc": (SOURCE / "docs" / "reference" / "measures", ".md")}


def is_there(server):
    kind, _, name = server.partition(":")
    if not name:
        return kind in PARTS
    folder, ending = WHERE.get(kind, (None, None))
    return folder is not None and (folder / f"{name}{ending}").exists()


def faults_of(row):
    servers = row["served_by"].split()
    if not row["ref"] or not row["asked"] or not servers:
        yield "has an empty cell"
    for server in servers:
        if not is_there(server):
            yield f"is served by {server}, which is not there"
    if row["test"] not in TESTS:
        yield f"is shown by {row['test']}, which is no kind of test"
    kinds = {server.partition(":")[0] for server in servers}
    needed = {"calc": {"calc"}, "framework": {"framework"}, "cycle": {"cycle"}, "report": {"report"}, "indicator": {"indicator"}}
    if not needed.get(row["test"], kinds) & kinds:
        yield f"is to be shown by a test of {row['test']}, and nothing of that kind serves it"


def main():
    with open(SOURCE / "catalogue" / "systems.csv", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), reader.fieldnames
    faults = [] if columns == COLUMNS else [f"the columns are {columns}"]
    refs = collections.Counter(row["ref"] for row in rows)
    faults += [f"{ref}: is there {times} times" for ref, times in refs.items() if times > 1]
    faults += [f"{row['ref']}: {text}" for row in rows for text in faults_of(row)]
    served = {server.partition(":")[2] for row in rows for server in row["served_by"].split()}
    faults += [f"the register {path.stem} serves no system" for path in sorted(REGISTERS.glob("*.json")) if path.stem not in served]
    for fault in faults:
        print(f"systems.csv: {fault}")
    still_open = collections.Counter(row["open"] for row in rows if row["open"])
    print(f"{len(rows)} systems, {len(rows) - sum(still_open.values())} served, {sum(still_open.values())} open, {len(faults)} faults")
    for reason, times in still_open.most_common():
        print(f"  {times:3} open: {reason}")
    return 1 if faults or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
