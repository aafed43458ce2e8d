"""A register's definition as the tests read it: its fields by name, its frames, and what its fields hold."""
import csv
import json
import pathlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
REGISTERS = SOURCE / "catalogue" / "registers"
SENSITIVE = {"special_category", "criminal_offence"}


def as_list(value):
    return [value] if isinstance(value, str) else list(value or [])


def shipped_frames():
    """Code frames of catalogue/codeframes that hold codes with labels: name -> {code: parent}."""
    frames = {}
    for path in sorted((SOURCE / "catalogue" / "codeframes").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if {"code", "label", "parent"} <= set(rows.fieldnames or []):
                frames[path.stem] = {row["code"]: row["parent"] for row in rows}
    return frames


class Definition:
    def __init__(self, path):
        self.path = path
        self.json = json.loads(path.read_text(encoding="utf-8"))
        self.ours = self.json["makegood"]
        self.name = self.ours["name"]
        self.fields = self.json["fields"]
        self.by_name = {field["name"]: field for field in self.fields}

    def of(self, field, member, otherwise=None):
        return self.by_name[field].get("makegood", {}).get(member, otherwise)

    def holding(self, *kinds):
        return [f["name"] for f in self.fields if f.get("makegood", {}).get("holds", "ordinary") in kinds]

    def codes(self, field, shipped):
        """Codes that the field may hold, or None where it holds none."""
        frame = self.of(field, "frame")
        if frame is None:
            return None
        own = self.ours.get("frames", {})
        return [code["code"] for code in own[frame]] if frame in own else list(shipped[frame])

    def roles(self, verb):
        return {entry["role"] for entry in self.ours["roles"].get(verb, [])}


def all_definitions():
    return [Definition(path) for path in sorted(REGISTERS.glob("*.json"))]
