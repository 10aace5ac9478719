"""Every sentence that a page may say, and whether it is true.

A checker is named after its key in i18n/en.yaml and gets the case, what the
sentence is about, and what stood in the {places}.  It returns whether the
claim holds by judging.py.
"""
import itertools
import math
import random
import re

from judging import EQUAL

CHECKS = {}
TEMPLATES, SEEN = {}, {}  # what sentences.py makes of the words, and met


def claim(*keys):
    def add(function):
        for key in keys:
            CHECKS[key] = function
        return function
    return add


def number(text):
    found = re.search(r"[−-]?[\d,]*\.?\d+", text)
    return float(found.group().replace(",", "").replace("−", "-"))


def half(text):
    """Half a unit of the last digit shown."""
    digits = re.search(r"\.(\d+)", text)
    return 0.5 * 10 ** -(len(digits.group(1)) if digits else 0) * 1.000001 + 1e-9


def shows(text, value):
    return abs(number(text) - value) <= half(text)


def shows_part(text, value):
    """In per cent; nothing and all are said of nothing and all only."""
    if text.startswith("less than"):
        return 0 < value < number(text)
    if text.startswith("over"):
        return number(text) < value
    return shows(text, value) and (number(text) not in (0, 100) or
                                   abs(value - number(text)) < 1e-12)


def names(text):
    return [n for n in re.split(r", | and ", text) if n]


class Cut(list):
    """Of more than eight the first five are named, and the others counted."""

    def __init__(self, named, more):
        super().__init__(named)
        self.more = more

    def __len__(self):
        return super().__len__() + self.more

    def __eq__(self, other):
        return list(self) == sorted(other)[:5] and len(self) == len(other) > 8

    def __ne__(self, other):
        return not self == other


def indices(c, text):
    cut = re.fullmatch(r"(.+) and (\d+) more", text)
    if cut:
        return Cut(indices(c, cut[1]), int(cut[2]))
    return sorted(c.options.index(n) for n in names(text))


def criterion(c, title):
    return c.titles.index(title)


def is_share(c, text, value, draws=True):
    """A share of all weightings, exact for two options but by draws here."""
    value *= 100
    count = c.robustness()[1] if draws else 1e9
    error = 450 * math.sqrt(max(value / 100 * (1 - value / 100), 2 / count)
                            * (1 / count + 1 / 20000)) if draws else 0
    if text.startswith("less than"):
        return 0 <= value < number(text) + error
    if text.startswith("over"):
        return number(text) - error < value <= 100 + 1e-9
    if number(text) in (0, 100):
        return abs(value - number(text)) < 1e-9
    return abs(number(text) - value) <= half(text) + error


def always(c, holds):
    """Of all weightings that are tried; one that fails refutes a claim."""
    cells = c.cells()
    for weights in c.some_weightings():
        totals = c.totals(weights, cells=cells)
        if totals and max(totals) >= 0 and not holds(totals):
            return False
    return True


def weighed(c, holds):
    cells = c.cells()
    return all(holds(c.totals(w, cells=cells)) for w in c.draws(300))


def same(a, b):
    return a is b or None not in (a, b) and abs(a - b) < EQUAL


def same_cells(c, a, b):
    return all(same(row[a], row[b]) for row in c.cells().values())


def mirrored(c, a, b):
    """Whether the rows can be put in another order in which the options are
    the same again, and b stands where a did: then, over all weightings, both
    are first equally often.  (Tried for few rows only.)"""
    if len(c.cells()) > 5 or a == b:
        return False
    rows = list(c.cells().values())
    columns = list(zip(*rows))
    for order in itertools.permutations(range(len(rows))):
        moved = [tuple(column[j] for j in order) for column in columns]
        if moved[a] == columns[b] and \
                sorted(moved, key=repr) == sorted(columns, key=repr):
            return True
    return False


def first_share(c, i):
    return c.robustness()[0][i][0]


# the result

@claim("headline", "headline_close")
def _(c, about, g, key):
    totals = c.totals()
    i = c.options.index(g["name"])
    close = c.leader(totals) is None
    return c.first(totals) == [i] and close == (key == "headline_close") and \
        is_total(c, g["total"], totals[i])


@claim("headline_tie", "profile_tie")
def _(c, about, g, key):
    # Two keys have the same words; what they are about tells them apart.
    totals = profile(c, about) if re.match(r"P\d", about) else c.totals()
    return indices(c, g["names"]) == c.first(totals) and len(
        c.first(totals)) > 1 and is_total(c, g["total"], max(totals))


def points_or_100(c):
    return c.available() if c.method == "points" and \
        c.missing != "available" else 100


def is_total(c, text, total):
    if c.method == "points" and c.missing == "available":
        return shows(text, 100 * total)
    if "points" in text or " of " in text:
        most = c.available() if c.method == "points" else c.scale[1]
        said = text.split(" of ")
        if len(said) > 1 and not shows(said[1], most):
            return False
        if total < 1 - EQUAL and len(said) > 1 and \
                number(said[0]) >= number(said[1]) > 0:
            return False
    return shows(text, c.raw(total))


def profile(c, title):
    return c.totals(c.profiles[int(title[1:]) - 1])


@claim("decision_is", "decision_is_alone", "decision_proposed",
       "decision_proposed_alone", "decision_rejected",
       "decision_rejected_alone", "decision_past", "decision_past_alone",
       "decision_marked", "decision_marked_alone")
def _(c, about, g, key):
    """By its status, which stands for what kind of choice it is."""
    chosen, status = c.decision
    word = status.split(" ")[0].lower()
    kind = {"": "is", "accepted": "is", "proposed": "proposed",
            "rejected": "rejected", "deprecated": "past",
            "superseded": "past"}.get(word, "marked")
    totals = c.totals()
    return g["name"] == chosen and g.get("status", status) == status and \
        key == f"decision_{kind}" + ("_alone" if totals is None else "") and (
            totals is None or scores_say(c, g["scores"], totals))


def scores_say(c, text, totals):
    if text == "The scores leave no option in the running":
        return not c.first(totals)
    leader, first = c.leader(totals), c.first(totals)
    if leader is not None:
        return text == f"The scores say {c.options[leader]}"
    if len(first) == 1:
        return text == "The scores are too close to call"
    found = re.fullmatch(r"The scores put (.+) level", text)
    return found and indices(c, found[1]) == first


@claim("decision_ruled_out")
def _(c, about, g, key):
    i = c.options.index(g["name"])
    failed = sorted(c.fails(i)[0])
    return i == c.options.index(c.decision[0]) and bool(failed) and \
        sorted(criterion(c, t) for t in names(g["criteria"])) == failed


@claim("detail", "detail_close")
def _(c, about, g, key):
    totals = c.totals()
    margin = c.margin(totals)
    order = sorted(range(len(totals)), key=lambda i: -totals[i])
    second = c.options.index(g["second"])
    if len(c.first(totals)) > 1 or abs(totals[second] - totals[order[1]]) > EQUAL:
        return False
    unit = points_or_100(c)
    if not shows(g["margin"], margin * unit) or number(g["margin"]) <= 0:
        return False
    if key == "detail":
        return margin >= c.close - EQUAL
    return margin < c.close and shows(g["close"], c.close * unit) and \
        number(g["margin"]) < number(g["close"])


@claim("detail_tie")
def _(c, about, g, key):
    return len(c.first(c.totals())) > 1


@claim("counting", "counting_one", "counting_only", "counting_both",
       "counting_all")
def _(c, about, g, key):
    n, m = sum(c.counts()), len(c.weights)
    return {"counting": 1 != n < m, "counting_one": n == 1 < m,
            "counting_only": n == m == 1, "counting_both": n == m == 2,
            "counting_all": n == m > 2}[key] and \
        ("n" not in g or number(g["n"]) == n) and \
        ("criteria" not in g or number(g["criteria"]) == m)


@claim("missing_worst")
def _(c, about, g, key):
    return c.missing == "worst" and any(
        v is None for row in c.values() for v in row)


@claim("missing_skip_one", "missing_skip_other")
def _(c, about, g, key):
    lost = [w for w, counts in zip(c.weights, c.counts()) if not counts]
    return number(g["n"]) == len(lost) and (key[-1] == "e") == (
        len(lost) == 1) and shows(g["share"], 100 * sum(lost) / sum(c.weights))


@claim("never_scored_one", "never_scored_other")
def _(c, about, g, key):
    never = [i for i in range(len(c.options))
             if all(row[i] is None for row in c.values())]
    return indices(c, g["names"]) == never and (len(never) == 1) == (
        key[-1] == "e")


