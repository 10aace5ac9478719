#include "make/skin.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "draw/look.h"
#include "draw/scene_svg.h"
#include "draw/text_measure.h"
#include "make/lineage.h"
#include "make/resources.h"
#include "make/script_pack.h"
#include "make/script_shorten.h"
#include "make/vocabulary.h"
#include "read/report.h"
#include "read/syntax_read.h"
#include "read/text.h"
#include "read/theme.h"
#include "view/sign.h"

static bool load_sources(struct diags *diags, const char *content,
			 struct skin *skin, struct arena *arena);
static void set_look(struct skin *skin, struct arena *arena);
static bool load_all_assets(struct diags *diags, struct skin *skin,
			    struct arena *arena);
static bool measure_text(struct diags *diags, const struct skin *skin,
			 struct arena *arena);
static bool load_templates(struct diags *diags, const char *dir,
			   struct templates *templates, struct arena *arena);
static bool check_words(struct diags *diags, const struct skin *skin,
			const struct words *words, struct arena *arena);
static bool list_own(struct diags *diags, const char *dir, struct skin *skin,
		     struct arena *arena);
static bool is_among(struct str name, const struct str *names, size_t count);
static bool check_page(struct diags *diags, const struct skin *skin,
		       const struct site_page *page, struct arena *arena);
static bool load_syntaxes(struct diags *diags, const char *ours,
			  const char *content, struct skin *skin,
			  struct arena *arena);
static void report_unused(struct diags *diags, const struct skin *skin,
			  const struct site *site);
static bool is_used(const struct skin *skin, const struct site *site,
		    struct str file);
static void make_palette(const struct theme *theme, struct palette *palette);
static void make_mode(const struct theme_mode *from, struct palette_mode *to);
static uint32_t colour_or(const struct theme_mode *from, const char *name,
			  uint32_t other);
static struct palette_poster poster_of(const struct theme_mode *from,
				       const struct palette_mode *mode);
static bool is_chosen(const struct theme *theme, enum look_choice choice,
		      const char *what);
static double number_of(const struct theme *theme, enum look_number number);
static struct look make_look(const struct theme *theme);
static bool check_tokens(struct diags *diags, const struct skin *skin,
			 struct arena *arena);
static bool check_used(struct diags *diags, const struct skin *skin,
		       const char *what, const struct token *tokens,
		       size_t count, const char *const *known,
		       struct arena *arena);
static bool is_in_sheets(const struct skin *skin, struct str prefix,
			 struct str name);
static void put_look(const struct theme *theme, struct buf *to);
static bool load_assets(struct diags *diags, struct skin *skin, const char *dir,
			struct str below, int depth, struct arena *arena);
static void add_asset(struct skin *skin, const struct skin_asset *asset,
		      struct arena *arena);
static bool find_preloads(struct diags *diags, struct skin *skin,
			  struct arena *arena);
static const char *const *font_files(const struct skin *skin,
				     struct arena *arena);
static void finish_assets(struct skin *skin, struct arena *arena);
static struct str script(struct str source, struct arena *arena);
static struct str stylesheet(const struct skin *skin, struct str css,
			     struct arena *arena);
static void put_tokens(const struct theme_mode *mode, struct buf *to);
static void put_series(size_t slot, struct buf *to);
static void put_name(struct str name, struct buf *to);
static void put_shades(const struct palette_mode *mode, struct buf *to);
static void put_urls(const struct skin *skin, struct str css, struct buf *to);
static struct str published(struct str name, struct str bytes,
			    struct arena *arena);
static struct str stable(struct str name, struct arena *arena);

bool skin_load(struct diags *diags, const struct site *site,
	       const char *theme_name, struct skin *skin, struct arena *arena)
{
	const char *resources = resources_find(diags, arena);
	struct theme *theme = &skin->theme;
	struct str name = theme_name ? str_from(theme_name) : site->theme.str;
	bool ok, whole;

	*skin = (struct skin){ .templates = templates_new(),
			       .has_stable_style = site->stable_style };
	if (!resources)
		return false;
	whole = lineage_read(diags, resources, site->dir, name,
			     theme_name ? (struct place){ 0 } : site->theme.at,
			     theme, arena);
	if (!whole && (!theme->dir_count || theme->extends.str.len))
		return false;
	skin->resources = resources;
	ok = load_sources(diags, site->dir, skin, arena);
	ok = ok && whole && templates_check(diags, skin->templates);
	/* A theme that says wrongly what it extends lacks the other's words. */
	ok &= whole &&
	      skin_tongue(diags, skin, &site->language, &skin->tongue, arena);
	if (!ok)
		return false;
	skin->tongue.phrases.words = &skin->tongue.words;
	set_look(skin, arena);
	return load_all_assets(diags, skin, arena) &&
	       measure_text(diags, skin, arena);
}

