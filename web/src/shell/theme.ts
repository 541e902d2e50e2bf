// SPDX-License-Identifier: Apache-2.0
// Light or dark: as the system has it, or as chosen here.
import {useEffect, useState} from 'preact/hooks';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

function remembered(): Theme {
    try {
        const kept = localStorage.getItem('summitry-theme');
        return THEMES.find(t => t === kept) ?? 'auto';
    } catch {
        return 'auto';
    }
}

export function useTheme(): [Theme, (t: Theme) => void] {
    const [theme, setTheme] = useState<Theme>(remembered);
    useEffect(() => {
        const dark = matchMedia('(prefers-color-scheme: dark)');
        const show = () => { document.documentElement.dataset['theme'] = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme; };
        show();
        dark.addEventListener('change', show);
        try {
            localStorage.setItem('summitry-theme', theme);
        } catch { /* a page opened from a file may remember nothing */ }
        return () => dark.removeEventListener('change', show);
    }, [theme]);
    return [theme, setTheme];
}
