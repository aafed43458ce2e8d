#!/usr/bin/env python3
"""Writes the Aberllyn plan as Word and as Markdown, from the words in aberllyn.py.

    examples/make_docx.py            write both files
    examples/make_docx.py --check    exit 1 if a committed file is not what would be written

Needs Python's standard library only. The same words give the same bytes: parts are stored, not
compressed, and carry a fixed date. The Word file is built the way a council's is: headings and
references numbered by Word itself, header rows that repeat, rows merged across and cells merged
down, lists inside cells, links, and a footer with page numbers.
"""
import io
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

sys.dont_write_bytecode = True
import aberllyn  # noqa: E402  (no compiled copy is left beside it)

HERE = pathlib.Path(__file__).resolve().parent
WORD = HERE / "plans" / "aberllyn-anti-racism-plan.docx"
MARKDOWN = HERE / "aberllyn-anti-racism-plan.md"
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")

WIDTHS = {  # columns in twentieths of a point; each adds up to the width between the margins
    "actions": [900, 8400, 3000, 2268],
    "response": [900, 8400, 3000, 2268],
    "actions_merged": [900, 6300, 2400, 2700, 2268],
    "lettered": [900, 10200, 3468],
}
NUMBER, BULLET, ARROW, FIRST_LETTERS = 1, 2, 3, 4  # numbering ids in numbering.xml


# ---- Word ----------------------------------------------------------------------------------

NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Links:
    """The addresses that the document links to, by the id that Word asks for."""

    def __init__(self):
        self.addresses = []

    def id_of(self, address):
        self.addresses.append(address)
        return "rLink%d" % len(self.addresses)


def run(text, properties=""):
    style = "<w:rPr>%s</w:rPr>" % properties if properties else ""
    return '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % (style, escape(text))


def runs(text, links, properties=""):
    parts, at = [], 0
    for match in LINK.finditer(text):
        parts.append(run(text[at:match.start()], properties) if match.start() > at else "")
        parts.append('<w:hyperlink r:id="%s">%s</w:hyperlink>'
                     % (links.id_of(match[2]), run(match[1], '<w:rStyle w:val="Hyperlink"/>')))
        at = match.end()
    return "".join(parts) + (run(text[at:], properties) if at < len(text) else "")


def paragraph(text, links, style="", numbering=None, level=0, bold=False):
    properties = '<w:pStyle w:val="%s"/>' % style if style else ""
    if numbering:
        properties += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (level, numbering)
    return "<w:p><w:pPr>%s</w:pPr>%s</w:p>" % (properties, runs(text, links, "<w:b/>" if bold else ""))


def cell(content, width, span=1, merge=""):
    properties = '<w:tcW w:w="%d" w:type="dxa"/>' % width
    if span > 1:
        properties += '<w:gridSpan w:val="%d"/>' % span
    if merge:
        properties += "<w:vMerge/>" if merge == "continue" else '<w:vMerge w:val="restart"/>'
    return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (properties, content or "<w:p/>")


def row(cells, header=False):
    return "<w:tr>%s%s</w:tr>" % ("<w:trPr><w:tblHeader/></w:trPr>" if header else "", "".join(cells))


def lines(texts, links):
    return "".join(paragraph(text[2:], links, "ListParagraph", BULLET) if text.startswith("* ")
                   else paragraph(text, links) for text in texts)


def reference():
    return paragraph("", Links(), numbering=NUMBER, level=1)


def response_cell(answer, links):
    parts = [paragraph("Response: " + answer["response"], links, bold=True),
             paragraph("Progress to date:", links, bold=True), lines(answer["progress"], links)]
    if "approval" in answer:
        parts.append(paragraph(answer["approval"], links))
    parts.append(paragraph("Commitments:", links, bold=True))
    parts += [paragraph(each, links, "ListParagraph", ARROW) for each in answer["commitments"]]
    return "".join(parts)


