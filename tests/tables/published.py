"""Published cases, whose answers others have worked out, from each shape that
a scoring table has: what data.json says is what was published.

A case is its options, its criteria (title, weight, then columns of
criteria.csv), its scores by criterion, its scoring, and what must come out.
"""
import json
import math
import os
import re
import tempfile

from preview import Preview

SHAPES = ["wide", "long", "by-option"]

# An article of freeCodeCamp: ten aspects of two frameworks, A or B or both.
ASPECTS = [("Architecture", 1, 0), ("Speed", 1, 0), ("Syntax", 0, 1), ("Scalability", 1, 0), ("Extensibility", 1, 1),
           ("Libraries", 1, 1), ("Universality", 1, 1), ("Learning curve", 1, 1), ("Community", 1, 1),
           ("Best-suited apps", 0, 0)]
TALLY = [[1, 0], [2, 0], [2, 1], [3, 1], [4, 2], [5, 3], [6, 4], [7, 5], [8, 6], [8, 6]]
# Tzeng and Huang, Multiple Attribute Decision Making, 2011.
TZENG = [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]]
# Krippendorff, Content Analysis, 2004: four judges, twelve units.
UNITS = ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."]


def case(name, scoring, weights, rows, expected, options="ABCDEFGHIJKL", titles=None, measures=None):
    """`rows`: the scores of each option."""
    titles = titles or [f"C{j + 1}" for j in range(len(weights))]
    return {"name": name, "scoring": scoring, "options": list(options)[:len(rows)], "measures": measures or {},
            "criteria": list(zip(titles, weights)), "scores": {"": rows}, "expected": expected}


def aspects(name, scoring, expected):
    return case(name, scoring, [1] * 10, [[a[1] for a in ASPECTS], [a[2] for a in ASPECTS]], expected,
                titles=[a[0] for a in ASPECTS])


STRETCHED = {"better": "higher"}
LEAD = {"first": {"a": 7 / 8, "b": 1 / 8}, "switch": {"syntax": 0.25}}
CASES = [
    aspects("tally", "method: points, scale: [0, 1]", {"points": [8, 6], "tally": TALLY, "ranks": [1, 2], **LEAD}),
    aspects("aspects", "method: weighted-sum, scale: [0, 1]", {"totals": [.8, .6], **LEAD}),
    case("sum", "method: weighted-sum", [1, 1, 1], [[1, 0, 3], [0, 5, 6]], {"totals": [4 / 30, 11 / 30], "ranks": [2, 1]}),
    case("topsis", "method: topsis", [.3, .4, .3], TZENG,
         {"totals": [.5037, .6581, .7482, .3340], "ranks": [3, 2, 1, 4]}),
    case("share-two", "scale: [0, 1], method: weighted-sum", [1, 1], [[.7, .2], [.3, .8]], {"first": {"a": .4, "b": .6}}),
    case("share-three", "scale: [0, 1], method: weighted-sum", [1, 1, 1], [[.8, .2, .5], [.3, .4, .4]],
         {"first": {"a": 17 / 21, "b": 4 / 21}}),
    case("fixed-two", "method: weighted-sum", [.6, .4], [[9, 5], [6, 7]], {"totals": [.74, .64], "ranks": [1, 2]}),
    case("fixed-three", "method: weighted-sum", [.6, .4], [[9, 5], [6, 7], [1, 8]],
         {"totals": [.74, .64, .38], "ranks": [1, 2, 3]}),
    case("stretched-two", "method: weighted-sum", [.6, .4], [[9, 5], [6, 7]], {"totals": [.6, .4], "ranks": [1, 2]},
         measures=STRETCHED),
    case("stretched-three", "method: weighted-sum", [.6, .4], [[9, 5], [6, 7], [1, 8]],
         {"totals": [.6, .6417, .4], "ranks": [2, 1, 3]}, measures=STRETCHED),
    case("decision", "scale: [0, 5]", [3, 5, 2], [[5, 1, 4], [3, 3, 4], [1, 5, 1]],
         {"totals": [.56, .64, .60], "ranks": [3, 1, 2], "switch": {"security": 6 / 11}},
         options=["Baseline", "A", "B"], titles=["Time", "Security", "Operability"]),
    case("decision-two", "scale: [0, 5]", [3, 5, 2], [[3, 3, 4], [1, 5, 1]], {"first": {"a": 4 / 5, "b": 1 / 5}}),
    case("switches", "method: weighted-sum", [.3, .4, .3], TZENG,
         {"totals": [.40, .70, .85, .35], "ranks": [3, 2, 1, 4], "switch": {"c1": None, "c2": 1 / 7, "c3": 6 / 13},
          "to": {"c2": "b", "c3": "b"}}, measures=STRETCHED),
    case("measured", "method: weighted-sum", [1], [[50], [100], [250], [300], [20]],
         {"totals": [1, .75, 0, 0, 1], "ranks": [1, 3, 4, 4, 1]},
         measures={"unit": "ms", "better": "lower", "best": "50", "worst": "250"}),
    {"name": "agreement", "scoring": "method: weighted-sum, scale: [0, 5], missing: available",
     "options": list("ABCDEFGHIJKL"), "criteria": [("C1", 1)], "measures": {}, "expected": {"alpha": .85},  # .8491, as a page rounds it
     "scores": {judge: [["" if unit[k] == "." else unit[k]] for unit in UNITS]
                for k, judge in enumerate(["Ann", "Bob", "Cid", "Dot"])}},
]


