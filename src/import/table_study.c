#include "import/table_study.h"

#include <math.h>

#include "base/buf.h"
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

double *study_numbers(const struct study *study)
{
	size_t count = study->attribute_count * study->option_count;
	double *numbers = arena_array(study->arena, double, count + 1);

	for (size_t n = 0; n < count; n++)
		numbers[n] = NAN;
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];

		if (entry->cell->kind == CELL_NUMBER &&
		    str_equals(entry->judge, study->entries[0].judge))
			numbers[entry->attribute * study->option_count +
				entry->option] = entry->cell->number;
	}
	return numbers;
}

bool entry_is_score(const struct study *study, const struct entry *entry)
{
	const struct attribute *attribute =
		&study->attributes[entry->attribute];
	const struct cell *cell = entry->cell;

	switch (attribute->kind) {
	case ATTRIBUTE_MEASURE:
		return cell->kind == CELL_NUMBER;
	case ATTRIBUTE_JUDGED:
		return cell->kind == CELL_ANSWER ||
		       (cell->kind == CELL_NUMBER &&
			cell->number >= study->min &&
			cell->number <= study->max);
	case ATTRIBUTE_ANSWER:
		return cell->kind == CELL_ANSWER;
	case ATTRIBUTE_FACT:
		break;
	}
	return false;
}

void study_drop_option(struct study *study, size_t option)
{
	size_t kept = 0;

	for (size_t e = 0; e < study->entry_count; e++) {
		struct entry entry = study->entries[e];

		if (entry.option == option)
			continue;
		entry.option -= entry.option > option;
		study->entries[kept++] = entry;
	}
	study->entry_count = kept;
	for (size_t i = option + 1; i < study->option_count; i++)
		study->options[i - 1] = study->options[i];
	study->option_count--;
}

void study_drop_attribute(struct study *study, size_t attribute)
{
	size_t kept = 0;

	for (size_t e = 0; e < study->entry_count; e++) {
		struct entry entry = study->entries[e];

		if (entry.attribute == attribute)
			continue;
		entry.attribute -= entry.attribute > attribute;
		study->entries[kept++] = entry;
	}
	study->entry_count = kept;
	for (size_t j = attribute + 1; j < study->attribute_count; j++)
		study->attributes[j - 1] = study->attributes[j];
	study->attribute_count--;
}

struct str study_option_cells(const struct study *study, size_t option)
{
	struct buf buf = { 0 };

	for (size_t e = 0; e < study->entry_count; e++)
		if (study->entries[e].option == option)
			buf_listed(&buf, "; ", study->entries[e].cell->text);
	return buf_take(&buf, study->arena);
}

struct str study_attribute_cells(const struct study *study, size_t attribute)
{
	const struct attribute *a = &study->attributes[attribute];
	struct buf buf = { 0 };

	buf_listed(&buf, "; ", a->as_written);
	buf_listed(&buf, "; ", a->said[ROLE_WEIGHT].text);
	for (size_t e = 0; e < study->entry_count; e++)
		if (study->entries[e].attribute == attribute)
			buf_listed(&buf, "; ", study->entries[e].cell->text);
	return buf_take(&buf, study->arena);
}

struct str study_title(struct study *study)
{
	struct str stem = path_stem(path_base(str_from(study->book->path)));
	struct str title = words_title(stem, study->arena);

	if (study->title.len) {
		study_todo(study, "say in the summary of comparison.md what is "
				  "compared, and for whom");
		return study->title;
	}
	study_todo(study,
		   "the title \"%.*s\" is the file's name: say in "
		   "comparison.md what is compared, and for whom, in the "
		   "summary, too",
		   STR_ARG(title));
	return title;
}
