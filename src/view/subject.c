#include "view/subject.h"

#include <math.h>

#include "base/address.h"

static const char ROOT_TEXT[] = { ROOT_MARK };
static const struct str ROOT = { ROOT_TEXT, 1 };

static int decimals_for(const struct comparison *c, const struct result *r);
static bool look_alike(double a, double b, int decimals);

struct subject subject_of(const struct site *site,
			  const struct phrases *phrases,
			  const struct comparison *c, const struct result *r,
			  struct arena *arena)
{
	return (struct subject){
		.site = site,
		.phrases = phrases,
		.c = c,
		.r = r,
		.total_decimals = decimals_for(c, r),
		.arena = arena,
	};
}

struct str subject_url(const struct subject *s, struct str page)
{
	return ARENA_JOIN(s->arena, ROOT, s->c->slug, STR("/"), page,
			  page.len ? STR("/index.html") : STR("index.html"));
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
	};

	return NAMES[option % PALETTE_SLOTS];
}

struct str subject_total(const struct subject *s, double raw_total)
{
	if (s->c->scoring.method == METHOD_POINTS)
		return phrase_number(s->phrases, raw_total, s->total_decimals,
				     s->arena);
	return phrase_fixed(s->phrases, raw_total, s->total_decimals, s->arena);
}

struct str subject_share_total(const struct subject *s, double total)
{
	const struct scoring *scoring = &s->c->scoring;
	double raw =
		scoring->method == METHOD_POINTS
			? total * s->r->points_available
			: scoring->min + total * (scoring->max - scoring->min);

	return subject_total(s, raw);
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
	const struct measure *measure = &s->c->criteria[criterion].measure;

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
	if (isnan(value))
		return phrase(s->phrases, WORD_NOT_SCORED);
	if (measure->given)
		return phrase_measure(s->phrases, value, measure->unit.str,
				      s->arena);
	return phrase_number(s->phrases, value, 2, s->arena);
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
	return source->publisher.str.len ? source->publisher.str
					 : source->title.str;
}

struct str subject_weight(const struct subject *s, double weight)
{
	return phrase_number(s->phrases, weight, 3, s->arena);
}

struct str subject_more(const struct subject *s, size_t shown)
{
	double left = (double)s->c->option_count - (double)shown;

	if (!s->r->judged || left <= 0)
		return (struct str){ "", 0 };
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
		if (plain.ptr[i] == '.' && plain.ptr[i + 1] == ' ')
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

struct str percent_whole(double share, struct arena *arena)
{
	double whole = round(share * 100);

	return arena_printf(arena, "%d",
			    (int)(whole < 0	? 0
				  : whole > 100 ? 100
						: whole));
}

/* Points are mostly whole; a mean shows one place unless two look alike. */
static int decimals_for(const struct comparison *c, const struct result *r)
{
	int decimals = c->scoring.method == METHOD_POINTS ? 2 : 1;

	if (!r->judged)
		return decimals;
	for (size_t i = 0; i + 1 < r->option_count; i++) {
		double a = r->raw_totals[r->order[i]];
		double b = r->raw_totals[r->order[i + 1]];

		while (decimals < 4 && look_alike(a, b, decimals))
			decimals++;
	}
	return decimals;
}

static bool look_alike(double a, double b, int decimals)
{
	double power = pow(10, decimals);

	return fabs(a - b) > 1e-9 && round(a * power) == round(b * power);
}
