#include "read/front_matter.h"

#include "read/text.h"

static struct str trim_line(struct str line);

bool front_matter_read(struct diags *diags, const char *path,
		       struct front_matter *out, struct arena *arena)
{
	struct place at = { path, 1, 1, 3 };
	struct str text, yaml;
	unsigned line;

	*out = (struct front_matter){ .file = path };
	if (!text_read(diags, path, TEXT_LIMIT, &text, arena))
		return false;
	if (!front_matter_split(text, &yaml, &out->body, &line)) {
		if (line > 1)
			return diag_error(diags, at,
					  "the front matter is not closed: a "
					  "second line of --- is missing");
		diag_error(diags, at, "expected front matter: a line of ---");
		diag_hint(diags, "begin the file with a line of ---, the keys, "
				 "and another line of ---");
		return false;
	}
	out->body_at = (struct place){ path, line, 1, 1 };
	at.line = 2;
	at.width = 1;
	out->text = yaml;
	out->yaml = yaml_parse(diags, yaml, at, arena);
	return out->yaml != NULL;
}

bool front_matter_split(struct str text, struct str *yaml, struct str *body,
			unsigned *line)
{
	struct str rest = text;

	*line = 1;
	if (!str_is(trim_line(str_cut(&rest, '\n')), "---"))
		return false;
	*yaml = rest;
	for (*line = 2; rest.ptr; ++*line) {
		const char *start = rest.ptr;

		if (!str_is(trim_line(str_cut(&rest, '\n')), "---"))
			continue;
		yaml->len = (size_t)(start - yaml->ptr);
		*body = rest.ptr ? rest : str_from_byte(text, text.len);
		++*line;
		return true;
	}
	return false;
}

/* Without blanks and the CR at its end. */
static struct str trim_line(struct str line)
{
	while (line.len && (line.ptr[line.len - 1] == '\r' ||
			    line.ptr[line.len - 1] == ' '))
		line.len--;
	return line;
}
