#include "view/page_view.h"

#include <math.h>
#include <string.h>

#include "base/file.h"
#include "view/analysis_view.h"
#include "view/criterion_view.h"
#include "view/frame.h"
#include "view/option_view.h"
#include "view/parts.h"
#include "view/result_view.h"

static struct page page_start(const struct book *book, struct str path,
			      const char *template, struct str title,
			      struct str description);
static struct value *page_values(const struct book *book, struct page *page,
				 const struct value *json_ld, bool is_article);
static struct str image_path(const struct subject *s, const struct page *page);
static bool is_shown_by_others(struct str image);
static const struct value *page_add_chart(struct page *page,
					  struct chart *chart);
static const struct value *guide_view(const struct subject *s);
static const struct value *faq_view(const struct subject *s);
static const struct value *faq_json_ld(const struct book *book);
static const struct value *overview_toc(const struct book *book);
static size_t word_count(const struct comparison *c);
static size_t criterion_words(const struct criterion *criterion, size_t count);
static const struct value *related_view(const struct book *book);
static struct value *criterion_detail(const struct book *book, size_t j,
				      struct page *page);
static const struct value *rubric_view(const struct criterion *criterion,
				       struct arena *arena);
static const struct value *sections_view(const struct subject *s, size_t j);
static void add_evidence(const struct subject *s, size_t j, struct value *o);
static const struct value *evidence_view(const struct subject *s, size_t j,
					 size_t i, const struct evidence *e);
static struct str confidence(const struct phrases *phrases,
			     enum confidence level);
static const struct value *criterion_toc(const struct book *book, size_t j);
static const struct value *neighbour_view(const struct subject *s, size_t j);
static const struct value *criteria_nav(const struct subject *s, size_t j);
static const struct value *groups_view(const struct book *book);
static const struct value *tables_view(const struct subject *s);
static const struct value *table_rows(const struct subject *s,
				      const struct table *table);
static void add_charts(const struct subject *s, struct page *page,
		       struct value *values);
static const struct value *option_rows(const struct book *book, size_t i);
static const struct value *wins_list(const struct subject *s, size_t i);
static const struct value *others_view(const struct subject *s, size_t i);

struct page overview_page(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct value *charts = value_object(arena), *ld = value_list(arena);
	struct page page = page_start(book, STR(""), "overview", c->title.str,
				      c->summary.str);
	const struct value *related;
	struct value *values;

	if (c->question_count && book->frame->site->base_url.str.len)
		value_append(ld, faq_json_ld(book), arena);
	values = page_values(book, &page, ld, true);
	value_set(charts, "scoreboard",
		  page_add_chart(&page, scoreboard_chart(s)), arena);
	value_set(charts, "tally", page_add_chart(&page, tally_chart(s)),
		  arena);
	value_set(charts, "dots", page_add_chart(&page, criteria_chart(s)),
		  arena);
	value_set(values, "charts", charts, arena);
	value_set(values, "intro", prose_view(&c->body, arena), arena);
	value_set(values, "guide", guide_view(s), arena);
	value_set(values, "faq", faq_view(s), arena);
	value_set(values, "toc", overview_toc(book), arena);
	value_set_text(values, "reading_time",
		       reading_time(s->phrases, word_count(c), arena), arena);
	related = related_view(book);
	value_set_bool(values, "has_related", related->as.list.count, arena);
	value_set(values, "related", related, arena);
	return page;
}

struct page criterion_page(const struct book *book, size_t j)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	struct str question = criterion->question.str;
	struct page page = page_start(
		book, criterion->id, "criterion", criterion->title.str,
		PHRASE(s->phrases, WORD_CRITERION_TEXT, arena,
		       { "question",
			 question.len ? question : criterion->title.str },
		       { "comparison", s->c->title.str },
		       { "winner", s->c->scored ? winner_sentence(s, j)
						: s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, true);
	bool last = j + 1 == s->c->criterion_count;

	value_set(values, "criterion", criterion_detail(book, j, &page), arena);
	value_set(values, "criteria_nav", criteria_nav(s, j), arena);
	value_set(values, "previous",
		  j ? neighbour_view(s, j - 1) : value_null(), arena);
	value_set(values, "next",
		  last ? value_null() : neighbour_view(s, j + 1), arena);
	return page;
}

struct page matrix_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("matrix"), "matrix",
			   phrase(s->phrases, WORD_MATRIX),
			   PHRASE(s->phrases, WORD_MATRIX_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *matrix = value_object(arena);

	value_set(matrix, "groups", groups_view(book), arena);
	value_set(matrix, "tables", tables_view(s), arena);
	value_set(values, "matrix", matrix, arena);
	return page;
}

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
	value_set(values, "analysis", analysis_view(s), arena);
	return page;
}

