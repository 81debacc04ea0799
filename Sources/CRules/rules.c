#include "rules.h"

// One line for each rule, in order of name; the NUL behind a page keeps it apart from the next.
static const unsigned char pages[] = {
#embed "pages/unknown-node.md" suffix(, 0, )
#embed "pages/unknown-type.md" suffix(, 0, )
#embed "pages/yaml-encoding.md" suffix(, 0, )
};

RulePages embedded_rule_pages(void) { return (RulePages){pages, sizeof pages}; }
