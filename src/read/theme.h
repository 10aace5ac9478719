/*
 * A theme's tokens and words.
 */
#ifndef READ_THEME_H
#define READ_THEME_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/theme.h"
#include "model/words.h"

/* theme.yaml of the theme's folder. */
bool theme_read(struct diags *diags, const char *dir, struct theme *theme,
		struct arena *arena);

/* i18n/<language>.yaml of it: keys of nested mappings are joined by dots. */
bool words_read(struct diags *diags, const char *dir, struct str language,
		struct words *words, struct arena *arena);

#endif
