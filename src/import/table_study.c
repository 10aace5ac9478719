#include "import/table_study.h"

#include <math.h>

#include "base/file.h"

static size_t study_attribute_add(struct study *study, struct str name);

size_t study_option_named(struct study *study, struct str name, unsigned line)
{
	size_t i = study_option_find(study, name);

	return i < study->option_count ? i
				       : study_option_add(study, name, line);
}

size_t study_attribute_named(struct study *study, struct str name)
{
	size_t j = study_attribute_find(study, name);

	return j < study->attribute_count ? j
					  : study_attribute_add(study, name);
}

size_t study_option_add(struct study *study, struct str name, unsigned line)
{
	struct study_option *option =
		arena_push(study->arena, study->options, study->option_count);

	*option = (struct study_option){ .name = name, .line = line };
	return study->option_count - 1;
}

static size_t study_attribute_add(struct study *study, struct str name)
{
	struct attribute *attribute = arena_push(
		study->arena, study->attributes, study->attribute_count);

	*attribute = (struct attribute){ .as_written = name, .weight = NAN };
	head_read(name, &attribute->head, study->arena);
	return study->attribute_count - 1;
}

size_t study_option_find(const struct study *study, struct str name)
{
	size_t i = 0;

	while (i < study->option_count &&
	       !str_is_like(study->options[i].name, name))
		i++;
	return i;
}

size_t study_attribute_find(const struct study *study, struct str name)
{
	size_t j = 0;

	while (j < study->attribute_count &&
	       !str_is_like(study->attributes[j].as_written, name))
		j++;
	return j;
}

struct str study_title(struct study *study)
{
	struct str stem = path_stem(path_base(str_from(study->book->path)));
	struct head head;

	if (study->title.len) {
		study_todo(study, "say in the summary of comparison.md what is "
				  "compared, and for whom");
		return study->title;
	}
	head_read(stem, &head, study->arena);
	study_todo(study,
		   "the title \"%.*s\" is the file's name: say in "
		   "comparison.md what is compared, and for whom, in the "
		   "summary, too",
		   STR_ARG(head.title));
	return head.title;
}

void study_todo(struct study *study, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	*arena_push(study->arena, study->todo, study->todo_count) =
		arena_vprintf(study->arena, format, args);
	va_end(args);
}
