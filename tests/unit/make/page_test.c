#include "fonts.h"
#include "make/page.h"

static struct str filled(struct str text, struct str root, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	page_fill_root(text, root, &buf);
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static void a_page_goes_up_once_for_each_folder(void **state)
{
	assert_str(page_root("index.html", *state), "");
	assert_str(page_root("oak/index.html", *state), "../");
	assert_str(page_root("oak/options/elm/index.html", *state),
		   "../../../");
	assert_str(page_root("", *state), "");
}

static void each_mark_is_replaced_by_the_way_up(void **state)
{
	struct str up = STR("../");

	assert_str(filled(STR("<a href=\"\xFFoak/\">\xFF</a>"), up, *state),
		   "<a href=\"../oak/\">../</a>");
	assert_str(filled(STR("\xFF\xFF"), up, *state), "../../");
	assert_str(filled(STR("\xFF"), STR(""), *state), "");
	assert_str(filled(STR("none"), up, *state), "none");
	assert_str(filled(STR(""), up, *state), "");
	assert_str(filled((struct str){ NULL, 0 }, up, *state), "");
	assert_str(filled(STR("\xC3\xBF"), up, *state), "\xC3\xBF");
}

static void a_file_with_a_colon_in_its_name_is_no_scheme(void **state)
{
	assert_str(filled(STR("<a href=\"\xFFjavascript:x.txt\">\xFFoak/a:b"),
			  STR(""), *state),
		   "<a href=\"./javascript:x.txt\">oak/a:b");
	assert_str(filled(STR("\xFFjavascript:x.txt"), STR("../"), *state),
		   "../javascript:x.txt");
}

static void the_root_is_appended_to_what_is_there(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_text(&buf, "\xFF");
	page_fill_root(STR("b\xFF"), STR("/"), &buf);
	assert_str(buf_str(&buf), "\xFF"
				  "b/");
	buf_release(&buf);
}

/* What the template shows at that path. */
static struct str rendered(const char *template, const struct page_job *job,
			   struct arena *arena)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct buf buf = { 0 };
	struct str text;

	assert_true(templates_add(diags, templates, STR("page"),
				  "page.mustache", str_from(template)));
	assert_true(templates_add(diags, templates, STR("samples"),
				  "samples.mustache",
				  STR("{{#samples}}({{name}}: {{{code}}})"
				      "{{/samples}}")));
	text = page_render(diags, templates, job, arena, &buf)
		       ? buf_copy(&buf, arena)
		       : printed(diags, arena);
	buf_release(&buf);
	templates_free(templates);
	diags_free(diags);
	return text;
}

static void a_template_is_filled_with_the_values(void **state)
{
	struct value *values = value_object(*state);
	struct page_job job = { .path = "oak/elm/index.html",
				.template = "page",
				.values = values };
	const char *template = "<a href=\"{{url}}\">{{name}}</a>";

	value_set_text(values, "url", STR("\xFFindex.html"));
	value_set_text(values, "name", STR("Oak & elm"));
	assert_str(rendered(template, &job, *state),
		   "<a href=\"../../index.html\">Oak &amp; elm</a>");
	job.path = "index.html";
	assert_str(rendered(template, &job, *state),
		   "<a href=\"index.html\">Oak &amp; elm</a>");
	job.root = STR("https://example.org/");
	assert_str(rendered(template, &job, *state),
		   "<a href=\"https://example.org/index.html\">Oak &amp; elm"
		   "</a>");
	job.path = "oak/elm/index.html";
	job.root = (struct str){ "", 0 };
	assert_str(rendered(template, &job, *state),
		   "<a href=\"index.html\">Oak &amp; elm</a>");
}

static void a_sample_stands_where_its_mark_does(void **state)
{
	struct value *values = value_object(*state),
		     *samples = value_list(*state);
	struct page_job job = { .path = "oak/index.html",
				.template = "page",
				.values = values,
				.samples = samples };

	/* What the page has, the sample's template has as well. */
	value_set_text(values, "name", STR("Oak & elm"));
	for (size_t k = 0; k < 12; k++)
		value_set(
			value_add_object(samples), "code",
			value_markup(arena_printf(*state, "<b>%zu</b>\xFF", k),
				     *state));
	value_set(values, "text",
		  value_markup(STR("a\xFE"
				   "11\xFE b \xFE"
				   "0\xFE"),
			       *state));
	assert_str(rendered("{{{text}}}.", &job, *state),
		   "a(Oak &amp; elm: <b>11</b>../) b "
		   "(Oak &amp; elm: <b>0</b>../).");
}

