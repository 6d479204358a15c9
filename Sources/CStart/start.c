/* What Swift's runtime asks of /proc when a process starts: the words of the command line, and where
   the program stands (for its crash reporter). In an empty chroot there's no /proc, and it would end
   there. The linker's table of first functions is run before the runtime is. */
#define _DEFAULT_SOURCE
#include "start.h"
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

static char **words;

/* Memory that one document needed is kept for the next. Given back and asked for again, it came as
   empty pages each time, which was a tenth of the time that many documents take. Large pieces still go
   back at once. */
static void keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

static void start(int count, char **arguments, char **environment) {
  (void)count, (void)environment;
  words = arguments;
  keep_memory();
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/", 0);
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) =
    start;

char **engross_words(void) { return words; }
