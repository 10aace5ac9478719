#include "view/poster_view.h"

#include <math.h>
#include <string.h>

#include "judge/utility.h"
#include "view/catalogue.h"
#include "view/parts.h"
#include "view/result_view.h"

enum {
	STEPS_MOST = 26,
	TOWERS_MOST = 8,
	FIELD_MOST = 24,
	FIELD_COLUMNS = 3,
	PICTURE_MOST = 40,
	OUT_NAMED = 3,
	TOTALS_NAMED = 2
};

static enum poster_kind kind_of(const struct subject *s);
static enum poster_kind kind_for(const struct subject *s);
static const char *misfit(const struct subject *s, enum infographic wanted);
static const size_t *order_of(const struct subject *s, enum poster_kind kind,
			      size_t *count);
static const struct poster_option *options_of(const struct subject *s,
					      const size_t *order, size_t count,
					      const struct str *logos);
static struct poster_option option_of(const struct subject *s, size_t i,
				      const struct str *logos);
static void add_best_for(const struct subject *s, size_t i,
			 struct poster_option *to);
static size_t missing_of(const struct subject *s, size_t i);
static void add_headlines(const struct subject *s, struct poster *poster,
			  const struct headline *own);
static void add_foot(const struct subject *s, struct poster *poster);
static void add_towers_key(const struct subject *s, struct poster *poster);
static bool any_entry(const struct poster *poster);
static void add_cuts(const struct subject *s, struct poster *poster);
static struct str notes_of(const struct subject *s,
			   const struct poster *poster);
static struct str out_words(const struct subject *s, size_t count);
static struct str beside(const struct subject *s, struct str a, struct str b);

static const char *const NAMES[] = { "auto",   "duel",	"steps",
				     "towers", "field", "quilt" };

struct poster poster_of(const struct subject *s, const struct str *logos)
{
	enum poster_kind kind = kind_of(s);
	struct poster poster = {
		.kind = kind,
		.title = s->c->title.str,
		.language = s->site->language.str,
		.is_close = s->r->judged && s->r->close,
		.front = headline_front(s),
		.is_rtl = s->phrases->is_rtl,
		.sentence_end = phrase(s->phrases, WORD_SENTENCE_END),
		.sentence_gap = phrase(s->phrases, WORD_SENTENCE_GAP),
		.word_best = phrase(s->phrases, WORD_POSTER_BEST),
		.word_wins = phrase(s->phrases, WORD_POSTER_WINS),
		.word_level = phrase(s->phrases, WORD_POSTER_LEVEL),
		.word_total = phrase(s->phrases, WORD_POSTER_TOTAL),
		.word_share = phrase(s->phrases, WORD_POSTER_SHARE),
		.word_width = phrase(s->phrases, WORD_POSTER_WIDTH),
	};
	struct headline own = { 0 };
	const size_t *order = order_of(s, kind, &poster.option_count);

	poster.options = options_of(s, order, poster.option_count, logos);
	if (s->c->option_count == 2 && s->r->judged)
		poster_rows_fill(s, &poster);
	if (kind == POSTER_TOWERS)
		poster_groups_fill(s, order, &poster);
	if (kind == POSTER_FIELD)
		poster_field_fill(s, order, &poster);
	if (kind == POSTER_QUILT)
		poster_quilt_fill(s, order, &poster, &own);
	add_headlines(s, &poster, &own);
	add_foot(s, &poster);
	poster_print_fill(s, &poster);
	return poster;
}

bool poster_check(struct diags *diags, const struct subject *s)
{
	enum infographic wanted = s->c->infographic;
	const char *why = misfit(s, wanted);

	if (!why)
		return true;
	diag_error(diags, s->c->infographic_at,
		   "\"infographic\" cannot be \"%s\": it needs %s",
		   NAMES[wanted], why);
	diag_hint(diags, "leave it out, or write `auto`, which draws %s here",
		  kind_for(s) == POSTER_UNSCORED
			  ? "what each option is best for"
			  : NAMES[kind_for(s) + 1]);
	return false;
}

