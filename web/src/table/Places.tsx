// SPDX-License-Identifier: Apache-2.0
// Who is where, in words: those at the table, behind it, at the door and left out, and what that means.
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';

export function Places({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const {seats, observers, ratifiers, absent, delegations} = tree.table;
    const groups = [
        {term: t('digest.seated'), says: t('room.seatedSay'), names: seats.map(s => {
            const people = delegations[s]?.map(name) ?? [];
            return people.length ? `${name(s)} (${people.join(', ')})` : name(s);
        })},
        {term: t('room.observers'), says: '', names: observers.map(o => t('room.observerSays', {name: name(o.actor), patron: name(o.patron), percent: words.odds(o.share)}))},
        {term: t('room.door'), says: t('room.agreeSay'), names: ratifiers.map(r => name(r.actor))},
        {term: t('room.outside'), says: t('room.leftOutSay'), names: absent.map(name)},
    ];
    return (
        <dl class="places">
            {groups.filter(g => g.names.length).map(g => (
                <div key={g.term}><dt>{g.term}</dt><dd>{g.names.join(words.lang === 'en' ? '; ' : '；')}{words.lang === 'en' ? '. ' : '。'}<span class="soft">{g.says}</span></dd></div>
            ))}
        </dl>
    );
}
