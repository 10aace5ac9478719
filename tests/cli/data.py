#!/usr/bin/env python3
"""Whether docs/data.md lists just the keys that data.json has.

    data.py SITE…    built sites, with a comparison by points and a decision
"""
import glob
import json
import re
import sys


def keys(value, path=""):
    if isinstance(value, list):
        for item in value:
            yield from keys(item, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            inner = list(keys(item, f"{path}{key}."))
            yield from inner or [path + key]


def main():
    written = set()
    for name in [file for site in sys.argv[1:]
                 for file in glob.glob(site + "/*/data.json")]:
        with open(name, encoding="utf-8") as file:
            written |= set(keys(json.load(file)))
    # An empty list tells nothing of what it may hold.
    written -= {key for key in written
                if any(other.startswith(key + ".") for other in written)}
    with open("docs/data.md", encoding="utf-8") as file:
        rows = [line for line in file if line.startswith("| `")]
    cells = {row: re.findall("`([^`]+)`", row.split("|")[1]) for row in rows}
    listed = {key for row in rows for key in cells[row]}
    # Keys that no shipped comparison happens to have.
    written |= {key for row in rows if "not there where" in row
                for key in cells[row]}
    for key in sorted(written ^ listed):
        print(key, "is listed only" if key in listed else "is not listed")
    sys.exit(written != listed)


if __name__ == "__main__":
    main()
