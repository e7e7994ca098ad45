import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { failed, type Result, resultOf } from '../../../kernel/result.ts';
import { say } from '../messages.zh.ts';
import { escapeText } from '../rules/body.ts';
import { type ImportedDay, readImportedDay, readImportedInstant } from './days.ts';

/** One document as a source gives it, by whatever names the source has for its fields. `place`: 第12行. */
export interface RawRecord {
	place: string;
	values: Readonly<Record<string, unknown>>;
	/** Folder its files are named from, and the one no name leads out of: `/a.doc` is named from there. */
	folder: string;
	root: string;
}

/** One document of another system, read but not yet placed in an office and a column. */
export interface ImportRecord {
	place: string;
	/** What tells it from every other of its source: the same key is taken in once. */
	key: string;
	title: string;
	/** Code or name of the office; empty when the source names none. */
	office: string;
	issuer: string;
	/** Slug or name. */
	column: string;
	/** Key or label of a type. */
	type: string;
	documentNumber: string;
	indexNumber: string;
	formedOn: string;
	publishedAt: Date;
	expiresOn: string | null;
	theme: string;
	genre: string;
	keywords: string[];
	summary: string;
	/** Markup as it came, not sanitized. */
	html: string;
	/** No longer in force, and since when where the source says so. */
	validity: { state: 'repealed' | 'expired' | 'revised'; on: string | null } | null;
	/** Address it had, with or without a host. */
	url: string;
	files: string[];
	folder: string;
	root: string;
}

/** Names under which other systems and people's own sheets keep a field. The first that has a value counts. */
const NAMES = {
	key: ['id', 'key', '编号', '信息编号'],
	title: ['title', '标题', '信息名称', '名称', '文件名称'],
	office: ['office', '公开机关', '发布机关', '所属机关', '机关'],
	issuer: ['issuer', '发文机关', '发布机构', '来源', 'source'],
	column: ['column', '栏目', '所属栏目', '栏目名称'],
	type: ['type', '信息类型', '类型'],
	documentNumber: ['documentNumber', 'docNo', '文号', '发文字号'],
	indexNumber: ['indexNumber', 'indexNo', '索引号'],
	formedOn: ['formedOn', 'date', '成文日期', '生成日期'],
	publishedAt: ['publishedAt', '发布时间', '发布日期', '公开日期'],
	expiresOn: ['expiresOn', '有效期至', '失效日期'],
	theme: ['theme', 'topic', '主题分类'],
	genre: ['genre', 'category', '体裁分类', '体裁'],
	keywords: ['keywords', '关键词', '主题词'],
	summary: ['summary', '内容概述', '摘要'],
	html: ['html', 'body', 'content', 'text', '正文', '内容'],
	status: ['status', '有效性', '效力状态'],
	statusOn: ['statusOn', '废止日期'],
	url: ['url', 'link', '原网址', '网址', '链接'],
	files: ['attachments', 'files', '附件'],
} as const;
type Field = keyof typeof NAMES;

const LONGEST = { title: 200, documentNumber: 60, indexNumber: 60, issuer: 200, summary: 500 } as const;
/** As many letters of a text stand for a summary nobody wrote (条例第十二条: 内容概述). */
const SUMMARY = 120;

/** Reads the fields of a record. Answers every issue of it at once, each naming its field. */
export function readRecord({ place, values, folder, root }: RawRecord): Result<ImportRecord> {
	const text = (field: Field) => asText(fieldOf(values, field));
	const formed = readImportedDay(text('formedOn'));
	const published = readImportedInstant(text('publishedAt'));
	const expires = readImportedDay(text('expiresOn'));
	const statusOn = readImportedDay(text('statusOn'));
	const issues = collectIssues(
		text('title') === '' && say('import.title', 'title'),
		Object.entries(LONGEST).flatMap(([field, most]) => tooLong(field as Field, text(field as Field), most)),
		dayIssue('formedOn', formed),
		dayIssue('publishedAt', published && { day: published.day }),
		dayIssue('expiresOn', expires),
		dayIssue('statusOn', statusOn),
		!formed && !published && say('import.noDay', 'formedOn'),
	);
	const formedOn = formed?.day ?? published?.day;
	const publishedAt = published?.at ?? readImportedInstant(formedOn ?? '')?.at;
	if (issues.length > 0) return failed(...issues);
	if (!formedOn || !publishedAt) return failed(say('import.noDay', 'formedOn'));
	const html = markupOf(text('html'));
	const files = listOf(fieldOf(values, 'files'), /[;；\n|]/);
	const record: ImportRecord = {
		place,
		key: text('key') || text('url') || text('indexNumber') || `${formedOn} ${text('title')}`,
		title: text('title'),
		office: text('office'),
		issuer: text('issuer'),
		column: text('column'),
		type: text('type'),
		documentNumber: text('documentNumber'),
		indexNumber: text('indexNumber'),
		formedOn,
		publishedAt,
		expiresOn: expires?.day ?? null,
		theme: text('theme'),
		genre: text('genre'),
		keywords: keywordsOf(fieldOf(values, 'keywords')),
		summary: text('summary'),
		html,
		validity: validityOf(text('status'), statusOn?.day ?? null),
		url: text('url'),
		files,
		folder,
		root,
	};
	return resultOf(record, collectIssues(html === '' && files.length === 0 && say('import.noBody', 'html')));
}

function fieldOf(values: RawRecord['values'], field: Field): unknown {
	const name = NAMES[field].find((one) => asText(values[one]) !== '');
	return name === undefined ? '' : values[name];
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(';');
	return String(value).replaceAll('\u0000', '').trim();
}

function listOf(value: unknown, between: RegExp): string[] {
	const parts = Array.isArray(value) ? value.map(asText) : asText(value).split(between);
	return parts.map((part) => part.trim()).filter(Boolean);
}

function keywordsOf(value: unknown): string[] {
	const words = listOf(value, /[\s,，、;；|]+/);
	return [...new Set(words)].filter((word) => word.length <= 20).slice(0, 10);
}

function tooLong(field: Field, text: string, most: number): Issue[] {
	return text.length > most ? [say('import.tooLong', field, NAMES[field].at(2) ?? field, String(most))] : [];
}

function dayIssue(field: Field, day: ImportedDay | null): Issue[] {
	return day && day.day === null ? [say('import.day', field)] : [];
}

const VALIDITY = { 废止: 'repealed', 失效: 'expired', 修改: 'revised' } as const;

function validityOf(status: string, on: string | null): ImportRecord['validity'] {
	const state = /废止|失效|修改/.exec(status)?.[0] as keyof typeof VALIDITY | undefined;
	return state ? { state: VALIDITY[state], on } : null;
}

const MARKUP = /<(?:p|div|br|table|h[1-6]|ul|ol|span|img|section|article|strong|b)\b/i;

/** Text without markup becomes paragraphs, a line each. */
function markupOf(text: string): string {
	if (text === '' || MARKUP.test(text)) return text;
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	return lines
		.filter(Boolean)
		.map((line) => `<p>${escapeText(line)}</p>`)
		.join('');
}

/** The first sentences of a text, for a document whose summary nobody wrote. */
export function firstSentences(plain: string): string {
	const flat = plain.replace(/\s+/g, ' ').trim();
	if (flat.length <= SUMMARY) return flat;
	const end = flat.slice(0, SUMMARY).search(/[。！？；][^。！？；]*$/);
	return end > SUMMARY / 3 ? flat.slice(0, end + 1) : `${flat.slice(0, SUMMARY - 1)}…`;
}
