import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import type { Attachment } from '../model.ts';
import { plainText } from '../rules/body.ts';
import { maskPersonalData, PERSONAL_KINDS } from '../rules/personal/index.ts';
import { proofread } from '../rules/proof/index.ts';
import { linksOf } from '../rules/proof/links.ts';
import { serviceGaps } from '../rules/service-guide.ts';
import { selectAttachmentsOf } from '../store/attachments.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import { type EditionToScan, selectEditionsToScan } from '../store/monitoring.ts';
import { documentType } from '../types.ts';
import { type FileTexts, type Leak, leaksIn, NOT_READ } from './leaks.ts';

/** Grows when a scan looks for more than before: editions looked through by an older one are looked through again. */
export const SCAN_VERSION = 3;

/** What one public edition says that should be looked after. */
export interface EditionScan {
	/** `files`: attachments it stands in; empty for title, summary and body. Scans of before do not say. */
	leaks: { kind: string; count: number; files?: string[] }[];
	/** Of its words and record alone, so that they stay what they are: by kind, with the sentences told. */
	hints: { kind: string; messages: string[] }[];
	/** Documents of this site its links lead to. */
	links: readonly number[];
}

/**
 * Looks public editions through, all with one look into each table; answers what was found by revision. One of whose files
 * has not been read yet is left out, and so is what is public no more.
 */
export async function scanEditions(reader: Reader, documentIds: readonly number[]): Promise<Map<number, EditionScan>> {
	const editions = await selectEditionsToScan(reader, documentIds);
	const files = await selectAttachmentsOf(reader, documentIds);
	const texts = await selectFileTexts(reader, [...new Set(files.map(({ sha256 }) => sha256))]);
	const { site } = await countySettings(reader);
	const about = { today: reader.today, domain: site.domain };
	return new Map(
		editions.flatMap((edition) => {
			const own = files.filter(({ documentId }) => documentId === edition.documentId);
			const scan = scanOne(edition, own, texts, about);
			return scan ? [[edition.revisionId, scan] as const] : [];
		}),
	);
}

function scanOne(
	edition: EditionToScan,
	files: readonly Attachment[],
	texts: FileTexts,
	{ today, domain }: { today: string; domain: string },
): EditionScan | null {
	const { content, personalReason } = edition;
	const plain = plainText(content.body);
	const words = [content.title, content.summary, plain].join('\n');
	const { leaks, unread } = leaksIn(words, content, files, texts);
	if (unread.some(({ why }) => why === NOT_READ)) return null;
	const { documents, inside, foreign } = linksOf(content.body, domain);
	const told = proofread(words, {
		formedOn: content.formedOn,
		// A report made by the system bears the day of its own signature.
		...(documentType(edition.type).made ? { signedOn: null } : {}),
		today,
		lists: { watchWords: [], leaders: [] },
	});
	const hints = [
		...told.map(({ kind, message }) => [kind, message] as const),
		...inside.map((host) => ['inside', host] as const),
		...foreign.map((host) => ['foreign', host] as const),
		...unread.map(({ fileName, why }) => ['unread', `${fileName}：${why}`] as const),
		...serviceGaps(content.title, plain).map((gap) => ['service', gap] as const),
		...recordGaps(edition),
	];
	return {
		leaks: personalReason ? [] : countKinds(leaks),
		hints: [...new Set(hints.map(([kind]) => kind))].map((kind) => ({
			kind,
			messages: hints.flatMap(([one, message]) => (one === kind ? [message] : [])),
		})),
		links: documents,
	};
}

/** What its record lacks: 条例第十二条 wants 索引、名称、内容概述、生成日期; the attribute is marked at source (国办发〔2016〕80号). */
function recordGaps({ indexNumber, content }: EditionToScan): (readonly [string, string])[] {
	const lacking = { 索引号: indexNumber, 内容概述: content.summary, 生成日期: content.formedOn ?? '' };
	return [
		...Object.entries(lacking).flatMap(([label, value]) => (value.trim() === '' ? [['meta', label] as const] : [])),
		...(content.attribute === 'active' ? [] : [['attribute', content.attribute || '没有认定'] as const]),
	];
}

function countKinds(leaks: readonly Leak[]): EditionScan['leaks'] {
	const kinds = [...new Set(leaks.map(({ kind }) => kind))];
	return kinds.map((kind) => {
		const own = leaks.filter((leak) => leak.kind === kind);
		const files = [...new Set(own.map(({ fileName }) => maskPersonalData(fileName).text).filter(Boolean))];
		return { kind: PERSONAL_KINDS[kind], count: own.length, files };
	});
}
