/* SPDX-License-Identifier: Apache-2.0 */
/* Philox4x32-10: random numbers as a function of a counter and a key. */
#include "base/random.h"

#include "base/kernel.h"

#if defined(SMYI_DISPATCH)
#include <immintrin.h>
#endif

enum { LANES = 64 };

typedef struct Words {
    uint32_t w0, w1, w2, w3;
} Words;

SMYI_INLINE Words one_round(Words c, uint32_t key0, uint32_t key1)
{
    uint64_t a = (uint64_t)UINT32_C(0xD2511F53) * c.w0;
    uint64_t b = (uint64_t)UINT32_C(0xCD9E8D57) * c.w2;
    return (Words){(uint32_t)(b >> 32) ^ c.w1 ^ key0, (uint32_t)b,
                   (uint32_t)(a >> 32) ^ c.w3 ^ key1, (uint32_t)a};
}

/* Ten rounds written out, so that a loop over lanes around them can be vectorised. */
SMYI_INLINE Words ten_rounds(Words c, uint32_t key0, uint32_t key1)
{
    const uint32_t step0 = UINT32_C(0x9E3779B9), step1 = UINT32_C(0xBB67AE85);
    c = one_round(c, key0, key1);
    c = one_round(c, key0 + step0, key1 + step1);
    c = one_round(c, key0 + 2 * step0, key1 + 2 * step1);
    c = one_round(c, key0 + 3 * step0, key1 + 3 * step1);
    c = one_round(c, key0 + 4 * step0, key1 + 4 * step1);
    c = one_round(c, key0 + 5 * step0, key1 + 5 * step1);
    c = one_round(c, key0 + 6 * step0, key1 + 6 * step1);
    c = one_round(c, key0 + 7 * step0, key1 + 7 * step1);
    c = one_round(c, key0 + 8 * step0, key1 + 8 * step1);
    return one_round(c, key0 + 9 * step0, key1 + 9 * step1);
}

/*
 * ((A >> 5) 2^26 + (B >> 6) + 0.5) 2^-53. The largest of them rounds to 1: it is taken back
 * to the number below.
 */
SMYI_INLINE double open_unit(uint32_t a, uint32_t b)
{
    double high = (double)(int32_t)(a >> 5), low = (double)(int32_t)(b >> 6);
    double u = (high * 0x1p26 + low + 0.5) * 0x1p-53;
    return u < 1.0 ? u : 0x1.fffffffffffffp-1;
}

void smyi_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4])
{
    Words c = {counter[0], counter[1], counter[2], counter[3]};
    c = ten_rounds(c, key[0], key[1]);
    out[0] = c.w0, out[1] = c.w1, out[2] = c.w2, out[3] = c.w3;
}

double smyi_uniform(uint64_t seed, SmyiStream stream, uint64_t draw, uint64_t number)
{
    Words c = {(uint32_t)draw, (uint32_t)(draw >> 32), (uint32_t)(number / 2),
               (uint32_t)stream};
    c = ten_rounds(c, (uint32_t)seed, (uint32_t)(seed >> 32));
    return number % 2 ? open_unit(c.w2, c.w3) : open_unit(c.w0, c.w1);
}

/* Numbers 2 pair and 2 pair + 1 of n draws, n <= LANES. */
SMYI_KERNEL static void fill(uint64_t seed, uint32_t stream,
                             const uint32_t *restrict draw_low,
                             const uint32_t *restrict draw_high, size_t n, uint32_t pair,
                             double *restrict even, double *restrict odd)
{
    uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
    for (size_t k = 0; k < n; k++) {
        Words c = {draw_low[k], draw_high[k], pair, stream};
        c = ten_rounds(c, key0, key1);
        even[k] = open_unit(c.w0, c.w1);
        odd[k] = open_unit(c.w2, c.w3);
    }
}

#if defined(SMYI_DISPATCH)
typedef __m512i Wide; /* eight lanes of 64 bits, a word in the low half of each */

#define WIDE __attribute__((target("avx512f"), always_inline)) static inline

/* open_unit() of eight lanes. A whole number below 2^52 becomes a double by its last bits. */
WIDE void wide_units(Wide a, Wide b, double *out)
{
    const Wide word = _mm512_set1_epi64(0xffffffff);
    const Wide magic = _mm512_set1_epi64(0x4330000000000000); /* 2^52 */
    Wide high = _mm512_srli_epi64(_mm512_and_epi64(a, word), 5);
    Wide low = _mm512_srli_epi64(_mm512_and_epi64(b, word), 6);
    __m512d zero = _mm512_castsi512_pd(magic);
    __m512d x = _mm512_sub_pd(_mm512_castsi512_pd(_mm512_or_epi64(high, magic)), zero);
    __m512d y = _mm512_sub_pd(_mm512_castsi512_pd(_mm512_or_epi64(low, magic)), zero);
    x = _mm512_add_pd(_mm512_mul_pd(x, _mm512_set1_pd(0x1p26)), y);
    x = _mm512_mul_pd(_mm512_add_pd(x, _mm512_set1_pd(0.5)), _mm512_set1_pd(0x1p-53));
    _mm512_storeu_pd(out, _mm512_min_pd(x, _mm512_set1_pd(0x1.fffffffffffffp-1)));
}

