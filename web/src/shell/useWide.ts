// SPDX-License-Identifier: Apache-2.0
// True where the window has room for a third column (app.css has the same width).
import {useEffect, useState} from 'preact/hooks';

const WIDE = '(min-width: 112rem)';

export function useWide(): boolean {
    const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
    useEffect(() => {
        const query = matchMedia(WIDE);
        const read = () => setWide(query.matches);
        query.addEventListener('change', read);
        return () => query.removeEventListener('change', read);
    }, []);
    return wide;
}
