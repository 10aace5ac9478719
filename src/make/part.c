#include "make/part.h"

#include <errno.h>
#include <inttypes.h>

#include "base/file.h"

static const char FIRST_LINE[] = "paragone part 2";
static const char LAST_LINE[] = "end\n";
static const char INDEX[] = "index ";
static const char FIND[] = "find ";

/* A part's text on its way to a struct. */
struct reading {
	struct str rest;
	struct place at;
	bool ok;
};

static void put_hash(struct buf *to, const char *name, struct hash hash);
static void put_sum(struct buf *to, const char *name, struct path_sum sum);
static void put_field(struct buf *to, struct str text);
static struct str field(struct str *line, struct arena *arena);
static void read_head(struct reading *reading, struct part *part);
static void read_indexes(struct reading *reading, struct part *part,
			 struct arena *arena);
static bool is_find(struct str line);
static struct str take_line(struct reading *reading, const char *name);
static struct hash take_hash(struct reading *reading, const char *name);
static struct path_sum take_sum(struct reading *reading, const char *name);
static void take_numbers(struct reading *reading, const char *name,
			 uint64_t *numbers, size_t count);
static bool read_number(struct str text, uint64_t *number);

void path_sum_add(struct path_sum *sum, struct str path)
{
	path_sum_add_all(sum, (struct path_sum){ 1, hash_of(path) });
}

void path_sum_add_all(struct path_sum *sum, struct path_sum more)
{
	sum->count += more.count;
	hash_add(&sum->sum, more.sum);
}

bool path_sum_equals(struct path_sum a, struct path_sum b)
{
	return a.count == b.count && hash_equals(a.sum, b.sum);
}

void part_put_find(const struct find *find, struct buf *to)
{
	buf_printf(to, "%s%d", FIND, (int)find->kind);
	put_field(to, find->title);
	put_field(to, find->url);
	put_field(to, find->context);
	buf_char(to, '\n');
}

static void put_field(struct buf *to, struct str text)
{
	buf_char(to, '\t');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\t' || c == '\n' || c == '\\')
			buf_char(to, '\\');
		buf_char(to, c == '\t' ? 't' : c == '\n' ? 'n' : c);
	}
}

bool part_next_find(struct str *finds, struct find *find, struct arena *arena)
{
	struct str line;

	if (!finds->ptr || !finds->len)
		return false;
	line = str_from_byte(str_cut(finds, '\n'), sizeof(FIND) - 1);
	find->kind = (enum find_kind)(field(&line, arena).ptr[0] - '0');
	find->title = field(&line, arena);
	find->url = field(&line, arena);
	find->context = field(&line, arena);
	return true;
}

static struct str field(struct str *line, struct arena *arena)
{
	struct str text = str_cut(line, '\t');
	char *plain = arena_array(arena, char, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\\' && i + 1 < text.len) {
			c = text.ptr[++i];
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
		}
		plain[len++] = c;
	}
	return (struct str){ plain, len };
}

void part_print(const struct part *part, struct buf *to)
{
	buf_printf(to, "%s\nshard %u/%u\n", FIRST_LINE, part->shard.number,
		   part->shard.count);
	put_hash(to, "content", part->prints.content);
	put_hash(to, "program", part->prints.program);
	put_hash(to, "theme", part->prints.theme);
	put_hash(to, "options", part->prints.options);
	put_sum(to, "listed", part->listed);
	put_sum(to, "made", part->made);
	buf_printf(to,
		   "counts %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n",
		   part->comparisons, part->pages, part->images,
		   part->pairs_left_out);
	buf_printf(to, "flags %d %d %d\n", part->has_address,
		   part->twins[TWIN_GZIP], part->twins[TWIN_BROTLI]);
	for (size_t k = 0; k < part->index_count; k++) {
		buf_printf(to, "%s%.*s\n", INDEX,
			   STR_ARG(part->indexes[k].prefix));
		buf_raw(to, part->indexes[k].finds);
	}
	buf_text(to, LAST_LINE);
}

static void put_hash(struct buf *to, const char *name, struct hash hash)
{
	buf_printf(to, "%s ", name);
	hash_put(hash, to);
	buf_char(to, '\n');
}

static void put_sum(struct buf *to, const char *name, struct path_sum sum)
{
	buf_printf(to, "%s %" PRIu64 " ", name, sum.count);
	hash_put(sum.sum, to);
	buf_char(to, '\n');
}

bool part_read(struct diags *diags, const char *dir, struct part *part,
	       struct arena *arena)
{
	const char *path = path_join(dir, STR(PART_NAME), arena);
	struct reading reading = {
		.at = { .file = path, .line = 1, .column = 1 },
		.ok = true,
	};

