"""Rows made up from a register's definition and its recipe. docs/reference/register-examples.md says what a recipe holds.

The same seed gives the same rows. Values are worked out one field at a time and on demand: a field that another hangs on
(a condition, a planted rate, a date that follows another) is made first.
"""
import datetime
import random

POSTS = ["Head of Housing", "Head of Education", "Equality Lead", "Policy Officer", "Head of People", "Service Manager",
         "Director of Public Health", "Community Safety Manager"]
ORGANISATIONS = ["Aberllyn County Borough Council", "Aberllyn University Health Board", "Vale and Coast Police"]


def as_list(value):
    return [value] if isinstance(value, str) else list(value or [])


def chosen(weights, rng):
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def day_between(first, last, rng):
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return (first + datetime.timedelta(days=rng.randint(0, (last - first).days))).isoformat()


class Maker:
    """Makes the rows of one register. `codes` gives a field's codes, `others` the rows of another register."""

    def __init__(self, definition, recipe, codes, others):
        self.fields = {f["name"]: f for f in definition["fields"]}
        self.ours = definition["makegood"]
        self.recipe = recipe
        self.codes = codes
        self.others = others
        self.rng = random.Random(recipe["seed"])
        self.key = as_list(definition.get("primaryKey"))
        # The longest key first: its row decides what a shorter one that shares a field says.
        self.foreign = sorted(definition.get("foreignKeys", []), key=lambda k: -len(as_list(k["fields"])))
        self.rows = []

    def all_rows(self):
        taken = set()
        clusters = [p["set"] for p in self.recipe["planted"] if "set" in p for _ in range(p["rows"])]
        for place in range(self.recipe["rows"]):
            preset = clusters[place - self.recipe["rows"]] if place >= self.recipe["rows"] - len(clusters) else {}
            row = self.one_row(place, preset)
            for _ in range(200):
                key = tuple(row[name] for name in self.key)
                if not self.key or key not in taken:
                    break
                row = self.one_row(place, preset)
            else:
                raise ValueError(f"{self.recipe['register']}: no {self.recipe['rows']} rows with different keys; ask for fewer")
            taken.add(key if self.key else place)
            self.rows.append(row)
        self.rng.shuffle(self.rows)
        return self.rows

    def one_row(self, place, preset):
        self.row, self.place, self.preset = {}, place, dict(preset)
        for key in self.foreign:
            self.refer(key)
        return {name: self.value(name) for name in self.fields}

    def refer(self, key):
        names, there = as_list(key["fields"]), as_list(key["reference"]["fields"])
        if all(n in self.preset for n in names):
            return
        own = not key["reference"]["resource"]
        rows = self.rows if own else self.others(key["reference"]["resource"])
        where = self.recipe.get("fields", {}).get(names[0], {}).get("where", {})
        rows = [r for r in rows if all(r[f] == v for f, v in where.items())
                and all(r[t] == self.preset.get(n, r[t]) for n, t in zip(names, there))]
        if not rows:
            self.preset.update({n: "" for n in names})
            return
        row = self.rng.choice(rows)
        self.preset.update({n: row[t] for n, t in zip(names, there)})
        self.preset.update({n: row[n] for n, how in self.recipe.get("fields", {}).items() if how.get("with") in names})

    def value(self, name):
        if name not in self.row:
            self.row[name] = self.make(name)
        return self.row[name]

    def make(self, name):
        field, how = self.fields[name], self.recipe.get("fields", {}).get(name, {})
        ours = field.get("makegood", {})
        if not self.is_shown(ours.get("shown_if")):
            return ""
        if name in self.preset:
            return self.preset[name]
        required = field.get("constraints", {}).get("required", False)
        planted = self.planted_rate(name)
        if planted is not None:
            return planted
        if not required and self.rng.random() < how.get("empty", self.recipe.get("empty", 0.1)):
            return ""
        return str(self.filled(name, field, ours, how))

    def is_shown(self, when):
        if when is None:
            return True
        values = [v for v in self.value(when["field"]).split(";") if v]
        return bool(values) if when.get("filled") else any(v in when["in"] for v in values)

    def planted_rate(self, name):
        for plant in self.recipe["planted"]:
            if plant.get("field") == name:
                inside = all(self.value(f) in values for f, values in plant["when"].items())
                if self.rng.random() < (plant["share"] if inside else plant["otherwise"]):
                    return plant["code"]
                rest = [c for c in self.weights(name) if c != plant["code"]]
                return chosen({c: self.weights(name)[c] for c in rest}, self.rng)
        return None

    def weights(self, name):
        how = self.recipe.get("fields", {}).get(name, {})
        return how.get("weights") or {code: 1 for code in self.codes(self.fields[name]) or ["true", "false"]}

    def filled(self, name, field, ours, how):
        if "number" in how:
            return how["number"].format(self.place + 1)
        if "after" in how:
            return self.after(how)
        if "weights" in how or ours.get("frame") or field["type"] == "boolean":
            return self.coded(name, ours)
        if "values" in how:
            return self.rng.choice(how["values"])
        if field["type"] == "date":
            return day_between(how.get("from", self.recipe["from"]), how.get("to", self.recipe["to"]), self.rng)
        if field["type"] in ("integer", "number"):
            return self.number(field, how)
        return self.text(name, field, ours)

    def after(self, how):
        start = self.value(how["after"])
        if not start:
            return ""
        days = self.rng.randint(*how["days"])
        return (datetime.date.fromisoformat(start) + datetime.timedelta(days=days)).isoformat()

    def coded(self, name, ours):
        weights = self.weights(name)
        first = chosen(weights, self.rng)
        if not ours.get("many") or self.rng.random() < 0.7:
            return first
        second = chosen(weights, self.rng)
        return first if second == first else f"{first};{second}"

    def number(self, field, how):
        bounds = field.get("constraints", {})
        low = how.get("minimum", bounds.get("minimum", 0))
        high = how.get("maximum", min(bounds.get("maximum", low + 50), low + 50))
        if field["type"] == "integer":
            return self.rng.randint(low, high)
        return f"{self.rng.uniform(low, high):.{how.get('places', 2)}f}"

    def text(self, name, field, ours):
        refers = ours.get("refers")
        if refers == "organisation":
            return self.rng.choice(self.recipe.get("organisations", ORGANISATIONS))
        if refers == "post":
            other = [self.value(self.ours["author"])] if name in self.ours.get("independent", []) else []
            return self.rng.choice([p for p in POSTS if p not in other])
        if refers:
            return f"{refers}-{self.rng.randint(1, 40):03}"
        if name in self.key or field.get("constraints", {}).get("unique"):
            return f"{self.recipe['register'].upper()[:12]}-{self.place + 1:05}"
        if field.get("format") == "email":
            return f"contact{self.rng.randint(1, 400)}@aberllyn.example"
        if field.get("format") == "uri":
            return f"https://aberllyn.example/{self.recipe['register']}/{self.rng.randint(1, 400)}"
        return f"{field['title']}: example {self.rng.randint(1, 60)}"
