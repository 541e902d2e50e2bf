// SPDX-License-Identifier: Apache-2.0
// How wide an element is, now and whenever that changes.
import {useLayoutEffect, useRef, useState} from 'preact/hooks';

export function useWidth<E extends HTMLElement>(first: number) {
    const ref = useRef<E>(null);
    const [width, setWidth] = useState(first);
    useLayoutEffect(() => {
        const element = ref.current;
        if (!element)
            return;
        const read = () => setWidth(Math.max(240, Math.round(element.getBoundingClientRect().width)));
        read();
        const watch = new ResizeObserver(read);
        watch.observe(element);
        return () => watch.disconnect();
    }, []);
    return {ref, width};
}
