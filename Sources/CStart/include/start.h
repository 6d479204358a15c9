#ifndef CSTART_H
#define CSTART_H

/* The words of the command line, the program's name first; the last is followed by NULL. */
char **engross_words(void);

/* Keeps the memory that one document gave back for the next (mallopt(3)): by default the C library
   returns it, and the kernel clears each page anew, a tenth of the time of documents of a megabyte. */
void engross_keep_memory(void);

#endif
