"""Holds every sentence that pages say against what is true.

    sentences.py PROGRAM SEED COUNT FOLDER

Odd comparisons (cases.py) are built into FOLDER.  Each text of their pages
must be a word of i18n/en.yaml, or a number, or the author's own; what is
filled in must hold by an independent reckoning (claims.py, judging.py).  A
sentence that nobody knows fails, and so does one that is never seen.
"""
import functools
import itertools
import json
import os
import re
import subprocess
import sys

import cases
import claims
import findings
from matrix import matrix_is_true
import pages
import pairs

# Words of pages with places, or whole sentences, that claim nothing of scores.
PLAIN = set("""
of points_one points_other options_one options_other and_more criteria_one
criteria_other sources_one sources_other minutes_one minutes_other used_one
used_other rank_name rank_from chart_option verdict_option verdict_both
verdict_none verdict_neither verdict_several explain_points explain_points_tie explain_weighted_sum
explain_weighted_product explain_topsis chart_criteria_text
chart_contributions_text chart_gaps_text chart_heat_text chart_groups_text
chart_radar_text chart_weights_text chart_profiles_text chart_ranks_text in_unit
chart_judges_text chart_judges_low chart_judges_high evidence_intro matrix_intro profiles_intro must_at_least
must_above must_at_most must_below must_equal what_judge what_source what_group
chart_lead_text chart_lead_cut chart_lead_points chart_lead_points_cut
chart_lead_shares chart_lead_shares_cut chart_pulls_text chart_pulls_parts
chart_pulls_points chart_pulls_to chart_pulls_rest_other chart_parts_tie chart_turn_text chart_turn_cut
chart_sure_many chart_sure_cut chart_sure_alone without_what how_pulls how_points how_parts
how_hangs how_turn how_sure_judges how_sure_sources how_sure_groups
how_sure_none chart_scored chart_measured chart_scale_text chart_scale_measure
chart_scale_rings chart_scale_levels sure_by try_own board_lead why_nothing_more chart_value_text
chart_value_for chart_unnamed chart_map_text chart_map_line chart_slope_text chart_features_text
features_count chart_intervals_judges chart_intervals_gaps chart_intervals_both chart_ranked_text chart_panels_text
quadrant_text totals_text map_hatched chart_slope_best chart_slope
""".split())

# What stands in heads, in other words, in pictures and on other pages.
ELSEWHERE = set("""
locale sentence_end sentence_gap colon measure less_than over
profiles_one profiles_other head_title page_of by criterion_text matrix_text
scoreboard_text option_text option_scores_text margin_scale from_to tag_name
figure in_unit infographic_text
not_found_text margin_points generated_by tag_title tag_text comparisons_one
percent_points_one percent_points_other
decision_leader decision_close decision_tie decision_nobody
comparisons_other scores_one scores_other n_more drawn_best drawn_first
card_more_criteria
show_rest_one show_rest_other code note dispute_title dispute_ask report report_text
rubric not_moved weigh_intro weigh_static must_have_text weigh_text
author_was was_rank moved moved_most yours_author rules_out
line_of worth compare_text compare_intro compare_static
ahead_of_all chart_lead_band chart_pulls_left chart_pulls_right
search_text search_found search_first gap_to gap_side
chart_sure_lead_of chart_sure_others cite cite_at cite_undated
pair_says pair_says_why pair_unscored pair_level_one pair_level_other
pair_title pair_question pair_part pair_most pair_named pair_among pair_rank pair_out_of
pair_on_scale pair_points pair_shares pair_axis
pair_bars_sums pair_bars_worth pair_same_weights
rows_fit more_filters might_fit show_fitting compare_them none_fits
profile_known on_paper
chart_value axis_total_without map_alone map_own map_turn
only_fit only_ranked first_fit first_close first_tie
search_text search_found search_first search_script
""".split())

