#include "CThread.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>

struct cthread {
    pthread_t thread;
};

/* The processors that the caller may run on, without its own; 0 when there is no other. */
static int other_processors(cpu_set_t *set) {
    int current = sched_getcpu();
    if (current < 0 || current >= CPU_SETSIZE || sched_getaffinity(0, sizeof *set, set) != 0) return 0;
    CPU_CLR(current, set);
    return CPU_COUNT(set) > 0;
}

static void hold_signals_back(sigset_t *before) {
    static const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP};
    sigset_t others;
    sigfillset(&others);
    for (unsigned i = 0; i < sizeof own / sizeof own[0]; i++) sigdelset(&others, own[i]);
    pthread_sigmask(SIG_BLOCK, &others, before);
}

cthread *cthread_start(void *(*work)(void *), void *argument) {
    cthread *thread = malloc(sizeof *thread);
    pthread_attr_t attributes;
    if (!thread || pthread_attr_init(&attributes) != 0) {
        free(thread);
        return 0;
    }
    cpu_set_t others;
    if (other_processors(&others)) pthread_attr_setaffinity_np(&attributes, sizeof others, &others);
    sigset_t before;
    hold_signals_back(&before);
    int status = pthread_create(&thread->thread, &attributes, work, argument);
    pthread_sigmask(SIG_SETMASK, &before, 0);
    pthread_attr_destroy(&attributes);
    if (status == 0) return thread;
    free(thread);
    return 0;
}

void cthread_join(cthread *thread) {
    pthread_join(thread->thread, 0);
    free(thread);
}
