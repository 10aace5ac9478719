#include "view/palette.h"

#include <math.h>
#include <stdbool.h>

/* Who sees no hues tells two colours apart by this much of L*. */
static const double LIGHTNESS_APART = 20;

static double luminance(uint32_t colour);
static void ladder(uint32_t *to, size_t count, double from, double end);
static double linear(uint32_t channel);
static uint32_t lit(uint32_t colour, double light);

uint32_t palette_colour(const struct palette_mode *mode, enum paint paint,
			size_t slot)
{
	switch (paint) {
	case PAINT_NONE:
	case PAINT_INK:
		return mode->ink;
	case PAINT_MUTED:
		return mode->muted;
	case PAINT_GRID:
		return mode->grid;
	case PAINT_SURFACE:
		return mode->surface;
	case PAINT_PANEL:
		return mode->panel;
	case PAINT_ACCENT:
		return mode->accent;
	case PAINT_BAND:
		return mode->band;
	case PAINT_BAND_INK:
		return mode->band_ink;
	case PAINT_FILL:
		return palette_mix(mode->surface, mode->muted, 0.35);
	case PAINT_HEAT:
		return palette_mix(
			mode->surface, mode->accent,
			0.08 + 0.1 * (double)(slot % PALETTE_SHADES));
	case PAINT_SERIES:
		return mode->series[slot % PALETTE_SLOTS];
	case PAINT_EXACT:
		return (uint32_t)slot;
	}
	return mode->ink;
}

uint32_t palette_mix(uint32_t colour, uint32_t with, double share)
{
	uint32_t mixed = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		double a = colour >> shift & 0xFF, b = with >> shift & 0xFF;

		mixed |= (uint32_t)lround(a + (b - a) * share) << shift;
	}
	return mixed;
}

/* In the order of POSTER_TOKENS. */
uint32_t *palette_poster_colour(struct palette_poster *p, size_t token,
				size_t n)
{
	uint32_t *const places[] = {
		&p->paper,	&p->ink,       &p->muted,      &p->rule,
		&p->foot,	&p->foot_ink,  &p->foot_muted, &p->mark,
		&p->lead,	&p->rest,      &p->loud,       &p->loud_ink,
		&p->loud_muted, &p->loud_lead, &p->loud_rest,  p->sides,
		p->groups,	p->heat,       p->warm,	       p->bands,
	};

	return places[token] + n;
}

/*
 * Series tell options apart; here they are put on a ladder of lightness, too,
 * as the parts of a poster stand on each other.
 */
struct palette_poster palette_poster_of(const struct palette_mode *mode)
{
	bool light = palette_lightness(mode->surface) > 50;
	struct palette_poster p = {
		.paper = mode->surface,
		.ink = mode->ink,
		.muted = mode->muted,
		.rule = mode->grid,
		.foot = light ? mode->ink : mode->panel,
		.foot_ink = light ? mode->surface : mode->ink,
		.foot_muted = light ? palette_mix(mode->surface, mode->ink, 0.2)
				    : mode->muted,
		.mark = mode->accent,
		.lead = mode->series[0],
		.rest = palette_colour(mode, PAINT_FILL, 0),
	};

	for (size_t k = 0; k < 6; k++)
		p.bands[k] = mode->series[k];
	for (size_t k = 0; k < 4; k++)
		p.groups[k] = mode->series[k];
	for (size_t k = 0; k < 2; k++)
		p.sides[k] = mode->series[k];
	for (size_t k = 0; k < 5; k++) {
		double share = 0.08 + 0.23 * (double)k;

		p.heat[k] = palette_mix(mode->surface, p.lead, share);
		p.warm[k] = palette_mix(mode->surface, p.mark, share);
	}
	ladder(p.sides, 2, 28, 75);
	ladder(p.groups, 4, light ? 24 : 48, light ? 86 : 92);
	p.loud = palette_at_lightness(p.lead, 26);
	p.loud_ink = 0xFFFFFF;
	p.loud_muted = palette_mix(p.loud, 0xFFFFFF, 0.75);
	p.loud_lead = palette_at_lightness(mode->series[1], 78);
	p.loud_rest = palette_mix(p.loud, 0xFFFFFF, 0.45);
	return p;
}

static void ladder(uint32_t *to, size_t count, double from, double end)
{
	for (size_t k = 0; k < count; k++)
		to[k] = palette_at_lightness(
			to[k],
			from + (end - from) * (double)k / (double)(count - 1));
}

void palette_part(uint32_t pair[2], uint32_t ground, double ratio)
{
	bool light = palette_lightness(ground) > 50;
	double first = palette_lightness(pair[0]);
	double second = palette_lightness(pair[1]);
	size_t darker = first > second;

	if (fabs(first - second) >= LIGHTNESS_APART)
		return;
	pair[darker] = palette_at_lightness(pair[darker], light ? 30 : 62);
	pair[!darker] = palette_at_lightness(pair[!darker], light ? 54 : 86);
	for (size_t k = 0; k < 2; k++)
		pair[k] = palette_adapt(pair[k], ground, ratio);
}

double palette_lightness(uint32_t colour)
{
	double y = luminance(colour);

	return y <= 216.0 / 24389 ? y * 24389 / 27 : 116 * cbrt(y) - 16;
}

/*
 * Darker by less of all channels, which keeps the hue and how strong it is;
 * lighter by more of them until one is full, then by white.
 */
uint32_t palette_at_lightness(uint32_t colour, double lightness)
{
	double low = 0, high = 2;

	for (int step = 0; step < 16; step++) {
		double middle = (low + high) / 2;

		if (palette_lightness(lit(colour, middle)) < lightness)
			low = middle;
		else
			high = middle;
	}
	return lit(colour, high);
}

/* 0 is black, 1 the hue at its brightest, 2 white. */
static uint32_t lit(uint32_t colour, double light)
{
	uint32_t r = colour >> 16 & 0xFF, g = colour >> 8 & 0xFF;
	uint32_t b = colour & 0xFF, most = r > g ? r : g, bright = 0;

	most = b > most ? b : most;
	if (!most)
		bright = 0xFFFFFF;
	else
		bright = (r * 255 / most) << 16 | (g * 255 / most) << 8 |
			 b * 255 / most;
	return light <= 1 ? palette_mix(0, bright, light)
			  : palette_mix(bright, 0xFFFFFF, light - 1);
}

double palette_contrast(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

/* Towards black on a light ground, towards white on a dark one. */
uint32_t palette_adapt(uint32_t colour, uint32_t ground, double ratio)
{
	uint32_t end = luminance(ground) > 0.18 ? 0x000000 : 0xFFFFFF;

	for (double share = 0; share < 1; share += 0.05) {
		uint32_t mixed = palette_mix(colour, end, share);

		if (palette_contrast(mixed, ground) >= ratio)
			return mixed;
	}
	return end;
}

/* WCAG 2.2, "relative luminance". */
static double luminance(uint32_t colour)
{
	return 0.2126 * linear(colour >> 16 & 0xFF) +
	       0.7152 * linear(colour >> 8 & 0xFF) +
	       0.0722 * linear(colour & 0xFF);
}

static double linear(uint32_t channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}
