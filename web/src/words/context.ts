// SPDX-License-Identifier: Apache-2.0
// The words of the language chosen, for every component below.
import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import {makeWords, type Words} from './catalogue';

export const WordsContext = createContext<Words>(makeWords('en'));

export function useWords(): Words {
    return useContext(WordsContext);
}
