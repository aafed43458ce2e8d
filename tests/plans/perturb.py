#!/usr/bin/env python3
"""Make disturbed copies of reference plans, with gold readings disturbed alike.

usage: perturb.py PLANS OUT [NAME]

PLANS holds NAME.txt or NAME.md beside NAME.gold.json. For each plan and each disturbance that
applies, OUT gets NAME--KIND.EXT and NAME--KIND.gold.json. What the plan says stays the same, but
for the months and references that are changed in both; only its shape on paper changes, so that
a reading which depends on that shape shows. Deterministic; standard library only.
"""
import calendar
import copy
import html
import json
import os
import re
import sys

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December"]
SHORT = [m[:3] for m in MONTHS]
SYNONYMS = [
    {"recommendation": "Proposal", "emerging recommendations": "Proposed recommendations", "details": "Description",
     "partners": "Working with", "officer": "Lead officer", "sbc bu": "Responsible", "status": "Current position",
     "comments": "Remarks", "action to be taken": "What we will do", "owner": "Who", "by when": "Deadline",
     "action": "Activity", "responsibility": "Accountable", "timescale": "Target date", "ref": "No.",
     "work stream / theme": "Theme", "workstream officer lead": "Responsible officer", "reference": "ID",
     "lead officer": "Owner", "timeline": "Completion date"},
    {"recommendation": "Recommendations", "emerging recommendations": "What needs to be done", "details": "Detail",
     "partners": "Stakeholders", "officer": "Led by", "sbc bu": "Lead", "status": "Comment", "comments": "Status",
     "action to be taken": "Commitment or action", "owner": "Responsible officer", "by when": "Timeframe",
     "action": "What", "responsibility": "Lead", "timescale": "When", "ref": "Number",
     "work stream / theme": "Priority area", "workstream officer lead": "Lead", "reference": "Ref. no.",
     "lead officer": "Responsible", "timeline": "Due date"},
]


def plain(text):
    text = html.unescape(re.sub(r"<[^<>]*>", " ", text)).replace("**", "").replace("*", "")
    return " ".join(text.split())


def words(text):
    return re.sub(r"[^\w%£]+", " ", plain(text).lower()).split()


class Tabs:
    """Tables as lines with tabs between the cells."""

    @staticmethod
    def cells(line):
        return line.split("\t") if "\t" in line else None

    @staticmethod
    def line(cells):
        return "\t".join(cells)

    broken = ["", "", ""]

    @staticmethod
    def is_rule(cells):
        return all(re.fullmatch(r"\s*:?-+:?\s*", c) for c in cells)


class Pipes(Tabs):
    """Markdown tables."""

    @staticmethod
    def cells(line):
        return line[1:-1].split("|") if line.startswith("|") and line.rstrip().endswith("|") and line.count("|") > 2 else None

    @staticmethod
    def line(cells):
        return "|" + "|".join(cells) + "|"


def is_header(cells):
    named = [c for c in cells if plain(c)]
    return len(named) > 1 and all(plain(c).lower() in SYNONYMS[0] for c in named)


def rewrite(lines, style, change):
    """change(cells, is_header, width of the table) -> cells, or a list of rows."""
    out, width = [], 0
    for line in lines:
        cells = style.cells(line)
        if cells is None:
            out.append(line)
            continue
        header = is_header(cells)
        if header:
            width = len(cells)
        if style.is_rule(cells):
            out.append(line)
            continue
        out.extend(change(cells, header, width))
    return out


def columns(lines, style, order):
    def change(cells, header, width):
        row = cells + [""] * (width - len(cells))
        filled = sum(1 for c in row if plain(c))
        if len(row) != width or (style is Pipes and filled < 3):
            return [style.line(cells)]
        return [style.line([row[k] for k in order(width)])]
    return rewrite(lines, style, change)


def headers(lines, style, names):
    def change(cells, header, width):
        if header:
            cells = [c.replace(plain(c), names[plain(c).lower()]) if plain(c) in c else " " + names[plain(c).lower()] + " "
                     for c in cells]
        return [style.line(cells)]
    return rewrite(lines, style, change)


def shift_month(match):
    word = match.group(0)
    names = MONTHS if word in MONTHS else SHORT
    if word == "Sept":
        return "Oct"
    return names[(names.index(word) + 1) % 12]


MONTH = re.compile(r"\b(" + "|".join(MONTHS) + "|Sept|" + "|".join(SHORT) + r")(?![a-z])")


def shift_day(iso):
    if iso is None:
        return None
    year, month, day = map(int, iso.split("-"))
    month = month % 12 + 1
    return "%04d-%02d-%02d" % (year, month, 1 if day == 1 else calendar.monthrange(year, month)[1])


def months(lines, style, gold):
    raw = {tuple(words(i["timescale_raw"])) for i in gold["items"] if i["timescale_raw"] and MONTH.search(i["timescale_raw"])}

    def change(cells, header, width):
        return [style.line([MONTH.sub(shift_month, c) if tuple(words(c)) in raw else c for c in cells])]
    for item in gold["items"]:
        text, time = item["timescale_raw"], item["timescale"]
        if not text or tuple(words(text)) not in raw:
            continue
        item["timescale_raw"] = MONTH.sub(shift_month, text)
        season = re.search(r"\bQ[1-4]\b|Spring|Summer|Autumn|Winter", text)
        if not season:
            for key in ("start", "due"):
                time[key] = shift_day(time[key])
            time["milestones"] = [shift_day(m) for m in time["milestones"]]
        # A rhythm read from two months may be another one now.
        item.setdefault("accept", {}).setdefault("recurs", []).append(None)
        if "start" in item["accept"]:
            item["accept"]["start"] = [shift_day(s) for s in item["accept"]["start"]]
    return rewrite(lines, style, change)


