#include "view/subject.h"

#include <assert.h>
#include <math.h>

#include "base/address.h"

/* Letters of a unit that charts have room for beside a number: "MB/s". */
enum { UNIT_SHORT = 8 };

/* Of those that are shown in digits; only 0 looks like nothing. */
static const double LEAST_WEIGHT = 1e-9;

static const char ROOT_TEXT[] = { ROOT_MARK };
static const struct str ROOT = { ROOT_TEXT, 1 };

static struct str ranked_or_out(const struct subject *s, struct str total,
				size_t rank);
static const struct option_head *option_heads(const struct subject *s);
static struct str in_unit(const struct subject *s, size_t criterion,
			  double value, double other, struct str unit);
static size_t letter_count(struct str text);
static struct str weight_share(const struct subject *s, double share,
			       bool alone, int places);
static bool publishes_one(const struct comparison *c, struct str publisher);
static int whole_percent(double share);
static size_t given_count(const struct subject *s, size_t option);
static double raw_total(const struct subject *s, double total);

struct subject subject_of(const struct site *site,
			  const struct phrases *phrases,
			  const struct comparison *c, const struct result *r,
			  struct arena *arena)
{
	struct subject s = {
		.site = site,
		.phrases = phrases,
		.c = c,
		.r = r,
		.figures = figures_of(c, r, arena),
		.arena = arena,
	};

	s.heads = option_heads(&s);
	return s;
}

static const struct option_head *option_heads(const struct subject *s)
{
	size_t count = s->c->option_count;
	struct arena *arena = s->arena;
	struct option_head *heads =
		arena_array(arena, struct option_head, count);

	for (size_t i = 0; i < count; i++) {
		const struct option *option = &s->c->options[i];

		heads[i] = (struct option_head){
			.name = value_text_or_null(option->name.str, arena),
			.short_name = value_text_or_null(option->short_name.str,
							 arena),
			.class = value_text(option_class(i), arena),
			.url = value_text(subject_option_url(s, i), arena),
		};
	}
	return heads;
}

struct str subject_url(const struct subject *s, struct str page)
{
	return ARENA_JOIN(s->arena, ROOT, s->c->slug, STR("/"), page,
			  page.len ? STR("/index.html") : STR("index.html"));
}

struct str subject_address(const struct subject *s, struct str page)
{
	struct str base = s->site->base_url.str;

	if (!page.len && s->c->canonical.str.len)
		return s->c->canonical.str;
	if (!base.len)
		return base;
	return ARENA_JOIN(s->arena, base,
			  str_ends(base, "/") ? STR("") : STR("/"), s->c->slug,
			  STR("/"), page, page.len ? STR("/") : STR(""));
}

struct str subject_shown_address(const struct subject *s, struct str page)
{
	struct str url = subject_address(s, page);
	size_t scheme = str_find_str(url, STR("://"));
	struct str rest =
		scheme < url.len ? str_from_byte(url, scheme + 3) : url;

	return str_ends(rest, "/") ? str_slice(rest, 0, rest.len - 1) : rest;
}

struct str subject_option_url(const struct subject *s, size_t option)
{
	return subject_url(s, ARENA_JOIN(s->arena, STR("options/"),
					 s->c->options[option].id));
}

struct str subject_file_url(const struct subject *s, const char *file)
{
	return ARENA_JOIN(s->arena, ROOT, s->c->slug, STR("/"), str_from(file));
}

struct str site_url(struct str path, struct arena *arena)
{
	struct buf url = { 0 };
	struct str made;

	buf_raw(&url, ROOT);
	address_put_path(path, &url);
	made = buf_copy(&url, arena);
	buf_release(&url);
	return made;
}

