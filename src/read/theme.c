#include "read/theme.h"

#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "read/lexical.h"
#include "read/schema.h"
#include "read/schemas.h"
#include "read/text.h"

enum { SERIES_LEAST = 6, SERIES_MOST = 12 };

struct raw_theme {
	struct text name, extends;
	double radius;
	struct params params;
};

static const struct yaml_node *read_yaml(struct diags *diags, const char *path,
					 struct arena *arena);
static bool read_mode(struct diags *diags, const struct yaml_node *node,
		      struct theme_mode *mode, struct arena *arena);
static bool read_colour(struct diags *diags, struct str name,
			const struct yaml_node *node, struct token *token);
static bool read_series(struct diags *diags, const struct yaml_node *node,
			struct theme_mode *mode, struct arena *arena);
static bool read_fonts(struct diags *diags, const struct yaml_node *node,
		       struct theme *theme, struct arena *arena);
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
	{ .key = "radius",
	  .kind = FIELD_NUMBER,
	  .offset = offsetof(struct raw_theme, radius),
	  .max = 100 },
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
	struct raw_theme raw = { .radius = NAN };
	const struct yaml_node *colors, *fonts;
	bool ok = true;

	*theme = (struct theme){ .at = { path, 1, 1, 1 }, .radius = NAN };
	*arena_push(arena, theme->dirs, theme->dir_count) = dir;
	if (!root || !schema_read(&env, &THEME_SCHEMA, root, &raw))
		return false;
	theme->name = raw.name;
	theme->extends = raw.extends;
	theme->radius = raw.radius;
	theme->params = raw.params;
	colors = yaml_find(root, "colors");
	fonts = yaml_find(root, "fonts");
	if (colors) {
		theme->colors_at = colors->at;
		ok &= read_mode(diags, yaml_find(colors, "light"),
				&theme->light, arena);
		ok &= read_mode(diags, yaml_find(colors, "dark"), &theme->dark,
				arena);
	}
	if (fonts)
		ok &= read_fonts(diags, fonts, theme, arena);
	return ok && (theme->extends.str.len || is_complete(diags, theme));
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
	if (isnan(theme->radius))
		theme->radius = parent->radius;
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

		if (i && !text_is_there(diags, path, &ok))
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

static bool read_fonts(struct diags *diags, const struct yaml_node *node,
		       struct theme *theme, struct arena *arena)
{
	bool ok = true;

	theme->fonts_at = node->at;
	for (size_t i = 0; i < node->pair_count; i++) {
		struct token *font =
			arena_push(arena, theme->fonts, theme->font_count);

		font->name = node->pairs[i].key;
		ok &= schema_text(diags, "fonts", node->pairs[i].value,
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
