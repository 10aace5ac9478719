#include "read/theme.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "read/lexical.h"
#include "read/schema.h"
#include "read/schemas.h"
#include "read/text.h"

enum { SERIES_LEAST = 6, SERIES_MOST = 12 };

struct raw_theme {
	struct text name, extends;
	double numbers[LOOK_NUMBERS];
	struct text choices[LOOK_CHOICES];
	struct text *preload;
	size_t preload_count;
	struct params params;
};

static const struct yaml_node *read_yaml(struct diags *diags, const char *path,
					 struct arena *arena);
static bool read_parts(const struct markdown_env *env,
		       const struct yaml_node *root, struct raw_theme *raw);
static bool read_colors(struct diags *diags, const struct yaml_node *root,
			struct theme *theme, struct arena *arena);
static bool read_posters(struct diags *diags, const struct yaml_node *root,
			 struct theme *theme, struct arena *arena);
static bool read_mode(struct diags *diags, const struct yaml_node *node,
		      struct theme_mode *mode, struct arena *arena);
static bool read_colour(struct diags *diags, struct str name,
			const struct yaml_node *node, struct token *token);
static bool read_series(struct diags *diags, const struct yaml_node *node,
			struct theme_mode *mode, struct arena *arena);
static bool read_fonts(struct diags *diags, const struct yaml_node *node,
		       struct theme *theme, struct arena *arena);
static bool read_poster(struct diags *diags, const struct yaml_node *node,
			struct theme_mode *mode, struct arena *arena);
static bool read_poster_list(struct diags *diags,
			     const struct poster_token *token,
			     const struct yaml_node *node,
			     struct theme_mode *mode, struct arena *arena);
static void unknown_colour(struct diags *diags, const struct yaml_pair *pair);
static bool is_complete(struct diags *diags, const struct theme *theme);
static bool mode_is_complete(struct diags *diags, const char *name,
			     const struct theme_mode *mode);
static void inherit_mode(struct theme_mode *mode,
			 const struct theme_mode *parent, struct arena *arena);
static struct token *joined(const struct token *own, size_t *own_count,
			    const struct token *parents, size_t count,
			    struct arena *arena);
static void overlay(struct words *words, const struct words *own,
		    struct arena *arena);
static bool add_words(struct diags *diags, const struct yaml_node *mapping,
		      struct str prefix, struct words *words,
		      struct arena *arena);

/* Versions of clang-format differ on braces in a macro. */
/* clang-format off */
#define COLOUR(name) { .key = name, .kind = FIELD_COLOR }
/* clang-format on */
static const struct schema_field OTHER_COLOUR = { .kind = FIELD_COLOR };
static const struct schema_field MODE_FIELDS[] = {
	COLOUR("ink"),
	COLOUR("muted"),
	COLOUR("grid"),
	COLOUR("surface"),
	COLOUR("panel"),
	COLOUR("accent"),
	{ .key = "series",
	  .kind = FIELD_LIST,
	  .entry = &OTHER_COLOUR,
	  .least = SERIES_LEAST,
	  .most = SERIES_MOST },
};
static const struct schema MODE_SCHEMA = { "a mode", MODE_FIELDS,
					   sizeof(MODE_FIELDS) /
						   sizeof(*MODE_FIELDS),
					   &OTHER_COLOUR };
static const struct schema_field COLORS_FIELDS[] = {
	{ .key = "light", .kind = FIELD_MAPPING, .inner = &MODE_SCHEMA },
	{ .key = "dark", .kind = FIELD_MAPPING, .inner = &MODE_SCHEMA },
};
static const struct schema COLORS_SCHEMA = SCHEMA("colors", COLORS_FIELDS);

static const struct schema_field FONT = { .kind = FIELD_TEXT };
static const struct schema_field FONTS_FIELDS[] = {
	{ .key = "body", .kind = FIELD_TEXT },
	{ .key = "display", .kind = FIELD_TEXT },
};
static const struct schema FONTS_SCHEMA = { "fonts", FONTS_FIELDS, 2, &FONT };

/* A number, and a text that is one of some; both may be left out. */
/* clang-format off */
#define NUMBER(name, which, least, greatest) \
	{ .key = name, .kind = FIELD_NUMBER, \
	  .offset = offsetof(struct raw_theme, numbers[which]), \
	  .min = least, .max = greatest }
#define CHOICE(name, which, ...) \
	{ .key = name, .kind = FIELD_TEXT, \
	  .offset = offsetof(struct raw_theme, choices[which]), \
	  .choices = (const char *const[]){ __VA_ARGS__, NULL } }
