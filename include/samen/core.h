/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every other header stands on: statuses, the error struct, a run's settings, the version.
 *
 * In all headers: a function that can fail takes `err` last, gives a status, and refuses NULL with
 * SAMEN_ERR_ARGUMENT except where the parameter's text allows it. A function without `err` takes NULL for
 * any pointer and answers as for what is not there. What is handed in is read during the call only, unless
 * its text says that it is kept alive. docs/bindings.md has these rules for other languages. */
#ifndef SAMEN_CORE_H
#define SAMEN_CORE_H

#include <stdint.h>

#if defined(__GNUC__) || defined(__clang__)
#define SAMEN_API __attribute__((visibility("default")))
#else
#define SAMEN_API
#endif

#define SAMEN_VERSION_MAJOR 0 /**< of the header; samen_version() has the library's */
#define SAMEN_VERSION_MINOR 1 /**< of the header; samen_version() has the library's */
#define SAMEN_VERSION_PATCH 0 /**< of the header; samen_version() has the library's */

#ifdef __cplusplus
extern "C" {
#endif

/** What a call came to: SAMEN_OK or one of the negative numbers below. The numbers are pinned. */
typedef int32_t samen_status;

/** Statuses. */
enum {
    SAMEN_OK = 0, /**< done */

    /* The call itself. */
    SAMEN_ERR_ARGUMENT = -1,    /**< an argument or option is NULL, out of range or nonsense */
    SAMEN_ERR_MEMORY = -2,      /**< memory ran out; everything made by the call was given back */
    SAMEN_ERR_CANCELLED = -3,   /**< the progress callback asked to stop */
    SAMEN_ERR_LIMIT = -4,       /**< the input is larger than a stated limit allows */
    SAMEN_ERR_UNSUPPORTED = -5, /**< asked for what this library or this measure does not do */

    /* The data. */
    SAMEN_ERR_SYNTAX = -20,    /**< a file is not well formed: quoting, encoding, row length */
    SAMEN_ERR_VALUE = -21,     /**< a value cannot be what it stands for: weight, date, yes/no */
    SAMEN_ERR_UNKNOWN = -22,   /**< a key or form that is not among the known ones */
    SAMEN_ERR_DUPLICATE = -23, /**< a key, column or form given twice */
    SAMEN_ERR_MISSING = -24,   /**< a required file, column or value is not there */

    /* The system. */
    SAMEN_ERR_IO = -40,         /**< reading or writing failed */
    SAMEN_ERR_NOT_FOUND = -41,  /**< no such file or folder */
    SAMEN_ERR_PERMISSION = -42, /**< the system refuses access */
    SAMEN_ERR_EXISTS = -43,     /**< the output is there already and may not be replaced */

    /* The engine underneath. */
    SAMEN_ERR_ENGINE = -60 /**< igraph or Cairo reported what none of the above describes */
};

/**
 * What went wrong, in a struct that the caller owns. Every function takes a nullable pointer to
 * one as its last argument and fills it on failure only.
 */
typedef struct samen_error {
    int32_t code;     /**< the same status that the function returned */
    int32_t argument; /**< 1-based number of the offending argument, 0 when none is to blame */
    int64_t row;    /**< 0-based row of the data, the header not counted; -1 when not about a row */
    int64_t column; /**< 0-based column of the data; -1 when not about a column */
    char message[488]; /**< one UTF-8 sentence, NUL-terminated, saying where and what to do */
} samen_error;

/**
 * Called now and then during long work, always from the thread that made the call. It may call the library, but
 * must return: it may not throw an exception or longjmp.
 * @param payload what the caller put into samen_run
 * @param fraction how much is done, 0 to 1
 * @param what a few words of what is being done, valid during the call only
 * @return 0 to go on; anything else stops the work with SAMEN_ERR_CANCELLED
 */
typedef int32_t (*samen_progress)(void *payload, double fraction, const char *what);

/** How a computation is to be run. NULL, or all zeros after struct_size, is a good default. */
typedef struct samen_run {
    uint32_t struct_size;       /**< sizeof(samen_run) */
    int32_t threads;            /**< 0: one for each processor; results do not depend on it */
    uint64_t seed;              /**< of random draws; 0 is the fixed default seed */
    samen_progress on_progress; /**< NULL: work in silence */
    void *payload;              /**< handed to on_progress */
} samen_run;

/**
 * What a call under way and whoever watches it share, for languages that cannot be called back from the
 * thread that made the call. Zero it, and keep it where it is until the call has come back.
 */
typedef struct samen_watch {
    int32_t stop;     /**< set it to 1, from any thread, to stop the call */
    uint32_t reports; /**< grows by 2 with each report; odd while one is being written */
    double fraction;  /**< how much is done, 0 to 1 */
    char what[112];   /**< a few words of what is being done, NUL-terminated UTF-8 */
} samen_watch;

/**
 * A samen_progress that writes what it is told into a samen_watch, and stops the call when that says so. Put
 * it into samen_run.on_progress, and the address of the samen_watch into samen_run.payload.
 * @param watch the samen_watch; NULL: nothing is written, and the call goes on
 * @param fraction how much is done, 0 to 1
 * @param what a few words of what is being done, or NULL; cut off at 111 bytes
 * @return 1 when the watch says stop, otherwise 0. Since 0.1.
 */
SAMEN_API int32_t samen_watch_report(void *watch, double fraction, const char *what);

/** The version of the library that is loaded, as "0.1.0"; owned by the library. Since 0.1. */
SAMEN_API const char *samen_version(void);

/** The version of the igraph library that is loaded, as "0.10.2"; owned by the library. Since 0.1. */
SAMEN_API const char *samen_version_igraph(void);

/**
 * This interface as data, for bindings: a JSON text of all types, constants, structs, functions and
 * measures of the library that is loaded, owned by the library. docs/bindings.md explains it. Since 0.1.
 */
SAMEN_API const char *samen_interface(void);

/** The name of a status, as "SAMEN_ERR_VALUE"; "unknown" for a number that is none; owned by the library.
 * Since 0.1. */
SAMEN_API const char *samen_status_name(samen_status status);

/** Give back a text that the library made for the caller. NULL is allowed. Since 0.1. */
SAMEN_API void samen_free(void *text);

#ifdef __cplusplus
}
#endif

#endif
