#!/usr/bin/env python3
"""The rules find what they are for: each row spoils one thing in a definition that is whole, and names what is to be said of it."""
import copy
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from check_catalogue import faults_of  # noqa: E402
from definition import REGISTERS, SOURCE, Definition, shipped_frames  # noqa: E402


def field(d, name):
    return next(f for f in d["fields"] if f["name"] == name)


def spoil(path, value):
    """Sets what stands at `path`, a list of members and places; None takes it out."""
    def change(d):
        at = d
        for step in path[:-1]:
            at = field(d, step[1:]) if isinstance(step, str) and step.startswith("@") else at[step]
        if value is None:
            del at[path[-1]]
        else:
            at[path[-1]] = value
    return change


def twice(d):
    d["fields"].append(copy.deepcopy(field(d, "place")))


def asked_later(d):
    d["fields"].insert(0, d["fields"].pop(d["fields"].index(field(d, "motivation_other"))))


ROWS = [
    ("nothing is spoilt", lambda d: None, None),
    ("a word of the vocabulary is misspelt", spoil(["makegood", "purpos"], "x"), "is no word of the vocabulary"),
    ("a type is not known", spoil(["@place", "type"], "text"), "is none of"),
    ("a source has no date", spoil(["makegood", "sources", 0, "dated"], None), "`dated` is missing"),
    ("a name has capitals", spoil(["@place", "name"], "Place"), "is not of the form"),
    ("a condition has neither codes nor filled", spoil(["@motivation_other", "makegood", "shown_if"], {"field": "motivation"}), "not exactly one"),
    ("a field is there twice", twice, "field `place` is there twice"),
    ("a page that is not there is named", spoil(["@place", "makegood", "page"], "nowhere"), "page `nowhere` is named and not there"),
    ("a frame that is not there is named", spoil(["@place", "makegood", "frame"], "places"), "frame `places` is named and not there"),
    ("a state needs a field that is not there", spoil(["makegood", "states", 2, "needs"], ["result"]), "field `result` is named and not there"),
    ("a condition is on a field that is asked later", asked_later, "which is asked later"),
    ("a condition is on a code that is not there", spoil(["@motivation_other", "makegood", "shown_if", "in"], ["else"]), "which is no code of it"),
    ("a state cannot be reached", spoil(["makegood", "states", 0, "moves"], []), "state `handling` cannot be reached"),
    ("a state cannot be left", spoil(["makegood", "states", 1, "moves"], []), "state `handling` cannot be left"),
    ("a state leads nowhere known", spoil(["makegood", "states", 0, "moves"], ["handling", "gone"]), "leads to `gone`"),
    ("a final state has a deadline", spoil(["makegood", "states", 2, "within_days"], 3), "is final and has a deadline"),
    ("special-category data has no condition", spoil(["makegood", "lawful", "article_9"], None), "no condition of Article 9"),
    ("offence data has nothing under Article 10", spoil(["makegood", "lawful", "article_10"], None), "nothing under Article 10"),
    ("a condition lacks its paragraph", spoil(["makegood", "lawful", "schedule_1"], None), "asks for a paragraph of Schedule 1"),
    ("consent is the basis for pupils", spoil(["makegood", "lawful", "article_6"], "a"), "consent is the basis for staff, pupils"),
    ("a sensitive field is public", spoil(["@motivation", "makegood", "public"], True), "`motivation` is sensitive and public"),
    ("it opens without a DPIA", spoil(["makegood", "opens"], "at_once"), "opens without an approved DPIA"),
    ("personal data has no retention", spoil(["makegood", "retention"], None), "says no retention"),
    ("a monitoring field is needed by a state", spoil(["makegood", "states", 2, "needs"], ["targeted_ethnicity"]), "is for monitoring, and a state needs it"),
    ("a monitoring field is shown to those who decide", spoil(["@targeted_ethnicity", "makegood", "seen_by"], ["handler"]), "and shown to handler"),
    ("own records, and nobody says whose", spoil(["makegood", "organisation"], None), "no field says whose a record is"),
    ("somebody exports what they may not see", spoil(["makegood", "roles", "export"], [{"role": "publisher", "of": "all"}]), "may not see"),
    ("a signal goes to somebody who may not see", spoil(["makegood", "signals", 0, "to"], "publisher"), "who may not see records"),
    ("a signal of what is missing says no field", spoil(["makegood", "signals", 1, "field"], None), "needs field"),
    ("two columns have one heading", spoil(["@form", "makegood", "headings"], ["location"]), "the heading `location` may be"),
    ("the date that places a record may be empty", spoil(["@incident_date", "constraints"], {}), "places a record in time and may be empty"),
    ("a label has no Welsh", spoil(["@place", "makegood", "title_cy"], None), "`title` has no Welsh"),
    ("a hint has no Welsh", spoil(["@nature", "makegood", "hint_cy"], None), "`hint` has no Welsh"),
]


def main():
    schema = json.loads((SOURCE / "docs" / "reference" / "register.schema.json").read_text(encoding="utf-8"))
    shipped, failed = shipped_frames(), 0
    for sentence, change, wanted in ROWS:
        definition = Definition(REGISTERS / "school-incidents.json")
        change(definition.json)
        definition.fields = definition.json["fields"]
        definition.by_name = {f["name"]: f for f in definition.fields}
        found = faults_of(definition, schema, shipped)
        if bool(found) != bool(wanted) or (wanted and not any(wanted in text for text in found)):
            print(f"{sentence}: wanted {wanted!r}, found {found}")
            failed += 1
    print(f"{len(ROWS)} rows, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
