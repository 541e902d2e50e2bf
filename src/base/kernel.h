/* SPDX-License-Identifier: Apache-2.0 */
/* Marks for loops over lanes that are compiled for several instruction sets. */
#ifndef SMYI_BASE_KERNEL_H
#define SMYI_BASE_KERNEL_H

/*
 * Marks a kernel that is compiled for several instruction sets and dispatched at load. The
 * bits are the same on all: no contraction, no reassociation (see CMakeLists.txt).
 */
#if defined(SMYI_DISPATCH)
#define SMYI_KERNEL __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SMYI_KERNEL
#endif

/* Marks what must become part of the kernel that calls it, to be vectorised with it. */
#if defined(__GNUC__)
#define SMYI_INLINE static inline __attribute__((always_inline))
#else
#define SMYI_INLINE static inline
#endif

/*
 * Before a loop over a fixed, small number of lanes: no turn reads what another turn writes (so
 * that the compiler need not compare addresses, which it refuses where arrays are many), and the
 * loop is to become one vector instruction after another, not to be written out turn by turn.
 */
#if defined(__clang__)
#define SMYI_LANES _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define SMYI_LANES _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#else
#define SMYI_LANES
#endif

#endif
