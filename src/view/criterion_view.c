#include "view/criterion_view.h"

#include <math.h>

#include "view/catalogue.h"
#include "view/contest_view.h"
#include "view/matrix_view.h"
#include "view/parts.h"
#include "view/repository.h"

/* Nearly all memory of a large comparison's pages is in its scores. */
enum { SCORE_MEMBERS = 21 };

static void add_weight(const struct subject *s, size_t j, struct value *o);
static void add_winner(const struct subject *s, size_t j, struct value *o);
static struct str winner_names(const struct subject *s, size_t j);
static const struct value *scores_view(const struct subject *s, size_t j);
static const struct value *one_of_the_best(const struct subject *s, size_t j,
					   const struct value *scores);
static const struct value *score_view(const struct subject *s, size_t j,
				      size_t i);
static struct str exact_score(const struct subject *s, size_t j, size_t i);
static const struct value *score_sources(const struct subject *s,
					 const struct score *score);
static const struct value *score_notes(const struct subject *s,
				       const struct score *score);
static struct str spread(const struct subject *s, size_t j,
			 const struct score *score);
static const struct value *tally_view(const struct subject *s, size_t j);
static bool is_scored(const struct criterion *criterion, size_t count);
static bool any_left_out(const struct criterion *criterion, size_t count);
static size_t winner_count(const struct subject *s, size_t j);

struct value *criterion_view(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);
	const struct value *scores;

	value_set_text(o, "id", criterion->id);
	value_set_text(o, "title", criterion->title.str);
	value_set_text(o, "url", subject_url(s, criterion->id));
	value_setf(o, "number", "%zu", j + 1);
	value_set_text(o, "question", criterion->question.str);
	value_set_text(o, "group", criterion->group.str);
	add_weight(s, j, o);
	criterion_add_measure(s, j, o);
	add_winner(s, j, o);
	value_set_text(o, "must", contest_must(s, j));
	scores = scores_view(s, j);
	value_set(o, "scores", scores);
	value_set(o, "best", one_of_the_best(s, j, scores));
	value_set(o, "tally", tally_view(s, j));
	value_set_text(o, "tally_sentence", tally_sentence(s, j));
	return o;
}

void criterion_add_measure(const struct subject *s, size_t j, struct value *o)
{
	const struct measure *measure = &s->c->criteria[j].measure;

	value_set_text(o, "unit", measure->given ? measure->unit.str : STR(""));
	value_set_text(o, "arrow",
		       !measure->given		  ? STR("")
		       : measure->lower_is_better ? STR("\xE2\x86\x93")
						  : STR("\xE2\x86\x91"));
	value_set_text(o, "direction",
		       !measure->given
			       ? STR("")
			       : phrase(s->phrases,
					measure->lower_is_better
						? WORD_LOWER_IS_BETTER
						: WORD_HIGHER_IS_BETTER));
}

size_t criterion_winner(const struct subject *s, size_t j)
{
	const bool *wins = s->r->wins + j * s->c->option_count;

	if (!s->c->scored || winner_count(s, j) != 1)
		return s->c->option_count;
	for (size_t i = 0;; i++)
		if (wins[i])
			return i;
}

static void add_weight(const struct subject *s, size_t j, struct value *o)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	bool counts = s->c->scored && s->r->counts[j];
	double share = counts && s->r->points_available > 0
			       ? criterion->weight / s->r->points_available
			       : 0;

	value_set_text(o, "weight", subject_weight(s, criterion->weight));
	value_set_text(
		o, "weight_share",
		subject_weight_share(s, share,
				     counts && subject_weighs_alone(s, NULL)));
	value_set_text(o, "weight_percent", percent_whole(share, arena));
	value_set_bool(o, "counts", counts);
	value_set_bool(o, "is_scored",
		       is_scored(criterion, s->c->option_count));
	value_set_text(o, "not_counting",
		       counts || !s->c->scored ? STR("")
					       : not_counting_reason(s, j));
}

