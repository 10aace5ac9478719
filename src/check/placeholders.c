#include "check/study.h"
#include "model/placeholder.h"
#include "read/report.h"

static void find(struct diags *diags, const struct passage *p,
		 enum placeholder placeholder);
static void check_source(const struct study *s, const struct source *source);
static void report_left(struct diags *diags, struct place at, struct str text);

void check_placeholders(const struct study *s)
{
	for (size_t i = 0; i < s->passage_count; i++)
		check_placeholders_of(s->diags, &s->passages[i]);
	for (size_t k = 0; k < s->c->source_count; k++)
		check_source(s, &s->c->sources[k]);
}

void check_placeholders_of(struct diags *diags, const struct passage *p)
{
	for (int k = 0; k < PLACEHOLDER_COUNT; k++)
		find(diags, p, (enum placeholder)k);
}

void check_tagline(struct diags *diags, const struct site *site)
{
	if (str_equals(site->tagline.str,
		       placeholder_text(PLACEHOLDER_TAGLINE)))
		report_left(diags, site->tagline.at, site->tagline.str);
}

static void find(struct diags *diags, const struct passage *p,
		 enum placeholder placeholder)
{
	struct str text = placeholder_text(placeholder);
	size_t from = 0;

	for (;;) {
		struct str rest = str_from_byte(p->text, from);
		size_t at = str_find_str(rest, text);

		if (at == rest.len)
			return;
		report_left(diags,
			    passage_place(p, str_slice(rest, at, text.len)),
			    text);
		from += at + text.len;
	}
}

static void check_source(const struct study *s, const struct source *source)
{
	if (str_equals(source->title.str, placeholder_text(PLACEHOLDER_SOURCE)))
		report_left(s->diags, source->title.at, source->title.str);
}

static void report_left(struct diags *diags, struct place at, struct str text)
{
	report(diags, FINDING_PLACEHOLDER, at,
	       "\"%.*s\" is still the text of the scaffold", STR_ARG(text));
	diag_hint(diags, "write your own, or leave it out");
}
