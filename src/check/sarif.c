#include "check/sarif.h"

#include "base/buf.h"
#include "model/finding.h"

static void put_rules(struct buf *to);
static void put_rule(struct buf *to, const char *name, const char *says,
		     bool is_error);
static void put_result(struct buf *to, const struct diag *diag, struct place at,
		       bool is_error);
static void put_location(struct buf *to, struct place at);

void sarif_print(struct diags *diags, const char *version, FILE *to)
{
	struct buf json = { 0 };
	size_t count;
	const struct diag *items = diags_sorted(diags, &count);

	buf_text(&json, "{\"$schema\":\"https://json.schemastore.org/"
			"sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
			"\"tool\":{\"driver\":{\"name\":\"paragone\","
			"\"version\":");
	buf_json(&json, str_from(version));
	buf_text(&json, ",\"rules\":[");
	put_rules(&json);
	buf_text(&json, "]}},\"columnKind\":\"unicodeCodePoints\","
			"\"results\":[");
	for (size_t i = 0; i < count; i++) {
		const struct diag *d = &items[i];
		bool is_error = diag_is_error(diags, d);

		buf_text(&json, i ? ",\n" : "\n");
		put_result(&json, d, d->at, is_error);
		for (size_t k = 0; k < d->more_count && k < DIAG_PLACES; k++) {
			buf_text(&json, ",\n");
			put_result(&json, d, d->more[k], is_error);
		}
	}
	buf_text(&json, "]}]}\n");
	fwrite(json.ptr, 1, json.len, to);
	buf_release(&json);
}

static void put_rules(struct buf *to)
{
	put_rule(to, "content", "The content cannot be taken as it is.", true);
	for (int k = 0; k < FINDING_COUNT; k++) {
		const struct finding_kind *kind = finding_kind((enum finding)k);

		buf_char(to, ',');
		put_rule(to, kind->name, kind->says, kind->is_error);
	}
}

static void put_rule(struct buf *to, const char *name, const char *says,
		     bool is_error)
{
	buf_printf(to,
		   "\n{\"id\":\"%s\",\"shortDescription\":{\"text\":\"%s\"},"
		   "\"defaultConfiguration\":{\"level\":\"%s\"}}",
		   name, says, is_error ? "error" : "warning");
}

static void put_result(struct buf *to, const struct diag *diag, struct place at,
		       bool is_error)
{
	buf_printf(to,
		   "{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":",
		   diag->name ? diag->name : "content",
		   is_error ? "error" : "warning");
	if (diag->hint.len) {
		struct buf text = { 0 };

		buf_printf(&text, "%.*s (%.*s)", STR_ARG(diag->text),
			   STR_ARG(diag->hint));
		buf_json(to, buf_str(&text));
		buf_release(&text);
	} else {
		buf_json(to, diag->text);
	}
	buf_text(to, "},\"locations\":[");
	if (at.file)
		put_location(to, at);
	buf_text(to, "]}");
}

static void put_location(struct buf *to, struct place at)
{
	struct buf url = { 0 };

	buf_url(&url, str_from(at.file));
	buf_text(to, "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
	buf_json(to, buf_str(&url));
	buf_char(to, '}');
	if (at.line)
		buf_printf(to,
			   ",\"region\":{\"startLine\":%u,\"startColumn\":%u,"
			   "\"endColumn\":%u}",
			   at.line, at.column ? at.column : 1,
			   (at.column ? at.column : 1) +
				   (at.width ? at.width : 1));
	buf_text(to, "}}");
	buf_release(&url);
}