/* All in one list, and once more in their parts. */
static void add_charts(const struct subject *s, struct page *page,
		       struct value *values)
{
	static const struct {
		enum word_id title;
		const char *anchor;
	} PARTS[PART_COUNT] = {
		{ WORD_CHARTS_RESULT, "result" },
		{ WORD_CHARTS_SCORES, "scores" },
		{ WORD_CHARTS_SURE, "sure" },
	};
	struct arena *arena = s->arena;
	struct value *charts = value_list(arena), *parts = value_list(arena);
	struct value *lists[PART_COUNT] = { NULL };
	struct chart *all[CHARTS_MOST];
	size_t count = charts_all(s, all);

	for (size_t k = 0; k < count; k++) {
		const struct value *chart = page_add_chart(page, all[k]);
		enum chart_part at = all[k]->part;

		if (!lists[at]) {
			struct value *part = value_object(arena);

			lists[at] = value_list(arena);
			value_set_text(part, "title",
				       phrase(s->phrases, PARTS[at].title),
				       arena);
			value_set_text(part, "anchor",
				       str_from(PARTS[at].anchor), arena);
			value_set(part, "charts", lists[at], arena);
			value_append(parts, part, arena);
		}
		value_append(lists[at], chart, arena);
		value_append(charts, chart, arena);
	}
	value_set(values, "charts", charts, arena);
	value_set(values, "chart_parts", parts, arena);
}

struct page infographic_page(const struct book *book, double height)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("infographic"), "infographic",
			   phrase(s->phrases, WORD_INFOGRAPHIC),
			   PHRASE(s->phrases, WORD_INFOGRAPHIC_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *o = value_object(arena);

	value_set_text(o, "svg_url", subject_file_url(s, "infographic.svg"),
		       arena);
	value_set_text(o, "png_url", subject_file_url(s, "infographic.png"),
		       arena);
	value_set_text(o, "pdf_url", subject_file_url(s, "infographic.pdf"),
		       arena);
	value_set_text(o, "square_url",
		       subject_file_url(s, "infographic-square.png"), arena);
	value_set_text(o, "portrait_url",
		       subject_file_url(s, "infographic-portrait.png"), arena);
	value_set_text(o, "story_url",
		       subject_file_url(s, "infographic-story.png"), arena);
	value_set_text(o, "height", phrase_plain_number(ceil(height), arena),
		       arena);
	value_set(values, "infographic", o, arena);
	return page;
}

struct page option_page(const struct book *book, size_t i)
{
	const struct subject *s = book->subject;
	const struct option *option = &s->c->options[i];
	struct arena *arena = s->arena;
	struct page page = page_start(
		book, arena_printf(arena, "options/%.*s", STR_ARG(option->id)),
		"option", option->name.str,
		PHRASE(s->phrases, WORD_OPTION_TEXT, arena,
		       { "name", option->name.str },
		       { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, true);
	struct value *o = option_view(s, i);

	value_set(o, "rows", option_rows(book, i), arena);
	value_set_bool(o, "has_users", option->use_count > 0, arena);
	value_set(o, "chart", page_add_chart(&page, option_chart(s, i)), arena);
	value_set(o, "wins_list", wins_list(s, i), arena);
	value_set_text(o, "reading_time",
		       reading_time(s->phrases, option->body.word_count, arena),
		       arena);
	value_set(values, "option", o, arena);
	value_set(values, "others", others_view(s, i), arena);
	return page;
}

/* A page of the comparison, in the folder `at` below it; its values follow. */
static struct page page_start(const struct book *book, struct str at,
			      const char *template, struct str title,
			      struct str description)
{
	const struct subject *s = book->subject;
	/* The URL without the mark of the root is the path. */
	struct str path = str_from_byte(subject_url(s, at), 1);

	return (struct page){
		.path = path.ptr,
		.template = template,
		.title = title,
		.description = description,
	};
}

static struct value *page_values(const struct book *book, struct page *page,
				 const struct value *json_ld, bool is_article)
{
	const struct subject *s = book->subject;
	const struct frame *frame = book->frame;
	bool overview = !strcmp(page->template, "overview");
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), s->arena) },
		{ s->c->title.str, subject_url(s, STR("")) },
		{ page->title, site_url(str_from(page->path), s->arena) },
	};
	struct page_head head = {
		.path = page->path,
		.template = page->template,
		.title = overview ? page->title
				  : PHRASE(frame->phrases, WORD_PAGE_OF,
					   s->arena, { "page", page->title },
					   { "comparison", s->c->title.str }),
		.description = page->description,
		.crumbs = crumbs,
		.crumb_count = overview ? 2 : 3,
		.book = book,
		.is_article = is_article,
		.image = image_path(s, page),
		.json_ld = json_ld,
	};
	struct value *values = frame_values(frame, &head, s->arena);

	page->values = values;
	return values;
}

