import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { ServedPage } from '../../../portal/door.ts';
import { allColumns } from '../../catalog/index.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { columnActivity, publicEditions, serviceCount } from '../../publishing/index.ts';
import type { SiteFacts, TaggedPage } from '../model.ts';
import { metaNames } from '../rules/page-tags.ts';

/** Asks for a public page of this site; null where none is served. */
export type Look = (path: string) => Promise<ServedPage | null>;

/** What the whole site shows: since when it is silent, and whether its pages carry their tags, one page of each template. */
export async function siteFacts(reader: Reader, look: Look): Promise<SiteFacts> {
	const days = (await columnActivity(reader)).map(({ lastAt }) => civilDay(lastAt)).sort();
	const pages: TaggedPage[] = [];
	for (const { path, level } of await samples(reader)) {
		const page = await look(path);
		if (page?.status === 200) pages.push({ path, level, tags: metaNames(page.body.toString()) });
	}
	const { servicesAt } = (await countySettings(reader)).monitoring;
	return { lastOn: days.at(-1) ?? null, pages, services: await serviceCount(reader), servicesAt };
}

async function samples(reader: Reader): Promise<Pick<TaggedPage, 'path' | 'level'>[]> {
	const [office] = await listOffices(reader);
	const column = office
		? (await allColumns(reader)).find(
				({ officeId, kind, closed }) => officeId === office.id && kind === 'usual' && !closed,
			)
		: undefined;
	const [edition] = await publicEditions(reader, 0, 1);
	const columns = ['/search', '/apply', '/voice', '/reports'].map((path) => ({ path, level: 'column' as const }));
	return [
		{ path: '/', level: 'site' },
		...columns,
		...(office ? [{ path: `/o/${office.slug}`, level: 'site' as const }] : []),
		...(office && column ? [{ path: `/o/${office.slug}/c/${column.slug}`, level: 'column' as const }] : []),
		...(edition ? [{ path: `/d/${edition.documentId}`, level: 'article' as const }] : []),
	];
}
