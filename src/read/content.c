#include "read/content.h"

#include <math.h>

#include "base/file.h"
#include "model/finding.h"
#include "read/comparison_head.h"
#include "read/markdown_ids.h"
#include "read/reader.h"
#include "read/schemas.h"
#include "read/text.h"

enum { FACT_BYTES = 200 };

static void start_reader(struct reader *r, struct diags *diags,
			 const struct site *site, struct str slug,
			 struct comparison *c, struct arena *arena);
static struct site site_in_first_words(const struct site *site);
static bool read_all(struct reader *r);
static bool read_shared_facts(struct reader *r, const struct yaml_node *node);
static bool read_overview(struct reader *r, const struct front_matter *fm);
static bool read_guide(struct reader *r);
static bool read_faq(struct reader *r);
static bool check_related(struct reader *r);
static void warn_of_unshown(struct reader *r);
static void warn_of_infographic(struct reader *r);
static bool check_ends(struct reader *r, const struct criterion *criterion);
static bool check_radar(const struct reader *r);
static bool names_sample(const struct sample_ref *refs, size_t count,
			 struct str id);
static bool is_listed(const struct str *slugs, size_t count, struct str slug);
static bool stands_before(const struct text *slugs, size_t count,
			  struct str slug);
static bool refuse_related(const struct reader *r, const struct text *slug);

#define AT(member) offsetof(struct comparison, member)
static const struct schema_field GUIDE_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = AT(guide_title) },
	{ .key = "samples", .kind = FIELD_LIST, .entry = &SAMPLE_ENTRY },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(guide_params) },
};
static const struct schema GUIDE_SCHEMA = SCHEMA("the guide", GUIDE_FIELDS);
static const struct schema_field FAQ_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = AT(faq_title) },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(faq_params) },
};
static const struct schema FAQ_SCHEMA = SCHEMA("the FAQ", FAQ_FIELDS);

bool content_read_head(struct diags *diags, const struct site *site,
		       struct str slug, struct comparison *head,
		       struct arena *arena)
{
	struct diags *unheard = diags_new();
	struct front_matter fm;
	struct reader r;
	bool ok;

	start_reader(&r, unheard, site, slug, head, arena);
	/* Sources and files are not at hand: the whole reading judges those. */
	r.env.resolve = NULL;
	ok = front_matter_read(unheard, reader_path(&r, "comparison.md"), &fm,
			       arena) &&
	     comparison_head_read(&r.env, &fm, head);
	head->head = hash_of(fm.text);
	ok = ok && (!site->home || translate_title(&r));
	/* Only a machine that fails now may not fail again to be heard of. */
	if (diags_status(unheard) == 3)
		diags_merge(diags, unheard);
	diags_free(unheard);
	return ok;
}

bool content_read_comparison(struct diags *diags, const struct site *site,
			     struct str slug, struct comparison *c,
			     struct str **files, size_t *file_count,
			     struct arena *arena)
{
	/* What is wrong in it is told of the text in the first language. */
	struct diags *first = site->home ? diags_new() : diags;
	struct site speaker = site_in_first_words(site);
	struct reader r;
	bool ok;

	*files = NULL;
	*file_count = 0;
	start_reader(&r, first, site, slug, c, arena);
	r.site = &speaker;
	ok = read_all(&r);
	r.site = site;
	if (site->home) {
		r.diags = r.env.diags = r.links.diags = r.samples.diags = diags;
		/* Nor are words known of a third language, that it is in. */
		if (diags_status(first) == 3 || (!ok && c->language.str.len))
			diags_merge(diags, first);
		diags_free(first);
		ok = ok && translate_comparison(&r);
	}
	*files = r.links.files;
	*file_count = r.links.file_count;
	arena_release(&r.rows);
	return ok;
}

/* The text that an edition translates is in the words of its own language. */
static struct site site_in_first_words(const struct site *site)
{
	const struct site *home = site->home ? site->home : site;
	struct site speaker = *site;

	speaker.verdict = home->verdict;
	speaker.columns = home->columns;
	for (size_t k = 0; k < 3; k++)
		speaker.answers[k] = home->answers[k];
	return speaker;
}

