"""Small PDFs made by hand: a plan, and files that are damaged, locked, endless or full of traps."""
import zlib


class Pdf:
    """Objects by number, written with a table of where each begins."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, more="", packed=True):
        data = data if isinstance(data, bytes) else data.encode("latin-1")
        if packed:
            data, more = zlib.compress(data), more + "/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>stream\n%s\nendstream" % (more.encode(), len(data), data))

    def bytes(self, root, trailer=""):
        out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = "xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + "".join("%010d 00000 n \n" % at for at in places)
        return out + ("%strailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
                      % (table, len(places) + 1, root, trailer, len(out))).encode("latin-1")


FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def text(lines, top=780):
    return "".join("BT /F 10 Tf 60 %d Td (%s) Tj ET\n" % (top - 14 * n, line) for n, line in enumerate(lines))


def table(rows, top=700):
    """Ruled, two columns."""
    out = "".join("60 %d m 500 %d l S\n" % (top - 20 * n, top - 20 * n) for n in range(len(rows) + 1))
    out += "".join("%d %d m %d %d l S\n" % (x, top, x, top - 20 * len(rows)) for x in (60, 300, 500))
    for n, (left, right) in enumerate(rows):
        out += "BT /F 10 Tf 65 %d Td (%s) Tj 240 0 Td (%s) Tj ET\n" % (top - 20 * n - 14, left, right)
    return out


PLAN = text(["Action plan"]) + table([("Action", "Owner"), ("Review the lettings policy", "Head of Housing"),
                                      ("Train every officer", "HR Manager"), ("Publish the figures", "Chief Executive")])


def document(content, pages=1, catalogue="", page="", trailer="", resources="", packed=True, setup=None):
    pdf = Pdf()
    font, body = pdf.add(FONT), pdf.stream(content, packed=packed)
    tree = len(pdf.objects) + pages + 1
    for _ in range(pages):
        pdf.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>%s>>%s>>"
                % (tree, body, font, resources, page))
    pdf.add("<</Type/Pages/Count %d/Kids[%s]>>" % (pages, " ".join("%d 0 R" % (3 + n) for n in range(pages))))
    if setup:
        catalogue += setup(pdf)
    root = pdf.add("<</Type/Catalog/Pages %d 0 R%s>>" % (tree, catalogue))
    return pdf.bytes(root, trailer)


def plan(**more):
    return document(PLAN, **more)


def tagged():
    content = "".join("/%s<</MCID %d>>BDC\n%sEMC\n" % (role, n, text([words], 780 - 20 * n))
                      for n, (role, words) in enumerate([("H1", "Plan"), ("TD", "Action"), ("TD", "Owner"), ("TD", "Train officers"), ("TD", "HR Manager")]))

    def tree(pdf):
        base = len(pdf.objects) + 1
        cells = ["<</S/%s/P %d 0 R/Pg 3 0 R/K %d>>" % (role, base, n) for n, role in enumerate(["H1", "TH", "TH", "TD", "TD"])]
        pdf.add("<</Type/StructTreeRoot/K[%s<</S/Table/K[<</S/TR/K[%s]>><</S/TR/K[%s]>>]>>]>>"
                % (cells[0], "".join(cells[1:3]), "".join(cells[3:])))
        return "/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % base
    return document(content, setup=tree)


def deep_structure(depth):
    def tree(pdf):
        base = len(pdf.objects) + 1
        for n in range(depth):
            pdf.add("<</S/Div/P %d 0 R/K %d 0 R>>" % (base + n, base + n + 2))
        pdf.add("<</S/P/Pg 3 0 R/K 0>>")
        pdf.add("<</Type/StructTreeRoot/K %d 0 R>>" % base)
        return "/StructTreeRoot %d 0 R" % (base + depth + 1)
    return plan(setup=tree)


def looping_structure():
    def tree(pdf):
        base = len(pdf.objects) + 1
        pdf.add("<</S/Div/P %d 0 R/K[%d 0 R %d 0 R]>>" % (base + 1, base, base))
        pdf.add("<</Type/StructTreeRoot/K %d 0 R>>" % base)
        return "/StructTreeRoot %d 0 R" % (base + 1)
    return plan(setup=tree)


def looping_pages():
    pdf = Pdf()
    pdf.add("<</Type/Pages/Count 1000000/Kids[1 0 R 1 0 R]>>")
    return pdf.bytes(pdf.add("<</Type/Catalog/Pages 1 0 R>>"))


def scan():
    image = "q 595 0 0 842 0 0 cm BI /W 8 /H 8 /BPC 1 /CS /G ID " + "\x55\xaa" * 4 + " EI Q\n"
    return document(image, pages=3)


def looping_form():
    content = "/X Do " * 50 + PLAN
    pdf = Pdf()
    pdf.add(FONT)
    pdf.stream(content)
    pdf.add("<</Type/Page/Parent 5 0 R/MediaBox[0 0 595 842]/Contents 2 0 R/Resources<</Font<</F 1 0 R>>/XObject<</X 4 0 R>>>>>>")
    pdf.stream("/X Do " * 50, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>")
    pdf.add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
    return pdf.bytes(pdf.add("<</Type/Catalog/Pages 5 0 R>>"))


def packed_bomb(megabytes):
    """A content stream that unpacks to this much, packed twice."""
    once = zlib.compress(b" " * (1 << 20) * megabytes, 9)
    pdf = Pdf()
    pdf.add(FONT)
    data = zlib.compress(once, 9)
    pdf.add(b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (len(data), data))
    pdf.add("<</Type/Page/Parent 4 0 R/MediaBox[0 0 595 842]/Contents 2 0 R/Resources<</Font<</F 1 0 R>>>>>>")
    pdf.add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
    return pdf.bytes(pdf.add("<</Type/Catalog/Pages 4 0 R>>"))


def object_stream_bomb(megabytes):
    """The pages stand in a packed stream of objects that never comes to an end."""
    data = zlib.compress(b"2 0 " + b"[" * ((1 << 20) * megabytes), 9)
    first = b"1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n" % (len(data), data)
    root = b"3 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    places = [(0, 0, 0), (1, 9, 0), (2, 1, 0), (1, 9 + len(first), 0), (1, 9 + len(first) + len(root), 0)]
    entries = b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([n]) for kind, at, n in places)
    table = b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 1]/Root 3 0 R/Length %d>>stream\n%s\nendstream\nendobj\n" % (len(entries), entries)
    return b"%PDF-1.7\n" + first + root + table + b"startxref\n%d\n%%%%EOF\n" % places[4][1]


LOCKED = ("/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % ("41" * 32, "42" * 32))
SCRIPT = "/OpenAction<</S/JavaScript/JS(while(1){app.alert(1)})>>/AA<</WC<</S/Launch/F(sh)>>>>"


def embedded(pdf):
    data = pdf.stream(b"MZ\x90" * 1000, "/Type/EmbeddedFile")
    return "/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F %d 0 R>>>>]>>>>" % data


# Small and sound, for mutation.
SEEDS = [plan(packed=False), plan(), tagged(), scan(), plan(page="/Rotate 90"), document(text(["Words"] * 30), pages=3)]

# As CASES of hostile.py: name, bytes or a maker, exit status of extract (None = either).
CASES = [
    ("plan.pdf", plan(), 0),
    ("tagged.pdf", tagged(), 0),
    ("turned.pdf", plan(page="/Rotate 270"), 0),
    ("script.pdf", plan(catalogue=SCRIPT), 0),
    ("embedded.pdf", plan(setup=embedded), 0),
    ("mark-only.pdf", b"%PDF-1.4\n", 2),
    ("not-really.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 40, 2),
    ("half.pdf", plan()[:-400], None),
    ("no-table-of-objects.pdf", plan().replace(b"startxref", b"startxxxx"), None),
    ("cut-short.pdf", plan()[:60], 2),
    ("locked.pdf", plan(trailer=LOCKED), 2),
    ("scanned.pdf", scan(), 2),
    ("no-pages.pdf", document("", pages=0), 2),
    ("blank-pages.pdf", document("", pages=4), 2),
    ("thousands-of-pages.pdf", lambda: document(text(["Words"], 400), pages=5000), 0),
    ("huge-coordinates.pdf", document("1e30 0 0 1e30 0 0 cm\n" + PLAN + "-1e38 -1e38 m 1e38 1e38 l S\n"), None),
    ("no-numbers.pdf", document(PLAN.replace("60", "--60..6")), None),
    ("deep-structure.pdf", lambda: deep_structure(50_000), None),
    ("looping-structure.pdf", looping_structure(), None),
    ("looping-pages.pdf", looping_pages(), 2),
    ("looping-form.pdf", looping_form(), None),
    ("packed-bomb.pdf", lambda: packed_bomb(100), None),
    ("object-stream-bomb.pdf", lambda: object_stream_bomb(100), 2),
    ("ruled-paper.pdf", lambda: document("".join("0 %.1f m 595 %.1f l S\n" % (n / 10, n / 10) for n in range(8400)) + PLAN), 0),
    ("many-words.pdf", lambda: document(text(["a b c d e f g h i j"] * 40), pages=4000), None),
]