/* The high half of each lane where the low one was, by the unit that does not multiply. */
WIDE Wide high_word(Wide x)
{
    return _mm512_shuffle_epi32(x, _MM_PERM_DDBB);
}

WIDE Wide xor3(Wide a, Wide b, Wide c)
{
    return _mm512_ternarylogic_epi64(a, b, c, 0x96);
}

WIDE Wide wide_words(const uint32_t *words)
{
    return _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(const void *)words));
}

/*
 * The same as fill() where there is AVX-512, n a multiple of 8. Compilers do not find the
 * multiplication of the low halves of lanes by themselves. What is left in the high halves is
 * not read by it, nor kept at the end.
 */
__attribute__((target("avx512f"))) static void
fill_wide(uint64_t seed, uint32_t stream, const uint32_t *draw_low,
          const uint32_t *draw_high, size_t n, uint32_t pair, double *even, double *odd)
{
    const Wide times_a = _mm512_set1_epi64(0xD2511F53),
               times_b = _mm512_set1_epi64(0xCD9E8D57);
    for (size_t k = 0; k < n; k += 8) {
        uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
        Wide w0 = wide_words(draw_low + k), w1 = wide_words(draw_high + k);
        Wide w2 = _mm512_set1_epi64(pair), w3 = _mm512_set1_epi64(stream);
        for (int round = 0; round < 10; round++) {
            Wide a = _mm512_mul_epu32(times_a, w0), b = _mm512_mul_epu32(times_b, w2);
            w0 = xor3(high_word(b), w1, _mm512_set1_epi64(key0));
            w2 = xor3(high_word(a), w3, _mm512_set1_epi64(key1));
            w1 = b, w3 = a;
            key0 += UINT32_C(0x9E3779B9), key1 += UINT32_C(0xBB67AE85);
        }
        wide_units(w0, w1, even + k);
        wide_units(w2, w3, odd + k);
    }
}

/* Eight lanes at a time as far as they go. Returns how many draws are done. */
static size_t fill_fast(uint64_t seed, uint32_t stream, const uint32_t *draw_low,
                        const uint32_t *draw_high, size_t n, uint32_t pair, double *even,
                        double *odd)
{
    size_t whole = __builtin_cpu_supports("avx512f") ? n / 8 * 8 : 0;
    if (whole)
        fill_wide(seed, stream, draw_low, draw_high, whole, pair, even, odd);
    return whole;
}
#else
static size_t fill_fast(uint64_t seed, uint32_t stream, const uint32_t *draw_low,
                        const uint32_t *draw_high, size_t n, uint32_t pair, double *even,
                        double *odd)
{
    (void)seed, (void)stream, (void)draw_low, (void)draw_high;
    (void)n, (void)pair, (void)even, (void)odd;
    return 0;
}
#endif

void smyi_uniforms(uint64_t seed, SmyiStream stream, uint64_t first_draw, size_t n_draws,
                   uint64_t first_number, size_t n_numbers, double *out)
{
    uint32_t low[LANES], high[LANES];
    double unwanted[LANES]; /* the other half of a pair of which one number is asked */
    uint64_t end = first_number + n_numbers;
    for (size_t k = 0; k < n_draws; k += LANES) {
        size_t n = n_draws - k < LANES ? n_draws - k : LANES;
        for (size_t l = 0; l < n; l++) {
            low[l] = (uint32_t)(first_draw + k + l);
            high[l] = (uint32_t)((first_draw + k + l) >> 32);
        }
        for (uint64_t j = first_number & ~UINT64_C(1); j < end; j += 2) {
            double *even =
                j < first_number ? unwanted : out + (j - first_number) * n_draws + k;
            double *odd =
                j + 1 < end ? out + (j + 1 - first_number) * n_draws + k : unwanted;
            size_t m = fill_fast(seed, (uint32_t)stream, low, high, n, (uint32_t)(j / 2),
                                 even, odd);
            if (m < n)
                fill(seed, (uint32_t)stream, low + m, high + m, n - m, (uint32_t)(j / 2),
                     even + m, odd + m);
        }
    }
}
