// SPDX-License-Identifier: Apache-2.0
// True while the page is being printed: then every view is there, not the chosen one alone.
import {options} from 'preact';
import {useEffect, useState} from 'preact/hooks';

export function usePrinting(): boolean {
    const [printing, setPrinting] = useState(false);
    useEffect(() => {
        const print = matchMedia('print');
        /* The sheet is laid out when the event returns, so what changes must be drawn before. */
        const now = (on: boolean) => {
            const kept = {...options};
            options.debounceRendering = draw => draw();
            setPrinting(on);
            delete options.debounceRendering;
            Object.assign(options, kept);
        };
        const before = () => now(true), after = () => now(false), change = () => now(print.matches);
        addEventListener('beforeprint', before);
        addEventListener('afterprint', after);
        print.addEventListener('change', change);
        return () => {
            removeEventListener('beforeprint', before);
            removeEventListener('afterprint', after);
            print.removeEventListener('change', change);
        };
    }, []);
    return printing;
}
