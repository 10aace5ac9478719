#include "view/frame.h"

#include <string.h>

#include "base/bidi.h"
#include "view/judging_view.h"
#include "view/params_view.h"
#include "view/parts.h"
#include "view/repository.h"

static struct str absolute_url(const struct frame *frame, struct str url,
			       struct arena *arena);
static const struct value *words_value(const struct words *words,
				       struct arena *arena);
static void set_word(struct value *object, struct str key, struct str text,
		     struct arena *arena);
static const struct value *assets_value(const struct site *site,
					const struct asset *assets,
					size_t count, struct arena *arena);
static struct str shared_url(const struct site *site, struct str path,
			     struct arena *arena);
static const struct value *languages_value(const struct frame *frame,
					   const struct page_head *head,
					   struct arena *arena);
static struct str find_icon(const struct site *site);
static const struct value *theme_value(const struct frame *frame,
				       struct arena *arena);
static const struct value *site_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena);
static const struct value *menu_value(const struct frame *frame,
				      const char *path, struct arena *arena);
static struct str menu_title(const struct site *site,
			     const struct menu_entry *entry);
static void add_entry(struct value *menu, struct str title, struct str url,
		      bool current);
static const struct value *page_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena);
static struct str sheet(const struct frame *frame, const struct page_head *head,
			struct arena *arena);
static struct str markdown_url(const struct page_head *head,
			       struct arena *arena);
static void add_sharing(const struct frame *frame, const struct page_head *head,
			struct value *o, struct arena *arena);
static void add_dates(const struct frame *frame, const struct page_head *head,
		      struct value *o, struct arena *arena);
static const struct value *page_params(const struct frame *frame,
				       const struct page_head *head,
				       struct arena *arena);
static const struct value *crumbs_value(const struct page_head *head,
					struct arena *arena);
static const struct value *tabs_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena);
static const struct value *json_ld(const struct frame *frame,
				   const struct page_head *head,
				   struct arena *arena);
static const struct value *json_ld_crumbs(const struct frame *frame,
					  const struct page_head *head,
					  struct arena *arena);
static const struct value *json_ld_article(const struct frame *frame,
					   const struct page_head *head,
					   struct arena *arena);
static const struct value *json_ld_names(const char *type,
					 const struct text *names, size_t count,
					 struct arena *arena);
static void write_json_ld(const struct value *object, struct buf *to);

struct frame frame_of(const struct site *site, const struct phrases *phrases,
		      const struct asset *assets, size_t asset_count,
		      struct arena *arena)
{
	struct buf policy = { 0 };
	struct frame frame = {
		.site = site,
		.phrases = phrases,
		.words = words_value(phrases->words, arena),
		.assets = assets_value(site, assets, asset_count, arena),
		.icon = find_icon(site),
	};

	policy_put(&site->policy, false, &policy);
	frame.policy = buf_copy(&policy, arena);
	buf_release(&policy);
	return frame;
}

struct value *frame_values(const struct frame *frame,
			   const struct page_head *head, struct arena *arena)
{
	static const char ROOT[] = { ROOT_MARK };
	struct value *values = value_object(arena);

	value_set(values, "t", frame->words);
	value_set(values, "assets", frame->assets);
	value_set(values, "theme", theme_value(frame, arena));
	value_set(values, "root", value_text((struct str){ ROOT, 1 }, arena));
	value_set(values, "site", site_value(frame, head, arena));
	value_set(values, "page", page_value(frame, head, arena));
	value_set(values, "params", page_params(frame, head, arena));
	if (head->book)
		value_set(values, "comparison", head->book->shared);
	return values;
}

/* What is said nearer to the page comes before what is said for more pages. */
static const struct value *page_params(const struct frame *frame,
				       const struct page_head *head,
				       struct arena *arena)
{
	const struct params *layers[] = {
		frame->theme_params,
		&frame->site->params,
		head->book ? &head->book->subject->c->params : NULL,
		head->params[0],
		head->params[1],
	};

	return params_view(layers, sizeof(layers) / sizeof(*layers), arena);
}

struct str frame_absolute(const struct frame *frame, struct str path,
			  struct arena *arena)
{
	return absolute_url(frame, site_url(path, arena), arena);
}

/* The same of a URL that begins with the mark of the root. */
static struct str absolute_url(const struct frame *frame, struct str url,
			       struct arena *arena)
{
	struct str base = frame->site->base_url.str;

	if (str_is_empty(base))
		return base;
	if (str_ends(url, "index.html"))
		url.len -= strlen("index.html");
	return ARENA_JOIN(arena, base, str_from_byte(url, 1));
}

