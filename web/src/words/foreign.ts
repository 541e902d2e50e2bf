// SPDX-License-Identifier: Apache-2.0
// Texts of a scenario that stand in another language than the one chosen, because the file has no translation: said, and marked for those who hear the page.
import type {TableOf, Tree} from '../engine/tree';
import type {Lang} from './catalogue';

const HAN = /\p{Script=Han}/u, LATIN = /\p{Script=Latin}{3}/u;

/** The language tag of a text that is plainly not in the language chosen; undefined: it is, or nobody can tell. */
export function foreignTag(text: string, lang: Lang): string | undefined {
    if (lang === 'zh-Hant')
        return LATIN.test(text) && !HAN.test(text) ? 'en' : undefined;
    return HAN.test(text) && !LATIN.test(text) ? 'zh' : undefined;
}

/** What the file calls it; else "camp_david" -> "Camp David". */
export function venueName({venue, venue_name}: Pick<TableOf, 'venue' | 'venue_name'>): string {
    return venue_name != null ? venue_name : venue ? venue.split(/[_-]/).map(w => w.charAt(0).toUpperCase() + w.slice(1)).join(' ') : '';
}

/** What a reader of the page meets everywhere: title, actors, issues with their scales, claims, venue. */
export function untranslated(tree: Tree, lang: Lang): string[] {
    const texts = [
        tree.scenario.title, tree.scenario.account ?? '', ...tree.actors.map(a => a.name), ...tree.issues.flatMap(i => [i.title, ...i.anchors.map(a => a[1])]),
        ...tree.claims.map(c => c.says), venueName(tree.table),
    ];
    return [...new Set(texts.filter(text => foreignTag(text, lang)))];
}
