// SPDX-License-Identifier: Apache-2.0
// A component that is drawn again only when what it is given differs.
import {Component, createElement, type FunctionComponent} from 'preact';

export function memo<P extends object>(drawn: FunctionComponent<P>): new () => Component<P> {
    return class extends Component<P> {
        override shouldComponentUpdate(next: Readonly<P>): boolean {
            const now = this.props as Readonly<P>;
            const keys = Object.keys(next) as (keyof P)[];
            return keys.length !== Object.keys(now).length || keys.some(k => next[k] !== now[k]);
        }
        override render() {
            return createElement(drawn, this.props as P);
        }
    };
}
