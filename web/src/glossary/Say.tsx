// SPDX-License-Identifier: Apache-2.0
// A message whose marked words explain themselves, and whose marked numbers say where they come from.
import {askedIn} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import {useStill} from '../shell/still';
import {piecesOf, plain} from './marks';
import {isTerm, Term} from './Term';

export function Say({text}: {text: string}) {
    const still = useStill();
    if (still)
        return <>{plain(text)}</>;
    return <>{piecesOf(text).map((p, i) => typeof p === 'string' ? p : isTerm(p.term) ? <Term key={i} term={p.term}>{p.text}</Term> : <Number key={i} mark={p.term} text={p.text} />)}</>;
}

function Number({mark, text}: {mark: string; text: string}) {
    const of = askedIn(mark);
    return of ? <Asks of={of} text={text} /> : <>{text}</>;
}
