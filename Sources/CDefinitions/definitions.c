#include "definitions.h"

static const unsigned char tosca_simple_common[] = {
#embed "definitions/tosca_simple_common.yaml"
};
static const unsigned char tosca_simple_1_0[] = {
#embed "definitions/tosca_simple_1_0.yaml"
};
static const unsigned char tosca_simple_1_1[] = {
#embed "definitions/tosca_simple_1_1.yaml"
};
static const unsigned char tosca_simple_1_2[] = {
#embed "definitions/tosca_simple_1_2.yaml"
};
static const unsigned char tosca_simple_1_3[] = {
#embed "definitions/tosca_simple_1_3.yaml"
};
static const unsigned char tosca_nfv_1_0[] = {
#embed "definitions/tosca_nfv_1_0.yaml"
};
static const unsigned char tosca_mec_1_0[] = {
#embed "definitions/tosca_mec_1_0.yaml"
};
static const unsigned char tacker[] = {
#embed "definitions/tacker.yaml"
};

static const Definition definitions[] = {
  {"tosca_simple_common", tosca_simple_common, sizeof tosca_simple_common},
  {"tosca_simple_1_0", tosca_simple_1_0, sizeof tosca_simple_1_0},
  {"tosca_simple_1_1", tosca_simple_1_1, sizeof tosca_simple_1_1},
  {"tosca_simple_1_2", tosca_simple_1_2, sizeof tosca_simple_1_2},
  {"tosca_simple_1_3", tosca_simple_1_3, sizeof tosca_simple_1_3},
  {"tosca_nfv_1_0", tosca_nfv_1_0, sizeof tosca_nfv_1_0},
  {"tosca_mec_1_0", tosca_mec_1_0, sizeof tosca_mec_1_0},
  {"tacker", tacker, sizeof tacker},
  {"", (const unsigned char *)"", 0},
};

const Definition *embedded_definitions(void) { return definitions; }
