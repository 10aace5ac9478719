/*
 * Claims: a `winner` or `verdict` that the author states must be what the
 * scores say.
 *
 * A winner is the option that alone is best, `tie` several, `none` nobody.
 * A verdict is the leader; `both` and `none` hold where nobody leads.  An
 * error shows the claim and the scores, and where the scores stand.
 *
 * A `decision` may go against the scores, or for what a must rules out, but
 * not without a reason; where nobody leads there is nothing to go against.
 */
#ifndef JUDGE_CLAIMS_H
#define JUDGE_CLAIMS_H

#include "judge/result.h"

bool claims_check_winner(struct diags *diags, const struct comparison *c,
			 const struct result *r, size_t criterion);
bool claims_check_verdict(struct diags *diags, const struct comparison *c,
			  const struct result *r);
bool claims_check_decision(struct diags *diags, const struct comparison *c,
			   const struct result *r);

#endif
