#include <errno.h>
#include <string.h>

#include "base/address.h"
#include "base/fence.h"
#include "base/file.h"
#include "base/site_folder.h"
#include "model/finding.h"
#include "read/content.h"
#include "read/edition.h"
#include "read/front_matter.h"
#include "read/lexical.h"
#include "read/links.h"
#include "read/markdown_ids.h"
#include "read/policy.h"
#include "read/reader.h"
#include "read/repository.h"
#include "read/schema.h"
#include "read/schemas.h"
#include "read/target.h"
#include "read/text.h"
#include "read/unread.h"

enum { DEEPEST = 16 };

static bool read_site_yaml(const struct markdown_env *env, struct site *site);
static const struct yaml_node *read_root(const struct markdown_env *env,
					 struct site *site);
static bool read_settings(const struct markdown_env *env,
			  const struct yaml_node *root, struct site *site);
static bool read_publish(const struct markdown_env *env,
			 const struct yaml_node *node, struct site *site);
static bool read_csp(const struct markdown_env *env,
		     const struct yaml_node *node, struct site *site);
static bool check_target(struct diags *diags, const struct publishing *p,
			 const char *key, const struct text *target);
static bool check_list(struct diags *diags, const struct publishing *p);
static bool check_branch(struct diags *diags, const struct publishing *p);
static bool refuse_alone(struct diags *diags, const char *key,
			 const struct text *value, const char *to);
static bool read_pictures(const struct markdown_env *env,
			  const struct yaml_node *node, unsigned *pictures);
static bool read_check(const struct markdown_env *env,
		       const struct yaml_node *node, struct check_rules *rules);
static bool read_age(struct diags *diags, struct check_rules *rules);
static bool check_name(struct diags *diags, const char *key, struct text *name);
static bool read_menu(const struct markdown_env *env,
		      const struct yaml_node *node, struct menu_entry **menu,
		      size_t *count);
static bool read_languages(const struct markdown_env *env,
			   const struct yaml_node *node, struct site *site);
static bool check_menu(struct diags *diags, const struct site *site);
static bool list_folder(struct diags *diags, struct site *site,
			struct arena *arena);
static bool add_page(struct diags *diags, struct site *site, struct str path,
		     struct arena *arena);
static bool list_pages(struct diags *diags, struct site *site, struct str dir,
		       int depth, struct arena *arena);
static bool check_folder(struct diags *diags, const struct site *site,
			 struct str dir, struct arena *arena);
static bool add_slug(struct diags *diags, struct site *site, struct str name,
		     struct arena *arena);
static bool list_static(struct diags *diags, struct site *site, struct str dir,
			int depth, struct arena *arena);
static bool read_heads(const struct markdown_env *env, struct site *site,
		       struct front_matter **heads);
static void leave_menu(struct site *site, struct str page);
static bool read_head(const struct markdown_env *env, struct site_page *page,
		      struct front_matter *head);
static bool check_language(struct diags *diags, const struct site *site,
			   const struct site_page *page);
static bool read_body(const struct markdown_env *env,
		      const struct front_matter *head, struct site_page *page);

#define AT(member) offsetof(struct site, member)
static const struct schema_field CHECK_FIELDS[] = {
	{ .key = "off",
	  .kind = FIELD_TEXTS,
	  .offset = offsetof(struct check_rules, off),
	  .count_offset = offsetof(struct check_rules, off_count) },
	{ .key = "max_age",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct check_rules, max_age) },
};
static const struct schema CHECK_SCHEMA = SCHEMA("check", CHECK_FIELDS);

static const struct schema_field MENU_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = offsetof(struct menu_entry, title) },
	{ .key = "page",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct menu_entry, page) },
	{ .key = "url",
	  .kind = FIELD_URL,
	  .offset = offsetof(struct menu_entry, url) },
};
static const struct schema MENU_SCHEMA =
	SCHEMA("an entry of menu", MENU_FIELDS);

