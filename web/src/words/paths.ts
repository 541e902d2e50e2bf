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
