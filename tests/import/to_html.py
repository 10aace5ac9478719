"""An article of Markdown or plain text as the HTML page it may come from."""
import html
import re
import sys

text = open(sys.argv[1], encoding="utf-8").read()
title = ""
front = re.match(r"---\n(.*?)\n---\n", text, re.S)
if front:
    text = text[front.end():]
    found = re.search(r"^title: *'(.*?)'$", front[1], re.M | re.S)
    title = re.sub(r"\s+", " ", found[1].replace("''", "'")) if found else ""


def inline(words):
    words = html.escape(re.sub(r"</?ins>", "", words), quote=False)
    words = re.sub(r"!\[(.*?)\]\((.*?)\)", r'<img alt="\1" src="\2">', words)
    words = re.sub(r"\[(.*?)\]\((.*?)\)", r'<a href="\2">\1</a>', words)
    words = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", words)
    return re.sub(r"\b_(.+?)_\b", r"<em>\1</em>", words)


print(f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{html.escape(title)}</title></head><body><main>")
if title:
    print(f"<h1>{html.escape(title)}</h1>")
listing = None
lines = text.split("\n")
first = not title
for at, line in enumerate(lines):
    words = line.strip()
    item = re.match(r"(?:•|–|-|\d+\.) +(.*)", words)
    alone = (at == 0 or not lines[at - 1].strip()) and (at + 1 == len(lines) or not lines[at + 1].strip())
    short = len(words) < 100 and re.match(r"[A-Z0-9]", words) and not re.search(r"[.,;:!)]$", words)
    if listing and not (item and words) and words:
        print(f"</{listing}>")
        listing = None
    if not words:
        continue
    marks = re.match(r"(#+) (.*)", words)
    if marks:
        print(f"<h{len(marks[1])}>{inline(marks[2])}</h{len(marks[1])}>")
    elif alone and short and not front and not words.startswith(("•", "-", "–")):
        level = 1 if first and " vs" in words else 3 if re.match(r"\d+\. ", words) else 2
        first = first and level != 1
        print(f"<h{level}>{inline(words)}</h{level}>")
    elif item:
        wanted = "ol" if words[0].isdigit() else "ul"
        if listing != wanted:
            print(f"<{wanted}>")
            listing = wanted
        print(f"<li>{inline(item[1])}</li>")
    else:
        print(f"<p>{inline(words)}</p>")
print("</main></body></html>")