	*part = (struct part){ .dir = dir };
	if (!file_read(path, &reading.rest, arena)) {
		if (errno != ENOENT && errno != ENOTDIR)
			return diag_system(diags, path, "cannot be read");
		diag_error(diags, (struct place){ .file = dir },
			   "this is no part of a site");
		diag_hint(diags, "`paragone build --shard K/N` makes one");
		return false;
	}
	if (!str_is(str_cut(&reading.rest, '\n'), FIRST_LINE))
		return diag_error(diags, reading.at,
				  "this version of Paragone knows no such part "
				  "of a site: expected \"%s\"",
				  FIRST_LINE);
	read_head(&reading, part);
	if (reading.ok)
		read_indexes(&reading, part, arena);
	return reading.ok || diag_error(diags, reading.at,
					"what is said of this part of a site "
					"is damaged here");
}

static void read_head(struct reading *reading, struct part *part)
{
	uint64_t counts[4] = { 0 }, flags[3] = { 0 };

	reading->ok = shard_read(take_line(reading, "shard"), &part->shard);
	part->prints.content = take_hash(reading, "content");
	part->prints.program = take_hash(reading, "program");
	part->prints.theme = take_hash(reading, "theme");
	part->prints.options = take_hash(reading, "options");
	part->listed = take_sum(reading, "listed");
	part->made = take_sum(reading, "made");
	take_numbers(reading, "counts", counts, 4);
	take_numbers(reading, "flags", flags, 3);
	part->comparisons = counts[0];
	part->pages = counts[1];
	part->images = counts[2];
	part->pairs_left_out = counts[3];
	part->has_address = flags[0];
	part->twins[TWIN_GZIP] = flags[1];
	part->twins[TWIN_BROTLI] = flags[2];
}

/* Their finds stay as they are written until they are wanted. */
static void read_indexes(struct reading *reading, struct part *part,
			 struct arena *arena)
{
	struct part_index *of = NULL;

	while (reading->rest.ptr) {
		struct str all = reading->rest;
		struct str line = str_cut(&reading->rest, '\n');

		reading->at.line++;
		if (str_is(all, LAST_LINE))
			return;
		if (str_starts(line, INDEX)) {
			of = arena_push(arena, part->indexes,
					part->index_count);
			*of = (struct part_index){
				.prefix =
					str_from_byte(line, sizeof(INDEX) - 1),
				.finds = { reading->rest.ptr, 0 },
			};
		} else if (of && is_find(line)) {
			of->finds.len += line.len + 1;
		} else {
			break;
		}
	}
	reading->ok = false;
}

static bool is_find(struct str line)
{
	struct str kind = str_slice(line, sizeof(FIND) - 1, 1);

	if (!str_starts(line, FIND) || !kind.len ||
	    kind.ptr[0] < '0' + FIND_COMPARISON ||
	    kind.ptr[0] > '0' + FIND_HEADING)
		return false;
	for (int tabs = 0; tabs < 3; tabs++)
		str_cut(&line, '\t');
	return line.ptr && str_find(line, '\t') == line.len;
}

/* What stands behind the name; where there is none, all else is none. */
static struct str take_line(struct reading *reading, const char *name)
{
	struct str line = reading->rest, word;

	if (!reading->ok || !line.ptr)
		return (struct str){ "", 0 };
	reading->at.line++;
	line = str_cut(&reading->rest, '\n');
	word = str_cut(&line, ' ');
	reading->ok = str_is(word, name) && line.ptr;
	return reading->ok ? line : (struct str){ "", 0 };
}

static struct hash take_hash(struct reading *reading, const char *name)
{
	struct str line = take_line(reading, name);
	struct hash hash;

	reading->ok = reading->ok && hash_read(line, &hash);
	return reading->ok ? hash : (struct hash){ 0 };
}

static struct path_sum take_sum(struct reading *reading, const char *name)
{
	struct str line = take_line(reading, name);
	struct str count = str_cut(&line, ' ');
	struct path_sum sum = { 0 };

	reading->ok = reading->ok && line.ptr &&
		      read_number(count, &sum.count) &&
		      hash_read(line, &sum.sum);
	return sum;
}

static void take_numbers(struct reading *reading, const char *name,
			 uint64_t *numbers, size_t count)
{
	struct str line = take_line(reading, name);

	for (size_t i = 0; i < count; i++)
		reading->ok = reading->ok && line.ptr &&
			      read_number(str_cut(&line, ' '), &numbers[i]);
	reading->ok = reading->ok && !line.ptr;
}

static bool read_number(struct str text, uint64_t *number)
{
	enum { DIGITS_MOST = 18 };

	*number = 0;
	for (size_t i = 0; i < text.len && i < DIGITS_MOST; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		*number = *number * 10 + (uint64_t)(text.ptr[i] - '0');
	}
	return text.len && text.len <= DIGITS_MOST;
}
