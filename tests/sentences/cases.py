"""The odd comparisons, and their content folders."""
import os
import random

from judging import Case

NAMES = ["Firs", "Oaks", "Elms", "Ashes", "Pines", "Limes", "Yews", "Larches",
         "Birches", "Maples", "Willows", "Cedars", "Hollies"]


def by_hand():
    """Each stands for what was once said wrongly."""
    rows = lambda table: [list(row) for row in table]
    two, three, four = NAMES[:2], NAMES[:3], NAMES[:4]
    yield Case("tie", two, [1, 1], rows([(8, 6), (6, 8)]))
    yield Case("tie-noise", two, [0.4, 0.3, 0.3],
               rows([(6.5, 6.5), (6, 7), (7, 6)]))
    yield Case("all-equal", three, [1, 2], rows([(5, 5, 5), (7, 7, 7)]))
    yield Case("all-zero", two, [1, 2], rows([(0, 0), (0, 0)]))
    yield Case("one-criterion", two, [1], rows([(8, 6)]), profiles=[[1]])
    yield Case("only-one-weighs", three, [1, 0, 0],
               rows([(8, 6, 1), (2, 9, 9), (1, 1, 9)]))
    yield Case("skipped", three, [1, 1, 1],
               rows([(8, 6, 9), (6, 3, 7), (2, 9, None)]))
    yield Case("never-scored", three, [1, 1], rows([(8, 6, None), (6, 3, None)]))
    yield Case("never-scored-worst", three, [1, 1],
               rows([(8, 6, None), (6, 3, None)]), missing="worst")
    yield Case("nobody-scored", two, [1, 1], rows([(None, 4), (3, None)]))
    yield Case("tiny-share", two, [1, 2], rows([(10, 0), (0, .004)]))
    yield Case("drawn-only", three, [1] * 8,
               rows([(9, 3, 2)] * 7 + [(5, 6, 2)]))
    yield Case("tied-somewhere", three, [1] * 3,
               rows([(9, 3, 2), (8, 7, 2), (5, 5, 2)]))
    yield Case("close-limit", two, [1, 1], rows([(7.5, 7), (6.5, 6)]))
    yield Case("just-below-limit", two, [1], rows([(7.4999996, 7)]))
    yield Case("near-tie", two, [1, 1], rows([(7.00004, 7), (6, 6)]))
    yield Case("negative", two, [1, 3], rows([(-3, -6), (-9, -5)]),
               scale=(-10, -2), profiles=[[1, 1], [2.3, 1]])
    # Equal shares, which no draws give: three, five, and more than are named.
    circle = [(9, 5, 3), (3, 9, 5), (5, 3, 9)]
    yield Case("circle", three, [3, 2, 1], rows(circle))
    yield Case("extreme-weights", three, [.0001, 9999, 1],
               rows([(1, 9, 3), (8, 5, 4), (2, 3, 9)]),
               profiles=[[9999, 0, .0001], [0, 1, 0], [99999, 1, 0]])
    yield Case("circle-level", three, [1, 1, 1], rows(circle))
    yield Case("circle-behind", three + ["Zeder"], [3, 2, 1],
               rows([row + (6,) for row in circle]))
    yield Case("wheel", NAMES[:6], [1, 2, 3, 4, 5, 6],
               rows([[9 if i == j else 4 for i in range(6)]
                     for j in range(6)]))
    yield Case("small-scale", two, [1, 1], rows([(.004, .002), (.001, .002)]),
               scale=(0, .005))
    yield Case("though", two, [6, 1, 1, 1],
               rows([(9, 5), (4, 6), (4, 6), (4, 6)]), close=.5,
               profiles=[[1, 1, 1, 1], [1, 0, 0, 0], [0, 1, 0, 0]])
    yield Case("profile-tie", two, [2, 1], rows([(8, 6), (4, 8)]),
               profiles=[[2, 1], [11, 10]])
    # Two have other cells, and the same mean of what they were scored on.
    yield Case("level-drawn", three, [1, 1, 1],
               rows([(5, 5, 3), (5, None, 3), (None, 5, 2)]), missing="available")
    yield Case("tie-of-purpose", three, [2, 1],
               rows([(8, 6, 1), (4, 6, 2)]), profiles=[[1, 1], [20, 19], [1, 0]])
    # More weights turn it than the chart shows; one of them cannot.
    yield Case("many-turns", two, [1] * 20,
               rows([(4, 9)] * 9 + [(9, 4)] * 10 + [(9, 3)]))
    # What a purpose rules out has no rank there, and no win.
    yield Case("purpose-rules-out", three, [1, 1], rows([(9, 5, 2), (4, 6, 3)]),
               profiles=[[1, 1], [2, 1]], profile_musts={1: (">=", 5)})
    yield Case("shared-bests", three, [1] * 12,
               rows([(8, 8, 4)] * 2 + [(3, 8, 4)] * 10))
    yield Case("twins", three, [2, 1], rows([(8, 8, 2), (3, 3, 9)]))
    yield Case("twins-behind", three, [5, 1], rows([(3, 3, 9), (8, 8, 2)]))
    yield Case("dominated-by-two", four, [1, 2],
               rows([(8, 2, 4, 8), (2, 9, 4, 1)]))
    yield Case("zeros", two, [1, 0, 1], rows([(8, 0), (0, 5), (5, 5)]),
               method="weighted-product")
    yield Case("veto", two, [1, 1], rows([(0, 4), (9, 4)]),
               method="weighted-product")
    yield Case("vetoes", three, [1, 1], rows([(0, 4, 5), (9, 0, 0)]),
               method="weighted-product")
    yield Case("veto-of-all", two, [1, 0, 1], rows([(8, 0), (0, 0), (5, 5)]),
               method="weighted-product")
    yield Case("veto-unweighed", three, [1, 0], rows([(9, 4, 3), (0, 4, 5)]),
               method="weighted-product")
    tally = [(1, 0), (1, 0), (0, 1), (1, 0)] + [(1, 1)] * 5 + [(0, 0)]
    yield Case("tally", two, [1] * 10, rows(tally), method="points",
               scale=(0, 1), profiles=[[1] * 10, [0, 0, 1] + [0] * 7])
    yield Case("half-points", three, [1.5, 1, 1],
               rows([(1, 1, 0), (0, 1, 0), (.5, 0, .5)]), method="points",
               scale=(0, 1), tie=.5)
    yield Case("no-points", three, [1, 1], rows([(1, 1, .5), (1, 1, 0)]),
               method="points", scale=(0, 1), tie=0)
    yield Case("weights-in-between", three, [1, 1, 1000, 3],
               rows([(8, 7, 1), (3, 9, 9), (5, 5, 4), (9, 2, 9)]))
    yield Case("lower", three, [1, 1], rows([(240, 80, 1250.5), (5, 7, 6)]),
               measures={0: ("lower", None, None)})
    yield Case("bounded", two, [1, 2], rows([(300, 20), (5, 6)]),
               measures={0: ("lower", 50, 250)})
    judges = [[(4, 1), (9, 6)], [(6, 3), (0, 0)], [(6, 6), (3, 5)]]
    yield Case("alpha-limit", two, [1, 1, 1], rows([(0, 0)] * 3), judges=judges)
    yield Case("judges-agree", two, [1, 1], rows([(0, 0)] * 2),
               judges=[[(4, 4), (9, 9, 9)], [(6, 6), (3,)]])
    yield Case("one-judged-twice", two, [1, 1], rows([(0, 0)] * 2),
               judges=[[(4, 5), (9,)], [(6,), (3,)]])
    yield Case("thirds", two, [1, 1], rows([(0, 0)] * 2),
               judges=[[(7, 8, 7), (7, 7, 8.01)], [(6,), (6,)]])
    yield Case("judges-nearly", two, [1, 1, 1], rows([(0, 0)] * 3),
               judges=[[(2, 1), (1, 1)],
                       [(8, 6), (7, 5)],
                       [(4, 7), (3, 3)]])
    yield Case("two-unscored", four, [1, 1, 2],
               rows([(8, 6, None, None), (6, 3, None, None), (None,) * 4]))
    yield Case("half-sourced", two, [1, 1], rows([(8, 6), (6, 7)]),
               cites={(0, 0), (1, 1)}, dates={(0, 0): "2025-03-01"})
    yield Case("two-of-three", three, [1, 1, 4],
               rows([(8, 6, 5), (3, 9, 6), (5, 5, None)]),
               profiles=[[0, 0, 1], [1, 0, 1]])
    yield Case("one-counts", three, [3, 1, 1],
               rows([(8, 6, 5), (3, None, 6), (5, 5, None)]))
    yield Case("two-skipped", three, [3, 1, 1, 1],
               rows([(8, 6, 5), (3, None, 6), (5, 5, None), (1, 2, 9)]))
    yield Case("one-flip", two, [1], rows([(20, 60)]),
               measures={0: ("lower", 50, 250)}, close=0)
    yield Case("no-time-below-nothing", three, [1, 1],
               rows([(1.5, 1, 20), (7, 6.9, 2)]),
               measures={0: ("lower", None, None)})
    yield Case("twins-ahead", three, [2, 1], rows([(9, 9, 2), (3, 3, 4)]))
    yield Case("two-scores", two, [1], rows([(8, 6)]))
    same = {(j, i): "2026-01-14" for j in range(2) for i in range(2)}
    yield Case("one-date", two, [1, 1], rows([(8, 6), (6, 7)]), dates=same)
    yield Case("late", two, [1, 1], rows([(8, 6), (6, 7)]),
               dates={**same, (0, 0): "2025-03-01"})
    yield Case("early", two, [1, 1], rows([(8, 6), (6, 7)]),
               dates={**same, (1, 1): "2026-03-01"})
    yield Case("some-dates", two, [1, 1], rows([(8, 6), (6, 7)]),
               dates={(0, 0): "2025-03-01", (0, 1): "2025-04-01"},
               cites={(0, 0)})
    yield Case("must", four, [3, 2, 2],
               rows([(8, 7, 4, None), (6, 9, 9, 8), (5, 8, 9, 3)]),
               missing="available", coverage=.5, musts={0: (">=", 5)},
               profiles=[[1, 3, 0], [1, 1, 1]],
               profile_musts={1: ("<=", 8)}, groups=["G", "H", "H"])
    yield Case("must-one-left", three, [1, 1], rows([(8, 6, 3), (6, 3, 7)]),
               musts={0: (">=", 7)}, profiles=[[1, 1]])
    yield Case("must-none-left", three, [1, 1], rows([(8, 6, 3), (6, 3, 7)]),
               musts={1: (">=", 9)}, profiles=[[1, 1]])
    yield Case("must-profile", three, [1, 1], rows([(8, 6, 3), (6, 3, 7)]),
               profiles=[[1, 1], [1, 2]], profile_musts={1: (">=", 9)})
    yield Case("must-most", three, [1, 2], rows([(9, 6, 3), (6, 3, 2)]),
               musts={0: ("<=", 7)})
    yield Case("thin", four, [1, 1, 1, 1],
               rows([(8, 6, 9, None), (6, 3, None, None), (2, 9, None, None),
                     (4, 4, None, None)]), missing="available", coverage=.3)
    for missing in ("skip", "available"):
        yield Case(f"known-little-{missing}", three, [2, 1, 3],
                   rows([(9, 6, 5), (6, 3, 2), (None, 7, 7.5)]),
                   missing=missing, profiles=[[1, 0, 4], [4, 1, 1], [1, 1, 0]])
    yield Case("must-of-first-open", three, [1, 1],
               rows([(None, 2, 1), (9, 3, 2)]), musts={0: (">=", 1)})
    # What only more digits tell from nothing, or from all there is.
    yield Case("switch-tiny", two, [1, 1], rows([(10, 0), (5, 5.000001)]))
    yield Case("nearly-full", three, [1, 1], rows([(9.9999, 6, 3), (9.9999, 3, 7)]),
               musts={0: (">=", 7)})
    yield Case("nearly-full-out", three, [1, 1], rows([(7, 6, 9.9999), (7, 3, 9.9999)]),
               musts={0: ("<=", 8)})
    yield Case("pair-of-nothing", three, [1], rows([(8, None, None)]),
               missing="available", profiles=[[1]], method="topsis")
    yield Case("pair-by-little", three, [5, 1, 1, .1], rows([
        (5, 5, 5), (3, 8, 2), (7, 2, 1), (12.345679, 12.345678, 99)]),
               measures={3: ("lower", None, None)})
    yield Case("pair-by-nearly-nothing", three, [5, 1, 1, .1], rows([
        (5, 5, 5), (3, 3, 2), (7, 2, 1), (12.345679, 12.345678, 99)]),
               measures={3: ("lower", None, None)})
    yield Case("unmeasured", NAMES[:10], [1, 1],
               rows([range(10), [None] * 10]), measures={1: ("lower", None, None)})
    # Where a criterion counts alone, the leader has no total: no tie.
    yield Case("no-total-alone", three, [2, 1, 3], missing="available",
               scores=rows([(9, 6, 5), (6, 3, 2), (None, 7, 8)]))
    yield Case("no-total-level", four, [2, 3], missing="available",
               scores=rows([(9, 6, 5, 1), (None, 8, 8, 7)]))
    # Its lead shrinks to nothing at one weight, and grows again.
    yield Case("only-touched", two, [3, 1, 2], missing="available",
               scores=rows([(1.2, 0), (6, None), (None, 5.4)]))
    yield Case("available-points", three, [2, 1, 1],
               rows([(1, 0, None), (None, 1, 1), (1, 1, 0)]), method="points",
               scale=(0, 1), missing="available")
    yield Case("available-product", three, [2, 1, 1],
               rows([(8, 5, None), (None, 6, 9), (3, 4, 5)]),
               method="weighted-product", missing="available")
    yield Case("available-topsis", three, [2, 1, 1],
               rows([(8, 5, None), (None, 6, 9), (3, 4, 5)]),
               method="topsis", missing="available")
    yield Case("one-loss-of-eight", three, [1] * 8,
               rows([(9, 3, 2)] * 7 + [(5, 6, 2)]))
    yield Case("nearly-all", two, [1, 1], rows([(9.996, 0), (0, 0.004)]))
    yield Case("one-scored", three, [1, 1],
               rows([(8, None, None), (3, 4, 6)]), missing="available")
    yield Case("judges-level", two, [1, 1], rows([(0, 0)] * 2),
               judges=[[(6, 5), (6, 5)], [(8, 7), (6, 3)]])
    yield Case("judges-measured", two, [1, 1], rows([(0, 0)] * 2),
               measures={0: ("lower", 0, 100)},
               judges=[[(20, 30), (60, 50)], [(8, 7), (6, 3)]])
    uneven = [[(8, 9), (9,), (2, 2)], [(6, 4), (3, 5), (5, 1)]]
    yield Case("uneven", three, [1, 1], rows([(0, 0, 0)] * 2), judges=uneven)
    yield Case("uneven-tie", two, [1, 1], rows([(0, 0)] * 2), close=0,
               judges=[[(6, 6, 9), (6, 6)], [(5,), (6,)]])
    yield Case("uneven-nobody", two, [1, 1], rows([(0, 0)] * 2), close=0,
               judges=[[(0, 9), (0,)], [(5,), (6,)]])
    yield Case("common", two, [1, 1], rows([(0, 0)] * 2), common=True,
               judges=[[(6, 6, 9), (6, 7)], [(5,), (6,)]])
    yield Case("nobody-common", two, [1, 1], rows([(0, 0)] * 2), common=True,
               judges=[[(6,), ()], [(5, 8), (6, 2)]])
    yield Case("must-judged", two, [1, 1], rows([(0, 0)] * 2),
               musts={0: (">=", 7)},
               judges=[[(8, 9), (6, 9)], [(5, 6), (6, 2)]])
    yield Case("groups-stay", two, [1, 1, 1], rows([(9, 3)] * 3),
               groups=["G", "H", "H"])
    yield Case("groups-close", two, [1, 1, 1], rows([(6.3, 6)] * 3),
               groups=["G", "H", "H"])
    yield Case("groups-some-close", two, [1, 1], rows([(6.3, 6), (9, 3)]),
               groups=["G", "H"])
    yield Case("source-stays", two, [1, 1], rows([(9, 3)] * 2),
               cites={(0, 0), (0, 1)})
    yield Case("source-close", two, [1, 1], rows([(6.3, 6)] * 2),
               cites={(0, 0), (0, 1)})
    yield Case("judges-some-close", two, [1], rows([(6.3, 6)]),
               judges=[[(6.3, 6.3, 8), (6, 6, 6)]])
    yield Case("judges-close", two, [1], rows([(6.3, 6)]),
               judges=[[(6.3, 6.3), (6, 6)]])
    yield Case("groups", three, [2, 1, 1], rows([(8, 6, 5), (3, 9, 6),
                                                 (5, 5, 4)]),
               groups=["G", "H", ""], cites={(0, 0), (0, 1)})
    yield Case("decided-ruled-out", three, [1, 1], rows([(8, 6, 3), (6, 3, 7)]),
               musts={0: (">=", 7)}, decision=("Oaks", "accepted"))
    yield Case("decided-none-left", three, [1, 1], rows([(8, 6, 3), (6, 3, 7)]),
               musts={0: (">=", 9), 1: (">=", 9)}, decision=("Oaks", ""))
    for status in ("", "Accepted", "proposed", "rejected", "deprecated", "superseded by ADR-7", "adjourned"):
        name = status.split(" ")[0].lower() or "plain"
        decision = ("Oaks", status)
        yield Case(f"decided-{name}", two, [1], rows([(8, 6)]), decision=decision)
        yield Case(f"decided-{name}-level", three, [1], rows([(8, 8, 1)]), decision=decision)
        yield Case(f"decided-{name}-close", three, [1], rows([(8, 8.1, 1)]), decision=decision)
        yield Case(f"decided-{name}-unjudged", two, [1], rows([(8, None)]), decision=decision)
    # What no other case makes a finding of.
    yield Case("never-outright", three, [1, 1, 1],
               rows([(8, 9, 1), (8, 1, 9), (8, 9, 9)]))
    yield Case("profile-against", two, [3, 1], rows([(8, 6), (4, 8)]),
               profiles=[[0, 1]])
    yield Case("purposes-all", three, [2, 2, 1], scale=(1, 10),
               scores=rows([(9, 6, 2), (8, 5, 4), (3, 9, 5)]),
               profiles=[[1, 1, 0], [3, 1, 1], [1, 2, 0]])
    yield Case("fewer-wins", three, [5, 1, 1],
               rows([(9, 4, 3), (5, 6, 2), (5, 6, 2)]))
    yield Case("level-without", two, [1, 1, 1], rows([(9, 3), (6, 3), (3, 6)]),
               groups=["G", "H", "H"])
    yield Case("best-together", three, [1, 1], rows([(20, 20, 60), (5, 6, 7)]),
               measures={0: ("lower", 0, 100)})
    yield Case("uneven-one", three, [1, 1], rows([(0, 0, 0)] * 2),
               judges=[[(6, 9), (7,), (4, 4)], [(5, 5), (6, 6), (1, 2)]])
    yield Case("purposes", two, [1, 1], rows([(9, 5), (5, 9.2)]),
               profiles=[[1, 0], [0, 1]])
    turns = [(0, 1), (1, 0), (1, 0)]
    yield Case("last-decides", two, [1] * 3, rows(turns), method="points",
               scale=(0, 1), close=0)
    low = [tuple(9 - k % 3 for k in range(12)),
           (5,) + tuple(6 + k / 10 for k in range(11))]
    yield Case("low-and-first", NAMES[:12], [9, 1],
               rows([(10,) + low[0][1:], low[1]]), groups=["G", "H"])
    yield Case("unscored", two, [1, 1], rows([(None, None), (None, None)]))
    # By how much, in words: a unit of each kind, both ways round.
    units = ["fps", "fps", "ms", "ms", "mm", "mm", "kg", "kg", "kg", "€", "€",
             "€", "MiB", "MiB", "MiB", "to 1", "%", "°C", "ms", "fps", "ms"]
    better = ["higher", "higher", "lower", "higher", "lower", "higher", "lower",
              "higher", "lower", "lower", "lower", "higher", "lower", "lower",
              "higher", "higher", "higher", "lower", "lower", "lower", "lower"]
    found = [(30, 75, 31), (60, 61, 90), (240, 250, 2000), (5, 6, 60),
             (7, 8, 9), (20, 11, 19), (1.2, 1.4, 3.3), (1.2, 1.4, 3.3),
             (80, 80.001, 1200), (999, 1099, 12), (400, 1900, 399),
             (10, 11, 9), (1.9, 139.4, 6), (1.9, 1.8, 2), (8, 9, 33),
             (3.77, 3.81, 7), (12, 13.5, 90), (20, 36, 40), (-4, 9, 0),
             (3, 4, 9), (200, 300, 100)]
    yield Case("by-how-much", three, [1] * 24,
               rows(found + [(10, 0, 5), (5, 0, 10), (10, 5, 10)]),
               units=dict(enumerate(units)),
               measures={k: (better[k], None, None) if k < 20 else
                         ("lower", 0, 150) for k in range(21)},
               answers={(21 + j, i): {10: "yes", 5: "partly", 0: "no"}[v]
                        for j, row in enumerate([(10, 0, 5), (5, 0, 10),
                                                 (10, 5, 10)])
                        for i, v in enumerate(row)})
    # Two counts: what is beaten, what is matched, and what nobody beats.
    euros = dict(measures={0: ("lower", None, None)}, units={0: "€"},
                 charts={"value": {}})
    yield Case("value", four, [1, 1, 2],
               rows([(100, 200, 300, 150), (8, 6, 9, 3), (8, 6, 9, 3)]), **euros)
    yield Case("value-best", three, [1, 1],
               rows([(100, 200, 300), (8, 6, 7)]), **euros)
    yield Case("value-none", three, [1, 1],
               rows([(100, 200, 300), (4, 6, 7)]), **euros)
    yield Case("value-matched", three, [1, 1],
               rows([(100, 100, 300), (4, 4, 4)]), **euros)
    yield Case("value-gaps", four, [1, 1], missing="worst",
               scores=rows([(100, None, 300, 90), (8, 6, 7, 9)]),
               musts={1: ("<=", 8)}, **euros)
    yield Case("value-product", four, [1, 1, 2], method="weighted-product",
               scores=rows([(100, 200, 300, 150), (8, 6, 9, 3), (1, 6, 9, 3)]),
               **euros)
    fields = {"x": "c1", "y": "c2", "fields": '["A", "Best", "C", "D"]'}
    yield Case("quadrant-one", four, [1, 1], charts={"quadrant": fields},
               scores=rows([(8, 6, 3, 2), (8, 3, 6, 1)]))
    yield Case("quadrant-some", four, [1, 1], charts={"quadrant": fields},
               scores=rows([(8, 5, 3, None), (8, 5, 6, 9)]), missing="worst")
    yield Case("quadrant-none", three, [1, 1], charts={"quadrant": fields},
               scores=rows([(8, 5, 3), (3, 4, 6)]))
    yield Case("map-none", three, [1, 1, 1], rows([(9, 6, 1), (3, 5, 9),
                                                   (6, 5, 2)]),
               groups=["G", "H", "H"])
    yield Case("map-proved", three, [1, 1, 2, 1],
               rows([(9, 6, 1), (9, 5, 3), (6, 5, 2), (8, 1, 1)]))
    yield Case("map-never", three, [1, 1, 2],
               rows([(9, 9, 1), (9, 5, 3), (6, 5, 2)]))
    answered = {(j, i): a for j, row in enumerate(
        ["yes yes no", "yes no partial", "no no yes"])
        for i, a in enumerate(row.split())}
    value = {"yes": 10, "partial": 5, "no": 0}
    yield Case("features-most", three, [1, 1, 1, 30], answers=answered,
               units={9: "x"}, charts={"features": {}},
               scores=[[value[answered[j, i]] for i in range(3)]
                       for j in range(3)] + [[9, 1, 2]])
    tied = {**answered, (2, 1): "yes", (0, 2): "partial"}
    yield Case("features-tie", three, [1, 1, 1, 30], answers=tied,
               units={9: "x"}, charts={"features": {}},
               scores=[[value[tied[j, i]] for i in range(3)]
                       for j in range(3)] + [[9, 1, 2]])
    for name, weights in [("same", ([1, 0], [3, 1])), ("other", ([1, 0], [0, 1])),
                          ("half", ([1, 0], [1, 1])), ("neither", ([1, 1], [2, 2]))]:
        yield Case(f"slope-{name}", three, [2, 1], rows([(9, 3, 2), (3, 9, 2)]),
                   profiles=list(weights))
    yield Case("slope-back", three, [2, 1], rows([(9, 3, 2), (3, 9, 2)]),
               profiles=[[1, 1], [0, 1]])
    yield Case("intervals-safe", three, [3, 1], missing="worst",
               scores=rows([(9, 3, 2), (3, None, 2)]))
    yield Case("intervals-open", three, [1, 1], missing="worst",
               scores=rows([(9, 6, 2), (7, None, None)]))
    yield Case("intervals-none", three, [1], rows([(0, 0, 0)]), close=0,
               judges=[[(9, 1), (8, 8), (1, 9)]])
    yield Case("value-both", four, [1, 0, 2],
               rows([(8, 6, 9, 3), (8, 6, 3, 5), (1, 2, 3, 4)]),
               charts={"value": {"x": "c1", "y": "C2"}})
    yield Case("value-total", three, [1, 1, 1],
               rows([(8, 6, 9), (5, 6, 3), (1, 2, 3)]),
               charts={"value": {"x": "c2"}})
    yield Case("value-no-total", four, [1, 2, 1], missing="available",
               scores=rows([(8, 6, None, 3), (5, 4, 9, None), (2, 7, None, 6)]),
               charts={"value": {"x": "c2"}})
    yield Case("pairs-skip", three, [1, 2, 1],
               rows([(8, 6, 9), (6, 3, None), (2, 9, None)]))
    yield Case("pairs-alone", three, [1, 2],
               rows([(8, 6, None), (None, 3, 4)]))
    yield Case("pairs-points", four, [1, 2, 1, 1], method="points",
               scores=rows([(1, 0, 1, 1), (0, 1, .5, 1), (.5, .5, 1, 0),
                            (1, 1, 1, 0)]), scale=(0, 1),
               profiles=[[1, 0, 0, 1], [0, 1, 1, 0]])
    yield Case("pairs-purposes", three, [1, 1], rows([(9, 1, 5), (1, 9, 5)]),
               profiles=[[3, 1], [1, 3], [3, 2]])
    yield Case("no-source", two, [1, 1], rows([(8, 6), (6, 7)]), cites=set())


