#include "model/theme.h"

const struct poster_token POSTER_TOKENS[POSTER_TOKEN_COUNT] = {
	{ "paper", 0 },	     { "ink", 0 },	 { "muted", 0 },
	{ "rule", 0 },	     { "foot", 0 },	 { "foot_ink", 0 },
	{ "foot_muted", 0 }, { "mark", 0 },	 { "lead", 0 },
	{ "rest", 0 },	     { "loud", 0 },	 { "loud_ink", 0 },
	{ "loud_muted", 0 }, { "loud_lead", 0 }, { "loud_rest", 0 },
	{ "sides", 2 },	     { "groups", 4 },	 { "heat", 5 },
	{ "warm", 5 },	     { "bands", 6 },
};

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
