/* The terminal as a resource of the process: its settings, its signals, and its restoration whatever happens. */
#ifndef CUNIX_TERMINAL_H
#define CUNIX_TERMINAL_H

/* Columns, rows and pixels of a terminal window (TIOCGWINSZ); pixels are 0 when unknown. */
struct cunix_window {
    unsigned short columns, rows, width_px, height_px;
};

/* Asks the kernel for the window of `fd`; 0, or errno. */
int cunix_window(int fd, struct cunix_window *window);

/* Tells the kernel another window of the pseudo-terminal `fd`; 0, or errno. */
int cunix_set_window(int fd, const struct cunix_window *window);

/* What cunix_terminal_arm reports through its pipe, one byte each. */
enum cunix_terminal_news {
    CUNIX_RESIZED = 'r',   /* SIGWINCH */
    CUNIX_CONTINUED = 'c', /* SIGCONT */
    CUNIX_STOP = 's',      /* SIGTSTP: suspend now */
    CUNIX_END = 'e'        /* SIGTERM, SIGHUP, SIGINT or SIGQUIT: leave; the second one ends the process at once */
};

/* Keeps the settings of the terminal `fd` and the `length` bytes (at most 512) that restore its screen, redirects
   a standard error that is a terminal into memory, and installs handlers: SEGV, ABRT, BUS, FPE, ILL, TRAP and SYS restore and
   die of the same signal; the others are told by bytes that can be read from `*news`. Only one terminal at a time.
   0, or errno. */
int cunix_terminal_arm(int fd, const unsigned char *restore, unsigned long length, int *news);

/* Takes the handlers back from a library (ncurses) that put its own in their place. */
void cunix_terminal_claim_signals(void);

/* Makes the armed terminal raw: every byte is read as it comes, none is echoed or turned into a signal. 0, or errno. */
int cunix_terminal_raw(void);

/* Restores the armed terminal and the signal handlers, then prints what was said on standard error meanwhile. Does nothing when
   not armed. Also called at exit. */
void cunix_terminal_disarm(void);

/* Restores the terminal, stops the process as Ctrl-Z does, and on its continuation makes the terminal raw again. 0, or errno. */
int cunix_terminal_suspend(void);

/* Columns that a code point fills in the current locale (wcwidth); -1 when it cannot be printed. */
int cunix_character_width(unsigned int code_point);

/* A file in memory, closed on exec; -1 when there is no memory. */
int cunix_memory_file(void);

#endif