# These take what no case has: an infographic, one-sided sources, and so on.
NEVER_SEEN = {"one_sided", "unjudged_weightless", "robust_weighed_though",
              "robust_level_though", "robust_drawn_though",
              "robust_each_though", "robust_together_though",
              "switch_any_together", "switch_below_together",
              "never_first", "never_alone", "sure_sources_some", "sure_turns_more",
              "central_drawn", "sourced_only", "alpha_no_overlap", "alpha_no_variation"}

NAME = r"[A-Z][a-z]+"
LIST = rf"{NAME}(?:(?:, | and ){NAME})*(?: and \d+ more)?"
SHARE = r"(?:less than |over )?[\d.,]+%"
PLACES = {"name": LIST + r"|[\d,]+ options", "low": SHARE, "high": SHARE,
          "names": LIST, "second": NAME, "other": LIST,
          "worst": r"(?:C\d+|[GH]|All others|Other criteria)(?:(?:, | and )(?:C\d+|[GH]|All others|Other criteria))*(?: and \d+ more)?|[\d,]+ criteria",
          "group": r"(?:C\d+|[GH]|All others|Other criteria)(?:(?:, | and )(?:C\d+|[GH]|All others|Other criteria))*(?: and \d+ more)?",
          "first": NAME, "before": r"P\d+", "after": r"P\d+", "field": "Best",
          "groups": r"(?:C\d+|[GH]|All others|Other criteria)(?:(?:, | and )(?:C\d+|[GH]|All others|Other criteria))*",
          "criterion": r"C\d+(?:(?:, | and )C\d+)*(?: and \d+ more)?|[\d,]+ criteria", "share": SHARE, "scores": r"The scores .+?",
          "status": r"[\w -]+?",
          "criteria": r"(?:C\d+(?:(?:, | and )C\d+)*|[\d,]+ criteri(?:on|a))"}
PLACES.update(dict.fromkeys(["n", "max", "min", "of", "draws", "units", "alpha",
                             "shared"], r"[−\d.,]*\d"))
PLACES.update(dict.fromkeys(["oldest", "newest", "median"],
                            r"\d+ [A-Z][a-z]+ \d{4}"))
PLACES.update({"wins": r"\d+ of [^;]+?", "losses": r"(?:\d+|none)[^;]*?", "m": r"[−\d.,]*\d%?|not scored|[−\d.,]+%?, no rank",
               "result": r"[^;]+?"})
OTHERS = {"profile_leads", "profile_close"}  # here {other} is a number

LITERAL = re.compile(
    r"C\d+ against (?:C\d+|Total(?: without C\d+)?)|Total without C\d+|C\d+, ms|"
    r"–|[↑↓]|ms|· (?:lower|higher) is better|· (?:less than |over )?[\d.]+%|"
    r"[−\d.,]+%?(?: ?ms)?|[−\d.,]+%?(?: ms)? to [−\d.,]+%?(?: ms)?|[ABCGH]|"
    r"(?:judge [ABC]|source S0|the criteria of “[GH]”)|"
    r"[−\d.,]+%?, no rank|Must be at (?:least|most) [−\d.]+|[A-Z][a-z]+, [\d.]+%|[\d.]+%, [A-Z][a-z]+|"
    r"[−\d.,]+ ?(?:ms)?best|Show the other \d+|\d+[A-Z][a-z]+|"
    r"Weight [\d.,]+(?: \[\d+\])*|\d+ scores?|(?:[≤≥] )?[−\d.,]+(?: ms)? (?:[≤≥] )?[−\d.,]+(?: ms(?: · (?:lower|higher) is better)?)?|"
    r"\d+ \w+ \d{4}|P\d+|C\d+|S0|Text\.|Summary\.|\[\d+\]|"
    r"[ABC] alone|Without (?:S0|[ABCGH]|no judge named|the criteria without a group)|"
    r"[A-Z][a-z]+ (?:best|Note(?: \[\d+\])*)|[A-Z][a-z]+ by [\d.]+%|level|[\d.]+(?: ms)? to [A-Z][a-z]+|takes no side|[+−][\d.]+|(?:less than |over )[\d.]+%?|not scored to .*|.* to not scored|ms(?:,| [↑↓]) ?(?:lower|higher) is better|\d+")


