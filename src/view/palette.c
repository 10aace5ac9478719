#include "view/palette.h"

#include <math.h>

static double luminance(uint32_t colour);
static double linear(uint32_t channel);
static uint32_t mix(uint32_t colour, uint32_t with, double share);

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
		return mix(mode->surface, mode->muted, 0.35);
	case PAINT_HEAT:
		return mix(mode->surface, mode->accent,
			   0.08 + 0.1 * (double)(slot % PALETTE_SHADES));
	case PAINT_SERIES:
		return mode->series[slot % PALETTE_SLOTS];
	}
	return mode->ink;
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
		uint32_t mixed = mix(colour, end, share);

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

static uint32_t mix(uint32_t colour, uint32_t with, double share)
{
	uint32_t mixed = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		double a = colour >> shift & 0xFF, b = with >> shift & 0xFF;

		mixed |= (uint32_t)lround(a + (b - a) * share) << shift;
	}
	return mixed;
}
