// SPDX-License-Identifier: Apache-2.0
// What a report is of: how its tree is read, what stands above, and its parts from top to bottom.
import type {VNode} from 'preact';
import {normal} from '../engine/normal';
import type {Tree} from '../engine/tree';
import type {Key} from '../words/en';

/** `tree`: whose scenario, actors and issues it is about; `own`: all that the file holds. */
export interface PartProps<T> { tree: Tree; own: T }

type View<T> = (props: PartProps<T>) => VNode | null;

export interface Part<T> {
    id: string;
    title: Key;
    Component: View<T>;
    /** Whether the tree has what it shows; absent: always. */
    when?: (props: PartProps<T>) => boolean;
}

export interface Kind<T> {
    /** In place of a scenario's title, where the tree is of none. */
    heading?: Key;
    /** SHA-256 of what was read, where that is no scenario. */
    hash?: (own: T) => string;
    /** Below the title: what kind of answer this is. */
    about: Key;
    /** Whether there is anything to show; absent: always. */
    answered?: (props: PartProps<T>) => boolean;
    /** The answer in sentences. */
    Opening?: View<T>;
    parts: Part<T>[];
}

/** A kind as the registry holds it: what its tree looks like is its own affair. */
export type AnyKind = Kind<never>;

export function propsOf<T>(raw: T): PartProps<T> {
    return {tree: normal(raw as unknown as Tree), own: raw};
}
