// SPDX-License-Identifier: Apache-2.0
// Two ends as one text; one where they read alike.

export function rangeOf(low: string, high: string): string {
    return low === high ? low : `${low} – ${high}`;
}