static bool read_all(struct reader *r)
{
	struct comparison *c = r->c;
	struct front_matter fm;
	bool ok, ends_hold = true;

	ok = read_sources(r);
	if (!front_matter_read(r->diags, reader_path(r, "comparison.md"), &fm,
			       r->arena))
		return false;
	ok &= read_shared_facts(r, yaml_find(fm.yaml, "facts"));
	ok &= comparison_head_read(&r->env, &fm, c);
	ok &= links_file(&r->links, &c->cover, &c->cover_size);
	ok &= check_related(r);
	ok &= reader_columns(r, yaml_find(fm.yaml, "columns"));
	r->sheets_are_broken = !sheets_open(r);
	ok &= !r->sheets_are_broken;
	ok &= reader_find_columns(r);
	r->options_are_misspelt =
		schema_is_misspelt(&COMPARISON_SCHEMA, fm.yaml, "options");
	ok &= read_options(r, yaml_find(fm.yaml, "options"));
	if (c->option_count < 2)
		return false;
	ok &= reader_claim(r, "verdict", yaml_find(fm.yaml, "verdict"),
			   &c->verdict);
	ok &= reader_decision(r, yaml_find(fm.yaml, "decision"));
	ok &= reader_pairs(r, yaml_find(fm.yaml, "pairs"));
	ok &= read_samples(r);
	ok &= read_criteria(r);
	ok &= read_scores(r);
	ok &= reader_weights_agree(r);
	ok = ok && reader_check_columns(r);
	ok &= read_profiles(r);
	ok &= read_tables(r);
	ok &= !r->has_strange_languages;
	ok &= read_overview(r, &fm);
	warn_of_unshown(r);
	warn_of_infographic(r);
	for (size_t j = 0; ok && c->scored && j < c->criterion_count; j++)
		ends_hold &= check_ends(r, &c->criteria[j]);
	return ok && ends_hold && check_radar(r);
}

/*
 * Where one end is given, the other is found: not where all scores are at the
 * given one or beyond, as the two would change places.
 */
static bool check_ends(struct reader *r, const struct criterion *criterion)
{
	const struct measure *m = &criterion->measure;
	bool has_best = !isnan(m->best);
	double end = has_best ? m->best : m->worst;
	double inside = has_best == m->lower_is_better ? 1 : -1;
	const char *given = has_best ? "best" : "worst";
	const char *found = has_best ? "worst" : "best";
	size_t known = 0;

	if (!m->given || isnan(m->best) == isnan(m->worst))
		return true;
	for (size_t i = 0; i < r->c->option_count; i++) {
		double score = criterion->scores[i].value;

		if ((score - end) * inside > 0)
			return true;
		known += !isnan(score);
	}
	if (!known)
		return true;
	diag_error(r->diags, criterion->at,
		   "no score of \"%.*s\" is %s than \"%s\", %g, so none can "
		   "stand in for \"%s\"",
		   STR_ARG(criterion->id), has_best ? "worse" : "better", given,
		   end, found);
	diag_hint(r->diags, "write \"%s\", too, or leave out \"%s\"", found,
		  given);
	return false;
}

static void start_reader(struct reader *r, struct diags *diags,
			 const struct site *site, struct str slug,
			 struct comparison *c, struct arena *arena)
{
	*c = (struct comparison){ .slug = slug };
	*r = (struct reader){
		.diags = diags,
		.arena = arena,
		.site = site,
		.c = c,
		.folder = site_folder(site, slug),
		.dir = path_join(site->dir, site_folder(site, slug), arena),
		.links = { .diags = diags,
			   .site = site,
			   .samples = &r->samples,
			   .arena = arena },
		.samples = { .c = c, .diags = diags, .arena = arena },
		.env = { .diags = diags,
			 .arena = arena,
			 .unsafe_html = site->unsafe_html,
			 .policy = &site->policy,
			 .syntaxes = site->syntaxes,
			 .code_label = site->code_label,
			 .note_label = site->note_label,
			 .resolve = links_resolve,
			 .place_sample = links_place_sample },
	};
	r->env.sources_url =
		arena_printf(arena, "%.*s/index.html", STR_ARG(slug));
	r->env.context = &r->links;
}

