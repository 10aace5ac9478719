#include "read/reader.h"

#include <string.h>

#include "read/number.h"
#include "read/schemas.h"

static const struct {
	const char *sign;
	enum must_kind kind;
} SIGNS[] = {
	/* The longer ones first, as each begins with a shorter one. */
	{ ">=", MUST_AT_LEAST }, { "≥", MUST_AT_LEAST }, { "<=", MUST_AT_MOST },
	{ "≤", MUST_AT_MOST },	 { ">", MUST_ABOVE },	 { "<", MUST_BELOW },
	{ "=", MUST_EQUAL },
};
enum { SIGN_COUNT = sizeof(SIGNS) / sizeof(*SIGNS) };

static bool must_is_answer(const struct reader *r,
			   const struct criterion *criterion,
			   struct must *must);
static bool refuse_must(const struct reader *r,
			const struct criterion *criterion,
			const struct must *must, struct str bound);
static bool check_bound(const struct reader *r,
			const struct criterion *criterion,
			const struct must *must);

bool reader_must(struct reader *r, const struct criterion *criterion,
		 const struct quantity_style *style, struct must *must)
{
	struct str text = must->as_written.str, bound = text;

	must->kind = MUST_NONE;
	for (size_t k = 0; k < SIGN_COUNT && !must->kind; k++)
		if (str_starts(text, SIGNS[k].sign)) {
			must->kind = SIGNS[k].kind;
			bound = str_trim(
				str_from_byte(text, strlen(SIGNS[k].sign)));
		}
	if (!text.len || (!must->kind && must_is_answer(r, criterion, must)))
		return true;
	if (!must->kind || !quantity_read(style, criterion->measure.unit.str,
					  bound, &must->bound))
		return refuse_must(r, criterion, must, bound);
	return check_bound(r, criterion, must);
}

/* "yes" is met at the top of the scale, "no" at its bottom. */
static bool must_is_answer(const struct reader *r,
			   const struct criterion *criterion, struct must *must)
{
	const struct scoring *s = &r->c->scoring;

	if (criterion->measure.given ||
	    !reader_answer(r, must->as_written.str, &must->answer))
		return false;
	must->kind = must->answer == ANSWER_NO ? MUST_AT_MOST : MUST_AT_LEAST;
	must->bound =
		s->min + (must->answer - ANSWER_NO) / 2.0 * (s->max - s->min);
	return true;
}

static bool refuse_must(const struct reader *r,
			const struct criterion *criterion,
			const struct must *must, struct str bound)
{
	struct str unit = criterion->measure.unit.str;
	struct str other = quantity_unit(
		&(struct quantity_style){ .takes_comma = true }, bound);

	struct str bare = quantity_bare(unit, bound);
	struct str text = must->as_written.str;
	struct str before = str_slice(text, 0, (size_t)(bound.ptr - text.ptr));
	struct str behind = bare.len < bound.len
				    ? ARENA_JOIN(r->arena, STR(" "), unit)
				    : STR("");
	struct number_meant meant;

	if (must->kind && unit.len && other.len && !number_meant(bare, &meant))
		diag_error(r->diags, must->as_written.at,
			   "\"%.*s\" is in %.*s, and \"%.*s\" is measured in "
			   "%.*s",
			   STR_ARG(must->as_written.str), STR_ARG(other),
			   STR_ARG(criterion->id), STR_ARG(unit));
	else
		diag_error(r->diags, must->as_written.at,
			   "\"must\" is a bound such as \">= 16\", found "
			   "\"%.*s\"",
			   STR_ARG(must->as_written.str));
	if (must->kind && number_hint(r->diags, before, bare, behind))
		return false;
	diag_hint(r->diags, "write >=, >, <=, < or = and a number%s%.*s%s",
		  unit.len ? " in " : "", STR_ARG(unit),
		  criterion->measure.given ? "" : ", or yes, partial or no");
	return false;
}

/* A bound that no score can reach rules out everything, or nothing. */
static bool check_bound(const struct reader *r,
			const struct criterion *criterion,
			const struct must *must)
{
	const struct scoring *s = &r->c->scoring;

	if (criterion->measure.given ||
	    (must->bound >= s->min && must->bound <= s->max))
		return true;
	return diag_error(r->diags, must->as_written.at,
			  "the bound %g is outside the scale, %g to %g",
			  must->bound, s->min, s->max);
}

bool reader_decision(struct reader *r, const struct yaml_node *node)
{
	struct decision *d = &r->c->decision;
	struct str chosen;
	bool ok;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	d->at = node->at;
	ok = schema_read(&r->env, &DECISION_SCHEMA, node, d);
	chosen = d->chosen.as_written.str;
	d->status_written = d->status.str;
	d->given = chosen.len || d->status.str.len || d->date.year ||
		   d->decider_count || !prose_is_empty(&d->because);
	if (!chosen.len)
		return ok;
	d->chosen.option = comparison_find_called(r->c, chosen);
	if (d->chosen.option < r->c->option_count) {
		d->chosen.claim = CLAIM_OPTION;
		return ok;
	}
	if (reader_may_be(r, CALLED_OPTION, chosen))
		return false;
	diag_error(r->diags, d->chosen.as_written.at,
		   "\"chosen\" must be an option, found \"%.*s\"",
		   STR_ARG(chosen));
	reader_suggest(r, CALLED_OPTION, false, chosen);
	return false;
}
