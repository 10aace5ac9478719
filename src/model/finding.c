#include "model/finding.h"

#define FINDING_KIND(id, name, is_error, says) { name, is_error, says },
static const struct finding_kind KINDS[] = { FINDING_LIST(FINDING_KIND) };
#undef FINDING_KIND

const struct finding_kind *finding_kind(enum finding finding)
{
	return &KINDS[finding];
}

bool finding_is_known(struct str name)
{
	for (int k = 0; k < FINDING_COUNT; k++)
		if (str_is(name, KINDS[k].name))
			return true;
	return false;
}
