import type { Issue } from '../../../kernel/issue.ts';
import { defused } from '../../../platform/formula.ts';
import type { RowSheet, SheetRow } from '../../../platform/row-sheet.ts';
import { say } from '../messages.zh.ts';
import {
	AUDIENCES,
	CHANNELS,
	type Channel,
	type EntryContent,
	entryTitle,
	LEVELS,
	type Level,
	WAYS,
	type Way,
} from '../model.ts';
import { contentIssues } from '../rules/content.ts';
import { LAW_LIMIT, readTiming, timingText } from '../rules/timing.ts';
import { FIELDS, fieldNamed, fieldOf } from '../standard/fields.ts';

export type EntryField =
	| 'field'
	| 'first'
	| 'second'
	| 'elements'
	| 'basis'
	| 'timing'
	| 'subject'
	| 'channels'
	| 'audience'
	| 'way'
	| 'levels'
	| 'words';

/** 事项表: the ten columns as offices print them, with the field before and the words for matching behind. */
export const ENTRY_SHEET: RowSheet<EntryField> = {
	title: '公开事项',
	counted: ['项', '事项'],
	maxRows: 2000,
	columns: [
		{ field: 'field', header: '领域', required: true, width: 18, example: '社会救助' },
		{ field: 'first', header: '一级事项', required: true, width: 18, example: '最低生活保障' },
		{ field: 'second', header: '二级事项', width: 18, example: '审核确认结果' },
		{ field: 'elements', header: '公开内容（要素）', required: true, width: 40, example: '保障对象、人数、金额' },
		{ field: 'basis', header: '公开依据', required: true, width: 40, example: '《社会救助暂行办法》' },
		{ field: 'timing', header: '公开时限', required: true, width: 20, example: '每季度' },
		{ field: 'subject', header: '公开主体', width: 20, example: '' },
		{
			field: 'channels',
			header: '公开渠道和载体',
			required: true,
			width: 30,
			example: '政府网站、社区/企事业单位/村公示栏（电子屏）',
		},
		{ field: 'audience', header: '公开对象', width: 20, example: '全社会' },
		{ field: 'way', header: '公开方式', width: 14, example: '主动公开' },
		{ field: 'levels', header: '公开层级', required: true, width: 16, example: '乡级、村级' },
		{ field: 'words', header: '归入词语', width: 24, example: '低保、最低生活保障' },
	],
	help: [
		'带星号的列必填，每行一项。任何一行有误时整张表都不会导入，改正后重新上传即可。',
		`领域写26个之一：${FIELDS.map(({ name }) => name).join('、')}。`,
		'公开时限可以写：20个工作日内、20日内、每月、每季度、每半年、每年、长期公开。没有写天数的周期事项，期满后20个工作日内公开。',
		`公开渠道几个之间用顿号分开：${Object.values(CHANNELS).join('、')}。`,
		'公开对象写「全社会」，或者写明特定群体；公开主体不填时为本机关。',
		'归入词语：标题或者内容概述中有这些词的信息自动归入该事项，可以不填。',
	],
};

export interface EntryRow {
	row: number;
	field: string;
	content: EntryContent;
	issues: Issue[];
}

/** Reads filled rows; what is wrong stands beside its row. `known` are entries already there. */
export function readEntryRows(
	rows: readonly SheetRow<EntryField>[],
	known: readonly { field: string; content: EntryContent }[],
): EntryRow[] {
	const identity = (field: string, content: EntryContent) => `${field} ${entryTitle(content)}`;
	const there = new Set(known.map(({ field, content }) => identity(field, content)));
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const read = readRow(row);
		const key = identity(read.field, read.content);
		const twin = seen.get(key);
		seen.set(key, row.row);
		if (twin !== undefined) read.issues.push(say('import.twice', 'first', String(twin)));
		else if (there.has(key)) read.issues.push(say('import.there', 'first'));
		return read;
	});
}