static enum poster_kind kind_of(const struct subject *s)
{
	enum infographic wanted = s->c->infographic;

	if (wanted == INFOGRAPHIC_AUTO || misfit(s, wanted))
		return kind_for(s);
	return (enum poster_kind)(wanted - INFOGRAPHIC_DUEL);
}

/* By what there is to show. */
static enum poster_kind kind_for(const struct subject *s)
{
	size_t n = s->c->option_count;

	if (!s->r->judged || !s->r->ranked)
		return POSTER_UNSCORED;
	if (n == 2)
		return !misfit(s, INFOGRAPHIC_STEPS) &&
				       s->c->criterion_count <= STEPS_MOST
			       ? POSTER_STEPS
			       : POSTER_DUEL;
	if (n <= TOWERS_MOST || s->r->ranked <= TOWERS_MOST)
		return POSTER_TOWERS;
	return misfit(s, INFOGRAPHIC_FIELD) ? POSTER_QUILT : POSTER_FIELD;
}

/* What a picture needs and does not have; NULL: it can be drawn. */
static const char *misfit(const struct subject *s, enum infographic wanted)
{
	const struct result *r = s->r;
	bool judged = r->judged && r->ranked;

	switch (wanted) {
	case INFOGRAPHIC_AUTO:
		return NULL;
	case INFOGRAPHIC_DUEL:
		return judged && s->c->option_count == 2
			       ? NULL
			       : "two options and a result";
	case INFOGRAPHIC_STEPS:
		return judged && s->c->option_count == 2 &&
				       s->c->scoring.method == METHOD_POINTS &&
				       !subject_totals_are_shares(s) &&
				       s->r->points_available > 0
			       ? NULL
			       : "two options and `method: points`";
	case INFOGRAPHIC_TOWERS:
		return judged && s->c->option_count > 2 &&
				       r->ranked <= TOWERS_MOST
			       ? NULL
			       : "three options, and a rank for eight at most";
	case INFOGRAPHIC_FIELD:
		return judged && r->ranked > 2 && r->ranked <= FIELD_MOST &&
				       bundles_of(s).count >= FIELD_COLUMNS
			       ? NULL
			       : "3 to 24 options with a rank, and three "
				 "criteria that count";
	case INFOGRAPHIC_QUILT:
		return judged && r->ranked > 2 ? NULL
					       : "three options with a rank";
	}
	return NULL;
}

/* Those that are ranked, best first; without a result all, as written. */
static const size_t *order_of(const struct subject *s, enum poster_kind kind,
			      size_t *count)
{
	size_t n = s->c->option_count;
	size_t *order = arena_array(s->arena, size_t, n);
	bool ranked = kind != POSTER_UNSCORED;

	for (size_t k = 0; k < n; k++)
		order[k] = ranked ? s->r->order[k] : k;
	*count = !ranked || n == 2 ? n : s->r->ranked;
	if (*count > PICTURE_MOST)
		*count = PICTURE_MOST;
	return order;
}

static const struct poster_option *options_of(const struct subject *s,
					      const size_t *order, size_t count,
					      const struct str *logos)
{
	struct poster_option *options =
		arena_array(s->arena, struct poster_option, count);

	for (size_t k = 0; k < count; k++)
		options[k] = option_of(s, order[k], logos);
	return options;
}

static struct poster_option option_of(const struct subject *s, size_t i,
				      const struct str *logos)
{
	const struct option *option = &s->c->options[i];
	bool judged = s->r->judged && !isnan(s->r->totals[i]);
	size_t wins = headline_wins(s, i), gaps = missing_of(s, i);
	struct poster_option to = {
		.name = option->name.str,
		.short_name = option->short_name.str,
		.total = judged ? answer_total(s, i) : STR(""),
		.share = judged ? s->r->totals[i] : 0,
		.wins = wins ? headline_number(s, wins)
			     : phrase(s->phrases, WORD_POSTER_NONE),
		.slot = i,
		.logo = logos ? logos[i] : STR(""),
	};

	if (gaps)
		to.missing = PHRASE(s->phrases, WORD_POSTER_MISSING, s->arena,
				    { "n", headline_number(s, gaps) });
	add_best_for(s, i, &to);
	return to;
}

