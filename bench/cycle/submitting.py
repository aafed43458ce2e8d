#!/usr/bin/env python3
"""How fast the plan page is served while 50 owners submit at once, each under a link of their own from a real letter.

usage: submitting.py MAKEGOOD [SECONDS]

A plan of 500 items, 50 owners asked by `makegood ask`, and `makegood serve`. wrk reads the plan page over 8
connections, first alone, then while every owner opens the form, answers all ten items, checks, sends and is thanked,
over and over. Prints p50 and p99 of both, and how many answers were sent meanwhile.
"""
import email
import email.policy
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

OWNERS, EACH, READERS, DAY = 50, 10, 8, "2026-01-05"


def plan():
    lines = ["# Anti-racism action plan of a body with %d owners\n" % OWNERS, "## Theme 1\n",
             "| Ref | Action | Owner | By when |", "|---|---|---|---|"]
    for owner in range(1, OWNERS + 1):
        for n in range(1, EACH + 1):
            lines.append("| %d.%d | Review service %d.%d with the communities that it serves and publish what was heard | "
                         "Head of Service %d | March 2027 |" % (owner, n, owner, n, owner))
    return "\n".join(lines) + "\n"


def directory():
    return "post,email\n" + "".join("Head of Service %d,service%d@aberllyn.example\n" % (n, n) for n in range(1, OWNERS + 1))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("%s: %s" % (" ".join(command), done.stderr))


def ask_owners(makegood, folder):
    """Leaves the council in FOLDER/data; returns the tokens that the letters carry."""
    for name, text in (("plan.md", plan()), ("directory.csv", directory())):
        with open(os.path.join(folder, name), "w") as out:
            out.write(text)
    data = os.path.join(folder, "data")
    letters = os.path.join(folder, "letters")
    run(makegood, "import", os.path.join(folder, "plan.md"), "--data", data, "--plan", "bench", "--release", "--today", DAY)
    run(makegood, "people", "import", os.path.join(folder, "directory.csv"), "--data", data, "--today", DAY)
    run(makegood, "ask", "bench", "--data", data, "--mail", letters, "--today", DAY)
    tokens = []
    for name in sorted(os.listdir(letters)):
        if name.endswith(".eml"):
            with open(os.path.join(letters, name), "rb") as file:
                letter = email.message_from_binary_file(file, policy=email.policy.default)
            tokens.append(re.search(r"/reply/([0-9a-f]{64})", letter.get_body(("plain",)).get_content()).group(1))
    if len(tokens) != OWNERS:
        sys.exit("%d letters were written, not %d" % (len(tokens), OWNERS))
    return tokens


def multipart(fields):
    parts = "".join('--edge\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % field for field in fields)
    return parts + "--edge--\r\n"


class Owner(threading.Thread):
    """Answers all that the link asks about, again and again until told to stop."""

    def __init__(self, port, token, stop):
        super().__init__()
        self.port, self.path, self.stop = port, "/reply/" + token, stop
        self.sent, self.slowest, self.fault = 0, 0.0, None

    def ask(self, method, path, body=None, media="application/x-www-form-urlencoded", expect=200):
        self.line.request(method, path, body, {"Content-Type": media} if body is not None else {})
        answer = self.line.getresponse()
        text = answer.read().decode()
        if answer.status != expect:
            raise RuntimeError("%s %s: %d\n%s" % (method, path, answer.status, text[:2000]))
        return text

    def answer_once(self, round_):
        form = self.ask("GET", self.path)
        items = re.findall(r'name="([^"]+)-narrative"', form)
        fields = [("action", "check")]
        for name, value in re.findall(r'<input[^>]* name="([^"]+)"[^>]* type="hidden"[^>]* value="([^"]*)"', form):
            fields.append((name, value))
        for item in items:
            fields += [(item + "-claim", "on_track"), (item + "-narrative", "Round %d of %s went as planned." % (round_, self.name))]
        self.ask("POST", self.path, multipart(fields), "multipart/form-data; boundary=edge", 303)
        self.ask("GET", self.path + "/check")
        self.ask("POST", self.path + "/send", "", expect=303)
        self.ask("GET", self.path + "/sent")
        self.sent += len(items)

    def run(self):
        try:
            self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            while not self.stop.is_set():
                began = time.monotonic()
                self.answer_once(self.sent)
                self.slowest = max(self.slowest, time.monotonic() - began)
        except Exception as fault:  # noqa: BLE001: told below
            self.fault = fault


def milliseconds(text):
    value, unit = re.match(r"([0-9.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def read_pages(port, seconds):
    out = subprocess.run(["wrk", "-t1", "-c%d" % READERS, "-d%ds" % seconds, "--timeout", "20s", "--latency",
                          "http://127.0.0.1:%d/plans/bench" % port], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        sys.exit(out)
    return (float(re.search(r"Requests/sec:\s+([0-9.]+)", out).group(1)), milliseconds(re.search(r"50%\s+(\S+)", out).group(1)),
            milliseconds(re.search(r"99%\s+(\S+)", out).group(1)))


def serve(makegood, folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([makegood, "serve", "--data", os.path.join(folder, "data"), "--listen", "127.0.0.1:%d" % port,
                               "--today", DAY], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return server, port
        except OSError:
            time.sleep(0.1)
    sys.exit("the server did not start")


def measure(port, tokens, seconds):
    alone = read_pages(port, seconds)
    stop = threading.Event()
    owners = [Owner(port, token, stop) for token in tokens]
    began = time.monotonic()
    for owner in owners:
        owner.start()
    beside = read_pages(port, seconds)
    stop.set()
    for owner in owners:
        owner.join()
    took = time.monotonic() - began
    for owner in owners:
        if owner.fault:
            sys.exit("an owner was refused: %s" % owner.fault)
    print("%-44s %9s %9s %9s" % ("plan page of %d items, %d readers" % (OWNERS * EACH, READERS), "pages/s", "p50 ms", "p99 ms"))
    print("%-44s %9.0f %9.1f %9.1f" % (("alone",) + alone))
    print("%-44s %9.0f %9.1f %9.1f" % (("while %d owners submit at once" % OWNERS,) + beside))
    print("p99 beside the owners: %.1f x; meanwhile %.0f answers a second were sent; the slowest owner waited %.1f s for five pages"
          % (beside[2] / alone[2], sum(o.sent for o in owners) / took, max(o.slowest for o in owners)))


def main(makegood, seconds):
    if shutil.which("wrk") is None:
        sys.exit("plan page beside submitting owners: not measured (wrk is not installed)")
    with tempfile.TemporaryDirectory() as folder:
        tokens = ask_owners(makegood, folder)
        server, port = serve(makegood, folder)
        try:
            measure(port, tokens, seconds)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 10)