def load_words(path):
    words = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            found = re.match(r'([a-z_0-9]+): "(.*)"\s*$', line)
            if found:
                words[found[1]] = found[2].replace('\\"', '"')
    return words


def template(key, text):
    pattern, seen = "", set()
    for part in re.split(r"(\{\w+\})", text):
        if not re.fullmatch(r"\{\w+\}", part):
            pattern += re.escape(part)
            continue
        place = part[1:-1]
        what = PLACES.get(place, ".+?")
        if place == "other" and key in OTHERS or \
                place == "n" and key.startswith(("by_", "pair_note")):
            what = r"(?:[^.]|\.(?=\d))+?"
        pattern += f"(?P={place})" if place in seen else f"(?P<{place}>{what})"
        seen.add(place)
    # The page may close a phrase that has no full stop of its own.
    # A chart's title has none, though it is a sentence elsewhere.
    return re.compile(pattern + ("?" if text.endswith(".") else r"\.?"))


# Why an option is out of the running; several, parted by "; ".
REASON = r"(?:^|: |; )(?:ruled out, as|it is not known whether|no rank, as)"


class Reader:
    """Knows the words, holds texts against a case and keeps the score."""

    def __init__(self, words):
        self.words = words
        self.claims = {k: template(k, words[k]) for k in claims.CHECKS}
        self.plain = {k: template(k, words[k]) for k in words
                      if k in PLAIN and k not in claims.CHECKS}
        self.still = {t.rstrip(".:") for k, t in words.items() if "{" not in
                      t and k not in claims.CHECKS}
        self.seen, self.wrong, self.rules = {}, [], set()
        self.seen, self.wrong = claims.SEEN, []
        claims.TEMPLATES.update(
            {k: template(k, t) for k, t in words.items() if "pair_" in k or
             k in self.claims})
        for key, text in words.items():
            # Findings are held against findings.py, rule by rule.
            if key.startswith(("finding_", "poster_")):
                continue
            if ("{" in text or text.endswith(".")) and key not in PLAIN | \
                    ELSEWHERE | set(claims.CHECKS):
                self.wrong.append(f"nobody knows what {key} claims: {text}")

    def read(self, case, text, about, where, kind=()):
        if not self.classify(case, text, about, where, kind):
            self.wrong.append(f"{where}: unknown: {text!r} (of {about!r})")

    def classify(self, case, text, about, where, kind=()):
        if "eyebrow" in kind:
            return self.eyebrow(case, text, about)
        weighs = re.fullmatch(r"Weight ((?:less than |over )?[\d.]+%)", text)
        if weighs and not about:  # of a group
            return any(claims.shows_part(weighs[1], 100 * sum(
                case.weights[j] for j in case.cells() if case.groups[j] == g)
                / case.available()) for g in set(case.groups))
        if weighs and about in case.titles:
            j = case.titles.index(about)
            return case.counts()[j] and claims.shows_part(
                weighs[1], 100 * case.weights[j] / (case.available() or 1))
        drawn = re.fullmatch(r"(.*?\.?)[.]? The (?:10 best|first 10) of (\d+) options are drawn\.", text)
        if drawn:
            return int(drawn[2]) == len(case.options) > 10 and \
                self.classify(case, drawn[1], about, where, kind)
        told = re.fullmatch(r"(.+) \((judged on only .+)\)\.?", text)
        if told:
            return all(self.classify(case, part, about, where, kind)
                       for part in told.groups())
        if LITERAL.fullmatch(text) or text.rstrip(".:") in self.still or \
                text in case.options or text == case.slug or \
                (case.decision and text == case.decision[1]) or \
                re.fullmatch(LIST, text) and claims.indices(case, text):
            return self.better_is_so(case, text, about)
        if self.claim(case, text, about, where):
            return True
        for cut in re.finditer(r"\. |(?<=\d) · | · ", text):
            head = text[:cut.start() + (cut[0] == ". ")].strip()
            if self.knows(case, head) and \
                    self.classify(case, head, about, where):
                return self.classify(case, text[cut.end():], about, where)
        return self.is_plain(text)

    def better_is_so(self, case, text, about):
        """Which way a measure goes; in some heads it is not said of which."""
        for word in re.findall(r"(lower|higher) is better", text):
            some = [case.titles.index(about)] if about in case.titles else \
                case.measures
            if all(case.lower(j) != (word == "lower") for j in some):
                self.wrong.append(f"FALSE: {text!r} (of {about!r})")
        return True

    @functools.lru_cache(maxsize=None)
    def is_plain(self, text):
        return any(p.fullmatch(text) for p in self.plain.values())

    def knows(self, case, text):
        return self.fits(text) or self.is_plain(text) or \
            text.rstrip(".:") in self.still or LITERAL.fullmatch(text)

    def eyebrow(self, case, text, about):
        """Number and weight of a criterion; or the number of an option."""
        found = re.match(r"Criterion \d+ of (\d+)(?: · [GH])? · Weight ([\d.,]+)"
                         r"(?: \(((?:less than |over )?[\d.]+%)\))? · \d+ minute",
                         text)
        if not found:
            return re.match(r"Option \d+ ·|\d+ options · |(Result|Decision)$|"
                            r"Rank \d+( leads)?$|Rank \d+ · \d+ options · ", text)
        j = case.titles.index(about)
        share = 100 * case.weights[j] / (case.available() or 1)
        return int(found[1]) == len(case.weights) and \
            claims.shows(found[2], case.weights[j]) and (
                not found[3] or claims.shows_part(found[3], share))

    @functools.lru_cache(maxsize=None)
    def fits(self, text):
        """The claims that a text can be, the one with the most words first."""
        return [key for _, key in sorted(
            ((len(re.sub(r"\{\w+\}", "", self.words[k])), k)
             for k, p in self.claims.items() if p.fullmatch(text)), reverse=True)]

    def claim(self, case, text, about, where):
        """The template with the most words of its own is the one."""
        for key in self.fits(text):
            g = {k: v for k, v in
                 self.claims[key].fullmatch(text).groupdict().items()}
            if key in ("total_scale", "total_range", "total_points") and \
                    about not in case.options:
                continue
            # A tie of all and of a profile have the same words.
            if key == "profile_tie" and not re.match(r"P\d", about):
                key = "headline_tie"
            self.seen[key] = self.seen.get(key, 0) + 1
            try:
                holds = claims.CHECKS[key](case, about, g, key)
            except (ValueError, TypeError, KeyError, AttributeError,
                    ZeroDivisionError) as e:
                holds = False
                text += f" ({type(e).__name__}: {e})"
            if not holds:
                self.wrong.append(f"{where}: FALSE ({key}, of {about!r}): "
                                  f"{text}")
            return True
        return False