@claim("unjudged", "unjudged_unscored", "unjudged_weightless")
def _(c, about, g, key):
    bare = all(score is None for row in c.values() for score in row)
    return c.totals() is None and any(c.counts()) == (
        key == "unjudged_weightless") and bare == (key == "unjudged_unscored")


@claim("dominated_one", "dominated_other")
def _(c, about, g, key):
    rows = [row for row, counts in zip(c.utilities(), c.counts()) if counts]
    dominated = [i for i in c.ranked() if any(
        all(None not in (r[o], r[i]) and r[o] >= r[i] - EQUAL
            for r in rows) and
        any(r[o] > r[i] + EQUAL for r in rows) for o in c.ranked())]
    return indices(c, g["names"]) == dominated and (len(dominated) == 1) == (
        key == "dominated_one")


# all weightings

def said_though(c, key, who):
    first = c.first(c.totals())
    return key.endswith("though") == any(i not in first for i in who)


@claim("robust_near", "robust_near_though")
def _(c, about, g, key):
    """What is said to be near is within the errors of both samples, and of
    options whose shares are equal none is left out."""
    counted = re.fullmatch(r"(\d+) options", g["name"])
    least, most = number(g["low"]), number(g["high"])
    n, room = c.robustness()[1], half(g["low"])
    error = 100 * math.sqrt(2 * most / 100)
    inside = [i for i in range(len(c.options)) if abs(
        100 * first_share(c, i) - (least + most) / 2) <= (most - least) / 2 +
        room + 4.5 * error * math.sqrt(1 / n + 1 / c.drawn)]
    if most - least > 3 * error / math.sqrt(c.drawn) + 2 * room:
        return False
    if counted:
        return int(counted[1]) > 5 and len(inside) >= int(counted[1])
    who = indices(c, g["name"])
    return 1 < len(who) <= 5 and set(who) <= set(inside) and \
        said_though(c, key, who) and all(
            o in who or not mirrored(c, i, o)
            for i in who for o in range(len(c.options)))


@claim("robust", "robust_though")
def _(c, about, g, key):
    i = c.options.index(g["name"])
    if any(o != i and mirrored(c, i, o) for o in c.ranked()):
        return False
    most = max(first_share(c, o) for o in range(len(c.options)))
    return said_though(c, key, [i]) and first_share(c, i) > most - .06 and \
        is_share(c, g["share"], first_share(c, i))


@claim("robust_each", "robust_each_though")
def _(c, about, g, key):
    who = indices(c, g["name"])
    return said_though(c, key, who) and not always(
        c, lambda t: set(who) <= set(c.first(t))) and all(
        is_share(c, g["share"], first_share(c, i)) for i in who)


@claim("robust_drawn_level")
def _(c, about, g, key):
    who = indices(c, g["name"])
    return number(g["draws"]) == c.drawn and len(who) > 1 and all(
        who == c.first(c.totals(w)) for w in c.draws(300))


@claim("robust_together", "robust_together_though")
def _(c, about, g, key):
    who = indices(c, g["name"])
    return said_though(c, key, who) and all(
        same_cells(c, who[0], i) for i in who) and is_share(
        c, g["share"], sum(first_share(c, i) for i in who))


@claim("robust_always", "central_always")
def _(c, about, g, key):
    i = c.options.index(g.get("name", about))
    return always(c, lambda t: c.first(t) == [i])


@claim("robust_never_behind", "central_never_behind")
def _(c, about, g, key):
    i = c.options.index(g.get("name", about))
    return always(c, lambda t: i in c.first(t)) and \
        not always(c, lambda t: c.first(t) == [i])


@claim("robust_weighed", "robust_weighed_though", "central_weighed")
def _(c, about, g, key):
    i = c.options.index(g.get("name", about))
    return (key == "central_weighed" or said_though(c, key, [i])) and \
        weighed(c, lambda t: c.first(t) == [i])


@claim("robust_level", "robust_level_though", "central_level")
def _(c, about, g, key):
    return weighed(c, lambda t: max(t) - min(x for x in t if x >= 0) <= EQUAL)


@claim("robust_drawn", "robust_drawn_though", "central_drawn")
def _(c, about, g, key):
    i = c.options.index(g.get("name", about))
    return number(g["draws"]) == c.drawn and first_share(c, i) > .99 and \
        (key == "central_drawn" or said_though(c, key, [i]))


@claim("chart_slope_out")
def _(c, about, g, key):
    asked = (c.charts.get("slope") or {})
    two = [int(str(asked.get(k, d))[1:]) - 1 for k, d in (("from", "p1"), ("to", "p2"))]
    return indices(c, g["names"]) == [i for i in range(len(c.options)) if any(
        c.is_out(i, c.profiles[k]) for k in two)]


@claim("robust_upset")
def _(c, about, g, key):
    row = c.cells()[criterion(c, g["criterion"])]
    cell = row[c.options.index(g["other"])]
    row = [u for u in row if u is not None]
    return cell > min(row) + EQUAL and cell >= max(row) - EQUAL


@claim("robust_equal")
def _(c, about, g, key):
    who = c.ranked()
    return indices(c, g["name"]) == who and all(
        same_cells(c, who[0], i) for i in who)


@claim("robust_equal_ahead")
def _(c, about, g, key):
    who = indices(c, g["name"])
    return all(same_cells(c, who[0], i) for i in who) and always(
        c, lambda t: set(who) <= set(c.first(t)))


@claim("robust_exact")
def _(c, about, g, key):
    return len(c.ranked()) == 2 and c.method != "topsis"


@claim("robust_sampled")
def _(c, about, g, key):
    return number(g["draws"]) == c.drawn and \
        0 < number(g["error"]) <= 51 / math.sqrt(c.drawn)


@claim("never_first", "central_never")
def _(c, about, g, key):
    i = c.options.index(about)
    return always(c, lambda t: i not in c.first(t))


@claim("never_alone", "central_never_alone")
def _(c, about, g, key):
    i = c.options.index(about)
    return always(c, lambda t: c.first(t) != [i])


@claim("central_not_weighed")
def _(c, about, g, key):
    i = c.options.index(about)
    return weighed(c, lambda t: i not in c.first(t))


@claim("central_not_drawn")
def _(c, about, g, key):
    i = c.options.index(about)
    return number(g["draws"]) == 20000 and first_share(c, i) < .01


@claim("central_plain")
def _(c, about, g, key):
    return is_share(c, g["share"], first_share(c, c.options.index(about)))


@claim("central_together")
def _(c, about, g, key):
    i = c.options.index(about)
    others = indices(c, g["names"])
    return all(same_cells(c, i, o) for o in others) and is_share(
        c, g["share"], first_share(c, i) * (1 + len(others)))


@claim("central")
def _(c, about, g, key):
    """Not refuted by draws, and no tie: of two criteria with the same cells
    one cannot weigh more, and one on which all are equal weighs nothing up."""
    i = c.options.index(about)
    _, _, firsts, sums, squares = c.robustness()
    listed = [criterion(c, t) for t in names(g["criteria"])]
    cells, n = c.cells(), firsts[i]
    for a in listed:
        if not any(None in row for row in cells.values()) and \
                max(cells[a]) - min(cells[a]) < EQUAL:
            return False  # it prefers nobody, so it weighs what all weigh
        for b in cells:
            if b in listed:
                continue
            if all(map(same, cells[a], cells[b])):
                return False
            if n < 20:
                continue
            error = sum(math.sqrt(max(squares[i][j] / n - (sums[i][j] / n) ** 2,
                                      0) / n) for j in (a, b))
            if (sums[i][a] - sums[i][b]) / n < -4 * error:
                return False
    return is_share(c, g["share"], first_share(c, i))


# other weights

def ahead_of(c, first, totals):
    return [i for i, t in enumerate(totals) if t > totals[first] + 1e-7]


def now(c, j):
    return c.weights[j] / c.available()


@claim("switch_never")
def _(c, about, g, key):
    j, (first,) = criterion(c, about), c.first(c.totals())
    cells = c.cells()
    return all(not ahead_of(c, first, c.totals(c.shifted(j, t / 200),
                                               cells=cells))
               for t in range(201))


@claim("switch_above", "switch_below", "switch_above_together",
       "switch_below_together")
def _(c, about, g, key):
    j, (first,) = criterion(c, g["criterion"]), c.first(c.totals())
    t, by = number(g["share"]) / 100, half(g["share"]) / 100
    up = 1 if "above" in key else -1
    cells, weight = c.cells(), now(c, j)
    if about and criterion(c, about) != j or not 0 < t < 1 or \
            (t - weight) * up <= 0:
        return False
    at = lambda share: c.totals(c.shifted(j, min(max(share, 0), 1)), cells=cells)
    for k in range(60):     # on the way nobody gets past
        share = weight + (t - up * by - weight) * k / 60
        if ahead_of(c, first, at(share)):
            return False
    then = at(t + up * (by + 1e-6))
    who = indices(c, g["name"])
    if not set(who) <= set(ahead_of(c, first, then)) and \
            max(then) - then[first] > 1e-7:
        return False
    return all(abs(then[i] - max(then)) < 1e-4 for i in who) and (
        len(who) > 1) == key.endswith("together")