/* What the program brings, and what the theme and the content add. */
static bool load_sources(struct diags *diags, const char *content,
			 struct skin *skin, struct arena *arena)
{
	const struct theme *theme = &skin->theme;
	const char *ours = path_join(skin->resources, STR("templates"), arena);
	bool ok = load_templates(diags, ours, skin->templates, arena);

	for (size_t i = 0; i < theme->dir_count; i++)
		ok &= load_templates(diags,
				     path_join(theme->dirs[i], STR("templates"),
					       arena),
				     skin->templates, arena);
	ok &= text_read(diags, path_join(ours, STR("data.schema.json"), arena),
			TEXT_LIMIT, &skin->data_schema, arena);
	ok &= text_read(diags, path_join(ours, STR("index.schema.json"), arena),
			TEXT_LIMIT, &skin->index_schema, arena);
	ok &= load_syntaxes(
		diags, path_join(skin->resources, STR("themes/default"), arena),
		content, skin, arena);
	ok &= folder_list(diags, ours, &skin->known, &skin->known_count, arena);
	for (size_t i = 0; i < theme->dir_count; i++)
		ok &= list_own(diags,
			       path_join(theme->dirs[i], STR("templates"),
					 arena),
			       skin, arena);
	return ok;
}

/* Colours and forms, and a hash of what pictures have of them. */
static void set_look(struct skin *skin, struct arena *arena)
{
	struct look look = make_look(&skin->theme);
	struct buf hash = { 0 };

	make_palette(&skin->theme, &skin->palette);
	look_set(&look);
	scene_svg_style_hash(&skin->palette, &hash);
	skin->style_hash = buf_copy(&hash, arena);
	buf_release(&hash);
}

static bool load_all_assets(struct diags *diags, struct skin *skin,
			    struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < skin->theme.dir_count; i++)
		ok &= load_assets(diags, skin, skin->theme.dirs[i],
				  STR("assets"), 0, arena);
	if (!ok || !check_tokens(diags, skin, arena))
		return false;
	finish_assets(skin, arena);
	return find_preloads(diags, skin, arena);
}

static bool measure_text(struct diags *diags, const struct skin *skin,
			 struct arena *arena)
{
	text_lines_run(skin->tongue.phrases.is_rtl);
	return text_measure_init(diags, font_files(skin, arena),
				 skin->palette.font_body,
				 skin->palette.font_display);
}

void skin_release(struct skin *skin)
{
	templates_free(skin->templates);
	text_measure_end_thread();
	text_measure_end();
}

const struct asset *skin_asset_names(const struct skin *skin,
				     struct arena *arena)
{
	struct asset *names =
		arena_array(arena, struct asset, skin->asset_count);

	for (size_t i = 0; i < skin->asset_count; i++)
		names[i] = skin->assets[i].name;
	return names;
}

bool skin_check_pages(struct diags *diags, const struct skin *skin,
		      const struct site *site, struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < site->page_count; i++)
		ok &= check_page(diags, skin, &site->pages[i], arena);
	report_unused(diags, skin, site);
	return ok;
}

static bool check_page(struct diags *diags, const struct skin *skin,
		       const struct site_page *page, struct arena *arena)
{
	struct str wanted = page->template.str, usual;
	struct str *names = arena_array(arena, struct str, skin->own_count + 1);
	size_t count = 0;

	usual = str_is(page->name, "index") ? STR("home") : STR("page");
	names[count++] = usual;
	for (size_t i = 0; i < skin->own_count; i++) {
		struct str file = path_base(str_from(skin->own[i]));

		if (str_ends(file, ".mustache"))
			names[count++] = path_stem(file);
	}
	if (!wanted.len || is_among(wanted, names, count))
		return true;
	diag_error(diags, page->template.at,
		   "the theme has no template \"%.*s\" of its own",
		   STR_ARG(wanted));
	diag_hint(diags,
		  "a page takes \"%.*s\", or a template that the theme adds "
		  "in its folder templates",
		  STR_ARG(usual));
	diag_suggest(diags, wanted, names, count);
	return false;
}

