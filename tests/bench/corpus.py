#!/usr/bin/env python3
"""Writes one synthetic site, from one seed, for Paragone and for Hugo.

    corpus.py FOLDER COMPARISONS [CRITERIA]

Comparisons of two options over CRITERIA (10) criteria.  The Markdown bodies
are the same, to the byte, in FOLDER/paragone and FOLDER/hugo; front matter and
templates differ.  Hugo's pages hold what ours hold at the least: text, scores,
a bar chart, a matrix, navigation.
"""
import os
import random
import sys

DICE = random.Random(7)
WORDS = sorted({"".join(DICE.choice("bcdfghklmnprstvw") + DICE.choice("aeiou")
                        for _ in range(DICE.randint(1, 4)))
                for _ in range(3000)})


def sentence(r, low=8, high=18):
    words = r.choices(WORDS, k=r.randint(low, high))
    at = r.randrange(len(words))
    kind = r.random()
    if kind < .3:
        words[at] = f"*{words[at]}*"
    elif kind < .5:
        words[at] = f"**{words[at]} {r.choice(WORDS)}**"
    elif kind < .65:
        words[at] = f"`{words[at]}_{r.choice(WORDS)}`"
    elif kind < .85:
        words[at] = f"[{words[at]}](https://example.org/{r.choice(WORDS)})"
    return " ".join(words).capitalize() + "."


def paragraph(r, n):
    return " ".join(sentence(r) for _ in range(n))


def title(r, n):
    return " ".join(word.capitalize() for word in r.choices(WORDS, k=n))


def criterion(r, a, b):
    """About 350 words."""
    parts = [paragraph(r, 4)]
    for name in (a, b):
        parts += [f"## {name}", paragraph(r, 5),
                  "\n".join("- " + sentence(r, 5, 10) for _ in range(4)),
                  f"### {title(r, 2)}", paragraph(r, 3)]
    parts += ["```c\nint f(const char *s, size_t n)\n{\n    return s[n] < ' ' ? -1 : 0;\n}\n```",
              "> " + sentence(r), "## Verdict", sentence(r)]
    return "\n\n".join(parts) + "\n"


def overview(r, a, b):
    rows = [f"| Feature | {a} | {b} |", "|:---|:---:|---:|"]
    rows += [f"| {' '.join(r.choices(WORDS, k=2))} | {r.choice(['yes', 'no', '`opt`', '*partly*'])} "
             f"| **{r.randint(1, 999)}** |" for _ in range(8)]
    return "\n\n".join([paragraph(r, 4), "## " + title(r, 2), "\n".join(rows),
                        paragraph(r, 4)]) + "\n"


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


SHELL = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | Bench</title><meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"><link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">Bench</a><nav><ul><li><a href="/">Comparisons</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer><p>Every score was computed from the scoring table.</p></footer></body></html>
"""
SINGLE = """{{ define "main" }}<p><a href="/">Home</a> / <a href="{{ .Parent.RelPermalink }}">{{ .Parent.Title }}</a></p><h1>{{ .Title }}</h1>
<svg viewBox="0 0 400 60" role="img"><rect y="4" width="{{ mul .Params.a 40 }}" height="20"/><text y="19">{{ .Parent.Params.a }} {{ .Params.a }}</text><rect y="32" width="{{ mul .Params.b 40 }}" height="20"/><text y="47">{{ .Parent.Params.b }} {{ .Params.b }}</text></svg>
<article>{{ .Content }}</article><nav>{{ with .NextInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><article>{{ .Content }}</article>{{ $A := .Params.a }}{{ $B := .Params.b }}{{ $sa := 0 }}{{ $sb := 0 }}
<table><thead><tr><th>Criterion</th><th>{{ $A }}</th><th>{{ $B }}</th><th>Weight</th><th>Winner</th></tr></thead><tbody>
{{ range .Pages.ByWeight }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ .Params.a }}</td><td>{{ .Params.b }}</td><td>{{ .Params.wt }}</td><td>{{ if gt .Params.a .Params.b }}{{ $A }}{{ else }}{{ $B }}{{ end }}</td></tr>
{{ $sa = add $sa (mul .Params.a .Params.wt) }}{{ $sb = add $sb (mul .Params.b .Params.wt) }}{{ end }}</tbody><tfoot><tr><td>Total</td><td>{{ $sa }}</td><td>{{ $sb }}</td></tr></tfoot></table>
<svg viewBox="0 0 600 420" role="img">{{ range $i, $p := .Pages.ByWeight }}<text y="{{ add (mul $i 40) 22 }}">{{ $p.Title }}</text><rect x="150" y="{{ add (mul $i 40) 4 }}" width="{{ mul $p.Params.a 40 }}" height="14"/><rect x="150" y="{{ add (mul $i 40) 20 }}" width="{{ mul $p.Params.b 40 }}" height="14"/>{{ end }}</svg>{{ end }}
"""


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    criteria = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    ours, hugo = os.path.join(folder, "paragone"), os.path.join(folder, "hugo")
    put(f"{ours}/site.yaml", "title: Bench\nbase_url: https://example.org/\npictures: []\n")
    put(f"{hugo}/config.toml", 'baseURL = "https://example.org/"\ntitle = "Bench"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n[markup.highlight]\ncodeFences = false\n')
    put(f"{hugo}/layouts/_default/baseof.html", SHELL)
    put(f"{hugo}/layouts/_default/single.html", SINGLE)
    put(f"{hugo}/layouts/_default/list.html", LIST)
    put(f"{hugo}/layouts/index.html", '{{ define "main" }}<ul>{{ range .Site.Sections }}'
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}')
    for k in range(count):
        r = random.Random(1000003 + k)
        slug, a, b = f"cmp-{k:05d}", title(r, 1) + "1", title(r, 2) + " 2"
        text, about = overview(r, a, b), sentence(r)
        at = f"{ours}/{slug}"
        put(f"{at}/comparison.md", f"---\ntitle: {a} vs {b}\nsummary: {about!r}\ndate: 2026-01-01\n"
            f"options: [a, b]\n---\n{text}")
        put(f"{at}/options/a.md", f"---\nname: {a}\n---\n")
        put(f"{at}/options/b.md", f"---\nname: {b}\n---\n")
        put(f"{hugo}/content/{slug}/_index.md", f'---\ntitle: "{a} vs {b}"\ndescription: {about!r}\n'
            f'a: "{a}"\nb: "{b}"\n---\n{text}')
        scores = "criterion,a,b\n"
        for j in range(criteria):
            body, name, weight = criterion(r, a, b), title(r, 2), r.randint(1, 5)
            x, y = r.randint(0, 10), r.randint(0, 10)
            scores += f"c{j},{x},{y}\n"
            put(f"{at}/criteria/{j:02d}-c{j}.md", f"---\ntitle: {name}\nweight: {weight}\n---\n{body}")
            put(f"{hugo}/content/{slug}/c{j}.md", f'---\ntitle: "{name}"\nweight: {j + 1}\na: {x}\nb: {y}\n'
                f"wt: {weight}\n---\n{body}")
        put(f"{at}/scores.csv", scores)


main()