@claim("switch_any", "switch_any_together")
def _(c, about, g, key):
    j, (first,) = criterion(c, g["criterion"]), c.first(c.totals())
    then = c.totals(c.shifted(j, 1e-4))
    return c.weights[j] == 0 and c.first(then) == indices(c, g["name"])


@claim("switch_without", "switch_alone")
def _(c, about, g, key):
    j, (first,) = criterion(c, g["criterion"]), c.first(c.totals())
    end = 1 if key == "switch_alone" else 0
    then = c.totals(c.shifted(j, end))
    return indices(c, g["name"]) == c.first(then) != [first] and all(
        not ahead_of(c, first, c.totals(c.shifted(j, t / 100)))
        for t in range(1, 100))


@claim("switch_level")
def _(c, about, g, key):
    j = criterion(c, g["criterion"])
    return all(max(t) - min(x for x in t if x >= 0) <= EQUAL
               for t in (c.totals(c.shifted(j, s)) for s in (1e-4, 1)))


@claim("switch_only")
def _(c, about, g, key):
    j = criterion(c, about)
    return all(k == j or c.weights[k] == 0 for k in c.cells())


@claim("profile_leads", "profile_close")
def _(c, about, g, key):
    totals = profile(c, about)
    i = c.options.index(g["name"])
    second = sorted(totals)[-2]
    return c.first(totals) == [i] and (c.leader(totals) == i) == (
        key == "profile_leads") and is_total(c, g["total"], totals[i]) and \
        is_total(c, g["other"], second) and g["total"] != g["other"]


@claim("profile_nothing")
def _(c, about, g, key):
    return profile(c, about) is None


@claim("profiles_all", "profiles_some", "profiles_none", "profiles_both",
       "profiles_neither", "profiles_only", "profiles_only_not")
def _(c, about, g, key):
    i, count = c.options.index(g["name"]), len(c.profiles)
    led = sum(t is not None and c.leader(t) == i for t in map(
        c.totals, c.profiles))
    return c.first(c.totals()) == [i] and all(
        map(c.is_told, c.profiles)) and {
        "profiles_all": led == count > 2, "profiles_some": 0 < led < count,
        "profiles_none": led == 0 and count > 2,
        "profiles_both": led == count == 2,
        "profiles_neither": led == 0 and count == 2,
        "profiles_only": led == count == 1,
        "profiles_only_not": led == 0 and count == 1}[key] and (
        "n" not in g or number(g["n"]) == led) and (
        "profiles" not in g or number(g["profiles"]) == count)


def applied(c):
    own = c.first(c.totals())
    made = {}
    for method in ("points", "weighted-sum", "weighted-product", "topsis"):
        if method != c.method and method == "points" and c.scale != (0, 1):
            continue
        totals = c.totals(method=method)
        if method == c.method or any(t for t in c.all_totals(method=method)):
            made[method] = c.first(totals)
    return own, made


@claim("methods_all", "methods_both", "methods_some", "methods_one")
def _(c, about, g, key):
    own, made = applied(c)
    agree = sum(first == own for first in made.values())
    return len(own) == 1 and c.options.index(g["name"]) == own[0] and (
        "of" not in g or number(g["of"]) == len(made)) and (
        "n" not in g or number(g["n"]) == agree) and {
        "methods_all": agree == len(made) > 2,
        "methods_both": agree == len(made) == 2,
        "methods_one": agree == 1 < len(made),
        "methods_some": 1 < agree < len(made)}[key]


def flips(c):
    """Every single step that changes who is first: (j, i, to) -> first."""
    if hasattr(c, "_flips"):
        return c._flips
    found, (first,) = {}, c.first(c.totals())
    values, low, high = c.values(), *c.scale
    for j in range(len(c.weights)):
        if (j not in c.cells() or c.weights[j] == 0) and j not in c.musts:
            continue
        known = [v for v in (*values[j], *c.measures.get(j, ())[1:])
                 if v is not None]
        for i in range(len(c.options)):
            was = values[j][i]
            if was is None:
                continue
            worst, best = c.ends(j, values[j])
            step = abs(best - worst) / 10 if j in c.measures else 1
            for to in (was - step, was + step):
                if j not in c.measures:
                    to = min(max(to, low), high)
                elif min(known) >= 0:
                    to = max(to, 0)
                if to == was:
                    continue
                values[j][i] = to
                cells = c.cells(values=values)
                c.changed = {(j, i): to}  # for musts
                then = c.first(c.totals(cells=cells))
                c.changed = {}
                if then != [first]:
                    found[j, i, to] = then
            values[j][i] = was
    c._flips = found
    return found


@claim("flips_one", "flips_other", "flips_none")
def _(c, about, g, key):
    count = len(flips(c))
    return {"flips_one": count == 1, "flips_none": count == 0,
            "flips_other": count > 1}[key] and (
        "n" not in g or number(g["n"]) == count)


@claim("flip", "flip_tie")
def _(c, about, g, key):
    j, i = criterion(c, g["criterion"]), c.options.index(g["name"])
    return g["from"] != g["to"] and shows(g["from"], c.value(j, i)) and any(
        (fj, fi) == (j, i) and shows(g["to"], to) and
        (len(then) > 1 if key == "flip_tie" else
         then == [c.options.index(g["first"])])
        for (fj, fi, to), then in flips(c).items())


# criteria

def won(c, about):
    return c.winners(c.utilities()[criterion(c, about)])


@claim("wins", "win")
def _(c, about, g, key):
    return indices(c, g["names"]) == won(c, about) and (
        len(won(c, about)) == 1) == (key == "wins")


@claim("a_tie")
def _(c, about, g, key):
    return len(won(c, about)) == len(c.options)


@claim("nobody_wins")
def _(c, about, g, key):
    return not won(c, about)


@claim("reason_unscored")
def _(c, about, g, key):
    return all(v is None for v in c.values()[criterion(c, about)])


@claim("reason_missing")
def _(c, about, g, key):
    row = c.values()[criterion(c, about)]
    return indices(c, g["names"]) == [i for i, v in enumerate(row)
                                      if v is None]


@claim("wins_sentence", "wins_shared")
def _(c, about, g, key):
    i = c.options.index(about)
    all_won = [c.winners(row) for row in c.utilities()]
    alone = sum(w == [i] for w in all_won)
    shared = sum(i in w for w in all_won) - alone
    return number(g["n"]) == alone and number(g["criteria"]) == len(
        c.weights) and (number(g["shared"]) == shared > 0
                        if key == "wins_shared" else shared == 0)


@claim("tally_part")
def _(c, about, g, key):
    """The points up to the criterion of the page."""
    i, last = c.options.index(g["name"]), criterion(c, about)
    cells = c.cells()
    return shows(g["n"], sum(c.weights[j] * (cells[j][i] or 0) for j in cells
                             if j <= last))


@claim("spread", "agreed", "agreed_both")
def _(c, about, g, key):
    """About a criterion or an option, and not both: one of them says so."""
    found = []
    for j in range(len(c.weights)):
        for i in range(len(c.options)):
            if about in (c.titles[j], c.options[i]):
                found.append(c.counted(j, i))
    return any(len(v) > 1 and shows(g["least"], min(v)) and (
        (max(v) > min(v) and shows(g["most"], max(v)) and
         number(g["n"]) == len(v)) if key == "spread" else
        max(v) == min(v) and (len(v) == 2) == (key == "agreed_both"))
        for v in found)


# judges and evidence

@claim("alpha_reliable", "alpha_tentative", "alpha_low")
def _(c, about, g, key):
    alpha, units = c.alpha()
    said = number(g["alpha"])
    bound = "low" if alpha < .667 else "tentative" if alpha < .8 else "reliable"
    shown = "low" if said < .667 else "tentative" if said < .8 else "reliable"
    paired = max(len(c.counted(j, i)) for j in range(len(c.weights))
                 for i in range(len(c.options)))
    return shows(g["alpha"], alpha) and number(g["units"]) == units and \
        number(g["judges"]) == paired and \
        key.endswith(bound) and shown == bound


@claim("alpha_no_overlap", "alpha_one_score", "alpha_no_variation")
def _(c, about, g, key):
    alpha, units = c.alpha()
    return alpha is None and {"alpha_no_overlap": units == 0,
                              "alpha_one_score": units == 1,
                              "alpha_no_variation": units > 0}[key]


