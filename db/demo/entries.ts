import type { DemoCounty, DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

interface CatalogAnswer {
	entries: { id: number; field: string; standing: string; content: { first: string } }[];
}

/** Fields an office of the demo has nothing to do with, by what they are. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
	township: ['F02', 'F05', 'F15', 'F16'],
	department: ['F06', 'F07', 'F09', 'F13', 'F14', 'F22'],
};

/** The county hands its standard catalog down; each office takes over what is its own, trims the rest and publishes its catalog. */
export async function keepCatalogs(desk: Desk, county: DemoCounty, day: string): Promise<void> {
	desk.at(day, 9);
	await desk.post('gongkaiban', '/api/entries/standard/start');
	await desk.post('gongkaiban', '/api/entries/standard/push', { note: '第一版，按26个领域编制' });
	for (const office of county.offices.values()) await answerCatalog(desk, office);
}

async function answerCatalog(desk: Desk, office: DemoOfficeRow): Promise<void> {
	const staff = staffOf(office.slug);
	const catalog = `/api/offices/${office.id}/entries`;
	const { entries } = (await desk.get(staff.clerk, catalog)).body as CatalogAnswer;
	const open = entries.filter(({ standing }) => standing === 'proposed');
	if (open.length === 0) return;
	const away = open.filter(({ field }) => ELSEWHERE[office.kind]?.includes(field)).map(({ id }) => id);
	const none = open.filter(({ content }) => content.first === '备灾管理').map(({ id }) => id);
	const own = open.map(({ id }) => id).filter((id) => !away.includes(id) && !none.includes(id));
	const move = (ids: number[], body: object) => desk.post(staff.clerk, '/api/entries/moves', { ids, ...body });
	await move(own, { action: 'adopt' });
	if (away.length > 0) await move(away, { action: 'trim', trim: 'elsewhere', reason: '由县级主管部门统一公开' });
	if (none.length > 0) await move(none, { action: 'trim', trim: 'none', reason: '本辖区没有登记的隐患点' });
	await desk.post(staff.leader, `${catalog}/publish`, { note: '第一版' });
}
