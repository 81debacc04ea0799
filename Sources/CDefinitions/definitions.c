#include "definitions.h"
#include <string.h>

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
static const unsigned char libretto_policies[] = {
#embed "definitions/libretto_policies.yaml"
};
static const unsigned char etsi_nfv_sol001_common[] = {
#embed "definitions/etsi_nfv_sol001_common.yaml"
};
static const unsigned char etsi_nfv_sol001_common_2_7_1[] = {
#embed "definitions/etsi_nfv_sol001_common_2_7_1.yaml"
};
static const unsigned char etsi_nfv_sol001_common_3_3_1[] = {
#embed "definitions/etsi_nfv_sol001_common_3_3_1.yaml"
};
static const unsigned char etsi_nfv_sol001_common_4_4_1[] = {
#embed "definitions/etsi_nfv_sol001_common_4_4_1.yaml"
};
static const unsigned char etsi_nfv_sol001_vnfd[] = {
#embed "definitions/etsi_nfv_sol001_vnfd.yaml"
};
static const unsigned char etsi_nfv_sol001_vnfd_2_5_1[] = {
#embed "definitions/etsi_nfv_sol001_vnfd_2_5_1.yaml"
};
static const unsigned char etsi_nfv_sol001_vnfd_2_7_1[] = {
#embed "definitions/etsi_nfv_sol001_vnfd_2_7_1.yaml"
};
static const unsigned char etsi_nfv_sol001_vnfd_3_3_1[] = {
#embed "definitions/etsi_nfv_sol001_vnfd_3_3_1.yaml"
};
static const unsigned char etsi_nfv_sol001_vnfd_4_4_1[] = {
#embed "definitions/etsi_nfv_sol001_vnfd_4_4_1.yaml"
};
static const unsigned char etsi_nfv_sol001_pnfd[] = {
#embed "definitions/etsi_nfv_sol001_pnfd.yaml"
};
static const unsigned char etsi_nfv_sol001_pnfd_4_4_1[] = {
#embed "definitions/etsi_nfv_sol001_pnfd_4_4_1.yaml"
};
static const unsigned char etsi_nfv_sol001_nsd[] = {
#embed "definitions/etsi_nfv_sol001_nsd.yaml"
};
static const unsigned char etsi_nfv_sol001_nsd_4_4_1[] = {
#embed "definitions/etsi_nfv_sol001_nsd_4_4_1.yaml"
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
  {"libretto_policies", libretto_policies, sizeof libretto_policies},
  {"etsi_nfv_sol001_common", etsi_nfv_sol001_common, sizeof etsi_nfv_sol001_common},
  {"etsi_nfv_sol001_common_2_7_1", etsi_nfv_sol001_common_2_7_1, sizeof etsi_nfv_sol001_common_2_7_1},
  {"etsi_nfv_sol001_common_3_3_1", etsi_nfv_sol001_common_3_3_1, sizeof etsi_nfv_sol001_common_3_3_1},
  {"etsi_nfv_sol001_common_4_4_1", etsi_nfv_sol001_common_4_4_1, sizeof etsi_nfv_sol001_common_4_4_1},
  {"etsi_nfv_sol001_vnfd", etsi_nfv_sol001_vnfd, sizeof etsi_nfv_sol001_vnfd},
  {"etsi_nfv_sol001_vnfd_2_5_1", etsi_nfv_sol001_vnfd_2_5_1, sizeof etsi_nfv_sol001_vnfd_2_5_1},
  {"etsi_nfv_sol001_vnfd_2_7_1", etsi_nfv_sol001_vnfd_2_7_1, sizeof etsi_nfv_sol001_vnfd_2_7_1},
  {"etsi_nfv_sol001_vnfd_3_3_1", etsi_nfv_sol001_vnfd_3_3_1, sizeof etsi_nfv_sol001_vnfd_3_3_1},
  {"etsi_nfv_sol001_vnfd_4_4_1", etsi_nfv_sol001_vnfd_4_4_1, sizeof etsi_nfv_sol001_vnfd_4_4_1},
  {"etsi_nfv_sol001_pnfd", etsi_nfv_sol001_pnfd, sizeof etsi_nfv_sol001_pnfd},
  {"etsi_nfv_sol001_pnfd_4_4_1", etsi_nfv_sol001_pnfd_4_4_1, sizeof etsi_nfv_sol001_pnfd_4_4_1},
  {"etsi_nfv_sol001_nsd", etsi_nfv_sol001_nsd, sizeof etsi_nfv_sol001_nsd},
  {"etsi_nfv_sol001_nsd_4_4_1", etsi_nfv_sol001_nsd_4_4_1, sizeof etsi_nfv_sol001_nsd_4_4_1},
  {"", (const unsigned char *)"", 0},
};

const Definition *embedded_definitions(void) { return definitions; }

const Definition *embedded_definition(const char *name) {
  const Definition *definition = definitions;
  while (definition->count > 0 && strcmp(definition->name, name) != 0) definition++;
  return definition->count > 0 ? definition : 0;
}
