#include "view/lead_view.h"

#include <math.h>

#include "judge/utility.h"
#include "view/parts.h"

enum { CENTRAL_MOST = 3, NAMED_MOST = 5 };

/* How much more than an even weight is worth to be said. */
static const double CENTRAL_LEAST = 0.05;

/*
 * Those who come first most often, with all whose shares are no further off
 * than the draws err, and what is said of them.
 */
struct front {
	bool *options;
	size_t one, count; /* one of them, and how many they are */
	size_t last;	   /* of them, the one with the least share */
	bool near;	   /* they differ, but by no more than draws err */
	bool alike;	   /* they have the same cells */
	bool level;  /* they share the first place in all that was drawn */
	bool though; /* the result has somebody else first */
};

static struct front front_of(const struct subject *s);
static struct str front_words(const struct subject *s,
			      const struct front *front);
static bool is_upset(const struct subject *s, const struct front *front);
static struct str alone(const struct subject *s, const struct front *front);
static struct str drawn(const struct subject *s, const struct front *front);
static struct str with_upset(const struct subject *s, size_t option,
			     struct str sentence);
static struct str nearly_level(const struct subject *s,
			       const struct front *front);
static struct str several(const struct subject *s, const struct front *front);
static struct str share_of_first(const struct subject *s, size_t option,
				 size_t count);
static bool in_all_draws(const struct subject *s, size_t option);
static struct str draw_words(const struct subject *s);
static size_t alike_count(const struct subject *s, size_t option);
static struct str together(const struct subject *s, size_t option,
			   size_t count);
static size_t heaviest(const struct subject *s, const struct share *share,
		       size_t *criteria);
static double needed_gap(double error, double even);

struct str lead_robustness(const struct subject *s)
{
	struct front front;

	if (s->r->ranked < 2)
		return STR("");
	front = front_of(s);
	return front_words(s, &front);
}

struct str lead_alone(const struct subject *s)
{
	struct front front;

	if (s->r->ranked < 2)
		return STR("");
	front = front_of(s);
	front.though = false;
	return front_words(s, &front);
}

struct str lead_title(const struct subject *s)
{
	struct front front;

	if (s->r->ranked < 2)
		return STR("");
	front = front_of(s);
	return is_upset(s, &front)
		       ? STR("")
		       : phrase_clause(s->phrases, front_words(s, &front));
}

struct str lead_often(const struct subject *s)
{
	return s->r->ranked < 2 || front_of(s).though ? STR("") : lead_title(s);
}

/* Then a sentence stands behind the first. */
static bool is_upset(const struct subject *s, const struct front *front)
{
	return !front->near && front->count == 1 &&
	       in_all_draws(s, front->one) &&
	       s->r->upsets[front->one].option < s->r->option_count;
}

static struct str front_words(const struct subject *s,
			      const struct front *front)
{
	if (front->near)
		return nearly_level(s, front);
	return front->count == 1 ? alone(s, front) : several(s, front);
}

struct str lead_note(const struct subject *s)
{
	double error = ceil(s->r->robustness_error * 1e4) / 1e4;

	if (s->r->ranked < 2)
		return STR("");
	if (!s->r->robustness_draws)
		return phrase(s->phrases, WORD_ROBUST_EXACT);
	return PHRASE(s->phrases, WORD_ROBUST_SAMPLED, s->arena,
		      { "draws", draw_words(s) },
		      { "error",
			phrase_percent(s->phrases, error, 2, s->arena) });
}

struct str lead_note_of_two(const struct subject *s)
{
	const struct result *r = s->r;

	if (r->ranked < 2 ||
	    (r->robustness_draws &&
	     r->robustness[r->order[0]].lead.chance != LEAD_SOMETIMES))
		return STR("");
	return lead_note(s);
}

/* "never first" says what 0% would only hint at. */
struct str lead_first(const struct subject *s, size_t option)
{
	const struct share *share = &s->r->robustness[option];

	if (share->lead.chance == LEAD_NEVER)
		return phrase(s->phrases, WORD_NEVER_FIRST);
	if (share->lead.chance == LEAD_NEVER_ALONE && share->first == 0)
		return phrase(s->phrases, WORD_NEVER_ALONE);
	return subject_rank_share(s, option, 0, 1);
}

struct str lead_central(const struct subject *s, size_t option)
{
	static const enum word_id WORDS[] = {
		[LEAD_ALWAYS] = WORD_CENTRAL_ALWAYS,
		[LEAD_NEVER_BEHIND] = WORD_CENTRAL_NEVER_BEHIND,
		[LEAD_ALL_WEIGHED] = WORD_CENTRAL_WEIGHED,
		[LEAD_NEVER] = WORD_CENTRAL_NEVER,
		[LEAD_NEVER_ALONE] = WORD_CENTRAL_NEVER_ALONE,
		[LEAD_NOT_WEIGHED] = WORD_CENTRAL_NOT_WEIGHED,
		[LEAD_LEVEL] = WORD_CENTRAL_LEVEL,
	};
	const struct share *share = &s->r->robustness[option];
	size_t criteria[CENTRAL_MOST], count = alike_count(s, option);

