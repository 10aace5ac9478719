#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/file.h"
#include "model/finding.h"
#include "read/markdown_ids.h"
#include "read/reader.h"
#include "read/schemas.h"

#define AT(member) offsetof(struct criterion, member)
#define MEASURE(member) offsetof(struct measure, member)

static int compare_numbers(const void *a, const void *b);
static size_t number_len(struct str name);
static struct str id_of_file(struct str name);
static bool check_id(struct reader *r, struct str id, struct place at);
static bool check_reserved(struct reader *r, struct str id, struct place at);
static bool names_pair(const struct comparison *c, struct str id);
static bool read_criterion(struct reader *r, struct str name);
static bool read_rubric(struct reader *r, const struct yaml_node *node,
			struct criterion *criterion);
static bool check_level(const struct reader *r,
			const struct criterion *criterion,
			const struct text *score);
static bool read_measure(struct reader *r, const struct yaml_node *node,
			 struct criterion *criterion);
static bool read_better(struct reader *r, const struct yaml_node *node,
			struct measure *measure);
static bool read_body(struct reader *r, const struct front_matter *fm,
		      struct criterion *criterion);
static void warn_of_sections(struct reader *r,
			     const struct criterion *criterion);
static bool place_section(struct reader *r, struct criterion *criterion,
			  const struct markdown_section *section);

static const char *const DIRECTIONS[] = { "higher", "lower", NULL };

static const struct schema_field MEASURE_FIELDS[] = {
	{ .key = "unit", .kind = FIELD_TEXT, .offset = MEASURE(unit) },
	{ .key = "better", .kind = FIELD_ANY, .choices = DIRECTIONS },
	{ .key = "best", .kind = FIELD_NUMBER, .offset = MEASURE(best) },
	{ .key = "worst", .kind = FIELD_NUMBER, .offset = MEASURE(worst) },
};
static const struct schema MEASURE_SCHEMA = SCHEMA("a measure", MEASURE_FIELDS);

static const struct schema_field LEVEL = { .kind = FIELD_INLINE };
static const struct schema RUBRIC_SCHEMA = { "a rubric", NULL, 0, &LEVEL };

static const struct schema_field FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(title) },
	{ .key = "question",
	  .kind = FIELD_TEXT,
	  .offset = AT(question),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "weight",
	  .kind = FIELD_NUMBER,
	  .offset = AT(weight),
	  .max = DBL_MAX },
	{ .key = "group", .kind = FIELD_TEXT, .offset = AT(group) },
	{ .key = "rubric", .kind = FIELD_ANY, .inner = &RUBRIC_SCHEMA },
	{ .key = "measure", .kind = FIELD_MAPPING, .inner = &MEASURE_SCHEMA },
	{ .key = "winner", .kind = FIELD_ANY },
	{ .key = "must", .kind = FIELD_TEXT, .offset = AT(must.as_written) },
	{ .key = "samples", .kind = FIELD_LIST, .entry = &SAMPLE_ENTRY },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema CRITERION_SCHEMA = SCHEMA("a criterion", FIELDS);

bool read_criteria(struct reader *r)
{
	struct str *names;
	size_t count;
	bool ok = true;

	reader_enter(r, "criteria");
	r->criteria_are_unlisted = !reader_list(r, "criteria", &names, &count);
	if (r->criteria_are_unlisted)
		return false;
	if (count)
		qsort(names, count, sizeof(*names), compare_numbers);
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".md"))
			ok &= read_criterion(r, names[i]);
	return ok;
}

/* What else stands beside the criteria's pages in the site. */
bool criterion_id_is_taken(const struct comparison *c, struct str id)
{
	static const char *const RESERVED[] = {
		"matrix", "scoreboard", "options", "infographic",
		"report", "charts",	"data",	   "card",
		"badge",  "index",	"scores",  "assets",
	};
	bool taken = names_pair(c, id);

	for (size_t k = 0; k < sizeof(RESERVED) / sizeof(*RESERVED); k++)
		taken |= str_is(id, RESERVED[k]);
	return taken;
}

/* As numbers: "20-a.md" stands before "100-b.md"; then by bytes. */
static int compare_numbers(const void *a, const void *b)
{
	struct str left = *(const struct str *)a,
		   right = *(const struct str *)b;
	double x = 0, y = 0;
	bool has_x = str_to_number(str_slice(left, 0, number_len(left)), &x);
	bool has_y = str_to_number(str_slice(right, 0, number_len(right)), &y);

	if (has_x != has_y)
		return has_x ? -1 : 1;
	return x != y ? (x > y) - (x < y) : str_compare(left, right);
}

static size_t number_len(struct str name)
{
	size_t digits = 0;

	while (digits < name.len && name.ptr[digits] >= '0' &&
	       name.ptr[digits] <= '9')
		digits++;
	return digits;
}

/* "10-speed.md" is `speed`: the number only orders. */
static struct str id_of_file(struct str name)
{
	struct str stem = path_stem(name);
	size_t digits = number_len(stem);

