// SPDX-License-Identifier: Apache-2.0
// Sentences that the engine says in English only, in the languages of the page; what is not known here stays as it is.
import type {Lang} from './catalogue';

const SAID: Partial<Record<Lang, Record<string, string>>> = {
    'zh-Hant': {
        'decisions of the European Union (DEU III)': '歐洲聯盟的決定（DEU III）',
        'each proposal forecast by a fit to the others': '每項提案皆由其他提案所擬合者預測',
        'Those were single issues, decided inside an institution: of other talks this says nothing.': '那些是體制內決定的單一議題：對其他談判，這份紀錄什麼也沒有說。',
        'averages by weight': '按分量取平均',
        'bargaining over no deal': '以談不成為底的議價',
        'coercion by capability': '憑實力施壓',
        'greatest total utility': '效用總和最大',
        'trade between issues': '議題之間的交換',
        'votes by weight': '按分量表決',
        'votes under a procedure': '依程序表決',
        'no variance: nothing that varies moves the answer': '沒有差異：會變動的都不影響答案',
        'the answer is undefined wherever it was asked for': '凡所問之處答案皆未定義',
        'the answer is undefined at the points': '輸入取其點值時答案未定義',
        'needs a status quo, which these issues lack': '需要現狀，而這些議題沒有',
        'needs a procedure, which a table of decisions does not hold': '需要程序，而決定的表中沒有',
        'needs ratifiers, which a table of decisions does not hold': '需要批准者，而決定的表中沒有',
        'uniform': '均等',
        'conditional': '條件',
        'incentive': '誘因',
        'ranking': '排序',
        'the model gives no answer': '此模型沒有答案',
    },
};

export function said(text: string, lang: Lang): string {
    return SAID[lang]?.[text] ?? text;
}