@claim("disputed")
def _(c, about, g, key):
    return all(any(len(set(c.judged_by(criterion(c, t), i))) > 1
                   for i in range(len(c.options)))
               for t in names(g["criteria"]))


@claim("sourced_all", "sourced_some", "sourced_none", "sourced_one",
       "sourced_only", "sourced_both")
def _(c, about, g, key):
    cited = [row[3] for row in c.rows()]
    n, of = sum(cited), len(cited)
    return {"sourced_all": n == of > 2, "sourced_some": 1 < n < of,
            "sourced_none": n == 0, "sourced_one": n == 1 < of,
            "sourced_only": n == of == 1, "sourced_both": n == of == 2}[key] \
        and ("of" not in g or number(g["of"]) == of) and (
            "n" not in g or number(g["n"]) == n)


@claim("unsourced")
def _(c, about, g, key):
    rows = list(c.rows())
    bare = [t for j, t in enumerate(c.titles)
            if any(r[0] == j for r in rows) and
            not any(r[0] == j and r[3] for r in rows)]
    return names(g["criteria"]) == bare


@claim("score_dates", "score_dates_range", "score_dates_same",
       "score_dates_some", "score_dates_some_same")
def _(c, about, g, key):
    rows = list(c.rows())
    dates = sorted(row[4] for row in rows if row[4])
    some = len(dates) < len(rows)
    ends = [g.get("oldest"), g.get("newest", g["oldest"])]
    half_of = g.get("median")
    return some == ("some" in key) and ends == [day(dates[0]), day(dates[-1])] \
        and (dates[0] == dates[-1]) == ("same" in key) and (
            half_of is None or half_of != ends[1] and 2 * sum(
                d <= iso(half_of) for d in dates) >= len(dates)) and (
            "n" not in g or number(g["n"]) == len(dates) and
            number(g["of"]) == len(rows))


MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]


def day(date):
    year, month, of = date.split("-")
    return f"{int(of)} {MONTHS[int(month) - 1]} {year}"


def iso(text):
    of, month, year = text.split()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(of):02}"


@claim("one_sided")
def _(c, about, g, key):
    i = c.options.index(g["name"])
    heard = [c.winners_of_source(j) for j in range(len(c.weights))]
    heard = [w for w in heard if w is not None]
    return number(g["n"]) == len(heard) >= 3 and all(w == [i] for w in heard)


# charts

@claim("chart_tornado_text")
def _(c, about, g, key):
    totals = c.totals()
    unit = points_or_100(c)
    return c.first(totals) == [c.options.index(g["name"])] and shows(
        g["margin"], c.margin(totals) * unit)


@claim("chart_tally_text")
def _(c, about, g, key):
    totals = c.totals()
    points = [sum(c.weights[j] * (row[i] or 0) for j, row in
                  c.cells().items()) for i in range(len(totals))]
    return all(shows(part, points[c.options.index(part.split()[0])])
               for part in names(g["tally"]))


@claim("chart_contributions_above")
def _(c, about, g, key):
    return shows(g["min"], c.scale[0]) and c.scale[0] != 0


@claim("total_points", "total_scale", "total_range")
def _(c, about, g, key):
    total = c.all_totals()[c.options.index(about)]
    return shows(g["n"], c.raw(total)) and (
        key == "total_range" or is_total(c, f'{g["n"]} of {g["max"]}', total))


# who is in the running, and what is left out

def running(c, about):
    p = int(about[1:]) - 1 if re.match(r"P\d", about) else None
    weights = None if p is None else c.profiles[p]
    return c.totals(weights), c.ranked(weights)


@claim("headline_none", "detail_none", "profile_none_in")
def _(c, about, g, key):
    return not running(c, about if key[0] == "p" else "")[1]


@claim("detail_only")
def _(c, about, g, key):
    return len(c.ranked()) == 1


@claim("profile_only_in")
def _(c, about, g, key):
    totals, ranked = running(c, about)
    return ranked == [c.options.index(g["name"])] and \
        is_total(c, g["total"], totals[ranked[0]])


@claim("missing_available")
def _(c, about, g, key):
    return c.missing == "available" and any(
        v is None for row in c.values() for v in row)


@claim("first_known")
def _(c, about, g, key):
    first, known = c.told_of()
    return c.missing == "available" and not c.is_told(c.weights) and \
        first == c.options.index(g["name"]) and \
        shows_part(g["share"], 100 * known)


@claim("field_stays")
def _(c, about, g, key):
    return c.missing == "available" and c.min_coverage > 0 and \
        shows(g["share"], 100 * c.min_coverage) and len(c.ranked()) > 1 and \
        any(c.value(j, i) is None for i in c.ranked()
            for j in range(len(c.titles)))


@claim("scored_on")
def _(c, about, g, key):
    """In the matrix it stands in the head of a column, about nobody.  Beside
    a total it is what that is a mean of; beside the name of one of many, what
    there is to see."""
    some = [c.options.index(about)] if about in c.options else range(len(c.options))
    given = [sum(c.value(j, i) is not None for j in range(len(c.titles))) for i in some]
    return (c.missing == "available" or len(c.options) > 8) and \
        number(g["criteria"]) == len(c.titles) > number(g["n"]) > 0 and \
        number(g["n"]) in given


@claim("known_share")
def _(c, about, g, key):
    weights = c.profiles[int(about[1:]) - 1]
    return not c.is_told(weights) and \
        shows_part(g["share"], 100 * c.told_of(weights)[1])


@claim("missing_else")
def _(c, about, g, key):
    lost = [j for j, counts in enumerate(c.counts()) if not counts]
    return c.missing == "skip" and \
        sum(c.weights[j] for j in lost) / sum(c.weights) >= .2 - 1e-12 and \
        any(c.weights[j] and c.value(j, i) is not None
            for j in lost for i in range(len(c.options)))


@claim("total_share")
def _(c, about, g, key):
    i = c.options.index(about)
    return c.method == "points" and c.missing == "available" and \
        shows(g["share"], 100 * c.all_totals()[i])


def the_must(c, text, j, sign_of):
    signs = {">=": "at least ", "<=": "at most "}
    return any(text.startswith(signs[s]) and shows(text, b)
               for s, b in sign_of if s in signs)


def musts_on(c, j):
    return [m[j] for m in (c.musts, c.profile_musts) if j in m]


def option_about(c, about, g):
    return [c.options.index(about)] if about in c.options else \
        range(len(c.options))


@claim("out_fails")
def _(c, about, g, key):
    j = criterion(c, g["criterion"])
    return the_must(c, g["must"], j, musts_on(c, j)) and any(
        c.value(j, i) is not None and shows(g["value"], c.value(j, i)) and
        (j in c.fails(i)[0] or j in c.fails(i, c.profile_musts)[0])
        for i in option_about(c, about, g))


@claim("must_unknown")
def _(c, about, g, key):
    j = criterion(c, g["criterion"])
    return the_must(c, g["must"], j, musts_on(c, j)) and any(
        c.value(j, i) is None for i in option_about(c, about, g))


@claim("out_thin")
def _(c, about, g, key):
    return shows(g["least"], 100 * c.min_coverage) and any(
        shows(g["share"], 100 * c.covered(i, w)) and
        c.covered(i, w) < c.min_coverage
        for i in option_about(c, about, g) for w in [None] + c.profiles)


@claim("out_unscored")
def _(c, about, g, key):
    return any(c.covered(i, w) == 0 for i in option_about(c, about, g)
               for w in [None] + c.profiles)


@claim("reason_common")
def _(c, about, g, key):
    j = criterion(c, about)
    return c.common and all(c.value(j, i) is None for i in
                            range(len(c.options)))


def left_out(c, what):
    for kind, pattern in (("judge", r"judge ([ABC])"),
                          ("source", r"source (S0)"),
                          ("group", r"the criteria of “(.)”")):
        found = re.fullmatch(pattern, what)
        if found:
            return c.without(kind, found[1])
    return c.without("group", "")


def outcome_is(c, less, g, kind):
    totals = less.totals() if sum(less.weights) else None
    ranked = less.ranked() if totals else []
    if kind == "none":
        return not ranked
    if kind == "only":
        return ranked == [c.options.index(g["name"])]
    if len(ranked) < 2:
        return False
    first = less.first(totals)
    if kind == "tie":
        return len(first) > 1 and indices(c, g["names"]) == first
    order = sorted(ranked, key=lambda i: -totals[i])
    return first == [c.options.index(g["name"])] and (
        "second" not in g or abs(totals[c.options.index(g["second"])] -
                                 totals[order[1]]) < EQUAL) and \
        shows(g["margin"], 100 * less.margin(totals)) and \
        (kind == "leads") == (less.leader(totals) is not None)


