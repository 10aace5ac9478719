#include "check/params.h"

#include "read/report.h"

static void check_each(struct diags *diags, const struct workshop *w,
		       const struct params *params);

void check_params(struct diags *diags, const struct workshop *w)
{
	check_each(diags, w, &w->site.params);
	check_each(diags, w, &w->skin.theme.params);
	for (size_t i = 0; i < w->site.page_count; i++)
		check_each(diags, w, &w->site.pages[i].params);
}

void check_params_of(struct diags *diags, const struct workshop *w,
		     const struct comparison *c)
{
	check_each(diags, w, &c->params);
	check_each(diags, w, &c->guide_params);
	check_each(diags, w, &c->faq_params);
	for (size_t i = 0; i < c->option_count; i++)
		check_each(diags, w, &c->options[i].params);
	for (size_t j = 0; j < c->criterion_count; j++)
		check_each(diags, w, &c->criteria[j].params);
	for (size_t p = 0; p < c->profile_count; p++)
		check_each(diags, w, &c->profiles[p].params);
	for (size_t t = 0; t < c->table_count; t++)
		check_each(diags, w, &c->tables[t].params);
}

static void check_each(struct diags *diags, const struct workshop *w,
		       const struct params *params)
{
	for (size_t i = 0; i < params->count; i++) {
		const struct text *name = &params->items[i].name;

		if (templates_ask(w->skin.templates, "params", name->str))
			continue;
		report(diags, FINDING_UNUSED_PARAM, name->at,
		       "no template asks for \"params.%.*s\"",
		       STR_ARG(name->str));
		diag_hint(diags,
			  "a template of a theme of yours shows it as "
			  "{{params.%.*s}}; keys that the program knows do "
			  "not stand under `params`",
			  STR_ARG(name->str));
	}
}
