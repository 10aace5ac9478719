#include "import/aim.h"

#include "base/wording.h"
#include "import/phrases.h"

enum aim aim_of(struct str words)
{
	/* The first that is there: "Who should use oak" is advice. */
	static const struct {
		const char *phrases;
		enum aim aim;
	} AIMS[] = {
		{ PHRASES_FAQ, AIM_FAQ },
		{ PHRASES_METHOD, AIM_METHOD },
		{ PHRASES_PROS_CONS, AIM_PROS_CONS },
		{ PHRASES_CONS, AIM_CONS },
		{ PHRASES_PROS, AIM_PROS },
		{ PHRASES_FEATURES, AIM_FEATURES },
		{ PHRASES_USERS, AIM_USERS },
		{ PHRASES_GUIDE, AIM_GUIDE },
		{ PHRASES_USE_CASES, AIM_USE_CASES },
		{ PHRASES_OVERVIEW, AIM_OVERVIEW },
	};

	words = str_without(words, ":");
	for (size_t k = 0; k < sizeof(AIMS) / sizeof(*AIMS); k++)
		if (wording_has_any(words, AIMS[k].phrases))
			return AIMS[k].aim;
	if (wording_is_any(words, PHRASES_IN_ALL))
		return AIM_GUIDE;
	if (wording_is_any(words, PHRASES_SOURCES))
		return AIM_SOURCES;
	/* "Use oak when", "Go with elm if you …". */
	if (wording_starts_any(words, PHRASES_ADVICE) &&
	    wording_has_any(words, PHRASES_ADVICE_WHEN))
		return AIM_GUIDE;
	return wording_is_any(words, PHRASES_BACKGROUND) ? AIM_OVERVIEW
							 : AIM_NONE;
}
