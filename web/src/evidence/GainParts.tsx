// SPDX-License-Identifier: Apache-2.0
// What a gain is made of: what is settled, by issue, standing, face: the middle of the models and their range.
import type {Gain, Issue, Model, Num} from '../engine/tree';
import {spread} from '../engine/spread';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {columnsOf} from './parts';

interface Line { id: string; title: string; of: (g: Gain) => Num | undefined; kind: string }

export function GainParts({models, issues, actor}: {models: Model[]; issues: Issue[]; actor: string}) {
    const words = useWords();
    const {t} = words;
    const gains = models.flatMap(m => m.gains[actor] ?? []);
    const parts = columnsOf(models, issues, actor, words), within = parts.filter(p => p.within);
    const lines: Line[] = [
        {id: 'outcome', title: t('gains.part.outcome'), of: g => g.outcome, kind: ''},
        ...(within.length > 1 ? within : []).map(p => ({...p, title: t('asked.issue', {issue: p.title}), kind: 'within'})),
        ...parts.filter(p => !p.within && p.id !== 'outcome').map(p => ({...p, kind: ''})),
        {id: 'total', title: t('gains.part.total'), of: g => g.total, kind: 'sum'},
    ];
    return (
        <div class="gain-parts">
            <table class="num">
                <tbody>
                    {lines.map(({id, title, of, kind}) => {
                        const s = spread(gains.map(of));
                        return s && (
                            <tr key={id} class={kind} data-part={id}>
                                <th scope="row">{title}</th>
                                <td class={signOf(s.middle)}><strong>{words.points(s.middle)}</strong></td>
                                <td class="soft">{words.points(s.low) !== words.points(s.high) && t('evidence.range', {low: words.points(s.low), high: words.points(s.high)})}</td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
            {gains.length > 1 && <p class="soft">{t('evidence.gainNote')}</p>}
        </div>
    );
}
