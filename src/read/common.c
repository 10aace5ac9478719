#include "read/common.h"

#include <math.h>

static size_t scored_by(const struct comparison *c, size_t criterion,
			struct str judge);

void common_mark(struct comparison *c, size_t criterion)
{
	for (size_t i = 0; i < c->option_count; i++) {
		struct score *score = &c->criteria[criterion].scores[i];

		for (size_t k = 0; k < score->evidence_count; k++) {
			struct evidence *e = &score->evidence[k];

			e->left_out = c->scoring.judges == JUDGES_COMMON &&
				      scored_by(c, criterion, e->judge) <
					      c->option_count;
		}
	}
}

/* How many options have a value of this judge. */
static size_t scored_by(const struct comparison *c, size_t criterion,
			struct str judge)
{
	size_t count = 0;

	for (size_t i = 0; i < c->option_count; i++) {
		const struct score *score = &c->criteria[criterion].scores[i];
		bool has = false;

		for (size_t k = 0; k < score->evidence_count; k++)
			has |= !isnan(score->evidence[k].value) &&
			       str_equals(score->evidence[k].judge, judge);
		count += has;
	}
	return count;
}
