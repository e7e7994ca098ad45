import type { Issue } from '../../../kernel/issue.ts';
import { failed, ok, type Result } from '../../../kernel/result.ts';
import type { FileStore } from '../../../platform/files.ts';
import { type Segmenter, type SpokenWord, spokenWords } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { CheckedFile } from '../commands/add-attachments.ts';
import { searchWords } from '../commands/index-document.ts';
import { say, words as sentence } from '../messages.zh.ts';
import { contentSchema, type DocumentContent, MAX_BODY } from '../model.ts';
import { checkFiles } from '../queries/leaks.ts';
import { plainText, sanitizeBody } from '../rules/body.ts';
import { findPersonalData, kindsFound } from '../rules/personal/index.ts';
import { revisionText } from '../rules/revision.ts';
import { secretIssues } from '../rules/secret-mark.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import { filesOf, takeFiles } from './files.ts';
import { genreOf, type Placed, type Places, placeOf, themeOf } from './place.ts';
import { firstSentences, type ImportRecord } from './record.ts';

/** A record ready to be written: its content, its files, and why it may not be shown yet. */
export interface Prepared {
	record: ImportRecord;
	placed: Placed;
	/** Pictures stand in the body as `attachment:<place in files, from 1>`. */
	content: DocumentContent;
	files: CheckedFile[];
	/** Search words, made here so that the next batch is read while this one is written. */
	words: string;
	/** Words of its title by how they are said. */
	spoken: SpokenWord[];
	/** The first so many are listed as attachments. */
	listed: number;
	/** Sentences for whoever has to look at it; a document with any comes in as a draft. */
	held: string[];
	/** Told, and nothing more. */
	notes: string[];
}

export interface Preparing {
	reader: Reader;
	/** Null on a dry run: files are looked for and left where they are. */
	store: FileStore | null;
	places: Places;
	segmenter: Segmenter;
}

/**
 * Places a record, cleans its text, takes its files in and looks through all of it for personal data (个人信息保护法第二十八条)
 * and for what no program can read: the same gate as before a signature.
 */
export async function prepare(
	record: ImportRecord,
	{ reader, store, places, segmenter }: Preparing,
): Promise<Result<Prepared>> {
	const placed = placeOf(record, places, reader.now);
	const named = await filesOf(record);
	const taken = store ? await takeFiles(reader, store, named.paths) : { files: [], issues: [] };
	const issues = [...(placed.ok ? [] : placed.issues), ...named.issues, ...taken.issues, ...bodyIssues(named.html)];
	if (!placed.ok || issues.length > 0) return failed(...issues);
	const pictures = new Set(named.paths.map((_path, at) => at + 1));
	const body = sanitizeBody(named.html, 0, pictures);
	const plain = plainText(body);
	if (plain === '' && named.paths.length === 0) return failed(say('import.noBody', 'html'));
	const content = contentOf(record, placed.value, { body, plain });
	const marked = secretIssues(content);
	if (marked.length > 0) return failed(...marked.map(() => say('import.secret', 'html')));
	const whole = revisionText(content).plain;
	const listed = taken.files.slice(0, named.listed);
	return ok({
		record,
		placed: placed.value,
		content,
		files: taken.files,
		words: searchWords(segmenter, content, whole, await textOf(reader, listed)),
		spoken: spokenWords(segmenter, content.title),
		listed: named.listed,
		held: await heldBy(reader, whole, taken.files),
		notes: named.notes,
	});
}

async function textOf(reader: Reader, files: readonly CheckedFile[]): Promise<string> {
	const texts = await selectFileTexts(
		reader,
		files.map(({ sha256 }) => sha256),
	);
	return [...texts.values()].map(({ text }) => text).join('\n');
}

function bodyIssues(html: string): Issue[] {
	return html.length > MAX_BODY ? [say('import.long', 'html')] : [];
}

async function heldBy(reader: Reader, text: string, files: readonly CheckedFile[]): Promise<string[]> {
	const own = findPersonalData(text);
	const { leaks: inFiles, unread } = await checkFiles(reader, files);
	const leaks = [...own, ...inFiles];
	const unreadNames = [...new Set(unread.map(({ fileName }) => `「${fileName}」`))];
	return [
		...(leaks.length > 0 ? [sentence('import.leaks', kindsFound(leaks))] : []),
		...(unreadNames.length > 0 ? [sentence('import.unread', unreadNames.join('、'))] : []),
	];
}

function contentOf(
	record: ImportRecord,
	{ office, column, type }: Placed,
	{ body, plain }: { body: string; plain: string },
): DocumentContent {
	return contentSchema.parse({
		type,
		columnId: column.id,
		title: record.title,
		documentNumber: record.documentNumber,
		issuer: record.issuer || office.name,
		formedOn: record.formedOn,
		expiresOn: record.expiresOn,
		theme: themeOf(record.theme),
		genre: genreOf(record.genre, type),
		attribute: 'active',
		summary: record.summary || firstSentences(plain) || record.title,
		keywords: record.keywords,
		responsibleUnit: office.contactOffice,
		code: column.code,
		body,
	});
}
