"""Which sentences C++ says when it refuses something: the source of scripts/refusals.

An expression is followed through conditions, variables, fmt::format() and +, the functions that make a sentence, and the
parameters by which one is handed on. What is put into a sentence is a place, {}.
"""
import pathlib
import re

from cpp_tokens import branches, closing, functions_of, parted, tokens_of, up_to

SRC = pathlib.Path(__file__).resolve().parents[1] / "src"

# What no page and no API shows: the command line, the start of the program, files that only a command reads.
NOT_SHOWN = ("app/", "cli/", "calc/", "statistics/", "mail/", "scan/", "words/", "html/", "codeframe/", "registers/members.",
             "registers/read_", "extract/own_", "report/read_column_profile.cc",
             "store/backup.cc", "store/schema.cc", "store/store.cc", "web/head.cc", "web/target.cc", "web/http_server.cc",
             "web/site/single_sign_on.cc", "web/site/static_site.cc")

# Functions that refuse, and which of their arguments (from 0) is the sentence; each in its file and those that call it.
REFUSES = {"refuse": 1, "reject": 1, "problem": 1, "challenged": 0}
REFUSES_IN_FILE = (("web/service.cc", "deny", 1), ("tasks/record_import.cc", "fault", 2), ("people/directory_file.cc", "fault", 2),
                   ("people/directory_lines.cc", "fault", -1), ("people/directory_lines.cc", "fault", 0),  # and where it is
                   ("web/site/api_query.cc", "wrong", 1), ("web/site/meeting_handlers.cc", "show_again", 4),
                   ("web/site/my_items_handlers.cc", "form_again", 4), ("web/site/reply_handlers.cc", "form_again", 4),
                   ("web/site/sheet_handlers.cc", "refused", 0), ("web/site/sheet_handlers.cc", "sheets_refused", 2))

# Tables whose words are sentences or are put into some, and the column that holds them (from 0; None: there are no columns).
TABLES = (("access/access.h", "kPermissions", 2), ("tasks/api_tokens.cc", "kNeeds", 2), ("tasks/imports.cc", "kStates", None),
          ("cycle/schedule.h", "kFrequencies", 1), ("formats/recognise.cc", "kUnreadable", 1))

# Expressions that hand on what was said, and counted, elsewhere; or words that come from en.po and cy.po already.
HANDED_ON = re.compile(r"message(\(\))?\)?$|words\(.*\)$|^(why\.)?sentence$|^detail$|number$|^(said|why)$|^problem\.|^cause")

HOLE = "{}"
DEEPEST = 6


