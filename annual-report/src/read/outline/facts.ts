import { normalise, squeeze } from '../normalise.ts';
import { parseNumeral } from '../numerals.ts';
import { isFurniture } from './furniture.ts';
import type { NarrativeLine } from './paragraphs.ts';

/** What a report says about itself. */
export interface Facts {
	title: string;
	organ: string | null;
	year: number | null;
	period: [string, string] | null;
	signedOn: string | null;
}

const report = /(?:年度)?(?:报告|年报)$/;
const yearInTitle = /(\d{4}|[〇零○一二三四五六七八九]{4})\s*年/;
const longestTitle = 70;

/**
 * Reads title, organ, year, period and date from the first and last lines and the running text.
 * `stated` is the title the file itself carries (html title), used where no line is one.
 */
export function factsOf(lines: readonly NarrativeLine[], text: string, stated?: string, publishedOn?: string): Facts {
	const title = findTitle(lines) ?? cleanTitle(stated ?? '');
	const compact = squeeze(text);
	const period = findPeriod(compact);
	const year = yearOf(title) ?? (period ? Number(period[0].slice(0, 4)) : null);
	return {
		title,
		organ: findOrgan(title, compact),
		year,
		period,
		signedOn: findSignature(lines) ?? publishedOn ?? null,
	};
}

/** Index of the title's first line and how many lines it takes, undefined when no line is a title. */
export function titleLines(lines: readonly NarrativeLine[]): { from: number; count: number } | undefined {
	for (let from = 0; from < Math.min(lines.length, 30); from++) {
		const one = cleanTitle(lines[from]?.text ?? '');
		if (one === '' || one.length > longestTitle || /[。；]/.test(one) || isFurniture(one)) continue;
		const two = one + cleanTitle(nextLine(lines, from)?.text ?? '');
		if (yearInTitle.test(one) && report.test(one)) return { from, count: 1 };
		if (two.length <= longestTitle && !report.test(one) && report.test(two) && yearInTitle.test(two)) {
			return { from, count: lines.indexOf(nextLine(lines, from) ?? (lines[from] as NarrativeLine)) - from + 1 };
		}
	}
	return undefined;
}

function nextLine(lines: readonly NarrativeLine[], from: number): NarrativeLine | undefined {
	return lines.slice(from + 1, from + 4).find((line) => line.text.trim() !== '');
}

function findTitle(lines: readonly NarrativeLine[]): string | undefined {
	const place = titleLines(lines);
	if (!place) return undefined;
	return lines
		.slice(place.from, place.from + place.count)
		.map((line) => cleanTitle(line.text))
		.join('');
}

function cleanTitle(text: string): string {
	return squeeze(text)
		.replace(/^(?:标题[:：]|#+)/, '')
		.replace(/[_|—-].{0,30}(?:年报|政府|门户|网站?|实验区)$/, '')
		.replace(/^《|》$/g, '');
}

function yearOf(text: string): number | null {
	const printed = yearInTitle.exec(squeeze(text))?.[1];
	if (!printed) return null;
	const year = /^\d/.test(printed) ? Number(printed) : parseNumeral(printed);
	return year !== undefined && year >= 2000 && year < 2100 ? year : null;
}

const body = /(?:人民政府(?:办公[厅室])?|街道办事处|管理委员会|管委会|政府办公[厅室]|委员会|[局厅委办院社])$/;

/**
 * The organ as the document names it: what the title says besides year and subject, made whole where the text adds
 * 「人民政府」 or the like to the same place name.
 */
function findOrgan(title: string, compact: string): string | null {
	const place = squeeze(title)
		.replace(/(?:\d{4}|[〇零○一二三四五六七八九]{4})年度?/, '')
		.replace(/(?:人民政府)?(?:政府|政务)?信息公开.*$/, (rest) => (rest.startsWith('人民政府') ? '人民政府' : ''))
		.replace(/(?:政务|政府)公开.*$/, '')
		.replace(/[（(].*$/, '')
		.replace(/^关于|的$/g, '');
	if (place === '') return /([\u3400-\u9fff]{2,20}人民政府)/.exec(compact.slice(0, 400))?.[1] ?? null;
	if (body.test(place)) return place;
	const names = ['人民政府', '办事处', '管理委员会', '管委会', '委员会'].map((body) => place + body);
	return names.find((name) => compact.includes(name)) ?? place;
}

const day = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
const span = new RegExp(
	`(?:自|从|为|是|：|:)?${day}(?:零时)?(?:起)?(?:至|到|—+|-+|－+|~|～)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)`,
);

/** The statistical period the text states. */
function findPeriod(compact: string): [string, string] | null {
	const at = compact.search(/统计(?:期限|时间|数据|区间|周期|截止)|期限/);
	for (const part of at < 0 ? [compact] : [compact.slice(at, at + 120), compact]) {
		const match = span.exec(part);
		if (!match) continue;
		const [, y1 = '', m1 = '', d1 = '', y2, m2, d2 = ''] = match;
		return [isoDay(y1, m1, d1), isoDay(y2 ?? y1, m2 ?? m1, d2)];
	}
	return null;
}

function isoDay(year: string, month: string, dayOfMonth: string): string {
	return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

const dateLine = /^(?:(.{0,24}))?(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** The date that stands alone near the end, under the signature; a date inside a sentence is none. */
function findSignature(lines: readonly NarrativeLine[]): string | null {
	const tail = lines.filter((line) => line.text.trim() !== '').slice(-40);
	for (const line of tail.reverse()) {
		const match = dateLine.exec(chineseDate(squeeze(normalise(line.text))));
		if (!match || /[，。至截]/.test(match[1] ?? '')) continue;
		return isoDay(match[2] ?? '', match[3] ?? '', match[4] ?? '');
	}
	return null;
}

function chineseDate(text: string): string {
	return text.replace(
		/([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/,
		(_, y, m, d) => {
			return `${parseNumeral(y)}年${parseNumeral(m)}月${parseNumeral(d)}日`;
		},
	);
}

const stamp = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?/;

/** The publication date in the head of a page: 「发布时间：2022-02-08 16:34」. */
export function publicationDate(lines: readonly NarrativeLine[]): string | undefined {
	for (const line of lines.slice(0, 40)) {
		const match = /(?:发布|成文|生成|公开|发文|时)?(?:日期|时间|间)[:：]\s*(.{0,24})/.exec(line.text);
		const date = stamp.exec(match?.[1] ?? '');
		if (date) return isoDay(date[1] ?? '', date[2] ?? '', date[3] ?? '');
	}
	return undefined;
}
