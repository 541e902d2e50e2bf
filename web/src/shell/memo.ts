// SPDX-License-Identifier: Apache-2.0
// A component that is drawn again only when what it is given, or reads of the state, differs.
import {createElement, type FunctionComponent, type VNode} from 'preact';
import {useRef} from 'preact/hooks';

export function memo<P extends object>(drawn: FunctionComponent<P>): (props: P) => VNode {
    return function Memo(props: P) {
        const last = useRef<{of: P; node: VNode} | null>(null);
        /* The same node again means that nothing below is looked at. */
        if (!last.current || differ(last.current.of, props))
            last.current = {of: props, node: createElement(drawn, props) as VNode};
        return last.current.node;
    };
}

function differ<P extends object>(a: P, b: P): boolean {
    const keys = Object.keys(b) as (keyof P)[];
    return keys.length !== Object.keys(a).length || keys.some(k => a[k] !== b[k]);
}