/*
 * Before all other texts, as any of them may refer to one.  A short file that
 * refers to a long value many times would become a long page.
 */
static bool read_shared_facts(struct reader *r, const struct yaml_node *node)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		struct shared_fact *fact =
			arena_push(r->arena, r->c->facts, r->c->fact_count);

		fact->name =
			(struct text){ node->pairs[i].key, node->pairs[i].at };
		ok &= reader_check_id(r, fact->name.str, fact->name.at);
		ok &= schema_entry(r->diags, "facts", node->pairs[i].value,
				   &fact->value);
		if (fact->value.str.len > FACT_BYTES)
			ok = diag_error(r->diags, fact->value.at,
					"a fact has %d bytes at most, found "
					"%zu",
					FACT_BYTES, fact->value.str.len);
	}
	r->env.facts_are_unknown =
		node && !yaml_is_null(node) && node->kind != YAML_MAPPING;
	r->env.facts = r->c->facts;
	r->env.fact_count = r->c->fact_count;
	return ok;
}

/* The introduction, the guide and the questions share one page. */
static bool read_overview(struct reader *r, const struct front_matter *fm)
{
	static const char *const TAKEN[] = {
		"main",	      "result",	      "criteria",
		"profiles",   "options",      "guide",
		"faq",	      "sources",      "tally",
		"scoreboard", "verdict",      "related",
		"disclosure", "contents",     "intro",
		"toc-title",  "result-title", "disclosure-title",
	};
	bool ok;

	r->page_ids = markdown_ids_new(r->arena);
	for (size_t k = 0; k < sizeof(TAKEN) / sizeof(*TAKEN); k++)
		markdown_ids_reserve(r->page_ids, str_from(TAKEN[k]));
	reserve_samples(r, r->page_ids);
	ok = markdown_block(&r->env, r->page_ids, fm->body, fm->body_at,
			    &r->c->body);
	ok &= read_guide(r);
	ok &= read_faq(r);
	return ok;
}

static bool read_guide(struct reader *r)
{
	const char *path = reader_path(r, "guide.md");
	struct front_matter fm;
	bool ok = true;

	if (!text_is_there(r->diags, path, &ok))
		return ok;
	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	ok = schema_read(&r->env, &GUIDE_SCHEMA, fm.yaml, r->c);
	ok &= read_sample_refs(r, yaml_find(fm.yaml, "samples"),
			       &r->c->guide_samples, &r->c->guide_sample_count);
	samples_open(&r->samples, r->env.sources_url);
	ok &= markdown_block(&r->env, r->page_ids, fm.body, fm.body_at,
			     &r->c->guide);
	return ok & samples_close(&r->samples, r->c->guide_samples,
				  &r->c->guide_sample_count);
}

static bool read_faq(struct reader *r)
{
	const char *path = reader_path(r, "faq.md");
	struct markdown_section *sections;
	struct front_matter fm;
	size_t count;
	bool ok = true;

	if (!text_is_there(r->diags, path, &ok))
		return ok;
	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	ok = schema_read(&r->env, &FAQ_SCHEMA, fm.yaml, r->c);
	ok &= markdown_sections(&r->env, r->page_ids, fm.body, fm.body_at,
				&sections, &count);
	r->c->faq_intro = sections[0].prose;
	for (size_t k = 1; k < count; k++)
		*arena_push(r->arena, r->c->questions, r->c->question_count) =
			(struct question){ sections[k].heading, sections[k].id,
					   sections[k].prose };
	if (count == 1)
		diag_warning(r->diags, (struct place){ .file = path },
			     "there is no question: write `## Question`");
	return ok;
}