def at_random(seed, count):
    """Few values and few weights, so that ties are everywhere."""
    for k in range(count):
        r = random.Random(seed * 1000 + k)
        n, m = r.choice([2, 2, 2, 3, 3, 4, 6, 13]), r.choice(
            [1, 2, 3, 4, 5, 7, 12, 40])
        method = r.choice(["weighted-sum"] * 3 + ["points", "weighted-product",
                                                  "topsis"])
        scale = r.choice([(0, 10), (0, 10), (1, 5), (-5, 5), (-10, -2), (0, 100)])
        if method == "points":
            scale = (0, 1)
        low, high = scale
        values = r.choice([[0, 1], [0, .5, 1], [.3, .7], [.2, .4, .6, .8],
                           [x / 20 for x in range(21)]])
        holes = r.choice([0, 0, 0, .02, .1])
        give = lambda: (None if r.random() < holes
                        else round(low + r.choice(values) * (high - low), 6))
        scores = [[give() for _ in range(n)] for _ in range(m)]
        weights = [r.choice([[1], [1, 2, 3], [0, 1], [1, 1.5, .25]][k % 4])
                   for _ in range(m)]
        if not any(weights):
            weights[0] = 1
        profiles = [[r.choice([0, 1, 1, 2]) for _ in range(m)]
                    for _ in range(r.choice([0, 0, 1, 2, 3]))]
        for p in profiles:
            p[0] = p[0] or 1
        measures = {}
        if method != "points" and r.random() < .3:
            measures[0] = (r.choice(["lower", "higher"]), None, None)
        judges = None
        if r.random() < .25:
            judges = [[[v for v in (give() for _ in range(r.choice([1, 2, 3])))
                        if v is not None] for _ in range(n)] for _ in range(m)]
        missing, musts = r.choice(["skip", "worst"]), {}
        if r.random() < .3:
            missing = "available"
        if r.random() < .25 and 0 not in measures:
            musts = {0: (">=", round(low + .4 * (high - low), 6))}
        yield Case(f"random-{k}", NAMES[:n], weights, scores, method=method,
                   scale=scale, missing=missing, musts=musts,
                   coverage=r.choice([0, .5, .9])
                   if missing == "available" else 0,
                   close=r.choice([None, 0, .2]),
                   tie=r.choice([1, .5, 0]) if method == "points" else None,
                   profiles=profiles, measures=measures, judges=judges)