struct str option_class(size_t option)
{
	static const struct str NAMES[PALETTE_SLOTS] = {
		STR_INIT("s1"),	 STR_INIT("s2"),  STR_INIT("s3"),
		STR_INIT("s4"),	 STR_INIT("s5"),  STR_INIT("s6"),
		STR_INIT("s7"),	 STR_INIT("s8"),  STR_INIT("s9"),
		STR_INIT("s10"), STR_INIT("s11"), STR_INIT("s12"),
		STR_INIT("s13"), STR_INIT("s14"), STR_INIT("s15"),
		STR_INIT("s16"), STR_INIT("s17"), STR_INIT("s18"),
		STR_INIT("s19"), STR_INIT("s20"), STR_INIT("s21"),
		STR_INIT("s22"), STR_INIT("s23"), STR_INIT("s24"),
		STR_INIT("s25"), STR_INIT("s26"), STR_INIT("s27"),
		STR_INIT("s28"), STR_INIT("s29"), STR_INIT("s30"),
		STR_INIT("s31"), STR_INIT("s32"), STR_INIT("s33"),
		STR_INIT("s34"), STR_INIT("s35"), STR_INIT("s36"),
		STR_INIT("s37"), STR_INIT("s38"), STR_INIT("s39"),
		STR_INIT("s40"), STR_INIT("s41"), STR_INIT("s42"),
		STR_INIT("s43"), STR_INIT("s44"), STR_INIT("s45"),
		STR_INIT("s46"), STR_INIT("s47"), STR_INIT("s48"),
	};

	return NAMES[option % PALETTE_SLOTS];
}

struct str subject_total(const struct subject *s, double raw_total)
{
	return phrase_fixed(s->phrases, raw_total, s->figures.total, s->arena);
}

struct str subject_option_total(const struct subject *s, size_t option)
{
	struct str words;

	if (isnan(s->r->totals[option]))
		return subject_no_total(s, option);
	words = subject_totals_are_shares(s)
			? subject_share_total(s, s->r->totals[option])
			: subject_total(s, s->r->raw_totals[option]);
	return ranked_or_out(s, words, s->r->ranks[option]);
}

struct str subject_no_total(const struct subject *s, size_t option)
{
	return phrase(s->phrases,
		      given_count(s, option) ? WORD_OUT : WORD_NOT_SCORED);
}

static size_t given_count(const struct subject *s, size_t option)
{
	size_t given = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		given += s->c->criteria[j].scores &&
			 !isnan(s->c->criteria[j].scores[option].value);
	return given;
}

struct str subject_scored_on(const struct subject *s, size_t option)
{
	size_t of = s->c->criterion_count, given = given_count(s, option);

	if (!given || given == of)
		return STR("");
	return PHRASE(
		s->phrases, WORD_SCORED_ON, s->arena,
		{ "n", phrase_number(s->phrases, (double)given, 0, s->arena) },
		{ "criteria",
		  phrase_count(s->phrases, PLURAL_CRITERIA, of, s->arena) });
}

struct str subject_total_on(const struct subject *s, size_t option)
{
	return s->c->scoring.missing == MISSING_AVAILABLE
		       ? subject_scored_on(s, option)
		       : STR("");
}

bool subject_totals_are_shares(const struct subject *s)
{
	return s->c->scoring.method == METHOD_POINTS &&
	       s->c->scoring.missing == MISSING_AVAILABLE;
}

struct str subject_share_total(const struct subject *s, double total)
{
	if (subject_totals_are_shares(s))
		return phrase_percent(s->phrases, total, s->figures.total,
				      s->arena);
	return subject_total(s, raw_total(s, total));
}

struct ends subject_ends(const struct subject *s, size_t criterion)
{
	double *values = arena_array(s->arena, double, s->c->option_count);

	utility_values(s->c, criterion, values);
	return utility_ends(s->c, criterion, values);
}

struct str subject_total_under(const struct subject *s,
			       const struct profile_result *profile,
			       size_t option)
{
	double total = profile->totals[option];

	if (isnan(total))
		return subject_no_total(s, option);
	return ranked_or_out(s, subject_profile_total(s, total),
			     profile->ranks[option]);
}

static struct str ranked_or_out(const struct subject *s, struct str total,
				size_t rank)
{
	return rank ? total
		    : ARENA_JOIN(s->arena, total, STR(", "),
				 phrase(s->phrases, WORD_OUT));
}

