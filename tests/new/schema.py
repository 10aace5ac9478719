"""Checks that the JSON Schemas take every file of the given content folders,
and refuse what the reader refuses: `schema.py SCHEMAS FOLDER...`."""
import glob, json, os, re, sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Dates stay text, as they are for editors."""


Loader.yaml_implicit_resolvers = {
    first: [r for r in rules if r[0] != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    text = open(path, encoding="utf-8-sig").read()
    if path.endswith(".md"):
        text = text.split("---\n")[1]
    return yaml.load(text, Loader) or {}


schemas = {}
for path in glob.glob(sys.argv[1] + "/*.schema.json"):
    schema = json.load(open(path))
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas[os.path.basename(path).split(".")[0]] = jsonschema.Draft202012Validator(schema)
assert len(schemas) == 8, sorted(schemas)

PLACES = {"site": "site.yaml", "comparison": "*/comparison.md", "option": "*/options/*.md",
          "criterion": "*/criteria/*.md", "profile": "*/profiles/*.md", "sources": "*/sources.yaml",
          "theme": "theme.yaml", "syntax": "syntax/*.yaml"}
seen = dict.fromkeys(PLACES, 0)
for folder in sys.argv[2:]:
    for kind, pattern in PLACES.items():
        for path in glob.glob(folder + "/" + pattern):
            if re.search(r"\.[a-z][a-z]\.md$", path):
                continue  # a translation holds texts alone: docs/languages.md
            schemas[kind].validate(load(path))
            seen[kind] += 1
assert all(seen.values()), seen

GOOD = {"title": "t", "summary": "s", "date": "2026-11-21", "options": ["a", "b"]}
REFUSED = [
    ("site", {"titel": "x"}), ("site", {"title": "x", "base_url": "example.org"}),
    ("site", {"title": "x", "pictures": ["card"]}), ("site", {"title": "x", "menu": [{"page": "p"}]}),
    ("comparison", {**GOOD, "options": ["a"]}), ("comparison", {**GOOD, "options": [["a"], "b"]}),
    ("comparison", {**GOOD, "scoring": {"method": "sum"}}), ("comparison", {**GOOD, "scoring": {"tie": 2}}),
    ("comparison", {**GOOD, "scoring": {"scale": [0]}}), ("comparison", {**GOOD, "pairs": "some"}),
    ("comparison", {**GOOD, "pairs": {"top": 1}}), ("comparison", {**GOOD, "charts": ["pie"]}),
    ("comparison", {**GOOD, "date": "21.11.2026"}), ("comparison", {**GOOD, "title": ""}),
    ("option", {}), ("option", {"name": "x", "color": "red"}), ("option", {"name": "x", "used_by": [{"for": "y"}]}),
    ("criterion", {"title": "x", "weight": -1}), ("criterion", {"title": "x", "measure": {"better": "more"}}),
    ("profile", {"title": "x"}), ("profile", {"title": "x", "weights": {"a": -1}}),
    ("sources", {"a": {"author": "x"}}), ("theme", {"colors": {"light": {"ink": "red"}}}),
    ("syntax", {"strings": [{"to": "x"}]}), ("syntax", {"capitals": "big"}), ("syntax", {"signs": {"@": "x"}}),
]
schemas["comparison"].validate(GOOD)
for kind, wrong in REFUSED:
    assert not schemas[kind].is_valid(wrong), (kind, wrong)

# Those of tables: each column that they name is documented.
TABLES = {"options-table": "id", "criteria-table": "title", "scores-wide": "criterion", "scores-long": "score",
          "scores-by-option": "judge"}
for kind, column in TABLES.items():
    table = json.load(open(f"{sys.argv[1]}/{kind}.table.json"))
    names = [field["name"] for field in table["fields"]]
    assert len(set(names)) == len(names) and column in names, (kind, names)
    assert all(field["type"] in ("string", "date", "any") for field in table["fields"]), kind
    assert table["missingValues"] == [""] and table["fieldsMatch"] == "partial", kind
documented = open(os.path.join(os.path.dirname(__file__), "../../docs/content.md")).read()
for kind in TABLES:
    for field in json.load(open(f"{sys.argv[1]}/{kind}.table.json"))["fields"]:
        assert f"`{field['name']}`" in documented, (kind, field)
