#include "view/catalogue_view.h"
#include "view/criterion_view.h"
#include "view/frame.h"
#include "view/option_view.h"
#include "view/page_view.h"

#include "view/page_parts.h"
#include "view/pair_view.h"
#include "view/repository.h"

enum { OPTION_PAIRS = 6 };

static struct str about_option(const struct subject *s,
			       const struct option *option);
static const struct value *option_rows(const struct book *book, size_t i);
static const struct value *wins_list(const struct subject *s, size_t i);

struct page option_page(const struct book *book, size_t i)
{
	const struct subject *s = book->subject;
	const struct option *option = &s->c->options[i];
	struct arena *arena = s->arena;
	struct page page = page_start(
		book, arena_printf(arena, "options/%.*s", STR_ARG(option->id)),
		"option", option->name.str, about_option(s, option));
	struct value *o = option_view(s, i), *pairs = value_list(arena);
	struct value *values;

	page.params[0] = &option->params;
	page.source = option->at.file;
	values = page_values(book, &page, NULL, true);
	value_set(o, "rows", option_rows(book, i));
	value_set_bool(o, "has_users", option->use_count > 0);
	value_set(o, "chart", page_add_chart(&page, option_chart(s, i)));
	value_set(o, "wins_list", wins_list(s, i));
	value_set_text(o, "reading_time",
		       reading_time(s->phrases, option->body.word_count,
				    arena));
	pairs_add_near(s, i, pairs_place(s, i), OPTION_PAIRS,
		       (struct pair){ 0, 0 }, pairs);
	value_set(o, "pairs", pairs);
	value_set_bool(o, "has_pairs", pairs->as.list.count > 0);
	value_set(values, "option", o);
	value_set(values, "others",
		  catalogue_others(s, i,
				   value_find(book->shared, STR("options"))));
	return page;
}

static struct str about_option(const struct subject *s,
			       const struct option *option)
{
	bool purposes = option->best_for.count;

	if (!s->c->scored && !purposes)
		return page_unscored(s, option->name.str);
	return PHRASE(s->phrases,
		      !s->c->scored ? WORD_FINDING_OPTION_BEST_FOR
		      : purposes    ? WORD_OPTION_TEXT
				    : WORD_OPTION_SCORES_TEXT,
		      s->arena, { "name", option->name.str },
		      { "comparison", s->c->title.str },
		      { "text",
			purposes ? option->best_for.items[0].plain : STR("") });
}

/* The option's score of each criterion, as that criterion shows it. */
static const struct value *option_rows(const struct book *book, size_t i)
{
	static const char *const SAME[] = { "value",	 "percent",
					    "points",	 "is_missing",
					    "is_winner", "sources",
					    "words",	 "spread" };
	const struct value *all = value_find(book->shared, STR("criteria"));
	struct arena *arena = book->subject->arena;
	struct value *rows = value_list(arena);

	for (size_t j = 0; j < all->as.list.count; j++) {
		const struct value *criterion = all->as.list.items[j];
		const struct value *score =
			value_find(criterion, STR("scores"))->as.list.items[i];
		struct value *o = value_add_object(rows);

		value_set(o, "criterion", value_find(criterion, STR("title")));
		value_set(o, "criterion_url",
			  value_find(criterion, STR("url")));
		value_set(o, "group", value_find(criterion, STR("group")));
		for (size_t k = 0; k < sizeof(SAME) / sizeof(*SAME); k++)
			value_set(o, SAME[k],
				  value_find(score, str_from(SAME[k])));
		repository_add_own_score(book->subject, j, i, o);
	}
	return rows;
}

static const struct value *wins_list(const struct subject *s, size_t i)
{
	struct value *list = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (criterion_winner(s, j) == i)
			value_append(list, neighbour_view(s, j));
	return list;
}
