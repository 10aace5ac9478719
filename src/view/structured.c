#include "view/structured.h"

#include "view/frame.h"
#include "view/parts.h"
#include "view/result_view.h"

static void add_names(struct value *o, const char *name, const char *type,
		      const struct text *names, size_t count);
static void add_download(const struct book *book, struct value *list,
			 const char *file, struct str type);
static struct str absolute(const struct book *book, struct str url);

const struct value *dataset_json_ld(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *files = value_list(arena),
		     *measured = value_list(arena);

	add_download(book, files, "data.json", STR("application/json"));
	if (c->scored)
		add_download(book, files, "scores.csv", STR("text/csv"));
	for (size_t j = 0; j < c->criterion_count; j++)
		value_append(measured,
			     value_text(c->criteria[j].title.str, arena));
	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("Dataset"));
	value_set_text(o, "name", c->title.str);
	value_set_text(o, "description", c->summary.str);
	value_set_text(o, "url", absolute(book, subject_url(s, STR(""))));
	value_set_text(o, "datePublished", phrase_date_iso(c->date, arena));
	value_set_text(o, "dateModified", phrase_date_iso(c->updated, arena));
	if (c->author_count)
		add_names(o, "creator", "Person", c->authors, c->author_count);
	else if (s->site->author.str.len)
		add_names(o, "creator", "Organization", &s->site->author, 1);
	if (c->tag_count)
		value_set(o, "keywords",
			  text_list_view(c->tags, c->tag_count, arena));
	value_set(o, "variableMeasured", measured);
	value_set_text(o, "inLanguage", s->site->language.str);
	value_set_bool(o, "isAccessibleForFree", true);
	value_set(o, "distribution", files);
	return o;
}

const struct value *ranking_json_ld(const struct book *book)
{
	const struct subject *s = book->subject;
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *list = value_list(arena);

	if (!r->judged || r->leader >= r->option_count)
		return NULL;
	for (size_t k = 0; k < r->option_count; k++) {
		size_t i = r->order[k];
		struct value *item;

		if (!r->ranks[i])
			continue;
		item = value_add_object(list);
		value_set_text(item, "@type", STR("ListItem"));
		value_set(item, "position",
			  value_number((double)r->ranks[i], arena));
		value_set_text(item, "name", s->c->options[i].name.str);
		value_set_text(item, "url",
			       absolute(book, subject_option_url(s, i)));
	}
	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("ItemList"));
	value_set_text(o, "name", s->c->title.str);
	value_set_text(o, "description", result_headline(s));
	value_set_text(o, "itemListOrder",
		       STR("https://schema.org/ItemListOrderAscending"));
	value_set(o, "numberOfItems",
		  value_number((double)list->as.list.count, arena));
	value_set(o, "itemListElement", list);
	return o;
}

static void add_names(struct value *o, const char *name, const char *type,
		      const struct text *names, size_t count)
{
	struct arena *arena = o->as.object.arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++) {
		struct value *who = value_add_object(list);

		value_set_text(who, "@type", str_from(type));
		value_set_text(who, "name", names[i].str);
	}
	value_set(o, name, list);
}

static void add_download(const struct book *book, struct value *list,
			 const char *file, struct str type)
{
	struct value *o = value_add_object(list);

	value_set_text(o, "@type", STR("DataDownload"));
	value_set_text(o, "encodingFormat", type);
	value_set_text(o, "contentUrl",
		       absolute(book, subject_file_url(book->subject, file)));
}

/* Of a URL that begins with the mark of the root. */
static struct str absolute(const struct book *book, struct str url)
{
	return frame_absolute(book->frame, str_from_byte(url, 1),
			      book->subject->arena);
}
