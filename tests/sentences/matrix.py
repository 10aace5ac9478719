"""The table of a matrix: its columns, its marks, and what its notes say."""
import re

import claims
import pages


def matrix_is_true(reader, case, path):
    """Every cell is where it belongs, marked as it should be, and explained."""
    def say(what):
        reader.wrong.append(f"{case.slug}/matrix: {what}")

    root = pages.read(path)
    table = next(root.find("table", "matrix"), None)
    if table is None:
        return
    order = columns(case, table, say)
    if order is None:
        return
    notes = {n.attrs["id"]: n for n in root.find(cls="cell-note")}
    rows = [tr for tr in table.find("tr") if tr.attrs.get("id")]
    if sorted(tr.attrs["id"] for tr in rows) != sorted(
            f"row-{t.lower()}" for t in case.titles):
        say("not a row for each criterion")
    for tr in rows:
        j = [t.lower() for t in case.titles].index(tr.attrs["id"][4:])
        row_is_true(case, tr, j, order, notes, say)


def columns(case, table, say):
    """The options in the order of their columns: by rank, those out last."""
    heads = [th for th in table.find("th") if re.match(
        r"c\d", th.attrs.get("class") or "")]
    names = [next(th.find("a")).text() for th in heads]
    if sorted(names) != sorted(case.options):
        return say(f"columns {names}")
    totals = case.all_totals()
    ranks = []
    for th in heads:
        place = next(th.find(cls="place-word"), None)
        ranks.append(int(place.text().split()[-1]) if place else None)
    known = [r for r in ranks if r is not None]
    if known != sorted(known) or None in ranks[:len(known)]:
        say(f"ranks {ranks}")
    if totals and known and known[0] == 1:
        first = {case.options[i] for i in case.first(case.totals())}
        if {n for n, r in zip(names, ranks) if r == 1} != first:
            say(f"first {first}, not as ranked {ranks} of {names}")
    return [case.options.index(n) for n in names]


def row_is_true(case, tr, j, order, notes, say):
    title = case.titles[j]
    cells = [td for td in tr.find("td") if td.attrs.get("id")]
    if [td.attrs["id"] for td in cells] != [
            f"cell-{title.lower()}.{case.options[i].lower()}" for i in order]:
        return say(f"cells of {title}")
    winners = case.winners(case.utilities()[j])
    best = winners if len(winners) < len(case.options) else []
    marked = [i for i, td in zip(order, cells) if "is-best" in td.classes]
    if sorted(marked) != sorted(best):
        say(f"{title}: marks {marked}, not {best}")
    line = next(tr.find(cls="best-line"), None)
    said = claims.names(line.text().split(": ")[1]) if line else []
    if sorted(said) != sorted(case.options[i] for i in best):
        say(f"{title}: names {said} the best")
    shown = {re.sub(r" ?best$", "", cell_text(td)) for td in cells}
    if ("is-same" in tr.classes) != (len(shown) == 1):
        say(f"{title}: {shown} are not told apart as they should be")
    for i, td in zip(order, cells):
        cell_is_true(case, j, i, td, notes, say)


def cell_text(td):
    return re.sub(r"(\[\d+\] ?)+$|no rank", "", td.text()).strip()


def cell_is_true(case, j, i, td, notes, say):
    where = f"{case.titles[j]}, {case.options[i]}"
    value = case.value(j, i)
    button = next(td.find("button"), None)
    if ("is-missing" in td.classes) != (value is None):
        say(f"{where}: missing or not")
    if button is None:
        return
    if value is not None and re.match(r"[−\d]", button.text()) and \
            not claims.shows(button.text(), value):
        say(f"{where}: {button.text()}, not {value}")
    note = notes.get(button.attrs["popovertarget"])
    if note is None:
        return say(f"{where}: opens nothing")
    head = next(note.find(cls="note-title")).text()
    if f"{case.options[i]} · {case.titles[j]}: " not in head:
        say(f"{where}: opens the note of {head!r}")
    given = [v for v in case.judged_by(j, i) if v is not None]
    lines = re.findall(r"scores\.csv, line (\d+)", note.text())
    if len(lines) < len(given) or len(set(lines)) != len(lines):
        say(f"{where}: lines {lines} of {given}")
    worth = re.search(r"((?:less than |over )?[\d.]+%) of the way", note.text())
    if worth and not claims.shows_part(worth[1],
                                       100 * case.utilities()[j][i]):
        say(f"{where}: {worth[0]}, not {case.utilities()[j][i]}")
    if j in case.measures and value is not None and not worth and \
            len({v for v in case.values()[j] if v is not None}) > 1:
        say(f"{where}: does not say what it is worth")
