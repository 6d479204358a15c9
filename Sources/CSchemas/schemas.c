/* The bundled schemas, put into the binary by C23's #embed: a binary that is moved keeps them. */
#include "schemas.h"

static const unsigned char rng[] = {
#embed "../../Schemas/engross.rng"
};
static const unsigned char xsd[] = {
#embed "../../Schemas/engross.xsd"
};
static const unsigned char xml_xsd[] = {
#embed "../../Schemas/xml.xsd"
};
static const unsigned char sch[] = {
#embed "../../Schemas/engross.sch"
};

struct engross_schema engross_rng(void) { return (struct engross_schema){rng, sizeof rng}; }
struct engross_schema engross_xsd(void) { return (struct engross_schema){xsd, sizeof xsd}; }
struct engross_schema engross_xml_xsd(void) {
  return (struct engross_schema){xml_xsd, sizeof xml_xsd};
}
struct engross_schema engross_sch(void) { return (struct engross_schema){sch, sizeof sch}; }