enum { PICTURE_KINDS = 5 };
static const char *const PICTURES[PICTURE_KINDS + 1] = {
	"cards", "criterion-cards", "infographics", "option-cards", "pair-cards"
};
static const struct schema_field PICTURE = { .kind = FIELD_TEXT,
					     .choices = PICTURES };

#define LANGUAGE(member) offsetof(struct site_language, member)
static const struct schema_field LANGUAGE_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = LANGUAGE(title) },
	{ .key = "tagline",
	  .kind = FIELD_TEXT,
	  .offset = LANGUAGE(tagline),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "menu", .kind = FIELD_LIST, .inner = &MENU_SCHEMA },
	{ .key = "pictures", .kind = FIELD_LIST, .entry = &PICTURE },
};
static const struct schema LANGUAGE_SCHEMA =
	SCHEMA("an entry of languages", LANGUAGE_FIELDS);
static const struct schema_field LANGUAGE_ENTRY = { .kind = FIELD_MAPPING,
						    .inner = &LANGUAGE_SCHEMA };
static const struct schema LANGUAGES_SCHEMA = { "languages", NULL, 0,
						&LANGUAGE_ENTRY };

#define PUBLISH(member) offsetof(struct publishing, member)
static const char *const CARRIERS[] = { "git", "rsync", "rclone", NULL };
static const char *const HOSTS[] = { "github",	   "gitlab", "netlify",
				     "cloudflare", "s3",     "nginx",
				     NULL };
static const struct schema_field PUBLISH_FIELDS[] = {
	{ .key = "to",
	  .kind = FIELD_TEXT,
	  .offset = PUBLISH(to),
	  .choices = CARRIERS },
	{ .key = "target",
	  .kind = FIELD_TEXT,
	  .as_written = true,
	  .offset = PUBLISH(target),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "list",
	  .kind = FIELD_TEXT,
	  .as_written = true,
	  .offset = PUBLISH(list),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "branch", .kind = FIELD_TEXT, .offset = PUBLISH(branch) },
	{ .key = "host",
	  .kind = FIELD_TEXT,
	  .offset = PUBLISH(host),
	  .choices = HOSTS },
	{ .key = "domain", .kind = FIELD_HOST, .offset = PUBLISH(domain) },
	{ .key = "gzip", .kind = FIELD_BOOL, .offset = PUBLISH(gzip) },
	{ .key = "brotli", .kind = FIELD_BOOL, .offset = PUBLISH(brotli) },
};
static const struct schema PUBLISH_SCHEMA = SCHEMA("publish", PUBLISH_FIELDS);

static const struct schema_field FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(title) },
	{ .key = "tagline",
	  .kind = FIELD_TEXT,
	  .offset = AT(tagline),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "base_url", .kind = FIELD_FOLDER, .offset = AT(base_url) },
	{ .key = "language", .kind = FIELD_TEXT, .offset = AT(language) },
	{ .key = "languages",
	  .kind = FIELD_MAPPING,
	  .inner = &LANGUAGES_SCHEMA },
	{ .key = "theme", .kind = FIELD_TEXT, .offset = AT(theme) },
	{ .key = "author", .kind = FIELD_TEXT, .offset = AT(author) },
	{ .key = "menu", .kind = FIELD_LIST, .inner = &MENU_SCHEMA },
	{ .key = "unsafe_html", .kind = FIELD_BOOL, .offset = AT(unsafe_html) },
	{ .key = "stable_style",
	  .kind = FIELD_BOOL,
	  .offset = AT(stable_style) },
	{ .key = "csp", .kind = FIELD_MAPPING, .inner = &POLICY_SCHEMA },
	{ .key = "pictures", .kind = FIELD_LIST, .entry = &PICTURE },
	{ .key = "check", .kind = FIELD_MAPPING, .inner = &CHECK_SCHEMA },
	{ .key = "publish", .kind = FIELD_MAPPING, .inner = &PUBLISH_SCHEMA },
	{ .key = "repository",
	  .kind = FIELD_ANY,
	  .offset = AT(repository),
	  .inner = &REPOSITORY_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema SITE_SCHEMA = SCHEMA("the site", FIELDS);

static const struct schema_field PAGE_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct site_page, title) },
	{ .key = "description",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct site_page, description) },
	{ .key = "language",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct site_page, language) },
	{ .key = "template",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct site_page, template) },
	{ .key = "date",
	  .kind = FIELD_DATE,
	  .offset = offsetof(struct site_page, date) },
	{ .key = "draft",
	  .kind = FIELD_BOOL,
	  .offset = offsetof(struct site_page, draft) },
	{ .key = "aliases",
	  .kind = FIELD_PATHS,
	  .offset = offsetof(struct site_page, aliases),
	  .count_offset = offsetof(struct site_page, alias_count) },
	{ .key = "params",
	  .kind = FIELD_PARAMS,
	  .offset = offsetof(struct site_page, params) },
};
static const struct schema PAGE_SCHEMA = SCHEMA("a page", PAGE_FIELDS);

