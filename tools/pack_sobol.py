#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Packs the direction numbers of Joe and Kuo into src/base/joe-kuo/numbers.bin.

Usage: tools/pack_sobol.py [NPZ] [OUT]     (NPZ: that of Debian's python3-scipy)

The file is a stream of bits, high bit first, for dimensions 2, 3, ... in turn: 1 where the degree s
of the primitive polynomial is one more than that of the dimension before (which starts at 0), else
0; the s - 1 inner coefficients of the polynomial; then for i = 1..s the i - 1 upper bits of m_i,
which is odd. Zeros fill the last byte.
"""
import os
import sys

import numpy
import scipy


def main():
    npz = os.path.join(os.path.dirname(scipy.__file__), "stats/_sobol_direction_numbers.npz")
    npz = sys.argv[1] if len(sys.argv) > 1 else npz
    out = sys.argv[2] if len(sys.argv) > 2 else "src/base/joe-kuo/numbers.bin"
    table = numpy.load(npz)
    bits = []
    degree = 0
    for poly, m in zip(table["poly"][1:].tolist(), table["vinit"][1:].tolist()):
        s = poly.bit_length() - 1
        assert s in (degree, degree + 1) and poly & 1
        bits.append(str(s - degree))
        degree = s
        if s > 1:
            bits.append(format((poly >> 1) & ((1 << (s - 1)) - 1), f"0{s - 1}b"))
        for i, value in enumerate(m[:s], 1):
            assert value & 1 and value < 1 << i
            if i > 1:
                bits.append(format(value >> 1, f"0{i - 1}b"))
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    with open(out, "wb") as file:
        file.write(int(text, 2).to_bytes(len(text) // 8, "big"))
    print(len(table["poly"]), "dimensions,", len(text) // 8, "bytes")


main()