static void add_winner(const struct subject *s, size_t j, struct value *o)
{
	size_t winner = criterion_winner(s, j);
	bool single = winner < s->c->option_count;

	value_set_text(o, "winner", winner_names(s, j));
	value_set_text(o, "winner_sentence",
		       s->c->scored ? winner_sentence(s, j) : STR(""));
	value_set_text(o, "winner_class",
		       single ? option_class(winner) : STR(""));
	value_set_bool(o, "is_tie", s->c->scored && winner_count(s, j) > 1);
}

/* Those that are ahead of another: of all that tie, none. */
static struct str winner_names(const struct subject *s, size_t j)
{
	if (!s->c->scored || winner_count(s, j) == s->c->option_count)
		return STR("");
	return option_names(s, s->r->wins + j * s->c->option_count);
}

struct str winner_sentence(const struct subject *s, size_t j)
{
	size_t count = winner_count(s, j);

	if (!is_scored(&s->c->criteria[j], s->c->option_count))
		return phrase(s->phrases, WORD_NOT_SCORED);
	if (count == 0)
		return phrase(s->phrases, WORD_NOBODY_WINS);
	if (count == s->c->option_count)
		return phrase(s->phrases, WORD_A_TIE);
	return PHRASE(s->phrases, count == 1 ? WORD_WINS : WORD_WIN, s->arena,
		      { "names", winner_names(s, j) });
}

struct str not_counting_reason(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	size_t count = s->c->option_count;
	bool *missing = arena_array(s->arena, bool, count);

	if (!is_scored(criterion, count))
		return phrase(s->phrases, any_left_out(criterion, count)
						  ? WORD_REASON_COMMON
						  : WORD_REASON_UNSCORED);
	for (size_t i = 0; i < count; i++)
		missing[i] = isnan(criterion->scores[i].value);
	return PHRASE(s->phrases, WORD_REASON_MISSING, s->arena,
		      { "names", option_names(s, missing) });
}

static const struct value *scores_view(const struct subject *s, size_t j)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++)
		value_append(list, score_view(s, j, i));
	return list;
}

/* Of many options, whose scores do not stand in a list of criteria. */
static const struct value *one_of_the_best(const struct subject *s, size_t j,
					   const struct value *scores)
{
	if (is_catalogue(s->c) && s->c->scored)
		for (size_t i = 0; i < s->c->option_count; i++)
			if (s->r->wins[j * s->c->option_count + i])
				return scores->as.list.items[i];
	return value_null();
}

static const struct value *score_view(const struct subject *s, size_t j,
				      size_t i)
{
	static const struct score NONE = { .value = NAN };
	const struct option_head *head = &s->heads[i];
	const struct criterion *criterion = &s->c->criteria[j];
	const struct score *score =
		criterion->scores ? &criterion->scores[i] : &NONE;
	size_t at = j * s->c->option_count + i;
	struct arena *arena = s->arena;
	struct value *o = value_object_of(SCORE_MEMBERS, arena);
	bool missing = isnan(score->value);
	bool points = s->c->scored && s->c->scoring.method == METHOD_POINTS;

	value_set(o, "option", head->name);
	value_set(o, "short", head->short_name);
	value_set(o, "class", head->class);
	value_set(o, "url", head->url);
	value_set_text(o, "value", subject_score(s, i, j));
	value_set_text(o, "number", subject_number(s, i, j));
	value_set_text(o, "exact", exact_score(s, j, i));
	value_set_text(o, "bar",
		       missing ? STR("")
			       : bar_class(s->r->utilities[at], arena));
	value_set_text(o, "percent",
		       missing ? STR("")
			       : percent_whole(s->r->utilities[at], arena));
	value_set_text(o, "words",
		       s->c->scored ? STR("")
				    : first_words(criterion->sections[i].plain,
						  arena));
	value_set_text(o, "points",
		       points ? subject_total(s, s->r->points[at]) : STR(""));
	value_set_bool(o, "is_missing", missing);
	value_set_bool(o, "fails", s->r->contest.fails[at]);
	value_set_text(o, "out",
		       s->r->contest.fails[at] ? phrase(s->phrases, WORD_OUT)
					       : STR(""));
	value_set_bool(o, "is_winner", s->c->scored && s->r->wins[at]);
	value_set_bool(o, "is_best",
		       s->c->scored && s->r->wins[at] &&
			       winner_count(s, j) < s->c->option_count);
	value_set(o, "sources", score_sources(s, score));
	value_set(o, "notes", score_notes(s, score));
	value_set_text(o, "spread", spread(s, j, score));
	repository_add_score(s, j, i, NULL, o);
	return o;
}

