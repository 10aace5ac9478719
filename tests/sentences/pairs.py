"""Pages of pairs: a comparison's two options as a case of their own, and
every number and sentence of their page held against it."""
import math
import re

import claims
import pages
from claims import claim, number, shows
from judging import Case, EQUAL


class PairCase(Case):
    """What each is worth stays what it is among all; who wins points, and
    which criteria count, is of the two."""
    drawn = 4000

    def __init__(self, whole, one, other):
        self.__dict__.update({k: v for k, v in whole.__dict__.items()
                              if k != "_robust"})
        self.whole, self.of, self.known = whole, (one, other), {}
        self.options = [whole.options[one], whole.options[other]]

    def value(self, j, i):
        return self.whole.value(j, self.of[i])

    def judged_by(self, j, i):
        return self.whole.judged_by(j, self.of[i])

    def utilities(self, values=None):
        return [[row[i] for i in self.of] for row in self.whole.utilities()]

    def fails(self, i, musts=None):
        return self.whole.fails(self.of[i], musts)

    def covered(self, i, weights=None):
        return self.whole.covered(self.of[i], weights)

    def some_weightings(self):
        """A profile's weights, but not its musts."""
        return map(list, super().some_weightings())

    def cells(self, method=None, values=None):
        if (method or self.method) != "topsis":
            return super().cells(method, values)
        return {j: [row[i] for i in self.of]
                for j, row in self.whole.cells("topsis").items()}

    def all_totals(self, weights=None, method=None, cells=None):
        if (method or self.method) != "topsis":
            return super().all_totals(weights, method, cells)
        totals = self.whole.all_totals(weights, "topsis")
        return totals and [totals[i] for i in self.of]

    def gaps(self):
        """What the second is worth more, where both are scored and it counts."""
        rows, counting = self.utilities(), self.cells()
        return {j: rows[j][1] - rows[j][0] for j in counting
                if None not in rows[j]}

    def better(self, i):
        return [j for j, gap in self.gaps().items()
                if (gap if i else -gap) > EQUAL]


RESULTS = ("ahead_any", "ahead_clear", "ahead_equal", "ahead_just",
           "pair_close", "pair_tie", "pair_left", "pair_neither",
           "pair_unjudged")

def holds(c, keys, text):
    """One of these kinds says it, and it holds."""
    for key in keys:
        found = claims.TEMPLATES[key].fullmatch(text)
        if found:
            claims.SEEN[key] = claims.SEEN.get(key, 0) + 1
            return claims.CHECKS[key](c, "", found.groupdict(), key)
    return False


def summary_is_true(c, text):
    """Result; why; level on how many: these are no sentences elsewhere."""
    result, *why = text.rstrip(".").split("; ")
    if not text.endswith(".") or not holds(c, RESULTS, result) or \
            bool(why) != bool(c.gaps()):
        return False
    level = len(c.gaps()) - len(c.better(0)) - len(c.better(1))
    if level == len(c.gaps()) or not why:
        return not why or holds(c, ["pair_all_level", "pair_only_level"],
                                why[0])
    said = re.fullmatch(r"they are level on (one|\d+)", why[-1])
    return holds(c, ["pair_better"], why[0]) and \
        level == (0 if not said else 1 if said[1] == "one"
                  else int(said[1])) and len(why) == 1 + bool(said)


@claim("pair_close")
def _(c, about, g, key):
    totals = c.totals()
    margin = c.margin(totals)
    return c.first(totals) == [c.options.index(g["name"])] and \
        margin < c.close - EQUAL and claims.is_lead(c, g["margin"], margin) \
        and claims.is_lead(c, g["close"], c.close) and \
        g["margin"] != g["close"]


@claim("pair_tie")
def _(c, about, g, key):
    totals = c.totals()
    return len(c.ranked()) == 2 and len(c.first(totals)) == 2 and \
        shows(g["total"], shown(c, totals[0]))


@claim("pair_left", "pair_neither", "pair_unjudged")
def _(c, about, g, key):
    names = [c.options.index(g["name"]), c.options.index(g["other"])]
    if key == "pair_unjudged":
        return sorted(names) == [0, 1] and c.totals() is None
    if key == "pair_neither":
        return c.totals() is not None and not c.ranked()
    return c.ranked() == names[:1]


