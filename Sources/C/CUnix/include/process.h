/* Starting a child process and learning how it ended. */
#ifndef CUNIX_PROCESS_H
#define CUNIX_PROCESS_H

/* Runs `program` with `arguments` and `environment` (each ended by NULL) as a new process: `socket` is its standard
 * input, standard output and error lead nowhere, all signals have their default action. */
int cunix_spawn(
    const char *program, char *const arguments[], char *const environment[], int socket, int *process);

/* How a process ended. */
struct cunix_end {
    int exit_status; /* when it ended by itself, else -1 */
    int signal;      /* that ended it, else 0 */
};

/* Waits until `process` has ended. */
int cunix_wait(int process, struct cunix_end *end);

/* Lets `process` use `seconds` more of processor time from now; SIGXCPU ends it then. */
int cunix_allow_seconds(int process, unsigned long seconds);

/* Most memory that this process, and any child it waited for, has held at once, in KiB. */
void cunix_peak_memory(long *self, long *children);

#endif
