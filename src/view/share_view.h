/*
 * What a comparison gives to be shown by others: cards and the badge.
 */
#ifndef VIEW_SHARE_VIEW_H
#define VIEW_SHARE_VIEW_H

#include "view/pair_view.h"
#include "view/picture.h"
#include "view/subject.h"

struct card card_of(const struct subject *s);
struct card criterion_card_of(const struct subject *s, size_t criterion);
struct card option_card_of(const struct subject *s, size_t option);
struct card pair_card_of(const struct pair_subject *p);
struct badge badge_of(const struct subject *s);

/* Whether there are cards of its options, and of its pairs. */
bool option_cards_are_drawn(const struct subject *s);
bool pair_cards_are_drawn(const struct subject *s);

#endif
