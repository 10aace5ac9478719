#!/usr/bin/env python3
"""Writes the pairs of one large comparison as a site for Hugo.

    stubs.py CONTENT FOLDER

CONTENT is what large.py wrote.  Hugo makes a page of each Markdown file, so
each pair has a stub that names its two options; the scores are in one data
file, and the template holds what the page of a pair holds at the least: both
totals, the difference, how many criteria each wins, a table of all criteria, a
chart of it, and links to both options and to the pairs beside it.
"""
import csv
import itertools
import json
import os
import sys

SHELL = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | Bench</title><link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">Bench</a></header><main>{{ block "main" . }}{{ end }}</main>
<footer><p>Every score was computed from the scoring table.</p></footer></body></html>
"""
PAIR = """{{ define "main" }}{{ $d := .Site.Data.large }}{{ $a := index $d.options .Params.one }}{{ $b := index $d.options .Params.other }}
{{ $sa := 0 }}{{ $sb := 0 }}{{ $wa := 0 }}{{ $wb := 0 }}{{ $x := $a.scores }}{{ $y := $b.scores }}
<h1>{{ .Title }}</h1>
<table><thead><tr><th>Criterion</th><th>{{ $a.name }}</th><th>{{ $b.name }}</th><th>Weight</th></tr></thead><tbody>
{{ range $j, $c := $d.criteria }}{{ $p := index $x $j }}{{ $q := index $y $j }}{{ $sa = add $sa (mul $p $c.weight) }}{{ $sb = add $sb (mul $q $c.weight) }}{{ if gt $p $q }}{{ $wa = add $wa 1 }}{{ else if lt $p $q }}{{ $wb = add $wb 1 }}{{ end }}<tr><td><a href="/large/{{ $c.id }}/">{{ $c.title }}</a></td><td>{{ $p }}</td><td>{{ $q }}</td><td>{{ $c.weight }}</td></tr>
{{ end }}</tbody><tfoot><tr><td>Total</td><td>{{ $sa }}</td><td>{{ $sb }}</td><td></td></tr></tfoot></table>
<p>{{ if gt $sa $sb }}{{ $a.name }} is ahead by {{ sub $sa $sb }}.{{ else if lt $sa $sb }}{{ $b.name }} is ahead by {{ sub $sb $sa }}.{{ else }}They are level.{{ end }} {{ $a.name }} wins {{ $wa }} criteria, {{ $b.name }} {{ $wb }}.</p>
<svg viewBox="0 0 600 900" role="img">{{ range $j, $c := $d.criteria }}<text y="{{ add (mul $j 30) 20 }}">{{ $c.title }}</text><circle r="6" cx="{{ add 200 (mul (index $x $j) 38) }}" cy="{{ add (mul $j 30) 16 }}"/><circle r="6" cx="{{ add 200 (mul (index $y $j) 38) }}" cy="{{ add (mul $j 30) 16 }}"/>{{ end }}</svg>
<nav><a href="/large/options/{{ $a.id }}/">{{ $a.name }}</a> <a href="/large/options/{{ $b.id }}/">{{ $b.name }}</a>{{ with .NextInSection }} <a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }} <a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def main():
    at, folder = f"{sys.argv[1]}/large", sys.argv[2]
    options = rows(f"{at}/options.csv")
    criteria = [dict(row, weight=int(row["weight"])) for row in rows(f"{at}/criteria.csv")]
    scores = {(row["option"], row["criterion"]): int(row["score"]) for row in rows(f"{at}/scores.csv")}
    for option in options:
        option["scores"] = [scores[option["id"], criterion["id"]] for criterion in criteria]
    put(f"{folder}/config.toml", 'baseURL = "https://example.org/"\ntitle = "Bench"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n')
    put(f"{folder}/data/large.json", json.dumps({"options": options, "criteria": criteria}))
    put(f"{folder}/layouts/_default/baseof.html", SHELL)
    put(f"{folder}/layouts/_default/single.html", PAIR)
    put(f"{folder}/layouts/_default/list.html", '{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}')
    for (i, one), (k, other) in itertools.combinations(enumerate(options), 2):
        put(f"{folder}/content/large/{one['id']}-vs-{other['id']}.md",
            f'---\ntitle: "{one["name"]} vs {other["name"]}"\none: {i}\nother: {k}\n---\n')


main()
