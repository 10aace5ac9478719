#include "view/chart_parts.h"

static const char *refusal(const struct subject *s,
			   const struct asked_chart *asked, struct place *at);

bool charts_check(struct diags *diags, const struct subject *s)
{
	bool ok = true;

	for (size_t k = 0; k < s->c->chart_count; k++) {
		const struct asked_chart *asked = &s->c->charts[k];
		struct place at = asked->at;
		const char *reason = refusal(s, asked, &at);

		if (!reason)
			continue;
		ok = str_is(asked->name.str, "criterion")
			     ? diag_error(diags, at,
					  "no criterion has a chart here: %s",
					  reason)
			     : diag_error(diags, at,
					  "the chart \"%.*s\" does not apply "
					  "here: %s",
					  STR_ARG(asked->name.str), reason);
	}
	if (ok)
		prices_check(diags, s);
	return ok;
}

/* The radar was looked at when the criteria were read. */
static const char *refusal(const struct subject *s,
			   const struct asked_chart *asked, struct place *at)
{
	static const struct {
		const char *name;
		const char *(*refusal)(const struct subject *s);
	} OF[] = {
		{ "criterion", criterion_refusal },
		{ "verdict-map", map_refusal },
		{ "intervals", intervals_refusal },
		{ "ranked", ranked_refusal },
		{ "panels", panels_refusal },
		{ "features", features_refusal },
	};
	struct str name = asked->name.str;

	if (str_is(name, "value") || str_is(name, "quadrant"))
		return value_refusal(s, asked, at);
	if (str_is(name, "slope"))
		return slope_refusal(s, asked, at);
	for (size_t k = 0; k < sizeof(OF) / sizeof(*OF); k++)
		if (str_is(name, OF[k].name))
			return OF[k].refusal(s);
	return NULL;
}
