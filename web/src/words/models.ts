// SPDX-License-Identifier: Apache-2.0
// Short names of the models, and their sentences in languages in which the engine has none.
import type {Model, Tree} from '../engine/tree';
import type {Lang} from './catalogue';

interface Said { label: string; assumes: string }

const ZH_HANT: Record<string, Said> = {
    mean: {label: '折衷', assumes: '各方都退一點，退多少看實力與在意程度。'},
    median: {label: '中位投票', assumes: '提案兩兩表決，直到一個提案勝過其餘。'},
    mode: {label: '多數', assumes: '最強的一方如願，無人相讓。'},
    challenge: {label: '挑戰', assumes: '行為者向自認可勝者施壓，一輪接一輪。'},
    nash: {label: '納許談判', assumes: '各方同意使各自優於「談不成」之得益乘積最大的方案；實力即談判力。'},
    kalai_smorodinsky: {label: '卡萊—斯莫羅丁斯基', assumes: '人人得到自己最大期望的同一比例，讓步才算公平。'},
    egalitarian: {label: '均等', assumes: '人人比談不成多得同樣多，除非再多給一人便有人少得。'},
    utilitarian: {label: '總和', assumes: '取效用總和（按實力加權）最大的方案，不論誰吃虧。'},
    condorcet: {label: '機率孔多塞', assumes: '在各方立場之間兩兩表決，越強越在意者越可能勝出。'},
    exchange: {label: '立場交換', assumes: '兩方在兩個議題上互換讓步，雙方得益相等；其後按分量折衷。'},
    smp: {label: '空間協商', assumes: '各方在所有議題上一併互相挑戰，達成最有勢力支持的協議，直到少有人再動。'},
    agenda_setter: {label: '提案者', assumes: '一方寫定文本；其餘只能接受，或維持現狀。'},
    veto: {label: '否決者', assumes: '除非每個否決者都寧可不要現狀，否則什麼都不動。'},
    quota: {label: '條件多數決', assumes: '現狀移動到所需的最後一票願意到達之處。'},
    two_level: {label: '雙層賽局', assumes: '領導人只談國內所需各方都接受的方案。'},
    heaped: {label: '聚點折衷', assumes: '結果靠近折衷，多半落在某方的立場上。'},
};

const SAID: Partial<Record<Lang, Record<string, Said>>> = {'zh-Hant': ZH_HANT};

/** "Compromise (weighted mean)" -> "Compromise", "Nash bargaining solution" -> "Nash bargaining". */
export function modelLabel(model: Pick<Model, 'id' | 'title'>, lang: Lang): string {
    const said = SAID[lang]?.[model.id];
    return said?.label ?? model.title.replace(/ \(.*$/, '').replace(/ (solution|model)$/, '');
}

export function modelAssumes(model: Pick<Model, 'id' | 'assumes'>, lang: Lang): string {
    return SAID[lang]?.[model.id]?.assumes ?? model.assumes;
}

export function labelOf(tree: Pick<Tree, 'models'>, id: string, lang: Lang): string {
    const model = tree.models.find(m => m.id === id);
    return model ? modelLabel(model, lang) : id;
}

/** The full title in English; its short name in languages in which the engine has no title. */
export function titleIn(tree: Pick<Tree, 'models'>, id: string, lang: Lang): string {
    return lang === 'en' ? tree.models.find(m => m.id === id)?.title ?? id : labelOf(tree, id, lang);
}
