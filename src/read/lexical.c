#include "read/lexical.h"

#include <string.h>

static bool year_is_valid(int year);
static bool time_is_valid(struct str time, struct date *date);
static bool digits(struct str text, size_t at, size_t count, int *number);

bool text_is_unseen(struct str text)
{
	size_t at = 0;

	while (at < text.len)
		if (!str_char_is_unseen(str_char_next(text, &at)))
			return false;
	return true;
}

struct str name_on_line(struct str text, struct arena *arena)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("\n\t\r", text.ptr[i]) ||
		    str_starts(str_from_byte(text, i), "\u2028") ||
		    str_starts(str_from_byte(text, i), "\u2029"))
			return str_squeeze(text, arena);
	return text;
}

bool id_is_valid(struct str id)
{
	for (size_t i = 0; i < id.len; i++) {
		char c = id.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    c != '-')
			return false;
	}
	return id.len > 0;
}

bool slug_is_taken(struct str slug)
{
	return str_is(slug, "assets") || str_is(slug, "search") ||
	       str_is(slug, "static") || str_is(slug, "syntax") ||
	       str_is(slug, "tags");
}

bool color_is_valid(struct str text)
{
	bool ok = text.len == 7 && text.ptr[0] == '#';

	for (size_t i = 1; ok && i < 7; i++)
		ok = strchr("0123456789abcdefABCDEF", text.ptr[i]);
	return ok;
}

bool date_parse(struct str text, struct date *date)
{
	if (!digits(text, 0, 4, &date->year) ||
	    !digits(text, 5, 2, &date->month) ||
	    !digits(text, 8, 2, &date->day) || text.ptr[4] != '-' ||
	    text.ptr[7] != '-' || !year_is_valid(date->year))
		return false;
	if (date->month < 1 || date->month > 12 || date->day < 1 ||
	    date->day > date_month_days(date->year, date->month))
		return false;
	return time_is_valid(str_from_byte(text, 10), date) &&
	       year_is_valid(date_utc(*date).year);
}

/* Four digits hold it, as feeds and the like want it. */
static bool year_is_valid(int year)
{
	return year >= 1 && year <= 9999;
}

bool date_parse_part(struct str text, struct date *date)
{
	*date = (struct date){ 0 };
	if (text.len != strlen("2026") && text.len != strlen("2026-11"))
		return date_parse(text, date);
	if (!digits(text, 0, 4, &date->year) || date->year < 1)
		return false;
	return text.len == strlen("2026") ||
	       (text.ptr[4] == '-' && digits(text, 5, 2, &date->month) &&
		date->month >= 1 && date->month <= 12);
}

/* "", or "T16:00:00.000Z"; the seconds may be left out, and the zone. */
static bool time_is_valid(struct str time, struct date *date)
{
	int hour, minute, second = 0;
	bool has_seconds;
	size_t places = 0;

	date->second = date->offset = 0;
	date->timed = time.len > 0;
	if (time.len == 0)
		return true;
	if (!strchr("Tt ", time.ptr[0]) || !digits(time, 1, 2, &hour) ||
	    !digits(time, 4, 2, &minute) || time.ptr[3] != ':' || hour > 23 ||
	    minute > 59)
		return false;
	time = str_from_byte(time, 6);
	has_seconds = str_starts(time, ":");
	if (has_seconds) {
		if (!digits(time, 1, 2, &second) || second > 59)
			return false;
		time = str_from_byte(time, 3);
	}
	date->second = hour * 3600 + minute * 60 + second;
	if (str_starts(time, ".") && has_seconds) {
		int digit;

		while (digits(time, 1 + places, 1, &digit))
			places++;
		if (!places)
			return false;
		time = str_from_byte(time, 1 + places);
	}
	if (str_is(time, "Z") || str_is(time, "z") || time.len == 0)
		return true;
	if (time.len != 6 || (time.ptr[0] != '+' && time.ptr[0] != '-') ||
	    !digits(time, 1, 2, &hour) || time.ptr[3] != ':' ||
	    !digits(time, 4, 2, &minute) || hour > 23 || minute > 59)
		return false;
	date->offset = (hour * 60 + minute) * (time.ptr[0] == '-' ? -1 : 1);
	return true;
}

static bool digits(struct str text, size_t at, size_t count, int *number)
{
	*number = 0;
	if (text.len < at + count)
		return false;
	for (size_t i = at; i < at + count; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		*number = *number * 10 + (text.ptr[i] - '0');
	}
	return true;
}