	if (digits && digits + 1 < stem.len && stem.ptr[digits] == '-')
		stem = str_from_byte(stem, digits + 1);
	return stem;
}

static bool check_id(struct reader *r, struct str id, struct place at)
{
	size_t twin = comparison_find_criterion(r->c, id);
	bool ok = reader_check_id(r, id, at);

	if (twin < r->c->criterion_count) {
		ok = diag_error(r->diags, at,
				"two files give the criterion \"%.*s\"",
				STR_ARG(id));
		diag_note(r->diags, r->c->criteria[twin].at,
			  "the other is this one");
	}
	return check_reserved(r, id, at) && ok;
}

static bool check_reserved(struct reader *r, struct str id, struct place at)
{
	if (!criterion_id_is_taken(r->c, id))
		return true;
	diag_error(r->diags, at,
		   "the id \"%.*s\" is taken by the page %.*s/%.*s",
		   STR_ARG(id), STR_ARG(r->c->slug), STR_ARG(id));
	diag_hint(r->diags, "give the file another name");
	return false;
}

/* "oak-vs-elm" is the page of these two options. */
static bool names_pair(const struct comparison *c, struct str id)
{
	for (size_t i = 0; i < c->option_count; i++) {
		struct str first = c->options[i].id;
		struct str rest = str_from_byte(id, first.len);

		if (str_equals(str_slice(id, 0, first.len), first) &&
		    str_starts(rest, "-vs-") &&
		    comparison_find_option(c, str_from_byte(rest, 4)) <
			    c->option_count)
			return true;
	}
	return false;
}

static bool read_criterion(struct reader *r, struct str name)
{
	const char *path =
		path_join(reader_path(r, "criteria"), name, r->arena);
	struct place at = { .file = path };
	struct str id = id_of_file(name);
	bool twin = comparison_find_criterion(r->c, id) < r->c->criterion_count;
	bool ok = check_id(r, id, at);
	struct front_matter fm;
	struct criterion *criterion;

	if (twin)
		return false;
	/* It stands in the list even if it is broken: others speak of it. */
	criterion = arena_push(r->arena, r->c->criteria, r->c->criterion_count);
	criterion->id = id;
	criterion->at = at;
	criterion->weight = 1;
	criterion->weight_at = at;
	criterion->measure.best = criterion->measure.worst = NAN;
	criterion->sections =
		arena_array(r->arena, struct prose, r->c->option_count);
	if (!front_matter_read(r->diags, path, &fm, r->arena)) {
		r->criteria_are_untitled = true;
		return false;
	}
	ok &= schema_read(&r->env, &CRITERION_SCHEMA, fm.yaml, criterion);
	r->criteria_are_untitled |= !criterion->title.str.len;
	if (yaml_find(fm.yaml, "weight"))
		criterion->weight_at = yaml_find(fm.yaml, "weight")->at;
	ok &= read_measure(r, yaml_find(fm.yaml, "measure"), criterion);
	ok &= reader_must(r, criterion, &(struct quantity_style){ 0 },
			  &criterion->must);
	ok &= read_rubric(r, yaml_find(fm.yaml, "rubric"), criterion);
	ok &= reader_claim(r, "winner", yaml_find(fm.yaml, "winner"),
			   &criterion->winner);
	ok &= read_sample_refs(r, yaml_find(fm.yaml, "samples"),
			       &criterion->samples, &criterion->sample_count);
	return ok & read_body(r, &fm, criterion);
}

static bool read_rubric(struct reader *r, const struct yaml_node *node,
			struct criterion *criterion)
{
	bool ok = true;

	if (!node || yaml_is_null(node))
		return true;
	if (node->kind == YAML_SCALAR) {
		struct level *level = arena_push(r->arena, criterion->rubric,
						 criterion->rubric_count);
		struct place at = node->at;

		at.column += node->quoted;
		return markdown_inline(&r->env, node->text, at, &level->text);
	}
	if (node->kind == YAML_LIST)
		return diag_error(r->diags, node->at,
				  "\"rubric\" must be text or a mapping from "
				  "scores, found a list");
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct level *level = arena_push(r->arena, criterion->rubric,
						 criterion->rubric_count);
		struct text text;

		level->score = (struct text){ pair->key, pair->at };
		ok &= check_level(r, criterion, &level->score);
		if (!schema_text(r->diags, "rubric", pair->value, &text)) {
			ok = false;
			continue;
		}
		text.at.column += pair->value->quoted;
		ok &= markdown_inline(&r->env, text.str, text.at, &level->text);
	}
	return ok;
}

/* A measure may go past its ends; a score does not. */
static bool check_level(const struct reader *r,
			const struct criterion *criterion,
			const struct text *score)
{
	const struct scoring *s = &r->c->scoring;
	enum answer answer;
	double number;

	if (reader_answer(r, score->str, &answer))
		return true;
	if (!str_to_number(score->str, &number))
		return diag_error(r->diags, score->at,
				  "a rubric says what scores mean, and "
				  "\"%.*s\" is none",
				  STR_ARG(score->str));
	return criterion->measure.given ||
	       (number >= s->min && number <= s->max) ||
	       diag_error(r->diags, score->at,
			  "score %g is outside the scale, %g to %g", number,
			  s->min, s->max);
}