def word_rows(theme, links, letters):
    shape, widths = theme["shape"], WIDTHS[theme["shape"]]
    owners_at = [entry[1] if shape == "actions_merged" else () for entry in theme["rows"]] + [()]
    for number, entry in enumerate(theme["rows"]):
        if shape == "actions":
            texts, owners, when = entry
            yield row([cell(reference(), widths[0]), cell(lines(texts, links), widths[1]),
                       cell(lines(owners, links), widths[2]), cell(lines([when], links), widths[3])])
        elif shape == "actions_merged":
            texts, owners, partners, when = entry
            merge = "continue" if owners is None else "restart" if owners_at[number + 1] is None else ""
            yield row([cell(reference(), widths[0]), cell(lines(texts, links), widths[1]),
                       cell(lines(owners or [], links), widths[2], merge=merge),
                       cell(lines(partners, links), widths[3]), cell(lines([when], links), widths[4])])
        elif shape == "lettered":
            points, owners = entry
            list_ = "".join(paragraph("%s (%s)" % point, links, "ListParagraph", letters) for point in points)
            yield row([cell(reference(), widths[0]), cell(list_, widths[1]), cell(lines(owners, links), widths[2])])
        else:
            text, owners, when, answer = entry
            yield row([cell(reference(), widths[0]), cell(lines([text], links), widths[1]),
                       cell(lines(owners, links), widths[2]), cell(lines([when], links), widths[3])])
            yield row([cell(response_cell(answer, links), sum(widths), span=len(widths))])


def word_table(theme, links, letters):
    widths = WIDTHS[theme["shape"]]
    grid = "".join('<w:gridCol w:w="%d"/>' % width for width in widths)
    header = row([cell(paragraph(name, links, bold=True), width) for name, width in zip(theme["columns"], widths)],
                 header=True)
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '</w:tblPr><w:tblGrid>%s</w:tblGrid>%s%s</w:tbl><w:p/>'
            % (sum(widths), grid, header, "".join(word_rows(theme, links, letters))))


def word_body(links):
    yield paragraph(aberllyn.TITLE, links, "Title")
    yield paragraph(aberllyn.SUBTITLE, links, "Subtitle")
    yield paragraph("Introduction", links, "Heading1")
    yield from (paragraph(text, links) for text in aberllyn.INTRODUCTION)
    letters = FIRST_LETTERS
    for theme in aberllyn.THEMES:
        yield paragraph(theme["title"], links, "Heading1", NUMBER)
        yield from (paragraph(text, links) for text in theme.get("introduction", []))
        yield word_table(theme, links, letters)
        letters += theme["shape"] == "lettered"
        if theme["measures"]:
            yield paragraph("Measuring progress", links, "Heading2")
            yield paragraph("We will follow these measures:", links)
            yield from (paragraph(text, links, "ListParagraph", BULLET) for text in theme["measures"])
    for title, texts in aberllyn.CLOSING:
        yield paragraph(title, links, "Heading1")
        yield from (paragraph(text, links) for text in texts)


def document(links):
    section = ('<w:sectPr><w:footerReference w:type="default" r:id="rFooter"/>'
               '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
               '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
               '</w:sectPr>')
    return "%s<w:document %s><w:body>%s%s</w:body></w:document>" % (HEAD, NAMESPACES, "".join(word_body(links)), section)


def field(instruction):
    return '<w:fldSimple w:instr="%s"><w:r><w:t>1</w:t></w:r></w:fldSimple>' % instruction


def footer():
    return ('%s<w:ftr %s><w:p><w:pPr><w:jc w:val="right"/></w:pPr>%s%s%s%s</w:p></w:ftr>'
            % (HEAD, NAMESPACES, run(aberllyn.TITLE + ", page "), field("PAGE"), run(" of "), field("NUMPAGES")))


def level(number, form, text, indent):
    return ('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="space"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>' % (number, form, text, indent, indent))


