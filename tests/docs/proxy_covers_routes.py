#!/usr/bin/env python3
"""Checks that the proxy of the how-to asks who somebody is wherever an account is needed.

A session that began by single sign-on holds only while the proxy names the person: a page of signed-in people that the
pattern leaves out sends them back to the page where they sign in, and that sends them on to it again.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOW_TO = ROOT / "docs/how-to/sign-in-with-entra-id.md"
ROUTE = re.compile(r"^(/\S*)(?: \[[^]]*\])?  (GET|POST)  (.+?)  \S+$", re.M)


def main():
    pattern = re.compile(re.search(r'<LocationMatch "([^"]+)">', HOW_TO.read_text(encoding="utf-8")).group(1))
    routes = ROUTE.findall((ROOT / "tests/golden/routes.txt").read_text(encoding="utf-8"))
    inside = [path for path, _, permission in routes if permission != "public" and not path.startswith("/api/")]
    left_out = [path for path in inside if not pattern.search(path) or not pattern.search("/cy" + path)]
    for path in sorted(set(left_out)):
        print("%s: the proxy does not ask who opens %s" % (HOW_TO.relative_to(ROOT), path), file=sys.stderr)
    asked = [path for path, _, permission in routes if permission == "public" and path.startswith("/plans") and pattern.search(path)]
    for path in asked:
        print("%s: nobody needs an account for %s" % (HOW_TO.relative_to(ROOT), path), file=sys.stderr)
    if len(inside) < 100:
        print("only %d routes of signed-in people were read" % len(inside), file=sys.stderr)
    return bool(left_out or asked or len(inside) < 100)


if __name__ == "__main__":
    sys.exit(main())