#define PART(name, schema) \
	{ .key = name, .kind = FIELD_MAPPING, .inner = &schema }
/* clang-format on */
static const struct schema_field BARS_FIELDS[] = {
	NUMBER("radius", LOOK_BAR_RADIUS, 0, 40),
	CHOICE("shape", LOOK_BAR_SHAPE, "solid", "blocks"),
};
static const struct schema BARS_SCHEMA = SCHEMA("bars", BARS_FIELDS);
static const struct schema_field RULES_FIELDS[] = {
	NUMBER("weight", LOOK_RULE_WEIGHT, 0.5, 8),
	CHOICE("style", LOOK_RULE_STYLE, "solid", "dotted", "dashed"),
};
static const struct schema RULES_SCHEMA = SCHEMA("rules", RULES_FIELDS);
static const struct schema_field SIGNS_FIELDS[] = {
	NUMBER("size", LOOK_SIGN_SIZE, 0.6, 1.6),
};
static const struct schema SIGNS_SCHEMA = SCHEMA("signs", SIGNS_FIELDS);
static const struct schema_field HEADLINES_FIELDS[] = {
	NUMBER("weight", LOOK_HEADLINE_WEIGHT, 100, 900),
	NUMBER("tracking", LOOK_HEADLINE_TRACKING, -0.1, 0.2),
	CHOICE("case", LOOK_HEADLINE_CASE, "as-written", "capitals"),
};
static const struct schema HEADLINES_SCHEMA =
	SCHEMA("headlines", HEADLINES_FIELDS);
static const struct schema_field POSTER_FIELDS[] = {
	{ .key = "light", .kind = FIELD_MAPPING },
	{ .key = "dark", .kind = FIELD_MAPPING },
};
static const struct schema POSTER_SCHEMA = SCHEMA("poster", POSTER_FIELDS);

static const struct schema_field FIELDS[] = {
	{ .key = "name",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct raw_theme, name) },
	{ .key = "extends",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct raw_theme, extends),
	  .max = SCHEMA_ID_MOST },
	{ .key = "colors", .kind = FIELD_MAPPING, .inner = &COLORS_SCHEMA },
	{ .key = "fonts", .kind = FIELD_MAPPING, .inner = &FONTS_SCHEMA },
	CHOICE("first", LOOK_FIRST, "light", "dark"),
	NUMBER("radius", LOOK_RADIUS, 0, 100),
	NUMBER("pills", LOOK_PILLS, 0, 100),
	CHOICE("figures", LOOK_FIGURES, "lining", "oldstyle"),
	PART("bars", BARS_SCHEMA),
	PART("rules", RULES_SCHEMA),
	PART("signs", SIGNS_SCHEMA),
	PART("headlines", HEADLINES_SCHEMA),
	PART("poster", POSTER_SCHEMA),
	{ .key = "preload",
	  .kind = FIELD_TEXTS,
	  .offset = offsetof(struct raw_theme, preload),
	  .count_offset = offsetof(struct raw_theme, preload_count) },
	{ .key = "params",
	  .kind = FIELD_PARAMS,
	  .offset = offsetof(struct raw_theme, params) },
};
const struct schema THEME_SCHEMA = SCHEMA("a theme", FIELDS);

bool theme_read(struct diags *diags, const char *dir, struct theme *theme,
		struct arena *arena)
{
	struct markdown_env env = { .diags = diags, .arena = arena };
	const char *path = path_join(dir, STR("theme.yaml"), arena);
	const struct yaml_node *root = read_yaml(diags, path, arena);
	struct raw_theme raw = { .numbers = { 0 } };
	const struct yaml_node *fonts;
	bool ok;

	*theme = (struct theme){ .at = { path, 1, 1, 1 } };
	for (size_t i = 0; i < LOOK_NUMBERS; i++)
		raw.numbers[i] = NAN;
	*arena_push(arena, theme->dirs, theme->dir_count) = dir;
	if (!root || !schema_read(&env, &THEME_SCHEMA, root, &raw))
		return false;
	ok = read_parts(&env, root, &raw);
	theme->name = raw.name;
	theme->extends = raw.extends;
	memcpy(theme->numbers, raw.numbers, sizeof(raw.numbers));
	memcpy(theme->choices, raw.choices, sizeof(raw.choices));
	theme->preload = raw.preload;
	theme->preload_count = raw.preload_count;
	theme->params = raw.params;
	ok &= read_colors(diags, root, theme, arena);
	fonts = yaml_find(root, "fonts");
	if (fonts)
		ok &= read_fonts(diags, fonts, theme, arena);
	ok &= read_posters(diags, root, theme, arena);
	return ok && (theme->extends.str.len || is_complete(diags, theme));
}

