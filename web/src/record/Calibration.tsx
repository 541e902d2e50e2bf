// SPDX-License-Identifier: Apache-2.0
// Whether chances were right: where outcomes fell in the forecast, how often intervals held them, how often the likelier came.
import {useState} from 'preact/hooks';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {scoredName, type Scored} from './backtest';
import {Pit} from './Pit';
import {Slope, type Spot} from './Slope';

/* The best first; the others are a click away. */
const FEW = 2;

export function Calibration({rows}: {rows: Scored[]}) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const [open, setAll] = useState(false);
    const all = open || still;
    const pc = (x: number | null) => words.odds(x);
    const coverage = (m: Scored): Spot[] => (m.coverage ?? []).flatMap(c => (c.covered === null ? [] : [{x: c.level, y: c.covered, r: 4.5, text: t('record.covered', {level: pc(c.level), share: pc(c.covered)})}]));
    const reliable = (m: Scored): Spot[] => (m.reliability ?? []).flatMap(b => (b.n > 0 && b.forecast !== null && b.came !== null
        ? [{x: b.forecast, y: b.came, r: 2.5 + 1.3 * Math.sqrt(b.n), text: t('record.came', {said: pc(b.forecast), share: pc(b.came), n: b.n})}] : []));
    return (
        <div class="plots">
            {(all ? rows : rows.slice(0, FEW)).map(m => {
                const name = scoredName(m, words), two = reliable(m);
                return (
                    <figure key={m.id} data-model={m.id}>
                        <figcaption>{name}</figcaption>
                        <div class="trio">
                            <Pit bins={m.pit ?? []} label={t('record.pit.label', {name})} />
                            <Slope title={t('record.cover.title')} across={t('record.cover.x')} up={t('record.cover.y')} spots={coverage(m)} label={t('record.cover.title')} />
                            {two.length > 0 && <Slope hollow title={t('record.two.title')} across={t('record.two.x')} up={t('record.two.y')} spots={two} label={t('record.two.title')} />}
                        </div>
                    </figure>
                );
            })}
            {!still && rows.length > FEW && <p class="soft rest"><button type="button" class="link" onClick={() => setAll(!all)}>{all ? t('gains.fewer') : t('moves.more', {n: rows.length - FEW})}</button></p>}
        </div>
    );
}
