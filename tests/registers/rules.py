"""The rules that hold for every register (docs/reference/registers.md), each a function that yields sentences."""
import re

from definition import SENSITIVE, as_list

# Conditions of Article 9 for which the Act asks for a paragraph of Schedule 1.
NEEDS_SCHEDULE_1 = set("bghij")


def names_are_told_apart(d, _):
    ours = d.ours
    for what, names in [("field", [f["name"] for f in d.fields]), ("page", [p["name"] for p in ours.get("pages", [])]),
                        ("state", [s["name"] for s in ours.get("states", [])]), ("signal", [s["name"] for s in ours.get("signals", [])])]:
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"{what} `{name}` is there twice"
    for frame, codes in ours.get("frames", {}).items():
        names = [c["code"] for c in codes]
        for code in sorted({n for n in names if names.count(n) > 1}):
            yield f"frame `{frame}` has the code `{code}` twice"


def headings_are_told_apart(d, _):
    """A column of a file must lead to one field: by its name, its title or another heading."""
    owner = {}
    for field in d.fields:
        for heading in {field["name"], field["title"], *field.get("makegood", {}).get("headings", [])}:
            plain = re.sub(r"[^a-z0-9]+", "", heading.lower())
            if owner.setdefault(plain, field["name"]) != field["name"]:
                yield f"the heading `{heading}` may be `{owner[plain]}` or `{field['name']}`"


def named_fields_are_there(d, _):
    ours = d.ours
    named = as_list(d.json.get("primaryKey")) + as_list(ours.get("independent"))
    named += [ours[m] for m in ("organisation", "author", "date") if m in ours]
    named += ours.get("counts", {}).get("by", [])
    for key in d.json.get("foreignKeys", []):
        named += as_list(key["fields"])
    for state in ours.get("states", []):
        named += state.get("needs", [])
    for signal in ours.get("signals", []):
        named += signal.get("by", []) + as_list(signal.get("field"))
    named += [ours[m]["field"] for m in ("consent",) if m in ours]
    if "public" in ours:
        named.append(ours["public"]["when"]["field"])
    if ours.get("retention", {}).get("from") not in (None, "recorded", "closed"):
        named.append(ours["retention"]["from"])
    named += [f["makegood"]["shown_if"]["field"] for f in d.fields if "shown_if" in f.get("makegood", {})]
    for name in sorted({n for n in named if n not in d.by_name}):
        yield f"field `{name}` is named and not there"


def what_fields_lean_on_has_its_kind(d, _):
    ours = d.ours
    if "organisation" in ours and d.of(ours["organisation"], "refers") != "organisation":
        yield f"`{ours['organisation']}` says whose record it is and refers to no organisation"
    for name in as_list(ours.get("author")) + as_list(ours.get("independent")):
        if d.of(name, "refers") != "post":
            yield f"`{name}` is to be told from the author and refers to no post"
    if "date" in ours and d.by_name[ours["date"]]["type"] not in ("date", "yearmonth", "year"):
        yield f"`{ours['date']}` is no date"
    for name in as_list(ours.get("date")) + [n for n in as_list(ours.get("retention", {}).get("from")) if n in d.by_name]:
        if not d.by_name[name].get("constraints", {}).get("required") and d.of(name, "set_by") != "system":
            yield f"`{name}` places a record in time and may be empty"
    start = ours.get("retention", {}).get("from")
    if start in d.by_name and d.by_name[start]["type"] not in ("date", "yearmonth", "year"):
        yield f"retention runs from `{start}`, which is no date"
    if start == "closed" and "states" not in ours:
        yield "retention runs from closing, and there are no states"
    for name in ours.get("counts", {}).get("by", []):
        if d.of(name, "frame") is None and d.of(name, "long"):
            yield f"counts are by `{name}`, a text"


def pages_are_used(d, _):
    pages = [p["name"] for p in d.ours.get("pages", [])]
    used = [f.get("makegood", {}).get("page") for f in d.fields]
    for page in sorted({u for u in used if u and u not in pages}):
        yield f"page `{page}` is named and not there"
    for page in pages:
        if page not in used:
            yield f"page `{page}` asks nothing"
    for field in d.fields:
        if field.get("makegood", {}).get("set_by") and field["makegood"].get("page"):
            yield f"`{field['name']}` is not asked in the form and has a page"