static bool read_measure(struct reader *r, const struct yaml_node *node,
			 struct criterion *criterion)
{
	struct measure *m = &criterion->measure;
	bool ok;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	m->given = true;
	ok = schema_read(&r->env, &MEASURE_SCHEMA, node, m);
	ok &= read_better(r, yaml_find(node, "better"), m);
	if (isnan(m->best) || isnan(m->worst))
		return ok;
	if (m->best == m->worst)
		return diag_error(r->diags, node->at,
				  "\"best\" and \"worst\" are both %g",
				  m->best);
	if (m->lower_is_better == (m->best < m->worst))
		return ok;
	diag_error(r->diags, node->at,
		   "%s is better, but \"best\" is %g and \"worst\" is %g",
		   m->lower_is_better ? "lower" : "higher", m->best, m->worst);
	diag_hint(r->diags, "swap them, or set better: %s",
		  m->lower_is_better ? "higher" : "lower");
	return false;
}

static bool read_better(struct reader *r, const struct yaml_node *node,
			struct measure *measure)
{
	const struct str choices[] = { str_from(DIRECTIONS[0]),
				       str_from(DIRECTIONS[1]) };
	struct text text;

	if (!node || yaml_is_null(node))
		return true;
	if (!schema_text(r->diags, "better", node, &text))
		return false;
	measure->lower_is_better = str_equals(text.str, choices[1]);
	if (measure->lower_is_better || str_equals(text.str, choices[0]))
		return true;
	diag_error(r->diags, text.at,
		   "\"better\" must be higher or lower, found \"%.*s\"",
		   STR_ARG(text.str));
	diag_suggest(r->diags, text.str, choices, 2);
	return false;
}

/* The ids that the template gives to the parts of the page are taken. */
static bool read_body(struct reader *r, const struct front_matter *fm,
		      struct criterion *criterion)
{
	static const char *const TAKEN[] = { "main",	 "verdict", "evidence",
					     "chart",	 "rubric",  "samples",
					     "toc-title" };
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	struct markdown_section *sections;
	size_t count;
	bool ok;

	for (size_t i = 0; i < r->c->option_count; i++)
		markdown_ids_reserve(ids, r->c->options[i].id);
	for (size_t k = 0; k < sizeof(TAKEN) / sizeof(*TAKEN); k++)
		markdown_ids_reserve(ids, str_from(TAKEN[k]));
	ok = markdown_sections(&r->env, ids, fm->body, fm->body_at, &sections,
			       &count);
	criterion->body = sections[0].prose;
	for (size_t k = 1; k < count; k++)
		ok &= place_section(r, criterion, &sections[k]);
	if (ok)
		warn_of_sections(r, criterion);
	return ok;
}

/* One message a criterion: a catalogue of 50 options may have no prose. */
static void warn_of_sections(struct reader *r,
			     const struct criterion *criterion)
{
	size_t count = r->c->option_count, missing = 0, first = count;

	for (size_t i = 0; i < count; i++)
		if (!criterion->sections[i].at.line)
			first = missing++ ? first : i;
	if (!missing)
		return;
	if (missing == 1)
		diag_warning(r->diags, criterion->at,
			     "there is no section for %.*s",
			     STR_ARG(r->c->options[first].name.str));
	else if (missing == count)
		diag_warning(r->diags, criterion->at,
			     "there is no section for any option");
	else
		diag_warning(r->diags, criterion->at,
			     "there is no section for %.*s and %zu other "
			     "option%s",
			     STR_ARG(r->c->options[first].name.str),
			     missing - 1, missing == 2 ? "" : "s");
	diag_name(r->diags, finding_kind(FINDING_NO_SECTION)->name);
	diag_hint(r->diags, "add `## %.*s`",
		  STR_ARG(r->c->options[first].name.str));
}

static bool place_section(struct reader *r, struct criterion *criterion,
			  const struct markdown_section *section)
{
	size_t option = comparison_find_called(r->c, section->heading.str);
	struct prose *prose = &criterion->verdict;

	if (option < r->c->option_count)
		prose = &criterion->sections[option];
	else if (section->heading.str.len != 7 ||
		 strncasecmp(section->heading.str.ptr, "verdict", 7)) {
		if (reader_may_be(r, CALLED_OPTION, section->heading.str))
			return false;
		diag_error(r->diags, section->heading.at,
			   "the heading \"%.*s\" names no option",
			   STR_ARG(section->heading.str));
		reader_suggest(r, CALLED_OPTION, false, section->heading.str);
		return false;
	}
	if (prose->at.line) {
		diag_error(r->diags, section->heading.at,
			   "there are two sections \"%.*s\"",
			   STR_ARG(section->heading.str));
		diag_note(r->diags, prose->at, "the first is here");
		return false;
	}
	*prose = section->prose;
	return true;
}
