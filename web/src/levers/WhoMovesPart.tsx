// SPDX-License-Identifier: Apache-2.0
// The same table where the page says what moves an answer; a scenario without levers has none.
import type {Tree} from '../engine/tree';
import {Inquiring} from '../shell/Inquiring';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import type {LeverageTree} from './tree';
import {WhoMoves} from './WhoMoves';

export function WhoMovesPart({tree}: {tree: Tree}) {
    const {t} = useWords();
    const asked = useInquiry<LeverageTree>({kind: 'leverage'});
    if (asked.answer ? asked.answer.turns.length === 0 : asked.problem)
        return null;
    return (
        <div class={`part${asked.current ? '' : ' stale'}`} data-part="leverage" data-current={asked.current}>
            <h3>{t('levers.whoMoves')}</h3>
            <p class="soft lead-in">{t('levers.whoMovesNote')}</p>
            <Inquiring asked={asked} />
            {asked.answer && <WhoMoves tree={tree} own={asked.answer} />}
        </div>
    );
}
