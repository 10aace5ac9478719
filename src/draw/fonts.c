#include "draw/fonts.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include "base/file.h"

#define UNPACKED "/proc/self/fd/"

enum { FILES_MOST = 32 };

static FcConfig *configs[FONTS_REACHES];
static FcCharSet *coverage[FONTS_REACHES];

/* Web fonts, unpacked, and the files that they were packed in. */
static struct {
	int file;
	char *path;
} unpacked[FILES_MOST];
static size_t unpacked_count;

static struct hash pinned_hash, machine_hash; /* the latter without the other */
/* Held while the machine's fonts are looked for, and a failure is noted. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_bool machine_known;
static atomic_bool failed;
static bool failure_told;
static char failed_path[256];
static int failed_reason;

static bool set_current(void);
static bool load_dejavu(struct diags *diags);
static bool add_any(struct diags *diags, const char *path);
static bool note_font(const char *path, struct arena *arena);
static bool add_font(const char *path);
static bool add_web_font(const char *path);
static int unpack(const char *path);
static FcCharSet *coverage_of(FcConfig *config);
static bool is_usable(const FcPattern *font);
static void know_machine(void);
static FcConfig *machine_config(void);
static void add_pinned(FcConfig *config);
static struct hash hash_config(FcConfig *config);
static void add_names(struct hash *sum, FcConfig *config);
static void add_rules(struct hash *sum, FcConfig *config);
static bool is_never_drawn(uint32_t c);
static void keep_reason(const char *path);

bool fonts_load(struct diags *diags, const char *const *paths)
{
	bool ok;

	configs[FONTS_PINNED] = FcConfigCreate();
	if (!configs[FONTS_PINNED] || !set_current()) {
		fonts_unload();
		errno = ENOMEM;
		return diag_system(diags, "fontconfig", "cannot be set up");
	}
	ok = load_dejavu(diags);
	for (; ok && paths && *paths; paths++)
		ok = add_any(diags, *paths);
	if (ok)
		coverage[FONTS_PINNED] = coverage_of(configs[FONTS_PINNED]);
	else
		fonts_unload();
	return ok;
}

/*
 * One without a font, once for all: where there is no current one Pango has all
 * fonts of the machine looked through.
 */
static bool set_current(void)
{
	static bool is_set;
	FcConfig *empty = is_set ? NULL : FcConfigCreate();

	if (empty) {
		is_set = FcConfigSetCurrent(empty);
		FcConfigDestroy(empty);
	}
	return is_set;
}

bool fonts_are_loaded(void)
{
	return configs[FONTS_PINNED];
}

bool fonts_machine_was_used(void)
{
	return machine_known;
}

const char *fonts_dejavu_folder(size_t number)
{
	static const char *const FOLDERS[] = {
		"/usr/share/fonts/truetype/dejavu",
		"/usr/share/fonts/dejavu-sans-fonts",
		"/usr/share/fonts/TTF",
		"/usr/share/fonts/dejavu",
	};

	return number < sizeof(FOLDERS) / sizeof(*FOLDERS) ? FOLDERS[number]
							   : NULL;
}

void fonts_unload(void)
{
	for (size_t i = 0; i < FONTS_REACHES; i++) {
		if (configs[i])
			FcConfigDestroy(configs[i]);
		if (coverage[i])
			FcCharSetDestroy(coverage[i]);
		configs[i] = NULL;
		coverage[i] = NULL;
	}
	machine_known = failed = failure_told = false;
	pinned_hash = machine_hash = (struct hash){ 0 };
	while (unpacked_count) {
		close(unpacked[--unpacked_count].file);
		free(unpacked[unpacked_count].path);
	}
}

struct _FcConfig *fonts_config(enum fonts_reach reach)
{
	if (reach == FONTS_MACHINE)
		know_machine();
	return configs[reach];
}

enum fonts_reach fonts_reach_of(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if ((unsigned char)text.ptr[at] < 0x80)
			at++;
		else if (!fonts_have(str_char_next(text, &at), FONTS_PINNED))
			return FONTS_MACHINE;
	return FONTS_PINNED;
}

bool fonts_have(uint32_t c, enum fonts_reach reach)
{
	if (reach == FONTS_MACHINE)
		know_machine();
	return is_never_drawn(c) || fonts_draw(c, reach);
}

bool fonts_draw(uint32_t c, enum fonts_reach reach)
{
	return coverage[reach] && !is_never_drawn(c) &&
	       FcCharSetHasChar(coverage[reach], c);
}

void fonts_lacking(struct str text, struct buf *to)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t c = str_char_next(text, &at);
		struct str letter = str_slice(text, start, at - start);

		if (c >= 0x80 && !fonts_have(c, FONTS_PINNED) &&
		    !fonts_have(c, FONTS_MACHINE) &&
		    str_find_str(buf_str(to), letter) == to->len)
			buf_raw(to, letter);
	}
}