@claim("pair_all_level", "pair_only_level")
def _(c, about, g, key):
    return not c.better(0) and not c.better(1) and len(c.gaps()) == \
        (1 if key == "pair_only_level" else number(g["criteria"]))


@claim("pair_better")
def _(c, about, g, key):
    one, other = c.options.index(g["name"]), c.options.index(g["other"])
    first = c.first(c.totals()) if c.totals() and len(c.ranked()) == 2 else []
    if len(first) == 1 and first != [one]:
        return False
    found = re.fullmatch(r"(\d+) of (\d+) criteri(?:a|on)(.*)", g["wins"])
    lost = re.fullmatch(r"(\d+|none)(.*)", g["losses"])
    return {one, other} == {0, 1} and bool(found) and bool(lost) and \
        int(found[2]) == len(c.gaps()) and \
        int(found[1]) == len(c.better(one)) and \
        (0 if lost[1] == "none" else int(lost[1])) == len(c.better(other)) \
        and most_of_all(c, one, found[3]) and most_of_all(c, other, lost[2])


def most_of_all(c, i, text):
    """The largest differences in worth times weight; of over three that are
    equal the first three are named."""
    sizes = {j: abs(c.gaps()[j]) * c.weights[j] for j in c.better(i)}
    if c.totals() is None:
        return text == ""
    most = max(sizes.values(), default=0)
    best = [j for j, v in sorted(sizes.items())
            if v > most - EQUAL * c.available()]
    if not most:
        return text == ""
    found = re.fullmatch(r", most of all on (.*)|, (.*) among them", text)
    if len(sizes) == 1:
        return text == f" ({c.titles[best[0]]})"
    if not found:
        return False
    named = [c.titles.index(t) for t in claims.names(found[1] or found[2])]
    return named == best[:3] and bool(found[2]) == (len(best) > 3)


def no_total(c, i):
    """It is not scored, or on nothing that counts."""
    return "not scored" if all(
        c.value(j, i) is None for j in range(len(c.weights))) else "no rank"


@claim("pair_note_none", "pair_note_fewer", "pair_note_points")
def _(c, about, g, key):
    totals = c.whole.all_totals()
    if number(g["options"]) != len(c.whole.options):
        return False
    if key == "pair_note_none":
        return totals is None
    there = [g["n"], g["m"]]
    counting = c.whole.cells()
    fewer = any(j not in counting for j in c.cells())
    return (key == "pair_note_fewer") == fewer and \
        (key != "pair_note_fewer" or
         number(g["criteria"]) == len(counting)) and \
        all(t == no_total(c.whole, i) if totals[i] is None else
            shows(t, shown(c.whole, totals[i])) for i, t in zip(c.of, there))


@claim("pair_of_all", "pair_of_all_close", "pair_of_all_tie")
def _(c, about, g, key):
    whole = c.whole
    weights = whole.weights if about == "" else \
        whole.profiles[int(about[1:]) - 1]
    totals = whole.totals(weights)
    leader, tie = whole.leader(totals), len(whole.first(totals)) > 1
    return number(g["n"]) == len(whole.options) and \
        (leader is None and tie == key.endswith("tie") if "name" not in g
         else leader == whole.options.index(g["name"]))


@claim("pair_for_each", "pair_for_some", "pair_for_both", "pair_for_none")
def _(c, about, g, key):
    ahead = [0, 0]
    for weights in c.profiles:
        totals = c.totals(weights)
        leader = c.leader(totals) if totals and max(totals) >= 0 else None
        if leader is not None:
            ahead[leader] += 1
    if key == "pair_for_none":
        return ahead == [0, 0]
    i = c.options.index(g["name"])
    if key == "pair_for_each":
        return ahead[i] == len(c.profiles)
    return 0 < ahead[i] == number(g["n"]) < len(c.profiles) == \
        number(g["of"]) and ahead[1 - i] == \
        (number(g["m"]) if "m" in g else 0)