class Source:
    def __init__(self):
        self.files, self.functions = {}, []
        for path in sorted([*SRC.rglob("*.cc"), *SRC.rglob("*.h")]):
            file = str(path.relative_to(SRC))
            if file.startswith(NOT_SHOWN) or path.stem.endswith(("_test", "_fuzz", "_fixture", "_world")) or "/gallery" in file:
                continue
            self.files[file] = tokens_of(path.read_text(encoding="utf-8"))
            self.functions += functions_of(file, self.files[file])
        self.named, self.called = {}, {}  # by name: functions, and where something of that name is called
        for function in self.functions:
            self.named.setdefault(function.name, []).append(function)
        for file, tokens in self.files.items():
            for i in range(len(tokens) - 1):
                if tokens[i].kind == "name" and tokens[i + 1].is_op("("):
                    self.called.setdefault(tokens[i].text, []).append((file, i))
        self.sentences, self.phrases, self.unknown = {}, {}, []
        self.refuses = [(name, index, None) for name, index in REFUSES.items()]
        self.refuses += [(name, index, file) for file, name, index in REFUSES_IN_FILE]
        self.returned = {}

    def around(self, file, at):
        """The functions around a place, the innermost first."""
        around = [f for f in self.functions if f.file == file and f.begin <= at <= f.end]
        return sorted(around, key=lambda f: f.end - f.begin)

    def calls(self, name, only_in=None):
        """(file, place, arguments) of each call; the function's own head is none."""
        for file, i in self.called.get(name, []):
            if only_in not in (None, file):
                continue
            tokens = self.files[file]
            end = closing(tokens, i + 1)
            if not any(f.file == file and 0 < f.begin - end < 4 for f in self.named.get(name, [])):
                yield file, i, parted(tokens[i + 2:end], ",")

    # What an expression can say. `whole`: it is the sentence itself, and no part of one.

    def said(self, tokens, file, at, whole=True, depth=0):
        if depth > DEEPEST or not tokens:
            return [HOLE]
        more = depth + 1
        if len(tokens) == 2 and tokens[0].is_op("*"):  # an optional
            tokens = tokens[1:]
        either = branches(tokens)
        if either:
            return self.said(either[0], file, at, whole, more) + self.said(either[1], file, at, whole, more)
        parts = parted(tokens, "+")
        if len(parts) > 1 and parts[0]:
            texts = [""]
            for part in parts:
                texts = [text + more_text for text in texts for more_text in self.part(part, file, at, text.endswith('"'), more)]
            return texts
        if all(token.kind == "string" for token in tokens):
            return ["".join(token.text for token in tokens)]
        if tokens[0].text in ("(", "{") and closing(tokens, 0) == len(tokens) - 1:
            return self.said(tokens[1:-1], file, at, whole, more)
        for i, token in enumerate(tokens):
            if token.kind == "op" and token.text in "({" and closing(tokens, i) == len(tokens) - 1:
                head = "".join(t.text for t in tokens[:i])
                return self.said_by_call(head, parted(tokens[i + 1:-1], ","), file, at, whole, more)
        if len(tokens) == 1 and tokens[0].kind == "name":
            return self.said_by_name(tokens[0].text, file, at, whole, more)
        return [HOLE]

    def part(self, tokens, file, at, in_quotes, depth):
        """A part of a sentence: its words where they are few and known, else a place, into which phrases may be put."""
        texts = self.said(tokens, file, at, False, depth)
        known = all(HOLE not in text and text for text in texts) and len(texts) < 8
        made = is_format(tokens) or len(tokens) == 1 and len(texts) == 1 and has_words(texts[0])
        if known or made or all(token.kind == "string" for token in tokens):
            return texts
        if not in_quotes:
            for text in texts:
                self.phrases.setdefault(text, (file, tokens[0].line))
        return [HOLE]

    def said_by_call(self, head, arguments, file, at, whole, depth):
        if head in ("std::string", "std::string_view", "std::move"):
            return self.said(arguments[0], file, at, whole, depth)
        if head == "fmt::format":
            formats = self.said(arguments[0], file, at, False, depth)
            for argument, place in zip(arguments[1:], re.finditer(r"(\"?)\{[^{}]*\}", formats[0])):
                if not place[1]:  # what stands in quotation marks is somebody's own words
                    self.put_in(argument, file, at, depth)
            return formats
        name = re.split(r"::|<", head)[-1] if not re.search(r"\.|->", head) else ""
        named = self.named.get(name, [])
        makers = [f for f in named if f.file == file] or (named if whole else [])
        return self.returned_by(makers[0], whole, depth) if len(makers) == 1 else [HOLE]

    def put_in(self, tokens, file, at, depth):
        """Words of ours that are put into a sentence, or are handed to whoever puts them in, are phrases with a Welsh of their own."""
        line = tokens[0].line if tokens else 0
        for text in self.said(tokens, file, at, False, depth):
            self.phrases.setdefault(text, (file, line))
        if len(tokens) != 1:
            return
        for function in self.around(file, at):
            if tokens[0].text in function.parameters:
                index = function.parameters.index(tokens[0].text)
                for where, _, arguments in self.calls(function.name, file):
                    given = arguments[index] if index < len(arguments) else []
                    if given and all(t.kind == "string" for t in given):
                        self.phrases.setdefault("".join(t.text for t in given), (where, given[0].line))
                return

    def returned_by(self, function, whole, depth):
        key = (function.file, function.begin, whole)
        if key not in self.returned:
            self.returned[key] = []  # for one that calls itself
            tokens, texts = self.files[function.file], []
            for i in range(function.begin, function.end):
                if tokens[i].kind == "name" and tokens[i].text == "return":
                    value = up_to(tokens, i + 1, ";")
                    texts += self.said(value, function.file, i, whole, depth) if value else []
            self.returned[key] = list(dict.fromkeys(texts))
        return self.returned[key] or [HOLE]

    def said_by_name(self, name, file, at, whole, depth):
        """What a variable holds; a parameter makes its function one that refuses."""
        around = self.around(file, at)
        for function in around:
            if name in function.parameters:
                if whole:
                    index = function.parameters.index(name)
                    index = -1 if index + 1 == len(function.parameters) else index  # one overload may call another
                    entry = (function.name, index, file if file.endswith(".cc") else None)
                    if entry not in self.refuses:
                        self.refuses.append(entry)
                    return []
                return [HOLE]
        tokens = self.files[file]
        for begin, end in [(f.begin, f.end) for f in around] + [(0, len(tokens) - 1)]:
            texts = []
            for i in range(begin + 1, min(end, len(tokens) - 1)):
                if tokens[i].kind != "name" or tokens[i].text != name or tokens[i - 1].text in (".", "->"):
                    continue
                if tokens[i + 1].is_op("="):
                    texts += self.said(up_to(tokens, i + 2, ";,"), file, i, whole, depth)
                elif tokens[i + 1].is_op("{") and tokens[i - 1].kind == "name":
                    texts += self.said(tokens[i + 2:closing(tokens, i + 1)], file, i, whole, depth)
            if texts:
                return texts
        return [HOLE]

    def take(self, tokens, file, at):
        written = "".join(token.text for token in tokens)
        if written == "{}":
            return
        texts = self.said(tokens, file, at)
        if texts and all(text == HOLE for text in texts) and not HANDED_ON.search(written):
            self.unknown.append("%s:%d: what does %s say?" % (file, tokens[0].line, written))
        for text in texts:
            self.sentences.setdefault(text, (file, tokens[0].line))

    def read(self):
        for file, tokens in self.files.items():
            if file == "base/result.h":
                continue
            for i in range(len(tokens) - 3):  # Refusal{Fault::x, "...", ...}, error_page({500, "...", ...}), faults.push_back({"field", "..."})
                if not tokens[i].is_op("{"):
                    continue
                parts = parted(tokens[i + 1:closing(tokens, i)], ",")
                refusal = tokens[i + 1].text == "Fault" and tokens[i + 2].is_op("::") and len(parts) == 3
                answered = tokens[i - 1].is_op("(") and tokens[i - 2].text == "error_page" and len(parts) == 4
                sent = tokens[i - 1].is_op("(") and tokens[i - 2].text == "push_back" and tokens[i - 4].text == "faults" and len(parts) == 2
                if refusal or answered or sent and file.startswith(("web/site/api_", "registers/answers_json", "tasks/api_")):
                    self.take(parts[1], file, i)
            for i in range(1, len(tokens) - 2):  # page.refusal = "..."
                if tokens[i].text == "refusal" and tokens[i - 1].is_op(".") and tokens[i + 1].is_op("=") and tokens[i + 2].kind == "string":
                    self.take(up_to(tokens, i + 2, ";,"), file, i)
        done = 0
        while done < len(self.refuses):
            name, index, only_in = self.refuses[done]
            done += 1
            for file, at, arguments in self.calls(name, only_in):
                if file in ("base/result.h", "web/rejection.h", "web/site/problem.h"):
                    continue
                if index < len(arguments) and arguments[index]:
                    self.take(arguments[index], file, at)
        for file, table, column in TABLES:
            tokens = self.files[file]
            at = next(i for i, token in enumerate(tokens) if token.text == table)
            rows = up_to(tokens, at, ";")
            for i, token in enumerate(rows):
                if token.is_op("{") and rows[i + 1].text not in "{":
                    cells = parted(rows[i + 1:closing(rows, i)], ",")
                    for cell in cells if column is None else cells[column:column + 1]:
                        for text in self.said(cell, file, at):
                            self.phrases.setdefault(text, (file, token.line))
        return self


def is_format(tokens):
    return "".join(t.text for t in tokens[:3]) == "fmt::format"


def has_words(text):
    return re.search(r"[A-Za-z]{2}", re.sub(r"\{[^{}]*\}", "", text)) is not None