/* The card of the page itself, the author's cover, or the comparison's card. */
static struct str image_path(const struct subject *s, const struct page *page)
{
	unsigned pictures = s->site->pictures;
	struct str path = str_from(page->path);

	if (!strcmp(page->template, "criterion") &&
	    pictures & PICTURE_CRITERION_CARDS)
		return ARENA_JOIN(s->arena, path_dir(path), STR("/card.png"));
	if (is_shown_by_others(s->c->cover.str))
		return s->c->cover.str;
	return pictures & PICTURE_CARDS
		       ? str_from_byte(subject_file_url(s, "card.png"), 1)
		       : (struct str){ "", 0 };
}

/* Those who show a shared link show no SVG. */
static bool is_shown_by_others(struct str image)
{
	return image.len && !str_ends(image, ".svg");
}

/* Notes that the chart is to be drawn; gives its object. */
static const struct value *page_add_chart(struct page *page,
					  struct chart *chart)
{
	if (chart)
		page->charts[page->chart_count++] = chart;
	return chart_value(chart);
}

static const struct value *guide_view(const struct subject *s)
{
	const struct comparison *c = s->c;
	struct value *o;

	if (prose_is_empty(&c->guide))
		return value_null();
	o = value_object(s->arena);
	value_set_text(o, "title",
		       c->guide_title.str.len ? c->guide_title.str
					      : phrase(s->phrases, WORD_GUIDE),
		       s->arena);
	value_set(o, "text", prose_view(&c->guide, s->arena), s->arena);
	value_set(o, "samples",
		  samples_view(s, c->guide_samples, c->guide_sample_count),
		  s->arena);
	return o;
}

static const struct value *faq_view(const struct subject *s)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct value *o, *questions;

	if (!c->question_count)
		return value_null();
	o = value_object(arena);
	questions = value_list(arena);
	for (size_t i = 0; i < c->question_count; i++) {
		struct value *q = value_object(arena);

		value_set_text(q, "question", c->questions[i].question.str,
			       arena);
		value_set_text(q, "anchor", c->questions[i].anchor, arena);
		value_set(q, "answer",
			  prose_view(&c->questions[i].answer, arena), arena);
		value_append(questions, q, arena);
	}
	value_set_text(o, "title",
		       c->faq_title.str.len ? c->faq_title.str
					    : phrase(s->phrases, WORD_FAQ),
		       arena);
	value_set(o, "intro", prose_view(&c->faq_intro, arena), arena);
	value_set(o, "questions", questions, arena);
	return o;
}

/* schema.org's FAQPage: the very questions and answers of the page. */
static const struct value *faq_json_ld(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *list = value_list(arena);

	for (size_t i = 0; i < s->c->question_count; i++) {
		struct value *q = value_object(arena);
		struct value *a = value_object(arena);

		value_set_text(a, "@type", STR("Answer"), arena);
		value_set_text(a, "text",
			       frame_absolute_html(
				       book->frame,
				       s->c->questions[i].answer.html, arena),
			       arena);
		value_set_text(q, "@type", STR("Question"), arena);
		value_set_text(q, "name", s->c->questions[i].question.str,
			       arena);
		value_set(q, "acceptedAnswer", a, arena);
		value_append(list, q, arena);
	}
	value_set_text(o, "@context", STR("https://schema.org"), arena);
	value_set_text(o, "@type", STR("FAQPage"), arena);
	value_set(o, "mainEntity", list, arena);
	return o;
}

