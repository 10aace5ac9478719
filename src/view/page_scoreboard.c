#include "view/page_view.h"

#include "view/analysis_view.h"
#include "view/answer.h"
#include "view/judging_view.h"
#include "view/page_parts.h"
#include "view/result_view.h"

enum { ANSWERS = 4 };

static const char *const ANSWER_NAMES[ANSWERS] = { "ahead", "why", "turn",
						   "sure" };

static void add_charts(const struct subject *s, struct page *page,
		       struct value *values);
static struct value *add_part(const struct subject *s, enum chart_part part,
			      struct value *parts);
static size_t answered_by(const struct subject *s, const struct chart *chart);
static bool answers_why(const struct subject *s, const struct chart *chart);
static void add_answers(const struct subject *s, struct value *answers);

struct page scoreboard_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("scoreboard"), "scoreboard",
			   phrase(s->phrases, WORD_SCOREBOARD),
			   PHRASE(s->phrases, WORD_SCOREBOARD_TEXT, arena,
				  { "comparison", s->c->title.str },
				  { "headline", result_headline(s) }));
	struct value *values = page_values(book, &page, NULL, false);

	add_charts(s, &page, values);
	value_set(values, "analysis", analysis_view(s));
	return page;
}

/*
 * The four that answer a question in a place of their own, each with how to
 * read it; the others in their parts; and all of them in one list.
 */
static void add_charts(const struct subject *s, struct page *page,
		       struct value *values)
{
	struct arena *arena = s->arena;
	struct value *charts = value_list(arena), *parts = value_list(arena);
	struct value *answers = value_object(arena);
	struct value *lists[PART_COUNT] = { NULL };
	const struct value *answered[ANSWERS] = { NULL };
	struct chart *all[CHARTS_MOST];
	size_t count = charts_all(s, all), folded = 0;

	add_answers(s, answers);
	for (size_t k = 0; k < count; k++) {
		const struct value *chart = page_add_chart(page, all[k]);
		enum chart_part part = all[k]->part;
		size_t answer = answered_by(s, all[k]);

		value_append(charts, chart);
		if (answer < ANSWERS) {
			answered[answer] = chart;
			continue;
		}
		folded++;
		if (!lists[part])
			lists[part] = add_part(s, part, parts);
		value_append(lists[part], chart);
	}
	for (size_t k = 0; k < ANSWERS; k++)
		value_set(answers, ANSWER_NAMES[k],
			  answered[k] ? answered[k] : value_null());
	value_set(values, "charts", charts);
	value_set(values, "chart_parts", parts);
	value_set(values, "answers", s->r->judged ? answers : value_null());
	value_set_bool(values, "has_charts", folded);
	value_setf(values, "chart_count", "%zu", folded);
}

/* The list of its charts, which is empty. */
static struct value *add_part(const struct subject *s, enum chart_part part,
			      struct value *parts)
{
	static const struct {
		enum word_id title;
		const char *anchor;
	} PARTS[PART_COUNT] = {
		[PART_RESULT] = { WORD_CHARTS_RESULT, "result" },
		[PART_SCORES] = { WORD_CHARTS_SCORES, "scores" },
		[PART_SURE] = { WORD_CHARTS_SURE, "sure" },
	};
	struct str title = phrase(s->phrases, PARTS[part].title);
	struct value *o = value_add_object(parts);
	struct value *charts = value_list(s->arena);

	value_set_text(o, "title", title);
	value_set_text(o, "part", title);
	value_set_text(o, "anchor", str_from(PARTS[part].anchor));
	value_set(o, "charts", charts);
	return charts;
}

/* The question that a chart answers, or ANSWERS. */
static size_t answered_by(const struct subject *s, const struct chart *chart)
{
	static const struct {
		const char *chart;
		size_t answer;
	} OF[] = {
		{ "lead", 0 }, { "pulls", 1 }, { "parts", 1 },
		{ "turn", 2 }, { "sure", 3 },
	};

	for (size_t k = 0; k < sizeof(OF) / sizeof(*OF); k++)
		if (str_is(chart->id, OF[k].chart))
			return OF[k].answer;
	return answers_why(s, chart) ? 1 : ANSWERS;
}

/* Where totals are no sums, what the lead hangs on tells why. */
static bool answers_why(const struct subject *s, const struct chart *chart)
{
	return str_is(chart->id, "tornado") &&
	       s->c->scoring.method != METHOD_WEIGHTED_SUM &&
	       s->c->scoring.method != METHOD_POINTS;
}

static void add_answers(const struct subject *s, struct value *answers)
{
	const struct result *r = s->r;
	bool sums = totals_are_sums(s);
	const struct omissions *left_out = &r->omissions;
	size_t count;
	const struct omission **items = sure_omissions(s, &count);
	enum word_id sure = left_out->judge_count ? WORD_HOW_SURE_JUDGES
			    : !count		  ? WORD_HOW_SURE_NONE
			    : items[0]->kind == OMIT_SOURCE
				    ? WORD_HOW_SURE_SOURCES
				    : WORD_HOW_SURE_GROUPS;

	value_set_text(answers, "finding_ahead", answer_ahead(s));
	value_set_text(answers, "finding_why", answer_why(s));
	value_set_text(answers, "finding_turn", answer_turn(s));
	value_set_text(answers, "finding_sure", answer_sure(s));
	value_set_text(answers, "how_ahead",
		       s->c->scoring.close > 0
			       ? PHRASE(s->phrases, WORD_HOW_SUMS, s->arena,
					{ "close", answer_limit(s) })
			       : STR(""));
	value_set_text(answers, "how_why",
		       phrase(s->phrases,
			      !sums ? WORD_HOW_HANGS
			      : r->ranked != 2 ||
					      !pulls_are_gaps(s, r->order[0],
							      r->order[1])
				      ? WORD_HOW_PARTS
			      : s->c->scoring.method == METHOD_POINTS
				      ? WORD_HOW_POINTS
				      : WORD_HOW_PULLS));
	value_set_text(answers, "how_turn", phrase(s->phrases, WORD_HOW_TURN));
	value_set_text(answers, "how_sure", phrase(s->phrases, sure));
	value_set_text(answers, "turn_rest", turn_rest(s));
	value_set_text(answers, "weights_url",
		       judging_is_possible(s->c, r)
			       ? subject_url(s, STR("weights"))
			       : STR(""));
	value_set_bool(answers, "has_contest", r->ranked > 1);
}
