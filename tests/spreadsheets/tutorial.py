"""docs/spreadsheets.md: each of its sheets and commands, as it is written."""
import re

import suite


def run(t):
    page = (suite.TOP / "docs/spreadsheets.md").read_text()
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", page, re.M | re.S)
    sheet = next(text for kind, text in blocks if kind == "csv")
    command = next(text for kind, text in blocks if kind == "sh").split()
    work = t.work / "tutorial"
    work.mkdir()
    (work / "laptops.csv").write_text(sheet)
    said = t.run(*command[1:], cwd=work)
    t.same("the tutorial's command works", (command[0], said.returncode), ("paragone", 0))
    t.same("and says what the page says", said.stdout,
           next(text for kind, text in blocks if kind == "text"))
    made = [text for kind, text in blocks if kind == "csv"][1:4]
    for name, text in zip(["options", "criteria", "scores"], made):
        t.same(f"{name}.csv is as shown",
               (work / f"content/laptops/{name}.csv").read_text(), text)
    for n, text in enumerate(text for kind, text in blocks[1:] if kind == "csv" and ";" in text):
        f = t.imported(f"other-{n}.csv", text)
        t.same("its other sheets have weights", ["weight" in f.criteria[0], len(f.options)], [True, 2])
