// SPDX-License-Identifier: Apache-2.0
// More of the same in numbers: folded away on the page, open in a report.
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {useStill} from './still';

interface Props { title: string; children: ComponentChildren; level?: 3 | 4 }

export function More({title, children, level = 3}: Props) {
    const still = useStill();
    const [open, setOpen] = useState(false);
    const Heading = level === 3 ? 'h3' : 'h4';
    if (still)
        return <div class="more"><Heading>{title}</Heading>{children}</div>;
    /* What is folded is not drawn: a session redraws while a hand moves. */
    return (
        <details class="more" open={open} onToggle={e => setOpen(e.currentTarget.open)}>
            <summary>{title}</summary>
            {open && children}
        </details>
    );
}