/* Files of the theme that take the place of none of ours and serve none. */
static void report_unused(struct diags *diags, const struct skin *skin,
			  const struct site *site)
{
	for (size_t i = 0; i < skin->own_count; i++) {
		const char *path = skin->own[i];
		struct str file = path_base(str_from(path));

		if (is_used(skin, site, file))
			continue;
		report(diags, FINDING_UNREAD, (struct place){ .file = path },
		       "no page and no template uses this file");
		diag_suggest(diags, file, skin->known, skin->known_count);
	}
}

static bool is_used(const struct skin *skin, const struct site *site,
		    struct str file)
{
	struct str name = path_stem(file);

	if (str_starts(file, ".") || str_ends(file, "~"))
		return true;
	if (!str_ends(file, ".mustache"))
		return false;
	for (size_t i = 0; i < site->page_count; i++)
		if (str_equals(site->pages[i].template.str, name))
			return true;
	return templates_use(skin->templates, name);
}

static bool load_templates(struct diags *diags, const char *dir,
			   struct templates *templates, struct arena *arena)
{
	struct str *names, text;
	size_t count;
	bool ok = true;

	if (!folder_list(diags, dir, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *path = path_join(dir, names[i], arena);

		if (str_ends(names[i], ".mustache"))
			ok &= text_read(diags, path, TEXT_LIMIT, &text,
					arena) &&
			      templates_add(diags, templates,
					    path_stem(names[i]), path, text);
	}
	return ok;
}

bool skin_tongue(struct diags *diags, const struct skin *skin,
		 const struct text *language, struct tongue *tongue,
		 struct arena *arena)
{
	bool ok = tongue_read(diags, &skin->theme, language, tongue, arena);

	return (!tongue->words.count ||
		check_words(diags, skin, &tongue->words, arena)) &&
	       ok;
}

/* The default theme's own are what others are held against. */
static bool check_words(struct diags *diags, const struct skin *skin,
			const struct words *words, struct arena *arena)
{
	const char *dir =
		path_join(skin->resources, STR("themes/default"), arena);
	struct words english;

	if (!strcmp(words->at.file, path_join(dir, STR("i18n/en.yaml"), arena)))
		return true;
	return words_read(diags, &dir, 1, STR("en"), &english, arena) &&
	       vocabulary_check(diags, words, &english, skin->templates, arena);
}

/* A theme need not have templates at all. */
static bool list_own(struct diags *diags, const char *dir, struct skin *skin,
		     struct arena *arena)
{
	struct str *names;
	size_t count;

	if (!folder_list(diags, dir, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!is_among(names[i], skin->known, skin->known_count))
			*arena_push(arena, skin->own, skin->own_count) =
				path_join(dir, names[i], arena);
	return true;
}

static bool is_among(struct str name, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equals(names[i], name))
			return true;
	return false;
}

/* A theme has those of the default one, too; the content's come last. */
static bool load_syntaxes(struct diags *diags, const char *ours,
			  const char *content, struct skin *skin,
			  struct arena *arena)
{
	const char **folders = NULL;
	size_t count = 0;
	bool ok = true;

