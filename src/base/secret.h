/*
 * Credentials in what is printed: none may be.
 *
 * They are known by where they stand: before the @ of an address
 * (`https://ann:pw@host/`, `https://token@host/`, `ann:pw@host`), and behind
 * the names that programs give them (`password=pw`, `secret_key="a,b"`).
 * Something harmless hidden is better than a password shown.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The text with a * for every character of a credential, so that columns
 * stay; the text itself where there is none.
 */
struct str secret_hidden(struct str text, struct arena *arena);

#endif
