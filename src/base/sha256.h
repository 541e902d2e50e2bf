/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 by libsodium. Nothing in src/model or src/analysis may hang on it. */
#ifndef SMYI_BASE_SHA256_H
#define SMYI_BASE_SHA256_H

#include <stddef.h>

enum { SMYI_SHA256_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/** The hash of `length` bytes as lower-case hexadecimal text. bytes may be NULL if length is 0. */
void smyi_sha256(const void *bytes, size_t length, char hex[SMYI_SHA256_SIZE]);

#endif
