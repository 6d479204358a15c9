#ifndef CSCHEMAS_H
#define CSCHEMAS_H
#include <stddef.h>

/* The files of Schemas/ as they were when Engross was built. */
struct engross_schema {
  const unsigned char *bytes;
  size_t length;
};

struct engross_schema engross_rng(void);
struct engross_schema engross_xsd(void);
struct engross_schema engross_xml_xsd(void);
struct engross_schema engross_sch(void);

#endif