# By how much: each is told of a row, `about` its criterion.


def same(a, b):
    """Equal but for how a mean was added up."""
    return math.isclose(a, b, rel_tol=1e-12)


def raw(c, about):
    j = c.titles.index(about)
    return j, c.value(j, 0), c.value(j, 1)


def named(c, about, g):
    """The one that is named, its value and the other's, and the better one."""
    j, a, b = raw(c, about)
    i = c.options.index(g["name"])
    worth = c.utilities()[j]
    better = 0 if worth[0] > worth[1] + EQUAL else \
        1 if worth[1] > worth[0] + EQUAL else None
    return i, (a, b)[i], (b, a)[i], better


@claim("by_same_worth", "by_neither")
def _(c, about, g, key):
    j, a, b = raw(c, about)
    if key == "by_neither":
        return a is None and b is None
    return None not in (a, b) and not same(a, b) and \
        abs(c.utilities()[j][0] - c.utilities()[j][1]) <= EQUAL


@claim("by_not_scored")
def _(c, about, g, key):
    _, own, other, _ = named_raw(c, about, g)
    return own is None and other is not None


def named_raw(c, about, g):
    j, a, b = raw(c, about)
    i = c.options.index(g["name"])
    return i, (a, b)[i], (b, a)[i], None


@claim("by_only", "by_partly", "by_only_partly")
def _(c, about, g, key):
    i, own, other, _ = named(c, about, g)
    low, high = c.scale
    middle = (low + high) / 2
    return (own, other) == {"by_only": (high, low),
                            "by_partly": (middle, low),
                            "by_only_partly": (middle, high)}[key]


@claim("by_gap")
def _(c, about, g, key):
    i, own, other, better = named(c, about, g)
    j = c.titles.index(about)
    return i == better and shows(g["n"], abs(own - other)) and \
        ("percentage point" in g["n"]) == (c.unit(j) == "%") and \
        g["n"].endswith("point") == (g["n"] == "1 percentage point")


KINDS = {"fps": "speed", "ms": "long", "€": "price"}


def kind(c, j):
    """More is faster where more is better, less cheaper where less is."""
    own = KINDS.get(c.unit(j), "much")
    return "much" if own == ("speed" if c.lower(j) else "price") else own


@claim("by_speed_times", "by_long_times", "by_price_times",
       "by_much_times")
def _(c, about, g, key):
    i, own, other, better = named(c, about, g)
    ratio = own / other
    return better is not None and ratio >= 1.5 - EQUAL and \
        abs(number(g["n"]) - ratio) <= (.0501 if ratio < 9.95 else .501) and \
        key.split("_")[1] == kind(c, c.titles.index(about))


@claim("by_speed_more", "by_long_more", "by_much_more",
       "by_long_less", "by_price_less", "by_much_less")
def _(c, about, g, key):
    i, own, other, better = named(c, about, g)
    part = 100 * own / other - 100 if key.endswith("more") else \
        100 - 100 * own / other
    return i == better and claims.shows_part(g["n"], part) and \
        key.split("_")[1] == kind(c, c.titles.index(about))


def shown(c, total):
    if c.method == "points" and c.missing == "available":
        return total * 100
    return c.raw(total)


