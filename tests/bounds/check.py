"""What prose can hold that `check` reads."""
from bounds import put, row, site


def prose(unit):
    """A comparison whose text is that unit again and again, n bytes of it."""
    def make(folder, n):
        site(folder)
        put(folder, "c/trees/comparison.md", "---\ntitle: Trees\nsummary: Which one?\ndate: 2026-01-01\n"
            "options: [oak, elm]\nfacts: { oak-species: 500 }\n---\n" + unit * (n // len(unit)) + "\n")
        return "check", "c"
    return make


for name, unit in (
        ("tags and comments that nothing closes", "</<!--<!--"),
        ("comments that nothing closes", "<!-- "),
        ("tags that nothing closes", "<a "),
        ("runs of backticks", "`a``b```c"),
        ("years gone by", "in 2022 "),
        ("numbers joined by dashes", "8-6-"),
        ("tallies of one part", "8-6, "),
        ("images that are open", "![]("),
        ("sources that nobody knows", "[^ash] "),
        ("facts that nobody knows", "[=ash] "),
        ("pages that are not there", "[a](ash.md) "),
        ("tags that are left out", "<b>a</b> "),
        ("names and no end", "Oak Elm "),
        ("claims that are false", "Elm wins. "),
        ("small words", "it is as a "),
        ("species and numbers", "7 oak species "),
        ("findings that are switched off", "Elm wins. <!-- check: off claim -->\n\n"),
):
    make = prose(unit)
    make.__name__, make.__module__ = name, __name__
    row(30000)(make)
