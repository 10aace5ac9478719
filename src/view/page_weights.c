#include "view/page_view.h"

#include <math.h>

#include "judge/utility.h"
#include "view/catalogue.h"
#include "view/contest_view.h"
#include "view/judging_view.h"
#include "view/page_parts.h"
#include "view/parts.h"
#include "view/result_view.h"

static double largest_weight(const struct comparison *c);
static double nice_above(double most);
static struct value *choice_view(const struct subject *s, size_t p);
static const struct value *groups_view(const struct subject *s, double most);
static struct value *slider_view(const struct subject *s, size_t j,
				 double most);
static double counted_sum(const struct subject *s, const struct str *group);
static const struct value *musts_view(const struct subject *s);
static bool add_given_musts(const struct subject *s, struct value *given,
			    size_t j);
static void add_must(const struct subject *s, struct value *list, size_t j,
		     const struct must *must, bool own);
static bool is_listed(const struct subject *s, size_t p, size_t j);
static bool is_same(const struct must *one, const struct must *other);
static struct must usual_must(const struct subject *s, size_t j);
static double loose_bound(const struct subject *s, size_t j, double value,
			  enum must_kind kind);
static double middle_value(const struct subject *s, size_t j);
static const struct value *results_view(const struct subject *s);
static void add_result(const struct subject *s, struct value *list,
		       struct str title, struct str sentence,
		       const struct profile_result *profile);

struct page weights_page(const struct book *book)
{
	const struct subject *s = book->subject;
	struct arena *arena = s->arena;
	struct page page =
		page_start(book, STR("weights"), "weights",
			   phrase(s->phrases, WORD_WEIGH),
			   PHRASE(s->phrases, WORD_WEIGH_TEXT, arena,
				  { "comparison", s->c->title.str }));
	struct value *values = page_values(book, &page, NULL, false);
	struct value *weigh = value_object(arena);
	double most = nice_above(largest_weight(s->c));

	value_set(weigh, "judging", judging_view(s, false));
	value_set_text(weigh, "most", phrase_plain_number(most, arena));
	value_set(weigh, "profiles",
		  list_view(s, s->c->profile_count, choice_view));
	value_set(weigh, "groups", groups_view(s, most));
	value_set(weigh, "musts", musts_view(s));
	value_set(weigh, "results", results_view(s));
	value_set(values, "weigh", weigh);
	return page;
}

/* The author's and those of the profiles stand on one scale. */
static double largest_weight(const struct comparison *c)
{
	double most = 0;

	for (size_t j = 0; j < c->criterion_count; j++) {
		most = fmax(most, c->criteria[j].weight);
		for (size_t p = 0; p < c->profile_count; p++)
			most = fmax(most, c->profiles[p].weights[j]);
	}
	return most;
}

/*
 * Where a slider ends: room to double the largest weight, at a number of one
 * digit that counts; whole weights have ten at least to choose from.
 */
static double nice_above(double most)
{
	double end = most >= 1 || most == 0 ? 10 : 1e-9;

	for (int k = 0; end < 2 * most && isfinite(end); k++)
		end *= k % 3 == 1 ? 2.5 : 2;
	return end;
}

static struct value *choice_view(const struct subject *s, size_t p)
{
	struct value *o = value_object(s->arena);

	value_set_text(o, "id", s->c->profiles[p].id);
	value_set_text(o, "title", s->c->profiles[p].title.str);
	return o;
}

/* In the order in which groups first appear. */
static const struct value *groups_view(const struct subject *s, double most)
{
	const struct comparison *c = s->c;
	double sum = counted_sum(s, NULL);
	bool *done = arena_array(s->arena, bool, c->criterion_count + 1);
	struct value *groups = value_list(s->arena);

	for (size_t j = 0; j < c->criterion_count; j++) {
		struct str name = c->criteria[j].group.str;
		struct value *group, *rows;
		double share;

		if (done[j] || !s->r->counts[j])
			continue;
		group = value_add_object(groups);
		rows = value_list(s->arena);
		for (size_t k = j; k < c->criterion_count; k++) {
			if (!s->r->counts[k] ||
			    !str_equals(c->criteria[k].group.str, name))
				continue;
			done[k] = true;
			value_append(rows, slider_view(s, k, most));
		}
		share = sum > 0 ? counted_sum(s, &name) / sum : 0;
		value_set_text(group, "title", name);
		value_setf(group, "number", "%zu", groups->as.list.count);
		value_set_text(group, "share", subject_part(s, share));
		value_set_text(group, "tick", bar_class(share, s->arena));
		value_set(group, "criteria", rows);
	}
	return groups;
}