/* What it is best for; where nothing is said of that, what it is. */
static void add_best_for(const struct subject *s, size_t i,
			 struct poster_option *to)
{
	const struct option *option = &s->c->options[i];
	size_t count = option->best_for.count;
	struct str *texts = arena_array(s->arena, struct str, count + 1);
	struct str about = option->body.plain;
	size_t stop = str_find_str(about, STR(". "));

	for (size_t k = 0; k < count; k++)
		texts[k] = option->best_for.items[k].plain;
	if (!count && about.len)
		texts[count++] = str_slice(about, 0, stop);
	to->best_for = texts;
	to->best_count = count;
}

static size_t missing_of(const struct subject *s, size_t i)
{
	size_t count = 0;

	for (size_t j = 0; s->r->judged && j < s->c->criterion_count; j++)
		count += !s->c->criteria[j].scores ||
			 isnan(s->c->criteria[j].scores[i].value);
	return count;
}

/*
 * A picture's own finding stands before those that any picture may have, but
 * for what is too close to call, which keeps its words.
 */
static void add_headlines(const struct subject *s, struct poster *poster,
			  const struct headline *own)
{
	struct headline *all =
		arena_array(s->arena, struct headline, HEADLINES_MOST + 1);
	bool first = own->text.len > 0 && s->r->judged &&
		     s->r->leader < s->c->option_count;
	size_t count = headlines_of(s, all + first);

	if (first)
		all[0] = *own;
	else if (own->text.len)
		all[0].more = phrase_sentence(s->phrases, own->text, s->arena);
	poster->headlines = all;
	poster->headline_count = count + first;
}

static void add_foot(const struct subject *s, struct poster *poster)
{
	static const enum word_id KEYS[] = {
		[POSTER_DUEL] = WORD_POSTER_KEY_DUEL,
		[POSTER_STEPS] = WORD_POSTER_KEY_STEPS,
		[POSTER_TOWERS] = WORD_POSTER_KEY_TOWERS,
		[POSTER_FIELD] = WORD_POSTER_KEY_FIELD,
		[POSTER_QUILT] = WORD_POSTER_KEY_QUILT,
		[POSTER_UNSCORED] = WORD_POSTER_KEY_UNSCORED,
	};
	struct str date = phrase_date(s->phrases, s->c->updated, s->arena);
	struct str sources =
		s->c->source_count ? phrase_count(s->phrases, PLURAL_SOURCES,
						  s->c->source_count, s->arena)
				   : STR("");

	poster->url = subject_address(s, STR(""));
	poster->address = subject_shown_address(s, STR(""));
	poster->credits = beside(s, sources, date);
	poster->key = phrase(s->phrases, KEYS[poster->kind]);
	poster->wins_key = phrase(s->phrases, WORD_POSTER_KEY_WINS);
	if (poster->kind == POSTER_TOWERS)
		add_towers_key(s, poster);
	if (poster->kind == POSTER_UNSCORED && !any_entry(poster))
		poster->key = STR("");
	if (s->c->scoring.min != 0) {
		struct str begin =
			PHRASE(s->phrases, WORD_POSTER_ABOVE, s->arena,
			       { "min", subject_given(s, s->c->scoring.min) });

		poster->lying_key = beside(s, poster->lying_key, begin);
		if (poster->kind == POSTER_TOWERS)
			poster->key = beside(s, poster->key, begin);
	}
	poster->purposes_key = phrase(s->phrases, WORD_POSTER_KEY_PURPOSES);
	for (size_t k = 1; k < POSTER_ENTRIES; k++)
		poster->entry_cuts[k] =
			PHRASE(s->phrases, WORD_POSTER_CUT_ENTRIES, s->arena,
			       { "n", headline_number(s, k) });
	poster->notes = notes_of(s, poster);
	add_cuts(s, poster);
}

