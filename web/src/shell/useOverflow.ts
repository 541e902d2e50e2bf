// SPDX-License-Identifier: Apache-2.0
// Whether a strip that scrolls sideways holds more at its left or right end.
import {useLayoutEffect, useRef, useState} from 'preact/hooks';

export interface More { back: boolean; next: boolean }

/* So many pixels count as the end. */
const SLACK = 2;

export function useOverflow<E extends HTMLElement>(of: unknown) {
    const ref = useRef<E>(null);
    const [more, setMore] = useState<More>({back: false, next: false});
    const look = () => {
        const e = ref.current;
        if (!e)
            return;
        const back = e.scrollLeft > SLACK, next = e.scrollLeft + e.clientWidth < e.scrollWidth - SLACK;
        setMore(was => was.back === back && was.next === next ? was : {back, next});
    };
    useLayoutEffect(() => {
        const e = ref.current;
        if (!e)
            return;
        look();
        const watch = new ResizeObserver(look);
        watch.observe(e);
        return () => watch.disconnect();
    }, [of]);
    return {ref, more, look};
}
