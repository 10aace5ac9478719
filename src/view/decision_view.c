#include "view/decision_view.h"

#include "view/parts.h"

/* What a status makes of the choice, with scores beside it and without. */
struct manner {
	enum word_id beside, alone;
};

static const struct manner IS = { WORD_DECISION_IS, WORD_DECISION_IS_ALONE };
static const struct manner MARKED = { WORD_DECISION_MARKED,
				      WORD_DECISION_MARKED_ALONE };

/* The statuses of MADR; "superseded by ADR-0123" goes on. */
static const struct {
	const char *status;
	struct manner manner;
} STATUSES[] = {
	{ "accepted", { WORD_DECISION_IS, WORD_DECISION_IS_ALONE } },
	{ "proposed",
	  { WORD_DECISION_PROPOSED, WORD_DECISION_PROPOSED_ALONE } },
	{ "rejected",
	  { WORD_DECISION_REJECTED, WORD_DECISION_REJECTED_ALONE } },
	{ "deprecated", { WORD_DECISION_PAST, WORD_DECISION_PAST_ALONE } },
	{ "superseded", { WORD_DECISION_PAST, WORD_DECISION_PAST_ALONE } },
};
enum { STATUS_COUNT = sizeof(STATUSES) / sizeof(*STATUSES) };

static const struct value *chosen_view(const struct subject *s);
static struct str decider_names(const struct subject *s);
static struct str scores_say(const struct subject *s);
static struct manner manner_of(const struct decision *d);

const struct value *decision_view(const struct subject *s)
{
	const struct decision *d = &s->c->decision;
	struct arena *arena = s->arena;
	struct value *o;

	if (!d->given)
		return value_null();
	o = value_object(arena);
	value_set_text(o, "sentence", decision_sentence(s));
	value_set_text(o, "ruled_out", decision_ruled_out(s));
	value_set(o, "chosen", chosen_view(s));
	value_set_text(o, "status", d->status.str);
	value_set_text(o, "date", phrase_date(s->phrases, d->date, arena));
	value_set_text(o, "date_iso", phrase_date_iso(d->date, arena));
	value_set(o, "deciders",
		  text_list_view(d->deciders, d->decider_count, arena));
	value_set_text(o, "decider_names", decider_names(s));
	value_set(o, "because", prose_view(&d->because, arena));
	value_set_bool(o, "has_details",
		       d->status.str.len || d->date.year || d->decider_count);
	return o;
}

struct str decision_sentence(const struct subject *s)
{
	const struct decision *d = &s->c->decision;
	struct manner manner = manner_of(d);
	struct str scores = scores_say(s);

	if (d->chosen.claim != CLAIM_OPTION)
		return STR("");
	return PHRASE(s->phrases, scores.len ? manner.beside : manner.alone,
		      s->arena, { "scores", scores },
		      { "name", s->c->options[d->chosen.option].name.str },
		      { "status", d->status.str });
}

struct str decision_ruled_out(const struct subject *s)
{
	const struct decision *d = &s->c->decision;
	const struct result *r = s->r;
	size_t *failed = arena_array(s->arena, size_t, r->criterion_count);
	size_t count = 0, i = d->chosen.option;

	if (d->chosen.claim != CLAIM_OPTION || !r->contest.ruled_out[i])
		return STR("");
	for (size_t j = 0; j < r->criterion_count; j++)
		if (r->contest.fails[j * r->option_count + i])
			failed[count++] = j;
	return PHRASE(s->phrases, WORD_DECISION_RULED_OUT, s->arena,
		      { "name", s->c->options[i].name.str },
		      { "criteria", criterion_list(s, failed, count) });
}

static const struct value *chosen_view(const struct subject *s)
{
	const struct claimed *chosen = &s->c->decision.chosen;
	struct value *o;

	if (chosen->claim != CLAIM_OPTION)
		return value_null();
	o = value_object(s->arena);
	value_set_text(o, "name", s->c->options[chosen->option].name.str);
	value_set_text(o, "url", subject_option_url(s, chosen->option));
	value_set_text(o, "class", option_class(chosen->option));
	return o;
}

static struct str decider_names(const struct subject *s)
{
	const struct decision *d = &s->c->decision;
	struct str *names = arena_array(s->arena, struct str, d->decider_count);

	for (size_t i = 0; i < d->decider_count; i++)
		names[i] = d->deciders[i].str;
	return d->decider_count ? phrase_list(s->phrases, names,
					      d->decider_count, s->arena)
				: STR("");
}

/* A clause; empty where there are no totals to say anything. */
static struct str scores_say(const struct subject *s)
{
	const struct result *r = s->r;
	bool *top;

	if (!r->judged)
		return STR("");
	if (!r->ranked)
		return phrase(s->phrases, WORD_DECISION_NOBODY);
	if (r->leader < r->option_count)
		return PHRASE(s->phrases, WORD_DECISION_LEADER, s->arena,
			      { "name", s->c->options[r->leader].name.str });
	if (r->first < r->option_count)
		return phrase(s->phrases, WORD_DECISION_CLOSE);
	top = arena_array(s->arena, bool, r->option_count);
	for (size_t i = 0; i < r->option_count; i++)
		top[i] = r->ranks[i] == 1;
	return PHRASE(s->phrases, WORD_DECISION_TIE, s->arena,
		      { "names", option_names(s, top) });
}

/*
 * A status in words of the author's own is said with the choice; one that is
 * translated says the same in each language.
 */
static struct manner manner_of(const struct decision *d)
{
	const struct str said[] = { d->status_written, d->status.str };

	for (size_t w = 0; w < 2; w++) {
		size_t end = str_find(said[w], ' ');
		struct str word = str_slice(said[w], 0, end);

		for (size_t k = 0; k < STATUS_COUNT; k++)
			if (str_is_like(word, str_from(STATUSES[k].status)))
				return STATUSES[k].manner;
	}
	return d->status.str.len ? MARKED : IS;
}
