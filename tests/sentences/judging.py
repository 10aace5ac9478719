"""An odd comparison, and what is true of it.

Nothing here comes from the program: the formulas are those of docs/judging.md,
written down once more, so that what a page claims can be held against them.
"""
import math
import random

EQUAL = 1e-9


class Case:
    """A comparison as its author wrote it; `scores` has every judge's rows."""
    drawn = 20000  # weightings, by the program

    def __init__(self, slug, options, weights, scores, *, method=None,
                 scale=(0, 10), missing="skip", close=None, tie=None,
                 profiles=(), measures=None, dates=None, cites=None,
                 judges=None, musts=None, coverage=0, groups=None,
                 profile_musts=None, common=False, decision=None,
                 units=None, answers=None, charts=None):
        self.slug, self.options = slug, list(options)
        self.weights = list(weights)
        self.scores = scores      # [criterion][option]: a number or None
        self.method = method or "weighted-sum"
        self.scale, self.missing = scale, missing
        self.close = 0.05 if close is None else close
        self.tie = 1 if tie is None else tie
        self.profiles = list(profiles)    # weights, one a criterion
        self.measures = measures or {}    # criterion: (better, best, worst)
        self.dates = dates                # (criterion, option): "2025-01-14"
        self.cites = cites                # None: all; else (criterion, option)
        self.judges = judges              # [criterion][option]: several scores
        self.musts = musts or {}          # criterion: (">=", bound)
        self.profile_musts = profile_musts or {}  # of the first profile
        self.min_coverage = coverage
        self.groups = groups              # a name for each criterion
        self.common = common
        self.changed = {}                 # (criterion, option): another value
        self.left = None                  # (kind, name): what is left out
        self.means = {}                   # what value() found, by left
        self.known = {}                   # what else was reckoned, likewise
        self.decision = decision          # (option, status), or None
        self.units = units                # criterion: "kg"; only pairs are read
        self.charts = charts or {}        # name: what it shows, as in YAML
        self.answers = answers or {}      # (criterion, option): "yes"
        self.titles = [f"C{j + 1}" for j in range(len(weights))]

    # what was given

    def judged_by(self, j, i):
        """The values that judges gave, one or several."""
        if self.judges:
            return [v for v in self.judges[j][i] if v is not None]
        return [] if self.scores[j][i] is None else [self.scores[j][i]]

    def counted(self, j, i):
        """Those that count: `common` asks for judges who gave all a score,
        and some may be left out.  The k-th value is the k-th judge's."""
        given = dict(zip("ABC", self.judged_by(j, i)))
        if self.common:
            given = {k: v for k, v in given.items() if all(
                len(self.judged_by(j, o)) > "ABC".index(k)
                for o in range(len(self.options)))}
        kind, name = self.left or ("", "")
        # With `common` judges who lose one score lose all of the criterion.
        if kind == "source" and any(
                self.cites is None or (j, o) in self.cites for o in (
                    range(len(self.options)) if self.common else [i])
                if self.judged_by(j, o)):
            return []
        return [v for k, v in given.items()
                if not (kind == "judge" and k == name) and
                not (kind == "only" and k != name)]

    def value(self, j, i):
        if (j, i) in self.changed:
            return self.changed[j, i]
        known = self.left, j, i
        if known not in self.means:
            given = self.counted(j, i)
            self.means[known] = sum(given) / len(given) if given else None
        return self.means[known]

    def values(self):
        return [[self.value(j, i) for i in range(len(self.options))]
                for j in range(len(self.weights))]

    # utilities

    def ends(self, j, row):
        if j not in self.measures:
            return self.scale
        better, best, worst = self.measures[j]
        found = [v for v in row if v is not None] or [0]
        low, high = min(found), max(found)
        if best is None:
            best = low if better == "lower" else high
        if worst is None:
            worst = high if better == "lower" else low
        return worst, best

    def utility_row(self, j, row):
        worst, best = self.ends(j, row)
        made = []
        for v in row:
            if v is None:
                made.append(0.0 if self.missing == "worst" else None)
            elif best == worst:
                made.append(1.0)
            else:
                made.append(min(max((v - worst) / (best - worst), 0), 1))
        return made

    def utilities(self, values=None):
        values = values or self.values()
        return [self.utility_row(j, row) for j, row in enumerate(values)]

    def counts(self):
        enough = any if self.missing == "available" else all
        return [enough(u is not None for u in row) for row in self.utilities()]

    def winners(self, row):
        known = [u for u in row if u is not None]
        if len(known) < (1 if self.missing == "available" else len(row)) or \
                max(known) <= EQUAL:
            return []
        return [i for i, u in enumerate(row)
                if u is not None and u >= max(known) - EQUAL]

    # who is in the running

    def fails(self, i, musts=None):
        """Criteria whose must the option fails, and those not known."""
        failed, unknown = [], []
        for j, (sign, bound) in (self.musts if musts is None else
                                 musts).items():
            v = self.value(j, i)
            if v is None:
                unknown.append(j)
            elif not {">=": v >= bound - 1e-9, "<=": v <= bound + 1e-9}[sign]:
                failed.append(j)
        return failed, unknown

    def covered(self, i, weights=None):
        weights = tuple(self.weights if weights is None else weights)
        return self.once(("covered", i, weights), lambda: sum(
            w for j, w in enumerate(weights)
            if self.value(j, i) is not None) / sum(weights))

    def told_of(self, weights=None):
        """Who is first, and the share of the weights that it is judged on."""
        weights = self.weights if weights is None else weights
        totals = self.totals(weights)
        if not totals or max(totals) < 0:
            return None, 1
        first = next(i for i, t in enumerate(totals)
                     if t >= max(totals) - EQUAL)
        counts = sum(w for w, on in zip(weights, self.counts()) if on)
        return first, min(counts / sum(weights), self.covered(first, weights))

    def is_told(self, weights):
        """Whether it is judged on so much that nothing is said of it."""
        return self.told_of(weights)[1] > .8 + EQUAL

    def outs(self, weights=None):
        """Of each option whether it is out."""
        # With weights that were drawn the field stays: None.
        of = next((k for k, p in enumerate(self.profiles) if weights is p), None)
        return self.once(("out", of, tuple(self.weights)), lambda: [
            self.is_ruled_out(i, of) for i in range(len(self.options))])

    def is_out(self, i, weights=None):
        return self.outs(weights)[i]

    def is_ruled_out(self, i, of):
        if self.fails(i)[0]:
            return True
        if of == 0 and self.fails(i, self.profile_musts)[0]:
            return True
        weights = None if of is None else self.profiles[of]
        return self.missing == "available" and (
            self.covered(i, weights) == 0 or
            self.covered(i, weights) < self.min_coverage - EQUAL)

    def ranked(self, weights=None):
        return [i for i in range(len(self.options))
                if not self.is_out(i, weights)]

    def without(self, kind, name):
        """The comparison with a judge, the source or a group left out."""
        import copy
        less = copy.copy(self)
        less.__dict__.pop("_robust", None)
        if kind == "group":
            less.weights = [0 if g == name else w for w, g in
                            zip(self.weights, self.groups)]
        else:
            less.left = (kind, name)
        return less

    # totals

    def once(self, what, reckon):
        """Reckoned once, as long as no value is another for a moment."""
        if self.changed:
            return reckon()
        what = self.left, *what
        if what not in self.known:
            self.known[what] = reckon()
        return self.known[what]

    def cells(self, method=None, values=None):
        """Rows by criterion index, of those that count; not to be changed."""
        method = method or self.method
        if values:
            return self.cells_of(method, values)
        return self.once(("cells", method), lambda: self.cells_of(method, None))

    def cells_of(self, method, values):
        values = values or self.values()
        utilities = self.utilities(values)
        made = {}
        for j, row in enumerate(utilities):
            known = [u for u in row if u is not None]
            if not known or len(known) < len(row) and \
                    self.missing != "available":
                continue
            if method == "points":
                won = self.winners(row)
                part = 1 if len(won) == 1 else self.tie
                made[j] = [None if u is None else part if i in won else 0
                           for i, u in enumerate(row)]
            elif method == "topsis":
                worst, _ = self.ends(j, values[j])
                if self.missing == "available":
                    worst = None
                xs = [worst if v is None else v for v in values[j]]
                norm = math.sqrt(sum(x * x for x in xs if x is not None))
                sign = -1 if self.lower(j) else 1
                rs = [None if x is None else sign * x / norm if norm
                      else 0 for x in xs]
                given = [r for r in rs if r is not None]
                if max(given) - min(given) <= EQUAL:
                    rs = [None if r is None else given[0] for r in rs]
                made[j] = rs
            else:
                made[j] = row
        return made

    def unit(self, j):
        return self.units[j] if self.units and j in self.units else \
            "ms" if j in self.measures else ""

    def lower(self, j):
        return j in self.measures and self.measures[j][0] == "lower"

    def totals(self, weights=None, method=None, cells=None):
        """As all_totals(); -1 for those without a rank."""
        totals = self.all_totals(weights, method, cells)
        return totals and [-1 if t is None or out else t
                           for t, out in zip(totals, self.outs(weights))]

    def all_totals(self, weights=None, method=None, cells=None):
        """0..1 for each option, or None without a weight; None for an option
        that was scored on nothing."""
        method = method or self.method
        weights = self.weights if weights is None else weights
        cells = self.cells(method) if cells is None else cells
        weight = sum(weights[j] for j in cells)
        n = len(self.options)
        if not cells or weight <= 0:
            return None
        share = {j: weights[j] / weight for j in cells if weights[j] > 0}
        if self.missing == "available":
            return [self.mean_of_known(i, share, method, cells)
                    for i in range(n)]
        if method in ("points", "weighted-sum"):
            return [sum(share[j] * cells[j][i] for j in share)
                    for i in range(n)]
        if method == "weighted-product":
            return [0.0 if any(cells[j][i] <= 0 for j in share) else
                    math.exp(sum(share[j] * math.log(cells[j][i])
                                 for j in share)) for i in range(n)]
        totals = []
        for i in range(n):
            far = math.sqrt(sum((share[j] * (max(cells[j]) - cells[j][i])) ** 2
                                for j in share))
            near = math.sqrt(sum((share[j] * (cells[j][i] - min(cells[j]))) ** 2
                                 for j in share))
            totals.append(0.5 if far + near < 1e-15 else near / (far + near))
        return totals

    def mean_of_known(self, i, share, method, cells):
        if method in ("points", "weighted-sum"):
            total = weight = 0
            for j, w in share.items():
                x = cells[j][i]
                if x is not None:
                    total += w * x
                    weight += w
            return total / weight if weight else None
        own = {j: w for j, w in share.items() if cells[j][i] is not None}
        weight = sum(own.values())
        if not weight:
            return None
        if method == "weighted-product":
            if any(cells[j][i] <= 0 for j in own):
                return 0.0
            return math.exp(sum(w * math.log(cells[j][i])
                                for j, w in own.items()) / weight)
        far = near = 0
        for j, w in own.items():
            known = [x for x in cells[j] if x is not None]
            far += (w * (max(known) - cells[j][i])) ** 2
            near += (w * (cells[j][i] - min(known))) ** 2
        far, near = math.sqrt(far), math.sqrt(near)
        return 0.5 if far + near < 1e-15 else near / (far + near)

    def first(self, totals):
        """Who is first: one name, or several that share the place."""
        best = max(totals)
        return [i for i, t in enumerate(totals)
                if t >= best - EQUAL and t >= 0]

    def rank(self, i, totals):
        """All within 1e-9 of the first of a group share its rank."""
        ordered = sorted((t for t in totals if t >= 0), reverse=True)
        opens = ordered[0]
        for t in ordered:
            opens = t if t < opens - EQUAL else opens
            if t <= totals[i]:
                return 1 + ordered.index(opens)
        return 0

    def margin(self, totals):
        ordered = sorted((t for t in totals if t >= 0), reverse=True)
        return ordered[0] - ordered[1] if len(ordered) > 1 else None

    def leader(self, totals):
        first = self.first(totals)
        if len([t for t in totals if t >= 0]) < 2:
            return first[0] if first else None
        close = self.margin(totals) < self.close - EQUAL
        return None if len(first) > 1 or close else first[0]

    def available(self):
        return sum(self.weights[j] for j in self.cells())

    def raw(self, total):
        low, high = self.scale
        if self.method == "points":
            return total * self.available()
        return low + total * (high - low)

    def shifted(self, j, t):
        """The weights when criterion j has the share t of all that count."""
        rest = sum(self.weights[k] for k in self.cells() if k != j)
        return [t if k == j else (1 - t) * w / rest if rest else 0
                for k, w in enumerate(self.weights)]

    # all weightings

    def draws(self, count):
        """Weightings at random, by another generator than the program's."""
        rows = list(self.cells())
        made = random.Random(7)
        for _ in range(count):
            drawn = [0.0] * len(self.weights)
            for j in rows:
                drawn[j] = made.expovariate(1)
            total = sum(drawn)
            yield [w / total for w in drawn]

    def some_weightings(self):
        """Each criterion alone, pairs, profiles, the author's: where a claim
        about all weightings would break first."""
        rows = list(self.cells())
        for j in rows:
            yield [float(k == j) for k in range(len(self.weights))]
        for j in rows[:8]:
            for k in rows[:8]:
                yield [1.0 * (x == j) + 0.5 * (x == k)
                       for x in range(len(self.weights))]
        # As copies, since those of a profile go with its musts.
        yield from map(list, self.profiles)
        yield self.weights
        yield from self.draws(60)

    def robustness(self):
        """Share of the first place and of each rank, the number of draws, and
        the mean weights with which an option is first."""
        if hasattr(self, "_robust"):
            return self._robust
        cells, n = self.cells(), len(self.options)
        count = 1000 if n * len(cells) < 40 else 300
        ranks = [[0.0] * n for _ in range(n)]
        sums = [[0.0] * len(self.weights) for _ in range(n)]
        squares = [[0.0] * len(self.weights) for _ in range(n)]
        firsts = [0] * n
        for weights in self.draws(count):
            totals = self.totals(weights, cells=cells)
            order = sorted(range(n), key=lambda i: -totals[i])
            at = 0
            while at < n:
                to = at + 1
                while to < n and totals[order[to]] >= totals[order[at]] - EQUAL:
                    to += 1
                for i in order[at:to]:
                    for r in range(at, to):
                        ranks[i][r] += 1 / (to - at) / count
                    if at == 0:
                        firsts[i] += 1
                        for j, w in enumerate(weights):
                            sums[i][j] += w
                            squares[i][j] += w * w
                at = to
        self._robust = ranks, count, firsts, sums, squares
        return self._robust

    # agreement and evidence

    def alpha(self):
        """Krippendorff's, interval differences over utilities."""
        units = []
        for j, row in enumerate(self.values()):
            worst, best = self.ends(j, row)
            for i in range(len(self.options)):
                given = self.counted(j, i)
                if len(given) > 1:
                    units.append([1.0 if best == worst else
                                  min(max((v - worst) / (best - worst), 0), 1)
                                  for v in given])
        flat = [v for unit in units for v in unit]
        n = len(flat)
        if n < 2 or max(flat) - min(flat) <= EQUAL:
            return None, len(units)
        seen = sum(sum((a - b) ** 2 for a in unit for b in unit)
                   / (len(unit) - 1) for unit in units) / n
        chance = sum((a - b) ** 2 for a in flat for b in flat) / (n * (n - 1))
        return (1 - seen / chance if len(units) > 1 else None), len(units)

    def rows(self):
        """Every score: criterion, option, value, cited, date."""
        for j in range(len(self.weights)):
            for i in range(len(self.options)):
                for v in self.judged_by(j, i):
                    cited = self.cites is None or (j, i) in self.cites
                    date = (self.dates or {}).get((j, i))
                    yield j, i, v, cited, date

    def winners_of_source(self, j):
        """Who is best by the scores that cite a source; None: one option."""
        means = {}
        for i in range(len(self.options)):
            given = [r[2] for r in self.rows() if r[0] == j and r[1] == i
                     and r[3]]
            if given:
                means[i] = sum(given) / len(given)
        if len(means) < 2:
            return None
        best = (min if self.lower(j) else max)(means.values())
        return [i for i, v in means.items() if abs(v - best) < EQUAL]
