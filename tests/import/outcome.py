"""What an import made of an article, against what is right.

    outcome.py FOLDER RIGHT [FOLDER RIGHT]...

RIGHT has a line for each thing that must be so.  Lines that begin with
options, criterion, scores, pros or cons are all of their kind: one too many
is as wrong as one too few.  "intro has WORDS" looks into a place, "not
PLACE: WORDS" keeps words out of it, "not criterion TITLE" a title.
FOLDER is the comparison's; prints a line for each, and the differences.
"""
import csv
import json
import pathlib
import re
import sys

KINDS = ("options:", "criterion ", "scores ", "pros ", "cons ")


def front(path):
    text = path.read_text() if path.exists() else ""
    head, body = {}, text
    if text.startswith("---\n"):
        head_text, body = text[4:].split("---\n", 1)
        key = None
        for line in head_text.splitlines():
            if line.startswith("  - "):
                head.setdefault(key, []).append(value(line[4:]))
            elif not line.startswith(" ") or line.startswith(("  unit: ", "  better: ")):
                line = line.strip()
                key, _, rest = line.partition(":")
                if rest.strip():
                    head[key] = value(rest.strip())
    return head, body


def value(text):
    if text.startswith('"'):
        return json.loads(re.sub(r'\\(?!["\\])', r"\\\\", text))
    if text.startswith("["):
        return [part.strip().strip('"') for part in text[1:-1].split(",")]
    return text


def plain(markdown):
    text = re.sub(r"\\(.)", r"\1", markdown)
    text = re.sub(r"^#+ |\*\*", "", text, flags=re.M)
    return " / ".join(line for line in text.splitlines() if line.strip())


def outcome(folder):
    head, intro = front(folder / "comparison.md")
    ids = head["options"]
    options = {i: front(folder / "options" / (i + ".md")) for i in ids}
    names = {i: options[i][0]["name"] for i in ids}
    lines = ["options: " + " | ".join(names[i] for i in ids)]
    places = {"intro": intro, "head": (folder / "comparison.md").read_text(), "draft": head.get("draft", "")}
    titles = {}
    for i in ids:
        places["option " + names[i]] = options[i][1]
        for kind in ("pros", "cons"):
            if kind in options[i][0]:
                lines.append(f"{kind} {names[i]}: " +
                             "; ".join(map(plain, options[i][0][kind])))
    for path in sorted(folder.glob("criteria/*.md"),
                       key=lambda p: int(p.name.split("-")[0])):
        criterion, body = front(path)
        titles[path.stem.split("-", 1)[1]] = criterion["title"]
        parts = re.split(r"^## (.*)$", body, flags=re.M)
        said = {"body": parts[0]}
        said.update({names.get(k, k): v for k, v in zip(parts[1::2], parts[2::2])})
        words = [f"{k}={plain(said[k])}" for k in list(names.values()) + ["body", "Verdict"]
                 if plain(said.get(k, ""))]
        weight = f" weight {criterion['weight']}" if "weight" in criterion else ""
        if "unit" in criterion:
            weight += f" [{criterion.get('better', 'not set')}, {criterion['unit']}]"
        line = f"criterion {criterion['title']}{weight}: " + " | ".join(words)
        lines.append(line.replace("| Verdict=", "| verdict=").replace(": Verdict=", ": verdict=").strip())
    places["csv"] = ""
    if (folder / "scores.csv").exists():
        places["csv"] = (folder / "scores.csv").read_text()
        given = {}
        for row in csv.DictReader(open(folder / "scores.csv", newline="")):
            given.setdefault(row["criterion"], []).append(
                f"{names[row['option']]} {row['score']}")
        lines += [f"scores {titles[c]}: " + ", ".join(s) for c, s in given.items()]
    for place in ("guide", "faq", "unplaced"):
        path = folder / (place + ".md")
        places[place] = path.read_text() if path.exists() else ""
    places["table"] = "".join(p.read_text() for p in folder.glob("tables/*.md"))
    report = (folder / "import-report.txt").read_text()
    places["todo"], _, rest = report.split("To do\n", 1)[1].partition("\nImages")
    places["images"] = rest.split("\nBlocks", 1)[0]
    return lines, places


def flat(text):
    return re.sub(r"\\(.)", r"\1", text)


def differences(folder, expected):
    lines, places = outcome(pathlib.Path(folder))
    right = pathlib.Path(expected).read_text().splitlines()
    exact = [r.strip() for r in right if r.startswith(KINDS)]
    yield from (f"missing: {r}" for r in exact if r not in lines)
    yield from (f"too much: {l}" for l in lines if l not in exact)
    if places["draft"] != "yes":
        yield "missing: draft: yes"
    for r in right:
        if " has " in r and not r.startswith(KINDS):
            place, words = r.split(" has ", 1)
            if words not in flat(places[place]):
                yield f"missing: {r}"
        if r.startswith("not criterion "):
            if any(l.startswith(f"criterion {r[14:]}:") for l in lines):
                yield r
        elif r.startswith("not "):
            place, words = r[4:].split(": ", 1)
            if words in flat(places[place]):
                yield r


def main():
    failed = False
    for folder, right in zip(sys.argv[1::2], sys.argv[2::2]):
        wrong = list(differences(folder, right))
        print("FAIL" if wrong else "ok  ", f"{right} is what {folder} holds", *wrong, sep="\n     " if wrong else " ")
        failed = failed or bool(wrong)
    return failed


if __name__ == "__main__":
    sys.exit(main())