static struct value *slider_view(const struct subject *s, size_t j, double most)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct value *o = value_object(s->arena);

	value_set_text(o, "id", criterion->id);
	value_setf(o, "at", "%zu", j);
	value_set_text(o, "title", criterion->title.str);
	value_set_text(o, "url", subject_url(s, criterion->id));
	value_set_text(o, "weight", subject_weight(s, criterion->weight));
	value_set_text(o, "tick",
		       bar_class(criterion->weight / most, s->arena));
	return o;
}

/* The weights of the criteria that count, of one group or (NULL) of all. */
static double counted_sum(const struct subject *s, const struct str *group)
{
	double sum = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (s->r->counts[j] &&
		    (!group || str_equals(s->c->criteria[j].group.str, *group)))
			sum += s->c->criteria[j].weight;
	return sum;
}

/*
 * A row for each must of the author and of the profiles, and for each other
 * criterion the one that is asked for most often.
 */
static const struct value *musts_view(const struct subject *s)
{
	struct value *o = value_object(s->arena);
	struct value *given = value_list(s->arena);
	struct value *others = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct must usual = usual_must(s, j);

		if (!add_given_musts(s, given, j) && usual.kind != MUST_NONE)
			add_must(s, usual.answer == ANSWER_YES ? given : others,
				 j, &usual, false);
	}
	/* A few stand open, whatever they are. */
	while (given->as.list.count < 3 && others->as.list.count) {
		value_append(given, others->as.list.items[0]);
		others->as.list.items++;
		others->as.list.count--;
	}
	value_set(o, "given", given);
	value_set(o, "others", others);
	value_set_text(
		o, "more",
		others->as.list.count
			? PHRASE(s->phrases, WORD_N_MORE, s->arena,
				 { "n",
				   phrase_number(s->phrases,
						 (double)others->as.list.count,
						 0, s->arena) })
			: STR(""));
	return o;
}

/* The author's and those of profiles; false: there are none. */
static bool add_given_musts(const struct subject *s, struct value *given,
			    size_t j)
{
	const struct comparison *c = s->c;
	const struct must *own = &c->criteria[j].must;
	bool any = own->kind != MUST_NONE;

	if (any)
		add_must(s, given, j, own, true);
	for (size_t p = 0; p < c->profile_count; p++) {
		const struct must *musts = c->profiles[p].musts;

		if (!musts || musts[j].kind == MUST_NONE || is_listed(s, p, j))
			continue;
		add_must(s, given, j, &musts[j], false);
		any = true;
	}
	return any;
}

/* "at most [64] MiB" takes another number; "yes" does not. */
static void add_must(const struct subject *s, struct value *list, size_t j,
		     const struct must *must, bool own)
{
	const struct criterion *criterion = &s->c->criteria[j];
	bool plain = must->answer != ANSWER_NONE;
	struct value *o = value_add_object(list);
	struct str words = phrase(s->phrases, contest_must_word(must->kind));
	size_t at = str_find_str(words, STR("{n}"));

	value_setf(o, "at", "%zu", j);
	value_setf(o, "number", "%zu-%zu-%d", j, list->as.list.count, own);
	value_set_text(o, "kind", must_kind_name(must->kind));
	value_set_text(o, "title", criterion->title.str);
	value_setf(o, "bound", "%.15g", must->bound);
	value_set_text(o, "answer",
		       plain ? answer_letter(must->answer) : STR(""));
	value_set_text(o, "words",
		       plain ? contest_must_words(s, j, must) : STR(""));
	value_set_text(o, "before", str_trim(str_slice(words, 0, at)));
	value_set_text(o, "after",
		       at + 3 < words.len
			       ? str_trim(str_from_byte(words, at + 3))
			       : STR(""));
	value_set_text(o, "unit",
		       criterion->measure.given ? criterion->measure.unit.str
						: STR(""));
	value_set_bool(o, "is_authors", own);
}

