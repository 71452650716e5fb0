/* ncurses with wide characters; macros that Swift cannot import become functions here. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>

/* Colours that the terminal database gives for the current terminal. */
static inline int cncurses_colors(void) { return COLORS; }

/* Attributes by number: A_BOLD and the like are macros. CNCURSES_OWNED is one that no terminal shows: it makes a blank differ
   from ncurses' own blanks, so that it is never cleared together with them. */
static const attr_t cncurses_bold = A_BOLD;
static const attr_t cncurses_underline = A_UNDERLINE;
static const attr_t cncurses_reverse = A_REVERSE;
static const attr_t cncurses_owned = A_PROTECT;

/* Puts one wide character (up to CCHARW_MAX code points, ended by 0) with its look at a place of a window. */
static inline int cncurses_put(WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

/* Sets what blanks of a window look like. */
static inline int cncurses_background(WINDOW *window, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, L" ", attributes, 0, &pair) == ERR) return ERR;
    wbkgrndset(window, &cell);
    return OK;
}

/* Whether the terminal database knows the name (1), does not (0), or knows it as one that cannot place text (-1). */
static inline int cncurses_know(const char *name) {
    int problem = 0;
    if (setupterm(name, 1, &problem) == ERR) return problem == 0 || problem == -1 ? 0 : -1;
    int found = tigetstr("cup") != 0 && tigetstr("cup") != (char *)-1;
    del_curterm(cur_term);
    return found ? 1 : -1;
}

/* Colours that the terminal database gives for a known name; -1 when it has none. */
static inline int cncurses_database_colors(const char *name) {
    int problem = 0;
    if (setupterm(name, 1, &problem) == ERR) return -1;
    int colors = tigetnum("colors");
    del_curterm(cur_term);
    return colors;
}

#endif
