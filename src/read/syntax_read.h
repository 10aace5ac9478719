/*
 * The languages that code is highlighted in: a file `syntax/NAME.yaml` each.
 *
 *	aliases: js mjs node
 *	words: { keyword: if else for, constant: true false }
 *	comments: [ "//", { from: "<!--", to: "-->", lines: yes } ]
 *	strings: [ "'", { from: "`", lines: yes } ]
 *
 * Those of the default theme come first, then the theme's own, then those of
 * the content folder: a file takes the place of one of the same name.
 */
#ifndef READ_SYNTAX_READ_H
#define READ_SYNTAX_READ_H

#include "read/syntax.h"

/*
 * Adds the languages of that folder, if there is one, to those read before;
 * false with diagnostics.
 */
bool syntaxes_read(struct diags *diags, const char *dir, struct syntaxes *all,
		   struct arena *arena);

/* After all of them: finds the languages that stand inside others. */
bool syntaxes_join(struct diags *diags, struct syntaxes *all);

#endif
