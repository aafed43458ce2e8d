#!/usr/bin/env python3
"""Looks into Word files as another program would: the zip is whole, every part is well-formed XML
with a content type, every relationship inside leads to a part, every style that is used is defined,
and every list, too. Exit status 1 and a line for what is not so.

usage: check_docx.py FILE...
"""
import posixpath
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"


def faults(path):
    with zipfile.ZipFile(path) as package:
        if package.testzip() is not None:
            yield "a part is damaged"
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}
    types = parts["[Content_Types].xml"]
    typed = {node.get("PartName") for node in types.iter(PACKAGE + "content-types}Override")}
    for name in parts:
        if name.endswith(".xml") and name != "[Content_Types].xml" and "/" + name not in typed:
            yield f"{name} has no content type"
    for name in typed:
        if name[1:] not in parts:
            yield f"{name} has a content type and is not there"
    for name, root in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for node in root.iter(PACKAGE + "relationships}Relationship"):
                inside = node.get("TargetMode") != "External"
                if inside and posixpath.join(folder, node.get("Target")) not in parts:
                    yield f"{node.get('Target')} is not there"
    body = parts["word/document.xml"]
    yield from missing(body, "pStyle", {node.get(WORD + "styleId") for node in parts["word/styles.xml"].iter(WORD + "style")})
    yield from missing(body, "numId", {node.get(WORD + "numId") for node in parts["word/numbering.xml"].iter(WORD + "num")})
    for cell in body.iter(WORD + "tc"):
        if cell[-1].tag != WORD + "p":
            yield "a cell does not end with a paragraph"
    for row in body.iter(WORD + "tr"):
        if row.find(WORD + "tc") is None:
            yield "a row has no cell"


def missing(body, tag, known):
    for node in body.iter(WORD + tag):
        if node.get(WORD + "val") not in known:
            yield f"{tag} {node.get(WORD + 'val')} is not defined"


def main():
    status = 0
    for path in sys.argv[1:]:
        for fault in faults(path):
            print(f"{path}: {fault}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
