#include "base/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void begin(struct json *json);
static void put_line(struct json *json);
static void put_number(struct buf *to, double number);

void json_open(struct json *json, char bracket)
{
	begin(json);
	buf_char(json->to, bracket);
	json->depth++;
	json->begun = false;
}

void json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->begun && json->indented)
		put_line(json);
	buf_char(json->to, bracket);
	json->begun = true;
}

void json_key(struct json *json, const char *key)
{
	json_name(json, str_from(key));
}

void json_name(struct json *json, struct str key)
{
	begin(json);
	buf_json(json->to, key);
	buf_text(json->to, json->indented ? ": " : ":");
	json->keyed = true;
}

void json_text(struct json *json, struct str text)
{
	begin(json);
	buf_json(json->to, text);
}

void json_truth(struct json *json, bool truth)
{
	begin(json);
	buf_text(json->to, truth ? "true" : "false");
}

void json_null(struct json *json)
{
	begin(json);
	buf_text(json->to, "null");
}

void json_number(struct json *json, double number)
{
	begin(json);
	if (isfinite(number))
		put_number(json->to, number);
	else
		buf_text(json->to, "null");
}

void json_line(struct json *json)
{
	json->lined = true;
}

/* What parts a value from the one before it; of one with a key, nothing. */
static void begin(struct json *json)
{
	bool keyed = json->keyed;

	json->keyed = false;
	if (!keyed && json->begun)
		buf_char(json->to, ',');
	if (!keyed && (json->lined || (json->indented && json->depth)))
		put_line(json);
	json->lined = false;
	json->begun = true;
}

static void put_line(struct json *json)
{
	buf_char(json->to, '\n');
	for (int i = 0; json->indented && i < json->depth; i++)
		buf_text(json->to, "  ");
}

/* Four places nearly always do; 15 digits are exact in any double. */
static void put_number(struct buf *to, double number)
{
	char text[32];

	if (fabs(number) < 1e11 && round(number * 1e4) / 1e4 == number) {
		buf_number(to, number, 4);
		return;
	}
	if (number == trunc(number) && fabs(number) < 1e15) {
		buf_number(to, number, 0);
		return;
	}
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, number);
		if (strtod(text, NULL) == number)
			break;
	}
	buf_text(to, text);
}