/* Its blocks are groups, or criteria; or it is one. */
static void add_towers_key(const struct subject *s, struct poster *poster)
{
	bool groups = !bundles_of(s).single;

	poster->lying_key = STR("");
	poster->key = STR("");
	if (!totals_are_sums(s))
		return;
	poster->key = phrase(s->phrases, groups ? WORD_POSTER_KEY_TOWERS
						: WORD_POSTER_KEY_TOWERS_EACH);
	poster->lying_key =
		phrase(s->phrases, groups ? WORD_POSTER_KEY_LYING
					  : WORD_POSTER_KEY_LYING_EACH);
}

/* Whether anything is said of an option. */
static bool any_entry(const struct poster *poster)
{
	for (size_t k = 0; k < poster->option_count; k++)
		if (poster->options[k].best_count)
			return true;
	return false;
}

static void add_cuts(const struct subject *s, struct poster *poster)
{
	size_t all = s->r->judged && s->r->ranked && s->c->option_count > 2
			     ? s->r->ranked
			     : s->c->option_count;
	struct str *cuts =
		arena_array(s->arena, struct str, poster->option_count + 1);

	for (size_t k = 1; k <= poster->option_count; k++)
		if (k < all)
			cuts[k] =
				PHRASE(s->phrases,
				       catalogue_are_best(s, k)
					       ? WORD_POSTER_CUT
					       : WORD_POSTER_CUT_FIRST,
				       s->arena, { "n", headline_number(s, k) },
				       { "of", headline_number(s, all) });
	poster->cuts = cuts;
}

/* Who has no rank, and criteria that do not count. */
static struct str notes_of(const struct subject *s, const struct poster *poster)
{
	size_t out = s->r->judged ? s->c->option_count - s->r->ranked : 0;
	size_t uncounted = 0;
	struct str text = STR("");
	bool *shown = arena_array(s->arena, bool, s->c->option_count);

	for (size_t k = 0; k < poster->option_count; k++)
		shown[poster->options[k].slot] = true;
	for (size_t j = 0; s->r->judged && j < s->c->criterion_count; j++)
		uncounted += !s->r->counts[j];
	if (out && poster->kind != POSTER_UNSCORED)
		text = out_words(s, out);
	if (uncounted)
		text = beside(s, text,
			      PHRASE(s->phrases, WORD_POSTER_UNCOUNTED,
				     s->arena,
				     { "criteria",
				       phrase_count(s->phrases, PLURAL_CRITERIA,
						    uncounted, s->arena) }));
	return beside(s, text, poster_totals_on(s, shown, TOTALS_NAMED));
}

struct str poster_totals_on(const struct subject *s, const bool *shown,
			    size_t most)
{
	size_t count = 0;
	struct str text = STR("");

	for (size_t i = 0; s->r->judged && i < s->c->option_count; i++) {
		struct str on = subject_total_on(s, i);

		if (!shown[i] || !on.len || isnan(s->r->totals[i]))
			continue;
		text = beside(
			s, text,
			PHRASE(s->phrases, WORD_POSTER_TOTAL_ON, s->arena,
			       { "name", s->c->options[i].short_name.str },
			       { "on", on }));
		count++;
	}
	return count > most ? phrase(s->phrases, WORD_POSTER_TOTALS_ON) : text;
}

static struct str out_words(const struct subject *s, size_t count)
{
	bool *out = arena_array(s->arena, bool, s->c->option_count);

	if (count > OUT_NAMED)
		return PHRASE(s->phrases, WORD_POSTER_OUT, s->arena,
			      { "n", headline_number(s, count) });
	for (size_t i = 0; i < s->c->option_count; i++)
		out[i] = !s->r->ranks[i];
	return PHRASE(s->phrases, WORD_POSTER_OUT_NAMES, s->arena,
		      { "names", option_names(s, out) });
}

static struct str beside(const struct subject *s, struct str a, struct str b)
{
	if (!a.len || !b.len)
		return a.len ? a : b;
	return ARENA_JOIN(s->arena, a, STR(" \xC2\xB7 "), b);
}
