#include "import/role.h"

#include "import/phrases.h"
#include "import/wording.h"

enum role role_of(struct str words)
{
	/* The first that is there: "Who should use oak" is advice. */
	static const struct {
		const char *phrases;
		enum role role;
	} ROLES[] = {
		{ PHRASES_FAQ, ROLE_FAQ },
		{ PHRASES_METHOD, ROLE_METHOD },
		{ PHRASES_PROS_CONS, ROLE_PROS_CONS },
		{ PHRASES_CONS, ROLE_CONS },
		{ PHRASES_PROS, ROLE_PROS },
		{ PHRASES_FEATURES, ROLE_FEATURES },
		{ PHRASES_USERS, ROLE_USERS },
		{ PHRASES_GUIDE, ROLE_GUIDE },
		{ PHRASES_USE_CASES, ROLE_USE_CASES },
		{ PHRASES_OVERVIEW, ROLE_OVERVIEW },
	};

	words = wording_without(words, ":");
	for (size_t k = 0; k < sizeof(ROLES) / sizeof(*ROLES); k++)
		if (wording_has_any(words, ROLES[k].phrases))
			return ROLES[k].role;
	if (wording_is_any(words, PHRASES_SOURCES))
		return ROLE_SOURCES;
	/* "Use oak when", "Go with elm if you …". */
	if (wording_starts_any(words, PHRASES_ADVICE) &&
	    wording_has_any(words, PHRASES_ADVICE_WHEN))
		return ROLE_GUIDE;
	return wording_is_any(words, PHRASES_BACKGROUND) ? ROLE_OVERVIEW
							 : ROLE_NONE;
}
