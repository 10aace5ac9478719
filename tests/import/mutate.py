"""Whatever an article looks like, import ends well, and its draft builds.

    mutate.py PROGRAM COUNT [SEED [FOLDER]]

Takes the articles of this folder apart and together again: blocks cut,
repeated and swapped, odd bytes, deep nesting, headings that are reserved,
collide or say nothing, text that means something to YAML, CSV or Markdown.
Import must end with 0, or with 1 and a message and nothing written; all that
it wrote must build with --drafts.  The same seed makes the same articles;
those that went wrong are kept in FOLDER.
"""
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
BATCH = 40

BYTES = [b"\x00", b"\x01", b"\x7f", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\r",
         b"\t", b"\xc2\xa0", b"\xe2\x80\xae", b"\xef\xbf\xbd", b"\xef\xbf\xbe",
         b"\xe2\x80\xa8", b"\xf0\x9f\xaa\xb5", b"\x0c"]
WORDS = [": ", "# ", "- ", '"', "'", "\\", "---", "{", "[a", "&x", "*y", "!!t", "%",
         "`", "@", "|", ">", "[=x]", "[=oak-price]", "[^x]", "[^x]: y", "![a](b.png)",
         "[x](javascript:a)", "[x](other.md)", "<b>", "</div>", "<!--", "```", "***",
         "> [!NOTE]", "~~x~~", "- [ ] x", "| a | b |", "&amp;", "&#0;", "==", "{{x}}",
         "{{{x}}}", "\\[=x]", "[^", "](", "https://a.example/x?y=1&z=2", "http:evil",
         "<script>", "a;b;c", ",,,", "=1+1", "yes", "no", "null", "~", "2024-01-01",
         "9/10", "★★★☆☆", "[[x]]", "$x$", "\\", "Winner: Oak", "Oak 1 – 0 Elm",
         "<details><summary>x</summary>", "[a]: b", "[a]", "<https://a.example>",
         "x" * 300, "w " * 400, "`" * 40, "*" * 300, "_" * 99, "[" * 300, "(" * 90]
HEADINGS = ["", "Matrix", "Scoreboard", "Options", "Index", "Data", "Card", "Report",
            "Compare", "Weights", "1", "2024", "10-price", "Oak vs Elm", "oak-vs-elm",
            "Verdict", "Oak", "Elm", "---", "…", "🪵", "!", "[link](x.md)", "*em*",
            "`code`", "**b**", "[=x]", "[^1]", "a: b # c", '"quoted"', "{x}", "\\",
            "Price", "price", "PRICE", "Prïce", "Price!", "东京", "Größe", "FAQ", "Pros",
            "Cons", "Sources", "x" * 200, "word " * 150, "Winner: Oak", "Is it?", "<b>x</b>",
            "Pros and cons", "Conclusion", "Oak: 9/10", "Assets", "Tags", "Feed", "con", "nul"]
TITLES = ["A/B vs C:D", "“Oak” vs ‘Elm’", "1 vs 2", "C vs C++ vs C#", "Oak vs oak",
          "Größe vs 东京", "Oak vs Elm vs Oak", "x" * 300 + " vs Elm", "- vs -", "# vs #",
          "Oak vs [=elm]", "*Oak* vs `Elm`", "Oak vs Elm: \"which\"? #1 & more",
          "Matrix vs Options", "../x vs ./y", "Oak vs Elm\\", "yes vs no", "null vs true",
          "Oak vs " + " vs ".join("O%d" % i for i in range(20)), "Oak or Elm?", "Oak vs",
          "CON vs NUL", "a vs b", "Oak vs <b>Elm</b>", "[Oak](x.md) vs Elm", "Oak  vs  Elm"]


def sources():
    for folder in ("articles", "shapes"):
        for path in sorted((HERE / folder).iterdir()):
            if path.suffix in (".md", ".txt", ".html"):
                yield path


def mutate(rng, text, kind):
    blocks = re.split(rb"(?<=\n)\n+" if kind != ".html" else rb"(?<=>)(?=<)", text)
    for _ in range(rng.randint(1, 5)):
        blocks = rng.choice(STEPS)(rng, blocks, kind) or blocks
    return (b"\n" if kind != ".html" else b"").join(blocks)


def cut(rng, blocks, kind):
    del blocks[rng.randrange(len(blocks)):][:rng.randint(1, 3)]
    at = rng.randrange(len(blocks))
    return blocks[:at] + blocks[at + rng.randint(1, 4):]


def repeat(rng, blocks, kind):
    at = rng.randrange(len(blocks))
    some = blocks[at:at + rng.randint(1, 4)]
    return blocks[:at] + some * rng.choice([2, 3, 30]) + blocks[at:]


def swap(rng, blocks, kind):
    a, b = rng.randrange(len(blocks)), rng.randrange(len(blocks))
    blocks[a], blocks[b] = blocks[b], blocks[a]


def insert(rng, blocks, kind, what):
    at = rng.randrange(len(blocks))
    block = blocks[at]
    i = rng.choice([0, len(block), rng.randrange(len(block) + 1)])
    blocks[at] = block[:i] + what + block[i:]


def odd_bytes(rng, blocks, kind):
    insert(rng, blocks, kind, rng.choice(BYTES))


def odd_words(rng, blocks, kind):
    insert(rng, blocks, kind, rng.choice(WORDS).encode())