def cut_text(text, small, share):
    """Two halves of a cell, cut between words (before a small word when asked), or between tags."""
    blocks = re.split(r"(?:(?<=</li>)|(?<=</p>))\s*(?=<(?:li|p)\b)", text)
    if len(blocks) > 1:
        cut = max(1, int(len(blocks) * share))
        return " ".join(blocks[:cut]), " ".join(blocks[cut:])
    if "<" in text:
        return None
    parts = text.split(" ")
    for n in range(max(3, int(len(parts) * share)), len(parts) - 2):
        if not small or parts[n][:1].islower():
            return " ".join(parts[:n]), " ".join(parts[n:])
    return None


def breaks(lines, style, small, every, share, repeat):
    """A page break through every n-th row whose longest cell is long."""
    state = {"n": 0, "header": None}

    def change(cells, header, width):
        if header:
            state["header"] = cells
            return [style.line(cells)]
        longest = max(range(len(cells)), key=lambda k: len(plain(cells[k])))
        filled = sum(1 for c in cells if plain(c))
        state["n"] += 1
        if state["n"] % every or len(plain(cells[longest])) < 90 or (style is Tabs and filled < len(cells) - 1):
            return [style.line(cells)]
        halves = cut_text(cells[longest], small, share)
        if halves is None:
            return [style.line(cells)]
        first, second = list(cells), [""] * len(cells)
        first[longest], second[longest] = halves
        if style is Pipes:
            return [style.line(first), "", " ", style.line([c or " " for c in second]), "|" + "---|" * len(cells)]
        again = [style.line(state["header"])] if repeat and state["header"] else []
        return [style.line(first)] + style.broken + again + [style.line(second)]
    return rewrite(lines, style, change)


def unbroken(lines, style):
    """Empty lines between the pieces of a table go."""
    out = []
    for n, line in enumerate(lines):
        if not line.strip() and out and style.cells(out[-1]) is not None:
            rest = next((x for x in lines[n:] if x.strip()), "")
            after = style.cells(rest) if rest else None
            if after is not None and not is_header(after):
                continue
        out.append(line)
    return out


def renumber(lines, style, gold):
    """Every reference moves on by twenty."""
    def on(match):
        return "%0*d" % (len(match.group(0)), int(match.group(0)) + 20)

    def change(cells, header, width):
        out = list(cells)
        for k, cell in enumerate(cells[:2]):
            if re.fullmatch(r"\d+(\.\d+)?", plain(cell)):
                number = plain(cell)
                out[k] = cell.replace(number, re.sub(r"^\d+", on, number))
            elif k == 0 and re.match(r"\d+\. ", cell):
                out[k] = re.sub(r"^\d+", on, cell)
        return [style.line(out)]
    for item in gold["items"]:
        if item["ref"]:
            item["ref"] = re.sub(r"^\d+", on, item["ref"])
    return rewrite(lines, style, change)


def variants(lines, style, gold):
    def same():
        return copy.deepcopy(gold)
    repeat = any(is_header(style.cells(line) or []) for line in lines)
    yield "columns-reversed", columns(lines, style, lambda n: list(range(n))[::-1]), same()
    yield "columns-rotated", columns(lines, style, lambda n: list(range(1, n)) + [0]), same()
    yield "headers-1", headers(lines, style, SYNONYMS[0]), same()
    yield "headers-2", headers(lines, style, SYNONYMS[1]), same()
    changed = same()
    yield "months", months(lines, style, changed), changed
    yield "breaks-small", breaks(lines, style, True, 3, 0.5, False), same()
    yield "breaks-any", breaks(lines, style, False, 4, 0.3, False), same()
    yield "breaks-header", breaks(lines, style, True, 5, 0.7, repeat), same()
    yield "unbroken", unbroken(lines, style), same()
    changed = same()
    yield "renumbered", renumber(lines, style, changed), changed
    changed = same()
    both = months(columns(headers(lines, style, SYNONYMS[0]), style, lambda n: list(range(1, n)) + [0]), style, changed)
    yield "together", both, changed


def main(argv):
    if len(argv) not in (3, 4):
        sys.stderr.write(__doc__)
        return 2
    plans, out = argv[1:3]
    os.makedirs(out, exist_ok=True)
    made = 0
    for name in sorted(os.listdir(plans)):
        stem, extension = os.path.splitext(name)
        gold_path = os.path.join(plans, stem + ".gold.json")
        if extension not in (".txt", ".md") or not os.path.exists(gold_path) or (len(argv) == 4 and stem != argv[3]):
            continue
        with open(os.path.join(plans, name), encoding="utf-8") as f:
            text = f.read()
        with open(gold_path, encoding="utf-8") as f:
            gold = json.load(f)
        lines = text.split("\n")
        style = Pipes if extension == ".md" else Tabs
        for kind, changed, reading in variants(lines, style, gold):
            if changed == lines and reading == gold:
                continue
            path = os.path.join(out, "%s--%s" % (stem, kind))
            with open(path + extension, "w", encoding="utf-8") as f:
                f.write("\n".join(changed))
            with open(path + ".gold.json", "w", encoding="utf-8") as f:
                json.dump(reading, f, ensure_ascii=False, indent=1)
            made += 1
    if made == 0:
        sys.stderr.write("perturb.py: no plans with gold readings in %s\n" % plans)
        return 2
    print("%d disturbed plans in %s" % (made, out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
