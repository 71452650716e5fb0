#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Signal handlers reach nothing but static storage; this is the one place for it. */
static struct {
    volatile sig_atomic_t armed;
    volatile sig_atomic_t endings;
    int fd, flags, news_read, news_write, error_copy, error_memory, exit_registered;
    struct termios settings;
    unsigned char restore[512];
    unsigned long length;
} terminal;

static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS};
static const int told_signals[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
#define COUNT(array) (sizeof(array) / sizeof(*(array)))
static struct sigaction old_fatal[COUNT(fatal_signals)], old_told[COUNT(told_signals)];
static unsigned char signal_stack[65536];

int cunix_window(int fd, struct cunix_window *window) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0) return errno;
    window->columns = size.ws_col;
    window->rows = size.ws_row;
    window->width_px = size.ws_xpixel;
    window->height_px = size.ws_ypixel;
    return 0;
}

int cunix_set_window(int fd, const struct cunix_window *window) {
    struct winsize size = {window->rows, window->columns, window->width_px, window->height_px};
    return ioctl(fd, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

/* Writes without ever waiting longer than a second for a terminal that takes nothing. Async-signal-safe. */
static void write_patiently(int fd, const unsigned char *bytes, unsigned long length) {
    int patience = 10;
    while (length > 0 && patience > 0) {
        ssize_t done = write(fd, bytes, length);
        if (done > 0) {
            bytes += done;
            length -= (unsigned long)done;
        } else if (done < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            if (poll(&wait, 1, 100) == 0) patience--;
        } else if (done < 0 && errno != EINTR) {
            return;
        } else {
            patience--;
        }
    }
}

/* The screen and the settings as they were. Async-signal-safe. */
static void restore_screen(void) {
    fcntl(terminal.fd, F_SETFL, terminal.flags | O_NONBLOCK);
    write_patiently(terminal.fd, terminal.restore, terminal.length);
    tcsetattr(terminal.fd, TCSANOW, &terminal.settings);
    fcntl(terminal.fd, F_SETFL, terminal.flags);
}

/* Gives standard error back and prints what was said on it; controls become '?'. Async-signal-safe. */
static void restore_error(void) {
    unsigned char text[1024];
    if (terminal.error_copy < 0) return;
    dup2(terminal.error_copy, STDERR_FILENO);
    for (off_t at = 0; at < 65536;) {
        ssize_t got = pread(terminal.error_memory, text, sizeof text, at);
        if (got <= 0) break;
        for (ssize_t i = 0; i < got; i++)
            if ((text[i] < 32 && text[i] != '\n' && text[i] != '\t') || text[i] == 127) text[i] = '?';
        write_patiently(STDERR_FILENO, text, (unsigned long)got);
        at += got;
    }
    close(terminal.error_copy);
    close(terminal.error_memory);
    terminal.error_copy = -1;
}

/* Sends this thread a signal with its default action, also where the thread holds signals back, as those of libdispatch
   do. Async-signal-safe. */
static void raise_default(int number) {
    sigset_t one, before;
    sigemptyset(&one);
    sigaddset(&one, number);
    signal(number, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &one, &before);
    raise(number);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void die_restored(int number) {
    if (terminal.armed) {
        terminal.armed = 0;
        restore_screen();
        restore_error();
    }
    raise_default(number);
}

static void tell(int number) {
    int saved = errno;
    unsigned char news = CUNIX_RESIZED;
    if (number == SIGCONT) news = CUNIX_CONTINUED;
    if (number == SIGTSTP) news = CUNIX_STOP;
    if (number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT) {
        news = CUNIX_END;
        /* Asked twice: whoever should have read the first news does not. */
        if (terminal.endings++ > 0) die_restored(number);
    }
    if (write(terminal.news_write, &news, 1) < 0) errno = saved; /* a full pipe has news enough */
    errno = saved;
}

/* Installs one handler for several signals; what stood there goes to `old` unless that is NULL. */
static void handle(const int *numbers, struct sigaction *old, unsigned long count, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (unsigned long i = 0; i < count; i++) sigaction(numbers[i], &action, old ? &old[i] : NULL);
}

static void install(struct sigaction *fatal, struct sigaction *told) {
    handle(fatal_signals, fatal, COUNT(fatal_signals), die_restored, SA_ONSTACK | SA_NODEFER);
    handle(told_signals, told, COUNT(told_signals), tell, SA_RESTART);
}

void cunix_terminal_claim_signals(void) {
    if (terminal.armed) install(NULL, NULL);
}

static void unhandle(const int *numbers, const struct sigaction *old, unsigned long count) {
    for (unsigned long i = 0; i < count; i++) sigaction(numbers[i], &old[i], NULL);
}

/* A standard error that is a terminal would write into the pictures. */
static void redirect_error(void) {
    terminal.error_copy = -1;
    if (!isatty(STDERR_FILENO)) return;
    terminal.error_memory = memfd_create("stderr", MFD_CLOEXEC);
    if (terminal.error_memory < 0) return;
    terminal.error_copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (terminal.error_copy < 0 || dup2(terminal.error_memory, STDERR_FILENO) < 0) {
        close(terminal.error_memory);
        terminal.error_copy = -1;
    }
}

int cunix_terminal_arm(int fd, const unsigned char *restore, unsigned long length, int *news) {
    int ends[2];
    if (terminal.armed) return EBUSY;
    if (length > sizeof terminal.restore) return EINVAL;
    if (tcgetattr(fd, &terminal.settings) != 0) return errno;
    terminal.flags = fcntl(fd, F_GETFL);
    if (terminal.flags < 0) return errno;
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
    memcpy(terminal.restore, restore, length);
    terminal.length = length;
    terminal.fd = fd;
    terminal.news_read = ends[0];
    terminal.news_write = ends[1];
    terminal.endings = 0;
    redirect_error();
    stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
    sigaltstack(&stack, NULL);
    terminal.armed = 1;
    install(old_fatal, old_told);
    if (!terminal.exit_registered) terminal.exit_registered = atexit(cunix_terminal_disarm) == 0;
    *news = ends[0];
    return 0;
}

int cunix_terminal_raw(void) {
    struct termios raw = terminal.settings;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(terminal.fd, TCSANOW, &raw) != 0) return errno;
    return fcntl(terminal.fd, F_SETFL, terminal.flags | O_NONBLOCK) < 0 ? errno : 0;
}

void cunix_terminal_disarm(void) {
    if (!terminal.armed) return;
    restore_screen();
    terminal.armed = 0;
    unhandle(fatal_signals, old_fatal, COUNT(fatal_signals));
    unhandle(told_signals, old_told, COUNT(told_signals));
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    restore_error();
    close(terminal.news_read);
    close(terminal.news_write);
}

int cunix_terminal_suspend(void) {
    if (!terminal.armed) return EINVAL;
    restore_screen();
    terminal.armed = 0; /* the terminal is somebody else's meanwhile */
    raise_default(SIGTSTP);
    terminal.armed = 1;
    install(NULL, NULL);
    return cunix_terminal_raw();
}

int cunix_character_width(unsigned int code_point) { return wcwidth((wchar_t)code_point); }

int cunix_memory_file(void) { return memfd_create("screen", MFD_CLOEXEC); }