	*arena_push(arena, folders, count) = ours;
	for (size_t i = 0; i < skin->theme.dir_count; i++)
		if (strcmp(ours, skin->theme.dirs[i]) != 0)
			*arena_push(arena, folders, count) =
				skin->theme.dirs[i];
	*arena_push(arena, folders, count) = content;
	skin->syntaxes = syntaxes_new(arena);
	for (size_t i = 0; i < count; i++)
		ok &= syntaxes_read(diags,
				    path_join(folders[i], STR("syntax"), arena),
				    skin->syntaxes, arena);
	return ok && syntaxes_join(diags, skin->syntaxes);
}

static void make_palette(const struct theme *theme, struct palette *palette)
{
	make_mode(&theme->light, &palette->light);
	make_mode(&theme->dark, &palette->dark);
	palette->font_body = theme_font(theme, "body").ptr;
	palette->font_display = theme_font(theme, "display").ptr;
	palette->dark_first = is_chosen(theme, LOOK_FIRST, "dark");
	palette->paper = poster_of(&theme->poster_light, &palette->light);
	palette->night = poster_of(&theme->poster_dark, &palette->dark);
}

/* What the theme does not give is made of its colours. */
static struct palette_poster poster_of(const struct theme_mode *from,
				       const struct palette_mode *mode)
{
	struct palette_poster poster = palette_poster_of(mode);

	for (size_t k = 0; k < POSTER_TOKEN_COUNT; k++)
		for (size_t n = 0; !n || n < POSTER_TOKENS[k].count; n++) {
			char name[32];
			const struct token *token;

			snprintf(name, sizeof(name),
				 POSTER_TOKENS[k].count ? "%s%zu" : "%s",
				 POSTER_TOKENS[k].name, n + 1);
			token = theme_find(from, name);
			if (token)
				*palette_poster_colour(&poster, k, n) =
					token->colour;
		}
	return poster;
}

static bool is_chosen(const struct theme *theme, enum look_choice choice,
		      const char *what)
{
	return str_is(theme->choices[choice].str, what);
}

/* Of the default theme's, where one gives none. */
static double number_of(const struct theme *theme, enum look_number number)
{
	static const double USUAL[LOOK_NUMBERS] = {
		[LOOK_RADIUS] = 0,
		[LOOK_PILLS] = 99,
		[LOOK_BAR_RADIUS] = 3,
		[LOOK_RULE_WEIGHT] = 1,
		[LOOK_SIGN_SIZE] = 1,
		[LOOK_HEADLINE_WEIGHT] = 600,
		[LOOK_HEADLINE_TRACKING] = -0.012,
	};

	return isnan(theme->numbers[number]) ? USUAL[number]
					     : theme->numbers[number];
}

static struct look make_look(const struct theme *theme)
{
	return (struct look){
		.corners = number_of(theme, LOOK_BAR_RADIUS) / 3,
		.rules = number_of(theme, LOOK_RULE_WEIGHT),
		.signs = number_of(theme, LOOK_SIGN_SIZE),
		.blocks = is_chosen(theme, LOOK_BAR_SHAPE, "blocks"),
		.dotted = is_chosen(theme, LOOK_RULE_STYLE, "dotted"),
		.dashed = is_chosen(theme, LOOK_RULE_STYLE, "dashed"),
		.light_display = number_of(theme, LOOK_HEADLINE_WEIGHT) < 550,
		.capitals = is_chosen(theme, LOOK_HEADLINE_CASE, "capitals"),
		.oldstyle = is_chosen(theme, LOOK_FIGURES, "oldstyle"),
		.dark_first = is_chosen(theme, LOOK_FIRST, "dark"),
	};
}

/* The reader has seen to it that all of them are there. */
static void make_mode(const struct theme_mode *from, struct palette_mode *to)
{
	to->ink = theme_find(from, "ink")->colour;
	to->muted = theme_find(from, "muted")->colour;
	to->grid = theme_find(from, "grid")->colour;
	to->surface = theme_find(from, "surface")->colour;
	to->panel = theme_find(from, "panel")->colour;
	to->accent = theme_find(from, "accent")->colour;
	to->band = colour_or(from, "band", to->panel);
	to->band_ink = colour_or(from, "band_ink", to->muted);
	for (size_t i = 0; i < PALETTE_SLOTS; i++)
		to->series[i] =
			from->series[i % PALETTE_COLOURS % from->series_count]
				.colour;
}

/*
 * A theme may have colours and fonts for its own style sheets; one that
 * neither they nor pictures use is a slip.
 */
static bool check_tokens(struct diags *diags, const struct skin *skin,
			 struct arena *arena)
{
	static const char *const COLOURS[] = { "ink",	  "muted",    "grid",
					       "surface", "panel",    "accent",
					       "band",	  "band_ink", NULL };
	static const char *const FONTS[] = { "body", "display", NULL };
	const struct theme *theme = &skin->theme;

	bool ok = check_used(diags, skin, "colour", theme->light.tokens,
			     theme->light.token_count, COLOURS, arena);

	ok &= check_used(diags, skin, "colour", theme->dark.tokens,
			 theme->dark.token_count, COLOURS, arena);
	return check_used(diags, skin, "font", theme->fonts, theme->font_count,
			  FONTS, arena) &&
	       ok;
}

static bool check_used(struct diags *diags, const struct skin *skin,
		       const char *what, const struct token *tokens,
		       size_t count, const char *const *known,
		       struct arena *arena)
{
	struct str *used = NULL;
	size_t used_count = 0;
	bool ok = true;

