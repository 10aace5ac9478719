#include "view/frame.h"
#include "view/page_view.h"

#include "view/catalogue.h"
#include "view/criterion_view.h"
#include "view/judging_view.h"
#include "view/matrix_view.h"
#include "view/page_parts.h"
#include "view/parts.h"
#include "view/result_view.h"
#include "view/structured.h"

static void add_json_ld(const struct book *book, struct value *list);
static const struct value *faq_json_ld(const struct book *book);
static const struct value *overview_toc(const struct book *book);
static const struct value *criteria_groups(const struct book *book);
static size_t word_count(const struct comparison *c);
static const struct value *related_view(const struct book *book);

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

	if (book->frame->site->base_url.str.len)
		add_json_ld(book, ld);
	page.params[0] = &c->guide_params;
	page.params[1] = &c->faq_params;
	values = page_values(book, &page, ld, true);
	value_set(charts, "scoreboard",
		  page_add_chart(&page, scoreboard_chart(s)));
	value_set(charts, "tally", page_add_chart(&page, tally_chart(s)));
	value_set(values, "charts", charts);
	value_set_text(values, "weights_url",
		       judging_is_possible(c, s->r)
			       ? subject_url(s, STR("weights"))
			       : STR(""));
	value_set_text(values, "compare_url",
		       judging_is_choice(c, s->r)
			       ? subject_url(s, STR("compare"))
			       : STR(""));
	value_set(values, "criteria_groups", criteria_groups(book));
	value_set_bool(values, "has_panel",
		       unjudged_sentence(s).len > 0 || c->decision.given);
	value_set(values, "intro", prose_view(&c->body, arena));
	value_set(values, "guide", guide_view(s));
	value_set(values, "faq", faq_view(s));
	value_set(values, "toc", overview_toc(book));
	value_set_text(values, "reading_time",
		       reading_time(s->phrases, word_count(c), arena));
	related = related_view(book);
	value_set_bool(values, "has_related", related->as.list.count);
	value_set(values, "related", related);
	return page;
}

static void add_json_ld(const struct book *book, struct value *list)
{
	const struct value *ranking = ranking_json_ld(book);

	value_append(list, dataset_json_ld(book));
	if (ranking)
		value_append(list, ranking);
	if (book->subject->c->question_count)
		value_append(list, faq_json_ld(book));
}

const struct value *guide_view(const struct subject *s)
{
	const struct comparison *c = s->c;
	struct value *o;

	if (prose_is_empty(&c->guide))
		return value_null();
	o = value_object(s->arena);
	value_set_text(o, "title",
		       c->guide_title.str.len ? c->guide_title.str
					      : phrase(s->phrases, WORD_GUIDE));
	value_set(o, "text", prose_view(&c->guide, s->arena));
	value_set(o, "samples",
		  samples_view(s, c->guide_samples, c->guide_sample_count));
	return o;
}

const struct value *faq_view(const struct subject *s)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct value *o, *questions;

	if (!c->question_count)
		return value_null();
	o = value_object(arena);
	questions = value_list(arena);
	for (size_t i = 0; i < c->question_count; i++) {
		struct value *q = value_add_object(questions);

		value_set_text(q, "question", c->questions[i].question.str);
		value_set_text(q, "anchor", c->questions[i].anchor);
		value_set(q, "answer",
			  prose_view(&c->questions[i].answer, arena));
	}
	value_set_text(o, "title",
		       c->faq_title.str.len ? c->faq_title.str
					    : phrase(s->phrases, WORD_FAQ));
	value_set(o, "intro", prose_view(&c->faq_intro, arena));
	value_set(o, "questions", questions);
	return o;
}

/* schema.org's FAQPage: the very questions and answers of the page. */
static const struct value *faq_json_ld(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *list = value_list(arena);

	for (size_t i = 0; i < s->c->question_count; i++) {
		struct value *q = value_add_object(list);
		struct value *a = value_object(arena);

		value_set_text(a, "@type", STR("Answer"));
		value_set_text(a, "text",
			       frame_absolute_html(
				       book->frame,
				       s->c->questions[i].answer.html, arena));
		value_set_text(q, "@type", STR("Question"));
		value_set_text(q, "name", s->c->questions[i].question.str);
		value_set(q, "acceptedAnswer", a);
	}
	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("FAQPage"));
	value_set(o, "mainEntity", list);
	return o;
}

/* The criteria as rows, group by group as in the matrix. */
static const struct value *criteria_groups(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct comparison *c = s->c;
	const size_t *order = criteria_by_group(c, s->arena);
	const struct value *criteria =
		value_find(book->shared, STR("criteria"));
	struct value *groups = value_list(s->arena), *rows = NULL;

	for (size_t k = 0; k < c->criterion_count; k++) {
		if (group_begins(c, order, k)) {
			struct value *group = value_add_object(groups);

			rows = value_list(s->arena);
			group_add_head(s, c->criteria[order[k]].group.str,
				       group);
			value_set(group, "criteria", rows);
		}
		value_append(rows, criteria->as.list.items[order[k]]);
	}
	return groups;
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
		{ s->c->decision.given, WORD_DECISION, "decision" },
		{ is_catalogue(s->c), WORD_OPTIONS, "options" },
		{ s->c->criterion_count > 0, WORD_CRITERIA, "criteria" },
		{ s->r->judged && s->c->profile_count, WORD_PROFILES,
		  "profiles" },
		{ !is_catalogue(s->c), WORD_OPTIONS, "options" },
		{ !prose_is_empty(&s->c->guide), WORD_GUIDE, "guide" },
		{ s->c->question_count > 0, WORD_FAQ, "faq" },
		{ s->c->source_count > 0, WORD_SOURCES, "sources" },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].is_there)
			toc_add_entry(list, phrase(phrases, parts[i].title),
				      str_from(parts[i].anchor), 2);
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

static const struct value *related_view(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t k = 0; k < s->c->related_count; k++)
		for (size_t i = 0; i < book->head_count; i++) {
			const struct comparison *head = &book->heads[i];
			struct value *o;

			if (!str_equals(site_folder(s->site, head->slug),
					s->c->related[k].str))
				continue;
			o = value_add_object(list);
			value_set_text(o, "title", head->title.str);
			value_set_text(o, "summary", head->summary.str);
			value_setf(o, "url", "%c%.*s/index.html", ROOT_MARK,
				   STR_ARG(head->slug));
		}
	return list;
}
