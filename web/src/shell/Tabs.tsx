// SPDX-License-Identifier: Apache-2.0
// The views, one at a time on the screen and all of them on paper.
import {useWords} from '../words/context';
import {useSession, useWatched} from './context';
import {memo} from './memo';
import {Shielded} from './Shielded';
import {TabBar} from './TabBar';
import {VIEWS} from './views';

interface Props { all: boolean; without: string | null }

export const Tabs = memo(function Tabs({all, without}: Props) {
    const session = useSession(), {t} = useWords();
    const {tab, tree} = useWatched(session, 'tab', 'tree');
    if (!tree)
        return null;
    const views = VIEWS.filter(v => v.when(tree) && v.id !== without);
    const chosen = views.find(v => v.id === tab) ?? views[0];
    return (
        <>
            <TabBar views={views} chosen={chosen} />
            {views.filter(v => all || v === chosen).map(v => (
                <div role="tabpanel" key={v.id} id={`view-${v.id}`} aria-labelledby={`tab-${v.id}`}><Shielded name={t(v.title)} at={tree}><v.Component tree={tree} /></Shielded></div>
            ))}
        </>
    );
});
