// SPDX-License-Identifier: Apache-2.0
// One actor's gain under each model, in its parts: what is settled, standing, face.
import type {Model, Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {gainOfActor} from '../sensitivity/question';
import {useSession} from '../shell/context';
import {signOf} from '../shell/shown';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';

export function Parts({tree, models, actor}: {tree: Tree; models: Model[]; actor: string}) {
    const session = useSession();
    const words = useWords();
    const still = useStill();
    const name = tree.actors.find(a => a.id === actor)?.name ?? actor;
    const head = (['outcome', 'standing', 'face', 'total', 'noDeal', 'draws'] as const);
    const asks = (m: Model, text: string) => <Asks of={{kind: 'gain', actor, model: m.id}} text={text} />;
    return (
        <div class="parts" role="region" aria-label={words.t('gains.parts', {name})} tabIndex={0}>
            <table class="num">
                <thead><tr><th scope="col">{words.t('gains.model')}</th>{head.map(h => <th scope="col" key={h}>{words.t(`gains.part.${h}`)}</th>)}</tr></thead>
                <tbody>
                    {models.map(m => {
                        const g = m.gains[actor];
                        return (
                            <tr key={m.id}>
                                <th scope="row">{modelLabel(m, words.lang)}</th>
                                <td>{asks(m, words.points(g?.outcome))}</td>
                                <td>{asks(m, words.points(g?.standing))}</td>
                                <td>{asks(m, words.points(g?.face == null ? null : g.face === 0 ? 0 : -g.face))}</td>
                                <td class={signOf(g?.total)}><strong>{asks(m, words.points(g?.total))}</strong></td>
                                <td>{asks(m, words.points(g?.no_deal))}</td>
                                <td>{g?.draws?.q10 == null ? '…' : asks(m, words.t('evidence.range', {low: words.points(g.draws.q10), high: words.points(g.draws.q90)}))}</td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
            <button
                type="button" class="link"
                onClick={() => session.set({drawer: {what: words.t('asked.gain', {name}), paths: [], asked: {kind: 'gain', actor}}})}
            >{words.t('evidence.why')}</button>{' '}
            {!still && <button type="button" class="link asks" onClick={() => session.set({tab: 'moves', question: gainOfActor(actor)})}>{words.t('moves.ask')}</button>}
        </div>
    );
}
