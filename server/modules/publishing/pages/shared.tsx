import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, recalled } from '../../../platform/transaction.ts';
import type { ListedLink } from '../../../portal/components/index.ts';
import type { Redirect } from '../../../portal/page.ts';
import { type Column, columnsOf } from '../../catalog/index.ts';
import { type Office, officeBySlug } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { officeFamily } from '../queries/public.ts';
import { countPublications, type PublicFilter, selectFilledColumns } from '../store/publications.ts';
import { selectYears } from '../store/years.ts';

export const PER_PAGE = 20;

/** A public document as a line of a list. */
export function lineOf(row: Publication, label?: string): ListedLink {
	return { href: `/d/${row.documentId}`, title: row.title, day: civilDay(row.publishedAt), label };
}

/** Page number of a query; anything else is the first page. */
export function pageOf(query: Record<string, string>): number {
	const page = Number(query.page);
	return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

/** What stands at the address of an office: the office, those merged into it, its columns. */
export interface OfficeAtAddress {
	office: Office;
	/** Ids of the office and its predecessors. */
	family: number[];
	columns: Column[];
	tags: string[];
}

/** The office of an address, or where it moved. @throws AppError `notFound` */
export async function officeAt(read: Reader, slug: string, rest: string): Promise<OfficeAtAddress | Redirect> {
	const office = await officeBySlug(read, slug);
	if (!office) throw new AppError('notFound');
	if (office.slug !== slug) return { redirect: `/o/${office.slug}${rest}`, status: 301 };
	const family = await officeFamily(read, office.id);
	const columns = (await columnsOf(read, office.id)).filter(({ closed }) => !closed);
	return { office, family, columns, tags: family.flatMap((id) => [`office:${id}`, `catalog:${id}`]) };
}

/** Where a column's own page is: the fixed ones have pages of their own. */
export function columnHref(office: Office, column: Pick<Column, 'kind' | 'slug'>): string {
	switch (column.kind) {
		case 'guide':
			return `/o/${office.slug}/guide`;
		case 'statutory':
			return `/o/${office.slug}/catalog`;
		case 'reports':
			return `/o/${office.slug}/reports`;
		case 'apply':
			return `/apply/${office.slug}`;
		default:
			return `/o/${office.slug}/c/${column.slug}`;
	}
}

/** Columns in which something stands. */
export async function filledColumns(read: Reader, { family }: OfficeAtAddress): Promise<Set<string>> {
	const tags = family.map((id) => `office:${id}`);
	return await recalled(read, `filled ${family.join()}`, tags, () => selectFilledColumns(read, family));
}

/** How many documents a list has: of all its pages the same, and counted once. */
export async function countOf(read: Reader, filter: PublicFilter): Promise<number> {
	const tags = filter.officeIds?.map((id) => `office:${id}`) ?? ['documents'];
	return await recalled(read, `count ${JSON.stringify(filter)}`, tags, () => countPublications(read, filter));
}

/** The years a list reaches over, newest first; of all its pages the same, and read once. */
export async function yearsOf(read: Reader, filter: PublicFilter): Promise<number[]> {
	const tags = filter.officeIds?.map((id) => `office:${id}`) ?? ['documents'];
	return await recalled(read, `years ${JSON.stringify(filter)}`, tags, () => selectYears(read, filter));
}

/**
 * The columns of an office beside its pages. A column nothing stands in yet is not offered: an empty column is a fault of the
 * site (国办秘函〔2019〕19号).
 */
export function ColumnNav({
	at,
	filled,
	current,
}: {
	at: OfficeAtAddress;
	filled: ReadonlySet<string>;
	current?: string;
}) {
	const { office, columns } = at;
	const shown = columns.filter(
		({ kind, slug }) => kind !== 'item' && (kind !== 'usual' || filled.has(slug) || slug === current),
	);
	return (
		<nav className="side-nav" aria-label={`${office.shortName}栏目`}>
			<h2 className="side-nav-title">
				<a href={`/o/${office.slug}`} aria-current={current === undefined ? 'page' : undefined}>
					{office.name}
				</a>
			</h2>
			<ul>
				{shown.map((column) => (
					<li key={column.id}>
						<a href={columnHref(office, column)} aria-current={column.slug === current ? 'page' : undefined}>
							{column.name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

export function feedLink(title: string, href: string) {
	return <link rel="alternate" type="application/atom+xml" title={title} href={href} />;
}
