/*
 * Disturbs a process at the n-th change that it makes to the files of a folder.
 *
 * Loaded before the C library (LD_PRELOAD), it sees what Java and DuckDB alike ask of the file system, in the order in
 * which they ask, over all threads. DisturbedNight builds it and sets what it reads from the environment:
 *
 *   FAULT_FOLDER  the folder that is watched
 *   FAULT_ZONE    only changes in this folder of it; all when empty
 *   FAULT_AT      which change, from 1; 0 is none
 *   FAULT_KIND    kill: SIGKILL before it, in the middle of it when it is a write
 *                 broken: it alone fails with an I/O error
 *                 gone: it and all later ones fail with an I/O error
 *                 full: it, if it writes, and all later writes find no space left
 *                 jump: the clock is set back by a day
 *                 wait: it waits until whoever writes to FAULT_PIPE has closed it
 *   FAULT_PIPE    a named pipe
 *   FAULT_CLOCK   when the process starts, in seconds since 1970; its clock goes on from there
 *   FAULT_TRACE   a file to which every change is told: call and path
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define DAY 86400

enum kind { NONE, KILL, BROKEN, GONE, FULL, JUMP, WAIT };
static const char *names[] = {"", "kill", "broken", "gone", "full", "jump", "wait"};

static const char *folder, *zone;
static size_t folder_length, zone_length;
static long at;
static enum kind kind;
static int trace = -1;
static atomic_long changes, set_back;
static time_t ahead;
static int (*now)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void) {
    now = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    if (getenv("FAULT_CLOCK")) ahead = atol(getenv("FAULT_CLOCK")) - time(NULL);
    folder = getenv("FAULT_FOLDER");
    if (!folder) return;
    zone = getenv("FAULT_ZONE") ? getenv("FAULT_ZONE") : "";
    folder_length = strlen(folder);
    zone_length = strlen(zone);
    at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
    const char *name = getenv("FAULT_KIND") ? getenv("FAULT_KIND") : "";
    for (kind = WAIT; kind > NONE && strcmp(name, names[kind]); kind--) {}
    if (getenv("FAULT_TRACE")) trace = open(getenv("FAULT_TRACE"), O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Whether the path lies in the folder, and in the zone of it. */
static int is_watched(const char *path) {
    if (!folder || strncmp(path, folder, folder_length) || path[folder_length] != '/') return 0;
    const char *inside = path + folder_length + 1;
    return !zone_length || (!strncmp(inside, zone, zone_length) && (inside[zone_length] == '/' || !inside[zone_length]));
}

static void wait_for_the_pipe(void) {
    char byte;
    int pipe = syscall(SYS_openat, AT_FDCWD, getenv("FAULT_PIPE"), O_RDONLY);
    while (syscall(SYS_read, pipe, &byte, 1) > 0) {}
    close(pipe);
}

/* Counts a change; the error it is to fail with, or 0. A write at which the process is killed has done half its work. */
static int change(const char *call, const char *path, int fd, const void *bytes, size_t size, off64_t offset) {
    if (!is_watched(path)) return 0;
    if (trace >= 0) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%s %s\n", call, path + folder_length + 1);
        syscall(SYS_write, trace, line, length);
    }
    long number = atomic_fetch_add(&changes, 1) + 1;
    if (!at || number < at) return 0;
    if (number > at) return kind == GONE ? EIO : kind == FULL && bytes ? ENOSPC : 0;
    switch (kind) {
    case KILL:
        if (bytes && offset >= 0) syscall(SYS_pwrite64, fd, bytes, size / 2, offset);
        else if (bytes) syscall(SYS_write, fd, bytes, size / 2);
        die();
        return 0;
    case BROKEN:
    case GONE:
        return EIO;
    case FULL:
        return bytes ? ENOSPC : 0;
    case JUMP:
        set_back = DAY;
        return 0;
    case WAIT:
        wait_for_the_pipe();
        return 0;
    default:
        return 0;
    }
}

static int change_fd(const char *call, int fd, const void *bytes, size_t size, off64_t offset) {
    char link[32], path[PATH_MAX];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return change(call, path, fd, bytes, size, offset);
}

static int change_at(const char *call, int directory, const char *path) {
    char whole[PATH_MAX];
    if (!folder) return 0;
    if (path[0] != '/' && directory != AT_FDCWD) {
        char link[32];
        snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
        ssize_t length = readlink(link, whole, sizeof whole - 1);
        if (length <= 0) return 0;
        snprintf(whole + length, sizeof whole - length, "/%s", path);
        path = whole;
    }
    return change(call, path, -1, NULL, 0, -1);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define FAIL_IF(wrong) \
    do { int error = (wrong); if (error) { errno = error; return -1; } } while (0)

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    FAIL_IF(change_fd("write", fd, bytes, size, -1));
    return real(fd, bytes, size);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    FAIL_IF(change_fd("write", fd, count ? parts[0].iov_base : "", count ? parts[0].iov_len : 0, -1));
    return real(fd, parts, count);
}
#define PWRITE(name, offset_type) \
    ssize_t name(int fd, const void *bytes, size_t size, offset_type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, offset_type); \
        FAIL_IF(change_fd("write", fd, bytes, size, offset)); \
        return real(fd, bytes, size, offset); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
#define SYNC(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        FAIL_IF(change_fd("sync", fd, NULL, 0, -1)); \
        return real(fd); \
    }
SYNC(fsync)
SYNC(fdatasync)
#define TRUNCATE(name, type) \
    int name(int fd, type length) { \
        REAL(int, #name, int, type); \
        FAIL_IF(change_fd("truncate", fd, NULL, 0, -1)); \
        return real(fd, length); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    FAIL_IF(change_at("rename", AT_FDCWD, to));
    return real(from, to);
}
int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    FAIL_IF(change_at("remove", AT_FDCWD, path));
    return real(path);
}
int unlinkat(int directory, const char *path, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    FAIL_IF(change_at("remove", directory, path));
    return real(directory, path, flags);
}
int rmdir(const char *path) {
    REAL(int, "rmdir", const char *);
    FAIL_IF(change_at("remove", AT_FDCWD, path));
    return real(path);
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    FAIL_IF(change_at("mkdir", AT_FDCWD, path));
    return real(path, mode);
}
int symlink(const char *target, const char *path) {
    REAL(int, "symlink", const char *, const char *);
    FAIL_IF(change_at("link", AT_FDCWD, path));
    return real(target, path);
}
#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        if (flags & (O_CREAT | O_TRUNC)) FAIL_IF(change_at("create", AT_FDCWD, path)); \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = now(clock, time);
    if (clock == CLOCK_REALTIME) time->tv_sec += ahead - set_back;
    return result;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone_of_old) {
    (void)zone_of_old;
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    time->tv_sec = precise.tv_sec;
    time->tv_usec = precise.tv_nsec / 1000;
    return 0;
}