/* What is told under a key of its own; colours and fonts are read apart. */
static bool read_parts(const struct markdown_env *env,
		       const struct yaml_node *root, struct raw_theme *raw)
{
	bool ok = true;

	for (size_t i = 0; i < sizeof(FIELDS) / sizeof(*FIELDS); i++) {
		const struct schema *inner = FIELDS[i].inner;
		const struct yaml_node *part = yaml_find(root, FIELDS[i].key);

		if (part && inner && inner->fields && inner != &COLORS_SCHEMA &&
		    inner != &FONTS_SCHEMA)
			ok &= schema_read(env, inner, part, raw);
	}
	return ok;
}

static bool read_colors(struct diags *diags, const struct yaml_node *root,
			struct theme *theme, struct arena *arena)
{
	const struct yaml_node *colors = yaml_find(root, "colors");
	bool ok;

	if (!colors)
		return true;
	theme->colors_at = colors->at;
	ok = read_mode(diags, yaml_find(colors, "light"), &theme->light, arena);
	ok &= read_mode(diags, yaml_find(colors, "dark"), &theme->dark, arena);
	return ok;
}

static bool read_posters(struct diags *diags, const struct yaml_node *root,
			 struct theme *theme, struct arena *arena)
{
	const struct yaml_node *poster = yaml_find(root, "poster");
	bool ok;

	if (!poster)
		return true;
	ok = read_poster(diags, yaml_find(poster, "light"),
			 &theme->poster_light, arena);
	ok &= read_poster(diags, yaml_find(poster, "dark"), &theme->poster_dark,
			  arena);
	return ok;
}

/* It may give less only where another gives the rest. */
static bool is_complete(struct diags *diags, const struct theme *theme)
{
	bool ok = true;

	if (!theme->colors_at.file)
		ok = diag_error(diags, theme->at, "a theme needs \"colors\"");
	if (!theme->fonts_at.file)
		ok = diag_error(diags, theme->at, "a theme needs \"fonts\"");
	if (!ok)
		diag_hint(diags, "a theme with `extends: default` gives only "
				 "what differs from that one");
	if (!ok)
		return false;
	if (!theme->light.at.file)
		ok = diag_error(diags, theme->colors_at,
				"\"colors\" needs a mapping \"light\"");
	if (!theme->dark.at.file)
		ok = diag_error(diags, theme->colors_at,
				"\"colors\" needs a mapping \"dark\"");
	ok &= mode_is_complete(diags, "light", &theme->light);
	ok &= mode_is_complete(diags, "dark", &theme->dark);
	for (size_t k = 0; k < FONTS_SCHEMA.count; k++)
		if (!theme_font(theme, FONTS_FIELDS[k].key).len)
			ok = diag_error(diags, theme->fonts_at,
					"\"fonts\" needs \"%s\"",
					FONTS_FIELDS[k].key);
	return ok;
}

static bool mode_is_complete(struct diags *diags, const char *name,
			     const struct theme_mode *mode)
{
	bool ok = true;

	if (!mode->at.file)
		return true;
	for (size_t k = 0; k < MODE_SCHEMA.count; k++)
		if (MODE_FIELDS[k].kind == FIELD_COLOR &&
		    !theme_find(mode, MODE_FIELDS[k].key))
			ok = diag_error(diags, mode->at,
					"\"%s\" needs the colour \"%s\"", name,
					MODE_FIELDS[k].key);
	if (ok && !mode->series_count)
		ok = diag_error(diags, mode->at,
				"\"%s\" needs \"series\" of %d to %d colours",
				name, SERIES_LEAST, SERIES_MOST);
	return ok;
}

void theme_inherit(struct theme *theme, const struct theme *parent,
		   struct arena *arena)
{
	const char **dirs = NULL;
	size_t dir_count = 0, count;

