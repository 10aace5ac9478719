/*
 * `csp` of site.yaml: what the site's policy allows besides its own.
 *
 * A source reaches headers and configurations, so it is of the few forms
 * that Content Security Policy Level 3 knows, and of ASCII.
 */
#ifndef READ_POLICY_H
#define READ_POLICY_H

#include "model/policy.h"
#include "read/schema.h"

extern const struct schema POLICY_SCHEMA;

/* Fills the rules; `node` may be NULL.  False with diagnostics. */
bool policy_read(const struct markdown_env *env, const struct yaml_node *node,
		 struct policy *policy);

#endif
