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

#endif