@claim("without_leads", "without_close", "without_tie", "without_only",
       "without_none")
def _(c, about, g, key):
    return outcome_is(c, left_out(c, g["what"]), g, key.split("_")[1])


@claim("judge_leads", "judge_close", "judge_tie", "judge_only", "judge_none")
def _(c, about, g, key):
    return outcome_is(c, c.without("only", about), g, key.split("_")[1])


def scored_by(c, j):
    """How many of the options that are scored each judge scored."""
    given = [len(c.judged_by(j, i)) for i in range(len(c.options))]
    return {k: sum(n > at for n in given) for at, k in enumerate("ABC")
            if any(n > at for n in given)}, sum(n > 0 for n in given)


@claim("uneven", "uneven_common")
def _(c, about, g, key):
    by, scored = scored_by(c, criterion(c, about))
    return c.common == (key == "uneven_common") and len(by) > 1 and any(
        n < scored for n in by.values())


@claim("uneven_wins", "uneven_tie", "uneven_nobody")
def _(c, about, g, key):
    j = criterion(c, about)
    by, scored = scored_by(c, j)
    at = ["ABC".index(k) for k, n in by.items() if n == scored]
    means = [None if not c.judged_by(j, i) else
             sum(c.judged_by(j, i)[k] for k in at) / len(at)
             for i in range(len(c.options))]
    won = c.winners(c.utility_row(j, means))
    return number(g["n"]) == len(at) and won != c.winners(
        c.utilities()[j]) and (
            not won if key == "uneven_nobody" else
            indices(c, g["names"]) == won and
            (len(won) == 1) == (key == "uneven_wins"))


# the four questions of the scoreboard

def unit(c):
    """What a total of 1 is."""
    if c.method == "points":
        return 100 if c.missing == "available" else c.available()
    return c.scale[1] - c.scale[0]


def is_lead(c, text, part):
    value = part * unit(c)
    if text.startswith("less than"):
        return 0 < value < number(text)
    return shows(text, value) and (number(text) != 0 or value < EQUAL * 1e3)


@claim("ahead_any", "ahead_clear", "ahead_close", "ahead_equal", "ahead_just")
def _(c, about, g, key):
    totals = c.totals()
    margin = c.margin(totals)
    kind = "any" if c.close <= 0 else \
        "close" if margin < c.close - EQUAL else \
        "equal" if margin < c.close + EQUAL else \
        "just" if margin < 1.25 * c.close else "clear"
    # At the border itself the last bit of a sum decides.
    if abs(margin - 1.25 * c.close) <= EQUAL and key != "ahead_any":
        kind = {"ahead_just": "just"}.get(key, "clear")
    return c.first(totals) == [c.options.index(g["name"])] and \
        key == "ahead_" + kind and is_lead(c, g["margin"], margin) and \
        ("close" not in g or is_lead(c, g["close"], c.close)) and \
        (kind == "equal" or g.get("close") != g["margin"])


@claim("ahead_tie")
def _(c, about, g, key):
    first = c.first(c.totals())
    return len(first) > 1 and indices(c, g["names"]) == first


@claim("ahead_only")
def _(c, about, g, key):
    return c.ranked() == [c.options.index(g["name"])]


def parts(c, i):
    """What each criterion adds to the total of an option."""
    cells = c.cells()
    own = {j: c.weights[j] for j in cells if cells[j][i] is not None}
    whole = sum(own.values()) or 1
    return {j: own.get(j, 0) / whole * (cells[j][i] or 0) for j in cells
            if c.weights[j] > 0}


def pulls(c, one, other):
    first, second = parts(c, one), parts(c, other)
    return {j: 0 if abs(first[j] - second[j]) < EQUAL else
            first[j] - second[j] for j in first}


def strongest(c, of, sign):
    most = max([sign * v for v in of.values()])
    return sorted(j for j, v in of.items() if sign * v > most - EQUAL), most


def criteria_are(c, text, found):
    if re.match(r"[\d,]+ crit", text):
        return number(text) == len(found)
    return are_named(text, [c.titles[j] for j in found])


def are_named(text, titles):
    """All, or of more than three the first three, and the others counted."""
    more = re.search(r" and (\d+) more$", text)
    named = names(text[:more.start()] if more else text)
    return sorted(named) == sorted(titles) if not more else \
        len(named) == 3 and named == titles[:3] and \
        len(titles) == 3 + int(more[1])


@claim("why_gains", "why_takes_back", "why_takes_back_on")
def _(c, about, g, key):
    one, other = c.options.index(g["name"]), c.options.index(g["second"])
    of = pulls(c, one, other)
    gain = sum(v for v in of.values() if v > 0)
    loss = -sum(v for v in of.values() if v < 0)
    found, _ = strongest(c, of, 1)
    if c.first(c.totals()) != [one] or len(c.ranked()) != 2 or \
            not is_lead(c, g["gain"], gain) or \
            not criteria_are(c, g["criterion"], found):
        return False
    if key == "why_gains":
        return loss == 0
    found, most = strongest(c, of, -1)
    return loss > 0 and is_lead(c, g["loss"], loss) and \
        (key == "why_takes_back" or most > loss / 2 and
         criteria_are(c, g["worst"], found))


@claim("why_level", "why_nothing")
def _(c, about, g, key):
    one, other = c.options.index(g["name"]), c.options.index(g["second"])
    of = pulls(c, one, other)
    gain = sum(v for v in of.values() if v > 0)
    if key == "why_nothing":
        return not any(of.values())
    return abs(sum(of.values())) < 1e-8 and is_lead(c, g["gain"], gain)


@claim("why_group", "why_group_loses")
def _(c, about, g, key):
    one, other = c.options.index(g["name"]), c.options.index(g["second"])
    totals, of = c.totals(), pulls(c, one, other)
    named = c.groups if c.groups and len(set(c.groups)) > 1 else c.titles
    sums = {}
    for j, v in of.items():
        name = named[j] or "Other criteria"
        sums[name] = sums.get(name, 0) + v
    most, least = max(sums.values()), min(sums.values())
    return c.first(totals) == [one] and \
        abs(totals[other] - max(t for i, t in enumerate(totals)
                                if i != one)) < 1e-9 and \
        is_lead(c, g["gain"], most) and \
        are_named(g["group"], [n for n in sums
                               if sums[n] > most - 1e-8]) and \
        (least >= -EQUAL if key == "why_group" else
         is_lead(c, g["loss"], -least) and
         are_named(g["worst"], [n for n in sums
                                if sums[n] < least + 1e-8]))


@claim("wins_more", "wins_all", "wins_each")
def _(c, about, g, key):
    won = [sum(c.winners(row) == [i] for row in c.utilities()) for i in (0, 1)]
    if key == "wins_each":
        return indices(c, g["names"]) == [0, 1] and won == [number(g["criteria"])] * 2 and won[0] > 0
    one, other = (c.options.index(g[p]) for p in ("name", "second"))
    return won[one] == number(g["criteria"]) > won[other] and (
        won[other] == number(g["n"]) > 0 if key == "wins_more" else won[other] == 0)


@claim("weighs_most", "weigh_most")
def _(c, about, g, key):
    of = [w if counts else 0 for w, counts in zip(c.weights, c.counts())]
    most = [j for j, w in enumerate(of) if w > max(of) - EQUAL]
    named = re.findall(r"C\d+", g["criterion"])
    return (key == "weighs_most") == (len(most) == 1) and len(most) < sum(w > 0 for w in of) and (
        [criterion(c, t) for t in named] == most if named else number(g["criterion"]) == len(most) > 3) and (
        shows_part(g["share"], 100 * max(of) / sum(of)))


@claim("why_hangs", "why_hangs_not")
def _(c, about, g, key):
    first = c.options.index(g["name"])
    cells = c.cells()

    def without(j):
        weights = [0 if k == j else w for k, w in enumerate(c.weights)]
        return c.totals(weights, cells=cells)
    if key == "why_hangs":
        return first not in c.first(without(criterion(c, g["criterion"])))
    return all(c.first(without(j)) == [first] for j in cells
               if c.weights[j] > 0)


@claim("turn_above", "turn_below", "turn_any", "turn_without", "turn_alone")
def _(c, about, g, key):
    j, (first,) = criterion(c, g["criterion"]), c.first(c.totals())
    end = {"turn_without": 0, "turn_alone": 1, "turn_any": 1e-4}.get(key)
    if end is not None:
        then = c.first(c.totals(c.shifted(j, end)))
        return first not in then and indices(c, g["name"]) == then
    several = "_together" if len(indices(c, g["name"])) > 1 else ""
    return shows_part(g["now"], 100 * now(c, j)) and CHECKS[
        key.replace("turn", "switch") + several](
            c, "", g, key.replace("turn", "switch") + several)