struct str subject_profile_total(const struct subject *s, double total)
{
	if (subject_totals_are_shares(s))
		return phrase_percent(s->phrases, total, s->figures.profile,
				      s->arena);
	return phrase_fixed(s->phrases, raw_total(s, total), s->figures.profile,
			    s->arena);
}

struct str subject_margin(const struct subject *s, double margin)
{
	struct str n = subject_margin_number(s, margin);

	if (subject_totals_are_shares(s))
		return PHRASE(s->phrases, WORD_MARGIN_POINTS, s->arena,
			      { "share", n });
	if (s->c->scoring.method == METHOD_POINTS)
		return phrase_count_shown(s->phrases, PLURAL_POINTS, n,
					  s->arena);
	return PHRASE(s->phrases, WORD_MARGIN_SCALE, s->arena, { "share", n });
}

struct str subject_margin_number(const struct subject *s, double margin)
{
	bool points = s->c->scoring.method == METHOD_POINTS &&
		      !subject_totals_are_shares(s);
	double unit = points ? s->r->points_available : 100;
	int places = s->figures.margin;

	/* What is neither nothing nor all does not look like it. */
	if (fabs(margin) > UTILITY_EQUAL)
		places = figure_apart(margin * unit, 0, places);
	if (fabs(1 - fabs(margin)) > UTILITY_EQUAL)
		places = figure_apart(fabs(margin) * unit, unit, places);
	return points ? phrase_fixed(s->phrases, margin * unit, places,
				     s->arena)
		      : phrase_percent(s->phrases, margin, places, s->arena);
}

struct str subject_share(const struct subject *s, double share, bool proved)
{
	double least = s->figures.least_share;
	int places = s->figures.share;
	bool few = share < fmax(least, 0.0005);
	bool most = share > 1 - least;

	if (proved && (share == 0 || share == 1))
		return phrase_percent(s->phrases, share, places, s->arena);
	if (share > 0 && least <= 0.001 && share < 1) {
		few = share < 0.0005;
		most = share >= 0.9995;
	}
	if (few)
		return PHRASE(s->phrases, WORD_LESS_THAN, s->arena,
			      { "n", phrase_percent(s->phrases, least, 1,
						    s->arena) });
	if (most)
		return PHRASE(s->phrases, WORD_OVER, s->arena,
			      { "n", phrase_percent(s->phrases, 1 - least, 1,
						    s->arena) });
	return phrase_percent(s->phrases, share, places, s->arena);
}

/*
 * Whoever dominates it is ahead of it in all weightings but a few without
 * extent, and so it is of those that it dominates.  How often it is first tells
 * all where that is always, and of two.
 */
struct str subject_rank_share(const struct subject *s, size_t option,
			      size_t from, size_t to)
{
	const struct share *of = &s->r->robustness[option];
	size_t best = of->lead.above;
	size_t worst = s->r->ranked - of->lead.below;
	bool outside = to <= best || from >= worst;
	bool all = from <= best && to >= worst;
	bool first_is_known = of->lead.chance != LEAD_SOMETIMES;
	double share = 0;

	assert(from <= to && to <= s->r->option_count);
	for (size_t rank = from; rank < to; rank++)
		share += of->ranks[rank];
	if (all && fabs(share - 1) < UTILITY_EQUAL)
		share = 1;
	return subject_share(
		s, share,
		outside || all ||
			(first_is_known &&
			 (to == 1 || of->ranks[0] == 1 || s->r->ranked == 2)));
}

struct str subject_weight_share(const struct subject *s, double share,
				bool alone)
{
	return weight_share(s, share, alone, s->figures.weight);
}

struct str subject_switch_share(const struct subject *s, double share)
{
	int places = figure_apart(share * 100, 0, s->figures.weight);

	return weight_share(s, share, false,
			    figure_apart(share * 100, 100, places));
}

