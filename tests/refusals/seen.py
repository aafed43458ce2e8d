"""What scripts/refusal_sentences.py sees in C++: a small source of each shape, and the sentences and phrases in it."""
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import refusal_sentences  # noqa: E402: in scripts/

# (name, what stands in a function, sentences, phrases, whether it cannot be followed)
ROWS = [
    ("a sentence", 'return refuse(Fault::conflict, "nothing was changed");', ["nothing was changed"], [], False),
    ("one over two lines", 'return refuse(Fault::conflict, "nothing "\n  "was changed", "field");', ["nothing was changed"], [], False),
    ("one in a comment", '// refuse(Fault::conflict, "not this")\nreturn refuse(Fault::conflict, "but this");', ["but this"], [], False),
    ("a format", 'return refuse(Fault::too_large, fmt::format("over {} MB", kMost >> 20U));', ["over {} MB"], [], False),
    ("a format with a way of writing", 'return refuse(f, fmt::format("{:.1f} is too much", x));', ["{:.1f} is too much"], [], False),
    ("what + joins", 'return refuse(f, "there is no \\"" + shorten(name, 60) + "\\" here");', ['there is no "{}" here'], [], False),
    ("a condition", 'return refuse(f, late ? "too late" : early ? "too early" : "not now");', ["too late", "too early", "not now"], [], False),
    ("a variable", 'const auto why = late ? "too late" : "not now";\nreturn refuse(f, std::move(why));', ["too late", "not now"], [], False),
    ("a variable of braces", 'std::string why{"too late"};\nreturn refuse(f, why);', ["too late"], [], False),
    ("an optional", 'if (const auto why = early ? "too early" : "not now"; why) return refuse(f, *why);', ["too early", "not now"], [], False),
    ("a phrase in a place", 'return refuse(f, fmt::format("sent {}", late ? "too late" : "too early"));', ["sent {}"], ["too late", "too early"], False),
    ("words that somebody typed", 'return refuse(f, fmt::format("\\"{}\\" is no day", late ? "one day" : "some day"));', ['"{}" is no day'], [], False),
    ("a value", 'return page(Refusal{Fault::not_found, "there is no such post", {}});', ["there is no such post"], [], False),
    ("a page's refusal", 'values.refusal = "choose a file";', ["choose a file"], [], False),
    ("what was said elsewhere", "return refuse(f, other.error().message);", [], [], False),
    ("what cannot be followed", "return refuse(f, kWords[at]);", [], [], True),
]

# A function that is handed the sentence, and one that makes it.
HANDED = '''namespace {
Result<void> needs(bool holds, const char* sentence) { if (holds) return {}; return refuse(Fault::conflict, sentence); }
std::string why_not(bool late) { if (late) return "it is late"; return fmt::format("it is {} days early", days); }
}
Result<void> set() { if (auto ok = needs(true, "a title is needed"); !ok) return ok; return refuse(Fault::conflict, why_not(true)); }
'''


def seen_in(text):
    with tempfile.TemporaryDirectory() as folder:
        refusal_sentences.SRC = pathlib.Path(folder)
        (refusal_sentences.SRC / "tasks").mkdir()
        (refusal_sentences.SRC / "tasks" / "one.cc").write_text(text, encoding="utf-8")
        source = refusal_sentences.Source().read()
    shown = lambda texts: sorted(text for text in texts if refusal_sentences.has_words(text))
    return shown(source.sentences), shown(source.phrases), bool(source.unknown)


def main():
    refusal_sentences.TABLES = ()
    wrong = 0
    rows = [(name, "Result<void> one(Values values) {\n%s\n}\n" % body, *rest) for name, body, *rest in ROWS]
    rows.append(("handed on and made", HANDED, ["a title is needed", "it is late", "it is {} days early"], [], False))
    for name, text, *expected in rows:
        found = seen_in(text)
        if list(found) != [sorted(expected[0]), sorted(expected[1]), expected[2]]:
            print("%s: %r, not %r" % (name, found, expected))
            wrong += 1
    print("%d shapes, %d of them wrong" % (len(rows), wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
