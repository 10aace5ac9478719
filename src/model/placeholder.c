#include "model/placeholder.h"

static const struct str TEXTS[PLACEHOLDER_COUNT] = {
	[PLACEHOLDER_TAGLINE] =
		STR_INIT("Say in one sentence what this site compares."),
	[PLACEHOLDER_HOME] = STR_INIT("What these comparisons are about, who "
				      "makes them, and how."),
	[PLACEHOLDER_SUMMARY] = STR_INIT("Say in a sentence or two what is "
					 "compared, and for whom."),
	[PLACEHOLDER_INTRODUCTION] =
		STR_INIT("What the question is, who asks it, and what was left "
			 "out."),
	[PLACEHOLDER_OPTION] = STR_INIT("What it is, in a paragraph."),
	[PLACEHOLDER_CRITERION] = STR_INIT("What is judged here, and how."),
	[PLACEHOLDER_SECTION] = STR_INIT("How it does on this, and what that "
					 "rests on."),
	[PLACEHOLDER_PROFILE] = STR_INIT("What is being built or chosen, and "
					 "why these weights fit it."),
	[PLACEHOLDER_NOTE] = STR_INIT("An example: give scores from 0 to 10, "
				      "and say why."),
	[PLACEHOLDER_SOURCE] = STR_INIT("What the scores rest on"),
	[PLACEHOLDER_PAGE] =
		STR_INIT("What readers of this page want to know."),
};

struct str placeholder_text(enum placeholder placeholder)
{
	return TEXTS[placeholder];
}
