/* A thread beside its maker. */
#ifndef CTHREAD_H
#define CTHREAD_H

/* A thread that was started and not yet joined. */
typedef struct cthread cthread;

/* Starts `work` with `argument` on a thread, where possible on a processor that the caller does not run on: a system
 * that was busy a moment ago starts a thread on the processor of its maker and can leave it there for many
 * milliseconds. Signals from outside are held back in the thread; those of its own faults are not.
 *
 * Returns NULL when the system grants no thread. */
cthread *_Nullable cthread_start(
    void *_Nullable (*_Nonnull work)(void *_Nullable argument), void *_Nullable argument);

/* Waits until the thread has ended, and frees it. */
void cthread_join(cthread *_Nonnull thread);

#endif
