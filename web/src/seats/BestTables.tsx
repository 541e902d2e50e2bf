// SPDX-License-Identifier: Apache-2.0
// The tables that the models find best for an aim, each a click away from being set.
import {spread} from '../engine/spread';
import type {Model, Tree} from '../engine/tree';
import {move} from '../engine/moves';
import {tableOf} from '../engine/variation';
import {Asks} from '../evidence/Asks';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {useStill} from '../shell/still';
import {AIMS, bestTables} from './cells';

export function BestTables({tree, models}: {tree: Tree; models: Model[]}) {
    const session = useSession();
    const still = useStill();
    const words = useWords();
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const set = (seats: string[]) => {
        const file = tableOf((session.state.base ?? tree).table);
        let table = session.table() ?? file;
        for (const id of tree.table.candidates)
            if (seats.includes(id) !== table.seats.includes(id))
                table = move(table, id, {at: seats.includes(id) ? 'seat' : table.ratifiers.some(r => r.actor === id) ? 'door' : 'outside'}, file);
        session.seat(table);
    };
    const worth = (aim: string, v: number | null) =>
        aim === 'agreement' ? words.odds(v) : aim === 'settled' ? words.tn('unit.issues', v ?? 0, {x: words.value(v)}) : words.tn('unit.points', Math.round(v ?? 0), {x: words.points(v)});
    const worths = (aim: string, values: (number | null)[]) => {
        const s = spread(values);
        if (!s)
            return '';
        const middle = worth(aim, s.middle), low = worth(aim, s.low), high = worth(aim, s.high);
        return s.n === 1 ? middle : low === high ? low : words.t('seats.bestRange', {middle, low, high});
    };
    return (
        <div class="best">
            <h3>{words.t('seats.best')}</h3>
            {models.length > 1 && <p class="soft note">{words.t('seats.bestNote')}</p>}
            {AIMS.map(aim => {
                const tables = bestTables(tree, models, aim).slice(0, 3);
                return tables.length > 0 && (
                    <div key={aim} class="aim">
                        <h4>{words.t(`seats.aim.${aim}` satisfies Key)}</h4>
                        <ul>
                            {tables.map(b => (
                                <li key={b.seats.join()}>
                                    <span class="names">{b.seats.map(name).join(' · ')}</span>
                                    <span class="soft">{models.length > 1 && <>{words.tn('seats.underN', b.values.length)}: </>}<Asks of={{kind: 'best', aim, seats: b.seats}} text={worths(aim, b.values)} /></span>
                                    {!still && <button type="button" class="button small" onClick={() => set(b.seats)}>{words.t('seats.try')}</button>}
                                </li>
                            ))}
                        </ul>
                    </div>
                );
            })}
        </div>
    );
}