def frames_are_used(d, shipped):
    own = d.ours.get("frames", {})
    used = {f["makegood"]["frame"] for f in d.fields if "frame" in f.get("makegood", {})}
    for frame in sorted(used - set(own) - set(shipped)):
        yield f"frame `{frame}` is named and not there"
    for frame in sorted(set(own) - used):
        yield f"frame `{frame}` is used by no field"
    for frame in sorted(set(own) & set(shipped)):
        yield f"frame `{frame}` hides the shipped one of that name"


def conditions_are_asked_before(d, shipped):
    order = [f["name"] for f in d.fields]
    pages = [p["name"] for p in d.ours.get("pages", [])]
    for field in d.fields:
        when = field.get("makegood", {}).get("shown_if")
        if when is None or when["field"] not in d.by_name:
            continue
        if order.index(when["field"]) >= order.index(field["name"]):
            yield f"`{field['name']}` hangs on `{when['field']}`, which is asked later"
        here, there = field["makegood"].get("page"), d.of(when["field"], "page")
        if here in pages and there in pages and pages.index(there) > pages.index(here):
            yield f"`{field['name']}` hangs on `{when['field']}`, which is on a later page"
        yield from codes_are_known(d, shipped, when, f"`{field['name']}` is shown")
    for member in ("public", "consent"):
        if member in d.ours:
            when = d.ours["public"]["when"] if member == "public" else {"field": d.ours["consent"]["field"], "in": d.ours["consent"]["given"]}
            yield from codes_are_known(d, shipped, when, member)


def codes_are_known(d, shipped, when, what):
    codes = d.codes(when["field"], shipped) if when["field"] in d.by_name else None
    for code in when.get("in", []):
        if codes is None or code not in codes:
            yield f"{what} when `{when['field']}` is `{code}`, which is no code of it"


def states_lead_somewhere(d, _):
    states = d.ours.get("states", [])
    names = [s["name"] for s in states]
    reached = set(names[:1])
    for _ in names:
        reached |= {m for s in states if s["name"] in reached for m in s.get("moves", [])}
    for state in states:
        for move in state.get("moves", []):
            if move not in names:
                yield f"state `{state['name']}` leads to `{move}`, which is not there"
        if state["name"] not in reached:
            yield f"state `{state['name']}` cannot be reached"
        if not state.get("moves") and not state.get("final"):
            yield f"state `{state['name']}` cannot be left and is not final"
        if "within_days" in state and "within_working_days" in state:
            yield f"state `{state['name']}` has two deadlines"
        if state.get("final") and ("within_days" in state or "within_working_days" in state):
            yield f"state `{state['name']}` is final and has a deadline"
    if states and not any(s.get("final") for s in states):
        yield "no state is final"


def basis_fits_the_data(d, _):
    lawful, subjects = d.ours["lawful"], set(d.ours["subjects"])
    if "article_6" not in lawful and "part_3" not in lawful:
        yield "there is neither a basis under Article 6 nor a purpose under Part 3"
    if d.holding("special_category") and not ("article_9" in lawful or "part_3" in lawful):
        yield "there is special-category data and no condition of Article 9"
    if d.holding("criminal_offence") and not ("article_10" in lawful or "part_3" in lawful):
        yield "there is criminal-offence data and nothing under Article 10"
    if lawful.get("article_9") in NEEDS_SCHEDULE_1 and "schedule_1" not in lawful:
        yield f"Article 9(2)({lawful['article_9']}) asks for a paragraph of Schedule 1"
    if lawful.get("article_10") == "schedule_1" and "schedule_1" not in lawful:
        yield "Article 10 is met by Schedule 1, and no paragraph is named"
    if "article_9" in lawful and not d.holding("special_category"):
        yield "a condition of Article 9 is named, and no field holds special-category data"
    if "article_10" in lawful and not d.holding("criminal_offence"):
        yield "Article 10 is named, and no field holds criminal-offence data"
    if lawful.get("article_6") == "a" and ("consent" not in d.ours or subjects & {"staff", "pupils", "complainants"}):
        yield "consent is the basis for staff, pupils or complainants, or there is no `consent`"