struct hash fonts_hash(enum fonts_reach reach)
{
	if (reach == FONTS_PINNED)
		return pinned_hash;
	know_machine();
	return hash_of_all((struct hash[]){ pinned_hash, machine_hash }, 2);
}

struct hash fonts_machine_hash(void)
{
	FcConfig *config;
	struct hash hash;

	if (machine_known)
		return machine_hash;
	config = FcInitLoadConfigAndFonts();
	hash = hash_config(config);
	if (config)
		FcConfigDestroy(config);
	return hash;
}

void fonts_note_failure(const struct _FcPattern *font)
{
	FcChar8 *path;
	int reason = errno;

	pthread_mutex_lock(&lock);
	if (!failed) {
		failed_reason = reason ? reason : EIO;
		if (font && FcPatternGetString(font, FC_FILE, 0, &path) ==
				    FcResultMatch)
			keep_reason((const char *)path);
		else
			snprintf(failed_path, sizeof(failed_path), "the fonts");
		failed = true;
	}
	pthread_mutex_unlock(&lock);
}

bool fonts_failed(struct diags *diags)
{
	if (!failed)
		return false;
	pthread_mutex_lock(&lock);
	errno = failed_reason;
	if (!failure_told)
		diag_system(diags, failed_path, "cannot be drawn with");
	failure_told = true;
	pthread_mutex_unlock(&lock);
	return true;
}

/*
 * By its files, as the configuration of the machine is not asked, and by the
 * names that the package of its core has: what else of DejaVu a machine has
 * must not change a picture, and takes time to look through.
 */
static bool load_dejavu(struct diags *diags)
{
	static const char *const FILES[] = {
		"DejaVuSans.ttf",     "DejaVuSans-Bold.ttf",
		"DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
		"DejaVuSerif.ttf",    "DejaVuSerif-Bold.ttf",
	};
	struct arena arena = { 0 };
	const char *dir;
	bool there = false, ok = true;

	for (size_t i = 0; !there && (dir = fonts_dejavu_folder(i)); i++)
		for (size_t k = 0; ok && k < sizeof(FILES) / sizeof(*FILES);
		     k++) {
			const char *file =
				path_join(dir, str_from(FILES[k]), &arena);

			if (!file_is_regular(file))
				continue;
			there |= k == 0;
			ok = add_any(diags, file);
		}
	arena_release(&arena);
	if (there)
		return ok;
	if (!diag_doubt(diags))
		return false;
	errno = ENOENT;
	diag_system(diags, "DejaVuSans.ttf", "there is no font to draw with");
	diag_hint(diags, "install the package fonts-dejavu-core");
	return false;
}

/* What its name does not tell to be a font is none. */
static bool add_any(struct diags *diags, const char *path)
{
	struct str name = str_from(path);
	struct arena arena = { 0 };
	bool ok = true;

	if (str_ends(name, ".ttf") || str_ends(name, ".otf"))
		ok = note_font(path, &arena) && add_font(path);
	else if (str_ends(name, ".woff2"))
		ok = note_font(path, &arena) && add_web_font(path);
	if (!ok)
		diag_system(diags, path, "cannot read this font");
	arena_release(&arena);
	return ok;
}

/* Into the hash of all fonts. */
static bool note_font(const char *path, struct arena *arena)
{
	struct hash hashes[2] = { pinned_hash };
	struct str bytes;

	if (!file_read(path, &bytes, arena))
		return false;
	hashes[1] = hash_of(bytes);
	pinned_hash = hash_of_all(hashes, 2);
	return true;
}

static bool add_font(const char *path)
{
	if (FcConfigAppFontAddFile(configs[FONTS_PINNED],
				   (const FcChar8 *)path))
		return true;
	errno = EINVAL;
	return false;
}

/*
 * Pango passes over compressed fonts.  FreeType unpacks them, into a file in
 * memory that lives as long as its descriptor.
 */
static bool add_web_font(const char *path)
{
	char name[64];
	int file;

	if (unpacked_count == FILES_MOST) {
		errno = ENFILE;
		return false;
	}
	file = unpack(path);
	if (file < 0) {
		errno = EINVAL;
		return false;
	}
	unpacked[unpacked_count].file = file;
	unpacked[unpacked_count++].path = strdup(path);
	snprintf(name, sizeof(name), UNPACKED "%d", file);
	return add_font(name);
}

