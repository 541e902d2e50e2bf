// SPDX-License-Identifier: Apache-2.0
// The numbers behind the charts, for who wants them.
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {scoredName, scoreOf, type Backtest, type Scored} from './backtest';

const HEADS = ['issues', 'mae', 'rmse', 'hit10', 'crps', 'log', 'brier', 'in50', 'in80', 'width80'] as const;

export function Scores({tree, rows}: {tree: Backtest; rows: Scored[]}) {
    const words = useWords();
    const {t} = words;
    const one = (x: number | null) => words.decimal(x, 1), two = (x: number | null) => words.decimal(x, 2), at = (m: Scored, level: number) => m.coverage?.find(c => c.level === level);
    const columns: {[head in (typeof HEADS)[number]]: (m: Scored) => string} = {
        issues: m => words.count(m.n), mae: m => one(m.mae), rmse: m => one(m.rmse), hit10: m => words.odds(m.hit10), crps: m => one(m.crps), log: m => two(m.log), brier: m => two(m.brier),
        in50: m => words.odds(at(m, 0.5)?.covered), in80: m => words.odds(at(m, 0.8)?.covered), width80: m => one(at(m, 0.8)?.width ?? null),
    };
    return (
        <div class="scroll" role="region" aria-label={t('record.numbers')} tabIndex={0}>
            <table class="num">
                <thead><tr><th scope="col">{t('gains.model')}</th>{HEADS.map(h => <th scope="col" key={h}>{t(`record.head.${h}`)}</th>)}</tr></thead>
                <tbody>
                    {rows.map(m => (
                        <tr key={m.id}>
                            <th scope="row">{scoredName(m, words)}</th>
                            {HEADS.map(h => {
                                const text = columns[h](m);
                                return <td key={h}>{/\d/.test(text) ? <Asks of={scoreOf(tree, m, t(`record.head.${h}`), text, words)} text={text} /> : text}</td>;
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
