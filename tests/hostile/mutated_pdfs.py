#!/usr/bin/env python3
"""Damages small PDFs at random and holds makegood-pdf to its word: it answers with JSON (exit 0), refuses in
one line (exit 2), or breaks alone, and then `makegood extract` says so in one line.

usage: mutated_pdfs.py MAKEGOOD MAKEGOOD_PDF      for MAKEGOOD_FUZZ_SECONDS (2)
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zlib

import pdfs

SECONDS_EACH = 40


def damage(data, chance):
    data = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        kind = chance.randrange(5)
        if kind == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at:at + chance.randint(1, 40)] = b""
        elif kind == 2:
            data[at:at] = data[at // 2:at // 2 + chance.randint(1, 60)]
        elif kind == 3:
            data[at:at] = chance.choice([b"-1 ", b"99999999999 ", b"1e38 ", b"[", b">>", b"1 0 R ", b"endobj ", b"/MCID 1 ", b"q ", b"Q "])
        else:
            words = bytes(data).split(b" ")
            chance.shuffle(words[at % len(words):at % len(words) + 6])
            data = bytearray(b" ".join(words))
        if not data:
            return b"%PDF-"
    return bytes(data)


def fault_of(makegood, reader, data, folder):
    run = subprocess.run([reader], input=data, capture_output=True, timeout=SECONDS_EACH)
    if run.returncode == 0:
        json.loads(run.stdout)
        return None
    if run.returncode == 2:
        lines = run.stderr.decode("utf-8").strip().split("\n")
        return None if len(lines) == 1 and lines[0] else "not one line: %r" % run.stderr[:300]
    if run.returncode > 0:
        return "exit status %d: %r" % (run.returncode, run.stderr[:300])
    path = os.path.join(folder, "broken.pdf")
    with open(path, "wb") as out:
        out.write(data)
    run = subprocess.run([makegood, "extract", path], capture_output=True, timeout=SECONDS_EACH)
    message = run.stderr.decode("utf-8").strip()
    return None if run.returncode == 2 and message and "\n" not in message else "a crash became %d %r" % (run.returncode, message)


def main(makegood, reader):
    until = time.monotonic() + float(os.environ.get("MAKEGOOD_FUZZ_SECONDS", "2"))
    chance, runs = random.Random(20231130), 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < until:
            data = damage(chance.choice(pdfs.SEEDS), chance)
            try:
                fault = fault_of(makegood, reader, data, folder)
            except (ValueError, subprocess.TimeoutExpired) as error:
                fault = str(error)[:300]
            if fault:
                kept = os.path.join(tempfile.gettempdir(), "makegood-pdf-%08x.pdf" % zlib.crc32(data))
                with open(kept, "wb") as out:
                    out.write(data)
                print("FAULT %s (kept as %s)" % (fault, kept))
                return 1
            runs += 1
    print("%d files, no fault" % runs)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
