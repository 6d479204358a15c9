#ifndef CSTART_H
#define CSTART_H

/* The words of the command line, the program's name first; the last is followed by NULL. */
char **engross_words(void);

#endif
