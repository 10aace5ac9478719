#!/usr/bin/env python3
"""Compares docs/templates.md with what `paragone data` prints.

    names.py PROGRAM CONTENT

Every name in the values of each kind of page must stand in the document, in
backquotes, as the last part of some name; and every name of the tables must be
in the values of some page.
"""
import json
import re
import subprocess
import sys

PROGRAM, CONTENT = sys.argv[1:3]
PAGES = ["index.html", "tags/trees", "about.html", "404.html", "who.html", "search", "oak-vs-elm", "oak-vs-elm/matrix",
         "oak-vs-elm/scoreboard", "oak-vs-elm/weights", "oak-vs-elm/compare", "oak-vs-elm/oak-vs-elm", "oak-vs-elm/report", "oak-vs-elm/speed", "oak-vs-elm/options/oak", "oak-vs-elm/infographic",
         "trees", "trees/matrix", "trees/scoreboard", "trees/weights", "trees/height", "trees/options/oak"]
FREE = ("t", "assets")  # named by the theme


def names(value, found):
    if isinstance(value, dict):
        for key, inner in value.items():
            found.add(key)
            if key not in FREE:
                names(inner, found)
    elif isinstance(value, list):
        for inner in value:
            names(inner, found)


real = set()
for page in PAGES:
    printed = subprocess.run([PROGRAM, "data", CONTENT, page], capture_output=True, check=True)
    names(json.loads(printed.stdout), real)
with open("docs/templates.md") as file:
    text = file.read()
quoted = re.findall(r"`([a-z0-9_.\[\]]+)`", text)
documented = {part for name in quoted for part in name.replace("[]", "").split(".") if part}
tables = {part for line in text.splitlines() if line.startswith("| `")
          for name in re.findall(r"`([a-z0-9_.\[\]]+)`", line.split("|")[1])
          for part in name.replace("[]", "").split(".") if part}
missing = sorted(real - documented)
stale = sorted(tables - real - set("404 redirect home tag page overview criterion matrix scoreboard report search weights compare option pair infographic root".split()))
for name in missing:
    print(f"{name}: a page gets it, docs/templates.md does not list it")
for name in stale:
    print(f"{name}: docs/templates.md lists it, no page gets it")
sys.exit(bool(missing or stale))
