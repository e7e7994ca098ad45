const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const UNITS = ['', '十', '百', '千'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
/** A number of telephone length is read figure by figure. */
const LONG = 8;
/** Characters read aloud in a minute by a village loudspeaker. */
const PER_MINUTE = 180;

function digitsAloud(digits: string, one = '一'): string {
	return [...digits].map((digit) => (digit === '1' ? one : DIGITS[Number(digit)])).join('');
}

function groupAloud(group: number): string {
	let said = '';
	let isGap = false;
	for (let place = 3; place >= 0; place -= 1) {
		const digit = Math.floor(group / 10 ** place) % 10;
		if (digit === 0) {
			isGap = said !== '';
			continue;
		}
		said += `${isGap ? '零' : ''}${DIGITS[digit]}${UNITS[place]}`;
		isGap = false;
	}
	return said;
}

/** A whole number below 10^16 as it is said: 12005 → 一万二千零五. */
export function wholeAloud(digits: string): string {
	const plain = digits.replace(/^0+(?=\d)/, '');
	if (plain === '0') return '零';
	if (plain.length > 16) return digitsAloud(digits);
	const groups: number[] = [];
	for (let end = plain.length; end > 0; end -= 4) groups.push(Number(plain.slice(Math.max(0, end - 4), end)));
	let said = '';
	for (let at = groups.length - 1; at >= 0; at -= 1) {
		const group = groups[at] ?? 0;
		if (group === 0) continue;
		const needsZero = said !== '' && (group < 1000 || groups[at + 1] === 0);
		said += `${needsZero ? '零' : ''}${groupAloud(group)}${GROUPS[at]}`;
	}
	// 一十五 is said 十五 at the beginning.
	return said.replace(/^一十/, '十');
}

/** A number with or without point and thousands: 1,200.50 → 一千二百点五零. */
function numberAloud(text: string): string {
	const [whole = '0', fraction] = text.replaceAll(',', '').split('.');
	const said = whole.length >= LONG && fraction === undefined && !text.includes(',') ? null : wholeAloud(whole);
	if (said === null) return digitsAloud(whole, '幺');
	return fraction ? `${said}点${digitsAloud(fraction)}` : said;
}

const DAY = (year: string | undefined, month: string, day: string) =>
	`${year ? `${digitsAloud(year)}年` : ''}${wholeAloud(month)}月${wholeAloud(day)}日`;

function clockAloud(hour: string, minute: string): string {
	const minutes = minute === '00' ? '整' : `${minute.startsWith('0') ? '零' : ''}${wholeAloud(minute)}分`;
	return `${wholeAloud(hour)}点${minutes}`;
}

/** The order matters: what is longer and more certain comes first. */
const READINGS: readonly [RegExp, (...found: string[]) => string][] = [
	[/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, (_all, year = '', month = '', day = '') => DAY(year, month, day)],
	[/〔(\d{4})〕(\d+)号/g, (_all, year = '', number = '') => `${digitsAloud(year)}年${wholeAloud(number)}号`],
	[/(\d{4})年/g, (_all, year = '') => `${digitsAloud(year)}年`],
	// Telephone numbers: an area code, a dash, a number; or a mobile number.
	[
		/(?<!\d)(0\d{2,3})[-—－](\d{7,8})(?!\d)/g,
		(_all, area = '', rest = '') => `${digitsAloud(area, '幺')}，${digitsAloud(rest, '幺')}`,
	],
	[
		/(?<!\d)(1\d{2})(\d{4})(\d{4})(?!\d)/g,
		(_all, ...parts) =>
			parts
				.slice(0, 3)
				.map((part) => digitsAloud(part, '幺'))
				.join('，'),
	],
	[/(?<!\d)([01]?\d|2[0-4])[:：]([0-5]\d)(?!\d)/g, (_all, hour = '', minute = '') => clockAloud(hour, minute)],
	[/(\d[\d,]*(?:\.\d+)?)\s*[%％]/g, (_all, number = '') => `百分之${numberAloud(number)}`],
	[/(\d[\d,]*(?:\.\d+)?)\s*‰/g, (_all, number = '') => `千分之${numberAloud(number)}`],
	[
		/([\d一二三四五六七八九十百千万亿零点整分日月年时])\s*[-—－~～至]{1,2}\s*(?=[\d一二三四五六七八九十百千])/g,
		(_all, before = '') => `${before}到`,
	],
	[/(?:[￥¥])\s*(\d[\d,]*(?:\.\d+)?)/g, (_all, number = '') => `${numberAloud(number)}元`],
	[/\d[\d,]*(?:\.\d+)?/g, (number = '') => numberAloud(number)],
];

const SIGNS: readonly [RegExp, string][] = [
	[/[《》〈〉“”‘’"'【】「」]/g, ''],
	[/[（(]([^（()）]*)[）)]/g, '，$1，'],
	[/㎡|m²|平方米/g, '平方米'],
	[/km|KM/g, '公里'],
	[/kg|KG/g, '公斤'],
	[/℃/g, '摄氏度'],
	[/https?:\/\/\S+/g, ''],
	[/[，、]{2,}/g, '，'],
	[/，([。！？；])/g, '$1'],
];

/** A text as it is read aloud: figures in words, brackets as pauses, no addresses of the net. */
export function aloud(text: string): string {
	let said = text.normalize('NFKC').replace(/[,](?!\d)/g, '，');
	said = said.replace(/https?:\/\/\S+/g, '');
	for (const [pattern, say] of READINGS) said = said.replace(pattern, say as (...found: string[]) => string);
	for (const [pattern, by] of SIGNS) said = said.replace(pattern, by);
	return said.replace(/[ \t\u3000]+/g, '').trim();
}

/** Seconds it takes to read a text aloud. */
export function secondsAloud(text: string): number {
	const said = [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length;
	const pauses = (text.match(/[。！？；\n]/g) ?? []).length;
	return Math.ceil((said / PER_MINUTE) * 60 + pauses * 0.6);
}
