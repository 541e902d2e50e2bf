// SPDX-License-Identifier: Apache-2.0
// The inputs that move a number most: turned one by one where the engine can be asked, else what the tree knows.
import type {Input, Tree} from '../engine/tree';
import type {Sensitivity} from '../sensitivity/answer';
import {pointOf, tornadoRows} from '../sensitivity/rows';
import {unitOf} from '../sensitivity/unit';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import {InputLine} from './InputLine';
import type {Told} from './told';

const MOST = 8;

interface Props { tree: Tree; told: Told; model: string | null; onOpen: (input: Input, title: string) => void }

export function MovesIt({of, ...props}: Props & {of: string}) {
    const {tree, model, onOpen} = props;
    const words = useWords();
    const {t} = words;
    const asked = useInquiry<Sensitivity>({kind: 'sensitivity', of, method: 'tornado'});
    if (asked.problem)
        return <Known {...props} />;
    if (!asked.answer || !asked.current)
        return <><h3>{t('asked.most')}</h3><p class="soft" role="status">{t('asked.looking')}</p></>;
    const rows = tornadoRows(asked.answer, model).slice(0, MOST), unit = unitOf(asked.answer.question, words);
    const point = pointOf(asked.answer, model), says = model === null ? 'asked.mostSays' : 'asked.mostSaysOne';
    return (
        <div class="moves-it" data-moves={of}>
            <h3>{t('asked.most')}</h3>
            <p class="soft">{rows.length && point !== null ? t(says, {x: unit.say(point)}) : t('asked.nothing')}</p>
            <ul class="inputs">
                {rows.flatMap(r => tree.inputs.filter(i => r.factor.inputs.includes(i.path)).map(i => (
                    <InputLine key={i.path} tree={tree} input={i} onOpen={title => onOpen(i, title)}>{t('asked.ends', {low: unit.say(r.atLow), high: unit.say(r.atHigh)})}</InputLine>
                )))}
            </ul>
        </div>
    );
}

export function Known({tree, told, onOpen}: Props) {
    const {t} = useWords();
    const inputs = (told.most?.paths ?? []).flatMap(p => tree.inputs.find(i => i.path === p) ?? []).slice(0, MOST);
    if (!told.most || !inputs.length)
        return null;
    return (
        <>
            <h3>{t(told.most.title)}</h3>
            <ul class="inputs">{inputs.map(i => <InputLine key={i.path} tree={tree} input={i} onOpen={title => onOpen(i, title)} />)}</ul>
        </>
    );
}
