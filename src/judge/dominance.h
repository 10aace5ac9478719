/*
 * Dominance: an option is dominated when another one is at least as good on
 * every criterion that counts and better on one.  Then no weighting puts it
 * first alone.  (Hwang & Yoon 1981.)
 *
 * Utilities are compared, with method points too: of two options that win
 * nothing, one may still be the better.  Where a score is missing,
 * neither is known to be as good.
 */
#ifndef JUDGE_DOMINANCE_H
#define JUDGE_DOMINANCE_H

#include "judge/total.h"

/* Per option: whether some other dominates it; `m` holds utilities or other cells. */
bool *dominance_all(const struct matrix *m, struct arena *arena);

#endif