bool content_read_site(struct diags *diags, const char *dir, struct site *site,
		       struct arena *arena)
{
	struct markdown_env env = { .diags = diags, .arena = arena };
	struct place at = { .file = dir };
	bool ok;

	*site = (struct site){ .dir = dir };
	if (!fence_folder(dir, "the content folder")) {
		if (!file_is_absent(errno))
			return diag_unread(diags, dir);
		diag_error(diags, at, "there is no content folder");
		diag_hint(diags,
			  file_is_regular("site.yaml")
				  ? "site.yaml is in this folder: name it \".\""
				  : "name the folder that holds site.yaml");
		return false;
	}
	ok = read_site_yaml(&env, site);
	ok &= list_folder(diags, site, arena);
	ok &= list_static(diags, site, STR("static"), 0, arena);
	return ok & check_menu(diags, site);
}

bool content_read_pages(struct diags *diags, struct site *site,
			struct str **files, size_t *file_count,
			struct arena *arena)
{
	struct links links = { .diags = diags, .site = site, .arena = arena };
	struct markdown_env env = {
		.diags = diags,
		.arena = arena,
		.unsafe_html = site->unsafe_html,
		.policy = &site->policy,
		.syntaxes = site->syntaxes,
		.code_label = site->code_label,
		.note_label = site->note_label,
		.resolve = links_resolve,
		.context = &links,
	};
	struct front_matter *heads;
	bool ok = true;

	ok &= read_heads(&env, site, &heads);
	for (size_t i = 0; i < site->page_count; i++) {
		if (!heads[i].yaml)
			continue;
		ok &= read_body(&env, &heads[i], &site->pages[i]);
	}
	*files = links.files;
	*file_count = links.file_count;
	return ok;
}

/* Before all texts, as those may lead to what is left out. */
static bool read_heads(const struct markdown_env *env, struct site *site,
		       struct front_matter **heads)
{
	struct arena *arena = env->arena;
	size_t count = site->page_count;
	bool ok = true;

	*heads = arena_array(arena, struct front_matter, count);
	site->page_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct site_page page = site->pages[i];
		struct front_matter head = { 0 };

		ok &= read_head(env, &page, &head);
		ok &= check_language(env->diags, site, &page);
		if (page.draft && !site->with_drafts) {
			*arena_push(arena, site->page_drafts,
				    site->page_draft_count) = page.name;
			leave_menu(site, page.name);
			continue;
		}
		(*heads)[site->page_count] = head;
		site->pages[site->page_count++] = page;
	}
	return ok;
}

static void leave_menu(struct site *site, struct str page)
{
	size_t kept = 0;

	for (size_t i = 0; i < site->menu_count; i++)
		if (!str_equals(site->menu[i].page.str, page))
			site->menu[kept++] = site->menu[i];
	site->menu_count = kept;
}