# What matrix_is_true() reads.
MATRIX_HAS = ("cell-note", "matrix-key", "best-line", "place-word", "row-notes")


def inside(node, cls):
    while node and cls not in node.classes:
        node = node.parent
    return node is not None


def read_page(reader, case, path, about=""):
    root = pages.read(path)
    where = path.split("/out/")[-1]
    main = next(root.find("main"))
    for text, of, node in pages.texts(main, about):
        if node.classes & {"actions", "downloads", "cite-line", "on-paper"} or \
                any(inside(node, c) for c in MATRIX_HAS):
            continue
        # "Firs: first in …", as a list has it.
        if node.tag == "li" and text.startswith(of + ": "):
            text = text[len(of) + 2:]
        if node.tag == "li" and re.match(r"C\d+: no ", text):
            of, text = text.split(": ")
        text = re.sub(r"^(.*?) · ", "", text) if "lead" in node.classes else text
        of = re.match(r"[CP]\d+|[A-Z][a-z]+|[ABC](?= alone|$)|", of)[0]
        if node.parent and "tally" in node.parent.classes:
            of = about
        text = text.replace("€", "ms")  # one unit is read like the other
        text = re.sub(r"^(does not count: |S0 (?=puts))", "", text)
        text = text.strip(" :")
        if re.search(REASON, text):
            for piece in text.rstrip(".").split("; "):
                found = re.match(r"([A-Z][a-z]+): ", piece)
                of = found[1] if found else of
                reader.read(case, piece[found.end() if found else 0:], of,
                            where)
            continue
        reader.read(case, text, of, where, node.classes)
    for meta in root.find("meta"):
        if meta.attrs.get("name") == "description":
            read_description(reader, case, meta.attrs["content"], about, where)


