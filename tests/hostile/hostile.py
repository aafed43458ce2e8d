#!/usr/bin/env python3
"""Gives `makegood` files that it must refuse or read with findings: one line, no crash, under 512 MB,
and nothing left half-imported. The files are made here.

usage: hostile.py MAKEGOOD
"""
import io
import multiprocessing
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

import sheets

MEMORY_LIMIT_MB = 512
SECONDS = 60

CONTENT_TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                 '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
                 'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>')
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body, prolog="", entries=()):
    """A minimal Word file with this body; `entries` are more (name, bytes) parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip_file:
        zip_file.writestr("[Content_Types].xml", CONTENT_TYPES)
        zip_file.writestr("_rels/.rels", RELATIONS)
        zip_file.writestr("word/document.xml", '<?xml version="1.0"?>%s<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>'
                          % (prolog, WORD, body))
        for name, content in entries:
            zip_file.writestr(name, content)
    return out.getvalue()


def paragraph(text):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def nested_tables(depth):
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth


def encrypted_office():
    """The beginning of an OLE container that holds an EncryptedPackage stream."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + name + b"\0" * 2000


def table_rows(count):
    return "Action\tOwner\tBy when\n" + "".join("Do thing %d for everybody\tHead of Service %d\tMarch 2026\n" % (n, n % 9)
                                                for n in range(count))


BOMB = ('<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">' +
        "".join('<!ENTITY %s "%s">' % (chr(98 + n), ("&%s;" % chr(97 + n)) * 10) for n in range(9)) + "]>")