def turns(c, j):
    return c.once(("turns", j), lambda: turns_by_any(c, j))


def turns_by_any(c, j):
    """Whether any weight of the criterion puts another option ahead."""
    (first,), cells = c.first(c.totals()), c.cells()
    # A lead that is linear in the weight is least at one of its ends.
    linear = c.method in ("points", "weighted-sum") and c.missing != "available"
    then = [c.totals(c.shifted(j, t / 200), cells=cells)
            for t in ((0, 200) if linear else range(201))]
    return any(totals and ahead_of(c, first, totals) for totals in then)


@claim("turn_none", "turn_rest_one", "turn_rest_other")
def _(c, about, g, key):
    # With TOPSIS what counts for all may be known of neither of a pair.
    some = [j for j, row in c.cells().items() if row != [None, None]]
    never = sum(not turns(c, j) for j in some)
    if key == "turn_none":
        return never == len(some)
    return number(g["of"]) == len(some) and \
        never >= (number(g["n"]) if "n" in g else 1) > 0


def omitted(c):
    """What a page leaves out, by kind."""
    found = {}
    given = {k for j in range(len(c.weights)) for i in range(len(c.options))
             for k, _ in zip("ABC", c.judged_by(j, i))} if c.judges else set()
    if len(given) > 1:
        found["judge"] = sorted(given)
    cited = {r[3] for r in c.rows()}
    if len(cited) > 1:
        found["source"] = ["S0"]
    if c.groups and len(set(c.groups)) > 1:
        found["group"] = sorted(set(c.groups), key=c.groups.index)
    return found


def turned(c, kind, name):
    less = c.without(kind, name)
    totals = less.totals() if sum(less.weights) else None
    if not totals or sum(t >= 0 for t in totals) < 2:
        return None
    return less.first(totals), less.leader(totals) is None


@claim("sure_turns", "sure_turns_two", "sure_turns_more", "sure_level")
def _(c, about, g, key):
    (first,), all_of = c.first(c.totals()), omitted(c)
    if "judge" in all_of:
        all_of.pop("group", None)
    then = [turned(c, kind, n) for kind in all_of for n in all_of[kind]]
    count = sum(t is not None and t[0] != [first] for t in then)
    less = left_out(c, g["what"])
    new = less.first(less.totals())
    if key == "sure_level":
        return c.options.index(g["name"]) == first and new != [first]
    more = {"sure_turns": 0, "sure_turns_two": 1}.get(key)
    return new == [c.options.index(g["name"])] != [first] and \
        count - 1 == (number(g["n"]) if more is None else more)


@claim(*(f"sure_{kind}{how}" for kind in ("judges", "sources", "groups")
         for how in ("", "_some", "_each")))
def _(c, about, g, key):
    first, kind = [c.options.index(g["name"])], key.split("_")[1][:-1]
    all_of = omitted(c)
    want = next((k for k in ("source", "judge") if k in all_of), "group")
    then = [turned(c, kind, n) for n in all_of[kind]]
    close = sum(t[1] for t in then)
    if c.first(c.totals()) != first or kind != want or \
            any(t[0] != first for t in then):
        return False
    if key.endswith("_some"):
        return close == number(g["n"]) < len(then) == number(g["of"])
    return close == (len(then) if key.endswith("_each") else 0)


@claim("chart_sure_two", "chart_parts_text", "chart_parts_above")
def _(c, about, g, key):
    return c.first(c.totals()) == [c.options.index(g["name"])]


@claim("chart_sure_criteria")
def _(c, about, g, key):
    only = c.without("only", about.split()[0])
    counted = [j for j in only.cells() if only.weights[j] > 0]
    return number(g["n"]) == len(counted) and \
        number(g["criteria"]) == sum(w > 0 for w in c.weights)


@claim("how_sums")
def _(c, about, g, key):
    return c.close > 0 and is_lead(c, g["close"], c.close)


@claim("chart_sure_shaded")
def _(c, about, g, key):
    return shows(g["close"], c.close * (100 if c.method == "points"
                                        else unit(c)))


@claim("bounds_intro")
def _(c, about, g, key):
    return any(v is None for row in c.values() for v in row)


# who wins a criterion by how much, and what that does to the result

def best_and_next(c, j):
    """Values of those that win, and the best of the others."""
    row = [c.value(j, i) for i in range(len(c.options))]
    win = c.winners(c.utilities()[j])
    others = [v for i, v in enumerate(row) if i not in win and v is not None]
    better = min if c.lower(j) else max
    return win, [row[i] for i in win], better(others) if others else None


def says(c, text, value):
    return shows(text, value) and (value == 0 or number(text) != 0)


@claim("won_by", "won_by_many", "won_against", "won_next", "won_next_many",
       "won_only", "won_only_many")
def _(c, about, g, key):
    j = criterion(c, about)
    win, best, others = best_and_next(c, j)
    if indices(c, g["names"]) != win or c.method == "points" or \
            (len(win) > 1) != key.endswith("_many") or \
            (others is None) != key.startswith("won_only"):
        return False
    if others is None:
        return True
    if len(set(best)) > 1 or (j in c.measures) == key.startswith("won_by"):
        return False
    if "gap" in g:
        gap, of = abs(best[0] - others), c.scale[1] - c.scale[0]
        return says(c, g["gap"], gap) and shows(g["of"], of) and \
            (number(g["gap"]) == number(g["of"])) == (abs(gap - of) < EQUAL)
    return shows(g["value"], best[0]) and shows(g["next"], others) and \
        g["value"] != g["next"] and (len(c.options) == 2) == (key == "won_against")


@claim("level_at")
def _(c, about, g, key):
    win, best, _ = best_and_next(c, criterion(c, about))
    return len(win) == len(c.options) and len(set(best)) == 1 and \
        shows(g["value"], best[0])


@claim("effect_nothing")
def _(c, about, g, key):
    return c.weights[criterion(c, about)] == 0 and \
        c.counts()[criterion(c, about)]


@claim("effect_out")
def _(c, about, g, key):
    return won(c, about) == [c.options.index(g["name"])] and \
        won(c, about)[0] not in c.ranked()


def first_two(c):
    totals = c.totals()
    return sorted(c.ranked(), key=lambda i: -totals[i])[:2]


def moves(c, about, g):
    """The pull towards the first, if that is what is said."""
    one, other = first_two(c)
    pull = pulls(c, one, other)[criterion(c, about)]
    told = c.options.index(g["name"]) if "name" in g else None
    if "pull" in g and not is_lead(c, g["pull"], abs(pull)):
        raise ValueError(pull)
    return pull, pull != 0 and told in (one, other) and (
        len(c.first(c.totals())) > 1 and abs(
            c.totals()[one] - c.totals()[other]) < EQUAL and
        pulls(c, told, one if told == other else other)[
            criterion(c, about)] > 0 or told == (one if pull > 0 else other))


@claim("effect_first", "effect_first_none")
def _(c, about, g, key):
    pull, right = moves(c, about, g)
    totals = sorted(c.totals(), reverse=True)
    return [c.options.index(g[k]) for k in ("first", "second")] == \
        first_two(c) and len(c.ranked()) > 2 and \
        totals[0] - totals[1] > EQUAL and totals[1] - totals[2] > EQUAL and \
        (right if key == "effect_first" else pull == 0)


@claim("effect_neither", "effect_level", "effect_against", "effect_more",
       "effect_part")
def _(c, about, g, key):
    pull, right = moves(c, about, g)
    margin = c.margin(c.totals())
    level = margin < EQUAL
    kind = "neither" if pull == 0 else "level" if level else \
        "against" if pull < 0 else "more" if pull > margin + EQUAL else "part"
    return len(c.ranked()) == 2 and key == "effect_" + kind and \
        (kind == "neither" or right) and \
        ("margin" not in g or is_lead(c, g["margin"], margin) and
         (kind != "more" or g["pull"] != g["margin"]))


@claim("effect_strongest", "effect_second")
def _(c, about, g, key):
    of = pulls(c, *first_two(c))
    own = abs(of[criterion(c, about)])
    stronger = [j for j, v in of.items() if abs(v) > own + EQUAL]
    return own > 0 and stronger == (
        [criterion(c, g["criterion"])] if "criterion" in g else [])


