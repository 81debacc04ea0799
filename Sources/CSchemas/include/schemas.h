#pragma once
#include <stddef.h>

/// A table of schemas in UTF-8: blocks in order of name, with an empty line before each.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} SchemaTable;

/// The resource types of Heat.
SchemaTable embedded_heat_schemas(void);

/// The profile and policy types of Senlin.
SchemaTable embedded_senlin_schemas(void);
