import type { Named } from '../../../module.ts';
import { partsOf } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { fitting } from '../rules/nearby.ts';
import { segmenter } from './dictionary.ts';
import { type SearchRequest, searchDocuments } from './search.ts';

/** What is near a question that nothing answers. */
export interface Nearby {
	/** What the same words find in the whole county, at any time; 0 where nothing limited them. */
	withoutLimits: number;
	/** Parts of the question that find something by themselves. */
	parts: { text: string; total: number }[];
	/** Pages whose name has words of the question. */
	named: Named[];
}

const MOST_PARTS = 4;

/** Offices and columns with their pages: what this module and those below it have names for. */
export async function namedPlaces(reader: Reader): Promise<Named[]> {
	const offices = await listOffices(reader);
	const columns = new Map((await allColumns(reader)).filter(isListed).map(({ slug, name }) => [slug, name]));
	return [
		...offices.map(({ name, slug }) => ({ kind: '机关', name, note: '', href: `/o/${slug}` })),
		...[...columns].map(([slug, name]) => ({ kind: '栏目', name, note: '全县', href: `/latest/${slug}` })),
	];
}

function isListed({ kind, closed }: { kind: string; closed: boolean }): boolean {
	return kind === 'usual' && !closed;
}

export async function nearbyOf(reader: Reader, request: SearchRequest, named: readonly Named[]): Promise<Nearby> {
	const cut = await segmenter(reader);
	const { text } = request;
	const words = cut.cut(text).flatMap((word) => [word.text, ...word.inner]);
	const parts = partsOf(text);
	const totals: Nearby['parts'] = [];
	for (const part of parts.length > 1 ? parts.slice(0, MOST_PARTS) : []) {
		const { total } = await searchDocuments(reader, { ...request, text: part, page: 1 });
		if (total > 0) totals.push({ text: part, total });
	}
	const anywhere = { text, order: request.order, page: 1 };
	return {
		withoutLimits: isLimited(request) ? (await searchDocuments(reader, anywhere)).total : 0,
		parts: totals,
		named: fitting(named, words),
	};
}

function isLimited({ officeId, columnSlug, year, type, validity }: SearchRequest): boolean {
	return [officeId, columnSlug, year, type, validity].some((one) => one !== undefined);
}