	if (share->lead.chance == LEAD_NEVER_ALONE && count > 1 &&
	    share->first > 0)
		return together(s, option, count);
	if (share->lead.chance != LEAD_SOMETIMES)
		return phrase(s->phrases, WORDS[share->lead.chance]);
	if (share->first == 0 && s->r->robustness_draws)
		return PHRASE(s->phrases, WORD_CENTRAL_NOT_DRAWN, s->arena,
			      { "draws", draw_words(s) });
	if (in_all_draws(s, option))
		return PHRASE(s->phrases, WORD_CENTRAL_DRAWN, s->arena,
			      { "draws", draw_words(s) });
	count = heaviest(s, share, criteria);
	return PHRASE(s->phrases, count ? WORD_CENTRAL : WORD_CENTRAL_PLAIN,
		      s->arena,
		      { "share", subject_rank_share(s, option, 0, 1) },
		      { "criteria", criterion_list(s, criteria, count) });
}

static struct front front_of(const struct subject *s)
{
	const struct share *shares = s->r->robustness;
	size_t n = s->r->option_count;
	struct front front = { .options = arena_array(s->arena, bool, n),
			       .alike = true,
			       .level = s->r->robustness_draws > 0 };

	for (size_t i = 1; i < n; i++)
		if (shares[i].first > shares[front.one].first + UTILITY_EQUAL)
			front.one = i;
	front.last = front.one;
	for (size_t i = 0; i < n; i++) {
		double gap = shares[front.one].first - shares[i].first;

		front.options[i] = shares[i].lead.chance != LEAD_NEVER &&
				   !robustness_is_above(shares[front.one].first,
							shares[i].first,
							s->r->robustness_draws);
		if (!front.options[i])
			continue;
		if (shares[i].first < shares[front.last].first)
			front.last = i;
		front.near |= gap > UTILITY_EQUAL;
		front.count++;
		front.alike &=
			shares[i].lead.alike == shares[front.one].lead.alike;
		front.level &= shares[i].top == 1;
		front.though |= s->r->ranks[i] != 1;
	}
	return front;
}

static struct str alone(const struct subject *s, const struct front *front)
{
	enum lead_chance chance = s->r->robustness[front->one].lead.chance;
	struct str name = s->c->options[front->one].name.str;

	if (in_all_draws(s, front->one))
		return with_upset(s, front->one, drawn(s, front));
	if (chance == LEAD_ALWAYS)
		return PHRASE(s->phrases, WORD_ROBUST_ALWAYS, s->arena,
			      { "name", name });
	if (chance == LEAD_NEVER_BEHIND)
		return PHRASE(s->phrases, WORD_ROBUST_NEVER_BEHIND, s->arena,
			      { "name", name });
	if (chance == LEAD_ALL_WEIGHED)
		return PHRASE(s->phrases,
			      front->though ? WORD_ROBUST_WEIGHED_THOUGH
					    : WORD_ROBUST_WEIGHED,
			      s->arena, { "name", name });
	return PHRASE(s->phrases,
		      front->though ? WORD_ROBUST_THOUGH : WORD_ROBUST,
		      s->arena, { "name", name },
		      { "share", share_of_first(s, front->one, 1) });
}

static struct str drawn(const struct subject *s, const struct front *front)
{
	return PHRASE(s->phrases,
		      front->though ? WORD_ROBUST_DRAWN_THOUGH
				    : WORD_ROBUST_DRAWN,
		      s->arena, { "name", s->c->options[front->one].name.str },
		      { "draws", draw_words(s) });
}

/* What refutes "whatever the weights" stands right beside it. */
static struct str with_upset(const struct subject *s, size_t option,
			     struct str sentence)
{
	struct upset upset = s->r->upsets[option];

	if (upset.option >= s->r->option_count)
		return sentence;
	return phrase_join(
		s->phrases, sentence,
		PHRASE(s->phrases, WORD_ROBUST_UPSET, s->arena,
		       { "criterion",
			 s->c->criteria[upset.criterion].title.str },
		       { "other", s->c->options[upset.option].name.str }),
		s->arena);
}