static void a_page_carries_the_policy_whatever_its_template(void **state)
{
	struct page_job job = { .path = "index.html",
				.template = "page",
				.values = value_object(*state),
				.policy = STR("img-src 'self'") };
	const char *own = "<head><meta http-equiv=\"Content-Security-Policy\" "
			  "content=\"x\"></head>";

	assert_str(rendered("<html><head>\n<title>a</title></head>", &job,
			    *state),
		   "<html><head>\n<meta http-equiv=\"Content-Security-Policy\" "
		   "content=\"img-src &#39;self&#39;\">\n<title>a</title>"
		   "</head>");
	assert_str(rendered(own, &job, *state), own);
}

static void a_name_that_is_not_there_fails_the_page(void **state)
{
	struct page_job job = { .path = "index.html",
				.template = "page",
				.values = value_object(*state) };
	struct str text = rendered("{{nothing}}", &job, *state);

	assert_true(str_starts(text, "page.mustache:1:"));
	assert_true(str_find_str(text, STR("nothing")) < text.len);
}

static struct chart *bar_chart(struct value *values, struct arena *arena)
{
	struct chart *chart = arena_new(arena, struct chart);
	struct series *series = arena_new(arena, struct series);
	struct str *texts = arena_array(arena, struct str, 2);

	texts[0] = STR("");
	texts[1] = STR("seven");
	series->name = series->short_name = STR("Oak");
	series->values = arena_new(arena, double);
	series->values[0] = 7;
	series->labels = &texts[1];
	*chart = (struct chart){
		.kind = CHART_BARS,
		.id = STR("scoreboard"),
		.data = { .title = STR("Totals"),
			  .description = STR("Oak leads"),
			  .missing = STR("not scored"),
			  .categories = texts,
			  .category_count = 1,
			  .series = series,
			  .series_count = 1,
			  .max = 10 },
		.object = values,
		.wide = arena_new(arena, struct value),
		.narrow = arena_new(arena, struct value),
	};
	chart->wide->kind = chart->narrow->kind = VALUE_MARKUP;
	value_set(values, "wide", chart->wide);
	value_set(values, "narrow", chart->narrow);
	return chart;
}

/* The ids differ, for both pictures stand on one page. */
static void charts_are_drawn_in_both_widths(void **state)
{
	struct value *values = value_object(*state);
	struct chart *chart = bar_chart(values, *state);
	struct page_job job = { .path = "index.html",
				.template = "page",
				.values = values,
				.charts = &chart,
				.chart_count = 1 };
	struct str text = rendered("{{{wide}}}|{{{narrow}}}", &job, *state);
	struct str wide = str_slice(text, 0, str_find(text, '|'));
	struct str narrow = str_from_byte(text, wide.len + 1);

	assert_true(str_starts(wide, "<svg"));
	assert_true(str_starts(narrow, "<svg"));
	assert_true(str_find_str(wide, STR("scoreboard-wide")) < wide.len);
	assert_true(str_find_str(narrow, STR("scoreboard-narrow")) <
		    narrow.len);
	assert_true(str_find_str(wide, STR("scoreboard-narrow")) == wide.len);
	assert_true(str_find_str(wide, STR(">seven</text>")) < wide.len);
	assert_true(str_find_str(narrow, STR(">seven</text>")) < narrow.len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_goes_up_once_for_each_folder),
		TEST(each_mark_is_replaced_by_the_way_up),
		TEST(a_file_with_a_colon_in_its_name_is_no_scheme),
		TEST(the_root_is_appended_to_what_is_there),
		TEST(a_template_is_filled_with_the_values),
		TEST(a_sample_stands_where_its_mark_does),
		TEST(a_page_carries_the_policy_whatever_its_template),
		TEST(a_name_that_is_not_there_fails_the_page),
		TEST(charts_are_drawn_in_both_widths),
	};

	return RUN_WITH_FONTS(tests);
}