static struct str weight_share(const struct subject *s, double share,
			       bool alone, int places)
{
	double least = pow(10, -places - 2);

	if (share > 0 && share < least / 2)
		return PHRASE(s->phrases, WORD_LESS_THAN, s->arena,
			      { "n", phrase_percent(s->phrases, least, places,
						    s->arena) });
	if (!alone && share >= 1 - least / 2)
		return PHRASE(s->phrases, WORD_OVER, s->arena,
			      { "n", phrase_percent(s->phrases, 1 - least,
						    places, s->arena) });
	return phrase_percent(s->phrases, share, places, s->arena);
}

bool subject_weighs_alone(const struct subject *s, const double *weights)
{
	size_t others = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		others += weights ? weights[j] > 0
				  : s->r->counts[j] &&
					    s->c->criteria[j].weight > 0;
	return others < 2;
}

struct str subject_part(const struct subject *s, double share)
{
	if (share > 0 && share < 0.005)
		return PHRASE(s->phrases, WORD_LESS_THAN, s->arena,
			      { "n",
				phrase_percent(s->phrases, .01, 0, s->arena) });
	if (share >= 0.995 && share < 1)
		return PHRASE(s->phrases, WORD_OVER, s->arena,
			      { "n",
				phrase_percent(s->phrases, .99, 0, s->arena) });
	return phrase_percent(s->phrases, share, 0, s->arena);
}

struct str subject_score(const struct subject *s, size_t option,
			 size_t criterion)
{
	const struct criterion *criterion_at = &s->c->criteria[criterion];

	if (!criterion_at->scores)
		return phrase(s->phrases, WORD_NOT_SCORED);
	return subject_value(s, criterion, criterion_at->scores[option].value,
			     criterion_at->scores[option].answer);
}

struct str subject_value(const struct subject *s, size_t criterion,
			 double value, enum answer answer)
{
	switch (answer) {
	case ANSWER_YES:
		return phrase(s->phrases, WORD_YES);
	case ANSWER_PARTIAL:
		return phrase(s->phrases, WORD_PARTIAL);
	case ANSWER_NO:
		return phrase(s->phrases, WORD_NO);
	case ANSWER_NONE:
		break;
	}
	return subject_value_beside(s, criterion, value, value);
}

struct str subject_value_beside(const struct subject *s, size_t criterion,
				double value, double other)
{
	const struct measure *measure = &s->c->criteria[criterion].measure;

	return in_unit(s, criterion, value, other,
		       measure->given ? measure->unit.str : STR(""));
}

struct str subject_number(const struct subject *s, size_t option,
			  size_t criterion)
{
	const struct score *scores = s->c->criteria[criterion].scores;

	if (!scores || scores[option].answer != ANSWER_NONE)
		return subject_score(s, option, criterion);
	return in_unit(s, criterion, scores[option].value, scores[option].value,
		       STR(""));
}

bool subject_unit_is_long(const struct subject *s, size_t criterion)
{
	const struct measure *measure = &s->c->criteria[criterion].measure;

	return measure->given && letter_count(measure->unit.str) > UNIT_SHORT;
}

struct str subject_chart_value(const struct subject *s, size_t criterion,
			       double value, enum answer answer)
{
	if (answer != ANSWER_NONE || !subject_unit_is_long(s, criterion))
		return subject_value(s, criterion, value, answer);
	return in_unit(s, criterion, value, value, STR(""));
}

enum word_id subject_total_word(const struct subject *s)
{
	return subject_totals_are_shares(s)	       ? WORD_TOTAL_SHARE
	       : s->c->scoring.method == METHOD_POINTS ? WORD_TOTAL_POINTS
	       : s->c->scoring.min < 0		       ? WORD_TOTAL_RANGE
						       : WORD_TOTAL_SCALE;
}

struct str subject_given(const struct subject *s, double number)
{
	return phrase_number(s->phrases, number, 9, s->arena);
}

const bool *subject_sources_used(const struct subject *s,
				 const struct score *score)
{
	bool *used = arena_array(s->arena, bool, s->c->source_count + 1);

	for (size_t k = 0; k < score->evidence_count; k++)
		for (size_t n = 0; n < score->evidence[k].source_count; n++)
			used[score->evidence[k].sources[n]] = true;
	return used;
}

struct str judge_name(const struct subject *s, struct str judge)
{
	size_t at = comparison_find_source(s->c, judge);
	const struct source *source;

