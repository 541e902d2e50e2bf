/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP on loopback: scenarios, questions and the page, for one person at this machine. */
#ifndef SERVER_SERVER_H
#define SERVER_SERVER_H

#include "summitry/summitry.h"

/** A file of the page, kept in the program. */
typedef struct ServerFile {
    const char *name;                 /* as in "assets/app.js" */
    const unsigned char *bytes, *end; /* a NUL stands at the end */
} ServerFile;

typedef struct ServerOptions {
    const char *const *files; /* [n_files] scenarios */
    size_t n_files;
    const char *const *decisions; /* [n_decisions] tables of past decisions */
    size_t n_decisions;
    bool equal_capability; /* in back-tests that do not say */
    const SmyReadOptions
        *read;              /* documents' folders; complaints while starting. Lives as long
                                   as the server. */
    unsigned port;          /* 0: any that is free */
    unsigned threads;       /* of each run; 0: all there are */
    bool read_only;         /* writes no files */
    const ServerFile *page; /* ends with a name of NULL; lives as long as the server */
} ServerOptions;

typedef struct Server Server;

/**
 * Reads the scenarios and listens on 127.0.0.1. NULL and *err: a scenario cannot be read
 * (err->file says which), the port is taken (SMY_ERR_IO), memory ran out.
 */
Server *server_start(const ServerOptions *options, SmyError *err);
/** "http://127.0.0.1:41234/?token=..."; lives as long as the server. */
const char *server_address(const Server *server);
/** Ends runs and connections, and frees everything. NULL is fine. */
void server_stop(Server *server);

#endif
