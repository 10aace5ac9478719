#!/usr/bin/env python3
"""Whether what a site says to machines has the form that it promises.

    machines.py SITE…    built sites

Each data.json and data/index.json is held against the JSON Schema beside it,
and the JSON-LD of each page against what schema.org, and those who read it,
ask of its type.
"""
import glob
import json
import re
import sys

import jsonschema

LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
NEEDED = {
    "Article": ["headline", "datePublished", "dateModified", "mainEntityOfPage"],
    "Answer": ["text"],
    "BreadcrumbList": ["itemListElement"],
    "DataDownload": ["contentUrl", "encodingFormat"],
    "Dataset": ["name", "description", "url", "distribution", "variableMeasured"],
    "FAQPage": ["mainEntity"],
    "ItemList": ["name", "itemListElement", "itemListOrder", "numberOfItems"],
    "ListItem": ["position", "name"],
    "Organization": ["name"],
    "Person": ["name"],
    "Question": ["name", "acceptedAnswer"],
    "WebSite": ["name", "url"],
}
ADDRESSES = {"url", "item", "contentUrl", "mainEntityOfPage", "image"}
faults = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def validator(site, name):
    schema = read(f"{site}/data/{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def refuses(check, good, spoil):
    """Whether the schema notices when it is spoilt."""
    bad = json.loads(json.dumps(good))
    spoil(bad)
    if check.is_valid(bad):
        faults.append("a schema takes what is wrong")


def check_data(site):
    check, names = validator(site, "data"), glob.glob(site + "/*/data.json")
    for name in names:
        data = read(name)
        faults.extend(f"{name}: {e.json_path}: {e.message}"
                      for e in check.iter_errors(data))
        refuses(check, data, lambda bad: bad.pop("criteria"))
        refuses(check, data, lambda bad: bad["options"][0].update(rank=0))
        refuses(check, data, lambda bad: bad["result"].update(close="no"))
    index, check = read(site + "/data/index.json"), validator(site, "index")
    faults.extend(f"{site}: {e.json_path}: {e.message}"
                  for e in check.iter_errors(index))
    refuses(check, index, lambda bad: bad["comparisons"][0].pop("data"))
    listed = {entry["slug"]: entry for entry in index["comparisons"]}
    for name in names:
        data = read(name)
        entry = listed.pop(data["slug"], None)
        if not entry:
            faults.append(f"{name} is not in the list")
            continue
        if (entry["title"], entry["options"], entry["criteria"]) != (
                data["title"], len(data["options"]), len(data["criteria"])):
            faults.append(f"{name} and the list differ")
        result = entry["result"] or data["result"] | {"headline": None}
        if {key: result[key] for key in ("leader", "margin", "close")} != {
                key: data["result"][key] for key in ("leader", "margin", "close")}:
            faults.append(f"{name} and the list have two results")
    if listed:
        faults.append(f"{site}: in the list only: {', '.join(listed)}")


def check_object(page, value):
    if isinstance(value, list):
        for item in value:
            check_object(page, item)
    if not isinstance(value, dict):
        return
    kind = value.get("@type")
    if kind not in NEEDED:
        faults.append(f"{page}: there is a {kind}")
    for key in NEEDED.get(kind, []):
        if value.get(key) in (None, "", []):
            faults.append(f"{page}: a {kind} without {key}")
    for key, inner in value.items():
        if key in ADDRESSES and not str(inner).startswith("https://"):
            faults.append(f"{page}: {kind}.{key} is {inner}")
        check_object(page, inner)


def check_ranking(page, slug, objects):
    """No list of winners where none is announced."""
    data = read(f"{slug}/data.json")
    lists = [o for o in objects if o["@type"] == "ItemList"]
    if bool(data["result"]["leader"]) != bool(lists):
        faults.append(f"{page}: {len(lists)} rankings")
    ranks = {o["name"]: o["rank"] for o in data["options"] if o["rank"]}
    for item in lists and lists[0]["itemListElement"]:
        if ranks.get(item["name"]) != item["position"]:
            faults.append(f"{page}: {item['name']} is not {item['position']}")
    if lists and lists[0]["numberOfItems"] != len(ranks):
        faults.append(f"{page}: not all that have a rank are in the list")


def check_pages(site):
    for page in glob.glob(site + "/**/*.html", recursive=True):
        with open(page, encoding="utf-8") as file:
            objects = [json.loads(text) for text in LD.findall(file.read())]
        for value in objects:
            if value.get("@context") != "https://schema.org":
                faults.append(f"{page}: no context")
            check_object(page, value)
        slug = page[:-len("/index.html")]
        if [o for o in objects if o["@type"] == "Dataset"]:
            check_ranking(page, slug, objects)


for folder in sys.argv[1:]:
    check_data(folder)
    check_pages(folder)
print("\n".join(faults))
sys.exit(bool(faults))
