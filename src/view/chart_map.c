#include "judge/verdict_map.h"
#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/parts.h"

static struct verdict_map map_of(const struct subject *s,
				 struct bundles *bundles);
static struct series *map_series(const struct subject *s,
				 const struct verdict_map *map, size_t *count);
static void add_none(const struct subject *s, const struct verdict_map *map,
		     struct series *series, size_t *count);
static bool holds_some(const struct verdict_map *map, size_t option);
static void set_places(const struct subject *s, const struct verdict_map *map,
		       const struct bundles *bundles, struct chart_data *data);
static void set_own(const struct subject *s, const struct verdict_map *map,
		    const struct bundles *bundles, struct chart_data *data);
static struct chart_place *outline_of(const struct subject *s,
				      const struct map_outline *outline);
static struct chart_place place_of(const struct map_point *point);
static struct str map_finding(const struct subject *s,
			      const struct verdict_map *map);
static bool is_many(const struct subject *s, const bool *names);
static struct str region_share(const struct subject *s,
			       const struct verdict_map *map, size_t region);

struct chart *map_chart(const struct subject *s)
{
	struct bundles bundles;
	struct verdict_map map = map_of(s, &bundles);
	struct series *series;
	struct chart *chart;
	size_t count;

	if (map.refusal)
		return NULL;
	chart = chart_new(s, CHART_MAP, STR("verdict-map"), WORD_CHART_MAP);
	series = map_series(s, &map, &count);
	chart->data.series_count = count;
	chart->data.by_series = true;
	chart->data.max = 1;
	set_places(s, &map, &bundles, &chart->data);
	chart->data.description =
		phrase(s->phrases, map.bundle_count > 2 ? WORD_CHART_MAP_TEXT
							: WORD_CHART_MAP_LINE);
	chart_finding(chart, map_finding(s, &map));
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

const char *map_refusal(const struct subject *s)
{
	struct bundles bundles;

	return map_of(s, &bundles).refusal;
}

static struct verdict_map map_of(const struct subject *s,
				 struct bundles *bundles)
{
	*bundles = s->r->judged ? bundles_at_most(s, MAP_BUNDLES)
				: (struct bundles){ 0 };
	return verdict_map_of(s->c, s->r, bundles->of, bundles->count,
			      s->arena);
}

/* One a region, the largest first; then those that hold none of it. */
static struct series *map_series(const struct subject *s,
				 const struct verdict_map *map, size_t *count)
{
	size_t most = map->region_count + s->c->option_count;
	struct series *series = chart_plain_series(s, most, 1);

	for (size_t k = 0; k < map->region_count; k++) {
		const struct map_region *region = &map->regions[k];
		struct series *to = &series[k];

		to->name = option_names(s, region->names);
		to->short_name = to->name;
		if (str_equals(to->name,
			       s->c->options[region->option].name.str))
			to->short_name = chart_short(s, region->option);
		to->slot = region->option;
		to->leads = s->r->leader == region->option;
		to->outline = outline_of(s, &region->outline);
		to->outline_count = region->outline.count;
		to->inner = outline_of(s, &region->clear);
		to->inner_count = region->clear.count;
		chart_set(to, 0, region->share, region_share(s, map, k));
	}
	*count = map->region_count;
	add_none(s, map, series, count);
	return series;
}

static void add_none(const struct subject *s, const struct verdict_map *map,
		     struct series *series, size_t *count)
{
	for (size_t k = 0; k < s->r->ranked; k++) {
		size_t i = s->r->order[k];
		struct series *to = &series[*count];

		if (holds_some(map, i))
			continue;
		to->name = s->c->options[i].name.str;
		to->short_name = chart_short(s, i);
		to->slot = i;
		chart_set(to, 0, 0, phrase(s->phrases, WORD_MAP_NOWHERE));
		++*count;
	}
}

static bool holds_some(const struct verdict_map *map, size_t option)
{
	for (size_t k = 0; k < map->region_count; k++)
		if (map->regions[k].names[option])
			return true;
	return false;
}

/* The corners, and what is marked between them. */
static void set_places(const struct subject *s, const struct verdict_map *map,
		       const struct bundles *bundles, struct chart_data *data)
{
	struct str *heads = arena_array(s->arena, struct str, 1);

	heads[0] = phrase(s->phrases, WORD_MAP_SHARE);
	data->categories = heads;
	data->corner_count = map->bundle_count;
	for (size_t g = 0; g < map->bundle_count; g++)
		data->corners[g] = PHRASE(s->phrases, WORD_MAP_ALONE, s->arena,
					  { "group", bundles->titles[g] });
	set_own(s, map, bundles, data);
	data->hatch_label = phrase(s->phrases, WORD_MAP_HATCHED);
	data->turns = map->turns;
	if (!map->turns)
		return;
	data->turn = place_of(&map->turn);
	data->turn_label =
		PHRASE(s->phrases, WORD_MAP_TURN, s->arena,
		       { "group", bundles->titles[map->turn_bundle] },
		       { "share",
			 subject_weight_share(s, map->turn.at[map->turn_bundle],
					      false) });
}

static void set_own(const struct subject *s, const struct verdict_map *map,
		    const struct bundles *bundles, struct chart_data *data)
{
	struct str *parts =
		arena_array(s->arena, struct str, map->bundle_count);

	for (size_t g = 0; g < map->bundle_count; g++)
		parts[g] = ARENA_JOIN(s->arena, bundles->titles[g], STR(" "),
				      subject_weight_share(s, map->own.at[g],
							   false));
	data->own = place_of(&map->own);
	data->own_label =
		PHRASE(s->phrases, WORD_MAP_OWN, s->arena,
		       { "weights", phrase_list(s->phrases, parts,
						map->bundle_count, s->arena) });
}

static struct chart_place *outline_of(const struct subject *s,
				      const struct map_outline *outline)
{
	struct chart_place *places =
		arena_array(s->arena, struct chart_place, outline->count);

	for (size_t k = 0; k < outline->count; k++)
		places[k] = place_of(&outline->corners[k]);
	return places;
}

static struct chart_place place_of(const struct map_point *point)
{
	struct chart_place place;

