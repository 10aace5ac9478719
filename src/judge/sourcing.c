#include "judge/sourcing.h"

#include <math.h>
#include <stdlib.h>

#include "judge/utility.h"

/* What a source says of the criterion and the option at hand. */
struct voice {
	size_t seen;   /* the criterion + 1 it was last heard on */
	size_t option; /* last scored there */
	double sum, count;
	size_t options;	  /* scored there, but for the last */
	double best;	  /* of these, turned so that more is better */
	size_t favourite; /* of these; the option count: several are best */
};

/* The sources at work, and those heard on the criterion at hand. */
struct hearing {
	const struct comparison *c;
	struct sourcing *sourcing;
	struct source_use *uses;
	struct voice *voices;
	size_t *heard, heard_count;
	struct date *dates;
};

static struct hearing hearing_for(const struct comparison *c,
				  struct arena *arena);
static void hear_criterion(struct hearing *h, size_t j);
static void hear_score(struct hearing *h, size_t j, size_t i,
		       const struct evidence *e);
static void hear_source(struct hearing *h, size_t source, size_t j, size_t i,
			double value);
static void close_option(const struct comparison *c, struct voice *voice,
			 size_t j);
static void close_criterion(struct hearing *h, size_t source, size_t j);
static void take_dates(struct sourcing *sourcing, struct date *dates);
static size_t count_rows(const struct comparison *c);
static int compare_dates(const void *a, const void *b);

const struct sourcing *sourcing_of(const struct comparison *c,
				   struct arena *arena)
{
	struct hearing h = hearing_for(c, arena);
	bool *unsourced = arena_array(arena, bool, c->criterion_count);

	for (size_t j = 0; j < c->criterion_count; j++) {
		size_t scores = h.sourcing->scores;
		size_t sourced = h.sourcing->sourced;

		hear_criterion(&h, j);
		unsourced[j] = h.sourcing->scores > scores &&
			       h.sourcing->sourced == sourced;
		h.sourcing->unsourced_count += unsourced[j];
	}
	for (size_t s = 0; s < c->source_count; s++) {
		struct source_use *use = &h.uses[s];

		if (use->scores)
			use->share = (double)use->scores /
				     (double)h.sourcing->scores;
		use->one_sided = use->criteria >= SOURCING_ONE_SIDED &&
				 use->favours < c->option_count;
	}
	h.sourcing->unsourced = unsourced;
	h.sourcing->sources = h.uses;
	take_dates(h.sourcing, h.dates);
	return h.sourcing;
}

struct date sourcing_date(const struct comparison *c, const struct evidence *e)
{
	struct date newest = e->date;

	if (newest.year)
		return newest;
	for (size_t s = 0; s < e->source_count; s++)
		if (date_compare(c->sources[e->sources[s]].date, newest) > 0)
			newest = c->sources[e->sources[s]].date;
	return newest;
}

static struct hearing hearing_for(const struct comparison *c,
				  struct arena *arena)
{
	struct hearing h = {
		.c = c,
		.sourcing = arena_new(arena, struct sourcing),
		.uses = arena_array(arena, struct source_use, c->source_count),
		.voices = arena_array(arena, struct voice, c->source_count),
		.heard = arena_array(arena, size_t, c->source_count),
		.dates = arena_array(arena, struct date, count_rows(c)),
	};

	for (size_t s = 0; s < c->source_count; s++)
		h.uses[s].favours = c->option_count;
	return h;
}

static void hear_criterion(struct hearing *h, size_t j)
{
	h->heard_count = 0;
	for (size_t i = 0; i < h->c->option_count; i++) {
		const struct score *score = &h->c->criteria[j].scores[i];

		for (size_t e = 0; e < score->evidence_count; e++)
			hear_score(h, j, i, &score->evidence[e]);
	}
	for (size_t k = 0; k < h->heard_count; k++)
		close_criterion(h, h->heard[k], j);
}

static void hear_score(struct hearing *h, size_t j, size_t i,
		       const struct evidence *e)
{
	struct date date;

	if (isnan(e->value))
		return;
	h->sourcing->scores++;
	h->sourcing->sourced += e->source_count > 0;
	date = sourcing_date(h->c, e);
	if (date.year)
		h->dates[h->sourcing->dated++] = date;
	for (size_t s = 0; s < e->source_count; s++)
		hear_source(h, e->sources[s], j, i, e->value);
}

static void hear_source(struct hearing *h, size_t source, size_t j, size_t i,
			double value)
{
	struct voice *voice = &h->voices[source];

	h->uses[source].scores++;
	if (voice->seen != j + 1) {
		*voice = (struct voice){ .seen = j + 1, .option = i };
		h->heard[h->heard_count++] = source;
	} else if (voice->option != i) {
		close_option(h->c, voice, j);
		voice->option = i;
	}
	voice->sum += value;
	voice->count++;
}

/* Holds the mean of the last option against the best so far. */
static void close_option(const struct comparison *c, struct voice *voice,
			 size_t j)
{
	const struct measure *measure = &c->criteria[j].measure;
	double mean = voice->sum / voice->count;
	double equal = UTILITY_EQUAL * fabs(mean);

	if (measure->given && measure->lower_is_better)
		mean = -mean;
	if (!voice->options || mean > voice->best + equal) {
		voice->best = mean;
		voice->favourite = voice->option;
	} else if (mean >= voice->best - equal) {
		voice->favourite = c->option_count;
	}
	voice->options++;
	voice->sum = voice->count = 0;
}

static void close_criterion(struct hearing *h, size_t source, size_t j)
{
	struct source_use *use = &h->uses[source];
	struct voice *voice = &h->voices[source];

	close_option(h->c, voice, j);
	if (voice->options < 2)
		return;
	if (!use->criteria)
		use->favours = voice->favourite;
	else if (use->favours != voice->favourite)
		use->favours = h->c->option_count;
	use->criteria++;
}

static void take_dates(struct sourcing *sourcing, struct date *dates)
{
	size_t count = sourcing->dated;

	if (!count)
		return;
	qsort(dates, count, sizeof(*dates), compare_dates);
	sourcing->oldest = dates[0];
	sourcing->median = dates[(count - 1) / 2];
	sourcing->newest = dates[count - 1];
}

static size_t count_rows(const struct comparison *c)
{
	size_t count = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++)
			count += c->criteria[j].scores[i].evidence_count;
	return count;
}

static int compare_dates(const void *a, const void *b)
{
	return date_compare(*(const struct date *)a, *(const struct date *)b);
}
