// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, in words: a headline beside the table, a few lines, everything else behind them.
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {changesIn, keyOf, tableOf} from '../engine/variation';
import {Say} from '../glossary/Say';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import './story.css';
import {tell, type Line} from './tell';

/* In sight: this share of the headline. */
const ENOUGH = 0.55;

const SIGNS: Record<string, string> = {better: 'up', worse: 'down'};

/** Nothing while the page is as the file. */
export function Story() {
    const {tree, base, model, variation} = useWatched(useSession(), 'tree', 'base', 'model', 'variation');
    const changes = changesIn(variation, base && tableOf(base.table));
    return tree && base && base !== tree && changes > 0 ? <Told tree={tree} base={base} model={model} changes={changes} of={keyOf(variation)} /> : null;
}

interface Props { tree: Tree; base: Tree; model: string | null; changes: number; /** Another one is another move. */ of: string }

function Told({tree, base, model, changes, of}: Props) {
    const words = useWords();
    const {t} = words;
    const told = useMemo(() => tell(base, tree, model, words, changes), [base, tree, model, words, changes]);
    const [all, setAll] = useState(false);
    useEffect(() => setAll(false), [of]);
    const head = useRef<HTMLDivElement>(null);
    const {lines, headline} = told;
    const shown = lines.filter(l => all ? !l.brief : l.most > 0), hidden = lines.some(l => !l.brief && l.all.length > l.most);
    return (
        <>
            <section class="story" id="story" aria-labelledby="story-title">
                <h2 id="story-title">{words.tn('story.title', changes)}</h2>
                <div class="headline" aria-live="polite" ref={head}>
                    <p class="first">{lines.length ? <Say text={headline.first} /> : t('story.nothing')}</p>
                    {lines.length > 0 && headline.others.map(s => <p key={s}><Say text={s} /></p>)}
                </div>
                {headline.notes.map(s => <p class="note soft" key={s}>{s}</p>)}
                <ul>
                    {lines.length > 0 && !lines.some(l => l.most > 0) && <li>{t('story.drawsOnly')}</li>}
                    {shown.map(l => <OneLine key={l.id} line={l} all={all} onMore={() => setAll(true)} />)}
                </ul>
                {hidden && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'story.fewer' : 'story.everything')}</button>}
            </section>
            <Bar of={head} text={lines.length ? headline.short : t('story.nothing')} />
        </>
    );
}

function OneLine({line, all, onMore}: {line: Line; all: boolean; onMore: () => void}) {
    const {t} = useWords();
    const shown = all ? line.all : line.all.slice(0, line.most), more = line.all.length - shown.length;
    return (
        <li class={SIGNS[line.id] ?? ''} data-kind={line.id}>
            <strong>{t(line.title)}</strong>{' '}
            <Say text={shown.join(t('story.joint'))} />
            {more > 0 && <>{t('story.joint')}<button type="button" class="link" onClick={onMore}>{t('story.more', {n: more})}</button></>}
            {t('story.stop')}
        </li>
    );
}

/** The most important of it in one line, while the headline itself is out of sight: it leads there. */
function Bar({of, text}: {of: {current: HTMLElement | null}; text: string}) {
    const {t} = useWords();
    const [seen, setSeen] = useState<'in sight' | 'above' | 'below'>('in sight');
    useEffect(() => {
        const headline = of.current;
        if (!headline)
            return;
        const watch = new IntersectionObserver(([entry]) => setSeen(!entry || entry.intersectionRatio >= ENOUGH ? 'in sight' : entry.boundingClientRect.top < 0 ? 'above' : 'below'), {threshold: [0, ENOUGH]});
        watch.observe(headline);
        return () => watch.disconnect();
    }, [of]);
    if (seen === 'in sight')
        return null;
    return (
        <button type="button" class={`story-bar ${seen}`} onClick={() => of.current?.scrollIntoView({block: 'center', behavior: 'smooth'})}>
            <strong class="text">{text}</strong><span class="way" aria-hidden="true">{seen === 'above' ? '↑' : '↓'}</span><span class="visually-hidden">{t('story.toStory')}</span>
        </button>
    );
}
