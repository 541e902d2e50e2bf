// SPDX-License-Identifier: Apache-2.0
// The cited words, marked in the text around them, where the document is at hand.
import {useEffect, useState} from 'preact/hooks';
import {useSession} from '../shell/context';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {cutPassage, parseCite, type Cut} from './cite';

const AROUND = 120;

export function Quotation({cite}: {cite: string}) {
    const session = useSession();
    const still = useStill();
    const {t} = useWords();
    const [cut, setCut] = useState<Cut | null | 'asking'>('asking');
    const {scenario} = session.state;
    useEffect(() => {
        let current = true;
        const place = parseCite(cite);
        const asked = place && scenario ? session.engine.passage?.(scenario, place.document, Math.max(0, place.start - AROUND), place.end + AROUND) : undefined;
        setCut(asked ? 'asking' : null);
        asked?.then(p => { if (current) setCut(p && place ? cutPassage(p, place) : null); }, () => { if (current) setCut(null); });
        return () => { current = false; };
    }, [cite, scenario, session]);
    return (
        <blockquote>
            {cut && cut !== 'asking' && <p lang={cut.lang ?? undefined} class="words">{cut.before}<mark>{cut.exact}</mark>{cut.after}</p>}
            <footer class="soft"><code>{cite}</code>{cut === null && !still && <> · {t('evidence.noQuote')}</>}</footer>
        </blockquote>
    );
}
