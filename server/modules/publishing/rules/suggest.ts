const SUMMARY_MOST = 120;
const SHORTEST = 12;

/** A salutation, a lead-in, a heading, a signature: says nothing of what is written. */
const EMPTY_LINES = [
	/[：:]$/,
	/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十百]+[章节])/,
	/^\d{4}年\d{1,2}月\d{1,2}日$/,
	/(?:如下|通知)[：:。]?$/,
];
/** 第一条　 and the like stand before what is said. */
const ARTICLE = /^(?:第[一二三四五六七八九十百]+条|\d+[.．、])[\s\u3000]*/;

/** The first sentences of a text that say something, to some 120 characters; empty when there are none. */
export function summaryOf(plain: string): string {
	let summary = '';
	for (const line of plain.split('\n').map((one) => one.trim())) {
		if ([...line].length < SHORTEST || EMPTY_LINES.some((shape) => shape.test(line))) continue;
		for (const sentence of line.replace(ARTICLE, '').match(/[^。！？；]+[。！？；]?/g) ?? []) {
			const longer = summary + sentence.trim();
			if ([...longer].length > SUMMARY_MOST) return summary === '' ? cut(longer) : closed(summary);
			summary = longer;
		}
	}
	return closed(summary);
}

function cut(sentence: string): string {
	return `${[...sentence].slice(0, SUMMARY_MOST - 1).join('')}…`;
}

/** Ends as a sentence does. */
function closed(summary: string): string {
	return summary.replace(/[；，、]$/, '。');
}

/** Keywords as they are offered: no word inside another, no name of whoever writes, no figures. */
export function keywordsFrom(words: readonly string[], issuers: readonly string[], most: number): string[] {
	const usable = words.filter(
		(word) => word.length > 1 && !/\d/.test(word) && !issuers.some((issuer) => issuer.includes(word)),
	);
	const whole = usable.filter((word) => !usable.some((other) => other !== word && other.includes(word)));
	return whole.slice(0, most);
}
