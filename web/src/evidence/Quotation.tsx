// SPDX-License-Identifier: Apache-2.0
// The cited words, marked in the text around them, where the document is at hand.
import {useEffect, useState} from 'preact/hooks';
import {useSession} from '../shell/context';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {cutPassage, parseCite, sourceInWords, type Cut} from './cite';

/** Code points asked for on either side. */
export const AROUND = 120;

export function Quotation({cite}: {cite: string}) {
    const session = useSession();
    const still = useStill();
    const words = useWords();
    const {t} = words;
    const [cut, setCut] = useState<Cut | null | 'asking'>('asking');
    const {scenario, tree} = session.state;
    const document = tree?.documents?.find(d => d.id === parseCite(cite)?.document);
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
            <footer class="soft">
                {sourceInWords(document, cite, words)} ·{' '}
                <code>{cite}</code>{cut === null && !still && <> · {t(session.engine.kind === 'worker' ? 'evidence.noQuoteSaved' : 'evidence.noQuote')}</>}
            </footer>
        </blockquote>
    );
}
