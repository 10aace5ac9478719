#!/usr/bin/env python3
"""Writes a site of one large comparison, from one seed.

    large.py FOLDER OPTIONS CRITERIA [PAIRS]

A tenth of the scores has a note.  PAIRS is the value of `pairs`: "all".
"""
import os
import random
import sys


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def main():
    folder, options, criteria = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    pairs = f"pairs: {sys.argv[4]}\n" if len(sys.argv) > 4 else ""
    r = random.Random(11)
    at = f"{folder}/large"
    put(f"{folder}/site.yaml", "title: Bench\nbase_url: https://example.org/\npictures: []\n")
    put(f"{at}/comparison.md", "---\ntitle: A large comparison\nsummary: Many things.\n"
        f"date: 2026-01-01\n{pairs}---\nText of it.\n")
    put(f"{at}/options.csv", "id,name,summary\n" + "".join(
        f"o{i},Option {i},The {i}th of them.\n" for i in range(options)))
    put(f"{at}/criteria.csv", "id,title,weight,question\n" + "".join(
        f"c{j},Criterion {j},{r.randint(1, 5)},How good is it at {j}?\n" for j in range(criteria)))
    rows = ["criterion,option,score,note"]
    rows += [f"c{j},o{i},{r.randint(0, 10)},{'As measured.' if r.random() < .1 else ''}"
             for j in range(criteria) for i in range(options)]
    put(f"{at}/scores.csv", "\n".join(rows) + "\n")


main()
