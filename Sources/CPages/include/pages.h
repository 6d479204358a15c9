#ifndef CPAGES_H
#define CPAGES_H
#include <stddef.h>

/* The files of Pages/ as they were when Engross was built. */
struct engross_page {
  const unsigned char *bytes;
  size_t length;
};

struct engross_page engross_page_css(void);
struct engross_page engross_proof_js(void);
struct engross_page engross_index_js(void);

#endif
