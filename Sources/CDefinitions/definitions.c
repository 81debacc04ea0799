#include "definitions.h"

static const Definition definitions[] = {
  {"", (const unsigned char *)"", 0},
};

const Definition *embedded_definitions(void) { return definitions; }