def new_block(rng, blocks, kind):
    words = " ".join(rng.sample(WORDS, rng.randint(1, 4)))
    blocks.insert(rng.randrange(len(blocks) + 1), (words + "\n").encode())


def odd_heading(rng, blocks, kind):
    words = rng.choice(HEADINGS)
    level = rng.randint(1, 6)
    text = (f"<h{level}>{words}</h{level}>" if kind == ".html" else
            "#" * level + " " + words + "\n" if kind == ".md" else words + "\n")
    blocks.insert(rng.randrange(len(blocks) + 1), text.encode())


def odd_title(rng, blocks, kind):
    title = rng.choice(TITLES)
    text = (f"<h1>{title}</h1>" if kind == ".html" else
            "# " + title + "\n" if kind == ".md" else title + "\n")
    return [text.encode()] + blocks


def nest(rng, blocks, kind):
    at = rng.randrange(len(blocks))
    deep = rng.choice([3, 20, 60])
    if kind == ".html":
        tag = rng.choice(["div", "ul><li", "blockquote", "b", "em", "table><tr><td"])
        blocks[at] = f"<{tag}>".encode() * deep + blocks[at]
    else:
        mark = rng.choice(["> ", "- ", "1. ", "    ", "* > "])
        blocks[at] = re.sub(rb"(?m)^", mark.encode() * deep, blocks[at])


def table(rng, blocks, kind):
    heads = ["", "Oak", "Elm"] + rng.sample(
        ["Winner", "Weight", "Comment", "Pros", "Cons", "x", ""], rng.randint(0, 3))
    rows = [[rng.choice(HEADINGS[1:] + ["Price", "Total"])] +
            [rng.choice(WORDS[:60] + ["9/10", "7", "$10", "✅", "no", "Oak", "", "25%", "1e9"])
             for _ in heads[1:]] for _ in range(rng.randint(1, 5))]
    if kind == ".html":
        text = "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>"
                                   for r in [heads] + rows) + "</table>"
    elif kind == ".md":
        lines = ["| " + " | ".join(c.replace("|", "\\|") for c in r) + " |"
                 for r in [heads] + rows]
        lines.insert(1, "|" + " --- |" * len(heads))
        text = "\n".join(lines) + "\n"
    else:
        text = "\n".join("\t".join(r) for r in [heads] + rows) + "\n"
    blocks.insert(rng.randrange(len(blocks) + 1), text.encode())


def front_matter(rng, blocks, kind):
    head = "".join(f"{rng.choice(['title', 'date', 'tags', 'author', 'canonical', 'x', 'cover', 'description'])}: "
                   f"{rng.choice(WORDS + TITLES)}\n" for _ in range(rng.randint(1, 3)))
    return [b"---\n" + head.encode() + b"---\n"] + blocks


def shorten(rng, blocks, kind):
    joined = b"\n".join(blocks)
    return [joined[:rng.randrange(len(joined) + 1)]]


STEPS = [cut, repeat, swap, odd_bytes, odd_words, odd_words, new_block, odd_heading,
         odd_heading, odd_title, nest, table, table, front_matter, shorten]


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 8)
    originals = [(p.suffix, p.read_bytes()) for p in sources()]
    made = refused = 0
    wrong = []
    for start in range(0, count, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            (work / "content").mkdir()
            (work / "content" / "site.yaml").write_text("title: Drafts\npictures: []\n")
            for n in range(start, min(count, start + BATCH)):
                kind, text = rng.choice(originals)
                article = work / f"m{n}{kind}"
                article.write_bytes(mutate(rng, text, kind))
                trial = work / "trial"
                run = subprocess.run([program, "import", article, "-o", trial],
                                     capture_output=True)
                if run.returncode == 1 and b"error" in run.stderr and not (
                        trial.exists() and any(trial.iterdir())):
                    refused += 1
                    if trial.exists():
                        trial.rmdir()
                    continue
                if run.returncode != 0:
                    wrong.append((n, article.read_bytes(), kind,
                                  f"import: {run.returncode} {run.stderr.decode(errors='replace')[:600]}"))
                    subprocess.run(["rm", "-rf", trial])
                    continue
                made += 1
                (trial / "site.yaml").unlink()
                (draft,) = trial.iterdir()
                draft.rename(work / "content" / f"m{n}")
                trial.rmdir()
            run = subprocess.run([program, "build", work / "content", "--drafts", "-o",
                                  work / "out"], capture_output=True)
            errors = run.stderr.decode(errors="replace")
            if run.returncode != 0:
                blamed = re.findall(r"/content/m(\d+)/.*: error: .*(?:\n.*){0,3}", errors)
                said = {int(m.group(1)): m.group(0) for m in re.finditer(
                    r"/content/m(\d+)/.*: error: .*(?:\n.*){0,2}", errors)}
                if not blamed:
                    wrong.append((start, b"", "", "build: " + errors[-800:]))
                for n, what in said.items():
                    kind = next(work.glob(f"m{n}.*")).suffix
                    wrong.append((n, (work / f"m{n}{kind}").read_bytes(), kind, what))
    for n, text, kind, what in wrong:
        print(f"article {n}{kind}: {what}")
        if len(sys.argv) > 4:
            pathlib.Path(sys.argv[4]).mkdir(exist_ok=True)
            (pathlib.Path(sys.argv[4]) / f"m{n}{kind}").write_bytes(text)
    print(f"{count} articles: {made} drafts, {refused} refused, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
