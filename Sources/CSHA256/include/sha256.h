#ifndef CSHA256_H
#define CSHA256_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Takes 64-byte blocks into the state of SHA-256 by the processor's own instructions; false, and
   nothing done, where it has none. */
bool engross_sha256_compress(
    uint32_t state[8], const uint8_t *bytes, size_t blocks, const uint32_t constants[64]);

#endif
