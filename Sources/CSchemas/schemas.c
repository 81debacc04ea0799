#include "schemas.h"

static const unsigned char heat[] = {
#embed "schemas/heat.txt"
};
static const unsigned char senlin[] = {
#embed "schemas/senlin.txt"
};

SchemaTable embedded_heat_schemas(void) { return (SchemaTable){heat, sizeof heat}; }

SchemaTable embedded_senlin_schemas(void) { return (SchemaTable){senlin, sizeof senlin}; }
