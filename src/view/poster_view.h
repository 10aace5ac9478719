/*
 * The infographic in words: a comparison for one picture.
 *
 * Which picture it is follows from how many options there are and how they
 * were judged, unless the author names one; poster_check() says where that one
 * cannot be drawn.
 *
 * Sources: poster_print_view.c, poster_rows_view.c, poster_table_view.c.
 */
#ifndef VIEW_POSTER_VIEW_H
#define VIEW_POSTER_VIEW_H

#include "base/diag.h"
#include "view/answer.h"
#include "view/headline.h"
#include "view/picture.h"
#include "view/subject.h"

/*
 * In the subject's arena; `logos` are the files of the options' logos, each
 * empty where there is none, or NULL.
 */
struct poster poster_of(const struct subject *s, const struct str *logos);

/* The picture that `infographic` names must fit; else an error. */
bool poster_check(struct diags *diags, const struct subject *s);

/*
 * The criteria on which both of two are scored, from what the first leads most
 * on to what the second does; `rows` has room for all criteria.
 */
size_t poster_rows_by_lead(const struct subject *s, struct poster_row *rows);

/*
 * On how little totals are judged, of the options that have one and are in the
 * picture: "Elm on 3 of 4 criteria", or, of more than `most`, that some are so;
 * empty where each is judged on all.
 */
struct str poster_totals_on(const struct subject *s, const bool *shown,
			    size_t most);

/* The parts; `order`: the option at each place of the poster. */
void poster_rows_fill(const struct subject *s, struct poster *poster);
void poster_groups_fill(const struct subject *s, const size_t *order,
			struct poster *poster);
void poster_field_fill(const struct subject *s, const size_t *order,
		       struct poster *poster);
void poster_quilt_fill(const struct subject *s, const size_t *order,
		       struct poster *poster, struct headline *headline);
void poster_print_fill(const struct subject *s, struct poster *poster);

#endif
