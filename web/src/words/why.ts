// SPDX-License-Identifier: Apache-2.0
// Why a model says nothing here, in the language chosen; a reason that is not known to the catalogue stands as the engine gives it.
import type {Tree} from '../engine/tree';
import type {Words} from './catalogue';
import type {Key} from './en';

const REASONS: [RegExp, Key][] = [
    [/^needs a procedure with criteria/, 'why.criteria'],
    [/^needs a procedure with a setter/, 'why.setter'],
    [/^needs a procedure with veto players/, 'why.veto'],
    [/^needs ratifiers/, 'why.home'],
    [/^needs a status quo on "([^"]+)"/, 'why.quo'],
    [/^nobody weighs on "([^"]+)"/, 'why.weight'],
    [/^a quota is not above half/, 'why.quota'],
    [/^"([^"]+)" stays: what the setter wants/, 'why.refused'],
    [/^"([^"]+)" stays: no majority wants/, 'why.noMajority'],
    [/^"([^"]+)" stays: nothing that all at home/, 'why.homeRefuses'],
    [/^"([^"]+)" stays: some veto players/, 'why.vetoApart'],
    [/^no package leaves every party/, 'why.noPackage'],
    [/^still moving on "([^"]+)"/, 'why.moving'],
    [/^who may propose is not there or does not care on "([^"]+)"/, 'why.setterSilent'],
    [/^nobody with a vote has a say on "([^"]+)"/, 'why.voteless'],
    [/^no veto player has a say on "([^"]+)"/, 'why.vetoSilent'],
    [/^nobody at the table weighs on "([^"]+)"/, 'why.noWeight'],
];

export function whyInWords(why: string | null, tree: Tree, words: Words): string {
    for (const [pattern, key] of REASONS) {
        const found = why === null ? null : pattern.exec(why);
        if (found)
            return words.t(key, {issue: tree.issues.find(i => i.id === found[1])?.title ?? found[1] ?? ''});
    }
    return why ?? words.t('model.status.undefined');
}