	for (const char *const *k = known; *k; k++)
		*arena_push(arena, used, used_count) = str_from(*k);
	for (size_t i = 0; i < count; i++)
		if (is_in_sheets(skin, what[0] == 'f' ? STR("font-") : STR(""),
				 tokens[i].name))
			*arena_push(arena, used, used_count) = tokens[i].name;
	for (size_t i = 0; i < count; i++) {
		if (is_among(tokens[i].name, used, used_count))
			continue;
		ok = diag_error(diags, tokens[i].text.at,
				"no picture and no style sheet uses the %s "
				"\"%.*s\"",
				what, STR_ARG(tokens[i].name));
		diag_suggest(diags, tokens[i].name, used, used_count);
	}
	return ok;
}

/* Whether a style sheet has var(--name), "font-" before that of a font. */
static bool is_in_sheets(const struct skin *skin, struct str prefix,
			 struct str name)
{
	struct buf use = { 0 };
	bool found = false;

	buf_text(&use, "var(--");
	buf_raw(&use, prefix);
	for (size_t k = 0; k < name.len; k++)
		buf_char(&use, name.ptr[k] == '_' ? '-' : name.ptr[k]);
	for (size_t i = 0; i < skin->asset_count && !found; i++) {
		struct str css = skin->assets[i].bytes;

		while (str_ends(skin->assets[i].name.name, ".css") && !found) {
			size_t at = str_find_str(css, buf_str(&use));

			if (at == css.len)
				break;
			css = str_from_byte(css, at + use.len);
			found = css.len && strchr("), ", css.ptr[0]);
		}
	}
	buf_release(&use);
	return found;
}

/* A theme of its own need not have what came later. */
static uint32_t colour_or(const struct theme_mode *from, const char *name,
			  uint32_t other)
{
	const struct token *token = theme_find(from, name);

	return token ? token->colour : other;
}

/* Of one theme: over those of the themes that it extends. */
static bool load_assets(struct diags *diags, struct skin *skin, const char *dir,
			struct str below, int depth, struct arena *arena)
{
	const char *path = path_join(dir, below, arena);
	struct str *names;
	size_t count;
	bool ok = true;

	if (depth > 8)
		return true;
	if (!folder_list(diags, path, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct skin_asset asset = { .file = path_join(path, names[i],
							      arena) };

		asset.name.name = arena_printf(
			arena, "%.*s/%.*s", STR_ARG(below), STR_ARG(names[i]));
		if (file_is_dir(asset.file)) {
			ok &= load_assets(diags, skin, dir, asset.name.name,
					  depth + 1, arena);
			continue;
		}
		asset.name.name =
			str_from_byte(asset.name.name, strlen("assets/"));
		if (file_read(asset.file, &asset.bytes, arena))
			add_asset(skin, &asset, arena);
		else
			ok = diag_unread(diags, asset.file);
	}
	return ok;
}

/* It takes the place of a parent's; a style sheet is added to it. */
static void add_asset(struct skin *skin, const struct skin_asset *asset,
		      struct arena *arena)
{
	struct str name = asset->name.name, before;
	size_t i = 0;

	while (i < skin->asset_count &&
	       !str_equals(skin->assets[i].name.name, name))
		i++;
	if (i == skin->asset_count) {
		*arena_push(arena, skin->assets, skin->asset_count) = *asset;
		return;
	}
	before = skin->assets[i].bytes;
	skin->assets[i] = *asset;
	if (str_ends(name, ".css"))
		skin->assets[i].bytes =
			ARENA_JOIN(arena, before, STR("\n"), asset->bytes);
}

static bool find_preloads(struct diags *diags, struct skin *skin,
			  struct arena *arena)
{
	const struct theme *theme = &skin->theme;
	struct str *names = arena_array(arena, struct str, skin->asset_count);
	bool ok = true;

	for (size_t i = 0; i < skin->asset_count; i++)
		names[i] = skin->assets[i].name.name;
	skin->preloads = arena_array(arena, struct str, theme->preload_count);
	for (size_t k = 0; k < theme->preload_count; k++) {
		const struct text *wanted = &theme->preload[k];
		size_t i = 0;

		while (i < skin->asset_count &&
		       !str_equals(names[i], wanted->str))
			i++;
		if (i < skin->asset_count) {
			skin->preloads[k] = skin->assets[i].name.path;
			continue;
		}
		ok = diag_error(diags, wanted->at,
				"there is no asset \"%.*s\" to preload",
				STR_ARG(wanted->str));
		diag_suggest(diags, wanted->str, names, skin->asset_count);
	}
	return ok;
}

/* The fonts that pictures are set in, those of the theme itself the first. */
static const char *const *font_files(const struct skin *skin,
				     struct arena *arena)
{
	const char **files = NULL;
	size_t count = 0;

