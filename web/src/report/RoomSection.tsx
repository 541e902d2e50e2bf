// SPDX-License-Identifier: Apache-2.0
// The table: the picture, what its marks mean, and who is where in words.
import type {Tree} from '../engine/tree';
import {Affected} from '../table/Affected';
import {Key} from '../table/Key';
import {Places} from '../table/Places';
import {StillPicture} from '../table/StillPicture';
import {useWords} from '../words/context';

export function RoomSection({tree}: {tree: Tree}) {
    const {t} = useWords();
    return (
        <section class="view room-part" aria-labelledby="room-title">
            <header><h2 id="room-title">{t('room.title')}</h2></header>
            <div class="side-by-side">
                <figure><StillPicture tree={tree} /><Key /></figure>
                <div><Places tree={tree} /><Affected tree={tree} model={null} /></div>
            </div>
        </section>
    );
}
