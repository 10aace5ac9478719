#include "check/study.h"

#include <string.h>

#include "base/file.h"

static void add_file(struct study *study, const char *path);
static void add_folder(struct study *study, const char *name);
static size_t index_of_file(const char *path, const void *items, size_t count,
			    size_t size, size_t at);
static void add_notes(struct study *study, size_t criterion);
static const char *path_of(const struct study *study, const char *name);
static struct date later(struct date a, struct date b);

void study_open(struct study *study)
{
	const struct comparison *c = study->c;

	add_file(study, path_of(study, "comparison.md"));
	add_folder(study, "criteria");
	add_file(study, path_of(study, "faq.md"));
	add_file(study, path_of(study, "guide.md"));
	add_folder(study, "options");
	add_folder(study, "profiles");
	study->newest = later(study->newest, c->updated);
	for (size_t j = 0; c->scored && j < c->criterion_count; j++)
		add_notes(study, j);
	for (size_t k = 0; k < c->source_count; k++)
		study->newest =
			later(study->newest, date_first(c->sources[k].date));
}

struct date study_newest(const struct comparison *heads, size_t count)
{
	struct date newest = { 0 };

	for (size_t i = 0; i < count; i++)
		newest = later(newest, heads[i].updated);
	return newest;
}

bool study_is_english(const struct site *site)
{
	struct str language = site->language.str;

	return !language.len || str_is(language, "en") ||
	       str_starts(language, "en-");
}

static void add_file(struct study *study, const char *path)
{
	const struct comparison *c = study->c;
	struct passage passage;

	if (!passage_read(path, &passage, study->arena))
		return;
	passage.criterion = index_of_file(path, c->criteria, c->criterion_count,
					  sizeof(*c->criteria),
					  offsetof(struct criterion, at));
	passage.profile = index_of_file(path, c->profiles, c->profile_count,
					sizeof(*c->profiles),
					offsetof(struct profile, at));
	passage.option =
		index_of_file(path, c->options, c->option_count,
			      sizeof(*c->options), offsetof(struct option, at));
	passage.is_overview =
		str_is(path_base(str_from(path)), "comparison.md");
	*arena_push(study->arena, study->passages, study->passage_count) =
		passage;
}

static void add_folder(struct study *study, const char *name)
{
	const char *dir = path_of(study, name);
	struct str *names;
	size_t count;

	if (!file_list(dir, &names, &count, study->arena))
		return;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".md"))
			add_file(study, path_join(dir, names[i], study->arena));
}

/* The item whose place, at that offset, is in the file; or the count. */
static size_t index_of_file(const char *path, const void *items, size_t count,
			    size_t size, size_t at)
{
	for (size_t k = 0; k < count; k++) {
		const struct place *place =
			(const void *)((const char *)items + k * size + at);

		if (place->file && !strcmp(place->file, path))
			return k;
	}
	return count;
}

/* Dates of scores count, too. */
static void add_notes(struct study *study, size_t criterion)
{
	const struct comparison *c = study->c;

	for (size_t i = 0; i < c->option_count; i++) {
		const struct score *score = &c->criteria[criterion].scores[i];

		for (size_t k = 0; k < score->evidence_count; k++) {
			const struct evidence *e = &score->evidence[k];

			study->newest = later(study->newest, e->date);
			if (!e->note.plain.len)
				continue;
			*arena_push(study->arena, study->passages,
				    study->passage_count) = (struct passage){
				.text = e->note.plain,
				.at = e->note.at,
				.is_note = true,
				.criterion = criterion,
				.profile = c->profile_count,
				.option = i,
			};
		}
	}
}

static const char *path_of(const struct study *study, const char *name)
{
	const char *dir =
		path_join(study->site->dir, study->c->slug, study->arena);

	return path_join(dir, str_from(name), study->arena);
}

static struct date later(struct date a, struct date b)
{
	return !a.year || (b.year && date_compare(b, a) > 0) ? b : a;
}