	if (at == s->c->source_count)
		return judge;
	source = &s->c->sources[at];
	return publishes_one(s->c, source->publisher.str)
		       ? source->publisher.str
		       : source->title.str;
}

/* Two sources of one publisher are told apart by their titles. */
static bool publishes_one(const struct comparison *c, struct str publisher)
{
	size_t count = 0;

	for (size_t k = 0; publisher.len && k < c->source_count; k++)
		count += str_equals(c->sources[k].publisher.str, publisher);
	return count == 1;
}

struct str subject_count(const struct subject *s, size_t n)
{
	return phrase_number(s->phrases, (double)n, 0, s->arena);
}

struct str subject_weight(const struct subject *s, double weight)
{
	if (weight > 0 && weight < LEAST_WEIGHT / 2)
		return PHRASE(s->phrases, WORD_LESS_THAN, s->arena,
			      { "n", phrase_number(s->phrases, LEAST_WEIGHT, 9,
						   s->arena) });
	return phrase_number(
		s->phrases, weight,
		weight < 0.0005 ? figure_measure_places(weight) : 3, s->arena);
}

struct str subject_more(const struct subject *s, size_t shown)
{
	double left = (double)s->c->option_count - (double)shown;

	if (!s->r->judged || left <= 0)
		return STR("");
	return PHRASE(s->phrases, WORD_AND_MORE, s->arena,
		      { "n", phrase_number(s->phrases, left, 0, s->arena) });
}

struct str first_words(struct str plain, struct arena *arena)
{
	enum { MOST = 180, LEAST = 60 };
	size_t cut = 0;

	if (plain.len <= MOST)
		return plain;
	for (size_t i = LEAST; i < MOST; i++)
		if (plain.ptr[i] == '.' && point_ends_sentence(plain, i))
			cut = i + 1;
	if (cut)
		return str_slice(plain, 0, cut);
	for (cut = MOST; cut > LEAST && plain.ptr[cut] != ' ';)
		cut--;
	while ((plain.ptr[cut] & 0xC0) == 0x80)
		cut--;
	return arena_printf(arena, "%.*s\xE2\x80\xA6",
			    STR_ARG(str_slice(plain, 0, cut)));
}

bool point_ends_sentence(struct str text, size_t point)
{
	struct str after = str_trim(str_from_byte(text, point + 1));
	size_t word = point;
	char next = after.len ? after.ptr[0] : '\0', first;

	if (point + 1 < text.len && !strchr(" \n", text.ptr[point + 1]))
		return false;
	while (word > 0 && !strchr(" \n", text.ptr[word - 1]))
		word--;
	first = text.ptr[word];
	if (point - word < 2 ||
	    (first >= 'A' && first <= 'Z' && point - word < ABBREVIATION_MOST))
		return false;
	return !(next >= '0' && next <= '9') && !(next >= 'a' && next <= 'z');
}

struct str percent_whole(double share, struct arena *arena)
{
	return arena_printf(arena, "%d", whole_percent(share));
}

static int whole_percent(double share)
{
	double whole = number_round(share * 100);

	return (int)(whole < 0 ? 0 : whole > 100 ? 100 : whole);
}

struct str bar_class(double share, struct arena *arena)
{
	return arena_printf(arena, "u%d", whole_percent(share));
}

static struct str in_unit(const struct subject *s, size_t criterion,
			  double value, double other, struct str unit)
{
	int places;

	if (isnan(value))
		return phrase(s->phrases, WORD_NOT_SCORED);
	places = figure_value_places(&s->figures, s->c, criterion, value);
	places = figure_apart(value, other, places);
	return phrase_measure(s->phrases, value, places, unit, s->arena);
}

static size_t letter_count(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
	return count;
}

/* As points, or on the scale. */
static double raw_total(const struct subject *s, double total)
{
	const struct scoring *scoring = &s->c->scoring;

	return scoring->method == METHOD_POINTS
		       ? total * s->r->points_available
		       : scoring->min + total * (scoring->max - scoring->min);
}
