#include "check/sarif.h"

#include "base/json.h"
#include "model/finding.h"

static void put_tool(struct json *to, const char *version);
static void put_rule(struct json *to, const char *name, const char *says,
		     bool is_error);
static void put_result(struct json *to, const struct diag *diag,
		       struct place at, bool is_error);
static void put_location(struct json *to, struct place at);
static void put_text(struct json *to, const char *key, const char *text);
static void put_number(struct json *to, const char *key, double number);

void sarif_print(struct diags *diags, const char *version, FILE *to)
{
	struct buf text = { 0 };
	struct json json = { .to = &text };
	size_t count;
	const struct diag *items = diags_sorted(diags, &count);

	json_open(&json, '{');
	put_text(&json, "$schema",
		 "https://json.schemastore.org/"
		 "sarif-2.1.0.json");
	put_text(&json, "version", "2.1.0");
	json_key(&json, "runs");
	json_open(&json, '[');
	json_open(&json, '{');
	put_tool(&json, version);
	put_text(&json, "columnKind", "unicodeCodePoints");
	json_key(&json, "results");
	json_open(&json, '[');
	for (size_t i = 0; i < count; i++) {
		const struct diag *d = &items[i];
		bool is_error = diag_is_error(diags, d);

		put_result(&json, d, d->at, is_error);
		for (size_t k = 0; k < d->more_count && k < DIAG_PLACES; k++)
			put_result(&json, d, d->more[k], is_error);
	}
	for (const char *end = "]}]}"; *end; end++)
		json_close(&json, *end);
	buf_char(&text, '\n');
	fwrite(text.ptr, 1, text.len, to);
	buf_release(&text);
}

static void put_tool(struct json *to, const char *version)
{
	json_key(to, "tool");
	json_open(to, '{');
	json_key(to, "driver");
	json_open(to, '{');
	put_text(to, "name", "paragone");
	put_text(to, "version", version);
	json_key(to, "rules");
	json_open(to, '[');
	put_rule(to, "content", "The content cannot be taken as it is.", true);
	for (int k = 0; k < FINDING_COUNT; k++) {
		const struct finding_kind *kind = finding_kind((enum finding)k);

		put_rule(to, kind->name, kind->says, kind->is_error);
	}
	for (const char *end = "]}}"; *end; end++)
		json_close(to, *end);
}

static void put_rule(struct json *to, const char *name, const char *says,
		     bool is_error)
{
	json_line(to);
	json_open(to, '{');
	put_text(to, "id", name);
	json_key(to, "shortDescription");
	json_open(to, '{');
	put_text(to, "text", says);
	json_close(to, '}');
	json_key(to, "defaultConfiguration");
	json_open(to, '{');
	put_text(to, "level", is_error ? "error" : "warning");
	json_close(to, '}');
	json_close(to, '}');
}

static void put_result(struct json *to, const struct diag *diag,
		       struct place at, bool is_error)
{
	struct buf text = { 0 };

	buf_raw(&text, diag->text);
	if (diag->hint.len)
		buf_printf(&text, " (%.*s)", STR_ARG(diag->hint));
	json_line(to);
	json_open(to, '{');
	put_text(to, "ruleId", diag->name ? diag->name : "content");
	put_text(to, "level", is_error ? "error" : "warning");
	json_key(to, "message");
	json_open(to, '{');
	put_text(to, "text", text.ptr);
	json_close(to, '}');
	json_key(to, "locations");
	json_open(to, '[');
	if (at.file)
		put_location(to, at);
	json_close(to, ']');
	json_close(to, '}');
	buf_release(&text);
}

static void put_location(struct json *to, struct place at)
{
	unsigned column = at.column ? at.column : 1;
	struct buf url = { 0 };

	buf_url(&url, str_from(at.file));
	json_open(to, '{');
	json_key(to, "physicalLocation");
	json_open(to, '{');
	json_key(to, "artifactLocation");
	json_open(to, '{');
	put_text(to, "uri", url.ptr);
	json_close(to, '}');
	if (at.line) {
		json_key(to, "region");
		json_open(to, '{');
		put_number(to, "startLine", at.line);
		put_number(to, "startColumn", column);
		put_number(to, "endColumn", column + (at.width ? at.width : 1));
		json_close(to, '}');
	}
	json_close(to, '}');
	json_close(to, '}');
	buf_release(&url);
}

static void put_text(struct json *to, const char *key, const char *text)
{
	json_key(to, key);
	json_text(to, str_from(text));
}

static void put_number(struct json *to, const char *key, double number)
{
	json_key(to, key);
	json_number(to, number);
}
