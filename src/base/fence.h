/*
 * Folders that nothing below them may lead out of.
 *
 * Content comes from strangers, and with it symbolic links.  Whatever this
 * program reads is opened here, so a path that begins in a fenced folder and
 * ends elsewhere is refused, whoever asks for it.  A link that stays inside is
 * followed, and the folder may be a link itself.
 */
#ifndef BASE_FENCE_H
#define BASE_FENCE_H

#include <stdbool.h>
#include <sys/types.h>

/*
 * Fences a folder from now on, or anew when it may be another by now; `name`
 * is for messages ("the content folder") and is not copied.  False with
 * errno.  Not while other threads open files.
 */
bool fence_folder(const char *dir, const char *name);

/*
 * open(), close-on-exec and without waiting.  Below a fenced folder, and by a
 * path that does not begin with "..", it fails with EXDEV for what lies
 * outside, and with ENXIO for a link to what is neither file nor folder.
 */
int fence_open(const char *path, int flags, mode_t mode);

/* Whether a path may be opened: false with errno, EXDEV as above. */
bool fence_holds(const char *path);

/* What a refused path leads out of. */
const char *fence_name(const char *path);

#endif