/* The parts of the page in the order of the template. */
static const struct value *overview_toc(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct phrases *phrases = s->phrases;
	struct value *list = value_list(s->arena);
	const struct {
		bool is_there;
		enum word_id title;
		const char *anchor;
	} parts[] = {
		{ s->r->judged, WORD_RESULT, "result" },
		{ s->c->criterion_count > 0, WORD_CRITERIA, "criteria" },
		{ s->r->judged && s->c->profile_count, WORD_PROFILES,
		  "profiles" },
		{ true, WORD_OPTIONS, "options" },
		{ !prose_is_empty(&s->c->guide), WORD_GUIDE, "guide" },
		{ s->c->question_count > 0, WORD_FAQ, "faq" },
		{ s->c->source_count > 0, WORD_SOURCES, "sources" },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].is_there)
			toc_add_entry(list, phrase(phrases, parts[i].title),
				      str_from(parts[i].anchor), 2, s->arena);
	return list;
}

static size_t word_count(const struct comparison *c)
{
	size_t words = c->body.word_count + c->guide.word_count;

	for (size_t i = 0; i < c->option_count; i++)
		words += c->options[i].body.word_count;
	for (size_t j = 0; j < c->criterion_count; j++)
		words += criterion_words(&c->criteria[j], c->option_count);
	for (size_t i = 0; i < c->question_count; i++)
		words += c->questions[i].answer.word_count;
	return words;
}

static size_t criterion_words(const struct criterion *criterion, size_t count)
{
	size_t words =
		criterion->body.word_count + criterion->verdict.word_count;

	for (size_t i = 0; i < count; i++)
		words += criterion->sections[i].word_count;
	return words;
}

static const struct value *related_view(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t k = 0; k < s->c->related_count; k++)
		for (size_t i = 0; i < book->head_count; i++) {
			const struct comparison *head = &book->heads[i];
			struct value *o;

			if (!str_equals(head->slug, s->c->related[k].str))
				continue;
			o = value_object(arena);
			value_set_text(o, "title", head->title.str, arena);
			value_set_text(o, "summary", head->summary.str, arena);
			value_set_text(o, "url",
				       arena_printf(arena, "%c%.*s/index.html",
						    ROOT_MARK,
						    STR_ARG(head->slug)),
				       arena);
			value_append(list, o, arena);
		}
	return list;
}

static struct value *criterion_detail(const struct book *book, size_t j,
				      struct page *page)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	struct value *o = criterion_view(s, j);

	value_set_text(o, "of",
		       PHRASE(s->phrases, WORD_OF, arena,
			      { "n", arena_printf(arena, "%zu", j + 1) },
			      { "of", arena_printf(arena, "%zu",
						   s->c->criterion_count) }),
		       arena);
	value_set(o, "body", prose_view(&criterion->body, arena), arena);
	value_set(o, "verdict", prose_view(&criterion->verdict, arena), arena);
	value_set(o, "rubric", rubric_view(criterion, arena), arena);
	value_set_bool(o, "has_rubric", criterion->rubric_count > 0, arena);
	value_set(o, "sections", sections_view(s, j), arena);
	add_evidence(s, j, o);
	value_set(o, "samples",
		  samples_view(s, criterion->samples, criterion->sample_count),
		  arena);
	value_set(o, "chart", page_add_chart(page, criterion_chart(s, j)),
		  arena);
	value_set(o, "toc", criterion_toc(book, j), arena);
	value_set_text(
		o, "reading_time",
		reading_time(s->phrases,
			     criterion_words(criterion, s->c->option_count),
			     arena),
		arena);
	return o;
}

static const struct value *rubric_view(const struct criterion *criterion,
				       struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < criterion->rubric_count; i++) {
		struct value *o = value_object(arena);

		value_set_text(o, "score", criterion->rubric[i].score.str,
			       arena);
		value_set(o, "text",
			  prose_view(&criterion->rubric[i].text, arena), arena);
		value_append(list, o, arena);
	}
	return list;
}

