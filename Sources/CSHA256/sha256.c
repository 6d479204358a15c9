#include "sha256.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <stdatomic.h>

/* Whether the processor has SHA and SSE4.1 (Intel's manual, volume 2, CPUID, leaves 7 and 1). */
static bool has_instructions(void) {
  /* Asked once: in a virtual machine the question alone costs a microsecond. 0 is unknown. */
  static _Atomic int known = 0;
  int answer = atomic_load_explicit(&known, memory_order_relaxed);
  if (answer == 0) {
    unsigned a, b, c, d, seventh = 0, first = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) seventh = b;
    if (__get_cpuid(1, &a, &b, &c, &d)) first = c;
    answer = (seventh >> 29 & 1) && (first >> 19 & 1) ? 1 : -1;
    atomic_store_explicit(&known, answer, memory_order_relaxed);
  }
  return answer == 1;
}

/* The instructions hold the eight words of the state as a, b, e, f and c, d, g, h, the first word
   highest, and do two rounds each (Intel's manual, volume 2, SHA256RNDS2, SHA256MSG1, SHA256MSG2). */
__attribute__((target("sha,sse4.1,ssse3"))) static void compress(
    uint32_t state[8], const uint8_t *bytes, size_t blocks, const uint32_t constants[64]) {
  const __m128i order = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      __m128i next;
      if (group < 4) {
        next = _mm_loadu_si128((const __m128i *)(bytes + 16 * group));
        next = _mm_shuffle_epi8(next, order);
      } else {
        const __m128i oldest = words[group & 3], newest = words[(group + 3) & 3];
        next = _mm_sha256msg1_epu32(oldest, words[(group + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(newest, words[(group + 2) & 3], 4));
        next = _mm_sha256msg2_epu32(next, newest);
      }
      words[group & 3] = next;
      __m128i keyed =
          _mm_add_epi32(next, _mm_loadu_si128((const __m128i *)(constants + 4 * group)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

bool engross_sha256_compress(
    uint32_t state[8], const uint8_t *bytes, size_t blocks, const uint32_t constants[64]) {
  if (!has_instructions()) return false;
  compress(state, bytes, blocks, constants);
  return true;
}
#else
bool engross_sha256_compress(
    uint32_t state[8], const uint8_t *bytes, size_t blocks, const uint32_t constants[64]) {
  return false;
}
#endif
