#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int spawn_with(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const char *program,
    char *const arguments[], char *const environment[], int socket, int *process) {
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    int code = posix_spawn_file_actions_adddup2(actions, socket, STDIN_FILENO);
    if (code == 0) code = posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (code == 0) code = posix_spawn_file_actions_adddup2(actions, STDOUT_FILENO, STDERR_FILENO);
    if (code == 0) code = posix_spawnattr_setsigdefault(attributes, &all);
    if (code == 0) code = posix_spawnattr_setsigmask(attributes, &none);
    if (code == 0) code = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    if (code == 0) code = posix_spawn(&child, program, actions, attributes, arguments, environment);
    *process = child;
    return code;
}

int cunix_spawn(
    const char *program, char *const arguments[], char *const environment[], int socket, int *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = spawn_with(&actions, &attributes, program, arguments, environment, socket, process);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

int cunix_wait(int process, struct cunix_end *end) {
    int status;
    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR) return errno;
    end->exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return 0;
}

int cunix_allow_seconds(int process, unsigned long seconds) {
    clockid_t clock;
    struct timespec used;
    int code = clock_getcpuclockid(process, &clock);
    if (code != 0) return code;
    if (clock_gettime(clock, &used) != 0) return errno;
    struct rlimit limit = {.rlim_cur = (rlim_t)used.tv_sec + 1 + seconds, .rlim_max = RLIM_INFINITY};
    return prlimit(process, RLIMIT_CPU, &limit, NULL) == 0 ? 0 : errno;
}

void cunix_peak_memory(long *self, long *children) {
    struct rusage usage;
    *self = getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
    *children = getrusage(RUSAGE_CHILDREN, &usage) == 0 ? usage.ru_maxrss : 0;
}