/* For scripts, of a catalogue: where the number as shown does not tell it. */
static struct str exact_score(const struct subject *s, size_t j, size_t i)
{
	const struct score *scores = s->c->criteria[j].scores;
	double value = scores ? scores[i].value : NAN, shown;
	struct str number;

	if (!is_catalogue(s->c) || isnan(value))
		return STR("");
	number = exact_number(value, s->arena);
	if (scores[i].answer == ANSWER_NONE &&
	    str_to_number(subject_number(s, i, j), &shown) && shown == value)
		return STR("");
	return number;
}

/* The sources of all its judges, each once, in the order of the list. */
static const struct value *score_sources(const struct subject *s,
					 const struct score *score)
{
	struct value *list = value_list(s->arena);
	const bool *used = subject_sources_used(s, score);

	for (size_t n = 0; n < s->c->source_count; n++)
		if (used[n])
			value_append(list, s->sources[n]);
	return list;
}

static const struct value *score_notes(const struct subject *s,
				       const struct score *score)
{
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < score->evidence_count; k++)
		if (!prose_is_empty(&score->evidence[k].note))
			value_append(list,
				     value_markup(score->evidence[k].note.html,
						  s->arena));
	return list;
}

static struct str spread(const struct subject *s, size_t j,
			 const struct score *score)
{
	double least = INFINITY, most = -INFINITY;
	size_t judges = 0;
	enum word_id id;

	for (size_t k = 0; k < score->evidence_count; k++) {
		double value = score->evidence[k].value;

		if (!evidence_counts(&score->evidence[k]))
			continue;
		least = fmin(least, value);
		most = fmax(most, value);
		judges++;
	}
	if (judges < 2)
		return STR("");
	id = least < most  ? WORD_SPREAD
	     : judges == 2 ? WORD_AGREED_BOTH
			   : WORD_AGREED;
	return PHRASE(s->phrases, id, s->arena,
		      { "least", subject_value_beside(s, j, least, most) },
		      { "most", subject_value_beside(s, j, most, least) },
		      { "n", phrase_number(s->phrases, (double)judges, 0,
					   s->arena) });
}

static const struct value *tally_view(const struct subject *s, size_t j)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	if (!s->c->scored || s->c->scoring.method != METHOD_POINTS)
		return list;
	for (size_t i = 0; i < s->c->option_count; i++) {
		struct value *o = value_add_object(list);
		double points = s->r->tally[j * s->c->option_count + i];

		value_set_text(o, "name", s->c->options[i].name.str);
		value_set_text(o, "short", s->c->options[i].short_name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "value", subject_total(s, points));
	}
	return list;
}

struct str tally_sentence(const struct subject *s, size_t j)
{
	size_t count = s->c->option_count;
	struct str *parts = arena_array(s->arena, struct str, count);

	if (!s->c->scored || s->c->scoring.method != METHOD_POINTS)
		return STR("");
	for (size_t i = 0; i < count; i++)
		parts[i] = PHRASE(
			s->phrases, WORD_TALLY_PART, s->arena,
			{ "name", s->c->options[i].name.str },
			{ "n", subject_total(s, s->r->tally[j * count + i]) });
	return phrase_list(s->phrases, parts, count, s->arena);
}

static bool is_scored(const struct criterion *criterion, size_t count)
{
	for (size_t i = 0; criterion->scores && i < count; i++)
		if (!isnan(criterion->scores[i].value))
			return true;
	return false;
}

static bool any_left_out(const struct criterion *criterion, size_t count)
{
	for (size_t i = 0; criterion->scores && i < count; i++)
		for (size_t k = 0; k < criterion->scores[i].evidence_count; k++)
			if (criterion->scores[i].evidence[k].left_out)
				return true;
	return false;
}

static size_t winner_count(const struct subject *s, size_t j)
{
	const bool *wins = s->r->wins + j * s->c->option_count;
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		count += wins[i];
	return count;
}
