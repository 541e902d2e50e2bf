// SPDX-License-Identifier: Apache-2.0
// Who is in, who is out, and who fares best and worst: what is seen in the first seconds.
import type {Actor, Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {memo} from './memo';
import {gainOf, signOf} from './shown';

const MOST_NAMED = 4, PARTIES = ['seat', 'absent', 'observer'];

/** `changed`: the page is not as the file any more, so that what holds now is told from what the change did. */
export const Cast = memo(function Cast({tree, model, changed}: {tree: Tree; model: string | null; changed: boolean}) {
    const words = useWords();
    const {t} = words;
    const who = (role: Actor['role']) => tree.actors.filter(a => a.role === role).map(a => a.name);
    const named = (list: string[]) => list.length === 0 ? t('cast.nobody')
        : list.length > MOST_NAMED ? t('cast.more', {list: list.slice(0, MOST_NAMED - 1).join(words.lang === 'en' ? ', ' : '、'), n: list.length - MOST_NAMED + 1}) : words.list(list);
    const gains = tree.actors.filter(a => PARTIES.includes(a.role)).flatMap(a => {
        const gain = gainOf(tree, model, a.id);
        return gain ? [{id: a.id, name: a.name, x: gain.middle}] : [];
    }).sort((a, b) => b.x - a.x);
    const best = gains[0], worst = gains[gains.length - 1], absent = who('absent'), watching = who('observer');
    const most = (key: 'cast.gains' | 'cast.loses', at: typeof best) => at && signOf(at.x) === (key === 'cast.gains' ? 'up' : 'down')
        && <div class={signOf(at.x)}><dt>{t(changed ? `${key}Now` : key)}</dt><dd>{at.name} <b class="num"><Asks of={{kind: 'gain', actor: at.id}} text={words.points(at.x)} /></b></dd></div>;
    return (
        <dl class="cast">
            <div><dt>{t('cast.seated')}</dt><dd>{named(who('seat'))}</dd></div>
            {watching.length > 0 && <div><dt>{t('cast.observing')}</dt><dd>{named(watching)}</dd></div>}
            {absent.length > 0 && <div><dt>{t('cast.leftOut')}</dt><dd>{named(absent)}</dd></div>}
            {most('cast.gains', best)}
            {most('cast.loses', worst)}
        </dl>
    );
});
