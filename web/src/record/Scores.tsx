// SPDX-License-Identifier: Apache-2.0
// The numbers behind the charts, for who wants them.
import {useWords} from '../words/context';
import {scoredName, type Scored} from './backtest';

export function Scores({rows}: {rows: Scored[]}) {
    const words = useWords();
    const {t} = words;
    const one = (x: number | null) => words.decimal(x, 1), two = (x: number | null) => words.decimal(x, 2);
    const inside = (m: Scored, level: number) => words.odds(m.coverage?.find(c => c.level === level)?.covered);
    const width = (m: Scored) => one(m.coverage?.find(c => c.level === 0.8)?.width ?? null);
    return (
        <div class="scroll" role="region" aria-label={t('record.numbers')} tabIndex={0}>
            <table class="num">
                <thead><tr>
                    <th scope="col">{t('gains.model')}</th>
                    {(['issues', 'mae', 'rmse', 'hit10', 'crps', 'log', 'brier', 'in50', 'in80', 'width80'] as const).map(h => <th scope="col" key={h}>{t(`record.head.${h}`)}</th>)}
                </tr></thead>
                <tbody>
                    {rows.map(m => (
                        <tr key={m.id}>
                            <th scope="row">{scoredName(m, words)}</th>
                            <td>{words.count(m.n)}</td><td>{one(m.mae)}</td><td>{one(m.rmse)}</td><td>{words.odds(m.hit10)}</td><td>{one(m.crps)}</td>
                            <td>{two(m.log)}</td><td>{two(m.brier)}</td><td>{inside(m, 0.5)}</td><td>{inside(m, 0.8)}</td><td>{width(m)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