@claim("effect_ahead", "effect_not_alone", "effect_behind")
def _(c, about, g, key):
    j = criterion(c, about)
    first = c.options.index(g["name"])
    weights = [0 if k == j else w for k, w in enumerate(c.weights)]
    # Ranks stay: only the totals are those without it.
    then = c.all_totals(weights)
    rest = max(t if t is not None else -1 for i, t in enumerate(then)
               if i != first and i in c.ranked())
    ahead = then[first] - rest
    kind = "ahead" if ahead > EQUAL else \
        "not_alone" if ahead >= -EQUAL else "behind"
    return c.first(c.totals()) == [first] and key == "effect_" + kind


def sides(c, j):
    """How far the first option is ahead by each judge."""
    pairs = list(zip(c.counted(j, 0), c.counted(j, 1)))
    sign = -1 if c.lower(j) else 1
    return [sign * (a - b) for a, b in pairs] if len(c.counted(j, 0)) == len(
        c.counted(j, 1)) else None


@claim("judges_by", "judges_each", "judges_all", "judges_some",
       "judges_split", "judges_level")
def _(c, about, g, key):
    j = criterion(c, about)
    gaps = sides(c, j)
    if not gaps or len(gaps) < 2 or len(c.options) != 2:
        return False
    ahead = [sum(v > 0 for v in gaps), sum(v < 0 for v in gaps)]
    if key == "judges_level":
        return ahead == [0, 0]
    one = c.options.index(g["name"])
    most, fewest = ahead[one], ahead[1 - one]
    if key == "judges_split":
        return most >= fewest > 0 and number(g["n"]) == most and \
            number(g["shared"]) == fewest and number(g["of"]) == len(gaps)
    if fewest:
        return False
    if key == "judges_some":
        return 0 < most < len(gaps) and number(g["n"]) == most and \
            number(g["of"]) == len(gaps)
    size = [abs(v) for v in gaps]
    return most == len(gaps) and (
        key == "judges_all" and j in c.measures or
        key == "judges_each" and shows(g["least"], size[0]) and
        max(size) - min(size) < EQUAL or
        key == "judges_by" and shows(g["least"], min(size)) and
        shows(g["most"], max(size)))


@claim("chart_range")
def _(c, about, g, key):
    j = criterion(c, about)
    row = [c.value(j, i) for i in range(len(c.options))]
    known = [v for v in row if v is not None]
    ends = (max(known), min(known)) if c.lower(j) else (min(known), max(known))
    return ends[0] != ends[1] and all(
        shows(g[k], v) and (indices(c, g[n]) if " options" not in g[n] else
                            number(g[n])) == (
            [i for i, w in enumerate(row) if w == v] if " options" not in g[n]
            else sum(w == v for w in row))
        for k, n, v in (("from", "names", ends[0]), ("to", "name", ends[1])))


# charts of two counts

def value_sides(c):
    """Of every option what it has across and up, more being better; and who
    has both and is not ruled out."""
    asked = c.charts.get("value") or c.charts.get("quadrant") or {}
    prices = [j for j, m in c.measures.items() if m[0] == "lower"
              and c.unit(j) == "€"]
    x = asked.get("x") or f"c{min(prices) + 1}"
    y = asked.get("y", "total")

    def side(name, other):
        if name != "total":
            j = int(name[1:]) - 1
            sign = -1 if c.measures.get(j, ("",))[0] == "lower" else 1
            return [None if c.value(j, i) is None else sign * c.value(j, i)
                    for i in range(len(c.options))]
        weights = list(c.weights)
        if other != "total":
            weights[int(other[1:]) - 1] = 0
        totals = c.totals(weights)
        return [totals[i] if i in c.ranked() and totals[i] >= 0 else None
                for i in range(len(c.options))]

    sides = side(x.lower(), y.lower()), side(y.lower(), x.lower())
    inside = [i for i in range(len(c.options)) if not c.fails(i)[0]
              and None not in (sides[0][i], sides[1][i])]
    return sides, inside


def value_beaten(sides, inside):
    x, y = sides
    return [i for i in inside if any(
        x[o] > x[i] + 1e-7 and y[o] > y[i] + EQUAL for o in inside)]


@claim("value_cheaper", "value_both", "value_none", "value_best")
def _(c, about, g, key):
    (x, y), inside = value_sides(c)
    beaten = value_beaten((x, y), inside)
    if key == "value_none":
        return not beaten
    if key == "value_best":
        i = c.options.index(g["name"])
        return i in inside and len(inside) > 1 and all(
            x[o] < x[i] and y[o] < y[i] - EQUAL for o in inside if o != i)
    return number(g["n"]) == len(beaten) > 0 and number(g["of"]) == len(inside)


@claim("chart_left_out")
def _(c, about, g, key):
    _, inside = value_sides(c)
    return indices(c, g["names"]) == [
        i for i in range(len(c.options)) if i not in inside]


@claim("quadrant_one", "quadrant_some", "quadrant_none")
def _(c, about, g, key):
    """Of criteria on the scale, whose middle is halfway."""
    x, y = (int(c.charts["quadrant"][k][1:]) - 1 for k in "xy")
    half = sum(c.scale) / 2
    known = [i for i in range(len(c.options)) if not c.fails(i)[0]
             and None not in (c.value(x, i), c.value(y, i))]
    better = [i for i in known if c.value(x, i) >= half - EQUAL
              and c.value(y, i) >= half - EQUAL]
    if key == "quadrant_none":
        return not better
    if key == "quadrant_one":
        return better == [c.options.index(g["name"])]
    return len(better) == number(g["n"]) > 1 and number(g["of"]) == len(known)


# the map of weights

def map_bundles(c):
    """Criteria that count, in two or three bundles: their groups, or each."""
    counted = [j for j in c.cells() if c.weights[j] > 0]
    named = c.groups or [""] * len(c.weights)
    of = {j: named[j] if len(set(named)) > 1 else j for j in counted}
    heavy, order = {}, []
    everyone = [named[j] if len(set(named)) > 1 else j
                for j in range(len(c.weights))]
    for k in dict.fromkeys(everyone):
        heavy[k] = sum(c.weights[j] for j in counted if of[j] == k)
    order = [k for k in sorted(heavy, key=lambda k: -heavy[k]) if heavy[k] > 0]
    place = {k: n if len(order) <= 3 else min(n, 2)
             for n, k in enumerate(order)}
    bundles = [[] for _ in range(min(len(order), 3))]
    for j in counted:
        bundles[place[of[j]]].append(j)
    return bundles


def map_values(c):
    """By bundle, of those with a rank."""
    cells = c.cells()
    return [{i: sum(c.weights[j] * cells[j][i] for j in bundle) /
             sum(c.weights[j] for j in bundle) for i in c.ranked()}
            for bundle in map_bundles(c)]


def map_shares(c):
    return c.once(("map", tuple(c.weights)), lambda: drawn_shares(map_values(c)))


def drawn_shares(values, points=4000):
    r, won = random.Random(7), {}
    for _ in range(points):
        cut = sorted(r.random() for _ in range(len(values) - 1))
        w = [b - a for a, b in zip([0] + cut, cut + [1])]
        totals = {i: sum(a * v[i] for a, v in zip(w, values))
                  for i in values[0]}
        most = max(totals.values())
        who = tuple(i for i in totals if totals[i] > most - 1e-9)
        won[who] = won.get(who, 0) + 1
    return {who: n / points for who, n in won.items()}


def near_share(text, value):
    return shows_part(text, 100 * value) or \
        abs(number(text) - 100 * value) < 3.5 + half(text)


@claim("map_first", "map_first_many", "map_first_none", "map_close")
def _(c, about, g, key):
    totals, shares = c.totals(), map_shares(c)
    said = indices(c, g["name"])
    if (len(said) > 1) != key.endswith("_many"):
        return False
    who = next((k for k in shares if said == list(k)), tuple(said))
    first = c.first(totals)
    if not set(who) & set(first) and len(first) == 1:
        return False
    if len(first) == 1 and (key == "map_close") != (c.leader(totals) is None):
        return False
    if len(first) > 1 and (key == "map_close" or max(
            (v for k, v in shares.items() if k != who), default=0)
            > shares.get(who, 0) + .035):  # a tie is no close call
        return False
    if key == "map_first_none":
        second = c.options.index(g["second"])
        if any(second in k for k in shares if shares[k] > .002):
            return False
    return near_share(g["share"], shares.get(who, 0))


@claim("map_proved", "map_never")
def _(c, about, g, key):
    """Lines and triangles are settled at their corners."""
    who = indices(c, g["name"])
    return all(v[i] > v[o] + (-EQUAL if key == "map_never" else EQUAL)
               for v in map_values(c) for i in who for o in v if o not in who)


# the folded charts

