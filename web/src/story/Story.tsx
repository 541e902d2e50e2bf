// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, in words: a few lines beside the table, everything else behind them.
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {changesIn} from '../engine/variation';
import {Say} from '../glossary/Say';
import {plain} from '../glossary/marks';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import type {Words} from '../words/catalogue';
import './story.css';
import {tell, type Line, type Story as Lines} from './tell';

/* In sight: this share of it. */
const ENOUGH = 0.55;

const SIGNS: Record<string, string> = {better: 'up', worse: 'down'};

/** Nothing while the page is as the file. */
export function Story() {
    const {tree, base, model, variation} = useWatched(useSession(), 'tree', 'base', 'model', 'variation');
    const changes = changesIn(variation);
    return tree && base && base !== tree && changes > 0 ? <Told tree={tree} base={base} model={model} changes={changes} /> : null;
}

interface Props { tree: Tree; base: Tree; model: string | null; changes: number }

function Told({tree, base, model, changes}: Props) {
    const words = useWords();
    const {t} = words;
    const told = useMemo(() => tell(base, tree, model, words), [base, tree, model, words]);
    const [all, setAll] = useState(false);
    const box = useRef<HTMLElement>(null);
    const brief = told.lines.some(l => l.most > 0), hidden = told.lines.some(l => l.all.length > l.most);
    return (
        <>
            <section class="story" id="story" aria-labelledby="story-title" ref={box}>
                <h2 id="story-title">{words.tn('story.title', changes)}</h2>
                <ul aria-live="polite">
                    {!told.lines.length && <li>{t('story.nothing')}</li>}
                    {told.lines.length > 0 && !brief && <li>{t('story.drawsOnly')}</li>}
                    {told.lines.filter(l => all || l.most > 0).map(l => <OneLine key={l.id} line={l} told={told} all={all} onMore={() => setAll(true)} />)}
                </ul>
                {hidden && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'story.fewer' : 'story.everything')}</button>}
            </section>
            <Bar of={box} title={words.tn('story.title', changes)} text={firstOf(told, words)} />
        </>
    );
}

/** What the bar has room for. */
function firstOf(told: Lines, words: Words): string {
    const first = told.lines.filter(l => l.most > 0).slice(0, 2).map(l => `${words.t(l.title)} ${plain(l.all[0] ?? '')}${words.t('story.stop')}`);
    return first.length ? first.join(' ') : words.t(told.lines.length ? 'story.drawsOnly' : 'story.nothing');
}

function OneLine({line, told, all, onMore}: {line: Line; told: Lines; all: boolean; onMore: () => void}) {
    const {t} = useWords();
    const shown = all ? line.all : line.all.slice(0, line.most), more = line.all.length - shown.length;
    const last = told.lines.filter(l => l.id === 'better' || l.id === 'worse').pop() === line && !told.lines.some(l => l.id === 'some');
    return (
        <li class={SIGNS[line.id] ?? ''} data-kind={line.id}>
            <strong>{t(line.title)}</strong>{' '}
            <Say text={shown.join(t('story.joint'))} />
            {more > 0 && <>{t('story.joint')}<button type="button" class="link" onClick={onMore}>{t('story.more', {n: more})}</button></>}
            {t('story.stop')}{last && <> {t('story.even')}</>}
        </li>
    );
}

/** The first of it in a few lines, while the story itself is out of sight. */
function Bar({of, title, text}: {of: {current: HTMLElement | null}; title: string; text: string}) {
    const {t} = useWords();
    const [seen, setSeen] = useState<'in sight' | 'above' | 'below'>('in sight');
    useEffect(() => {
        const story = of.current;
        if (!story)
            return;
        const watch = new IntersectionObserver(([entry]) => setSeen(!entry || entry.intersectionRatio >= ENOUGH || entry.intersectionRect.height > innerHeight / 2 ? 'in sight' : entry.boundingClientRect.top < 0 ? 'above' : 'below'), {threshold: [0, ENOUGH]});
        watch.observe(story);
        return () => watch.disconnect();
    }, [of]);
    if (seen === 'in sight')
        return null;
    return (
        <button type="button" class={`story-bar ${seen}`} onClick={() => of.current?.scrollIntoView({block: 'center', behavior: 'smooth'})}>
            <strong>{title}</strong><span class="text">{text}</span><span class="visually-hidden">{t('story.toStory')}</span>
        </button>
    );
}
