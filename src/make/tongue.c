#include "make/tongue.h"

#include <errno.h>

#include "base/file.h"
#include "read/columns.h"
#include "read/theme.h"

static bool has_words(struct diags *diags, const struct theme *theme,
		      const struct text *language, struct arena *arena);

bool tongue_read(struct diags *diags, const struct theme *theme,
		 const struct text *language, struct tongue *tongue,
		 struct arena *arena)
{
	bool read;

	*tongue = (struct tongue){ 0 };
	read = has_words(diags, theme, language, arena) &&
	       words_read(diags, theme->dirs, theme->dir_count, language->str,
			  &tongue->words, arena);
	if (!read)
		tongue->words.count = 0;
	return read &&
	       phrases_init(diags, &tongue->phrases, &tongue->words, arena);
}

void tongue_speak(const struct tongue *tongue, struct site *site,
		  struct arena *arena)
{
	const struct str *texts = tongue->phrases.texts;

	site->code_label = texts[WORD_CODE];
	site->note_label = texts[WORD_NOTE];
	site->verdict = texts[WORD_VERDICT];
	site->answers[0] = texts[WORD_YES];
	site->answers[1] = texts[WORD_PARTIAL];
	site->answers[2] = texts[WORD_NO];
	site->columns = columns_words(&tongue->words, arena);
}

static bool has_words(struct diags *diags, const struct theme *theme,
		      const struct text *language, struct arena *arena)
{
	struct str file =
		arena_printf(arena, "i18n/%.*s.yaml", STR_ARG(language->str));
	struct str *names = NULL, *known = NULL;
	size_t count, known_count = 0;

	for (size_t i = 0; i < theme->dir_count; i++) {
		const char *dir = theme->dirs[i];

		/* What cannot be looked at is told of where it is read. */
		if (file_is_there(path_join(dir, file, arena)) ||
		    !file_is_absent(errno))
			return true;
		if (!file_list(path_join(dir, STR("i18n"), arena), &names,
			       &count, arena))
			continue;
		for (size_t k = 0; k < count; k++)
			*arena_push(arena, known, known_count) =
				path_stem(names[k]);
	}
	diag_error(diags, language->at,
		   "the theme has no words of the language \"%.*s\": there is "
		   "no %.*s",
		   STR_ARG(language->str), STR_ARG(file));
	diag_suggest(diags, language->str, known, known_count);
	return false;
}