def numbering():
    kinds = [level(0, "decimal", "%1.", 0) + level(1, "decimal", "%1.%2", 0),
             level(0, "bullet", "•", 360), level(0, "bullet", "➤", 360), level(0, "lowerLetter", "%1.", 360)]
    abstract = "".join('<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>%s</w:abstractNum>' % (i, kind)
                       for i, kind in enumerate(kinds))
    used = "".join('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (i + 1, i) for i in range(len(kinds)))
    return "%s<w:numbering %s>%s%s</w:numbering>" % (HEAD, NAMESPACES, abstract, used)


def style(kind, name, title, based_on="", paragraph_="", run_="", default=False):
    return ('<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>%s%s%s</w:style>'
            % (kind, ' w:default="1"' if default else "", name, title,
               '<w:basedOn w:val="%s"/>' % based_on if based_on else "",
               "<w:pPr>%s</w:pPr>" % paragraph_ if paragraph_ else "", "<w:rPr>%s</w:rPr>" % run_ if run_ else ""))


def styles():
    sides = "".join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>' % side
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    after = '<w:spacing w:after="100"/>'
    heading = '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="%d"/>'
    return HEAD + "<w:styles %s>" % NAMESPACES + "".join([
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
        style("paragraph", "Normal", "Normal", paragraph_=after, default=True),
        style("paragraph", "Title", "Title", "Normal", run_='<w:b/><w:sz w:val="44"/>'),
        style("paragraph", "Subtitle", "Subtitle", "Normal", run_='<w:sz w:val="28"/>'),
        style("paragraph", "Heading1", "heading 1", "Normal", heading % 0, '<w:b/><w:sz w:val="32"/>'),
        style("paragraph", "Heading2", "heading 2", "Normal", heading % 1, '<w:b/><w:sz w:val="26"/>'),
        style("paragraph", "ListParagraph", "List Paragraph", "Normal"),
        style("character", "Hyperlink", "Hyperlink", run_='<w:color w:val="12436D"/><w:u w:val="single"/>'),
        '<w:style w:type="table" w:default="1" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:tblPr><w:tblBorders>%s</w:tblBorders></w:tblPr></w:style>' % sides]) + "</w:styles>"


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def relationships(entries):
    inside = "".join('<Relationship Id="%s" Type="%s" Target="%s"%s/>'
                     % (name, kind, escape(target), ' TargetMode="External"' if external else "")
                     for name, kind, target, external in entries)
    return '%s<Relationships xmlns="%srelationships">%s</Relationships>' % (HEAD, PACKAGE, inside)


def content_types():
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = [("/word/document.xml", base + "document.main+xml"), ("/word/styles.xml", base + "styles+xml"),
             ("/word/numbering.xml", base + "numbering+xml"), ("/word/footer1.xml", base + "footer+xml"),
             ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    return ('%s<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>%s</Types>'
            % (HEAD, PACKAGE, "".join('<Override PartName="%s" ContentType="%s"/>' % part for part in parts)))


def core_properties():
    return ('%s<cp:coreProperties xmlns:cp="%smetadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            '<dc:title>%s</dc:title><dc:creator>Aberllyn County Borough Council</dc:creator><dc:language>en-GB</dc:language>'
            '</cp:coreProperties>' % (HEAD, PACKAGE, escape(aberllyn.TITLE)))


def word_parts():
    links = Links()
    body = document(links)
    main = [("rStyles", OFFICE + "styles", "styles.xml", False), ("rNumbers", OFFICE + "numbering", "numbering.xml", False),
            ("rFooter", OFFICE + "footer", "footer1.xml", False)]
    main += [("rLink%d" % (i + 1), OFFICE + "hyperlink", address, True) for i, address in enumerate(links.addresses)]
    root = [("rMain", OFFICE + "officeDocument", "word/document.xml", False),
            ("rCore", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml", False)]
    return [("[Content_Types].xml", content_types()), ("_rels/.rels", relationships(root)),
            ("docProps/core.xml", core_properties()), ("word/document.xml", body),
            ("word/_rels/document.xml.rels", relationships(main)), ("word/styles.xml", styles()),
            ("word/numbering.xml", numbering()), ("word/footer1.xml", footer())]


def word_file():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in word_parts():
            entry = zipfile.ZipInfo(name, (2025, 11, 27, 9, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


# ---- Markdown ------------------------------------------------------------------------------

def html(text):
    return LINK.sub(lambda m: '<a href="%s">%s</a>' % (m[2], m[1]), escape(text))


def html_lines(texts):
    out, bullets = [], []
    for text in list(texts) + [None]:
        if text is not None and text.startswith("* "):
            bullets.append("<li>%s</li>" % html(text[2:]))
            continue
        if bullets:
            out.append("<ul>%s</ul>" % "".join(bullets))
            bullets = []
        if text is not None:
            out.append("<p>%s</p>" % html(text))
    return "".join(out)


def markdown_response(answer):
    parts = ["<p>Response: %s</p>" % html(answer["response"]), "<p>Progress to date:</p>", html_lines(answer["progress"])]
    if "approval" in answer:
        parts.append("<p>%s</p>" % html(answer["approval"]))
    return "".join(parts) + "<p>Commitments:</p><ul>%s</ul>" % "".join("<li>%s</li>" % html(c) for c in answer["commitments"])


def pipes(cells):
    return "| " + " | ".join(cells) + " |"


def inline(texts):
    """A cell of paragraphs only, as Markdown; lists and several paragraphs as HTML."""
    return texts[0] if len(texts) == 1 else html_lines(texts) if any(t.startswith("* ") for t in texts) else "<br>".join(texts)


def markdown_rows(theme, number):
    for at, entry in enumerate(theme["rows"], 1):
        ref = "%d.%d" % (number, at)
        if theme["shape"] == "actions":
            texts, owners, when = entry
            yield pipes([ref, inline(texts), inline(owners or [""]), when])
        elif theme["shape"] == "lettered":
            points, owners = entry
            yield pipes([ref, "<br>".join("%s. %s (%s)" % (chr(97 + i), *point) for i, point in enumerate(points)), inline(owners)])
        else:
            text, owners, when, answer = entry
            yield pipes([ref, text, inline(owners), when])
            yield pipes([markdown_response(answer)] + [""] * (len(theme["columns"]) - 1))


def html_table(theme, number):
    yield "<table>"
    yield "<tr>%s</tr>" % "".join("<th>%s</th>" % name for name in theme["columns"])
    for at, (texts, owners, partners, when) in enumerate(theme["rows"], 1):
        below = at < len(theme["rows"]) and theme["rows"][at][1] is None
        owner = "" if owners is None else "<td%s>%s</td>" % (' rowspan="2"' if below else "", html_lines(owners))
        yield "<tr><td>%d.%d</td><td>%s</td>%s<td>%s</td><td>%s</td></tr>" % (
            number, at, html_lines(texts), owner, html_lines(partners), html(when))
    yield "</table>"


def markdown_table(theme, number):
    if theme["shape"] == "actions_merged":
        yield from html_table(theme, number)
        return
    yield pipes(theme["columns"])
    yield pipes(["---"] * len(theme["columns"]))
    yield from markdown_rows(theme, number)


def markdown_file():
    out = ["# " + aberllyn.TITLE, "", aberllyn.SUBTITLE, "", "## Introduction", ""]
    for text in aberllyn.INTRODUCTION:
        out += [text, ""]
    for number, theme in enumerate(aberllyn.THEMES, 1):
        out += ["## %d. %s" % (number, theme["title"]), ""]
        for text in theme.get("introduction", []):
            out += [text, ""]
        out += [*markdown_table(theme, number), ""]
        if theme["measures"]:
            out += ["### Measuring progress", "", "We will follow these measures:", ""]
            out += ["- " + text for text in theme["measures"]] + [""]
    for title, texts in aberllyn.CLOSING:
        out += ["## " + title, ""]
        for text in texts:
            out += [text, ""]
    return "\n".join(out).encode("utf-8")


def main():
    files = {WORD: word_file(), MARKDOWN: markdown_file()}
    if sys.argv[1:] == ["--check"]:
        stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
        for path in stale:
            print("%s is not what make_docx.py writes; run examples/make_docx.py" % path.relative_to(HERE.parent), file=sys.stderr)
        return 1 if stale else 0
    for path, data in files.items():
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
