/*
 * The list of files that Paragone keeps in a site it wrote (write/manifest.h).
 * A folder that has it is output and no content, wherever it stands.
 */
#ifndef BASE_SITE_FOLDER_H
#define BASE_SITE_FOLDER_H

#define MANIFEST_NAME ".paragone-manifest"

#endif