function readRow({ row, values }: SheetRow<EntryField>): EntryRow {
	const issues: Issue[] = [];
	const field = fieldNamed(values.field);
	if (!field) issues.push(say('import.field', 'field', values.field));
	const due = readTiming(values.timing);
	if (!due) issues.push(say('import.timing', 'timing', values.timing));
	const channels = namesIn(values.channels, CHANNELS, (name) => issues.push(say('import.channel', 'channels', name)));
	const levels = namesIn(
		values.levels,
		LEVELS,
		(name) => issues.push(say('import.level', 'levels', name)),
		LEVEL_NAMES,
	);
	const audience = tickedIn(values.audience).trim();
	const isAll = audience === '' || audience === AUDIENCES.all;
	const content: EntryContent = {
		first: values.first,
		second: values.second,
		elements: values.elements,
		basis: values.basis,
		due: due ?? LAW_LIMIT,
		subject: values.subject,
		channels: channels as Channel[],
		audience: isAll ? 'all' : 'some',
		audienceNote: isAll ? '' : audience,
		way: wayOf(tickedIn(values.way).trim(), issues),
		levels: levels as Level[],
		words: values.words.split(/[、,，;；\s]+/).filter((word) => word !== ''),
	};
	return { row, field: field?.code ?? '', content, issues: [...issues, ...contentIssues(content)] };
}

const LEVEL_NAMES: ReadonlyMap<string, string> = new Map([
	['镇级', '乡级'],
	['乡镇级', '乡级'],
	['社区级', '村级'],
]);
const TICKED = '■√✓✔☑☒';
const EMPTY = '□☐';
const BOX = new RegExp(`[${TICKED}${EMPTY}]`);

/**
 * What is ticked, as the printed tables have it: every name stands there, each behind a box, and only some boxes are full
 * (■政府网站 □政府公报). A text without boxes is taken whole.
 */
function tickedIn(text: string): string {
	if (!BOX.test(text)) return text;
	const parts = text.split(new RegExp(`(?=[${TICKED}${EMPTY}])`));
	return parts
		.filter((part) => !EMPTY.includes(part.charAt(0)))
		.map((part) => part.replace(BOX, ''))
		.join('、');
}

/** Names joined by 、 or blanks (a cell's line breaks come as blanks), boxes before them or not; some hold a slash or a bracket. */
function namesIn(
	text: string,
	table: Readonly<Record<string, string>>,
	unknown: (name: string) => void,
	others: ReadonlyMap<string, string> = new Map(),
): string[] {
	const keys: string[] = [];
	for (const part of tickedIn(text).split(/[、,，;；\s]+/)) {
		const plain = part.trim().replace('(', '（').replace(')', '）');
		if (plain === '') continue;
		const name = others.get(plain) ?? plain;
		const key = Object.keys(table).find((one) => table[one] === name || table[one]?.replace(/（.*）$/, '') === name);
		if (key === undefined) unknown(part.trim());
		else if (!keys.includes(key)) keys.push(key);
	}
	return keys;
}

function wayOf(text: string, issues: Issue[]): Way {
	if (text === '' || text === '主动' || text === WAYS.active) return 'active';
	if (text === '依申请' || text === WAYS.request) return 'request';
	issues.push(say('import.way', 'way', text));
	return 'active';
}

const HEADS = [
	'序号',
	'领域',
	'一级事项',
	'二级事项',
	'公开内容（要素）',
	'公开依据',
	'公开时限',
	'公开主体',
	'公开渠道和载体',
	'公开对象',
	'公开方式',
	'公开层级',
	'归入词语',
	'情况',
] as const;
const WIDTHS = [6, 18, 18, 18, 40, 40, 22, 20, 28, 16, 12, 14, 22, 24];

/** An entry as a line of the exported table. */
export interface ExportedEntry {
	field: string;
	content: EntryContent;
	/** Printed when the entry names no body of its own. */
	officeName: string;
	note: string;
}

/** The ten columns of an entry as text, in the order of the table. */
export function tenColumns(content: EntryContent, officeName: string): string[] {
	return [
		content.first,
		content.second,
		content.elements,
		content.basis,
		timingText(content.due),
		content.subject || officeName,
		content.channels.map((key) => CHANNELS[key]).join('、'),
		content.audience === 'all' ? AUDIENCES.all : content.audienceNote,
		WAYS[content.way],
		content.levels.map((key) => LEVELS[key]).join('、'),
	];
}

/** 公开事项目录 as a workbook; what it writes can be imported again. */
export async function writeEntrySheet(title: string, entries: readonly ExportedEntry[]): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = HEADS.map((header, at) => ({ header, width: WIDTHS[at] ?? 16 }));
	entries.forEach(({ field, content, officeName, note }, at) => {
		const cells = [fieldOf(field)?.name ?? field, ...tenColumns(content, officeName), content.words.join('、'), note];
		sheet.addRow([at + 1, ...cells.map(defused)]);
	});
	sheet.getRow(1).font = { bold: true };
	sheet.eachRow((row) => {
		row.alignment = { wrapText: true, vertical: 'top' };
	});
	return new Uint8Array(await book.xlsx.writeBuffer());
}