	for (size_t i = 0; i < skin->asset_count; i++)
		if (str_starts(skin->assets[i].name.name, "fonts/"))
			*arena_push(arena, files, count) = skin->assets[i].file;
	*arena_push(arena, files, count) = NULL;
	return files;
}

/* Style sheets last, as they name the others by their hashed names. */
static void finish_assets(struct skin *skin, struct arena *arena)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < skin->asset_count; i++) {
			struct skin_asset *a = &skin->assets[i];

			if (str_ends(a->name.name, ".css") != pass)
				continue;
			if (pass)
				a->bytes = stylesheet(skin, a->bytes, arena);
			else if (str_ends(a->name.name, ".js"))
				a->bytes = script(a->bytes, arena);
			a->name.path = pass && skin->has_stable_style
					       ? stable(a->name.name, arena)
					       : published(a->name.name,
							   a->bytes, arena);
		}
}

static struct str script(struct str source, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct buf packed = { 0 }, shorter = { 0 };
	struct str made = source;

	if (script_pack(source, &packed))
		made = buf_copy(script_shorten(buf_str(&packed), &scratch,
					       &shorter)
					? &shorter
					: &packed,
				arena);
	buf_release(&packed);
	buf_release(&shorter);
	arena_release(&scratch);
	return made;
}

/* The theme's tokens as custom properties, then the sheet. */
static struct str stylesheet(const struct skin *skin, struct str css,
			     struct arena *arena)
{
	const struct theme *theme = &skin->theme;
	struct buf buf = { 0 };
	struct str made;

