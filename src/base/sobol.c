/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol points from the direction numbers of Joe and Kuo. */
#include "base/sobol.h"

#include <assert.h>

#include "base/kernel.h"
#include "base/random.h"

/* joe-kuo/numbers.bin (tools/pack_sobol.py says how it is packed) */
extern const unsigned char smyi_joe_kuo[];

enum { MOST_DEGREE = 18, BLOCK = 64, LOW_BITS = 6 /* 2^6 = BLOCK */ };

/* ---- Directions ---- */

typedef struct Bits {
    size_t at; /* bits read so far */
} Bits;

static uint32_t take(Bits *bits, unsigned n)
{
    uint32_t value = 0;
    for (; n; n--, bits->at++)
        value = value << 1 | (smyi_joe_kuo[bits->at / 8] >> (7 - bits->at % 8) & 1);
    return value;
}

/* v_i = m_i 2^(32-i) up to the degree s; then v_i = a_1 v_(i-1) + .. + v_(i-s) + v_(i-s) 2^-s */
static void directions(uint32_t *v, unsigned s, uint32_t inner, const uint32_t *m)
{
    for (unsigned i = 0; i < SMYI_SOBOL_BITS; i++) {
        if (i < s) {
            v[i] = m[i] << (SMYI_SOBOL_BITS - 1 - i);
            continue;
        }
        v[i] = v[i - s] ^ v[i - s] >> s;
        for (unsigned k = 1; k < s; k++)
            v[i] ^= inner >> (s - 1 - k) & 1 ? v[i - k] : 0;
    }
}

static void read_directions(SmyiSobol *sobol)
{
    Bits bits = {0};
    unsigned s = 0;
    for (unsigned i = 0; sobol->n_dimensions && i < SMYI_SOBOL_BITS; i++)
        sobol->direction[0][i] = UINT32_C(1) << (SMYI_SOBOL_BITS - 1 - i);
    for (size_t d = 1; d < sobol->n_dimensions; d++) {
        uint32_t m[MOST_DEGREE];
        s += take(&bits, 1);
        uint32_t inner = take(&bits, s - 1);
        for (unsigned i = 0; i < s; i++)
            m[i] = take(&bits, i) << 1 | 1;
        directions(sobol->direction[d], s, inner, m);
    }
}

bool smyi_sobol_new(size_t n_dimensions, SmyiScramble scramble, uint64_t seed,
                    SmyiArena *mem, SmyiSobol *out)
{
    assert(n_dimensions <= SMYI_SOBOL_DIMENSIONS);
    *out =
        (SmyiSobol){.n_dimensions = n_dimensions,
                    .scramble = scramble,
                    .direction = smyi_arena_take(mem, n_dimensions, sizeof *out->direction),
                    .key = SMYI_NEW(mem, n_dimensions, uint32_t)};
    if (!out->direction || !out->key)
        return false;
    read_directions(out);
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    for (size_t d = 0; d < n_dimensions && scramble != SMYI_SCRAMBLE_NONE; d++) {
        const uint32_t counter[4] = {(uint32_t)d, 0, 0, SMYI_STREAM_SCRAMBLING};
        uint32_t words[4];
        smyi_philox(counter, key, words);
        out->key[d] = words[0];
    }
    return true;
}

/* ---- Points ---- */

/* Point k is the sum of the directions of the bits of its Gray code, k + k / 2. */
static uint32_t point_word(const uint32_t *direction, uint64_t point)
{
    uint32_t gray = (uint32_t)(point ^ point >> 1), word = 0;
    for (unsigned bit = 0; gray; bit++, gray >>= 1)
        word ^= gray & 1 ? direction[bit] : 0;
    return word;
}

/* The points of a block that starts at a multiple of BLOCK are its first, plus these. */
static void pattern(const uint32_t *direction, uint32_t low[BLOCK])
{
    low[0] = 0;
    for (unsigned bit = 0; bit < LOW_BITS; bit++)
        for (unsigned k = 0, half = 1U << bit; k < half; k++)
            low[2 * half - 1 - k] = low[k] ^ direction[bit];
}

SMYI_INLINE uint32_t reversed(uint32_t x)
{
    x = (x >> 1 & UINT32_C(0x55555555)) | (x & UINT32_C(0x55555555)) << 1;
    x = (x >> 2 & UINT32_C(0x33333333)) | (x & UINT32_C(0x33333333)) << 2;
    x = (x >> 4 & UINT32_C(0x0F0F0F0F)) | (x & UINT32_C(0x0F0F0F0F)) << 4;
    x = (x >> 8 & UINT32_C(0x00FF00FF)) | (x & UINT32_C(0x00FF00FF)) << 8;
    return x >> 16 | x << 16;
}

/* Each bit is flipped by a hash of the bits above it: burley2020, listing 2 and table 1. */
SMYI_INLINE uint32_t owen(uint32_t x, uint32_t key)
{
    x = reversed(x);
    x += key;
    x ^= x * UINT32_C(0x6c50b47c);
    x ^= x * UINT32_C(0xb82f1e52);
    x ^= x * UINT32_C(0xc7afe638);
    x ^= x * UINT32_C(0x8d22f6e6);
    return reversed(x);
}

SMYI_KERNEL static void scramble(SmyiScramble how, uint32_t key, size_t n,
                                 uint32_t *restrict words)
{
    if (how == SMYI_SCRAMBLE_OWEN)
        for (size_t k = 0; k < n; k++)
            words[k] = owen(words[k], key);
    else
        for (size_t k = 0; k < n; k++)
            words[k] ^= key; /* 0 where nothing is scrambled */
}

/* Coordinate `d` of n points. */
static void row_of(const SmyiSobol *sobol, uint64_t first, size_t n, size_t d,
                   uint32_t *out)
{
    const uint32_t *direction = sobol->direction[d];
    uint32_t low[BLOCK];
    pattern(direction, low);
    for (size_t k = 0; k < n;) {
        uint64_t point = first + k;
        size_t at = (size_t)(point % BLOCK), rest = n - k;
        size_t count = rest < BLOCK - at ? rest : BLOCK - at;
        uint32_t base = point_word(direction, point) ^ low[at];
        for (size_t j = 0; j < count; j++)
            out[k + j] = base ^ low[at + j];
        k += count;
    }
    scramble(sobol->scramble, sobol->key[d], n, out);
}

void smyi_sobol_words(const SmyiSobol *sobol, uint64_t first_point, size_t n_points,
                      size_t first_dimension, size_t n_dimensions, uint32_t *out)
{
    for (size_t d = 0; d < n_dimensions; d++)
        row_of(sobol, first_point, n_points, first_dimension + d, out + d * n_points);
}

SMYI_KERNEL static void to_units(const uint32_t *restrict words, size_t n,
                                 double *restrict out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = ((double)words[k] + .5) * 0x1p-32;
}

void smyi_sobol_uniforms(const SmyiSobol *sobol, uint64_t first_point, size_t n_points,
                         size_t first_dimension, size_t n_dimensions, double *out)
{
    uint32_t words[BLOCK];
    for (size_t d = 0; d < n_dimensions; d++)
        for (size_t k = 0; k < n_points; k += BLOCK) {
            size_t n = n_points - k < BLOCK ? n_points - k : BLOCK;
            row_of(sobol, first_point + k, n, first_dimension + d, words);
            to_units(words, n, out + d * n_points + k);
        }
}