@claim("contributions_most")
def _(c, about, g, key):
    i = c.options.index(g["name"])
    found, most = strongest(c, parts(c, i), 1)
    return c.first(c.totals()) == [i] and \
        found == [criterion(c, g["criterion"])] and is_lead(c, g["part"], most) \
        and is_lead(c, g["total"], c.totals()[i])


@claim("criteria_widest", "criteria_widest_many")
def _(c, about, g, key):
    gaps, raw = {}, c.values()
    for j, row in enumerate(c.utilities(raw)):
        known = [u for u, v in zip(row, raw[j]) if v is not None]
        gaps[j] = max(known) - min(known) if known else -1
    widest = [j for j in gaps if gaps[j] > max(gaps.values()) - EQUAL]
    if key == "criteria_widest_many":
        return len(widest) > 1 and max(gaps.values()) > 0 and \
            criteria_are(c, g["criteria"], widest)
    j = criterion(c, g["criterion"])
    row = [v for v in raw[j] if v is not None]
    ends = [min(row), max(row)]
    if c.lower(j):
        ends.reverse()
    answers = {c.answers.get((j, i)) for i in range(len(c.options))}
    return widest == [j] and (answers != {None} or (
        shows(g["least"], ends[0]) and shows(g["most"], ends[1])))


def best_scores(c, alone, counts=True):
    """How often who is best; or, of what does not count, best so far."""
    won = [0] * len(c.options)
    for row, counted in zip(c.utilities(), c.counts()):
        known = [u for u in row if u is not None]
        if counted != counts or not known or max(known) <= EQUAL:
            continue
        best = [i for i, u in enumerate(row)
                if u is not None and u >= max(known) - EQUAL]
        for i in best:
            won[i] += not alone or len(best) == 1
    return won


@claim("heat_most", "heat_tie")
def _(c, about, g, key):
    won, so_far = best_scores(c, False), best_scores(c, False, False)
    most = [i for i, n in enumerate(won) if n == max(won)]
    who = indices(c, g.get("names") or g["name"])
    return who == most and (len(most) == 1) == (key == "heat_most") and \
        number(g["n"]) == max(won) > 0 and \
        number(g["criteria"]) == len(c.weights) and \
        all(i in most or won[i] + so_far[i] < max(won)
            for i in range(len(won)))


@claim("ranked_most", "ranked_none", "ranked_leads")
def _(c, about, g, key):
    won, i = best_scores(c, True), c.options.index(g["name"])
    leads = c.leader(c.totals()) == i
    counted = sum(c.counts())
    if key == "ranked_none":
        return leads and won[i] == 0 and counted == len(c.weights)
    return number(g["n"]) == won[i] and number(g["criteria"]) == counted and (
        leads if key == "ranked_leads" else
        won[i] > max(n for o, n in enumerate(won) if o != i))


def group_means(c):
    rows = c.utilities()
    means = []
    for name in dict.fromkeys(n for n in c.groups or [] if n):
        inside = [j for j in c.cells() if c.groups[j] == name]
        means.append([mean_of(c, rows, inside, i)
                      for i in range(len(c.options))])
    return means


def mean_of(c, rows, inside, i):
    known = [j for j in inside if rows[j][i] is not None]
    weight = sum(c.weights[j] for j in known)
    return sum(c.weights[j] * rows[j][i] for j in known) / weight \
        if weight else None


@claim("groups_most", "groups_first", "groups_none")
def _(c, about, g, key):
    means, won = group_means(c), [0] * len(c.options)
    for row in means:
        known = [m for m in row if m is not None]
        best = [i for i, m in enumerate(row)
                if m is not None and m > max(known) - EQUAL]
        if len(best) == 1:
            won[best[0]] += 1
    i = c.options.index(g["name"])
    if number(g["of"]) != len(means) or (
            key != "groups_most" and c.first(c.totals()) != [i]):
        return False
    if key == "groups_none":
        return won[i] == 0
    return number(g["n"]) == won[i] > 0 and (
        key == "groups_first" or
        won[i] > max(n for o, n in enumerate(won) if o != i))


@claim("panels_best", "panels_none")
def _(c, about, g, key):
    """In bundles of criteria, all of which are drawn where they are few."""
    i = c.options.index(g["name"])
    if c.leader(c.totals()) != i:
        return False
    named = c.groups or [""] * len(c.weights)
    rows, ahead = c.utilities(), []
    counted = [j for j in c.cells() if c.weights[j] > 0]
    grouped = len(set(named)) > 1
    keys = dict.fromkeys(named[j] if grouped else j for j in range(len(named)))
    some = {k: [j for j in counted if (named[j] if grouped else j) == k]
            for k in keys}
    some = {k: v for k, v in some.items() if v}
    if len(some) > 6:
        order = sorted(some, key=lambda k: -sum(c.weights[j] for j in some[k]))
        some = {**{k: some[k] for k in order[:5]},
                "others": [j for k in order[5:] for j in some[k]]}
    for k, inside in some.items():
        means = {o: mean_of(c, rows, inside, o) for o in c.ranked()}
        if means[i] is not None and all(
                m is not None and m < means[i] - EQUAL
                for o, m in means.items() if o != i):
            ahead.append("All others" if k == "others" else
                         f"C{k + 1}" if not grouped else k or
                         "Other criteria")
    return (key == "panels_none") == (not ahead) and (
        key == "panels_none" or sorted(names(g["groups"])) == sorted(ahead))


@claim("features_most", "features_tie")
def _(c, about, g, key):
    rows = [j for j in range(len(c.weights)) if any(
        c.value(j, i) is not None for i in range(len(c.options))) and all(
        c.value(j, i) is None or (j, i) in c.answers
        for i in range(len(c.options)))]
    yes = [sum(c.answers.get((j, i)) == "yes" for j in rows)
           for i in range(len(c.options))]
    most = [i for i, n in enumerate(yes) if n == max(yes)]
    return indices(c, g.get("names") or g["name"]) == most and \
        (len(most) == 1) == (key == "features_most") and \
        number(g["n"]) == max(yes) and number(g["of"]) == len(rows)


@claim("slope_same", "slope_other", "slope_half", "slope_neither")
def _(c, about, g, key):
    leaders = {f"P{p + 1}": c.leader(t) if (t := c.totals(w)) else None
               for p, w in enumerate(c.profiles)}
    one, other = leaders[g["before"]], leaders[g["after"]]
    name = c.options.index(g["name"]) if "name" in g else None
    if key == "slope_neither":
        return one is None and other is None
    if key == "slope_half":
        return one == name and other is None
    return one == name and other == (
        name if key == "slope_same" else c.options.index(g["second"]))


@claim("intervals_first", "intervals_all", "intervals_none", "intervals_close")
def _(c, about, g, key):
    i = c.options.index(g["name"])
    totals = c.totals()
    judges = "ABC"[:max(len(c.judged_by(j, o)) for j in range(len(c.weights))
                        for o in range(len(c.options)))]
    firsts = [only.first(t) for k in judges
              if (t := (only := c.without("only", k)).totals())]
    alone = sum(f == [i] for f in firsts)
    said = number(g["n"]) if "n" in g else \
        len(firsts) if key == "intervals_all" else 0
    return c.first(totals) == [i] and said == alone and \
        ("of" not in g or number(g["of"]) == len(firsts)) and \
        (key == "intervals_close") == (c.leader(totals) is None)


@claim("intervals_safe", "intervals_open")
def _(c, about, g, key):
    """By the worst and the best of each option, where totals are sums or
    products of its own cells."""
    if c.method not in ("weighted-sum", "weighted-product"):
        return True
    from_fill = {}
    for fill in (0, 1):
        rows = {j: [fill if v is None else u for u, v in zip(row, raw)]
                for j, (row, raw) in enumerate(zip(
                    c.utilities(), c.values())) if c.weights[j] > 0}
        from_fill[fill] = [
            filled_total(c, rows, i) for i in range(len(c.options))]
    low, high = from_fill[0], from_fill[1]
    who = c.ranked()
    stays = lambda o: not any(c.value(j, o) is None for j in c.musts)
    if key == "intervals_safe":
        i = c.options.index(g["name"])
        return stays(i) and all(high[o] <= low[i] + EQUAL for o in who if o != i)
    able = [i for i in who if not any(
        low[o] > high[i] + EQUAL and (not c.musts or stays(o))
        for o in who if o != i)]
    return number(g["of"]) == len(who) and number(g["n"]) == len(able) > 1


def filled_total(c, rows, i):
    whole = sum(c.weights[j] for j in rows)
    if c.method == "weighted-sum":
        return sum(c.weights[j] * rows[j][i] for j in rows) / whole
    product = 1
    for j in rows:
        product *= rows[j][i] ** (c.weights[j] / whole)
    return product