static bool read_site_yaml(const struct markdown_env *env, struct site *site)
{
	const struct yaml_node *root = read_root(env, site);
	bool ok;

	site->languages_unread = !root;
	if (!root)
		return false;
	ok = read_settings(env, root, site);
	if (!site->language.str.len)
		site->language.str = STR("en");
	if (!site->theme.str.len)
		site->theme.str = STR("default");
	ok &= read_languages(env, yaml_find(root, "languages"), site);
	site->languages_unread = !ok;
	if (site->base_url.str.len && !str_ends(site->base_url.str, "/"))
		site->base_url.str = arena_printf(env->arena, "%.*s/",
						  STR_ARG(site->base_url.str));
	return ok;
}

static const struct yaml_node *read_root(const struct markdown_env *env,
					 struct site *site)
{
	const char *path = path_join(site->dir, STR("site.yaml"), env->arena);
	struct str text;
	bool ok = true;

	site->at = (struct place){ path, 1, 1, 1 };
	if (text_is_there(env->diags, path, &ok))
		return text_read(env->diags, path, TEXT_LIMIT, &text,
				 env->arena)
			       ? yaml_parse(env->diags, text, site->at,
					    env->arena)
			       : NULL;
	if (ok) {
		diag_error(env->diags, (struct place){ .file = path },
			   "there is no such file");
		diag_hint(env->diags, "a site needs site.yaml with a title");
	}
	return NULL;
}

/* As they are written; what is left out is not yet told. */
static bool read_settings(const struct markdown_env *env,
			  const struct yaml_node *root, struct site *site)
{
	const struct yaml_node *pictures = yaml_find(root, "pictures");
	const struct yaml_node *menu = yaml_find(root, "menu");
	bool ok = schema_read(env, &SITE_SCHEMA, root, site);

	ok &= read_publish(env, yaml_find(root, "publish"), site);
	site->pictures = PICTURE_ALL;
	site->pictures_listed = pictures && pictures->kind == YAML_LIST;
	ok &= read_pictures(env, pictures, &site->pictures);
	ok &= read_check(env, yaml_find(root, "check"), &site->check);
	ok &= read_csp(env, yaml_find(root, "csp"), site);
	ok &= repository_read(env, yaml_find(root, "repository"),
			      &site->repository);
	if (menu)
		ok &= read_menu(env, menu, &site->menu, &site->menu_count);
	ok &= check_name(env->diags, "language", &site->language);
	ok &= check_name(env->diags, "theme", &site->theme);
	return ok;
}

static bool read_publish(const struct markdown_env *env,
			 const struct yaml_node *node, struct site *site)
{
	struct publishing *p = &site->publish;
	bool ok = true;

	p->dir = site->dir;
	if (node && node->kind == YAML_MAPPING)
		ok = schema_read(env, &PUBLISH_SCHEMA, node, p);
	ok &= check_target(env->diags, p, "target", &p->target);
	if (p->branch.str.len)
		ok &= check_branch(env->diags, p);
	else
		p->branch.str = STR("gh-pages");
	if (p->list.str.len)
		ok &= check_list(env->diags, p);
	p->target.str = arena_str(env->arena, p->target.str);
	p->list.str = arena_str(env->arena, p->list.str);
	p->branch.str = arena_str(env->arena, p->branch.str);
	return ok;
}

/* A page cannot say who may frame it: that takes a host with headers. */
static bool read_csp(const struct markdown_env *env,
		     const struct yaml_node *node, struct site *site)
{
	const struct policy_rule *framing =
		&site->policy.rules[POLICY_ANCESTORS];
	struct str host = site->publish.host.str;
	bool ok = policy_read(env, node, &site->policy);

	if (address_is_web(site->base_url.str))
		site->policy.origin = address_origin(site->base_url.str);
	if (!framing->count || str_is(host, "netlify") ||
	    str_is(host, "cloudflare") || str_is(host, "nginx"))
		return ok;
	diag_warning(env->diags, framing->sources[0].at,
		     "\"frame-ancestors\" is heard in a header only, and "
		     "none is written for %s",
		     host.len ? host.ptr : "a host that is not named");
	diag_hint(env->diags,
		  "headers are written for `publish: { host: … }` netlify, "
		  "cloudflare and nginx");
	return ok;
}

