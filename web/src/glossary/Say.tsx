// SPDX-License-Identifier: Apache-2.0
// A message whose marked words explain themselves.
import {useStill} from '../shell/still';
import {piecesOf, plain} from './marks';
import {isTerm, Term} from './Term';

export function Say({text}: {text: string}) {
    const still = useStill();
    if (still)
        return <>{plain(text)}</>;
    return <>{piecesOf(text).map((p, i) => typeof p === 'string' ? p : isTerm(p.term) ? <Term key={i} term={p.term}>{p.text}</Term> : p.text)}</>;
}