static const struct value *sections_view(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct option *option = &s->c->options[i];
		struct value *o = value_object(arena);
		bool missing =
			!criterion->scores || isnan(criterion->scores[i].value);

		value_set_text(o, "name", option->name.str, arena);
		value_set_text(o, "class", option_class(i), arena);
		value_set_text(o, "anchor", option->id, arena);
		value_set_text(o, "value", subject_score(s, i, j), arena);
		value_set_bool(o, "is_winner",
			       s->c->scored &&
				       s->r->wins[j * s->c->option_count + i],
			       arena);
		value_set_bool(o, "is_missing", missing, arena);
		value_set(o, "text", prose_view(&criterion->sections[i], arena),
			  arena);
		value_append(list, o, arena);
	}
	return list;
}

static void add_evidence(const struct subject *s, size_t j, struct value *o)
{
	const struct score *scores = s->c->criteria[j].scores;
	struct value *rows = value_list(s->arena);
	bool judges = false, confident = false, dated = false;

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		for (size_t k = 0; k < scores[i].evidence_count; k++) {
			const struct evidence *e = &scores[i].evidence[k];

			judges |= e->judge.len > 0;
			confident |= e->confidence != CONFIDENCE_NONE;
			dated |= e->date.year > 0;
			value_append(rows, evidence_view(s, j, i, e), s->arena);
		}
	value_set(o, "evidence", rows, s->arena);
	value_set_bool(o, "has_judges", judges, s->arena);
	value_set_bool(o, "has_confidence", confident, s->arena);
	value_set_bool(o, "has_dates", dated, s->arena);
}

static const struct value *evidence_view(const struct subject *s, size_t j,
					 size_t i, const struct evidence *e)
{
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	value_set_text(o, "option", s->c->options[i].name.str, arena);
	value_set_text(o, "class", option_class(i), arena);
	value_set_text(o, "value", subject_value(s, j, e->value, e->answer),
		       arena);
	value_set_bool(o, "is_missing", isnan(e->value), arena);
	value_set_text(o, "judge", judge_name(s, e->judge), arena);
	value_set_text(o, "confidence", confidence(s->phrases, e->confidence),
		       arena);
	value_set_text(o, "date", phrase_date(s->phrases, e->date, arena),
		       arena);
	value_set_text(o, "date_iso", phrase_date_iso(e->date, arena), arena);
	value_set(o, "sources", sources_view(s, e->sources, e->source_count),
		  arena);
	value_set(o, "note", prose_view(&e->note, arena), arena);
	return o;
}

static struct str confidence(const struct phrases *phrases,
			     enum confidence level)
{
	switch (level) {
	case CONFIDENCE_NONE:
		break;
	case CONFIDENCE_LOW:
		return phrase(phrases, WORD_CONFIDENCE_LOW);
	case CONFIDENCE_MEDIUM:
		return phrase(phrases, WORD_CONFIDENCE_MEDIUM);
	case CONFIDENCE_HIGH:
		return phrase(phrases, WORD_CONFIDENCE_HIGH);
	}
	return (struct str){ "", 0 };
}

static const struct value *criterion_toc(const struct book *book, size_t j)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++)
		toc_add_entry(list, s->c->options[i].name.str,
			      s->c->options[i].id, 2, s->arena);
	if (!prose_is_empty(&criterion->verdict))
		toc_add_entry(list, phrase(s->phrases, WORD_VERDICT),
			      STR("verdict"), 2, s->arena);
	if (s->c->scored)
		toc_add_entry(list, phrase(s->phrases, WORD_EVIDENCE),
			      STR("evidence"), 2, s->arena);
	return list;
}

static const struct value *neighbour_view(const struct subject *s, size_t j)
{
	struct value *o = value_object(s->arena);

	value_set_text(o, "title", s->c->criteria[j].title.str, s->arena);
	value_set_text(o, "url", subject_url(s, s->c->criteria[j].id),
		       s->arena);
	value_set_text(o, "number", arena_printf(s->arena, "%zu", j + 1),
		       s->arena);
	return o;
}

static const struct value *criteria_nav(const struct subject *s, size_t j)
{
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < s->c->criterion_count; k++) {
		struct value *o = (struct value *)neighbour_view(s, k);

		value_set_bool(o, "is_current", k == j, s->arena);
		value_append(list, o, s->arena);
	}
	return list;
}