static bool check_target(struct diags *diags, const struct publishing *p,
			 const char *key, const struct text *target)
{
	const char *fault =
		target->str.len ? target_fault(p->to.str, target->str) : NULL;

	return !fault || diag_error(diags, target->at, "\"%s\" %s", key, fault);
}

static bool check_list(struct diags *diags, const struct publishing *p)
{
	if (!p->to.str.len)
		return refuse_alone(diags, "list", &p->list,
				    "`to: rsync` or `to: rclone`");
	if (str_is(p->to.str, "git"))
		return diag_error(diags, p->list.at,
				  "\"list\" is for rsync and rclone: git keeps "
				  "none");
	if (!str_ends(p->list.str, ".paragone"))
		return diag_error(diags, p->list.at,
				  "\"list\" must end in .paragone");
	return check_target(diags, p, "list", &p->list);
}

static bool check_branch(struct diags *diags, const struct publishing *p)
{
	const char *fault = target_branch_fault(p->branch.str);

	if (fault)
		return diag_error(diags, p->branch.at, "\"branch\" %s", fault);
	if (!p->to.str.len)
		return refuse_alone(diags, "branch", &p->branch, "`to: git`");
	if (str_is(p->to.str, "git"))
		return true;
	diag_error(diags, p->branch.at, "\"branch\" is for git: %s has none",
		   p->to.str.ptr);
	diag_hint(diags, "leave it out, or write `to: git`");
	return false;
}

static bool refuse_alone(struct diags *diags, const char *key,
			 const struct text *value, const char *to)
{
	diag_error(diags, value->at, "\"%s\" says nothing without \"to\"", key);
	diag_hint(diags, "add %s, or leave it out", to);
	return false;
}

/* All, unless the author lists some. */
static bool read_pictures(const struct markdown_env *env,
			  const struct yaml_node *node, unsigned *pictures)
{
	struct str names[PICTURE_KINDS];
	bool ok = true;

	for (size_t k = 0; k < PICTURE_KINDS; k++)
		names[k] = str_from(PICTURES[k]);
	if (!node || node->kind != YAML_LIST)
		return true;
	*pictures = 0;
	for (size_t i = 0; i < node->item_count; i++) {
		struct text name;
		size_t k = 0;

		if (!schema_entry(env->diags, "pictures", node->items[i],
				  &name)) {
			ok = false;
			continue;
		}
		while (k < PICTURE_KINDS && !str_equals(name.str, names[k]))
			k++;
		if (k < PICTURE_KINDS) {
			*pictures |= 1u << k;
			continue;
		}
		ok = diag_error(env->diags, name.at,
				"there are no pictures \"%.*s\"",
				STR_ARG(name.str));
		diag_hint(env->diags, "there are cards, criterion-cards, "
				      "option-cards, pair-cards and "
				      "infographics");
		diag_suggest(env->diags, name.str, names, PICTURE_KINDS);
	}
	return ok;
}

static bool read_check(const struct markdown_env *env,
		       const struct yaml_node *node, struct check_rules *rules)
{
	struct str names[FINDING_COUNT];
	bool ok = true;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	for (int k = 0; k < FINDING_COUNT; k++)
		names[k] = str_from(finding_kind((enum finding)k)->name);
	ok = schema_read(env, &CHECK_SCHEMA, node, rules);
	for (size_t i = 0; i < rules->off_count; i++) {
		const struct text *name = &rules->off[i];

		if (finding_is_known(name->str))
			continue;
		ok = diag_error(env->diags, name->at,
				"there is no finding \"%.*s\" to switch off",
				STR_ARG(name->str));
		diag_suggest(env->diags, name->str, names, FINDING_COUNT);
	}
	return ok & read_age(env->diags, rules);
}

