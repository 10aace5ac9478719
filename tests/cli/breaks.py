#!/usr/bin/env python3
"""A line break in a name is a space: for every kind of name, in every file
that can hold one, the site is the one that the name with a space gives.

    breaks.py PROGRAM FOLDER       works within FOLDER; every break in the first
                                   comparison, two in each of the others, by
                                   TESTS=all every one

Each name below is written with a "~" where it breaks.  A file is written with
a space there, then with every kind of break that it can hold.
"""
import os
import re
import shutil
import subprocess
import sys

PROGRAM, FOLDER = os.path.abspath(sys.argv[1]), sys.argv[2]

WIDE = {
    "site.yaml": 'title: "Our~site"\ntagline: "All~of it"\nauthor: "Jo~Lee"\n',
    "c/comparison.md": """---
title: "Oak~or elm"
summary: "Which~tree?"
date: 2026-11-21
authors: ["Jo~Lee", Ann]
tags: ["old~trees"]
facts: { age: "900~years" }
verdict: "Oak~tree"
columns: { criterion: "What~matters", note: "Why~so" }
---
[=age]
""",
    "c/options.csv": 'name,short,group,price,"Year~found"\n'
                     '"Oak~tree",,"Hard~wood","9~€",1753\n"Elm~tree","The~elm","Hard~wood","8~€",1772\n',
    "c/criteria.csv": 'title,question,group,unit,better\n"Growth~in spring","How~fast?","The~wood","cm~a year",higher\n'
                      '"Shade,~all of it",,"The~wood",,\n',
    "c/criteria/10-shade-all-of-it.md": "---\nrubric: { 0: none, 10: all }\n---\n"
                                        "## Oak tree\n\nDense.\n\n## Elm tree\n\nDenser.\n",
    "c/scores.csv": '"What~matters","Oak~tree","The~elm",judge,source,"Why~so"\n'
                    '"Growth~in spring",40,30,"Ann~Lee",flora,"All of it."\n"Shade,~all of it",5,9,"Bo~Ek",flora,\n',
    "c/sources.yaml": 'flora: { title: "Flora~of trees", author: "Jo~Lee", publisher: "Wood~Press" }\n',
    "c/profiles/park.md": '---\ntitle: "A~park"\nsummary: "For~all"\nweights: { "Shade,~all of it": 2, "Growth~in spring": 1 }\n---\n',
    "c/tables/uses.csv": 'Use,"Oak~tree","Elm~tree"\nBoats,yes,no\n',
}
LONG = dict(WIDE, **{
    "c/comparison.md": WIDE["c/comparison.md"].replace("What~matters", "Our~criterion").replace('note: "Why~so"', 'score: "The~grade"'),
    "c/scores.csv": '"Our~criterion",option,"The~grade",judge\n"Growth~in spring","Oak~tree",40,"Ann~Lee"\n'
                    '"Growth~in spring","Elm~tree",30,"Ann~Lee"\n"Shade,~all of it","The~elm",9,"Ann~Lee"\n'
                    '"Shade,~all of it","Oak~tree",5,"Ann~Lee"\n'})
BARE = {  # what the scoring table names is all there is
    "site.yaml": WIDE["site.yaml"],
    "c/comparison.md": '---\ntitle: Trees\nsummary: S\ndate: 2026-11-21\noptions: ["Oak~tree", "Elm~tree"]\n---\n',
    "c/scores.csv": 'option,"Growth~in spring","Shade,~all"\n"Oak~tree",4,5\n"Elm~tree",3,9\n',
}
FILES = {  # names in Markdown files of their own
    "site.yaml": WIDE["site.yaml"],
    "c/comparison.md": '---\ntitle: Trees\nsummary: S\ndate: 2026-11-21\noptions: [oak, elm]\n---\n',
    "c/options/oak.md": '---\nname: "Oak~tree"\ngroup: "Hard~wood"\nfacts: { "Year~found": 1753 }\n'
                        'used_by: [{ organisation: "The~park" }]\n---\n',
    "c/options/elm.md": '---\nname: "Elm~tree"\n---\n',
    "c/criteria/10-shade.md": '---\ntitle: "Shade,~all"\nquestion: "How~much?"\nwinner: "Elm~tree"\n---\n'
                              "## Oak tree\n\nSome.\n\n## Elm tree\n\nMuch.\n",
    "c/criteria/20-growth.md": '---\ntitle: Growth\nmeasure: { unit: "cm~a year" }\n---\n## Oak tree\n\nSome.\n\n## Elm tree\n\nMuch.\n',
    "c/scores.csv": 'criterion,"Oak~tree","Elm~tree"\n"Shade,~all",4,5\ngrowth,3,9\n',
}
# What a break may be, in a table and in YAML within quotes.
BREAKS = [("\n", "\\n"), ("\r\n", "\\r\\n"), ("\t", "\\t"), ("\u2028", "\\L"), ("\u2029", "\\P"), (" \n ", "\\n\\n"), ("\n\n", " \\n ")]


def put(folder, files, table, yaml):
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", newline="") as file:
            file.write(text.replace("~", table if name.endswith(".csv") else yaml))


def build(folder, out):
    shutil.rmtree(out, ignore_errors=True)
    return subprocess.run([PROGRAM, "build", folder, "-o", out], capture_output=True, text=True)


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)


def said_by(path):
    """A score's line in its table is another one where names have lines."""
    with open(path, "rb") as file:
        return re.sub(rb", line \d+", b"", file.read())


def differing(one, two):
    """Files that are not the same; the scoring table is published as it was given."""
    names = files_below(one)
    if names != files_below(two):
        return ["the list of files"]
    return [name for name in names if name not in (".paragone-manifest", "c/scores.csv")
            and said_by(f"{one}/{name}") != said_by(f"{two}/{name}")]


def wrong(files, breaks):
    put("plain", files, " ", " ")
    said = build("plain", "plain-out")
    if said.returncode:
        yield f"with a space: {said.stderr}"
        return
    for table, yaml in breaks:
        put("broken", files, table, yaml)
        said = build("broken", "broken-out")
        if said.returncode:
            yield f"{table!r}, {yaml!r}: {said.stderr}"
        else:
            yield from (f"{table!r}, {yaml!r}: {name} differs" for name in differing("plain-out", "broken-out"))


def rename(folder):
    for thing in (["option", "c", "Oak tree", "Old oak"], ["criterion", "c", "Growth in spring", "Growth"]):
        subprocess.run([PROGRAM, "rename", *thing, folder], capture_output=True, check=True)


def wrong_when_renamed():
    """Names are found by what they are with a space, and changed where they have a break."""
    put("plain", WIDE, " ", " ")
    put("broken", WIDE, "\n", "\\n")
    for folder in ("plain", "broken"):
        rename(folder)
        build(folder, folder + "-out").check_returncode()
    yield from (f"{name} differs" for name in differing("plain-out", "broken-out"))


os.makedirs(FOLDER, exist_ok=True)
os.chdir(FOLDER)
some = BREAKS if os.environ.get("TESTS") == "all" else BREAKS[1:3]
found = [f"{kind}: {text}" for kind, files, breaks in
         [("wide", WIDE, BREAKS), ("long", LONG, some), ("by option", BARE, some), ("files", FILES, some)]
         for text in wrong(files, breaks)]
found += [f"renamed: {text}" for text in wrong_when_renamed()]
for text in found:
    print(text)
sys.exit(bool(found))
