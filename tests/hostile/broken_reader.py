#!/usr/bin/env python3
"""Puts a program that breaks in the place of makegood-pdf: `extract` and `import` say so in one line that
names the file, whatever it does.

usage: broken_reader.py MAKEGOOD
"""
import os
import shutil
import subprocess
import sys
import tempfile

# what it does, its lines, what is said
WAYS = [
    ("crashes", "kill -SEGV $$", "the PDF reader broke on this file; print it to a new PDF and send that"),
    ("runs out of time", "kill -XCPU $$", "reading this PDF took too long and was stopped; print it to a new PDF and send that"),
    ("ends oddly", "echo 'a page of words' >&2; exit 7", "the PDF reader broke on this file; print it to a new PDF and send that"),
    ("refuses", "echo 'this PDF is locked with a password' >&2; exit 2", "this PDF is locked with a password"),
    ("says nothing", "exit 0", "This PDF could not be read: the PDF reader's answer makes no sense."),
    ("talks nonsense", "echo '{\"format\":\"makegood-pdf-1\",'", "This PDF could not be read: the PDF reader's answer makes no sense."),
    ("never stops talking", "exec yes", "this PDF holds more than can be read; split it and send the part with the plan"),
]


def main(makegood):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        program, reader, plan = (os.path.join(folder, name) for name in ("makegood", "makegood-pdf", "plan.pdf"))
        shutil.copy(makegood, program)
        with open(plan, "wb") as out:
            out.write(b"%PDF-1.7\n")
        for does, lines, message in WAYS:
            with open(reader, "w") as out:
                out.write("#!/bin/sh\n%s\n" % lines)
            os.chmod(reader, 0o755)
            for command in ([program, "extract", plan], [program, "import", plan, "--data", os.path.join(folder, "data")]):
                run = subprocess.run(command, capture_output=True, text=True, timeout=120)
                if run.returncode != 2 or run.stderr.strip() != "makegood: %s: %s" % (plan, message):
                    failed += 1
                    print("FAULT a reader that %s: %s exits with %d and says %r" % (does, command[1], run.returncode, run.stderr))
    print("%d ways, %d faults" % (len(WAYS), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