/* A month is a twelfth of a year here, and a year has 365.25 days. */
static bool read_age(struct diags *diags, struct check_rules *rules)
{
	static const struct {
		const char *unit;
		double days;
	} UNITS[] = { { "day", 1 },	    { "days", 1 },
		      { "month", 30.4375 }, { "months", 30.4375 },
		      { "year", 365.25 },   { "years", 365.25 } };
	struct str rest = rules->max_age.str;
	struct str number = str_cut(&rest, ' ');
	double count;

	if (!rules->max_age.str.len)
		return true;
	for (size_t k = 0; k < sizeof(UNITS) / sizeof(*UNITS); k++)
		if (rest.ptr && str_is(str_trim(rest), UNITS[k].unit) &&
		    str_to_number(number, &count) && count > 0 &&
		    count <= 100000) {
			rules->max_age_days = (int)(count * UNITS[k].days);
			return true;
		}
	return diag_error(diags, rules->max_age.at,
			  "\"max_age\" must be an age such as 2 years, 18 "
			  "months or 400 days, found \"%.*s\"",
			  STR_ARG(rules->max_age.str));
}

/* Both name files of ours, which lie nowhere else. */
/* What is none is emptied, so that nothing more is told of it. */
static bool check_name(struct diags *diags, const char *key, struct text *name)
{
	struct text found = *name;

	for (size_t i = 0; i < name->str.len; i++) {
		char c = name->str.ptr[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '-' || c == '_')
			continue;
		*name = (struct text){ 0 };
		return diag_error(diags, found.at,
				  "\"%s\" must be letters, digits and "
				  "hyphens, found \"%.*s\"",
				  key, STR_ARG(found.str));
	}
	return true;
}

/* The site in other languages: each is a folder of the site. */
static bool read_languages(const struct markdown_env *env,
			   const struct yaml_node *node, struct site *site)
{
	bool ok = true;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		const struct yaml_node *menu = yaml_find(pair->value, "menu");
		struct text tag = { pair->key, pair->at };
		struct site_language *language;

		if (!check_name(env->diags, "languages", &tag)) {
			ok = false;
			continue;
		}
		if (str_equals(pair->key, site->language.str))
			ok = diag_error(env->diags, pair->at,
					"\"%.*s\" is the language of the site",
					STR_ARG(pair->key));
		language = arena_push(env->arena, site->languages,
				      site->language_count);
		language->tag = pair->key;
		language->at = pair->at;
		language->pictures = site->pictures;
		if (yaml_is_null(pair->value))
			continue;
		ok &= schema_read(env, &LANGUAGE_SCHEMA, pair->value, language);
		ok &= read_pictures(env, yaml_find(pair->value, "pictures"),
				    &language->pictures);
		if (menu && menu->kind == YAML_LIST)
			ok &= read_menu(env, menu, &language->menu,
					&language->menu_count);
	}
	return ok;
}

static bool read_menu(const struct markdown_env *env,
		      const struct yaml_node *node, struct menu_entry **menu,
		      size_t *count)
{
	bool ok = true;

	for (size_t i = 0; i < node->item_count; i++) {
		struct menu_entry *entry =
			arena_push(env->arena, *menu, *count);

		if (!schema_read(env, &MENU_SCHEMA, node->items[i], entry))
			ok = false;
		else if (!entry->page.str.len == !entry->url.str.len)
			ok = diag_error(env->diags, node->items[i]->at,
					"an entry of menu needs either "
					"\"page\" or \"url\"");
	}
	return ok;
}

