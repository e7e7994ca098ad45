import { type Reader, recalled } from '../../../platform/transaction.ts';
import { simplified } from '../../../portal/script.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import type { SearchRequest } from '../queries/search.ts';
import { selectFirstYear } from '../store/years.ts';
import { TYPE_KEYS, VALIDITY_KEYS } from '../types.ts';
import { pageOf } from './shared.tsx';

/** What a question can be narrowed to. */
export interface Choices {
	offices: readonly Office[];
	columns: readonly { slug: string; name: string }[];
	years: readonly number[];
}

export interface Asked extends SearchRequest {
	officeSlug: string;
}

/** What narrows a question, by its names in an address. */
export const LIMITS = ['office', 'column', 'type', 'year', 'state'] as const;

const LONGEST = 100;
const MOST_YEARS = 30;

export async function choicesOf(read: Reader): Promise<Choices> {
	const columns = new Map<string, string>();
	for (const { kind, slug, name, closed } of await allColumns(read)) {
		if (!closed && (kind === 'usual' || kind === 'rules') && !columns.has(slug)) columns.set(slug, name);
	}
	const last = Number(read.today.slice(0, 4));
	const oldest = await recalled(read, `first year ${last}`, ['documents'], () => selectFirstYear(read, last));
	const first = Math.max(oldest, last - MOST_YEARS);
	const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => last - index);
	const offices = await listOffices(read);
	return { offices, columns: [...columns].map(([slug, name]) => ({ slug, name })), years };
}

/** The question of an address; what it names and is not there limits nothing. */
export async function askedOf(query: Record<string, string>, choices: Choices): Promise<Asked> {
	const office = choices.offices.find(({ slug }) => slug === query.office);
	const year = Number(query.year);
	return {
		text: await simplified((query.q ?? '').trim().slice(0, LONGEST)),
		officeId: office?.id,
		officeSlug: office?.slug ?? '',
		columnSlug: choices.columns.find(({ slug }) => slug === query.column)?.slug,
		type: TYPE_KEYS.find((key) => key === query.type),
		year: choices.years.includes(year) ? year : undefined,
		validity: VALIDITY_KEYS.find((key) => key === query.state),
		order: query.order === 'date' ? 'date' : 'relevance',
		page: pageOf(query),
	};
}

/** The question as it stands in an address, without its place in the list; `change` says what is asked otherwise. */
export function questionOf(asked: Asked, change: Readonly<Record<string, string>> = {}): string {
	const given = {
		q: asked.text,
		office: asked.officeSlug,
		column: asked.columnSlug,
		type: asked.type,
		year: asked.year?.toString(),
		state: asked.validity,
		order: asked.order,
		...change,
	};
	return new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
}
