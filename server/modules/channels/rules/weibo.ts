/** Length of a text as Weibo counts it: a Chinese character one, a Latin letter or digit half, an address ten. */
export function weiboLength(text: string): number {
	let half = 0;
	const rest = text.replace(/https?:\/\/[\w\-./?=&%#]+/g, () => {
		half += 20;
		return '';
	});
	for (const letter of rest) half += (letter.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
	return Math.ceil(half / 2);
}

export const WEIBO_LIMITS = [140, 2000] as const;

const ENDS = /[。！？；…\n]/;

/**
 * 「【标题】内容…网页链接」 within a limit. Cut at the end of a sentence where one is not far, and never inside a character; the
 * address is always whole, and a title too long gives way.
 */
export function weiboText({ title, text, link }: { title: string; text: string; link: string }, limit: number): string {
	const room = limit - weiboLength(` ${link}`);
	const plain = text.replace(/\s+/g, ' ').trim();
	const head = fit(`【${title}】`, room, '…】');
	const left = room - weiboLength(head);
	const body = left < 12 ? '' : weiboLength(plain) <= left ? plain : cut(plain, left - 1);
	return `${head}${body} ${link}`;
}

function fit(text: string, room: number, mark: string): string {
	if (weiboLength(text) <= room) return text;
	return `${longest(text, room - weiboLength(mark))}${mark}`;
}

function cut(text: string, room: number): string {
	const whole = longest(text, room);
	const end = [...whole].findLastIndex((letter) => ENDS.test(letter));
	const letters = [...whole];
	// A sentence that ends in the last third is better than a broken one.
	return end > (letters.length * 2) / 3 ? letters.slice(0, end + 1).join('') : `${whole}…`;
}

function longest(text: string, room: number): string {
	let kept = '';
	for (const letter of text) {
		if (weiboLength(kept + letter) > room) break;
		kept += letter;
	}
	return kept;
}
