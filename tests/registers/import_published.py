#!/usr/bin/env python3
"""Files as others publish them, with the headings of their standard and nothing else, come in by one command; and the same
file a month later is no second set of records.

usage: import_published.py MAKEGOOD
"""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

FORCE = ("--organisation", "Llyn Valley Police")
# Register, options, headings, rows, and what must stand in the export: column and values.
FILES = {
    "360Giving, awards without applications": (
        "grants", ("--set", "decision=awarded", "--column", "Award Date=award_date", "--column", "Award Date=applied_on"),
        ["Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Identifier", "Recipient Org:Name",
         "Funding Org:Identifier", "Funding Org:Name", "Grant Programme:Title"],
        [["360G-aberllyn-1", "Youth club", "Sessions, weekly", "GBP", "10000", "2026-03-01T00:00:00.000Z", "GB-CHC-9000001", "Harbour Youth",
          "GB-LAE-ABL", "Aberllyn Council", "Small grants"]],
        {"amount_awarded": ["10000"], "applied_on": ["2026-03-01"], "award_date": ["2026-03-01"], "decision": ["awarded"]}),
    "Open Contracting, flattened": (
        "contracts", (),
        ["ocid", "tag", "tender/title", "tender/procurementMethod", "tender/numberOfTenderers", "buyer/name", "awards/0/date", "awards/0/suppliers/0/name",
         "awards/0/suppliers/0/id", "awards/0/value/amount", "contracts/0/id", "contracts/0/period/startDate"],
        [["ocds-b5fd17-1", "award", "Cleaning", "open", "4", "Aberllyn Council", "2026-02-01T00:00:00Z", "Shine Limited", "GB-COH-09000001", "120000", "C-1",
          "2026-03-01T00:00:00Z"]],
        {"contract_id": ["C-1"], "value_amount": ["120000"], "start_date": ["2026-03-01"]}),
    "Open Referral UK, two services of one organisation": (
        "voluntary-directory", ("--set", "basis=public"),
        ["id", "organization_id", "name", "description", "url", "email", "status", "fees", "assured_date", "organization", "taxonomy_terms"],
        [["s-1", "o-1", "Welcome cafe", "A cafe", "https://welcome.example", "hello@welcome.example", "active", "Free", "2026-01-01", "Harbour Welcome", "group"],
         ["s-2", "o-1", "Welcome choir", "A choir", "https://welcome.example", "hello@welcome.example", "active", "Free", "2026-01-01", "Harbour Welcome", "group"]],
        {"service_id": ["s-1", "s-2"], "organization_id": ["o-1", "o-1"]}),
    "data.police.uk, stop and search": (
        "stop-and-search", FORCE,
        ["Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender", "Age range", "Self-defined ethnicity",
         "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome", "Outcome linked to object of search",
         "Removal of more than just outer clothing"],
        [["Person search", "2026-03-01T00:05:00+00:00", "False", "", "51.481234", "-3.179123", "Male", "18-24",
          "White - English/Welsh/Scottish/Northern Irish/British", "White", "Misuse of Drugs Act 1971 (section 23)", "Controlled drugs",
          "A no further action disposal", "", "False"]],
        {"date": ["2026-03-01"], "latitude": ["51.48"], "self_defined_ethnicity": ["WBR"]}),
}
KEYED = {"grants", "contracts", "voluntary-directory"}  # the police publish no number of a search


def faults_of(program, folder, register, options, header, rows, expected):
    def run(*arguments):
        return subprocess.run([program, "register", *arguments, "--data", str(folder / "data")], capture_output=True, text=True)

    file = folder / f"{register}.csv"
    with open(file, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header, *rows])
    run("add", register)
    run("open", register, "--by", "Data Protection Officer", "--reference", "DPIA-1", "--on", "2026-01-05")
    done = run("import", register, str(file), *options)
    if done.stdout != f"new: {len(rows)}, changed: 0, unchanged: 0, faulty rows: 0\n":
        yield f"it says {done.stdout!r} {done.stderr!r}"
    if "stays out (rows" in done.stderr:
        yield f"answers are lost: {done.stderr!r}"
    there = list(csv.DictReader(io.StringIO(run("export", register).stdout)))
    for column, values in expected.items():
        if sorted(row[column] for row in there) != values:
            yield f"{column} is {sorted(row[column] for row in there)}"
    again = run("import", register, str(file), *options)
    if register in KEYED and again.stdout != f"new: 0, changed: 0, unchanged: {len(rows)}, faulty rows: 0\n":
        yield f"a second time it says {again.stdout!r} {again.stderr!r}"


def main(program):
    count = 0
    for what, case in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            for fault in faults_of(program, pathlib.Path(folder), *case):
                print(f"{what}: {fault}")
                count += 1
    print(f"{len(FILES)} files, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
