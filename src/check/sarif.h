/*
 * Messages as SARIF 2.1.0, which code hosts show beside the lines.
 *
 * The findings are the rules; a message without a name, as of content that
 * cannot be read, is of the rule "content".
 */
#ifndef CHECK_SARIF_H
#define CHECK_SARIF_H

#include <stdio.h>

#include "base/diag.h"

/* The messages stay; the document ends in a line feed. */
void sarif_print(struct diags *diags, const char *version, FILE *to);

#endif
