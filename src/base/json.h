/*
 * JSON (RFC 8259) as it is written, value by value: where commas, quotes and
 * line ends belong is known here alone.
 *
 *	json_open(&j, '{');
 *	json_key(&j, "line");
 *	json_number(&j, 4);
 *	json_close(&j, '}');
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

#include "base/buf.h"

struct json {
	struct buf *to;
	bool indented; /* each value on a line of its own */
	/* Of the writer alone. */
	int depth;
	bool begun, keyed, lined;
};

/* '{' or '[', and '}' or ']'. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

/* In an object, before each value. */
void json_key(struct json *json, const char *key);
void json_name(struct json *json, struct str key);

void json_text(struct json *json, struct str text);
void json_truth(struct json *json, bool truth);
void json_null(struct json *json);

/* The shortest decimal that reads back as the same; null where it is none. */
void json_number(struct json *json, double number);

/* The next value, or key, begins a line, where not each does. */
void json_line(struct json *json);

#endif
