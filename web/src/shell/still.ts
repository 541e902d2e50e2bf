// SPDX-License-Identifier: Apache-2.0
// True where nothing can be moved: in a report. What the page folds away is open there, and handles are marks.
import {createContext} from 'preact';
import {useContext} from 'preact/hooks';

export const StillContext = createContext(false);

export function useStill(): boolean {
    return useContext(StillContext);
}