def write(cases, folder):
    put(folder, "site.yaml", "title: Odd\nbase_url: https://odd.example/\n"
                             "pictures: [cards]\n")
    for case in cases:
        write_case(case, os.path.join(folder, case.slug))


def write_case(case, top):
    ids = [name.lower() for name in case.options]
    low, high = case.scale
    put(top, "comparison.md",
        f"---\ntitle: {case.slug}\nsummary: Summary.\ndate: 2026-01-01\n"
        f"options: [{', '.join(ids)}]\npairs: all\nscoring:\n  method: {case.method}\n"
        f"  scale: [{low}, {high}]\n  missing: {case.missing}\n"
        f"  close: {case.close}\n" +
        (f"  min_coverage: {case.min_coverage}\n" if case.min_coverage else "") +
        ("  judges: common\n" if case.common else "") + (f"  tie: {case.tie}\n" if case.method ==
                                      "points" else "") +
        decision_of(case) + charts_of(case) + "---\nText.\n")
    for i, name in enumerate(case.options):
        put(top, f"options/{ids[i]}.md", f"---\nname: {name}\n---\nText.\n")
    for j, weight in enumerate(case.weights):
        measure = ""
        if j in case.measures:
            better, best, worst = case.measures[j]
            measure = f"measure:\n  unit: \"{case.unit(j)}\"\n  better: {better}\n"
            if best is not None:
                measure += f"  best: {best}\n  worst: {worst}\n"
        put(top, f"criteria/{j + 1:03}-c{j + 1}.md",
            f"---\ntitle: C{j + 1}\nweight: {weight}\n{measure}"
            f"{group_of(case, j)}{must_of(case.musts, j)}---\nText.\n")
    for p, weights in enumerate(case.profiles):
        named = ", ".join(f"c{j + 1}: {w}" for j, w in enumerate(weights) if w)
        put(top, f"profiles/p{p + 1}.md",
            f"---\ntitle: P{p + 1}\nweights: {{ {named} }}\n"
            + ("must: {" + ", ".join(
                f"c{j + 1}: '{sign} {bound}'" for j, (sign, bound) in
                case.profile_musts.items()) + "}\n"
               if p == 0 and case.profile_musts else "")
            + "---\nText.\n")
    put(top, "sources.yaml", "s0:\n  title: S0\n")
    rows = ["criterion,option,score,judge,source,date"]
    for j, row in enumerate(case.scores):
        for i in range(len(row)):
            for k, v in enumerate(case.judged_by(j, i)):
                cited = case.cites is None or (j, i) in case.cites
                rows.append(f"c{j + 1},{ids[i]},{case.answers.get((j, i), v)},{'ABC'[k]},"
                            f"{'s0' if cited else ''},"
                            f"{(case.dates or {}).get((j, i), '')}")
    put(top, "scores.csv", "\n".join(rows) + "\n")


def must_of(musts, j):
    return f"must: '{musts[j][0]} {musts[j][1]}'\n" if j in musts else ""


def group_of(case, j):
    return f"group: {case.groups[j]}\n" if case.groups and \
        case.groups[j] else ""


def charts_of(case):
    return "charts:\n" + "".join(f"  - {name}: {{ {', '.join(f'{k}: {v}' for k, v in shown.items())} }}\n"
                                 if shown else f"  - {name}\n"
                                 for name, shown in case.charts.items()) if case.charts else ""


def decision_of(case):
    if not case.decision:
        return ""
    chosen, status = case.decision
    return f"decision:\n  chosen: {chosen}\n  because: Summary.\n" + (
        f"  status: {status}\n" if status else "")


def put(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
