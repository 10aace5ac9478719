/*
 * A running score as prose keeps it: "NodeJS vs Python: 2 – 1",
 * "Score: 2-1", "Oak 2 : 1 Elm"; and who wins a round.
 */
#ifndef IMPORT_TALLY_TEXT_H
#define IMPORT_TALLY_TEXT_H

#include "import/names.h"

/*
 * Reads the points of every option from a short text; false when it tells
 * of none.  Numbers stand in the order in which the text names the options,
 * else in that of `names`.
 */
bool tally_text_read(const struct names *names, struct str text,
		     double points[NAMES_MOST]);

/*
 * Reads who wins from such as "Winner: Oak" or "Elm wins this round":
 * `wins` marks them.  A draw marks all.  False of "Winner: not Oak" and
 * "Winner: Oak? Hardly.", which name one and leave it open, and of "Oak over
 * elm" and "Winner: Oak (elm on a budget)", which name two.
 */
bool tally_text_winner(const struct names *names, struct str text,
		       bool wins[NAMES_MOST]);

/*
 * Whether it is such a text, be it `doubted` or not; or one that names nobody
 * and ends in a draw.
 */
bool tally_text_verdict(const struct names *names, struct str text,
			bool *doubted);

/* "Both look good. It's a tie." */
bool tally_text_ends_in_draw(struct str text);

#endif
