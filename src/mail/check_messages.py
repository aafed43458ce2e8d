#!/usr/bin/env python3
"""Reads our messages with Python's email package: headers, parts and words must be what was meant."""
import email
import email.policy
import json
import subprocess
import sys


def check(sample):
    message = email.message_from_bytes(bytes.fromhex(sample["message"]), policy=email.policy.default)
    to = message["To"].addresses[0]
    body = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",))
    calendars = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    pairs = [
        ("defects", message.defects, []),
        ("address", to.addr_spec, sample["to"]),
        ("name", to.display_name, sample["name"]),
        ("sender", message["From"].addresses[0].display_name, "Cyngor Aberllyn – cynlluniau"),
        ("subject", str(message["Subject"]), sample["subject"]),
        ("date", message["Date"].datetime.isoformat(), "2023-06-14T09:30:00+00:00"),
        ("text", body, sample["text"]),
        ("html", html.get_content() if html else "", sample["html"]),
        ("calendar", calendars[0].get_content() if calendars else "", sample["calendar"].replace("\r\n", "\n")),
    ]
    # Lines end with CRLF on the way, and the last one of a part belongs to what follows it (RFC 2046): no difference.
    plain = lambda value: value.replace("\r\n", "\n").rstrip("\n") if isinstance(value, str) else value
    pairs = [(name, plain(got), plain(meant)) for name, got, meant in pairs]
    wrong = [name for name, got, meant in pairs if got != meant]
    for name, got, meant in pairs:
        if name in wrong:
            print(f"{name}: {got!r} is not {meant!r}", file=sys.stderr)
    return not wrong


samples = [json.loads(line) for line in subprocess.run([sys.argv[1]], check=True, capture_output=True).stdout.splitlines()]
if len(samples) != 3 or not all([check(sample) for sample in samples]):
    sys.exit(1)