struct str frame_absolute_html(const struct frame *frame, struct str html,
			       struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	while (html.ptr) {
		struct str part = str_cut(&html, ROOT_MARK);

		buf_raw(&buf, part);
		if (html.ptr)
			buf_raw(&buf, frame->site->base_url.str);
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

const struct value *colors_class(struct str slug, struct arena *arena)
{
	return value_text(arena_printf(arena, "of-%.*s", STR_ARG(slug)), arena);
}

void toc_add(struct value *list, const struct prose *prose)
{
	for (size_t i = 0; i < prose->heading_count; i++)
		toc_add_entry(list, prose->headings[i].text,
			      prose->headings[i].id, prose->headings[i].level);
}

void toc_add_entry(struct value *list, struct str title, struct str anchor,
		   int level)
{
	struct value *o;

	if (level > 3)
		return;
	o = value_add_object(list);
	value_set_text(o, "title", title);
	value_setf(o, "url", "#%.*s", STR_ARG(anchor));
	value_setf(o, "level", "%d", level);
	value_set_bool(o, "is_sub", level > 2);
}

/*
 * 220 words a minute, about what adults read of English non-fiction; of
 * Chinese and Japanese, whose signs are counted, some 500.
 */
struct str reading_time(const struct phrases *phrases, size_t words,
			struct arena *arena)
{
	struct str tag = phrases->locale.tag;
	bool signs = str_starts(tag, "ja") || str_starts(tag, "zh");
	size_t pace = signs ? 500 : 220, minutes = (words + pace - 1) / pace;

	return phrase_count(phrases, PLURAL_MINUTES, minutes ? minutes : 1,
			    arena);
}

/* Keys with dots become objects inside objects, as templates write them. */
static const struct value *words_value(const struct words *words,
				       struct arena *arena)
{
	struct value *t = value_object(arena);

	for (size_t i = 0; i < words->count; i++)
		set_word(t, words->items[i].key, words->items[i].text.str,
			 arena);
	value_index(t);
	return t;
}

static void set_word(struct value *object, struct str key, struct str text,
		     struct arena *arena)
{
	size_t dot = str_find(key, '.');
	struct str first = arena_str(arena, str_slice(key, 0, dot));
	const struct value *inner = value_find(object, first);

	if (dot == key.len) {
		value_set(object, first.ptr,
			  str_is(first, "sentence_end")
				  ? value_end(text, arena)
				  : value_text(text, arena));
		return;
	}
	if (!inner || inner->kind != VALUE_OBJECT) {
		struct value *made = value_object(arena);

		value_set(object, first.ptr, made);
		inner = made;
	}
	set_word((struct value *)inner, str_from_byte(key, dot + 1), text,
		 arena);
}

/* "fonts/inter.woff2" is named fonts_inter_woff2. */
static const struct value *assets_value(const struct site *site,
					const struct asset *assets,
					size_t count, struct arena *arena)
{
	struct value *o = value_object(arena);

	for (size_t i = 0; i < count; i++) {
		struct str name = arena_str(arena, assets[i].name);
		char *c = (char *)name.ptr;

		for (; *c; c++)
			if (strchr("./-", *c))
				*c = '_';
		value_set_text(o, name.ptr,
			       shared_url(site, assets[i].path, arena));
	}
	return o;
}

/* What all editions share lies below the first one's root. */
static struct str shared_url(const struct site *site, struct str path,
			     struct arena *arena)
{
	return site_url(ARENA_JOIN(arena, site_up(site), path), arena);
}

static struct str find_icon(const struct site *site)
{
	static const char *const NAMES[] = { "favicon.svg", "favicon.png",
					     "favicon.ico" };

	for (size_t k = 0; k < sizeof(NAMES) / sizeof(*NAMES); k++)
		for (size_t i = 0; i < site->static_file_count; i++)
			if (str_is(site->static_files[i], NAMES[k]))
				return site->static_files[i];
	return STR("");
}

static const struct value *site_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena)
{
	const struct site *site = frame->site;
	struct value *o = value_object(arena);

	value_set_text(o, "title", site->title.str);
	value_set_text(o, "tagline", site->tagline.str);
	value_set_text(o, "author", site->author.str);
	value_set_text(o, "language", site->language.str);
	value_set_bool(o, "is_rtl", bidi_is_rtl(site->language.str));
	value_set_text(o, "decimal", frame->phrases->locale.decimal);
	value_set_text(o, "url", site_url(STR("index.html"), arena));
	value_set_text(o, "feed_url",
		       site->base_url.str.len ? site_url(STR("feed.xml"), arena)
					      : STR(""));
	value_set_text(o, "search_url",
		       site_url(STR("search/index.html"), arena));
	value_set_text(o, "generator", STR("Paragone"));
	value_set_text(o, "policy", frame->policy);
	value_set_text(o, "icon_url",
		       frame->icon.len ? shared_url(site, frame->icon, arena)
				       : frame->icon);
	value_set(o, "menu", menu_value(frame, head->path, arena));
	return o;
}

static const struct value *theme_value(const struct frame *frame,
				       struct arena *arena)
{
	struct value *o = value_object(arena), *list = value_list(arena);

	for (size_t i = 0; i < frame->preload_count; i++) {
		struct value *entry = value_object(arena);

		value_set_text(entry, "url",
			       shared_url(frame->site, frame->preloads[i],
					  arena));
		value_append(list, entry);
	}
	value_set(o, "preloads", list);
	value_set_bool(o, "is_dark_first", frame->is_dark_first);
	return o;
}

static const struct value *menu_value(const struct frame *frame,
				      const char *path, struct arena *arena)
{
	const struct site *site = frame->site;
	struct value *menu = value_list(arena);

	add_entry(menu, phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena),
		  !strcmp(path, "index.html"));
	for (size_t i = 0; i < site->menu_count; i++) {
		const struct menu_entry *entry = &site->menu[i];
		struct str file;

		if (entry->url.str.len) {
			add_entry(menu, entry->title.str, entry->url.str,
				  false);
			continue;
		}
		file = arena_printf(arena, "%.*s.html",
				    STR_ARG(entry->page.str));
		add_entry(menu, menu_title(site, entry), site_url(file, arena),
			  str_is(file, path));
	}
	return menu;
}

