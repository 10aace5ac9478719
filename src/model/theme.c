#include "model/theme.h"

const struct token *theme_find(const struct theme_mode *mode, const char *name)
{
	for (size_t i = 0; i < mode->token_count; i++)
		if (str_is(mode->tokens[i].name, name))
			return &mode->tokens[i];
	return NULL;
}

struct str theme_font(const struct theme *theme, const char *name)
{
	for (size_t i = 0; i < theme->font_count; i++)
		if (str_is(theme->fonts[i].name, name))
			return theme->fonts[i].text.str;
	return STR("");
}
