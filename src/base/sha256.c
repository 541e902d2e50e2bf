/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 by libsodium. */
#include "base/sha256.h"

#include <sodium/crypto_hash_sha256.h>

void smyi_sha256(const void *bytes, size_t length, char hex[SMYI_SHA256_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    (void)crypto_hash_sha256(hash, bytes, length);
    for (size_t i = 0; i < sizeof hash; i++) {
        hex[2 * i] = "0123456789abcdef"[hash[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
    }
    hex[2 * sizeof hash] = '\0';
}
