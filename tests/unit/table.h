/*
 * A comparison from a little table, as one would write it on paper:
 *
 *	"            oak  elm\n"
 *	"speed  3      8    6\n"      criterion, weight, a score an option
 *	"price  1      4    -\n"      "-": not scored
 *
 * Scored on 0..10 by weighted sum until a test says otherwise: by setting
 * c->scoring, measure() and profile_add().  Criteria and their scores have
 * the place of their line in the file "table".
 */
#ifndef TABLE_H
#define TABLE_H

#include "unit.h"

#include "model/comparison.h"

static inline struct str next_word(struct str *line)
{
	struct str word;

	while (line->len && line->ptr[0] == ' ')
		*line = str_from_byte(*line, 1);
	word = str_slice(*line, 0, str_find(*line, ' '));
	*line = str_from_byte(*line, word.len);
	return word;
}

static inline struct place table_place(unsigned line)
{
	return (struct place){ .file = "table", .line = line, .column = 1 };
}

static inline void table_row(struct comparison *c, struct str line,
			     unsigned number, struct arena *arena)
{
	struct criterion *j =
		arena_push(arena, c->criteria, c->criterion_count);

	j->id = next_word(&line);
	j->title.str = j->id;
	j->at = j->weight_at = table_place(number);
	assert_true(str_to_number(next_word(&line), &j->weight));
	j->measure.best = j->measure.worst = NAN;
	j->sections = arena_array(arena, struct prose, c->option_count);
	j->scores = arena_array(arena, struct score, c->option_count);
	for (size_t i = 0; i < c->option_count; i++) {
		struct score *score = &j->scores[i];
		struct evidence *e;

		if (!str_to_number(next_word(&line), &score->value))
			score->value = NAN;
		e = arena_push(arena, score->evidence, score->evidence_count);
		e->value = score->value;
		e->at = table_place(number);
	}
}

static inline struct comparison *comparison_from(const char *table,
						 struct arena *arena)
{
	struct comparison *c = arena_new(arena, struct comparison);
	struct str rest = str_from(table), line = str_cut(&rest, '\n'), word;
	unsigned number = 2;

	*c = (struct comparison){
		.slug = STR("trees"),
		.scoring = { .method = METHOD_WEIGHTED_SUM,
			     .max = 10,
			     .tie = 1,
			     .close = 0.05 },
		.scored = true,
		.scores_at = { .file = "table" },
	};
	while ((word = next_word(&line)).len) {
		struct option *o =
			arena_push(arena, c->options, c->option_count);

		o->id = o->name.str = o->short_name.str = word;
	}
	for (; rest.ptr; number++) {
		line = str_cut(&rest, '\n');
		if (str_trim(line).len)
			table_row(c, line, number, arena);
	}
	return c;
}

/* The same with scores 0 or 1 and method points. */
static inline struct comparison *points_from(const char *table,
					     struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);

	c->scoring.method = METHOD_POINTS;
	c->scoring.max = 1;
	return c;
}

/*
 * Makes the criterion a measured one; NAN for best or worst: the data's own.
 */
static inline void measure(struct comparison *c, const char *id, bool lower,
			   double best, double worst)
{
	size_t j = comparison_find_criterion(c, str_from(id));

	assert_true(j < c->criterion_count);
	c->criteria[j].measure = (struct measure){ .given = true,
						   .lower_is_better = lower,
						   .best = best,
						   .worst = worst };
}

/* Adds a named weighting: a weight for each criterion, kept by the caller. */
static inline struct profile *profile_add(struct comparison *c, const char *id,
					  double *weights, struct arena *arena)
{
	struct profile *p = arena_push(arena, c->profiles, c->profile_count);

	p->id = p->title.str = str_from(id);
	p->weights = weights;
	p->at = p->weights_at = (struct place){ .file = "profile.md" };
	return p;
}

/* Adds what one judge gave, and lets the score be the mean of all. */
static inline struct evidence *judged_by(struct comparison *c,
					 const char *judge, size_t criterion,
					 size_t option, double value,
					 struct arena *arena)
{
	struct score *score = &c->criteria[criterion].scores[option];
	struct evidence *e =
		arena_push(arena, score->evidence, score->evidence_count);
	double sum = 0, count = 0;

	e->judge = str_from(judge);
	e->value = value;
	for (size_t k = 0; k < score->evidence_count; k++)
		if (!isnan(score->evidence[k].value)) {
			sum += score->evidence[k].value;
			count++;
		}
	score->value = count > 0 ? sum / count : NAN;
	return e;
}

static inline size_t option_named(const struct comparison *c, const char *id)
{
	return comparison_find_option(c, str_from(id));
}

/* freeCodeCamp's tally: case 1 of the reference cases. */
#define TALLY_TABLE             \
	"                a b\n" \
	"architecture  1 1 0\n" \
	"speed         1 1 0\n" \
	"syntax        1 0 1\n" \
	"scalability   1 1 0\n" \
	"extensibility 1 1 1\n" \
	"libraries     1 1 1\n" \
	"universality  1 1 1\n" \
	"learning      1 1 1\n" \
	"community     1 1 1\n" \
	"apps          1 0 0\n"

#endif
