/*
 * The author's own values, `params` of a site, a theme or a front matter: a
 * tree of texts, lists and mappings, which templates reach as {{params.x}}.
 */
#ifndef MODEL_PARAMS_H
#define MODEL_PARAMS_H

#include "model/prose.h"

enum param_kind { PARAM_TEXT, PARAM_TRUTH, PARAM_LIST, PARAM_MAPPING };

struct param;

struct params {
	struct param *items;
	size_t count;
};

struct param {
	enum param_kind kind;
	struct text name;    /* in a mapping */
	struct str text;     /* of PARAM_TEXT, empty for none */
	bool truth;	     /* of PARAM_TRUTH: yes, no, true or false */
	struct params items; /* of PARAM_LIST and PARAM_MAPPING */
	struct place at;
};

#endif
