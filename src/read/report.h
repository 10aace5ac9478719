/*
 * How a finding is reported: with the severity of its kind and its name.
 */
#ifndef READ_REPORT_H
#define READ_REPORT_H

#include "base/diag.h"
#include "model/finding.h"
#include "model/site.h"

/* Whether what was found is wrong for sure, or wants to be looked at. */
enum finding_certainty { FINDING_CERTAIN, FINDING_DOUBTFUL };

/* A hint or note can be added, as after diag_error(). */
void report(struct diags *diags, enum finding finding, struct place at,
	    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same; what is doubtful is a warning, whatever its kind. */
void report_as(struct diags *diags, enum finding finding,
	       enum finding_certainty certainty, struct place at,
	       const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * Forgets what is switched off: for the site by `check: off: [name]`, for a
 * line of Markdown or YAML by a comment at its end or alone on the line
 * before it,
 *
 *	<!-- check: off name, name -->		# check: off name
 *
 * and for a file as a whole, where the finding has no line, by such a
 * comment anywhere in it.
 */
void report_silence(struct diags *diags, const struct check_rules *rules);

/* The same for all that is reported from now on, until it is over. */
struct silence *report_silence_begin(struct diags *diags,
				     const struct check_rules *rules);
void report_silence_end(struct diags *diags, struct silence *silence);

#endif
