// SPDX-License-Identifier: Apache-2.0
// Citations as the scenario writes them, "document@start-end" in code points, and the words they mark in a passage.
import type {Passage} from '../engine/engine';
import type {SourceDocument} from '../engine/tree';
import type {Words} from '../words/catalogue';

export interface CitePlace { document: string; start: number; end: number }
export interface Cut { before: string; exact: string; after: string; lang: string | null }

export function parseCite(cite: string): CitePlace | null {
    const found = /^([a-z][a-z0-9_-]*)@(\d+)-(\d+)$/.exec(cite);
    const [, document, start, end] = found ?? [];
    return document && start && end ? {document, start: Number(start), end: Number(end)} : null;
}

/** Code points, not UTF-16 units: a character outside the basic plane counts once. */
export function cutPassage(passage: Passage, place: CitePlace): Cut {
    const points = Array.from(passage.text);
    const from = Math.max(0, place.start - passage.from), to = Math.max(from, place.end - passage.from);
    const before = points.slice(0, from).join(''), after = points.slice(to).join('');
    return {
        /* Whole sentences around it, where the passage holds them. */
        before: before.replace(/^[\s\S]*[\n。！？]/u, '').replace(/^\s+/, ''),
        exact: points.slice(from, to).join(''),
        after: (/^[\s\S]*?[\n。！？]/u.exec(after)?.[0] ?? after).trimEnd(),
        lang: passage.lang,
    };
}

/** Which document, of what day, in what language: "Commentary, 16 August 2025 (in Chinese)". */
export function sourceInWords(document: SourceDocument | undefined, cite: string, words: Words): string {
    const title = document?.title ?? parseCite(cite)?.document ?? cite;
    const dated = document?.date ? words.t('evidence.from', {title, date: words.date(document.date)}) : title;
    const language = document?.lang ? new Intl.DisplayNames([words.lang], {type: 'language'}).of(document.lang) : null;
    return language ? words.t('evidence.fromIn', {source: dated, language: words.t('evidence.inLanguage', {language})}) : dated;
}