# name, bytes (large ones made when they are needed: a child's peak memory begins with its parent's),
# what extract must say: 2 = refused; 0 = read (perhaps with findings); None = either.
CASES = [
    ("empty.docx", b"", 2),
    ("empty.txt", b"", 2),
    ("blank.md", b" \n\n \t\n", 2),
    ("byte-order-mark.txt", b"\xef\xbb\xbf", 2),
    ("picture.docx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 2),
    ("program.txt", b"\x7fELF" + bytes(range(256)) * 40, 2),
    ("old-word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, 2),
    ("password.docx", encrypted_office(), 2),
    ("truncated.docx", docx(paragraph("Action plan") * 500)[:300], 2),
    ("half.docx", lambda: docx(paragraph("Action plan") * 5000)[:-40], 2),
    ("no-text.docx", docx("<w:p><w:r><w:drawing/></w:r></w:p>"), 2),
    ("not-xml.docx", docx("<w:p><w:r><w:t>never closed"), None),
    ("not-word.docx", b"PK\x03\x04" + b"\0" * 60, 2),
    ("xml-bomb.docx", docx(paragraph("&j;"), prolog=BOMB), 2),
    ("external-entity.docx", docx(paragraph("&x;"), prolog='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 2),
    ("zip-bomb.docx", lambda: docx(paragraph("a" * 200_000_000)), 2),
    ("many-entries.docx", lambda: docx(paragraph("Plan"), entries=[("x/%d" % n, b"") for n in range(20_000)]), 2),
    ("deep-tables.docx", lambda: docx(nested_tables(5_000)), None),
    ("deep.html", lambda: b"<div>" * 200_000 + b"Action plan" + b"</div>" * 200_000, None),
    ("deep-lists.html", lambda: b"<ul><li>" * 100_000 + b"x", None),
    ("attributes.html", lambda: b"<!DOCTYPE html><p " + b" ".join(b"a%d=1" % n for n in range(1_000_000)) + b">Action plan", None),
    ("unclosed-accordions.html", lambda: b"<!DOCTYPE html>" + b"<h2><button aria-expanded=false aria-controls=a>Jobs</button></h2><div id=a hidden><table><tr><td>x" * 30_000, None),
    ("circular-accordions.html", lambda: b"<!DOCTYPE html>" + b"".join(b'<div id=p%d hidden><button aria-controls=p%d>Open</button>x</div>' % (n, (n + 1) % 50_000) for n in range(50_000)), None),
    ("unclosed-definitions.html", lambda: b"<!DOCTYPE html>" + b"<dl><dt>Owner<dd>" * 100_000 + b"x", None),
    ("picture-in-page.html", lambda: b'<!DOCTYPE html><p>Action plan<img src="data:image/png;base64,' + b"A" * 20_000_000 + b'">', None),
    ("deep-quotes.md", lambda: b">" * 100_000 + b" quote", None),
    ("deep-brackets.md", lambda: b"[" * 100_000 + b"a" + b"](" * 100_000, None),
    ("deep-emphasis.md", lambda: b"*a **b " * 50_000, None),
    ("invalid-utf8.txt", b"Action\tOwner\tBy when\nDo \xff\xfe\xc0\xaf thing\tHead of \xed\xa0\x80 Service\tMarch 2026\n", 0),
    ("nul.txt", b"Action\tOwner\tBy when\nDo a\0b\tHead of Service\tMarch 2026\n", None),
    ("no-items.md", b"# Minutes\n\nThe committee met and went home.\n", 0),
    ("hundred-thousand-rows.txt", lambda: table_rows(100_000).encode(), None),
    ("hundred-thousand-rows.csv", lambda: table_rows(100_000).replace("\t", ",").encode(), None),
    ("wide.csv", lambda: b",".join([b"x"] * 100_000) + b"\n", None),
    ("span.html", b"<table><tr><th>Action<th>Owner<tr><td rowspan=1000000000 colspan=1000000000>a<td>b</table>", None),
    ("one-long-line.txt", lambda: b"a" * 20_000_000, None),
    ("unclosed-quote.csv", b'Action,Owner\n"never closed,' + b"x,\n" * 1000, None),
] + sheets.CASES


def limited():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(command):
    began = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limited)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        message = errors.read(1 << 16).decode("utf-8", "strict")
    return process.returncode, message, usage.ru_maxrss / 1024, time.monotonic() - began


def faults_of(name, expected, code, message, peak):
    if code not in (0, 2):
        yield "exit status %d: %s" % (code, message[:300])
    if expected is not None and code != expected:
        yield "exit status %d, not %d: %s" % (code, expected, message[:300])
    if peak > MEMORY_LIMIT_MB:
        yield "peak memory %.0f MB" % peak
    if code == 2:
        lines = message.strip().split("\n")
        if len(lines) != 1 or not lines[0].startswith("makegood: ") or name not in lines[0] or len(lines[0]) > 400:
            yield "not one clear line naming the file: %r" % message[:300]
    if re.search(r"terminate called|Assertion|Segmentation|std::", message):
        yield "breakdown on stderr: %r" % message[:300]


def write(path, content):
    with open(path, "wb") as out:
        out.write(content)


def make_elsewhere(content, path):
    """Makes a large file in a process of its own, so that this one stays small."""
    maker = multiprocessing.get_context("fork").Process(target=lambda: write(path, content()))
    maker.start()
    maker.join()


def check(makegood, folder, name, content, expected):
    path = os.path.join(folder, name)
    if callable(content):
        make_elsewhere(content, path)
    else:
        write(path, content)
    code, message, peak, seconds = run([makegood, "extract", path])
    faults = list(faults_of(name, expected, code, message, peak))
    print("%-28s exit %3d %6.0f MB %5.1f s  %s" % (name, code, peak, seconds, message.strip()[:110]))
    data = os.path.join(folder, "data")
    code, message, peak, _ = run([makegood, "import", path, "--data", data])
    faults += ["import: " + fault for fault in faults_of(name, 2 if expected == 2 else None, code, message, peak)]
    os.unlink(path)
    return faults


def check_huge(makegood, folder):
    path = os.path.join(folder, "huge.md")
    with open(path, "wb") as out:
        out.truncate(500 << 20)
    code, message, peak, _ = run([makegood, "extract", path])
    os.unlink(path)
    print("%-28s exit %3d %6.0f MB          %s" % ("huge.md (500 MB)", code, peak, message.strip()[:110]))
    return list(faults_of("huge.md", 2, code, message, peak))


def main(makegood):
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name, content, expected in CASES:
            failed += ["%s: %s" % (name, fault) for fault in check(makegood, folder, name, content, expected)]
        failed += ["huge.md: " + fault for fault in check_huge(makegood, folder)]
        data = os.path.join(folder, "data")
        if os.path.exists(data):
            code, message, _, _ = run([makegood, "verify", "--data", data])
            if code != 0:
                failed.append("verify after the imports: exit %d %s" % (code, message))
    for fault in failed:
        print("FAULT " + fault)
    print("%d files, %d faults" % (len(CASES) + 1, len(failed)))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