/* A descriptor, or -1.  Table 0 is the whole font, unpacked. */
static int unpack(const char *path)
{
	FT_Library library;
	FT_Face face;
	FT_ULong len = 0;
	FT_Byte *bytes = NULL;
	int file = -1;

	if (FT_Init_FreeType(&library))
		return -1;
	if (!FT_New_Face(library, path, 0, &face)) {
		if (!FT_Load_Sfnt_Table(face, 0, 0, NULL, &len))
			bytes = memory_alloc(len);
		if (bytes && !FT_Load_Sfnt_Table(face, 0, 0, bytes, &len))
			file = memfd_create("font", MFD_CLOEXEC);
		if (file >= 0 && write(file, bytes, len) != (ssize_t)len) {
			close(file);
			file = -1;
		}
		free(bytes);
		FT_Done_Face(face);
	}
	FT_Done_FreeType(library);
	return file;
}

/* Of all fonts of the configuration; NULL without memory. */
static FcCharSet *coverage_of(FcConfig *config)
{
	static const FcSetName SETS[] = { FcSetApplication, FcSetSystem };
	FcCharSet *all = FcCharSetCreate();

	for (size_t k = 0; all && k < 2; k++) {
		const FcFontSet *set = FcConfigGetFonts(config, SETS[k]);

		for (int i = 0; set && i < set->nfont; i++) {
			FcCharSet *own;

			if (is_usable(set->fonts[i]) &&
			    FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0,
						&own) == FcResultMatch)
				FcCharSetMerge(all, own, NULL);
		}
	}
	return all;
}

/* Pango passes over all others, such as Type 1, whatever they cover. */
static bool is_usable(const FcPattern *font)
{
	FcChar8 *format;

	return FcPatternGetString(font, FC_FONTFORMAT, 0, &format) ==
		       FcResultMatch &&
	       (!strcmp((char *)format, "TrueType") ||
		!strcmp((char *)format, "CFF"));
}

/* Once; looking through the folders of fonts takes a while. */
static void know_machine(void)
{
	if (machine_known)
		return;
	pthread_mutex_lock(&lock);
	if (!machine_known) {
		configs[FONTS_MACHINE] = machine_config();
		if (configs[FONTS_MACHINE]) {
			coverage[FONTS_MACHINE] =
				coverage_of(configs[FONTS_MACHINE]);
		}
		machine_known = true;
	}
	pthread_mutex_unlock(&lock);
	if (!coverage[FONTS_MACHINE]) {
		errno = ENOMEM;
		fonts_note_failure(NULL);
	}
}

static FcConfig *machine_config(void)
{
	FcConfig *config = FcInitLoadConfigAndFonts();

	machine_hash = hash_config(config);
	if (config)
		add_pinned(config);
	return config;
}

/* A font of several styles is there several times, by one file. */
static void add_pinned(FcConfig *config)
{
	const FcFontSet *set =
		FcConfigGetFonts(configs[FONTS_PINNED], FcSetApplication);
	FcChar8 *path, *last = NULL;

	for (int i = 0; set && i < set->nfont; i++) {
		if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) !=
			    FcResultMatch ||
		    (last && !strcmp((char *)path, (char *)last)))
			continue;
		FcConfigAppFontAddFile(config, path);
		last = path;
	}
}

/* NULL is fine. */
static struct hash hash_config(FcConfig *config)
{
	struct hash sum = { 0 };

	if (config) {
		add_names(&sum, config);
		add_rules(&sum, config);
	}
	return sum;
}

/* Independent of their order; a font of another version has another name. */
static void add_names(struct hash *sum, FcConfig *config)
{
	const FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);

	for (int i = 0; set && i < set->nfont; i++) {
		FcChar8 *name = FcNameUnparse(set->fonts[i]);

		if (!name)
			continue;
		hash_add(sum, hash_of(str_from((const char *)name)));
		free(name);
	}
}

/* Which of two fonts is taken is a matter of these files. */
static void add_rules(struct hash *sum, FcConfig *config)
{
	FcStrList *files = FcConfigGetConfigFiles(config);
	FcChar8 *path;

	while (files && (path = FcStrListNext(files))) {
		struct arena arena = { 0 };
		struct str bytes;

		if (file_read((const char *)path, &bytes, &arena))
			hash_add(sum, hash_of(bytes));
		arena_release(&arena);
	}
	if (files)
		FcStrListDone(files);
}

/* Nor are selectors of variants, and tags. */
static bool is_never_drawn(uint32_t c)
{
	return str_char_is_unseen(c) || (c >= 0x180B && c <= 0x180F) ||
	       (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

/* What the system says of the file, as the libraries do not pass it on. */
static void keep_reason(const char *path)
{
	int file;

	for (size_t i = 0; i < unpacked_count; i++)
		if (str_starts(str_from(path), UNPACKED) &&
		    atoi(path + strlen(UNPACKED)) == unpacked[i].file)
			path = unpacked[i].path;
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		failed_reason = errno;
	else
		close(file);
	snprintf(failed_path, sizeof(failed_path), "%s", path);
}
