// SPDX-License-Identifier: Apache-2.0
// A value of an input in the words of its scale: 61 is "61 of 100, near 'While the causes are being negotiated'".
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';

/** `text`: the number as it is shown; of an input on an issue's scale the nearest anchor's words go with it. */
export function onItsScale(path: string, value: number, text: string, tree: Pick<Tree, 'issues'>, words: Words): string {
    const issue = /\.(position|limit|stated|status_quo)$/.test(path) ? tree.issues.find(i => path.split('.').includes(i.id)) : undefined;
    const nearest = [...(issue?.anchors ?? [])].sort((a, b) => Math.abs(a[0] - value) - Math.abs(b[0] - value))[0];
    if (!issue || !nearest?.[1])
        return text;
    return words.t('claims.near', {x: text, of: words.value(issue.scale[1]), anchor: nearest[1]});
}
