// SPDX-License-Identifier: Apache-2.0
// A distribution as a stepped area in a box of 100 by 100: chances gathered in equal parts of the scale.

const BINS = 48;

export function heapPath(pairs: readonly (readonly [number, number])[], scale: readonly [number, number]): string | null {
    const bins = new Array<number>(BINS).fill(0);
    const span = scale[1] - scale[0];
    for (const [place, chance] of pairs) {
        const share = (place - scale[0]) / span;
        if (share >= 0 && share <= 1) {
            const at = Math.min(BINS - 1, Math.floor(share * BINS));
            bins[at] = (bins[at] ?? 0) + chance;
        }
    }
    const most = Math.max(...bins);
    if (!(most > 0))
        return null;
    const at = (x: number) => Number(x.toFixed(1));
    return `M0 100${bins.map((b, i) => `V${at(100 - (96 * b) / most)}H${at(((i + 1) * 100) / BINS)}`).join('')}V100z`;
}
