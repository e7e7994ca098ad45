import { type Reader, recalled } from '../../../platform/transaction.ts';
import type { Office, OfficeNode } from '../model.ts';
import { selectOffice, selectOfficeBySlug, selectOfficeNames, selectOffices } from '../store/offices.ts';

/** The office with this id, merged or not. */
export async function officeById(reader: Reader, id: number): Promise<Office | null> {
	return await recalled(reader, `office ${id}`, ['site'], () => selectOffice(reader, id));
}

/**
 * The office an address leads to. A former address leads to its office, a merged office to its successor: when the slug of
 * the answer is not the one asked for, send the browser there (301).
 */
export async function officeBySlug(reader: Reader, slug: string): Promise<Office | null> {
	let office = await recalled(reader, `office at ${slug}`, ['site'], () => selectOfficeBySlug(reader, slug));
	while (office && office.mergedInto !== null) office = await officeById(reader, office.mergedInto);
	return office;
}

/** Active offices in the order they are shown: the county first, then by position. */
export async function listOffices(reader: Reader, with_: { merged?: boolean } = {}): Promise<Office[]> {
	const all = await recalled(reader, 'offices', ['site'], () => selectOffices(reader));
	const wanted = with_.merged ? all : all.filter((office) => office.status === 'active');
	return wanted.toSorted(
		(a, b) => Number(b.kind === 'county') - Number(a.kind === 'county') || a.position - b.position,
	);
}

/** The active offices as a tree from the county down; null before the county is set up. */
export async function officeTree(reader: Reader): Promise<OfficeNode | null> {
	const offices = await listOffices(reader);
	const county = offices.find((office) => office.kind === 'county');
	const build = (office: Office): OfficeNode => ({
		...office,
		children: offices.filter(({ parentId }) => parentId === office.id).map(build),
	});
	return county ? build(county) : null;
}

/** What the office was called on a day; before its first name, that one. */
export async function officeNameOn(reader: Reader, officeId: number, day: string): Promise<string> {
	const names = await selectOfficeNames(reader, officeId);
	const name = names.findLast(({ from }) => from <= day) ?? names[0];
	if (name) return name.name;
	return (await selectOffice(reader, officeId))?.name ?? '';
}