static bool check_menu(struct diags *diags, const struct site *site)
{
	bool ok = true;

	for (size_t i = 0; i < site->menu_count; i++) {
		const struct text *page = &site->menu[i].page;
		struct str names[64];
		size_t count = 0;

		if (!page->str.len || site_find_page(site, page->str))
			continue;
		ok = diag_error(diags, page->at, "there is no page %.*s.md",
				STR_ARG(page->str));
		for (; count < site->page_count && count < 64; count++)
			names[count] = site->pages[count].name;
		diag_suggest(diags, page->str, names, count);
	}
	return ok;
}

static bool list_folder(struct diags *diags, struct site *site,
			struct arena *arena)
{
	struct str *names;
	size_t count;
	bool ok = true, all_are_known = true;

	if (!folder_list(diags, site->dir, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".md"))
			ok &= add_page(diags, site, names[i], arena);
		else
			all_are_known &= add_slug(diags, site, names[i], arena);
	site_sort_pages(site);
	if (site->slug_count || !all_are_known)
		return ok && all_are_known;
	diag_error(diags, (struct place){ .file = site->dir },
		   "there is no comparison");
	diag_hint(diags, "a folder with comparison.md is one");
	return false;
}

/* `path` is below the content folder: "about.md", "guides/move.md". */
static bool add_page(struct diags *diags, struct site *site, struct str path,
		     struct arena *arena)
{
	struct str stem = path_stem(path), of, language;
	struct site_page *page;

	if (edition_takes(site, path, &of, &language)) {
		*arena_push(arena, site->translated, site->translated_count) =
			path;
		return true;
	}
	page = arena_push(arena, site->pages, site->page_count);
	page->name = str_slice(path, 0, path.len - strlen(".md"));
	page->at = (struct place){ path_join(site->dir, path, arena), 0, 0, 0 };
	if (id_is_valid(stem) && !str_is(page->name, "404"))
		return true;
	diag_error(diags, page->at, "a page cannot be called \"%.*s\"",
		   STR_ARG(stem));
	if (edition_is_translation(path_base(path), &of, &language))
		edition_hint(diags, site, language);
	return false;
}

/* Pages may stand in folders; a folder without any holds files to link to. */
static bool list_pages(struct diags *diags, struct site *site, struct str dir,
		       int depth, struct arena *arena)
{
	const char *path = path_join(site->dir, dir, arena);
	struct str *names;
	size_t count;
	bool ok = true;

	if (file_is_link(path) ||
	    (!file_is_dir(path) && file_is_absent(errno)) ||
	    file_is_there(path_join(path, STR(MANIFEST_NAME), arena)))
		return true;
	if (depth > DEEPEST)
		return diag_error(diags, (struct place){ .file = path },
				  "pages are more than %d folders deep",
				  DEEPEST);
	if (!folder_list(diags, path, &names, &count, arena))
		return false;
	if (unread_is_stray_comparison(diags, path, names, count, arena))
		return true;
	for (size_t i = 0; i < count; i++) {
		struct str below = ARENA_JOIN(arena, dir, STR("/"), names[i]);

		if (!str_ends(names[i], ".md"))
			ok &= list_pages(diags, site, below, depth + 1, arena);
		else if (check_folder(diags, site, dir, arena))
			ok &= add_page(diags, site, below, arena);
		else
			return false;
	}
	return ok;
}

/* Its name becomes a part of addresses. */
static bool check_folder(struct diags *diags, const struct site *site,
			 struct str dir, struct arena *arena)
{
	struct place at = { .file = path_join(site->dir, dir, arena) };
	struct str rest = dir, first = str_cut(&rest, '/');

	if (!id_is_valid(path_base(dir)))
		return diag_error(diags, at,
				  "the name of a folder of pages must be "
				  "lower-case letters, digits and hyphens, "
				  "found \"%.*s\"",
				  STR_ARG(path_base(dir)));
	if (slug_is_taken(first) || edition_is_known(site, first))
		return diag_error(diags, at,
				  "a folder of pages cannot be called "
				  "\"%.*s\"",
				  STR_ARG(first));
	return true;
}

