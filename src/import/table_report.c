#include "import/table_write.h"

#include <math.h>

#include "import/table_value.h"

static size_t count_kind(const struct study *study, bool facts);
static void add_attribute(const struct study *study,
			  const struct attribute *attribute, struct buf *buf);

void study_finding(const struct study *study, struct buf *buf)
{
	size_t facts = count_kind(study, true);

	buf_count(buf, study->option_count, "option, ", "options, ");
	buf_count(buf, count_kind(study, false), "criterion", "criteria");
	if (facts) {
		buf_text(buf, ", ");
		buf_count(buf, facts, "fact", "facts");
	}
	if (study->max)
		buf_printf(buf, ", scores from %g to %g", study->min,
			   study->max);
}

static size_t count_kind(const struct study *study, bool facts)
{
	size_t count = 0;

	for (size_t j = 0; j < study->attribute_count; j++)
		count += (study->attributes[j].kind == ATTRIBUTE_FACT) == facts;
	return count;
}

void study_report(const struct study *study, struct buf *report)
{
	buf_printf(report, "Import of %s\n\n", study->book->path);
	study_finding(study, report);
	buf_text(report, "\n\nTo do\n\n");
	lines_write(&study->book->todo, "- TODO: ", report);
	buf_text(report, "- read what stands where, and remove this file\n");
	buf_text(report, "\nRemarks\n\n");
	lines_write(&study->book->remarks, "- ", report);
	if (!study->book->remarks.count)
		buf_text(report, "- none\n");
	buf_text(report, "\nRows and columns\n\n");
	for (size_t j = 0; j < study->attribute_count; j++)
		add_attribute(study, &study->attributes[j], report);
}

static void add_attribute(const struct study *study, const struct attribute *a,
			  struct buf *buf)
{
	buf_printf(buf, "\"%.*s\" -> ", STR_ARG(a->as_written));
	switch (a->kind) {
	case ATTRIBUTE_FACT:
		buf_text(buf, "options.csv: a fact");
		break;
	case ATTRIBUTE_MEASURE:
		buf_printf(buf, "criterion %.*s: a measure, %s is better",
			   STR_ARG(a->id),
			   a->head.better == DIRECTION_LOWER ? "lower"
							     : "higher");
		if (a->head.unit.len)
			buf_printf(buf, ", in %.*s", STR_ARG(a->head.unit));
		break;
	case ATTRIBUTE_JUDGED:
		buf_printf(buf, "criterion %.*s: scores", STR_ARG(a->id));
		break;
	case ATTRIBUTE_ANSWER:
		buf_printf(buf, "criterion %.*s: yes or no", STR_ARG(a->id));
		break;
	}
	if (a->kind != ATTRIBUTE_FACT && !isnan(a->weight))
		buf_printf(buf, ", weight %.*s",
			   STR_ARG(table_number_text(a->weight, study->arena)));
	buf_char(buf, '\n');
}
