import { type Amount, amountsIn } from '../claims/amounts.ts';

/** A figure a text states, with the words it stands in. Money in yuan. */
export interface Stated {
	value: number;
	words: string;
}

/** What a text says of 信息处理费; the first statement of each kind. */
export interface FeeWords {
	notices?: Stated;
	charged?: Stated;
	collected?: Stated;
	/** An amount of which it is not said whether it was charged or came in. */
	amount?: Stated;
	/** The words that deny any notice, or any fee at all. */
	deniesNotices?: string;
	/** The words that deny that any was collected. */
	deniesCollected?: string;
}

const about = /信息处理费|收取[^。]{0,12}费|收费|缴费|费用/;
/** Charges of another law, counted in table 2. */
const other = /行政事业性收费/g;
const negative = '(?:未|没有|没|无|零)';
const fee = '(?:信息处理费|收费|缴费|费用)';
/** What applicants left undone, and what is only a manner of collecting, deny nothing. */
const idioms = /违规|违反|乱收|超标|超出|逾期|未按|未缴|未在|无正当|无力|无误|无需|缴纳/;
const deniesNotices = [
	new RegExp(`${negative}[^，]{0,14}${fee}[^，]{0,4}通知`),
	new RegExp(
		`${negative}(?:有|产生|发生|涉及|出现|存在)?[^收取，]{0,8}${fee}(?:的)?(?:情况|事项|情形|行为|发生|产生)?$`,
	),
];
const deniesCollected = [
	new RegExp(`${negative}[^，]{0,12}(?:收取|收缴|征收|实收)`),
	new RegExp(`${fee}[^，]{0,8}为零$`),
	/^(?:均?为)?(?:无|零|没有)$/,
];

/** Reads what a text without blanks says of the fees: denials, notices and amounts, in digits or in Chinese numerals. */
export function feeWordsIn(text: string): FeeWords {
	const words: FeeWords = {};
	let wasAbout = false;
	for (const printed of text.split(/[。；;！？]/)) {
		const sentence = printed.replace(other, '');
		const isAbout = about.test(sentence);
		// A heading names the fees, the sentence below it need not do so again.
		if (isAbout || (wasAbout && /通知|元|收取|^无$|^没有$/.test(sentence))) readSentence(sentence, words);
		wasAbout = isAbout;
	}
	return words;
}

function readSentence(sentence: string, words: FeeWords): void {
	for (const amount of amountsIn(sentence)) readAmount(amount, sentence, words);
	for (const clause of sentence.split(/[，,：:、（）()]/)) {
		if (idioms.test(clause) || /\d/.test(clause.replace(/\d{4}年/g, ''))) continue;
		if (deniesNotices.some((pattern) => pattern.test(clause))) words.deniesNotices ??= clause;
		else if (deniesCollected.some((pattern) => pattern.test(clause))) words.deniesCollected ??= clause;
	}
}

function readAmount(
	{ value, unit, precision, lead, tail, start, end }: Amount,
	sentence: string,
	words: FeeWords,
): void {
	const clause = lead.split(/[，,、：:]/).at(-1) ?? '';
	if (precision !== 'exact' || /每|标准|超过|减免|免收|退|未缴|欠|逾期|尚/.test(clause) || /^[/／每]/.test(tail))
		return;
	const stated = {
		value: unit === '万元' ? Math.round(value * 1_000_000) / 100 : value,
		words: wordsOf(sentence, start, end),
	};
	if (/^[件份次]$/.test(unit)) {
		if (/通知(?:书|单)?(?:共|共计|总数|数)?$/.test(clause) || /^(?:信息处理费)?(?:的)?(?:收费|缴费)通知/.test(tail))
			words.notices ??= stated;
	} else if (/元$/.test(unit)) {
		if (/实际|实收|已缴|已收|到账|入库/.test(clause)) words.collected ??= stated;
		else if (/收取|收缴|征收/.test(clause)) words.amount ??= stated;
		else if (/金额|应收|应缴|通知|合计|共计/.test(clause)) words.charged ??= stated;
	}
}

/** The clause a figure stands in. */
function wordsOf(sentence: string, start: number, end: number): string {
	const before =
		sentence
			.slice(0, start)
			.split(/[，,、：:]/)
			.at(-1) ?? '';
	return `${before}${sentence.slice(start, end)}`;
}
