"""Hostile spreadsheets for hostile.py: name, bytes or a function that makes them, expected exit status."""
import io
import zipfile

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DOCTYPE = ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' +
           "".join('<!ENTITY %s "%s">' % (chr(98 + n), ("&%s;" % chr(97 + n)) * 10) for n in range(9)) + "]>")


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, content in parts:
            zip_file.writestr(name, content)
    return out.getvalue()


def relation(name, kind, target):
    return '<Relationship Id="%s" Type="%s%s" Target="%s"/>' % (name, TYPES, kind, target)


def xlsx(rows, before="", after="", strings="", styles="", links="", prolog="", sheets=1, parts=()):
    """A workbook whose sheets all are the one part with these rows."""
    names = "".join('<sheet name="Plan %d" sheetId="%d" r:id="s"/>' % (n, n + 1) for n in range(sheets))
    return package([
        ("_rels/.rels", "<Relationships>%s</Relationships>" % relation("w", "officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets>%s</sheets></workbook>' % names),
        ("xl/_rels/workbook.xml.rels", "<Relationships>%s%s%s</Relationships>" % (
            relation("s", "worksheet", "sheet.xml"), relation("t", "sharedStrings", "strings.xml"), relation("y", "styles", "styles.xml"))),
        ("xl/sheet.xml", '%s<worksheet xmlns:r="r">%s<sheetData>%s</sheetData>%s</worksheet>' % (prolog, before, rows, after)),
        ("xl/_rels/sheet.xml.rels", "<Relationships>%s</Relationships>" % links),
        ("xl/strings.xml", "<sst>%s</sst>" % strings),
        ("xl/styles.xml", "<styleSheet>%s</styleSheet>" % styles),
    ] + list(parts))


def ods(content, prolog=""):
    return package([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", '%s<o:document-content xmlns:o="o" xmlns:table="t" xmlns:text="x"><o:body><o:spreadsheet>'
                        '<table:table table:name="Plan">%s</table:table></o:spreadsheet></o:body></o:document-content>' % (prolog, content)),
    ])


def cell(name, text):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (name, text)


def plan(rows):
    """An ordinary tracker of so many rows."""
    head = "".join(cell(c + "1", t) for c, t in zip("ABC", ("Action", "Owner", "By when")))
    return '<row r="1">%s</row>' % head + "".join(
        '<row r="%d">%s%s%s</row>' % (n, cell("A%d" % n, "Do thing %d for everybody" % n), cell("B%d" % n, "Head of Service %d" % (n % 9)),
                                      cell("C%d" % n, "March 2026")) for n in range(2, rows + 2))


SMALL = plan(3)
ODS_CELL = '<table:table-cell%s><text:p>Do it</text:p></table:table-cell>'
ODS_ROW = "<table:table-row%s>" + ODS_CELL % "" + "</table:table-row>"

CASES = [
    ("good.xlsx", xlsx(SMALL), 0),
    ("million-empty-rows.xlsx", lambda: xlsx(SMALL + "".join('<row r="%d" s="1"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n)
                                                              for n in range(6, 1_048_577))), 0),
    ("zip-bomb.xlsx", lambda: xlsx("<row>" + " " * 400_000_000 + "</row>"), 2),
    ("text-bomb.xlsx", lambda: xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>' + "a" * 300_000_000 + "</t></is></c></row>"), 2),
    ("shared-text-bomb.xlsx", lambda: xlsx("".join('<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 100_001)),
                                           strings="<si><t>" + "word " * 6_000 + "</t></si>"), 2),
    ("too-many-cells.xlsx", lambda: xlsx("".join('<row r="%d">%s</row>' % (n, "<c><v>1</v></c>" * 500) for n in range(1, 3_001))), 2),
    ("as-many-cells-as-may-be.xlsx", lambda: xlsx("".join('<row r="%d">%s</row>' % (n, "".join(
        '<c t="inlineStr"><is><t>some words %d</t></is></c>' % (k * n % 97) for k in range(10))) for n in range(1, 49_990))), 0),
    ("as-many-bullets-as-may-be.xlsx", lambda: xlsx("".join('<row r="%d">%s</row>' % (n, "".join(
        '<c t="inlineStr"><is><t>%s</t></is></c>' % ("&#8226; a%d\n" % k * 100) for k in range(10))) for n in range(1, 490))), 0),
    ("many-shared-texts.xlsx", lambda: xlsx(SMALL, strings="<si/>" * 5_000_000), 2),
    ("laughs.xlsx", xlsx('<row><c t="inlineStr"><is><t>&j;</t></is></c></row>', prolog=DOCTYPE), 2),
    ("laughs-in-workbook.xlsx", package([("xl/workbook.xml", DOCTYPE + "<workbook><sheets><sheet name='&j;'/></sheets></workbook>")]), 2),
    ("text-out-of-range.xlsx", xlsx('<row r="1"><c r="A1" t="s"><v>4294967296</v></c><c r="B1" t="s"><v>-1</v></c></row>' + SMALL.replace('r="1"', 'r="9"', 1)), 0),
    ("row-beyond.xlsx", xlsx(SMALL + '<row r="1048577"><c r="A1048577"><v>1</v></c></row><row r="4294967299"><c><v>1</v></c></row>'), 0),
    ("column-beyond.xlsx", xlsx(SMALL + '<row r="9"><c r="XFE9"><v>1</v></c><c r="ZZZZZZZZZZZZ9"><v>1</v></c></row>'), 0),
    ("last-cell.xlsx", xlsx(SMALL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/>'), 0),
    ("many-columns.xlsx", lambda: xlsx("".join("<row>%s</row>" % "".join("<c><v>%d</v></c>" % (k * n) for k in range(16_384)) for n in range(1, 21))), 0),
    ("merges-overlap.xlsx", xlsx(SMALL, after='<mergeCells><mergeCell ref="A1:C4"/><mergeCell ref="B2:XFD1048576"/><mergeCell ref="A1:A1"/>'
                                              '<mergeCell ref="C4:A2"/><mergeCell ref="nonsense"/></mergeCells>'), 0),
    ("many-merges.xlsx", lambda: xlsx(plan(20_000), after="<mergeCells>%s</mergeCells>" % "".join(
        '<mergeCell ref="%s%d:%s1048576"/>' % (c, n, c) for n in range(1, 20_001) for c in "ABC")), None),
    ("hidden-columns.xlsx", lambda: xlsx(plan(20_000), before="<cols>%s</cols>" % ('<col min="1" max="16384" hidden="1"/>' * 50_000)), None),
    ("relations-in-circles.xlsx", package([
        ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/><sheet name="B" r:id="b"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", "<Relationships>%s%s</Relationships>" % (relation("a", "worksheet", "workbook.xml"), relation("b", "worksheet", "../xl/../xl/workbook.xml")))]), 2),
    ("sheet-is-its-own-table.xlsx", xlsx(SMALL, links=relation("t1", "table", "sheet.xml")), 0),
    ("many-links.xlsx", lambda: xlsx(plan(20_000), after="<hyperlinks>%s</hyperlinks>" % "".join('<hyperlink ref="A1:XFD1048576" r:id="t%d"/>' % n for n in range(300_000)),
                                     links="".join(relation("t%d" % n, "hyperlink", "x") for n in range(60_000))), None),
    ("many-gaps.xlsx", lambda: xlsx("<row r='1'>%s</row>" % "".join('<c r="%s1"><v>1</v></c>' % c for c in
                                    (a + b + d for a in "ABCDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for d in "ACEGIKMOQSUWY")) +
                                    "".join('<row r="%d"><c r="AAA%d"><v>1</v></c><c r="AAC%d"><v>2</v></c></row>' % (n, n, n) for n in range(2, 90_000))), None),
    ("many-tables.xlsx", lambda: xlsx(SMALL, links="".join(relation("t%d" % n, "table", "t.xml") for n in range(100_000)),
                                      parts=[("xl/t.xml", '<table ref="A1:C4"/>')]), 0),
    ("many-sheets.xlsx", lambda: xlsx(SMALL, sheets=100_000), 2),
    ("same-sheet-often.xlsx", lambda: xlsx(plan(2_000), sheets=900), None),
    ("no-sheets.xlsx", package([("xl/workbook.xml", "<workbook/>")]), 2),
    ("sheet-missing.xlsx", package([("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>')]), 2),
    ("never-closed.xlsx", xlsx("<row><c><v>1"), 2),
    ("deep.xlsx", lambda: xlsx("<row>" * 200_000), 2),
    ("long-format.xlsx", lambda: xlsx('<row r="1"><c r="A1" s="0"><v>45017</v></c><c r="B1" s="0"><v>1</v></c></row>',
                                      styles='<numFmts><numFmt numFmtId="200" formatCode="%s"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>' % ("y" * 1_000_000)), 0),
    ("many-formats.xlsx", lambda: xlsx(SMALL, styles="<cellXfs>%s</cellXfs>" % ('<xf numFmtId="14"/>' * 150_000)), 0),
    ("cut-short.xlsx", xlsx(plan(2_000))[:9_000], 2),
    ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "Workbook".encode("utf-16-le") + b"\0" * 2000, 2),
    ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000, 2),
    ("binary.xlsb", package([("xl/workbook.bin", b"\x83\x01\x00")]), 2),
    ("hundred-thousand-rows.xlsx", lambda: xlsx(plan(100_000)), 0),
    ("good.ods", ods("<table:table-row>%s%s</table:table-row>" % (ODS_CELL % "", ODS_CELL % "") * 2), 0),
    ("rows-repeated.ods", ods(ODS_ROW % ' table:number-rows-repeated="1000000000"'), 2),
    ("cells-repeated.ods", ods("<table:table-row table:number-rows-repeated='1000000'>%s</table:table-row>" % (ODS_CELL % ' table:number-columns-repeated="1000000000"')), 2),
    ("text-repeated.ods", ods("<table:table-row>%s</table:table-row>" % (ODS_CELL.replace("Do it", "word " * 100_000) % ' table:number-columns-repeated="16384"')), 2),
    ("empty-repeated.ods", ods(ODS_ROW % "" + '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' * 100), 0),
    ("spans.ods", ods(("<table:table-row>%s</table:table-row>" % (ODS_CELL % ' table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"' * 2)) * 3), 0),
    ("spaces.ods", lambda: ods("<table:table-row><table:table-cell><text:p>%s</text:p></table:table-cell></table:table-row>" % ('<text:s text:c="1000000000"/>' * 2_000_000)), 2),
    ("laughs.ods", ods("<table:table-row><table:table-cell><text:p>&j;</text:p></table:table-cell></table:table-row>", prolog=DOCTYPE), 2),
    ("deep.ods", lambda: ods("<table:table-cell>" * 200_000), 2),
    ("locked.ods", package([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"\x8f\x01"),
                            ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")]), 2),
]