def sensitive_data_is_kept_safe(d, _):
    ours = d.ours
    if d.holding(*SENSITIVE) and ours.get("opens") != "dpia":
        yield "it opens without an approved DPIA and holds special-category or criminal-offence data"
    if d.holding("personal", *SENSITIVE) and "retention" not in ours:
        yield "it holds personal data and says no retention"
    for name in d.holding(*SENSITIVE):
        if d.of(name, "public"):
            yield f"`{name}` is sensitive and public"
    for field in d.fields:
        ours_of_field = field.get("makegood", {})
        if ours_of_field.get("public") and "public" not in ours:
            yield f"`{field['name']}` is public and the register is not"
    if "public" in ours and not (set(ours["subjects"]) <= {"businesses", "organisations", "none"} or "consent" in ours):
        yield "it is public, about people, and without consent"
    if d.holding("personal", *SENSITIVE) and not any(f.get("makegood", {}).get("erased") for f in d.fields):
        yield "it holds personal data and erases nothing"
    for name in d.holding("personal"):
        if d.of(name, "long") and not d.of(name, "erased"):
            yield f"`{name}` is a text about people and is never erased"


def monitoring_decides_nothing(d, _):
    handling = d.roles("handle")
    for field in d.fields:
        if field.get("makegood", {}).get("case") is not False:
            continue
        name = field["name"]
        if any(name in s.get("needs", []) for s in d.ours.get("states", [])):
            yield f"`{name}` is for monitoring, and a state needs it"
        seen = set(field["makegood"].get("seen_by", d.roles("see")))
        if seen & handling:
            yield f"`{name}` is for monitoring and shown to {', '.join(sorted(seen & handling))}"


def roles_are_whole(d, _):
    roles = d.ours["roles"]
    own = any(entry.get("of") == "own" for entries in roles.values() for entry in entries)
    if own and "organisation" not in d.ours:
        yield "somebody may see their own organisation's records, and no field says whose a record is"
    if "states" in d.ours and not roles.get("handle"):
        yield "records have states and nobody handles them"
    if d.roles("export") - d.roles("see"):
        yield "somebody may export what they may not see"
    for signal in d.ours.get("signals", []):
        if signal.get("to") and signal["to"] not in d.roles("see"):
            yield f"signal `{signal['name']}` goes to {signal['to']}, who may not see records"
    for field in d.fields:
        unseen = set(field.get("makegood", {}).get("seen_by", [])) - d.roles("see")
        if unseen:
            yield f"`{field['name']}` is seen by {', '.join(sorted(unseen))}, who may not see records"


def signals_can_be_reckoned(d, _):
    for signal in d.ours.get("signals", []):
        lacks = {"missing": [] if "field" in signal else ["field"],
                 "rise": [] if "date" in d.ours else ["date"],
                 "silence": [] if "returns" in d.ours or ("date" in d.ours and "days" in signal) else ["returns, or date and days"],
                 "overdue": [] if "field" in signal or "states" in d.ours else ["field"]}[signal["kind"]]
        if lacks:
            yield f"signal `{signal['name']}` of kind {signal['kind']} needs {lacks[0]}"
    if "returns" in d.ours and not {"organisation", "date"} <= set(d.ours):
        yield "returns need a field that says whose a record is and one that says when"


def welsh_is_there(d, _):
    def walk(value, path):
        if isinstance(value, dict):
            for member in ("title", "purpose", "question", "hint"):
                if member in value and member + "_cy" not in value and not path.startswith("sources"):
                    # A field's own title is Frictionless's; its Welsh stands in `makegood`.
                    if not (member == "title" and "makegood" in value and "title_cy" in value["makegood"]):
                        yield f"{path or 'the register'}: `{member}` has no Welsh"
            for name, child in value.items():
                yield from walk(child, f"{path}.{name}".strip("."))
        elif isinstance(value, list):
            for child in value:
                yield from walk(child, f"{path}.{child['name']}" if isinstance(child, dict) and "name" in child else path)
    yield from walk(d.ours, "")
    yield from walk(d.fields, "fields")


RULES = [names_are_told_apart, headings_are_told_apart, named_fields_are_there, what_fields_lean_on_has_its_kind, pages_are_used,
         frames_are_used, conditions_are_asked_before, states_lead_somewhere, basis_fits_the_data, sensitive_data_is_kept_safe,
         monitoring_decides_nothing, roles_are_whole, signals_can_be_reckoned, welsh_is_there]
