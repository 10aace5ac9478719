#include "import/table_format.h"

#include <ctype.h>
#include <math.h>
#include <time.h>

#include "import/table_value.h"
#include "import/table_words.h"

enum {
	DAYS_MOST = 2958466, /* the last day of 9999, since 1900 */
	DAYS_TO_1904 = 1462,
	DAYS_TO_1970 = 25569,
	DAY_MINUTES = 24 * 60,
};

static struct str money_in(struct str code, struct arena *arena);
static struct str day_text(double days, bool timed, struct arena *arena);

struct format format_of_code(struct str code, struct arena *arena)
{
	struct format format = { .unit = money_in(code, arena) };
	bool days = false, hours = false, percent = false;

	/* The first section; quoted and bracketed text and \x are no code. */
	for (size_t i = 0; i < code.len && code.ptr[i] != ';'; i++) {
		char c = (char)tolower((unsigned char)code.ptr[i]);
		char end = c == '"' ? '"' : ']';

		if (c == '\\' || c == '_' || c == '*') {
			i++;
			continue;
		}
		if (c == '"' ||
		    (c == '[' && !str_starts(str_from_byte(code, i), "[h"))) {
			i++;
			while (i < code.len && code.ptr[i] != end)
				i++;
			continue;
		}
		days |= c == 'd' || c == 'y';
		hours |= c == 'h' || c == 's';
		percent |= c == '%';
	}
	format.kind = percent ? FORMAT_PERCENT
		      : days  ? (hours ? FORMAT_TIME : FORMAT_DAY)
			      : FORMAT_PLAIN;
	if (percent)
		format.unit = STR("%");
	return format;
}

/* "[$€-407]", "\"€\"", "$"; but "[$-409]" is a language alone. */
static struct str money_in(struct str code, struct arena *arena)
{
	for (size_t i = 0; i < code.len; i++) {
		struct str rest = str_from_byte(code, i);
		size_t len;

		if (str_starts(rest, "[$")) {
			rest = str_from_byte(rest, 2);
			i++;
		} else if (*rest.ptr == '"')
			rest = str_from_byte(rest, 1);
		else if (isalpha((unsigned char)*rest.ptr) || *rest.ptr == '[')
			continue;
		len = words_money(rest);
		if (len)
			return arena_str(arena, str_slice(rest, 0, len));
	}
	return STR("");
}

/* ECMA-376 part 1, 18.8.30. */
struct format format_built_in(unsigned id)
{
	struct format format = { .unit = STR("") };

	if (id == 9 || id == 10)
		format = (struct format){ FORMAT_PERCENT, STR("%") };
	else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) ||
		 (id >= 50 && id <= 58) || id == 36)
		format.kind = FORMAT_DAY;
	else if (id == 22)
		format.kind = FORMAT_TIME;
	return format;
}

void format_number(struct cell *cell, const struct format *format,
		   double number, bool from_1904, struct arena *arena)
{
	double days = number + (from_1904 ? DAYS_TO_1904 : 0);

	cell->kind = CELL_NUMBER;
	cell->number = number;
	cell->unit = format->unit;
	cell->text = table_number_text(number, arena);
	switch (format->kind) {
	case FORMAT_PLAIN:
		if (format->unit.len)
			cell->text = ARENA_JOIN(arena, cell->text, STR(" "),
						format->unit);
		break;
	case FORMAT_PERCENT:
		/* 0.07 times 100 is 7.000000000000001. */
		cell->text = table_number_text(number * 100, arena);
		str_to_number(cell->text, &cell->number);
		cell->text = ARENA_JOIN(arena, cell->text, STR(" %"));
		break;
	case FORMAT_DAY:
	case FORMAT_TIME:
		if (!(days >= 1 && days < DAYS_MOST))
			break;
		cell->text = day_text(days, format->kind == FORMAT_TIME, arena);
		cell->kind = CELL_DATE;
		cell->unit = STR("");
	}
}

/*
 * Day 1 is 1 January 1900 and day 60 the 29 February 1900 that Lotus 1-2-3
 * had; from day 61 on they count from 30 December 1899.
 */
static struct str day_text(double days, bool timed, struct arena *arena)
{
	long whole = (long)floor(days);
	long minutes = lround((days - floor(days)) * DAY_MINUTES);
	time_t seconds = (time_t)(whole + (whole < 61) - DAYS_TO_1970) *
			 DAY_MINUTES * 60;
	struct tm day;
	struct str date;

	gmtime_r(&seconds, &day);
	date = arena_printf(arena, "%04d-%02d-%02d", day.tm_year + 1900,
			    day.tm_mon + 1, day.tm_mday);
	if (!timed || minutes == 0 || minutes == DAY_MINUTES)
		return date;
	return arena_printf(arena, "%.*s %02ld:%02ld", STR_ARG(date),
			    minutes / 60, minutes % 60);
}
