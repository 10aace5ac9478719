#include "scaffold/reading.h"

#include "make/lineage.h"
#include "make/resources.h"
#include "make/tongue.h"
#include "read/content.h"
#include "read/edition.h"

static bool speak(struct diags *diags, const struct reading *reading,
		  const struct text *language, struct site *site,
		  struct arena *arena);
static bool read_first(struct diags *diags, struct str slug,
		       struct reading *reading, struct arena *arena);
static bool read_edition(struct diags *diags, size_t k, struct str slug,
			 struct reading *reading, struct arena *arena);

bool reading_site(struct diags *diags, const char *content,
		  struct reading *reading, struct arena *arena)
{
	const char *resources = resources_find(diags, arena);
	struct site *site = &reading->site;

	*reading = (struct reading){ 0 };
	return resources && content_read_site(diags, content, site, arena) &&
	       lineage_read(diags, resources, content, site->theme.str,
			    site->theme.at, &reading->theme, arena) &&
	       speak(diags, reading, &site->language, site, arena);
}

bool reading_comparison(struct diags *diags, struct str slug,
			struct reading *reading, struct arena *arena)
{
	bool ok = read_first(diags, slug, reading, arena);

	/* What is wrong in the first language is told there. */
	for (size_t k = 0; ok && k < reading->site.language_count; k++)
		ok &= read_edition(diags, k, slug, reading, arena);
	return ok;
}

const struct comparison *reading_in(const struct reading *reading,
				    struct str language)
{
	for (size_t k = 0; k < reading->translated_count; k++)
		if (str_equals(reading->translated[k].language, language))
			return &reading->translated[k].c;
	return NULL;
}

static bool speak(struct diags *diags, const struct reading *reading,
		  const struct text *language, struct site *site,
		  struct arena *arena)
{
	struct tongue *tongue = arena_new(arena, struct tongue);

	if (!tongue_read(diags, &reading->theme, language, tongue, arena))
		return false;
	tongue_speak(tongue, site, arena);
	return true;
}

/* It may be written in another language than the site. */
static bool read_first(struct diags *diags, struct str slug,
		       struct reading *reading, struct arena *arena)
{
	struct site own = reading->site;
	struct str *files;
	size_t count;

	/* What the head alone cannot know, the whole reading judges. */
	content_read_head(diags, &own, slug, &reading->head, arena);
	if (reading->head.language.str.len) {
		own.language = reading->head.language;
		if (!speak(diags, reading, &own.language, &own, arena))
			return false;
	}
	return content_read_comparison(diags, &own, slug, &reading->c, &files,
				       &count, arena);
}

/* In the `k`th language, if it is there. */
static bool read_edition(struct diags *diags, size_t k, struct str slug,
			 struct reading *reading, struct arena *arena)
{
	struct translated *translated;
	struct site edition;
	struct str *files;
	size_t count, i = 0;

	if (!edition_of(diags, &reading->site, k, &edition, arena))
		return false;
	while (i < edition.slug_count && !str_equals(edition.folders[i], slug))
		i++;
	if (i == edition.slug_count)
		return true;
	if (!speak(diags, reading, &edition.language, &edition, arena))
		return false;
	translated = arena_push(arena, reading->translated,
				reading->translated_count);
	translated->language = edition.edition;
	return content_read_comparison(diags, &edition, edition.slugs[i],
				       &translated->c, &files, &count, arena);
}
