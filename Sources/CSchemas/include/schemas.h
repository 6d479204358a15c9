#ifndef CSCHEMAS_H
#define CSCHEMAS_H
#include <stddef.h>
#endif