def read_description(reader, case, text, about, where):
    found = template("", reader.words["scoreboard_text"].replace(
        "{comparison}", case.slug)).fullmatch(text)
    if found and found["headline"]:
        reader.read(case, found["headline"], about, where + " (description)")
    found = re.fullmatch(r"C\d+ (.*)\. A criterion of .*", text)
    if found:
        reader.read(case, found[1].rstrip("."), about, where + " (description)")


def columns_line_up(reader, case, path):
    """In a table of numbers each column has one number of places."""
    for table in pages.read(path).find("table"):
        if not table.classes & {"sensitivity", "matrix"}:
            continue
        if "matrix" in table.classes and case.measures:
            continue
        rows = [[td.text() for td in tr.find("td")] for tr in table.find("tr")]
        for column in zip(*[r for r in rows if len(r) > 1]):
            places = {len(m[1]) for m in (
                re.match(r"[−\d,]+(?:\.(\d+))?%?\b", t.replace(".", ".", 1))
                for t in column if re.match(r"[−\d]", t)) if m and m[1]
            } | {0 for t in column if re.fullmatch(r"[−\d,]+%?", t)}
            if len(places) > 1 and "matrix" not in table.classes:
                reader.wrong.append(f"{path}: places {places} in {column}")


def answers_are_true(reader, case, path):
    """The numbers of the charts that answer: pulls add up to the lead, and
    each lead by other evidence is what it would be."""
    say = lambda what: reader.wrong.append(f"{path}: {what}")
    for figure in pages.read(path).find("figure"):
        rows = [[c.text() for c in tr.children if isinstance(c, pages.Node)]
                for tr in figure.find("tr")][1:]
        if "chart-pulls" in figure.classes:
            pulls_are_true(case, rows, say)
        if "chart-sure" in figure.classes:
            leads_are_true(case, rows, say)


def pulls_are_true(case, rows, say):
    margin = case.margin(case.totals()) * claims.unit(case)
    order = sorted(case.ranked(), key=lambda i: -case.totals()[i])
    of = claims.pulls(case, order[0], order[1])
    for label, weight, _, _, to, back in rows:
        pull = claims.number(to) if to else -claims.number(back)
        want = margin if label == "Result" else \
            of[case.titles.index(label)] * claims.unit(case) \
            if label in case.titles else None
        if want is not None and abs(pull - want) > claims.half(to or back) * (
                2 if "less" in to + back else 1):
            say(f"pull {label}: {pull}, not {want}")


