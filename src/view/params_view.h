/*
 * The author's own values, as templates get them: `params`.
 */
#ifndef VIEW_PARAMS_VIEW_H
#define VIEW_PARAMS_VIEW_H

#include "model/params.h"
#include "view/value.h"

/*
 * One object of several layers, some of which may be NULL: what a later one
 * gives hides what an earlier one does; mappings of one name are joined.
 */
struct value *params_view(const struct params *const *layers, size_t count,
			  struct arena *arena);

/* Those of one file alone. */
static inline struct value *own_params(const struct params *params,
				       struct arena *arena)
{
	return params_view(&params, 1, arena);
}

#endif
