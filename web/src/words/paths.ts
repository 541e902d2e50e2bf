// SPDX-License-Identifier: Apache-2.0
// An input's path in words: stances.russia.territory.position -> "Russia on Land to Russia: position".
import type {Tree} from '../engine/tree';
import type {Words} from './catalogue';
import type {Key} from './en';

const PATTERNS: [RegExp, Key, ('actor' | 'issue')[]][] = [
    [/^issues\.([^.]+)\.status_quo$/, 'path.status_quo', ['issue']],
    [/^stances\.([^.]+)\.([^.]+)\.position$/, 'path.position', ['actor', 'issue']],
    [/^stances\.([^.]+)\.([^.]+)\.salience$/, 'path.salience', ['actor', 'issue']],
    [/^stances\.([^.]+)\.([^.]+)\.limit$/, 'path.limit', ['actor', 'issue']],
    [/^stances\.([^.]+)\.([^.]+)\.stated$/, 'path.stated', ['actor', 'issue']],
    [/^actors\.([^.]+)\.capability$/, 'path.capability', ['actor']],
    [/^actors\.([^.]+)\.face$/, 'path.face', ['actor']],
    [/^no_deal\.([^.]+)$/, 'path.no_deal', ['actor']],
    [/^no_deal\.([^.]+)\.stated$/, 'path.no_deal_stated', ['actor']],
    [/^standing\.([^.]+)\.seated$/, 'path.standing_seated', ['actor']],
    [/^standing\.([^.]+)\.left_out$/, 'path.standing_left_out', ['actor']],
    [/^standing\.([^.]+)\.venue\.[^.]+$/, 'path.standing_venue', ['actor']],
];

/** How wide the unit of an input is: an issue's scale for what lies on it, else points of 100. */
export function spanOfPath(path: string, tree: Pick<Tree, 'issues'>): number {
    const issue = /\.(position|limit|stated|status_quo)$/.test(path) ? tree.issues.find(i => path.split('.').includes(i.id)) : undefined;
    return issue ? Math.abs(issue.scale[1] - issue.scale[0]) : 100;
}

export function pathInWords(path: string, tree: Tree, words: Words): string {
    for (const [pattern, key, kinds] of PATTERNS) {
        const found = pattern.exec(path);
        if (!found)
            continue;
        const filling: Record<string, string> = {};
        kinds.forEach((kind, i) => {
            const id = found[i + 1] ?? '';
            filling[kind] = kind === 'actor'
                ? tree.actors.find(a => a.id === id)?.name ?? id
                : tree.issues.find(x => x.id === id)?.title ?? id;
        });
        return words.t(key, filling);
    }
    return path;
}

const CONTAINERS = ['stances', 'actors', 'issues'];

/** One part of a path as a person would say it: an actor's name, an issue's title. */
function partInWords(part: string, tree: Tree): string {
    return tree.actors.find(a => a.id === part)?.name ?? tree.issues.find(i => i.id === part)?.title ?? part.replace(/_/g, ' ');
}

/** What an input belongs to: stances.us.territory -> "United States, Land to Russia". */
export function groupInWords(path: string, tree: Tree, words: Words): string {
    const parts = path.split('.');
    const rest = parts.length > 1 && CONTAINERS.includes(parts[0] ?? '') ? parts.slice(1) : parts;
    return rest.map(p => partInWords(p, tree)).join(words.lang === 'en' ? ', ' : '，');
}

/** Which of a group's inputs this is: "position"; an actor's name where the group is of one quantity. */
export function leafInWords(path: string, tree: Tree, words: Words): string {
    const leaf = path.slice(path.lastIndexOf('.') + 1);
    const key = LEAVES[leaf];
    return key ? words.t(key) : partInWords(leaf, tree);
}

const LEAVES: Partial<Record<string, Key>> = {
    status_quo: 'leaf.status_quo', position: 'leaf.position', salience: 'leaf.salience', limit: 'leaf.limit', stated: 'leaf.stated',
    capability: 'leaf.capability', face: 'leaf.face', seated: 'leaf.seated', left_out: 'leaf.left_out',
};