/* An edition's entry is called as its page is. */
static struct str menu_title(const struct site *site,
			     const struct menu_entry *entry)
{
	const struct site_page *page = site_find_page(site, entry->page.str);

	return entry->title.str.len || !page ? entry->title.str
					     : page->title.str;
}

static void add_entry(struct value *menu, struct str title, struct str url,
		      bool current)
{
	struct value *o = value_add_object(menu);

	value_set_text(o, "title", title);
	value_set_text(o, "url", url);
	value_set_bool(o, "is_current", current);
}

static const struct value *page_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena)
{
	struct value *o = value_object(arena);
	struct str colors =
		head->book ? head->book->colors_path : head->colors_path;

	value_set_text(o, "title", head->title);
	value_set_text(o, "head_title",
		       head->is_home && str_equals(site_home_title(frame->site),
						   frame->site->title.str)
			       ? head->title
			       : PHRASE(frame->phrases, WORD_HEAD_TITLE, arena,
					{ "title", head->title },
					{ "site", frame->site->title.str }));
	value_set_text(o, "description", head->description);
	value_set_text(o, "template", str_from(head->template));
	value_set_text(o, "path", str_from(head->path));
	value_set(o, "pager", head->pager ? head->pager : value_null());
	value_set_text(o, "markdown_url", markdown_url(head, arena));
	value_set_text(o, "edit_url",
		       repository_edit(frame->site, head->source, arena));
	value_set_text(o, "report_url",
		       head->book
			       ? subject_url(head->book->subject, STR("report"))
			       : STR(""));
	value_set_text(o, "sheet", sheet(frame, head, arena));
	value_set_bool(o, "is_article", head->is_article);
	value_set_bool(o, "is_home", head->is_home);
	value_set_bool(o, "is_404", !strcmp(head->template, "404"));
	add_sharing(frame, head, o, arena);
	add_dates(frame, head, o, arena);
	value_set(o, "tags",
		  head->is_article && head->book
			  ? value_find(head->book->shared, STR("tags"))
			  : value_list(arena));
	value_set(o, "breadcrumbs", crumbs_value(head, arena));
	value_set(o, "tabs", tabs_value(frame, head, arena));
	value_set(o, "json_ld", json_ld(frame, head, arena));
	value_set(o, "languages", languages_value(frame, head, arena));
	value_set_text(o, "colors_url",
		       colors.len ? site_url(colors, arena) : colors);
	value_set(o, "colors_class",
		  head->book ? colors_class(head->book->subject->c->slug, arena)
			     : value_null());
	return o;
}

/* The page in each language that has it. */
static const struct value *languages_value(const struct frame *frame,
					   const struct page_head *head,
					   struct arena *arena)
{
	struct value *o = value_object(arena), *list = value_list(arena);
	struct alternate *alternates;
	size_t count = frame_alternates(frame, str_from(head->path),
					&alternates, arena);