	for (size_t i = 0; i < parent->dir_count; i++)
		*arena_push(arena, dirs, dir_count) = parent->dirs[i];
	for (size_t i = 0; i < theme->dir_count; i++)
		*arena_push(arena, dirs, dir_count) = theme->dirs[i];
	theme->dirs = dirs;
	theme->dir_count = dir_count;
	inherit_mode(&theme->light, &parent->light, arena);
	inherit_mode(&theme->dark, &parent->dark, arena);
	theme->fonts = joined(theme->fonts, &theme->font_count, parent->fonts,
			      parent->font_count, arena);
	inherit_mode(&theme->poster_light, &parent->poster_light, arena);
	inherit_mode(&theme->poster_dark, &parent->poster_dark, arena);
	for (size_t i = 0; i < LOOK_NUMBERS; i++)
		if (isnan(theme->numbers[i]))
			theme->numbers[i] = parent->numbers[i];
	for (size_t i = 0; i < LOOK_CHOICES; i++)
		if (!theme->choices[i].str.len)
			theme->choices[i] = parent->choices[i];
	if (!theme->preload_count) {
		theme->preload = parent->preload;
		theme->preload_count = parent->preload_count;
	}
	count = theme->params.count;
	for (size_t i = 0; i < parent->params.count; i++) {
		struct str name = parent->params.items[i].name.str;
		size_t k = 0;

		while (k < count &&
		       !str_equals(theme->params.items[k].name.str, name))
			k++;
		if (k == count)
			*arena_push(arena, theme->params.items,
				    theme->params.count) =
				parent->params.items[i];
	}
}

static void inherit_mode(struct theme_mode *mode,
			 const struct theme_mode *parent, struct arena *arena)
{
	mode->tokens = joined(mode->tokens, &mode->token_count, parent->tokens,
			      parent->token_count, arena);
	if (mode->series_count)
		return;
	mode->series = parent->series;
	mode->series_count = parent->series_count;
}

/* The parent's tokens in its order, each with the own value, then the rest. */
static struct token *joined(const struct token *own, size_t *own_count,
			    const struct token *parents, size_t count,
			    struct arena *arena)
{
	struct token *all = NULL;
	size_t all_count = 0;

	for (size_t i = 0; i < count; i++)
		*arena_push(arena, all, all_count) = parents[i];
	for (size_t i = 0; i < *own_count; i++) {
		size_t k = 0;

		while (k < count && !str_equals(all[k].name, own[i].name))
			k++;
		if (k < count)
			all[k] = own[i];
		else
			*arena_push(arena, all, all_count) = own[i];
	}
	*own_count = all_count;
	return all;
}

bool words_read(struct diags *diags, const char *const *dirs, size_t dir_count,
		struct str language, struct words *words, struct arena *arena)
{
	struct str name =
		arena_printf(arena, "i18n/%.*s.yaml", STR_ARG(language));
	bool ok = true;

	*words = (struct words){ .language = language };
	for (size_t i = 0; i < dir_count; i++) {
		const char *path = path_join(dirs[i], name, arena);
		struct words own = { .language = language };
		const struct yaml_node *root;

		if ((words->at.file || i + 1 < dir_count) &&
		    !text_is_there(diags, path, &ok))
			continue;
		words->at.file = path;
		root = read_yaml(diags, path, arena);
		ok &= root && add_words(diags, root, STR(""), &own, arena);
		overlay(words, &own, arena);
	}
	return ok;
}

/* The own words in the places of those of the same keys, then the rest. */
static void overlay(struct words *words, const struct words *own,
		    struct arena *arena)
{
	size_t count = words->count;

	for (size_t i = 0; i < own->count; i++) {
		size_t k = 0;

		while (k < count &&
		       !str_equals(words->items[k].key, own->items[i].key))
			k++;
		if (k < count)
			words->items[k] = own->items[i];
		else
			*arena_push(arena, words->items, words->count) =
				own->items[i];
	}
}

static const struct yaml_node *read_yaml(struct diags *diags, const char *path,
					 struct arena *arena)
{
	struct str text;

	if (!text_read(diags, path, TEXT_LIMIT, &text, arena))
		return NULL;
	return yaml_parse(diags, text, (struct place){ path, 1, 1, 1 }, arena);
}

static bool read_mode(struct diags *diags, const struct yaml_node *node,
		      struct theme_mode *mode, struct arena *arena)
{
	bool ok = true;

	if (!node)
		return true;
	mode->at = node->at;
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];

		if (str_is(pair->key, "series"))
			ok &= read_series(diags, pair->value, mode, arena);
		else
			ok &= read_colour(diags, pair->key, pair->value,
					  arena_push(arena, mode->tokens,
						     mode->token_count));
	}
	return ok;
}

