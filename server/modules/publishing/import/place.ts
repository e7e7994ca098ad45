import { collectIssues } from '../../../kernel/issue.ts';
import { failed, ok, type Result } from '../../../kernel/result.ts';
import { type Column, takesDocuments } from '../../catalog/index.ts';
import type { Office } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import { DOCUMENT_TYPES, documentType, GENRES, THEMES, TYPE_KEYS, type TypeKey } from '../types.ts';
import type { ImportRecord } from './record.ts';

/** What documents are placed by: the offices, their columns, and where those go that name none. */
export interface Places {
	offices: readonly Office[];
	columns: readonly Column[];
	defaultOffice: Office | null;
	/** Slug or name. */
	defaultColumn: string;
	/** An office without a code cannot give index numbers by the county's pattern. */
	codeNeeded: boolean;
}

export interface Placed {
	office: Office;
	column: Column;
	type: TypeKey;
}

/** The office of a record: the one it names, the one that issued it, or the one given for all. */
export function officeOf(record: Pick<ImportRecord, 'office' | 'issuer'>, places: Places): Result<Office> {
	const named = findOffice(record.office, places.offices);
	if (record.office !== '' && !named) return failed(say('import.office', 'office', record.office));
	const office = named ?? places.defaultOffice ?? findOffice(record.issuer, places.offices);
	return office ? ok(office) : failed(say('import.noOffice', 'office'));
}

/** Office, column and type of a record, or every reason why it has none. */
export function placeOf(record: ImportRecord, places: Places, now: Date): Result<Placed> {
	const type = typeOf(record.type);
	const office = officeOf(record, places);
	const column = office.ok ? columnOf(record, office.value, places, type) : null;
	const issues = collectIssues(
		!office.ok && office.issues,
		office.ok && !column && say('import.column', 'column', record.column || places.defaultColumn || '（空）'),
		office.ok &&
			places.codeNeeded &&
			office.value.code === '' &&
			record.indexNumber === '' &&
			say('index.code', 'office'),
		record.type !== '' && !type && say('import.type', 'type', record.type),
		record.publishedAt > now && say('import.future', 'publishedAt'),
		record.expiresOn !== null && record.expiresOn < record.formedOn && say('need.expiresOn', 'expiresOn'),
	);
	if (issues.length > 0 || !office.ok || !column) return failed(...issues);
	return ok({ office: office.value, column, type: type ?? typeIn(column) });
}

function findOffice(name: string, offices: readonly Office[]): Office | undefined {
	if (name === '') return undefined;
	return offices.find((one) => [one.slug, one.code, one.name, one.shortName].includes(name));
}

/** Whether a record's own column is there, for one that names a column and whose office is known. */
export function hasColumn(record: ImportRecord, office: Office, places: Places): boolean {
	return columnOf(record, office, { ...places, defaultColumn: '' }, null) !== undefined;
}

/** A column by its slug or name; the office's own before an item of the Regulations of the same name. */
function columnOf(record: ImportRecord, office: Office, places: Places, type: TypeKey | null): Column | undefined {
	const own = places.columns.filter((one) => one.officeId === office.id && takesDocuments(one));
	const by = (name: string) =>
		name === ''
			? undefined
			: (own.find((one) => one.kind === 'usual' && one.name === name) ??
				own.find((one) => one.slug === name || one.name === name));
	return (
		by(record.column) ??
		by(places.defaultColumn) ??
		(record.column === '' && type ? by(documentType(type).column) : undefined)
	);
}

/** By key, or by label as people write it. Types that other modules make are not taken from outside. */
function typeOf(text: string): TypeKey | null {
	const key = TYPE_KEYS.find((one) => one === text || DOCUMENT_TYPES[one].label === text);
	return key && !documentType(key).made ? key : null;
}

function typeIn(column: Column): TypeKey {
	return (
		TYPE_KEYS.find((one) => one !== 'other' && documentType(one).column === column.slug && !documentType(one).made) ??
		'other'
	);
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** 主题分类 as the national list writes it; empty when it is none of it. */
export function themeOf(text: string): (typeof THEMES)[number] | '' {
	const wanted = bare(text);
	if (wanted === '') return '';
	return THEMES.find((theme) => bare(theme) === wanted) ?? THEMES.find((theme) => bare(theme).startsWith(wanted)) ?? '';
}

export function genreOf(text: string, type: TypeKey): (typeof GENRES)[number] {
	return GENRES.find((genre) => genre === text || genre.startsWith(`${text}（`)) ?? documentType(type).genre;
}