	for (size_t g = 0; g < CHART_CORNERS; g++)
		place.at[g] = point->at[g];
	return place;
}

/*
 * Of who is ranked first, or, where several are, of who holds most alone; with
 * who is second, where that one is told of, too.  A tie is no close call.
 */
static struct str map_finding(const struct subject *s,
			      const struct verdict_map *map)
{
	const struct result *r = s->r;
	bool tie = r->first == r->option_count;
	size_t first = tie ? map->regions[0].option : r->first;
	size_t region = 0, second = r->order[1];
	struct str name;
	bool many;

	if (tie && map->region_count > 1 &&
	    map->regions[1].share > map->regions[0].share - UTILITY_EQUAL)
		return STR("");
	while (region < map->region_count && !map->regions[region].names[first])
		region++;
	if (region == map->region_count)
		return STR("");
	name = option_names(s, map->regions[region].names);
	many = is_many(s, map->regions[region].names);
	if (map->region_count == 1)
		return PHRASE(s->phrases,
			      map->proved ? WORD_MAP_PROVED : WORD_MAP_NEVER,
			      s->arena, { "name", name });
	if (!tie && !holds_some(map, second) && !r->close &&
	    r->ranks[second] == 2)
		return PHRASE(s->phrases, WORD_MAP_FIRST_NONE, s->arena,
			      { "name", name },
			      { "share", region_share(s, map, region) },
			      { "second", s->c->options[second].name.str });
	return PHRASE(s->phrases,
		      r->close && !tie ? WORD_MAP_CLOSE
		      : many	       ? WORD_MAP_FIRST_MANY
				       : WORD_MAP_FIRST,
		      s->arena, { "name", name },
		      { "share", region_share(s, map, region) });
}

static bool is_many(const struct subject *s, const bool *names)
{
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		count += names[i];
	return count > 1;
}

static struct str region_share(const struct subject *s,
			       const struct verdict_map *map, size_t region)
{
	return subject_part(
		s, map->region_count == 1 ? 1 : map->regions[region].share);
}
