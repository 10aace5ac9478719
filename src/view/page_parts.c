#include "view/page_parts.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "view/frame.h"
#include "view/share_view.h"

static struct str image_path(const struct subject *s, const struct page *page);
static bool has_own_card(const struct subject *s, const struct page *page);
static bool is_shown_by_others(struct str image);

struct page page_start(const struct book *book, struct str at,
		       const char *template, struct str title,
		       struct str description)
{
	const struct subject *s = book->subject;
	/* The URL without the mark of the root is the path. */
	struct str path = str_from_byte(subject_url(s, at), 1);

	return (struct page){
		.path = path.ptr,
		.template = template,
		.source = s->c->at.file,
		.title = title,
		.description = description,
		.samples = s->placed,
	};
}

/* No two pages have the same description. */
struct str page_unscored(const struct subject *s, struct str title)
{
	return PHRASE(s->phrases, WORD_FIGURE, s->arena, { "criterion", title },
		      { "name", s->c->summary.str.len ? s->c->summary.str
						      : s->c->title.str });
}

struct value *page_values(const struct book *book, struct page *page,
			  const struct value *json_ld, bool is_article)
{
	const struct subject *s = book->subject;
	const struct frame *frame = book->frame;
	bool overview = !strcmp(page->template, "overview");
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), s->arena) },
		{ s->c->title.str, subject_url(s, STR("")) },
		{ page->title, site_url(str_from(page->path), s->arena) },
	};
	struct page_head head = {
		.path = page->path,
		.template = page->template,
		.source = page->source,
		.title = overview ? page->title
				  : PHRASE(frame->phrases, WORD_PAGE_OF,
					   s->arena, { "page", page->title },
					   { "comparison", s->c->title.str }),
		.description = page->description,
		.crumbs = crumbs,
		.crumb_count = overview ? 2 : 3,
		.book = book,
		.is_article = is_article,
		.image = image_path(s, page),
		.params = { page->params[0], page->params[1] },
		.json_ld = json_ld,
	};
	struct value *values = frame_values(frame, &head, s->arena);

	page->values = values;
	return values;
}

const struct value *page_add_chart(struct page *page, struct chart *chart)
{
	assert(page->chart_count < PAGE_CHARTS);
	if (chart)
		page->charts[page->chart_count++] = chart;
	return chart_value(chart);
}

size_t criterion_words(const struct criterion *criterion, size_t count)
{
	size_t words =
		criterion->body.word_count + criterion->verdict.word_count;

	for (size_t i = 0; i < count; i++)
		words += criterion->sections[i].word_count;
	return words;
}

const struct value *neighbour_view(const struct subject *s, size_t j)
{
	struct value *o = value_object(s->arena);

	value_set_text(o, "title", s->c->criteria[j].title.str);
	value_set_text(o, "url", subject_url(s, s->c->criteria[j].id));
	value_setf(o, "number", "%zu", j + 1);
	return o;
}

/* The card of the page itself, the author's cover, or the comparison's card. */
static struct str image_path(const struct subject *s, const struct page *page)
{
	unsigned pictures = s->site->pictures;
	struct str path = str_from(page->path);

	if (has_own_card(s, page))
		return ARENA_JOIN(s->arena, path_dir(path), STR("/card.png"));
	if (is_shown_by_others(s->c->cover.str))
		return s->c->cover.str;
	return pictures & PICTURE_CARDS
		       ? str_from_byte(subject_file_url(s, "card.png"), 1)
		       : STR("");
}

static bool has_own_card(const struct subject *s, const struct page *page)
{
	if (!strcmp(page->template, "criterion"))
		return s->site->pictures & PICTURE_CRITERION_CARDS;
	if (!strcmp(page->template, "option"))
		return option_cards_are_drawn(s);
	return !strcmp(page->template, "pair") && pair_cards_are_drawn(s);
}

/* Those who show a shared link show no SVG. */
static bool is_shown_by_others(struct str image)
{
	return image.len && !str_ends(image, ".svg");
}
