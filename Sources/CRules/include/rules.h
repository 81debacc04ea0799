#pragma once
#include <stddef.h>

/// The pages of all rules in UTF-8, each with a NUL behind it.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} RulePages;

/// The embedded pages, in order of name.
RulePages embedded_rule_pages(void);
