import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import type { OutsideSite } from '../model.ts';
import { missingTags } from '../rules/site.ts';
import { countVisits, type OutsidePage, selectPages } from '../store/outside.ts';

const WEEK_MS = 7 * 86_400_000;

/** Sites elsewhere with what their visits showed, by the address of the office that owns them. */
export async function outsideFacts(reader: Reader): Promise<(slug: string) => OutsideSite[]> {
	const { sites } = (await countySettings(reader)).monitoring;
	if (sites.length === 0) return () => [];
	const pages = await selectPages(reader);
	const visits = await countVisits(reader, new Date(reader.now.getTime() - WEEK_MS));
	const gone = new Set(pages.filter(isGone).map(({ url }) => url));
	return (slug) =>
		sites
			.filter(({ office }) => office === slug)
			.map(({ name, start }): OutsideSite => {
				const { host, href } = new URL(start);
				const own = pages.filter((page) => page.host === host && page.status === 200);
				const home = own.find(({ url }) => url === href);
				return {
					...{ host, name },
					changedOn: home ? civilDay(home.changedAt) : null,
					visits: visits.get(host) ?? { tried: 0, failed: 0 },
					dead: own.flatMap(({ url, seen }) =>
						some({ page: url, targets: seen.links.filter((link) => gone.has(link)) }),
					),
					foreign: own.flatMap(({ url, seen }) =>
						seen.foreign.length > 0 ? [{ page: url, hosts: seen.foreign }] : [],
					),
					leaks: own.flatMap(leaksOf),
					tagless: own.flatMap(tagsOf),
				};
			});
}

/** Gone, broken, or not to be reached at all. */
function isGone({ status }: OutsidePage): boolean {
	return status === 0 || status === 404 || status === 410 || status >= 500;
}

function some<T extends { targets: string[] }>(found: T): T[] {
	return found.targets.length > 0 ? [found] : [];
}

function leaksOf({ url, seen: { leaks } }: OutsidePage): OutsideSite['leaks'] {
	if (leaks.length === 0) return [];
	const count = leaks.reduce((sum, leak) => sum + leak.count, 0);
	return [{ page: url, kinds: leaks.map(({ kind }) => kind), count }];
}

/** A file or a page that was not to be read has no tags to ask for. */
function tagsOf({ url, hash, seen: { tags } }: OutsidePage): OutsideSite['tagless'] {
	const missing = hash === '' ? [] : missingTags('site', tags);
	return missing.length > 0 ? [{ page: url, missing }] : [];
}