	for (size_t k = 0; k < count; k++) {
		const struct alternate *to = &alternates[k];
		struct value *entry = value_add_object(list);

		value_set_text(entry, "language", to->language);
		value_set_text(entry, "name", to->name);
		value_set_bool(entry, "is_current", to->is_current);
		value_set_bool(entry, "is_rtl", bidi_is_rtl(to->language));
		value_set_text(entry, "url",
			       shared_url(frame->site, to->path, arena));
		value_set_text(entry, "url_absolute", to->url);
		value_set_bool(entry, "is_default", to->is_default);
		if (to->is_current)
			value_set_text(o, "current", to->name);
	}
	if (!count)
		return value_null();
	value_set(o, "list", list);
	return o;
}

/* A page may be in another language than the rest of its edition. */
size_t frame_alternates(const struct frame *frame, struct str path,
			struct alternate **alternates, struct arena *arena)
{
	size_t count = 0;

	*alternates =
		arena_array(arena, struct alternate, frame->edition_count);
	for (size_t k = 0; k < frame->edition_count; k++) {
		const struct edition_link *to = &frame->editions[k];
		const struct site *site = to->site;
		struct str there = edition_path(frame->site, site, path, arena);
		bool current = str_equals(site->edition, frame->site->edition);
		struct str base = frame->editions[0].site->base_url.str, url;

		if (!there.ptr)
			continue;
		url = there = ARENA_JOIN(arena, to->prefix, there);
		if (str_ends(url, "index.html"))
			url.len -= strlen("index.html");
		(*alternates)[count++] = (struct alternate){
			.language = current ? frame->site->language.str
					    : site->language.str,
			.name = current ? frame->phrases->locale.own_name
					: to->name,
			.path = there,
			.url = base.len ? ARENA_JOIN(arena, base, url) : base,
			.is_current = current,
			.is_default = !to->prefix.len,
		};
	}
	return count < 2 ? 0 : count;
}

/* What stands on every sheet of paper: the page, and how old it is. */
static struct str sheet(const struct frame *frame, const struct page_head *head,
			struct arena *arena)
{
	struct str day =
		head->book ? phrase_date(frame->phrases,
					 head->book->subject->c->updated, arena)
			   : STR("");

	return arena_printf(arena, "%.*s%s%.*s", STR_ARG(head->title),
			    day.len ? " · " : "", STR_ARG(day));
}

/* What make/catalog puts beside the page. */
static struct str markdown_url(const struct page_head *head,
			       struct arena *arena)
{
	struct str path = str_from(head->path);

	if (!str_ends(path, ".html") || !strcmp(head->template, "404"))
		return STR("");
	path.len -= strlen(".html");
	return site_url(ARENA_JOIN(arena, path, STR(".md")), arena);
}

static void add_sharing(const struct frame *frame, const struct page_head *head,
			struct value *o, struct arena *arena)
{
	struct str own = frame_absolute(frame, str_from(head->path), arena);
	bool report = !strcmp(head->template, "report");
	bool overview = report || !strcmp(head->template, "overview");
	struct str given =
		overview ? head->book->subject->c->canonical.str : STR("");

	/* What the report says the other pages say, too. */
	if (report && !given.len)
		given = absolute_url(frame,
				     subject_url(head->book->subject, STR("")),
				     arena);
	value_set_text(o, "url_absolute", own);
	value_set_text(o, "canonical", given.len ? given : own);
	value_set_text(o, "image_absolute",
		       head->image.len
			       ? frame_absolute(frame, head->image, arena)
			       : STR(""));
	value_set_bool(o, "image_is_card", str_ends(head->image, "/card.png"));
}

static void add_dates(const struct frame *frame, const struct page_head *head,
		      struct value *o, struct arena *arena)
{
	struct date none = { 0 };
	const struct comparison *c = head->book ? head->book->subject->c : NULL;

	value_set_text(o, "date",
		       phrase_date(frame->phrases, head->date, arena));
	value_set_text(o, "date_iso", phrase_date_iso(head->date, arena));
	value_set_bool(o, "is_draft", head->is_draft);
	value_set_text(o, "published_iso",
		       phrase_timestamp(c ? c->date : none, arena));
	value_set_text(o, "updated_iso",
		       phrase_timestamp(c ? c->updated : none, arena));
}

static const struct value *crumbs_value(const struct page_head *head,
					struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < head->crumb_count; i++)
		add_entry(list, head->crumbs[i].title, head->crumbs[i].url,
			  i + 1 == head->crumb_count);
	return list;
}