def leads_are_true(case, rows, say):
    two = len(case.options) == 2 and len(case.ranked()) == 2 and \
        len(case.first(case.totals())) == 1
    for row in rows:
        what, lead = row[0], row[-1]
        words = what.replace("Without ", "").replace(" alone", "")
        kind = "only" if what.endswith(" alone") else "source" \
            if words == "S0" else "group" if words in "GH" or " " in words else "judge"
        less = case if what == "As judged" else case.without(
            kind, "" if words == "the criteria without a group" else words)
        totals = less.totals() if sum(less.weights) else None
        if not totals or sum(t >= 0 for t in totals) < 2:
            continue
        size = 100 if case.method == "points" else claims.unit(case)
        want = less.margin(totals)
        if two and less.first(totals) != case.first(case.totals()):
            want = -want
        if lead == "a tie":
            if want > 1e-9:
                say(f"{what}: {lead}, not {want}")
        elif abs(claims.number(lead) - want * size) > claims.half(lead):
            say(f"{what}: {lead}, not {want * size}")


def read_data(reader, case, path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    data, totals = json.loads(text), case.totals()
    say = lambda what: reader.wrong.append(f"{case.slug}/data.json: {what}")
    for digits in re.findall(r": (-?\d+\.\d+)", text):
        if len(digits.replace("-", "").replace(".", "").lstrip("0")) > 15:
            say(f"noise in {digits}")
    read_contest(case, data, say)
    findings.check(case, data, reader.rules, say)
    given = [o["total"] for o in data["options"]]
    totals = case.all_totals()
    if totals is None:
        if any(t is not None for t in given):
            say("totals without a result")
        return
    if any(a != b if None in (a, b) else abs(a - b) > 1e-9
           for a, b in zip(given, totals)):
        say(f"totals {given}, not {totals}")
    for a in data["options"]:
        for b in data["options"]:
            if a["rank"] and b["rank"] and (a["total"] == b["total"]) != (
                    a["rank"] == b["rank"]):
                say(f"{a} and {b}")
    totals = case.totals()
    leader = case.leader(totals)
    if data["result"]["leader"] != (None if leader is None else
                                    case.options[leader].lower()):
        say(f"leader {data['result']['leader']}")
    first = case.first(totals)
    for s in data["sensitivity"]:
        t, j = s["switch_weight"], case.titles.index(s["criterion"].upper())
        if t is None:
            if s["to"] is not None:
                say(f"{s}: nobody at no weight")
            continue
        up = 1 if t >= s["weight"] else -1
        then = case.totals(case.shifted(j, min(max(t + up * 1e-6, 0), 1)))
        if s["to"] is not None and case.options.index(
                s["to"].title()) not in case.first(then) and \
                max(then) - then[first[0]] > 1e-7:
            say(f"{s}: {then}")
        if len(first) > 1:
            say(f"{s} in a tie")


def read_contest(case, data, say):
    """Ranks, coverage, bounds, judges and what is left out, once more."""
    ranked = case.ranked() if case.totals() else []
    for i, o in enumerate(data["options"]):
        if (o["rank"] is not None) != (i in ranked):
            say(f"rank {o}, ranked {ranked}")
        if abs(o["coverage"] - case.covered(i)) > 1e-9:
            say(f"coverage {o}")
        if o["ruled_out"] != [case.titles[j].lower() for j in
                              sorted(case.fails(i)[0])]:
            say(f"ruled out {o}")
        low, high = o["bounds"]["total"]
        if not -1e-9 <= low <= high + 1e-9 <= 1 + 2e-9:
            say(f"bounds {o}")
        if all(v is not None for row in case.values() for v in row) and \
                case.missing != "available" and (
                    abs(low - case.all_totals()[i]) > 1e-9 or
                    abs(high - low) > 1e-9):
            say(f"bounds without a gap {o}")
        if case.method == "weighted-sum":
            filled = [sum(w * (u if (u := (case.utilities()[j][i] if
                      case.value(j, i) is not None else None)) is not None
                      else end) for j, w in enumerate(case.weights))
                      / sum(case.weights) for end in (0, 1)]
            if abs(filled[0] - low) > 1e-9 or abs(filled[1] - high) > 1e-9:
                say(f"bounds {o}, not {filled}")
    for w in data["without"]:
        less = case.without(w["kind"], w["id"].upper() if
                            w["kind"] == "judge" else w["id"] or "")
        totals = less.totals() if sum(less.weights) else None
        leader = less.leader(totals) if totals else None
        if w["leader"] != (None if leader is None else
                           case.options[leader].lower()):
            say(f"{w}, not {leader} of {totals}")
    for k in data["judges"]:
        only = case.without("only", k["id"])
        totals = only.all_totals() or [None] * len(case.options)
        if any(a != b if None in (a, b) else abs(a - b) > 1e-9
               for a, b in zip(k["totals"], totals)):
            say(f"{k}, not {totals}")


def badge_is_true(reader, case, path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    totals = case.totals()
    tie, leader = len(case.first(totals)) > 1, case.leader(totals)
    said = "No option" if not case.first(totals) else "a tie" if tie else "too close to call" if leader is None else \
        case.options[leader]
    if said not in text:
        reader.wrong.append(f"{path}: does not say {said!r}")


def numbers_are_numbers(reader, top):
    """In whatever page of the case."""
    for folder, _, files in os.walk(top):
        for name in files:
            if not name.endswith((".md", ".csv", ".svg")):
                continue
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found = re.search(r"(?<![\w-])(?:nan|inf)(?![\w-])", file.read(), re.I)
            if found:
                reader.wrong.append(f"{folder}/{name}: {found[0]}")


PAIRS_READ = 5  # of a case, and no two of them alike


def read_case(reader, case, out):
    top = os.path.join(out, case.slug)
    some = list(itertools.combinations(range(len(case.options)), 2))
    for one, other in some[::max(1, len(some) // PAIRS_READ)]:
        pairs.read_pair(reader, case, one, other, top)
    numbers_are_numbers(reader, top)
    if case.units:
        if case.charts:
            read_page(reader, case, f"{top}/scoreboard/index.html")
        return
    read_page(reader, case, f"{top}/index.html")
    read_page(reader, case, f"{top}/scoreboard/index.html")
    read_page(reader, case, f"{top}/matrix/index.html")
    matrix_is_true(reader, case, f"{top}/matrix/index.html")
    for title in case.titles:
        read_page(reader, case, f"{top}/{title.lower()}/index.html", title)
    for name in case.options:
        read_page(reader, case, f"{top}/options/{name.lower()}/index.html",
                  name)
    columns_line_up(reader, case, f"{top}/scoreboard/index.html")
    answers_are_true(reader, case, f"{top}/scoreboard/index.html")
    read_data(reader, case, f"{top}/data.json")
    if case.totals() is not None:
        badge_is_true(reader, case, f"{top}/badge.svg")


def main():
    program, seed, count, folder, *only = sys.argv[1:]
    found = list(cases.by_hand())
    found += cases.at_random(int(seed), int(count))
    found = [c for c in found if not only or c.slug.startswith(only[0])]
    content, out = f"{folder}/content", f"{folder}/out"
    cases.write(found, content)
    built = subprocess.run([program, "build", content, "-o", out],
                           capture_output=True, text=True)
    if built.returncode:
        sys.exit(built.stderr + "the odd comparisons do not build")
    reader = Reader(load_words("themes/default/i18n/en.yaml"))
    for case in found:
        read_case(reader, case, out)
    for key in sorted(set() if only else set(claims.CHECKS) - set(reader.seen) - NEVER_SEEN):
        reader.wrong.append(f"never seen: {key}: {reader.words[key]}")
    for rule in sorted(set() if only else findings.RULES - reader.rules):
        reader.wrong.append(f"never seen: finding {rule}")
    for line in reader.wrong[:60]:
        print(line)
    print(f"{len(found)} comparisons, {sum(reader.seen.values())} claims of "
          f"{len(reader.seen)} kinds, {len(reader.wrong)} wrong")
    sys.exit(bool(reader.wrong))


if __name__ == "__main__":
    main()
