#include "model/prose.h"

bool prose_is_empty(const struct prose *prose)
{
	return prose->html.len == 0;
}