def table(c, shape):
    """The scoring table; those of one judge have no column for judges."""
    judges = list(c["scores"])
    several = [] if judges == [""] else ["judge"]
    name = lambda judge: [judge] if several else []
    cells = [(judge, i, j, str(score)) for judge in judges for i, row in enumerate(c["scores"][judge])
             for j, score in enumerate(row)]
    if shape == "long":
        rows = [["criterion", "option", "score", "weight", *several]] + [
            [c["criteria"][j][0], c["options"][i], score, str(c["criteria"][j][1]), *name(judge)]
            for judge, i, j, score in cells]
    elif shape == "wide":
        rows = [["criterion", "weight", *several, *c["options"]]] + [
            [title, str(weight), *name(judge), *[str(row[j]) for row in c["scores"][judge]]]
            for judge in judges for j, (title, weight) in enumerate(c["criteria"])]
    else:
        rows = [["option", *several, *[title for title, _ in c["criteria"]]]] + [
            [option, *name(judge), *map(str, c["scores"][judge][i])]
            for judge in judges for i, option in enumerate(c["options"])]
    return "".join(",".join(row) + "\n" for row in rows)


def write(folder, c, shape):
    by_option = shape == "by-option"
    os.makedirs(folder)
    with open(os.path.join(folder, "comparison.md"), "w") as to:
        to.write(f"---\ntitle: T\nsummary: S\ndate: 2026-01-01\nscoring: {{ {c['scoring']} }}\n---\nText.\n")
    with open(os.path.join(folder, "scores.csv"), "w") as to:
        to.write(table(c, shape))
    if by_option or c["measures"]:
        # The weights stand where the shape has a place for them.
        head = ["title", *(["weight"] if by_option else []), *c["measures"]]
        with open(os.path.join(folder, "criteria.csv"), "w") as to:
            to.write("\n".join(",".join(row) for row in [head] + [
                [title, *([str(weight)] if by_option else []), *c["measures"].values()]
                for title, weight in c["criteria"]]) + "\n")


def differences(data, alpha, expected):
    """What is not as published, to the digits that were."""
    found = {"totals": [o["total"] for o in data["options"]], "ranks": [o["rank"] for o in data["options"]],
             "points": [o.get("points") for o in data["options"]],
             "tally": [j.get("tally") for j in data["criteria"]],
             "first": {r["option"]: r["first"] for r in data["robustness"]},
             "switch": {s["criterion"]: s["switch_weight"] for s in data["sensitivity"]},
             "to": {s["criterion"]: s["to"] for s in data["sensitivity"]}, "alpha": alpha}
    for key, value in expected.items():
        got = found[key]
        if isinstance(value, dict):
            got = {name: got.get(name) for name in value}
        if not same(got, value):
            yield f"{key} is {got}, not {value}"


def same(got, value):
    if isinstance(value, dict):
        return got.keys() == value.keys() and all(same(got[k], value[k]) for k in value)
    if isinstance(value, list):
        return len(got) == len(value) and all(map(same, got, value))
    if isinstance(value, float):
        return isinstance(got, (int, float)) and math.isclose(got, value, abs_tol=0.00005)
    return got == value


def alpha(preview, name):
    """As a page says it, which is where it stands."""
    said = re.search(r"[Aa]lpha[^0-9<]*([0-9.]+)", preview.get(f"{name}/scoreboard/"))
    return float(said[1]) if said else None


def differs(preview, c, shape):
    """How much of a case is not as published."""
    name = f"{c['name']}-{shape}"
    data = json.loads(preview.get(f"{name}/data.json"))
    found = list(differences(data, alpha(preview, name), c["expected"]))
    for difference in found:
        print(f"FAIL {name}: {difference}")
    return len(found)


def check():
    """How many were wrong."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        content = os.path.join(folder, "content")
        for c in CASES:
            for shape in SHAPES:
                write(os.path.join(content, f"{c['name']}-{shape}"), c, shape)
        with open(os.path.join(content, "site.yaml"), "w") as to:
            to.write("title: T\npictures: []\n")
        with Preview(content) as preview:
            for c in CASES:
                for shape in SHAPES:
                    failed += differs(preview, c, shape)
    print(f"{len(CASES)} published cases in {len(SHAPES)} shapes, {failed} failed")
    return failed
