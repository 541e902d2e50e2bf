// SPDX-License-Identifier: Apache-2.0
// Places on a track, in percent of its width.

export type Scale = (v: number) => number;

export function scaleOf(low: number, high: number): Scale {
    const span = high - low || 1;
    return v => Math.min(100, Math.max(0, ((v - low) / span) * 100));
}

export const percent = (x: number) => `${x.toFixed(2)}%`;
