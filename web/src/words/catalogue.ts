// SPDX-License-Identifier: Apache-2.0
// Messages by language, filled in; numbers and dates by locale. Another language is one file and one line here.
import en, {type Key, type Message} from './en';
import zhHant from './zh-Hant';

export const LANGUAGES = {
    'en': {name: 'English', words: en},
    'zh-Hant': {name: '繁體中文', words: zhHant},
} as const satisfies Record<string, {name: string; words: Record<Key, Message>}>;

export type Lang = keyof typeof LANGUAGES;

export function isLang(tag: string): tag is Lang {
    return tag in LANGUAGES;
}

/** The language of the interface for the tags that a reader prefers, best first. */
export function nearestLang(tags: readonly string[]): Lang {
    for (const tag of tags) {
        if (/^zh(-|$)/i.test(tag))
            return 'zh-Hant';
        if (/^en(-|$)/i.test(tag))
            return 'en';
    }
    return 'en';
}

export type Filling = Readonly<Record<string, string | number>>;

const DAY_MS = 86_400_000;
const MINUS = '\u2212';

export interface Words {
    readonly lang: Lang;
    readonly t: (key: Key, filling?: Filling) => string;
    /** By number: `n` chooses the form and fills {n}. */
    readonly tn: (key: Key, n: number, filling?: Filling) => string;
    /** Points with their sign: +19, −22, 0. */
    readonly points: (x: number | null | undefined) => string;
    /** A value in its own unit. */
    readonly value: (x: number | null | undefined, span?: number) => string;
    /** A value beside another one, with the digits that tell them apart. */
    readonly near: (x: number, other: number, span?: number) => string;
    readonly count: (n: number) => string;
    /** With so many decimals: 21.0. */
    readonly decimal: (x: number | null | undefined, digits: number) => string;
    readonly signedDecimal: (x: number | null | undefined, digits: number) => string;
    /** Odds: 7 %, <1 %. */
    readonly odds: (p: number | null | undefined) => string;
    readonly date: (iso: string | null) => string;
    /** A tick of an axis that spans so many milliseconds. */
    readonly tick: (at: Date, span: number) => string;
    readonly monthOf: (iso: string) => string;
    readonly list: (names: readonly string[]) => string;
}

export const NONE_TEXT = '–';

export function makeWords(lang: Lang): Words {
    const words: Record<Key, Message> = LANGUAGES[lang].words;
    const plural = new Intl.PluralRules(lang);
    const whole = new Intl.NumberFormat(lang, {maximumFractionDigits: 0});
    const signed = new Intl.NumberFormat(lang, {maximumFractionDigits: 0, signDisplay: 'exceptZero'});
    const percent = new Intl.NumberFormat(lang, {style: 'percent', maximumFractionDigits: 0});
    const day = new Intl.DateTimeFormat(lang, {dateStyle: 'long', timeZone: 'UTC'});
    const year = new Intl.DateTimeFormat(lang, {year: 'numeric', timeZone: 'UTC'});
    const month = new Intl.DateTimeFormat(lang, {month: 'short', timeZone: 'UTC'});
    const monthYear = new Intl.DateTimeFormat(lang, {month: 'short', year: 'numeric', timeZone: 'UTC'});
    const dayMonth = new Intl.DateTimeFormat(lang, {month: 'short', day: 'numeric', timeZone: 'UTC'});
    const listed = new Intl.ListFormat(lang, {type: 'conjunction'});
    const fill = (text: string, filling: Filling) =>
        text.replace(/\{(\w+)\}/g, (all, name: string) => {
            const x = filling[name];
            return x === undefined ? all : typeof x === 'number' ? whole.format(x) : x;
        });
    const decimals = (x: number | null | undefined, digits: number, signDisplay: 'auto' | 'exceptZero') =>
        x == null ? NONE_TEXT : new Intl.NumberFormat(lang, {minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay}).format(x).replace('-', MINUS);
    const pick = (message: Message, n: number) =>
        typeof message === 'string' ? message : plural.select(n) === 'one' ? message.one : message.other;
    const tn = (key: Key, n: number, filling: Filling = {}) => fill(pick(words[key], n), {n, ...filling});
    return {
        lang,
        t: (key, filling = {}) => fill(pick(words[key], 2), filling),
        tn,
        points: x => x == null ? NONE_TEXT : signed.format(x).replace('-', MINUS),
        value: (x, span = 100) => {
            if (x == null)
                return NONE_TEXT;
            const digits = span >= 20 ? 0 : span >= 2 ? 1 : 2;
            return new Intl.NumberFormat(lang, {maximumFractionDigits: digits}).format(x).replace('-', MINUS);
        },
        near: (x, other, span = 100) => {
            const wide = span >= 20 ? 0 : span >= 2 ? 1 : 2;
            const far = x === other ? 0 : Math.ceil(-Math.log10(Math.abs(x - other)) + 0.3);
            return new Intl.NumberFormat(lang, {maximumFractionDigits: Math.min(6, Math.max(wide, far))}).format(x).replace('-', MINUS);
        },
        count: n => whole.format(n),
        decimal: (x, digits) => decimals(x, digits, 'auto'),
        signedDecimal: (x, digits) => decimals(x, digits, 'exceptZero'),
        odds: p => {
            if (p == null)
                return NONE_TEXT;
            if (p > 0 && p < 0.01)
                return `<${percent.format(0.01)}`;
            if (p < 1 && p > 0.99)
                return `>${percent.format(0.99)}`;
            return percent.format(p);
        },
        date: iso => {
            if (!iso)
                return NONE_TEXT;
            const at = new Date(`${iso}T00:00:00Z`);
            return Number.isNaN(at.getTime()) ? iso : day.format(at);
        },
        tick: (at, span) => {
            const form = at.getUTCDate() !== 1 ? dayMonth : at.getUTCMonth() !== 0 ? month : year;
            return (span > 700 * DAY_MS && form !== year ? monthYear : form).format(at);
        },
        monthOf: iso => monthYear.format(new Date(`${iso}T00:00:00Z`)),
        list: names => listed.format(names),
    };
}
