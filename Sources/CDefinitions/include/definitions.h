#pragma once
#include <stddef.h>

/// One TOSCA definition file inside the program.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} Definition;

/// The embedded definition files; the last has the count 0.
const Definition *_Nonnull embedded_definitions(void);

/// The embedded definition file of a name; null when there is none.
const Definition *_Nullable embedded_definition(const char *_Nonnull name);
