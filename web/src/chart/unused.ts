// SPDX-License-Identifier: Apache-2.0
// In place of what d3-scale brings along and no chart here calls (vite.config.ts): colours and texts between two others, formats of numbers and dates.
// The page words its numbers by locale, and its scales map numbers alone.

type Between = (t: number) => number;

export function interpolateNumber(a: number, b: number): Between {
    return t => a * (1 - t) + b * t;
}

export const interpolate = interpolateNumber;

export function interpolateRound(a: number, b: number): Between {
    return t => Math.round(a * (1 - t) + b * t);
}

function notHere(): never {
    throw new Error('not in this page');
}

export {
    notHere as piecewise, notHere as format, notHere as formatPrefix, notHere as formatSpecifier, notHere as precisionFixed, notHere as precisionPrefix,
    notHere as precisionRound,
};

/* A scale of dates makes its formats when it is made, whether or not its ticks are ever written. */
export const utcFormat = () => String;
export const timeFormat = utcFormat;