/* A draft is no mistake, but left out as long as it is one. */
static bool check_related(struct reader *r)
{
	const struct str *folders =
		r->site->folders ? r->site->folders : r->site->slugs;
	size_t kept = 0;
	bool ok = true;

	for (size_t k = 0; k < r->c->related_count; k++) {
		const struct text *slug = &r->c->related[k];

		if (str_equals(r->folder, slug->str))
			ok = diag_error(r->diags, slug->at,
					"this is the comparison itself");
		else if (stands_before(r->c->related, kept, slug->str))
			ok = diag_error(
				r->diags, slug->at,
				"the comparison \"%.*s\" is there twice",
				STR_ARG(slug->str));
		else if (is_listed(folders, r->site->slug_count, slug->str))
			r->c->related[kept++] = *slug;
		else if (!r->site->home &&
			 !is_listed(r->site->drafts, r->site->draft_count,
				    slug->str))
			ok = refuse_related(r, slug);
	}
	r->c->related_count = kept;
	return ok;
}

static bool is_listed(const struct str *slugs, size_t count, struct str slug)
{
	for (size_t i = 0; i < count; i++)
		if (str_equals(slugs[i], slug))
			return true;
	return false;
}

static bool stands_before(const struct text *slugs, size_t count,
			  struct str slug)
{
	for (size_t k = 0; k < count; k++)
		if (str_equals(slugs[k].str, slug))
			return true;
	return false;
}

/* Of the comparisons, only itself would not be accepted. */
static bool refuse_related(const struct reader *r, const struct text *slug)
{
	struct str *others =
		arena_array(r->arena, struct str, r->site->slug_count);
	size_t count = 0;

	diag_error(r->diags, slug->at, "there is no comparison \"%.*s\"",
		   STR_ARG(slug->str));
	for (size_t i = 0; i < r->site->slug_count; i++)
		if (!str_equals(r->site->slugs[i], r->c->slug))
			others[count++] = r->site->slugs[i];
	diag_suggest(r->diags, slug->str, others, count);
	return false;
}

/* Which one it is says nothing where the site draws none in any language. */
static void warn_of_infographic(struct reader *r)
{
	const struct site *home = r->site->home ? r->site->home : r->site;
	unsigned pictures = home->pictures;

	for (size_t k = 0; k < home->language_count; k++)
		pictures |= home->languages[k].pictures;
	if (r->c->infographic == INFOGRAPHIC_AUTO ||
	    pictures & PICTURE_INFOGRAPHICS)
		return;
	diag_warning(r->diags, r->c->infographic_at,
		     "\"infographic\" says nothing where none is drawn");
	diag_hint(r->diags, "add `infographics` to `pictures` of site.yaml, or "
			    "leave it out");
}

/* A sample that is named nowhere would be lost without a word. */
static void warn_of_unshown(struct reader *r)
{
	const struct comparison *c = r->c;

	if (r->criteria_are_unlisted || r->criteria_are_untitled)
		return;
	for (size_t k = 0; k < c->sample_count; k++) {
		struct str id = c->samples[k].id;
		bool shown = names_sample(c->placed, c->placed_count, id) ||
			     names_sample(c->guide_samples,
					  c->guide_sample_count, id);

		for (size_t j = 0; j < c->criterion_count && !shown; j++)
			shown = names_sample(c->criteria[j].samples,
					     c->criteria[j].sample_count, id);
		if (shown)
			continue;
		diag_warning(r->diags, c->samples[k].at,
			     "no page shows this sample");
		diag_name(r->diags, finding_kind(FINDING_UNSHOWN)->name);
		diag_hint(r->diags,
			  "name it in a criterion or the guide: `samples: "
			  "[%.*s]`",
			  STR_ARG(id));
	}
}

static bool names_sample(const struct sample_ref *refs, size_t count,
			 struct str id)
{
	for (size_t k = 0; k < count; k++)
		if (str_equals(refs[k].id.str, id))
			return true;
	return false;
}

/* It can be asked for only where it says something. */
static bool check_radar(const struct reader *r)
{
	const struct comparison *c = r->c;
	const struct asked_chart *radar = comparison_asked(c, "radar");
	const char *reason = !c->scored ? "there are no scores"
			     : c->criterion_count < 4
				     ? "it needs at least four "
				       "criteria"
				     : NULL;

	for (size_t j = 0; !reason && j < c->criterion_count; j++)
		if (c->criteria[j].measure.given)
			reason = "it needs one scale, and some criteria are "
				 "measured";
	if (!reason || !radar)
		return true;
	return diag_error(r->diags, radar->at,
			  "the radar does not apply here: %s", reason);
}
