import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { compose } from '../../compose.ts';
import { keepWritingReads, writeReads } from './commands/write-reads.ts';
import { type Desk, openDesk } from './desk.setup.ts';

let desk: Desk;
let road: number;
let water: number;
let other: number;

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0';

beforeAll(async () => {
	desk = await openDesk();
	road = await desk.draft({ title: '关于农村公路养护的公告' });
	water = await desk.draft({ title: '关于饮用水水源地的公告', columnId: await desk.column('news'), type: 'activity' });
	for (const id of [road, water]) await desk.publish(id);
	other = await desk.draft({ title: '尚未公开的方案' });
	await desk.server.settle();
}, 60_000);
afterAll(() => desk.server.close());

/** Somebody opens the page: the script asks. Each number is a reader of their own. */
async function open(id: number, reader: number, headers: Record<string, string> = {}) {
	const {
		statusCode,
		body,
		headers: sent,
	} = await desk.server.inject({
		url: `/d/${id}/reads.json`,
		remoteAddress: `198.51.100.${reader}`,
		headers: { 'user-agent': BROWSER, ...headers },
	});
	return { status: statusCode, reads: statusCode === 200 ? (JSON.parse(body) as { reads: number }).reads : null, sent };
}
const written = async (id: number) => {
	const { rows } = await desk.server.services.database.pool.query(
		'select coalesce(sum(reads), 0)::int as n from document_reads where document_id = $1',
		[id],
	);
	return (rows[0] as { n: number }).n;
};

describe('浏览次数', () => {
	it('counts readers, not reloads and not machines; is written in batches, and never counted twice', async () => {
		expect((await open(road, 1)).reads).toBe(1);
		expect((await open(road, 1)).reads).toBe(1);
		expect((await open(road, 2)).reads).toBe(2);
		expect((await open(road, 3, { 'user-agent': 'Baiduspider/2.0' })).reads).toBe(2);
		expect(await written(road)).toBe(0);
		await writeReads(desk.server.services);
		await writeReads(desk.server.services);
		expect(await written(road)).toBe(2);
		expect((await open(road, 4)).reads).toBe(3);
	});

	it('is no part of the page, which is kept and may be a file: the page is the same for everybody', async () => {
		const before = await desk.page(`/d/${road}`);
		await open(road, 5);
		await writeReads(desk.server.services);
		const after = await desk.page(`/d/${road}`);
		expect(after.body).toBe(before.body);
		expect(after.headers.etag).toBe(before.headers.etag);
		expect(before.body).toMatch(new RegExp(`<form class="document-reads" hidden="" action="/d/${road}/reads.json"`));
		expect((await desk.page(`/hant/d/${road}`)).body).toContain('瀏覽次數：');
	});

	it('sets no cookie, is stored by nobody, may be asked from where the pages stand as files', async () => {
		const { sent } = await open(road, 6);
		expect(sent['set-cookie']).toBeUndefined();
		expect(sent['cache-control']).toBe('no-store');
		expect(sent['access-control-allow-origin']).toBe('*');
		expect((await desk.page('/robots.txt')).body).toContain('Disallow: /d/*/reads.json');
	});

	it.each(['0', '-1', 'x', '99999999', '1e3', '999999999999999'])('%s is nothing to read', async (id) => {
		expect((await desk.page(`/d/${id}/reads.json`)).status).toBe(404);
	});

	it('a draft is not read by the public, and counts nothing', async () => {
		expect((await open(other, 1)).status).toBe(404);
		await writeReads(desk.server.services);
		expect(await written(other)).toBe(0);
	});

	it('what is withdrawn tells the public nothing more, and the office still what it was', async () => {
		const id = await desk.draft({ title: '关于临时停水的公告' });
		await desk.publish(id);
		await open(id, 1);
		await writeReads(desk.server.services);
		await desk.move(id, 'leader', 'withdraw', { reason: '停水时间有误' });
		expect((await open(id, 2)).status).toBe(410);
		expect((await desk.read(id)).reads).toBe(1);
	});

	it('two nodes add up, and a node that stops writes what it has', async () => {
		const { config, database, clock } = desk.server.services;
		const second = compose({ ...config }, String(database.pool.options.connectionString), clock);
		try {
			const before = await written(water);
			const writing = keepWritingReads(second);
			second.reads.note(water, '2026-06', { address: 'a', userAgent: BROWSER });
			second.reads.note(water, '2026-06', { address: 'b', userAgent: BROWSER });
			await open(water, 1);
			await Promise.all([writing.stop(), writeReads(desk.server.services)]);
			expect(await written(water)).toBe(before + 3);
		} finally {
			await second.database.close();
		}
	});

	it('a database that is away loses nothing that was counted', async () => {
		const { services } = desk.server;
		const before = await written(water);
		await open(water, 9);
		const broken = {
			...services,
			database: { ...services.database, sql: services.database.sql.withSchema('nowhere') },
		};
		await writeReads({ ...broken, reads: services.reads }).catch(() => {});
		await writeReads(services);
		expect(await written(water)).toBe(before + 1);
	});
});

describe('what the office sees', () => {
	const asked = 'from=2026-01&to=2026-12';
	const figures = async (person: PersonKey, query = asked) =>
		(await (await desk.as(person)).get(`/api/documents/reads?${query}`)).json();

	it('in the list and beside the document', async () => {
		await writeReads(desk.server.services);
		const { rows } = (await (await desk.as('clerk')).get('/api/documents')).json();
		expect(rows.find(({ id }: { id: number }) => id === road).reads).toBe(await written(road));
		expect((await desk.read(road)).reads).toBe(await written(road));
		expect((await desk.read(other)).reads).toBe(0);
	});

	it('the most read, and sums by column and month that agree with one another', async () => {
		const { total, mostRead, columns, months, offices } = await figures('countyOfficer');
		const sum = (rows: { reads: number }[]) => rows.reduce((all, { reads }) => all + reads, 0);
		expect(total).toBeGreaterThan(0);
		for (const rows of [mostRead, columns, months, offices]) expect(sum(rows)).toBe(total);
		expect(mostRead[0]).toMatchObject({ id: road, officeName: '柳溪镇', columnName: '通知公告' });
		expect(months).toEqual([{ key: '2026-06', label: '2026-06', reads: total, documents: 3 }]);
	});

	it('only its own: another office sees none of it, not even by asking for it', async () => {
		expect((await figures('clerkB')).total).toBe(0);
		const asking = await figures('clerkB', `${asked}&officeId=${desk.county.townshipA.id}`);
		expect([asking.total, asking.mostRead]).toEqual([0, []]);
		expect((await figures('countyOfficer', `${asked}&officeId=${desk.county.townshipB.id}`)).total).toBe(0);
	});

	it('within the months asked for; months that are none are refused', async () => {
		expect((await figures('clerk', 'from=2025-01&to=2025-12')).total).toBe(0);
		for (const query of ['from=2026-13&to=2026-12', 'from=2026-06&to=2026-05', 'from=&to=', 'to=2026-01']) {
			const { statusCode } = await (await desk.as('clerk')).get(`/api/documents/reads?${query}`);
			expect(statusCode, query).toBe(422);
		}
	});

	it('the public sees no figures of the office', async () => {
		expect((await desk.page(`/api/documents/reads?${asked}`)).status).toBe(401);
	});
});
