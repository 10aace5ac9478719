/*
 * A Markdown file: YAML between two lines of `---`, then the text.
 */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include "read/yaml.h"

struct front_matter {
	const struct yaml_node *yaml; /* a mapping */
	struct str text;	      /* of the YAML */
	struct str body;
	struct place body_at;
	const char *file;
};

/*
 * Parts what stands between the lines of --- from the body, which begins at
 * line `*line`; false where no such line begins the text (`*line` is 1 then),
 * or no second one follows.
 */
bool front_matter_split(struct str text, struct str *yaml, struct str *body,
			unsigned *line);

/* False with diagnostics: no such file, no front matter, no YAML. */
bool front_matter_read(struct diags *diags, const char *path,
		       struct front_matter *out, struct arena *arena);

#endif
