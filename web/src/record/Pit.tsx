// SPDX-License-Identifier: Apache-2.0
// Where outcomes fell in a forecast, by tenths: level bars where its chances are right.
import type {Num} from '../engine/tree';
import {useWords} from '../words/context';

const WIDTH = 210, PLOT = 120, LEFT = 38, TOP = 8, FOOT = 36, RIGHT = 16;

export function Pit({bins, label}: {bins: Num[]; label: string}) {
    const words = useWords();
    const {t} = words;
    const n = bins.length, level = 1 / Math.max(1, n);
    const most = Math.max(2 * level, ...bins.map(b => b ?? 0));
    const wide = (WIDTH - LEFT - RIGHT) / Math.max(1, n);
    const y = (share: number) => TOP + PLOT * (1 - share / most);
    return (
        <div class="plot">
            <h4>{t('record.pit.title')}</h4>
            <svg viewBox={`0 0 ${WIDTH} ${TOP + PLOT + FOOT}`} role="img" aria-label={`${label}: ${bins.map(b => words.odds(b)).join(', ')}`}>
                {bins.map((b, i) => <rect key={i} class="bin" x={LEFT + i * wide + 1} width={wide - 2} y={y(b ?? 0)} height={Math.max(0, TOP + PLOT - y(b ?? 0))} />)}
                <path class="level" d={`M${LEFT} ${y(level)}H${WIDTH - RIGHT}`} />
                <path class="ground" d={`M${LEFT} ${TOP + PLOT}H${WIDTH - RIGHT}`} />
                <text class="tick" x={LEFT - 5} y={y(level) + 4} text-anchor="end">{words.odds(level)}</text>
                {[0, 0.5, 1].map(v => <text key={v} class="tick" x={LEFT + v * wide * n} y={TOP + PLOT + 14} text-anchor="middle">{words.odds(v)}</text>)}
                <text class="tick" x={(LEFT + WIDTH - RIGHT) / 2} y={TOP + PLOT + 30} text-anchor="middle">{t('record.pit.x')}</text>
            </svg>
        </div>
    );
}
