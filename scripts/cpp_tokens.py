"""C++ as scripts/refusal_sentences.py needs it: tokens, brackets, and functions with a body. No compiler is asked."""
import re

TOKEN = re.compile(r'''
    (?P<skip> \s+ | //[^\n]* | /\*.*?\*/ | \#[^\n]*(?:\\\n[^\n]*)* )
  | R"(?P<delimiter>[^()\s]{0,16})\((?P<raw>.*?)\)(?P=delimiter)"
  | (?P<string> "(?P<text>(?:\\.|[^"\\\n])*)"(?:sv)? ) | (?P<char> '(?:\\.|[^'\\\n])+' ) | (?P<name> [A-Za-z_]\w* ) | (?P<number> \d[\w.']* )
  | (?P<op> :: | -> | \+= | == | <= | >= | != | && | \|\| | . )''', re.X | re.S)
CLOSED_BY = {"(": ")", "{": "}", "[": "]"}
NO_FUNCTION = {"if", "for", "while", "switch", "return", "catch", "sizeof"}


class Token:
    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line

    def is_op(self, text):
        return self.kind == "op" and self.text == text


def unescaped(text):
    names = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
    return re.sub(r"\\(.)", lambda m: names.get(m[1], m[1]), text)


def tokens_of(text):
    tokens, line, at = [], 1, 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match["skip"] is None:
            if match["raw"] is not None:
                tokens.append(Token("string", match["raw"], line))
            elif match["string"] is not None:
                tokens.append(Token("string", unescaped(match["text"]), line))
            else:
                tokens.append(Token(match.lastgroup, match[0], line))
        line += match[0].count("\n")
        at = match.end()
    return tokens


def closing(tokens, opening):
    depth = 0
    for i in range(opening, len(tokens)):
        if tokens[i].kind == "op":
            depth += (tokens[i].text in CLOSED_BY) - (tokens[i].text in CLOSED_BY.values())
            if depth == 0:
                return i
    return len(tokens) - 1


def parted(tokens, separators):
    """The parts between separators that stand in no bracket."""
    parts, now, depth = [], [], 0
    for token in tokens:
        if token.kind == "op":
            depth += (token.text in CLOSED_BY) - (token.text in CLOSED_BY.values())
            if depth == 0 and token.text in separators:
                parts.append(now)
                now = []
                continue
        now.append(token)
    return parts + [now]


def up_to(tokens, begin, separators):
    """The tokens from `begin` to the first separator outside brackets, or to the bracket that closes around them."""
    depth = 0
    for i in range(begin, len(tokens)):
        if tokens[i].kind == "op":
            depth += (tokens[i].text in CLOSED_BY) - (tokens[i].text in CLOSED_BY.values())
            if depth < 0 or (depth == 0 and tokens[i].text in separators):
                return tokens[begin:i]
    return tokens[begin:]


def branches(tokens):
    """What a ? b : c can be; nothing where it is no condition."""
    condition = parted(tokens, "?")
    if len(condition) < 2:
        return None
    rest, questions, depth = tokens[len(condition[0]) + 1:], 0, 0
    for i, token in enumerate(rest):
        if token.kind != "op":
            continue
        depth += (token.text in CLOSED_BY) - (token.text in CLOSED_BY.values())
        if depth == 0 and token.text in "?:":
            if token.text == ":" and questions == 0:
                return rest[:i], rest[i + 1:]
            questions += 1 if token.text == "?" else -1
    return None


class Function:
    def __init__(self, file, name, parameters, begin, end):
        self.file, self.name, self.parameters, self.begin, self.end = file, name, parameters, begin, end


def parameters_of(tokens):
    """Their names, in order."""
    declared = [parted(one, "=")[0] for one in parted(tokens, ",")]
    return [one[-1].text if one and one[-1].kind == "name" else "" for one in declared]


def functions_of(file, tokens):
    """Functions with a body, and lambdas with a name."""
    for i in range(1, len(tokens) - 3):
        if tokens[i].kind != "name" or tokens[i].text in NO_FUNCTION:
            continue
        if tokens[i + 1].is_op("("):
            begin = i + 1
        elif tokens[i + 1].is_op("=") and tokens[i + 2].is_op("[") and closing(tokens, i + 2) + 1 < len(tokens):
            begin = closing(tokens, i + 2) + 1
        else:
            continue
        at, parameters = begin, []
        if tokens[begin].is_op("("):
            end = closing(tokens, begin)
            parameters, at = parameters_of(tokens[begin + 1:end]), end + 1
        while at < len(tokens) and tokens[at].text in ("const", "noexcept", "override", "mutable"):
            at += 1
        if at < len(tokens) and tokens[at].is_op("->"):
            at += len(up_to(tokens, at, "{;"))
        before = tokens[i - 1]
        declares = before.kind == "name" and before.text not in NO_FUNCTION or before.text in ("*", "&", ">", "::")
        if at < len(tokens) and tokens[at].is_op("{") and declares:
            yield Function(file, tokens[i].text, parameters, at, closing(tokens, at))