	buf_text(&buf, ":root{");
	put_tokens(&theme->light, &buf);
	for (size_t i = 0; i < theme->font_count; i++) {
		put_name(arena_printf(arena, "font-%.*s",
				      STR_ARG(theme->fonts[i].name)),
			 &buf);
		buf_printf(&buf, ":%.*s;", STR_ARG(theme->fonts[i].text.str));
	}
	put_shades(&skin->palette.light, &buf);
	put_look(theme, &buf);
	buf_text(&buf,
		 "}\n@media screen and (prefers-color-scheme:dark){:root{");
	put_tokens(&theme->dark, &buf);
	put_shades(&skin->palette.dark, &buf);
	buf_text(&buf, "}}\n");
	for (size_t i = 0; i < PALETTE_SLOTS; i++)
		put_series(i, &buf);
	for (int i = 1; i <= PALETTE_SHADES; i++)
		buf_printf(&buf, ".f-h%d{fill:var(--h%d)}\n", i, i);
	put_urls(skin, css, &buf);
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static void put_look(const struct theme *theme, struct buf *to)
{
	buf_printf(to,
		   "--radius:%gpx;--pill:%gpx;--bar-radius:%gpx;"
		   "--sign-size:%gem;--headline-weight:%g;"
		   "--headline-tracking:%gem;--headline-case:%s;"
		   "--figures:%s;--hair:%gpx %s var(--grid)",
		   number_of(theme, LOOK_RADIUS), number_of(theme, LOOK_PILLS),
		   number_of(theme, LOOK_BAR_RADIUS),
		   number_of(theme, LOOK_SIGN_SIZE) * 0.94,
		   number_of(theme, LOOK_HEADLINE_WEIGHT),
		   number_of(theme, LOOK_HEADLINE_TRACKING),
		   is_chosen(theme, LOOK_HEADLINE_CASE, "capitals")
			   ? "uppercase"
			   : "none",
		   is_chosen(theme, LOOK_FIGURES, "oldstyle") ? "oldstyle-nums"
							      : "lining-nums",
		   number_of(theme, LOOK_RULE_WEIGHT),
		   is_chosen(theme, LOOK_RULE_STYLE, "dotted")	 ? "dotted"
		   : is_chosen(theme, LOOK_RULE_STYLE, "dashed") ? "dashed"
								 : "solid");
	if (is_chosen(theme, LOOK_BAR_SHAPE, "blocks"))
		buf_text(to, ";--bar-mask:repeating-linear-gradient(90deg,"
			     "#000 0 7px,#0000 7px 8.5px)");
}

/* font_body is --font-body. */
static void put_name(struct str name, struct buf *to)
{
	buf_text(to, "--");
	for (size_t i = 0; i < name.len; i++)
		buf_char(to, name.ptr[i] == '_' ? '-' : name.ptr[i]);
}

static void put_tokens(const struct theme_mode *mode, struct buf *to)
{
	for (size_t i = 0; i < mode->token_count; i++) {
		put_name(mode->tokens[i].name, to);
		buf_printf(to, ":#%06x;", mode->tokens[i].colour);
	}
	for (size_t i = 0; i < PALETTE_COLOURS; i++)
		buf_printf(to, "--s%zu:#%06x;", i + 1,
			   mode->series[i % mode->series_count].colour);
}

/*
 * The colour of an option and its sign.  From the thirteenth on the theme's
 * colours come again, unless the comparison sets one of its own.
 */
static void put_series(size_t slot, struct buf *to)
{
	size_t n = slot + 1, theme = slot % PALETTE_COLOURS + 1;

	buf_printf(to, ".s%zu{--c:var(--s%zu", n, n);
	if (theme != n)
		buf_printf(to, ",var(--s%zu)", theme);
	buf_printf(to, ")}.f-s%zu{fill:var(--s%zu", n, n);
	if (theme != n)
		buf_printf(to, ",var(--s%zu)", theme);
	buf_printf(to, ")}.l-s%zu{stroke:var(--s%zu", n, n);
	if (theme != n)
		buf_printf(to, ",var(--s%zu)", theme);
	buf_printf(to, ")}.sign.s%zu{clip-path:", n);
	sign_clip_path(slot, to);
	buf_text(to, "}\n");
}

static void put_shades(const struct palette_mode *mode, struct buf *to)
{
	for (size_t i = 0; i < PALETTE_SHADES; i++)
		buf_printf(to, "--h%zu:#%06x;", i + 1,
			   palette_colour(mode, PAINT_HEAT, i));
	buf_printf(to, "--band:#%06x;--band-ink:#%06x;--fill:#%06x;",
		   mode->band, mode->band_ink,
		   palette_colour(mode, PAINT_FILL, 0));
}

/* url(fonts/a.woff2) becomes the published name, as seen from the sheet. */
static void put_urls(const struct skin *skin, struct str css, struct buf *to)
{
	const struct str OPEN = STR("url(");
	size_t away = skin->has_stable_style ? 0 : strlen("assets/");

	while (css.len) {
		size_t at = str_find_str(css, OPEN), end;
		struct str inside = str_from_byte(css, at + OPEN.len), name;

		buf_raw(to, str_slice(css, 0, at));
		if (at == css.len)
			return;
		end = str_find(inside, ')');
		name = str_trim(str_slice(inside, 0, end));
		if (name.len > 1 && strchr("\"'", name.ptr[0]))
			name = str_slice(name, 1, name.len - 2);
		for (size_t i = 0; i < skin->asset_count; i++)
			if (str_equals(skin->assets[i].name.name, name) &&
			    skin->assets[i].name.path.len)
				name = str_from_byte(skin->assets[i].name.path,
						     away);
		buf_text(to, "url(\"");
		buf_raw(to, name);
		buf_text(to, "\")");
		css = str_from_byte(inside, end + 1);
	}
}

/* "assets/style.1f2e3d4c5b.css" */
static struct str published(struct str name, struct str bytes,
			    struct arena *arena)
{
	struct str extension = path_extension(name);
	struct str stem = name;

	stem.len -= extension.len ? extension.len + 1 : 0;
	return arena_printf(arena, "assets/%.*s.%.*s%s%.*s", STR_ARG(stem),
			    STR_ARG(hash_hex(hash_of(bytes), 10, arena)),
			    extension.len ? "." : "", STR_ARG(extension));
}

/* "style.css": not below assets/, whose files a host lets browsers keep. */
static struct str stable(struct str name, struct arena *arena)
{
	struct buf path = { 0 };
	struct str made;

	for (size_t i = 0; i < name.len; i++)
		buf_char(&path, name.ptr[i] == '/' ? '-' : name.ptr[i]);
	made = buf_copy(&path, arena);
	buf_release(&path);
	return made;
}
