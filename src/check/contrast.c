#include "check/contrast.h"

#include "read/report.h"
#include "view/palette.h"

static void check_mode(struct diags *diags, const struct theme_mode *mode,
		       const char *name);
static void check_pair(struct diags *diags, const struct token *front,
		       const struct token *ground, double least,
		       const char *mode);

void check_contrast(struct diags *diags, const struct theme *theme)
{
	check_mode(diags, &theme->light, "light");
	check_mode(diags, &theme->dark, "dark");
}

static void check_mode(struct diags *diags, const struct theme_mode *mode,
		       const char *name)
{
	static const char *const TEXTS[] = { "ink", "muted", "link" };
	static const char *const CODE[] = {
		"code_comment", "code_keyword", "code_meta", "code_name",
		"code_number",	"code_string",	"code_type",
	};
	static const char *const GROUNDS[] = { "surface", "panel", "raised" };
	const struct token *surface = theme_find(mode, "surface");

	for (size_t t = 0; t < sizeof(TEXTS) / sizeof(*TEXTS); t++)
		for (size_t g = 0; g < sizeof(GROUNDS) / sizeof(*GROUNDS); g++)
			check_pair(diags, theme_find(mode, TEXTS[t]),
				   theme_find(mode, GROUNDS[g]), 4.5, name);
	for (size_t k = 0; k < sizeof(CODE) / sizeof(*CODE); k++)
		check_pair(diags, theme_find(mode, CODE[k]),
			   theme_find(mode, "panel"), 4.5, name);
	check_pair(diags, theme_find(mode, "accent"), surface, 3, name);
	for (size_t k = 0; k < mode->series_count; k++)
		check_pair(diags, &mode->series[k], surface, 3, name);
}

static void check_pair(struct diags *diags, const struct token *front,
		       const struct token *ground, double least,
		       const char *mode)
{
	double ratio;

	if (!front || !ground)
		return;
	ratio = palette_contrast(front->colour, ground->colour);
	if (ratio >= least)
		return;
	report(diags, FINDING_CONTRAST, front->text.at,
	       "the %s colour \"%.*s\" has a contrast of %.2f on \"%.*s\"; "
	       "%g is the least",
	       mode, STR_ARG(front->name), ratio, STR_ARG(ground->name), least);
}
