/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 by libsodium. */
#include "base/sha256.h"

#include <sodium.h>

void smyi_sha256(const void *bytes, size_t length, char hex[SMYI_SHA256_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    (void)crypto_hash_sha256(hash, bytes, length);
    (void)sodium_bin2hex(hex, SMYI_SHA256_SIZE, hash, sizeof hash);
}
