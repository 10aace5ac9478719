#include "serve/range.h"

static bool read_offset(struct str text, size_t *offset);

enum range_kind range_parse(struct str header, size_t len, struct part *part)
{
	struct str rest = header, unit = str_cut(&rest, '='), first, last;
	size_t from = 0, to = 0;

	if (!str_is(str_trim(unit), "bytes") || !rest.ptr)
		return RANGE_WHOLE;
	first = str_trim(str_cut(&rest, '-'));
	if (!rest.ptr)
		return RANGE_WHOLE;
	last = str_trim(rest);
	if ((!first.len && !last.len) ||
	    (first.len && !read_offset(first, &from)) ||
	    (last.len && !read_offset(last, &to)) ||
	    (first.len && last.len && to < from))
		return RANGE_WHOLE;
	if (!first.len) { /* the last `to` bytes */
		from = to < len ? len - to : 0;
		if (!to)
			return RANGE_BEYOND;
		last.len = 0;
	}
	if (from >= len)
		return RANGE_BEYOND;
	if (!last.len || to >= len)
		to = len - 1;
	*part = (struct part){ from, to - from + 1 };
	return RANGE_PART;
}

/* What is too large for a file stays too large. */
static bool read_offset(struct str text, size_t *offset)
{
	*offset = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		if (*offset < SIZE_MAX / 20)
			*offset = *offset * 10 + (size_t)(text.ptr[i] - '0');
	}
	return text.len > 0;
}
