/* What a process does to itself before it touches a file that nobody vouches for. */
#ifndef CUNIX_SANDBOX_H
#define CUNIX_SANDBOX_H

/* What a confined process may use. */
struct cunix_limits {
    unsigned long address_space; /* bytes */
    unsigned long open_files;
};

/* Closes every descriptor above standard error, ends this process when its parent ends, allows no new process, no core
 * file and no new privilege, keeps other processes of the same user out of its memory, and sets the limits. */
int cunix_confine(const struct cunix_limits *limits);

/* Leaves this process the calls that computing on passed descriptors needs; opening a file gives EACCES, any other call
 * ends the process. ENOSYS or EINVAL when the kernel has no call filter. */
int cunix_filter_calls(void);

#endif
