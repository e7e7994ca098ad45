import { remembered } from './remembered.ts';

/**
 * Characters that look like ordinary ones and are not. Fonts embedded in PDFs map some glyphs to radical blocks;
 * NFKC folds the Kangxi block (U+2F00–2FD5) but leaves most of the CJK Radicals Supplement alone.
 */
const radicals: Record<string, string> = Object.fromEntries(
	Array.from(
		'⺠民⺟母⻄西⻅见⻆角⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻉贝⻁虎⻑長⻟食⻨麦⻙韦⻐金⻏阝⻖阝⺁厂⺌小⺍小⺕彐⺩王⺬示⺮竹⺰纟⺲罒⺳网⺶羊⺷羊⺻聿⺼肉⺾艹⻂衤⻈讠⻌辶⻎辶⻗雨⻫齐⻯龙',
	).reduce<[string, string][]>((pairs, ch, i, all) => {
		if (i % 2 === 0) pairs.push([ch, all[i + 1] ?? ch]);
		return pairs;
	}, []),
);

const odd = /[\u2e80-\u2fd5\uf900-\ufaff０-９Ａ-Ｚａ-ｚ．％＋]/g;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;

const special = new RegExp(`${invisible.source}|${odd.source}`);

/**
 * One spelling for what people cannot tell apart: full-width digits and letters become half-width, radical characters
 * become the characters they stand for, invisible characters go. Chinese punctuation and all spacing stay as printed.
 */
export function normalise(text: string): string {
	// Most texts have nothing of the kind: looking once is cheaper than replacing twice.
	if (!special.test(text)) return text;
	return text.replace(invisible, '').replace(odd, (ch) => radicals[ch] ?? ch.normalize('NFKC'));
}

const wide = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·';
const spaceBetween = new RegExp(
	`(?<=[${wide}0-9A-Za-z%.,/:;()-])\\s+(?=[${wide}])|(?<=[${wide}])\\s+(?=[${wide}0-9A-Za-z(-])`,
	'g',
);

/** Takes out the blanks that typesetting or a PDF left inside Chinese text; blanks between Latin words stay. */
export function joinWords(text: string): string {
	if (!/\s/.test(text)) return text;
	return text
		.replace(/[\s\u00a0\u3000]+/g, ' ')
		.replace(spaceBetween, '')
		.trim();
}

/** Text without any blank at all. */
export function squeeze(text: string): string {
	return normalise(text).replace(/[\s\u00a0\u3000\u2000-\u200a]+/g, '');
}

const ordinal =
	/^(?:[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.．、）)])/;

/** Text without blanks and without the ordinals in front of it. */
export function withoutOrdinals(text: string): string {
	let rest = squeeze(text);
	for (let m = ordinal.exec(rest); m; m = ordinal.exec(rest)) rest = rest.slice(m[0].length);
	return rest;
}

/** Label text as a key for comparison: no ordinals in front, no blanks, no punctuation, one spelling for 其它/其他. */
export function keyOf(text: string): string {
	return isFigure(text) ? '' : rememberedKey(text);
}

const rememberedKey = remembered((text) => lettersOf(withoutOrdinals(text)));

/** A short text of digits and punctuation: most cells of most tables, which hold no label. */
export function isFigure(text: string): boolean {
	if (text.length > 6) return false;
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x40) return false;
	return true;
}

/** Only what carries a label's meaning: Han characters and letters; digits, punctuation and blanks go. */
export function lettersOf(text: string): string {
	return text
		.replace(/[^\u3400-\u9fffA-Za-z]/g, '')
		.replaceAll('其它', '其他')
		.replaceAll('或者', '或');
}
