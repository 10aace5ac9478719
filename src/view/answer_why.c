#include <math.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/parts.h"

/* Groups of criteria, or the criteria themselves where there are no two. */
struct groups {
	struct str *titles;
	size_t count;
	size_t *of;  /* per criterion */
	bool single; /* each is a criterion */
};

static struct str why_pulls(const struct subject *s, const struct pulls *pulls);
static struct str why_groups(const struct subject *s,
			     const struct pulls *pulls);
static struct str strongest(const struct subject *s, const struct pulls *pulls,
			    double sign, double *most);
static struct str titles_at(const struct subject *s, const struct groups *all,
			    const double *gaps, double gap);
static struct groups groups_of(const struct subject *s);
static size_t bundle_at(struct bundles *bundles, struct str title, size_t most);

struct str answer_why(const struct subject *s)
{
	struct pulls pulls;

	if (!s->r->judged || s->r->ranked < 2)
		return STR("");
	if (!pulls_of(s, &pulls))
		return answer_hangs(s);
	return s->r->ranked == 2 || s->r->first >= s->r->option_count
		       ? why_pulls(s, &pulls)
		       : why_groups(s, &pulls);
}

bool pulls_of(const struct subject *s, struct pulls *pulls)
{
	const struct result *r = s->r;

	if (!r->judged || r->ranked < 2 || !totals_are_sums(s))
		return false;
	*pulls = (struct pulls){ .one = r->order[0], .other = r->order[1] };
	for (size_t j = 0; j < r->criterion_count; j++) {
		double pull = pull_at(s, pulls, j);

		if (isnan(pull))
			continue;
		pulls->gained += fmax(pull, 0);
		pulls->lost += fmax(-pull, 0);
		pulls->count++;
	}
	return pulls->count > 0;
}

double pull_at(const struct subject *s, const struct pulls *pulls, size_t j)
{
	double pull;

	if (!s->r->counts[j] || !(s->c->criteria[j].weight > 0))
		return NAN;
	pull = pull_part(s, j, pulls->one) - pull_part(s, j, pulls->other);
	return fabs(pull) < UTILITY_EQUAL ? 0 : pull;
}

bool pulls_are_gaps(const struct subject *s, size_t one, size_t other)
{
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const double *u = s->r->utilities + j * s->c->option_count;

		if (s->r->counts[j] && s->c->criteria[j].weight > 0 &&
		    isnan(u[one]) != isnan(u[other]))
			return false;
	}
	return true;
}

double pull_part(const struct subject *s, size_t j, size_t i)
{
	size_t at = j * s->c->option_count + i;
	double own = s->r->available[i];

	if (!s->r->counts[j] || own == 0 || isnan(s->r->utilities[at]))
		return 0;
	if (s->c->scoring.method == METHOD_POINTS)
		return s->r->points[at] / own;
	return s->c->criteria[j].weight / own * s->r->utilities[at];
}

struct bundles bundles_of(const struct subject *s)
{
	return bundles_at_most(s, BUNDLES);
}

struct bundles bundles_at_most(const struct subject *s, size_t most)
{
	size_t n = s->c->criterion_count;
	struct bundles b = { .of = arena_array(s->arena, size_t, n) };
	double *heavy = arena_array(s->arena, double, n);
	struct groups all = groups_of(s);
	const struct str *titles = all.titles;
	const size_t *which = all.of, *order;
	size_t groups = all.count, weighed = 0;

	b.single = all.single;
	for (size_t j = 0; j < n; j++)
		heavy[which[j]] +=
			s->r->counts[j] ? s->c->criteria[j].weight : 0;
	order = order_by_value(heavy, groups, s->arena);
	for (size_t k = 0; k < groups; k++)
		weighed += heavy[k] > 0;
	for (size_t k = 0; k < groups && heavy[order[k]] > 0; k++) {
		bool rest = weighed > most && k >= most - 1;
		size_t at = bundle_at(&b,
				      rest ? phrase(s->phrases, WORD_ALL_OTHERS)
					   : titles[order[k]],
				      most);

		for (size_t j = 0; j < n; j++)
			if (which[j] == order[k])
				b.of[j] = at;
	}
	for (size_t j = 0; j < n; j++)
		if (!s->r->counts[j] || !(s->c->criteria[j].weight > 0))
			b.of[j] = BUNDLES;
	return b;
}

/* As they first appear; those without one are one. */
static struct groups groups_of(const struct subject *s)
{
	size_t n = s->c->criterion_count;
	struct groups all = { .titles = arena_array(s->arena, struct str, n),
			      .of = arena_array(s->arena, size_t, n) };

	for (size_t j = 0; j < n; j++) {
		struct str group = s->c->criteria[j].group.str;
		size_t g = 0;

		if (!group.len)
			group = phrase(s->phrases, WORD_OTHER_CRITERIA);
		while (g < all.count && !str_equals(all.titles[g], group))
			g++;
		if (g == all.count)
			all.titles[all.count++] = group;
		all.of[j] = g;
	}
	if (all.count > 1)
		return all;
	all.single = true;
	for (size_t j = 0; j < n; j++) {
		all.titles[j] = s->c->criteria[j].title.str;
		all.of[j] = j;
	}
	all.count = n;
	return all;
}

