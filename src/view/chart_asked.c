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
	return ok;
}

/* The radar was looked at when the criteria were read. */
static const char *refusal(const struct subject *s,
			   const struct asked_chart *asked, struct place *at)
{
	struct str name = asked->name.str;

	if (str_is(name, "criterion"))
		return criterion_refusal(s);
	if (str_is(name, "value"))
		return value_refusal(s, asked, at);
	return NULL;
}
