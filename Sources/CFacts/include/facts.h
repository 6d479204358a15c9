#ifndef CFACTS_H
#define CFACTS_H
#include <stddef.h>

/* The files of Facts/, compiled in: read-only, each with its length in bytes. */
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} engross_fact_file;

/* The file at an index, its name NULL past the last one. */
engross_fact_file engross_facts(size_t index);

#endif