static size_t bundle_at(struct bundles *bundles, struct str title, size_t most)
{
	size_t at = bundles->count < most ? bundles->count++ : most - 1;

	bundles->titles[at] = title;
	return at;
}

double bundle_part(const struct subject *s, const struct bundles *bundles,
		   size_t bundle, size_t option)
{
	double sum = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (bundles->of[j] == bundle)
			sum += pull_part(s, j, option);
	return sum;
}

struct str answer_hangs(const struct subject *s)
{
	const struct result *r = s->r;
	size_t least = 0;
	double most = INFINITY;

	if (!r->judged || r->first >= r->option_count || r->ranked < 2)
		return STR("");
	for (size_t j = 0; j < r->criterion_count; j++) {
		double without = r->sensitivity[j].margin_without;

		if (!r->counts[j] || !(r->sensitivity[j].weight > 0))
			continue;
		if (isnan(without))
			return STR("");
		if (without < most) {
			most = without;
			least = j;
		}
	}
	if (!isfinite(most) || fabs(most) <= UTILITY_EQUAL)
		return STR("");
	return PHRASE(s->phrases,
		      most < 0 ? WORD_WHY_HANGS : WORD_WHY_HANGS_NOT, s->arena,
		      { "criterion", s->c->criteria[least].title.str },
		      { "name", s->c->options[r->first].name.str });
}

static struct str why_pulls(const struct subject *s, const struct pulls *pulls)
{
	double most_gained, most_lost;
	struct str best = strongest(s, pulls, 1, &most_gained);
	struct str worst = strongest(s, pulls, -1, &most_lost);
	bool level = s->r->first >= s->r->option_count;
	enum word_id id;

	if (level && s->r->ranked > 2)
		return STR("");
	id = pulls->gained == 0 && pulls->lost == 0 ? WORD_WHY_NOTHING
	     : level				    ? WORD_WHY_LEVEL
	     : pulls->lost == 0			    ? WORD_WHY_GAINS
	     : most_lost > pulls->lost / 2 + UTILITY_EQUAL
		     ? WORD_WHY_TAKES_BACK_ON
		     : WORD_WHY_TAKES_BACK;
	return PHRASE(s->phrases, id, s->arena,
		      { "name", s->c->options[pulls->one].name.str },
		      { "second", s->c->options[pulls->other].name.str },
		      { "gain", answer_lead(s, pulls->gained) },
		      { "loss", answer_lead(s, pulls->lost) },
		      { "criterion", best }, { "worst", worst });
}

/* Those that pull the most to one side: one, or several that are equal. */
static struct str strongest(const struct subject *s, const struct pulls *pulls,
			    double sign, double *most)
{
	size_t n = s->c->criterion_count, count = 0;
	struct str *titles = arena_array(s->arena, struct str, n);

	*most = 0;
	for (size_t j = 0; j < n; j++)
		*most = fmax(*most, sign * pull_at(s, pulls, j));
	for (size_t j = 0; j < n; j++) {
		double pull = sign * pull_at(s, pulls, j);

		if (pull > 0 && pull > *most - UTILITY_EQUAL)
			titles[count++] = s->c->criteria[j].title.str;
	}
	return count ? some_names(s, titles, count) : STR("");
}

/* Of each group, also of those that the chart takes together. */
static struct str why_groups(const struct subject *s, const struct pulls *pulls)
{
	struct groups all = groups_of(s);
	double *gaps = arena_array(s->arena, double, all.count);
	double most = 0, least = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		double pull = pull_at(s, pulls, j);

		gaps[all.of[j]] += isnan(pull) ? 0 : pull;
	}
	for (size_t g = 0; g < all.count; g++) {
		most = fmax(most, gaps[g]);
		least = fmin(least, gaps[g]);
	}
	if (most <= UTILITY_EQUAL)
		return STR("");
	return PHRASE(s->phrases,
		      least >= -UTILITY_EQUAL ? WORD_WHY_GROUP
					      : WORD_WHY_GROUP_LOSES,
		      s->arena, { "name", s->c->options[pulls->one].name.str },
		      { "second", s->c->options[pulls->other].name.str },
		      { "group", titles_at(s, &all, gaps, most) },
		      { "gain", answer_number(s, most) },
		      { "worst", titles_at(s, &all, gaps, least) },
		      { "loss", answer_number(s, -least) });
}

/* One, or several that are equal. */
static struct str titles_at(const struct subject *s, const struct groups *all,
			    const double *gaps, double gap)
{
	struct str *titles = arena_array(s->arena, struct str, all->count);
	size_t count = 0;

	for (size_t g = 0; g < all->count; g++)
		if (fabs(gaps[g] - gap) <= UTILITY_EQUAL)
			titles[count++] = all->titles[g];
	return some_names(s, titles, count);
}

bool totals_are_sums(const struct subject *s)
{
	return s->c->scoring.method == METHOD_WEIGHTED_SUM ||
	       s->c->scoring.method == METHOD_POINTS;
}
