/* libxml2's headers as one module; EngrossXML and EngrossValidate alone import it. */
#include <libxml/xmlversion.h>
/* Debian's libxml2 shows ICU's types in one struct that we hold only pointers to; they would clash
   with the ICU inside Foundation wherever both are imported. */
#undef LIBXML_ICU_ENABLED
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/schematron.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>

/* Frees what libxml2 allocated; `xmlFree` is a variable, which Swift takes for shared state. */
static inline void engross_xml_free(void *memory) { xmlFree(memory); }