/* The ways into a comparison: overview, scoreboard, matrix. */
static const struct value *tabs_value(const struct frame *frame,
				      const struct page_head *head,
				      struct arena *arena)
{
	struct value *list = value_list(arena);
	const struct subject *s = head->book ? head->book->subject : NULL;

	if (!s)
		return list;
	add_entry(list, phrase(frame->phrases, WORD_OVERVIEW),
		  subject_url(s, STR("")), !strcmp(head->template, "overview"));
	if (s->c->scored)
		add_entry(list, phrase(frame->phrases, WORD_SCOREBOARD),
			  subject_url(s, STR("scoreboard")),
			  !strcmp(head->template, "scoreboard"));
	add_entry(list, phrase(frame->phrases, WORD_MATRIX),
		  subject_url(s, STR("matrix")),
		  !strcmp(head->template, "matrix"));
	if (judging_is_possible(s->c, s->r))
		add_entry(list, phrase(frame->phrases, WORD_WEIGH),
			  subject_url(s, STR("weights")),
			  !strcmp(head->template, "weights"));
	if (judging_is_choice(s->c, s->r))
		add_entry(list, phrase(frame->phrases, WORD_COMPARE),
			  subject_url(s, STR("compare")),
			  !strcmp(head->template, "compare"));
	if (frame->site->pictures & PICTURE_INFOGRAPHICS)
		add_entry(list, phrase(frame->phrases, WORD_INFOGRAPHIC),
			  subject_url(s, STR("infographic")),
			  !strcmp(head->template, "infographic"));
	return list;
}

/* Without base_url there are no addresses to tell a search engine. */
static const struct value *json_ld(const struct frame *frame,
				   const struct page_head *head,
				   struct arena *arena)
{
	struct buf buf = { 0 };
	const struct value *made;

	if (str_is_empty(frame->site->base_url.str))
		return value_null();
	if (head->crumb_count > 1)
		write_json_ld(json_ld_crumbs(frame, head, arena), &buf);
	if (head->is_article)
		write_json_ld(json_ld_article(frame, head, arena), &buf);
	for (size_t i = 0; head->json_ld && i < head->json_ld->as.list.count;
	     i++)
		write_json_ld(head->json_ld->as.list.items[i], &buf);
	made = buf.len ? value_markup(buf_copy(&buf, arena), arena)
		       : value_null();
	buf_release(&buf);
	return made;
}

static const struct value *json_ld_crumbs(const struct frame *frame,
					  const struct page_head *head,
					  struct arena *arena)
{
	struct value *o = value_object(arena), *list = value_list(arena);

	for (size_t i = 0; i < head->crumb_count; i++) {
		struct value *item = value_add_object(list);

		value_set_text(item, "@type", STR("ListItem"));
		value_set(item, "position", value_number((double)i + 1, arena));
		value_set_text(item, "name", head->crumbs[i].title);
		value_set_text(item, "item",
			       absolute_url(frame, head->crumbs[i].url, arena));
	}
	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("BreadcrumbList"));
	value_set(o, "itemListElement", list);
	return o;
}

static const struct value *json_ld_article(const struct frame *frame,
					   const struct page_head *head,
					   struct arena *arena)
{
	const struct comparison *c = head->book->subject->c;
	struct value *o = value_object(arena);
	struct str url = frame_absolute(frame, str_from(head->path), arena);

	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("Article"));
	value_set_text(o, "headline", head->title);
	if (head->description.len)
		value_set_text(o, "description", head->description);
	value_set_text(o, "datePublished", phrase_timestamp(c->date, arena));
	value_set_text(o, "dateModified", phrase_timestamp(c->updated, arena));
	if (c->author_count)
		value_set(o, "author",
			  json_ld_names("Person", c->authors, c->author_count,
					arena));
	if (frame->site->author.str.len)
		value_set(o, "publisher",
			  json_ld_names("Organization", &frame->site->author, 1,
					arena)
				  ->as.list.items[0]);
	if (head->image.len)
		value_set_text(o, "image",
			       frame_absolute(frame, head->image, arena));
	if (c->tag_count)
		value_set(o, "keywords",
			  text_list_view(c->tags, c->tag_count, arena));
	value_set_text(o, "inLanguage", frame->site->language.str);
	value_set_text(o, "mainEntityOfPage", url);
	return o;
}

static const struct value *json_ld_names(const char *type,
					 const struct text *names, size_t count,
					 struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "@type", str_from(type));
		value_set_text(o, "name", names[i].str);
	}
	return list;
}

static void write_json_ld(const struct value *object, struct buf *to)
{
	buf_text(to, "<script type=\"application/ld+json\">");
	value_to_json_tight(object, to);
	buf_text(to, "</script>\n");
}