/* Which of them leads, the draws do not tell. */
static struct str nearly_level(const struct subject *s,
			       const struct front *front)
{
	struct str least = subject_rank_share(s, front->last, 0, 1);
	struct str most = subject_rank_share(s, front->one, 0, 1);
	struct str names = option_names(s, front->options);

	if (front->count > NAMED_MOST)
		names = phrase_count(s->phrases, PLURAL_OPTIONS, front->count,
				     s->arena);
	if (str_equals(least, most))
		return several(s, front);
	return PHRASE(s->phrases,
		      front->though ? WORD_ROBUST_NEAR_THOUGH
				    : WORD_ROBUST_NEAR,
		      s->arena, { "name", names }, { "low", least },
		      { "high", most });
}

static struct str several(const struct subject *s, const struct front *front)
{
	enum lead_chance chance = s->r->robustness[front->one].lead.chance;
	struct fill fills[] = {
		{ "name", option_names(s, front->options) },
		{ "share", share_of_first(s, front->one,
					  front->alike ? front->count : 1) },
		{ "draws", draw_words(s) },
		{ NULL, { NULL, 0 } },
	};
	enum word_id id =
		front->though ? WORD_ROBUST_EACH_THOUGH : WORD_ROBUST_EACH;

	if (front->alike && front->count == s->r->ranked)
		id = WORD_ROBUST_EQUAL;
	else if (front->alike && chance == LEAD_NEVER_BEHIND)
		id = WORD_ROBUST_EQUAL_AHEAD;
	else if (front->alike)
		id = front->though ? WORD_ROBUST_TOGETHER_THOUGH
				   : WORD_ROBUST_TOGETHER;
	else if (front->level)
		id = WORD_ROBUST_DRAWN_LEVEL;
	else if (chance == LEAD_LEVEL)
		id = front->though ? WORD_ROBUST_LEVEL_THOUGH
				   : WORD_ROBUST_LEVEL;
	return phrase_of(s->phrases, id, fills, s->arena);
}

/* Of `count` that share the first place, together. */
static struct str share_of_first(const struct subject *s, size_t option,
				 size_t count)
{
	const struct share *share = &s->r->robustness[option];

	return count == 1
		       ? subject_rank_share(s, option, 0, 1)
		       : subject_share(s, share->first * (double)count, false);
}

static bool in_all_draws(const struct subject *s, size_t option)
{
	const struct share *share = &s->r->robustness[option];

	return s->r->robustness_draws && share->first == 1 &&
	       share->lead.chance == LEAD_SOMETIMES;
}

static struct str draw_words(const struct subject *s)
{
	return phrase_number(s->phrases, (double)s->r->robustness_draws, 0,
			     s->arena);
}

/* With itself. */
static size_t alike_count(const struct subject *s, size_t option)
{
	const struct share *shares = s->r->robustness;
	size_t count = 0;

	for (size_t i = 0; i < s->r->option_count; i++)
		count += shares[i].lead.alike == shares[option].lead.alike;
	return count;
}

static struct str together(const struct subject *s, size_t option, size_t count)
{
	const struct share *shares = s->r->robustness;
	bool *others = arena_array(s->arena, bool, s->r->option_count);

	for (size_t i = 0; i < s->r->option_count; i++)
		others[i] = i != option &&
			    shares[i].lead.alike == shares[option].lead.alike;
	return PHRASE(s->phrases, WORD_CENTRAL_TOGETHER, s->arena,
		      { "names", option_names(s, others) },
		      { "share", share_of_first(s, option, count) });
}

/*
 * The criteria that weigh the most, where those are told from the next and
 * from an even weight, which a criterion has that prefers nobody: up to three
 * of them; none where more than that weigh the same.
 */
static size_t heaviest(const struct subject *s, const struct share *share,
		       size_t *criteria)
{
	size_t count = s->c->criterion_count, rows = 0, heavy = 0;
	double *weights, *errors = arena_array(s->arena, double, count + 1);
	const size_t *order;
	double even;

	if (!share->central || (s->r->robustness_draws && !share->error))
		return 0;
	weights = arena_array(s->arena, double, count);
	for (size_t j = 0; j < count; j++) {
		weights[j] = s->r->counts[j] ? share->central[j] : -1;
		errors[j] = s->r->robustness_draws ? share->error[j] : 0;
		rows += s->r->counts[j];
	}
	even = 1 / (double)rows;
	order = order_by_value(weights, count, s->arena);
	for (size_t k = 0; k < CENTRAL_MOST && k + 1 < rows; k++) {
		size_t next = order[k + 1];

		if (weights[order[k]] - even <=
		    needed_gap(errors[order[k]], even))
			break;
		criteria[k] = order[k];
		if (weights[order[k]] - weights[next] >
		    needed_gap(errors[order[k]] + errors[next], even))
			heavy = k + 1;
	}
	return heavy;
}

/* The errors of two weights of one sum add up at the most. */
static double needed_gap(double error, double even)
{
	return fmax(CENTRAL_LEAST * even, ROBUSTNESS_ERRORS * error);
}