/* In the order in which groups first appear; rows keep their order. */
static const struct value *groups_view(const struct book *book)
{
	const struct comparison *c = book->subject->c;
	struct arena *arena = book->subject->arena;
	const struct value *all = value_find(book->shared, STR("criteria"));
	bool *done = arena_array(arena, bool, c->criterion_count + 1);
	struct value *groups = value_list(arena);

	for (size_t j = 0; j < c->criterion_count; j++) {
		struct str name = c->criteria[j].group.str;
		struct value *group, *rows;

		if (done[j])
			continue;
		group = value_object(arena);
		rows = value_list(arena);
		for (size_t k = j; k < c->criterion_count; k++) {
			if (!str_equals(c->criteria[k].group.str, name))
				continue;
			done[k] = true;
			value_append(rows, all->as.list.items[k], arena);
		}
		value_set_text(group, "title", name, arena);
		value_set_text(group, "anchor",
			       arena_printf(arena, "group-%zu",
					    groups->as.list.count + 1),
			       arena);
		value_set(group, "rows", rows, arena);
		value_append(groups, group, arena);
	}
	return groups;
}

static const struct value *tables_view(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t t = 0; t < s->c->table_count; t++) {
		const struct table *table = &s->c->tables[t];
		struct value *o = value_object(arena);

		value_set_text(o, "id", table->id, arena);
		value_set_text(o, "title", table->title.str, arena);
		value_set_text(o, "anchor",
			       arena_printf(arena, "table-%.*s",
					    STR_ARG(table->id)),
			       arena);
		value_set(o, "summary", prose_view(&table->summary, arena),
			  arena);
		value_set_text(o, "row_label", table->row_label.str, arena);
		value_set(o, "rows", table_rows(s, table), arena);
		value_append(list, o, arena);
	}
	return list;
}

static const struct value *table_rows(const struct subject *s,
				      const struct table *table)
{
	struct arena *arena = s->arena;
	struct value *rows = value_list(arena);

	for (size_t k = 0; k < table->row_count; k++) {
		const struct table_row *row = &table->rows[k];
		struct value *o = value_object(arena);
		struct value *cells = value_list(arena);

		for (size_t i = 0; i < s->c->option_count; i++) {
			struct value *cell = value_object(arena);

			value_set_text(cell, "option",
				       s->c->options[i].name.str, arena);
			value_set(cell, "values",
				  prose_list_view(&row->cells[i], arena),
				  arena);
			value_set_bool(cell, "is_empty",
				       row->cells[i].count == 0, arena);
			value_append(cells, cell, arena);
		}
		value_set(o, "label", prose_view(&row->label, arena), arena);
		value_set(o, "cells", cells, arena);
		value_append(rows, o, arena);
	}
	return rows;
}

/* The option's score of each criterion, as that criterion shows it. */
static const struct value *option_rows(const struct book *book, size_t i)
{
	static const char *const SAME[] = { "value",	 "percent",
					    "points",	 "is_missing",
					    "is_winner", "sources",
					    "words",	 "spread" };
	const struct value *all = value_find(book->shared, STR("criteria"));
	struct arena *arena = book->subject->arena;
	struct value *rows = value_list(arena);

	for (size_t j = 0; j < all->as.list.count; j++) {
		const struct value *criterion = all->as.list.items[j];
		const struct value *score =
			value_find(criterion, STR("scores"))->as.list.items[i];
		struct value *o = value_object(arena);

		value_set(o, "criterion", value_find(criterion, STR("title")),
			  arena);
		value_set(o, "criterion_url", value_find(criterion, STR("url")),
			  arena);
		value_set(o, "group", value_find(criterion, STR("group")),
			  arena);
		for (size_t k = 0; k < sizeof(SAME) / sizeof(*SAME); k++)
			value_set(o, SAME[k],
				  value_find(score, str_from(SAME[k])), arena);
		value_append(rows, o, arena);
	}
	return rows;
}

static const struct value *wins_list(const struct subject *s, size_t i)
{
	struct value *list = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (criterion_winner(s, j) == i)
			value_append(list, neighbour_view(s, j), s->arena);
	return list;
}

static const struct value *others_view(const struct subject *s, size_t i)
{
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < s->c->option_count; k++) {
		const struct option *option = &s->c->options[k];
		struct value *o;

		if (k == i)
			continue;
		o = value_object(s->arena);
		value_set_text(o, "name", option->name.str, s->arena);
		value_set_text(
			o, "url",
			subject_url(s, arena_printf(s->arena, "options/%.*s",
						    STR_ARG(option->id))),
			s->arena);
		value_set_text(o, "class", option_class(k), s->arena);
		value_append(list, o, s->arena);
	}
	return list;
}
