// SPDX-License-Identifier: Apache-2.0
// Each input turned alone: asked first, being cheap. The shares of the spread are asked when it is there.
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {Inquiring} from '../shell/Inquiring';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import type {Sensitivity} from './answer';
import {Together} from './Together';
import {Tornado} from './Tornado';

export function OneByOne({tree, of}: {tree: Tree; of: string}) {
    const {model} = useWatched(useSession());
    const {t} = useWords();
    const asked = useInquiry<Sensitivity>({kind: 'sensitivity', of, method: 'tornado'});
    const {answer, current} = asked;
    return (
        <>
            <div class={`part${current ? '' : ' stale'}`} data-part="tornado" data-current={current}>
                <h3>{t('moves.alone')}</h3>
                <Inquiring asked={asked} says={t('moves.alone.asking')} />
                {answer && <Tornado tree={tree} answer={answer} model={model} />}
            </div>
            <Together key={of} tree={tree} of={of} ready={current} />
        </>
    );
}
