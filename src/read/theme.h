/*
 * A theme's tokens and words.
 */
#ifndef READ_THEME_H
#define READ_THEME_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/theme.h"
#include "model/words.h"

/*
 * theme.yaml of the theme's folder.  One that extends another may lack
 * anything; what others lack, and pictures need, is reported.
 */
bool theme_read(struct diags *diags, const char *dir, struct theme *theme,
		struct arena *arena);

/*
 * Takes from `parent`, the theme that it extends, whatever it does not give
 * itself: token by token, and `series` and each of `params` as a whole.
 */
void theme_inherit(struct theme *theme, const struct theme *parent,
		   struct arena *arena);

/*
 * i18n/<language>.yaml of the folders, of which one must have one: a
 * later one's words take the place of those of the same keys.  Keys of nested
 * mappings are joined by dots.
 */
bool words_read(struct diags *diags, const char *const *dirs, size_t dir_count,
		struct str language, struct words *words, struct arena *arena);

#endif