static bool add_slug(struct diags *diags, struct site *site, struct str name,
		     struct arena *arena)
{
	const char *dir = path_join(site->dir, name, arena);
	struct place at = { .file = dir };
	bool ok = true;

	/* What cannot be looked into may be a comparison. */
	if (!fence_holds(dir))
		return diag_unread(diags, dir);
	if (!text_is_there(diags, path_join(dir, STR("comparison.md"), arena),
			   &ok))
		return ok && (str_is(name, "static") ||
			      list_pages(diags, site, name, 1, arena));
	if (!id_is_valid(name))
		return diag_error(diags, at,
				  "the slug \"%.*s\" must be lower-case "
				  "letters, digits and hyphens",
				  STR_ARG(name));
	if (slug_is_taken(name) || edition_is_known(site, name))
		return diag_error(diags, at,
				  "a comparison cannot be called \"%.*s\"",
				  STR_ARG(name));
	*arena_push(arena, site->slugs, site->slug_count) = name;
	return true;
}

/* Every regular file below static/, links out of the folder refused. */
static bool list_static(struct diags *diags, struct site *site, struct str dir,
			int depth, struct arena *arena)
{
	const char *path = path_join(site->dir, dir, arena);
	struct str *names;
	size_t count;
	bool ok = true;

	if (depth > DEEPEST)
		return diag_error(diags, (struct place){ .file = path },
				  "static/ is more than %d folders deep",
				  DEEPEST);
	if (!folder_list_all(diags, path, &names, &count, arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str below = arena_printf(
			arena, "%.*s/%.*s", STR_ARG(dir), STR_ARG(names[i]));
		const char *file = path_join(site->dir, below, arena);

		if (!fence_holds(file))
			ok = diag_unread(diags, file);
		else if (file_is_dir(file))
			ok &= list_static(diags, site, below, depth + 1, arena);
		else
			*arena_push(arena, site->static_files,
				    site->static_file_count) =
				str_from_byte(below, strlen("static/"));
	}
	return ok;
}

/* `head` has no YAML where it cannot be read. */
static bool read_head(const struct markdown_env *env, struct site_page *page,
		      struct front_matter *head)
{
	const struct yaml_node *title;
	bool ok;

	if (!front_matter_read(env->diags, page->at.file, head, env->arena)) {
		head->yaml = NULL;
		return false;
	}
	ok = schema_read(env, &PAGE_SCHEMA, head->yaml, page);
	title = yaml_find(head->yaml, "title");
	if (!page->title.str.len && !str_is(page->name, "index") &&
	    (title ? title->kind == YAML_SCALAR
		   : !schema_is_misspelt(&PAGE_SCHEMA, head->yaml, "title")))
		ok = diag_error(env->diags, head->yaml->at,
				"a page needs \"title\"");
	return ok;
}

/* A translation's is that of its name; the home page has words of the site. */
static bool check_language(struct diags *diags, const struct site *site,
			   const struct site_page *page)
{
	const struct text *language = &page->language;

	if (!site->edition.len && language->str.len &&
	    str_is(page->name, "index") &&
	    !str_equals(language->str, site->language.str))
		return diag_error(
			diags, language->at,
			"the home page is in \"%.*s\", as the site is",
			STR_ARG(site->language.str));
	return !site->edition.len || !language->str.len ||
	       str_equals(language->str, site->edition) ||
	       diag_error(diags, language->at,
			  "this page is the translation into \"%.*s\", as its "
			  "name says",
			  STR_ARG(site->edition));
}

static bool read_body(const struct markdown_env *env,
		      const struct front_matter *head, struct site_page *page)
{
	struct markdown_ids *ids = markdown_ids_new(env->arena);

	markdown_ids_reserve(ids, STR("main"));
	return markdown_block(env, ids, head->body, head->body_at, &page->body);
}
