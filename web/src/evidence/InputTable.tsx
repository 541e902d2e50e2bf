// SPDX-License-Identifier: Apache-2.0
// Every input in a table, by what it belongs to: value, range, who says so, in whose voice.
import {Table} from '../chart/Table';
import type {Input, Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {groupInWords, leafInWords} from '../words/paths';
import {voiceOf} from './voice';

interface Group { path: string; inputs: Input[] }

function grouped(inputs: readonly Input[]): Group[] {
    const groups: Group[] = [];
    for (const input of inputs) {
        const path = input.path.includes('.') ? input.path.slice(0, input.path.lastIndexOf('.')) : '';
        const last = groups[groups.length - 1];
        if (last?.path === path)
            last.inputs.push(input);
        else
            groups.push({path, inputs: [input]});
    }
    return groups;
}

function sameSource(a: Input, b: Input | undefined): boolean {
    return b !== undefined && a.support === b.support && a.judgement === b.judgement && a.cite.join() === b.cite.join();
}

export function InputTable({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    return (
        <Table caption={t('evidence.table')} kind="all-inputs">
            <thead><tr>{(['input', 'value', 'rangeHead', 'source', 'voiceHead'] as const).map(k => <th scope="col" key={k} class={k === 'value' ? 'n' : ''}>{t(`evidence.${k}`)}</th>)}</tr></thead>
            {grouped(tree.inputs).map(g => (
                <tbody key={g.path}>
                    <tr><th class="group" colSpan={5} scope="rowgroup">{groupInWords(g.path, tree, words)} <code class="soft">{g.path}</code></th></tr>
                    {g.inputs.map((input, i) => <InputLine key={input.path} tree={tree} input={input} same={sameSource(input, g.inputs[i - 1])} />)}
                </tbody>
            ))}
        </Table>
    );
}

function InputLine({tree, input, same}: {tree: Tree; input: Input; same: boolean}) {
    const words = useWords();
    const {t} = words;
    const number = (x: number | null) => words.value(x, Math.abs(x ?? 0) < 1 ? 1 : 5);
    const ranged = input.low !== null && input.high !== null && number(input.low) !== number(input.high);
    const voice = voiceOf(input, tree, words);
    const shape = (['uniform', 'triangular'] as const).find(s => s === input.shape);
    return (
        <tr>
            <th scope="row">{leafInWords(input.path, tree, words)}</th>
            <td class="n">{number(input.point)}</td>
            <td class="range">{ranged && <>{t('evidence.range', {low: number(input.low), high: number(input.high)})} <small>{shape ? t(`shape.${shape}`) : input.shape}</small></>}</td>
            <td>{input.support === 'unsupported' ? <strong class="lacking">{t('evidence.unsupported')}</strong> : same ? <span class="soft">{t('evidence.asAbove')}</span> : <Source input={input} />}</td>
            <td>{voice}</td>
        </tr>
    );
}

function Source({input}: {input: Input}) {
    const {t} = useWords();
    return (
        <>
            {input.cite.length > 0 && t('evidence.citedAt', {list: input.cite.join(', ')})}
            {input.cite.length > 0 && input.judgement && <br />}
            {input.judgement && <em>{input.cite.length ? input.judgement : t('evidence.judgedAs', {text: input.judgement})}</em>}
        </>
    );
}