/* By the author, or a profile before this one. */
static bool is_listed(const struct subject *s, size_t p, size_t j)
{
	const struct comparison *c = s->c;
	const struct must *must = &c->profiles[p].musts[j];

	if (is_same(must, &c->criteria[j].must))
		return true;
	for (size_t k = 0; k < p; k++)
		if (c->profiles[k].musts &&
		    is_same(must, &c->profiles[k].musts[j]))
			return true;
	return false;
}

static bool is_same(const struct must *one, const struct must *other)
{
	return one->kind == other->kind && one->bound == other->bound;
}

/* "yes" of what is answered so, else at least (or at most) the middle one. */
static struct must usual_must(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	const struct measure *measure = &criterion->measure;
	struct must must = { .kind = MUST_NONE };
	bool answered = false, numbered = false;

	for (size_t i = 0; i < s->c->option_count; i++) {
		enum answer answer = criterion->scores[i].answer;

		answered |= answer != ANSWER_NONE;
		numbered |= answer == ANSWER_NONE &&
			    !isnan(criterion->scores[i].value);
	}
	if (answered && !numbered)
		return (struct must){ .kind = MUST_AT_LEAST,
				      .bound = s->c->scoring.max,
				      .answer = ANSWER_YES };
	if (!answered && !numbered)
		return must;
	must.kind = measure->given && measure->lower_is_better ? MUST_AT_MOST
							       : MUST_AT_LEAST;
	must.bound = loose_bound(s, j, middle_value(s, j), must.kind);
	return must;
}

/* In the digits that are shown, and not beyond the value that it is of. */
static double loose_bound(const struct subject *s, size_t j, double value,
			  enum must_kind kind)
{
	double power =
		pow(10, figure_value_places(&s->figures, s->c, j, value));
	double shown = number_round(value * power);

	if (fabs(shown / power - value) <= UTILITY_EQUAL * fabs(value))
		return shown / power;
	return (kind == MUST_AT_MOST ? ceil(value * power)
				     : floor(value * power)) /
	       power;
}

/* The median of the values: half of the options have no more. */
static double middle_value(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	double *values = arena_array(s->arena, double, s->c->option_count);
	size_t count = 0, *order;

	for (size_t i = 0; i < s->c->option_count; i++)
		if (!isnan(scores[i].value))
			values[count++] = scores[i].value;
	order = order_by_value(values, count, s->arena);
	return values[order[count / 2]];
}

/* What the author's weights and each profile make of it. */
static const struct value *results_view(const struct subject *s)
{
	struct value *list = value_list(s->arena);
	const struct result *r = s->r;
	struct profile_result own = { .totals = r->totals,
				      .ranks = r->ranks,
				      .order = r->order,
				      .judged = r->judged,
				      .ranked = r->ranked };

	if (r->judged)
		add_result(s, list, phrase(s->phrases, WORD_BY_AUTHOR),
			   result_headline(s), &own);
	for (size_t p = 0; r->judged && p < s->c->profile_count; p++)
		add_result(s, list, s->c->profiles[p].title.str,
			   profile_sentence(s, &r->profiles[p]),
			   &r->profiles[p]);
	return list;
}

static void add_result(const struct subject *s, struct value *list,
		       struct str title, struct str sentence,
		       const struct profile_result *profile)
{
	size_t most = is_catalogue(s->c) ? CATALOGUE_LEAD : s->c->option_count;
	struct value *o = value_add_object(list);
	struct value *rows = value_list(s->arena);

	for (size_t k = 0; k < profile->ranked && k < most; k++) {
		size_t i = profile->order[k];
		struct value *row = value_add_object(rows);

		value_set_text(row, "name", s->c->options[i].name.str);
		value_set_text(row, "url", subject_option_url(s, i));
		value_set_text(row, "class", option_class(i));
		value_setf(row, "rank", "%zu", profile->ranks[i]);
		value_set_text(
			row, "total",
			profile->totals == s->r->totals
				? subject_option_total(s, i)
				: subject_profile_total(s, profile->totals[i]));
		value_set_text(row, "total_on", subject_total_on(s, i));
	}
	value_set_text(o, "title", title);
	value_set_text(o, "sentence", sentence);
	value_set(o, "rows", rows);
}
