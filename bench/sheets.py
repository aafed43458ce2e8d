#!/usr/bin/env python3
"""Measures `makegood extract` on a made-up tracker of many rows: rows per second and peak memory, cold
process included, median of several runs. Beside it openpyxl, reading the same cells one by one and
doing nothing with them, where a Python with openpyxl is installed.

usage: sheets.py MAKEGOOD [ROWS]
"""
import importlib
import os
import subprocess
import sys
import tempfile
import zipfile

from large_plan import POSTS, WHEN

median = importlib.import_module("import").median  # the bench of the other formats; its name is a keyword
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
READ_ALL = ("import openpyxl,sys\n"
            "book=openpyxl.load_workbook(sys.argv[1],read_only=True,data_only=True)\n"
            "print(sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None))")


def relations(*pairs):
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % "".join(
        '<Relationship Id="r%d" Type="%s%s" Target="%s"/>' % (n, TYPES, kind, target) for n, (kind, target) in enumerate(pairs))


def write_tracker(path, rows):
    """References, actions, owners and dates, half of them true dates, half in words; texts shared as Excel does."""
    texts, places = [], {}

    def shared(name, text):
        if text not in places:
            places[text] = len(texts)
            texts.append(text)
        return '<c r="%s" t="s"><v>%d</v></c>' % (name, places[text])

    lines = ['<row r="1">%s</row>' % "".join(shared(c + "1", t) for c, t in zip("ABCD", ("Ref", "Action", "Owner", "By when")))]
    for n in range(2, rows + 2):
        when = '<c r="D%d" s="1"><v>%d</v></c>' % (n, 46000 + n % 700) if n % 2 else shared("D%d" % n, WHEN[n % len(WHEN)])
        lines.append('<row r="%d">%s%s%s%s</row>' % (
            n, shared("A%d" % n, "%d.%d" % (n // 25 + 1, n % 25 + 1)),
            shared("B%d" % n, "Review service %d with the communities that it serves, publish what was heard, and agree what will change" % n),
            shared("C%d" % n, POSTS[n % len(POSTS)]), when))
    name = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
                               '"application/vnd.openxmlformats-package.relationships+xml"/>%s</Types>' % "".join(
                                   '<Override PartName="/xl/%s.xml" ContentType="%s%s+xml"/>' % (part, office, kind) for part, kind in (
                                       ("workbook", "sheet.main"), ("sheet1", "worksheet"), ("sharedStrings", "sharedStrings"), ("styles", "styles"))),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": '<workbook %s xmlns:r="%s"><sheets><sheet name="Tracker" sheetId="1" r:id="r0"/></sheets></workbook>' % (name, TYPES[:-1]),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/sheet1.xml": "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (name, "".join(lines)),
        "xl/sharedStrings.xml": "<sst %s>%s</sst>" % (name, "".join("<si><t>%s</t></si>" % text for text in texts)),
        "xl/styles.xml": '<styleSheet %s><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
                         '<cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>' % name,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part, content in parts.items():
            out.writestr(part, content)


def python_with_openpyxl():
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python) and subprocess.run([python, "-c", "import openpyxl"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def main(makegood, rows):
    rival = python_with_openpyxl()
    print("%-46s %9s %8s %8s %9s %8s" % ("sheets", "KB", "ms", "rows/s", "peak MB", "openpyxl"))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "%d-rows.xlsx" % rows)
        write_tracker(path, rows)
        took, peak = median([makegood, "extract", path])
        beside = "%.1f x" % (median([rival, "-c", READ_ALL, path])[0] / took) if rival else "-"
        print("%-46s %9.1f %8.1f %8.0f %9.1f %8s" % (os.path.basename(path), os.path.getsize(path) / 1024, took, rows / (took / 1000), peak, beside))
    print("openpyxl: its time, for reading the cells alone, as a multiple of ours" if rival else "openpyxl is not installed: no rival shown")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 20_000)