def read_pair(reader, case, one, other, top):
    """Everything the page says, part by part: a part that is not known here
    is told of."""
    c = PairCase(case, one, other)
    path = f"{top}/{c.options[0].lower()}-vs-{c.options[1].lower()}/index.html"
    main = next(pages.read(path).find("main"))
    where = path.split("/out/")[-1]

    def say(what):
        reader.wrong.append(f"{where}: {what}")

    def read(text, about="", keys=None):
        reader.read(c, text, about, where)

    heads = [h.text() for h in main.find("h1")]
    if heads != [f"{c.options[0]} or {c.options[1]}?"]:
        say(f"heading {heads}")
    lead = next(main.find(cls="lead")).text()
    if not summary_is_true(c, lead):
        say(f"FALSE: {lead}")
    totals, whole = c.all_totals(), case.totals()
    for i, face in enumerate(p for p in main.find("p")
                             if p.parent and "faces" in p.parent.classes
                             and not p.classes):
        strong = [s.text() for s in face.find("strong")]
        if bool(strong) != (totals is not None):
            say(f"total {strong} of {totals}")
        elif strong and totals[i] is not None and \
                not shows(strong[0], shown(c, totals[i])):
            say(f"total {strong[0]}, not {shown(c, totals[i])}")
        for meta in face.find(cls="meta"):
            n, of = map(int, re.fullmatch(r"rank (\d+) of (\d+)",
                                          meta.text()).groups())
            if n != case.rank(c.of[i], whole) or \
                    of != len(case.ranked()):
                say(f"{meta.text()} of {whole}")
    notes = [p.text() for p in main.find("p") if "note" in p.classes]
    same = totals == [None, None] or totals is None or case.totals() and all(
        t is None or abs(shown(c, t) - shown(case, case.all_totals()[i])) <
        1e-6 for t, i in zip(totals, c.of))
    if bool(notes) == bool(same):
        say(f"note {notes}: {totals}, {case.all_totals()}")
    for text in notes:
        read(text)
    for heading in main.find("h2"):
        if heading.classes == {"finding"}:
            read(heading.text())
    for p in main.find("p"):
        if p.parent and p.parent.tag == "section" and not p.classes:
            read(p.text())
    for table in main.find("table"):
        rows = [[x.text() for x in tr.children if isinstance(x, pages.Node)]
                for tr in table.find("tr")][1:]
        if "versus" in table.classes:
            rows_are_true(read, c, rows, say)
        else:
            purposes_are_true(read, c, rows, say)


def rows_are_true(read, c, rows, say):
    if [r[0] for r in rows] != sorted((r[0] for r in rows),
                                      key=[r[0] for r in rows].index) or \
            len(rows) != len(c.titles):
        say("rows")
    parts = claims.pulls(c, 1, 0) if c.totals() and \
        c.method in ("weighted-sum", "points") else None
    sums = 0
    for title, weight, a, b, unit, pull, by in rows:
        j = c.titles.index(title)
        # With TOPSIS what counts for all may be known of neither.
        counts = c.totals() is not None and \
            c.cells().get(j, [None]) not in ([None], [None, None])
        if bool(weight) != counts:
            say(f"{title}: weight {weight!r}")
        elif weight and not claims.shows_part(
                weight, 100 * c.weights[j] / c.available()):
            say(f"{title}: weight {weight}")
        want = parts.get(j, 0) if parts is not None else \
            c.gaps().get(j, 0) * c.weights[j] / c.available() if counts else 0
        if bool(pull) != (abs(want) > EQUAL) or pull and \
                not claims.is_lead(c, pull, abs(want)):
            say(f"{title}: pull {pull}, not {want}")
        for i, text in enumerate((a, b)):
            value = c.value(j, i)
            words = {"yes": c.scale[1], "no": c.scale[0],
                     "partly": sum(c.scale) / 2}
            if (value is None) != (text == "not scored") or \
                    value is not None and not (
                        words.get(text, math.inf) == value or
                        text not in words and shows(text, value)):
                say(f"{title}: {text}, not {value}")
        if (by == "equal") != (None not in (c.value(j, 0), c.value(j, 1)) and
                               same(c.value(j, 0), c.value(j, 1))):
            say(f"{title}: {by}")
        read(by, title)


def purposes_are_true(read, c, rows, say):
    for title, a, b, _, *rest in rows:
        weights = c.profiles[int(title[1:]) - 1] if re.match(r"P\d", title) \
            else c.weights
        totals = c.all_totals(weights) or [None, None]
        for i, text in enumerate((a, b)):
            if totals[i] is None and text != no_total(c, i):
                say(f"{title}: {text} of {totals}")
            elif totals[i] is not None and (
                    text.endswith(", no rank") != c.is_out(i, weights) or
                    not shows(text.split(", no")[0], shown(c, totals[i]))):
                say(f"{title}: {text} of {totals}")
        for text in rest:
            if text:
                read(text, title if re.match(r"P\d", title) else "")