static bool read_colour(struct diags *diags, struct str name,
			const struct yaml_node *node, struct token *token)
{
	token->name = name;
	if (!schema_text(diags, name.ptr, node, &token->text))
		return false;
	if (color_is_valid(token->text.str)) {
		const char *digits = token->text.str.ptr + 1;

		token->colour = (uint32_t)strtoul(digits, NULL, 16);
		return true;
	}
	return diag_error(diags, node->at,
			  "\"%.*s\" must be a colour such as \"#2b5f9e\", "
			  "found \"%.*s\"",
			  STR_ARG(name), STR_ARG(token->text.str));
}

static bool read_series(struct diags *diags, const struct yaml_node *node,
			struct theme_mode *mode, struct arena *arena)
{
	bool ok = true;

	if (node->kind != YAML_LIST || node->item_count < SERIES_LEAST ||
	    node->item_count > SERIES_MOST)
		return diag_error(diags, node->at,
				  "\"series\" must be a list of %d to %d "
				  "colours",
				  SERIES_LEAST, SERIES_MOST);
	for (size_t i = 0; i < node->item_count; i++)
		ok &= read_colour(diags, STR("series"), node->items[i],
				  arena_push(arena, mode->series,
					     mode->series_count));
	return ok;
}

static bool read_poster(struct diags *diags, const struct yaml_node *node,
			struct theme_mode *mode, struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		size_t k = 0;

		while (k < POSTER_TOKEN_COUNT &&
		       !str_is(pair->key, POSTER_TOKENS[k].name))
			k++;
		if (k == POSTER_TOKEN_COUNT) {
			unknown_colour(diags, pair);
			ok = false;
		} else if (POSTER_TOKENS[k].count) {
			ok &= read_poster_list(diags, &POSTER_TOKENS[k],
					       pair->value, mode, arena);
		} else {
			ok &= read_colour(diags, pair->key, pair->value,
					  arena_push(arena, mode->tokens,
						     mode->token_count));
		}
	}
	return ok;
}

static bool read_poster_list(struct diags *diags,
			     const struct poster_token *token,
			     const struct yaml_node *node,
			     struct theme_mode *mode, struct arena *arena)
{
	bool ok = true;

	if (node->kind != YAML_LIST || node->item_count != token->count)
		return diag_error(diags, node->at,
				  "\"%s\" must be a list of %zu colours",
				  token->name, token->count);
	for (size_t i = 0; i < node->item_count; i++)
		ok &= read_colour(
			diags, arena_printf(arena, "%s%zu", token->name, i + 1),
			node->items[i],
			arena_push(arena, mode->tokens, mode->token_count));
	return ok;
}

static void unknown_colour(struct diags *diags, const struct yaml_pair *pair)
{
	struct str names[POSTER_TOKEN_COUNT];

	for (size_t k = 0; k < POSTER_TOKEN_COUNT; k++)
		names[k] = str_from(POSTER_TOKENS[k].name);
	diag_error(diags, pair->at, "a poster has no colour \"%.*s\"",
		   STR_ARG(pair->key));
	diag_suggest(diags, pair->key, names, POSTER_TOKEN_COUNT);
}

static bool read_fonts(struct diags *diags, const struct yaml_node *node,
		       struct theme *theme, struct arena *arena)
{
	bool ok = true;

	theme->fonts_at = node->at;
	for (size_t i = 0; i < node->pair_count; i++) {
		struct token *font =
			arena_push(arena, theme->fonts, theme->font_count);

		font->name = node->pairs[i].key;
		ok &= schema_entry(diags, "fonts", node->pairs[i].value,
				   &font->text);
	}
	return ok;
}

static bool add_words(struct diags *diags, const struct yaml_node *mapping,
		      struct str prefix, struct words *words,
		      struct arena *arena)
{
	bool ok = true;

	if (mapping->kind != YAML_MAPPING)
		return diag_error(diags, mapping->at,
				  "words must be a mapping, found %s",
				  yaml_kind_name(mapping));
	for (size_t i = 0; i < mapping->pair_count; i++) {
		const struct yaml_pair *pair = &mapping->pairs[i];
		struct str key =
			arena_printf(arena, "%.*s%s%.*s", STR_ARG(prefix),
				     prefix.len ? "." : "", STR_ARG(pair->key));
		struct word *word;

		if (pair->value->kind == YAML_MAPPING) {
			ok &= add_words(diags, pair->value, key, words, arena);
			continue;
		}
		if (pair->value->kind != YAML_SCALAR) {
			ok = diag_error(diags, pair->value->at,
					"a word must be text, found %s",
					yaml_kind_name(pair->value));
			continue;
		}
		word = arena_push(arena, words->items, words->count);
		word->key = key;
		word->text =
			(struct text){ pair->value->text, pair->value->at };
	}
	return ok;
}
