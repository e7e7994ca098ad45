import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type County, makeCounty } from '../../../test/fixtures.ts';
import { dice, type Query } from '../../../test/random-county.ts';
import { reader } from '../../platform/transaction.ts';
import { channelFigures } from './index.ts';
import { CARRIERS, DISPATCH_STATES, ISSUE_STATES, KIND_KEYS, PLACE_KEYS } from './model.ts';

/**
 * The figures of channels against a count of their own: rows made at random, counted by SQL written for this test alone. Items by
 * channel are the lines 1.2.1 – 1.2.5 of the form of 2014, each at most as much as 1.1.
 */
let server: TestApp;
let county: County;
let query: Query;
const YEARS = [2024, 2025, 2026];

beforeAll(async () => {
	server = await createTestApp('2026-12-31T02:00:00Z');
	county = await makeCounty(server);
	await server.settle();
	query = async (text, values = []) => (await server.services.database.pool.query(text, values)).rows;
});
afterAll(() => server?.close());

type Dice = ReturnType<typeof dice>;
const pick = <T>(roll: Dice, list: readonly T[]): T => list[roll(list.length)] as T;
const day = (roll: Dice, from = '2024-01-01', span = 1096) => {
	const at = new Date(`${from}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + roll(span));
	return at.toISOString().slice(0, 10);
};
const insert = async (table: string, row: Record<string, unknown>): Promise<number> => {
	const names = Object.keys(row);
	const places = names.map((_, at) => `$${at + 1}`).join(', ');
	const text = `insert into ${table} (${names.join(', ')}) values (${places}) returning *`;
	return Number((await query(text, Object.values(row)))[0]?.id ?? 0);
};

/** A document; in five of six cases public, around the turns of the year among others. */
async function makeDocument(
	roll: Dice,
	officeId: number,
	columnId: number,
): Promise<{ id: number; revisionId: number }> {
	const id = await insert('document', { office_id: officeId, state: 'published', created_at: new Date() });
	const revision = { document_id: id, edition: 1, number: 1, content: '{}', plain: '', created_at: new Date() };
	const hash = createHash('sha256').update(String(id)).digest('hex');
	const revisionId = await insert('document_revision', { ...revision, hash });
	if (roll(6) === 0) return { id, revisionId };
	// Half an hour before and after midnight in China on New Year's Eve, or any moment.
	const edges = ['2024-12-31T15:30:00Z', '2024-12-31T16:30:00Z', '2025-12-31T15:59:59Z', '2025-12-31T16:00:00Z'];
	const at = roll(4) === 0 ? pick(roll, edges) : `${day(roll)}T0${roll(10)}:00:00Z`;
	await query(
		`insert into publication (document_id, revision_id, edition, office_id, column_id, column_slug, type, code, title,
			document_number, index_number, summary, formed_on, published_at, edition_at)
		values ($1, $2, 1, $3, $4, 'notices', 'notice', '', '通知', '', $5, '', '2024-01-01', $6, $6)`,
		[id, revisionId, officeId, columnId, `i${id}`, at],
	);
	return { id, revisionId };
}

async function makeChannel(roll: Dice, officeId: number): Promise<number> {
	const kind = pick(roll, KIND_KEYS);
	const openedOn = day(roll, '2023-06-01', 1200);
	return await insert('channel', {
		...{ office_id: officeId, kind, name: '渠道', opened_on: openedOn },
		place_kind: kind === 'accessPoint' ? pick(roll, PLACE_KEYS) : null,
		closed_on: roll(3) === 0 ? day(roll, openedOn, 400) : null,
	});
}

/** A year of everything through the channels of the county, at random. */
async function makeLife(seed: number): Promise<void> {
	const roll = dice(seed);
	const offices = [county.townshipA.id, county.townshipB.id, county.department.id];
	const [column] = await query("select id from catalog_column where office_id = $1 and slug = 'notices'", [offices[0]]);
	const documents: { id: number; revisionId: number }[] = [];
	for (let n = 0; n < 60; n++) documents.push(await makeDocument(roll, pick(roll, offices), Number(column?.id)));
	const channels: number[] = [];
	for (let n = 0; n < 40; n++) channels.push(await makeChannel(roll, pick(roll, offices)));
	await makeDispatches(roll, documents, channels, offices);
	await makeGazettes(roll, documents, offices, seed * 100);
	await makeDeliveries(roll, documents, channels, offices, seed * 100);
	for (let n = 0; n < 60; n++)
		await insert('channel_visit', {
			...{ channel_id: pick(roll, channels), month: day(roll).slice(0, 7), visitors: roll(90) },
			...{ person_name: '测试', created_at: new Date() },
		});
}

async function makeDispatches(
	roll: Dice,
	documents: readonly { id: number; revisionId: number }[],
	channels: readonly number[],
	offices: readonly number[],
): Promise<void> {
	for (let n = 0; n < 150; n++) {
		const state = pick(roll, Object.keys(DISPATCH_STATES));
		const { id, revisionId } = pick(roll, documents);
		await query(
			`insert into dispatch (office_id, channel_id, document_id, revision_id, title, state, sent_at, created_at)
			values ($1, $2, $3, $4, '通知', $5, $6, now()) on conflict do nothing`,
			[pick(roll, offices), pick(roll, channels), id, revisionId, state, `${day(roll)}T02:00:00Z`],
		);
	}
}

async function makeGazettes(
	roll: Dice,
	documents: readonly { id: number }[],
	offices: readonly number[],
	after: number,
): Promise<void> {
	for (let n = 1; n <= 24; n++) {
		const issuedOn = day(roll);
		const issue = await insert('gazette_issue', {
			...{
				office_id: pick(roll, offices),
				title: '公报',
				year: Number(issuedOn.slice(0, 4)),
				number: after + n,
				total: after + n,
			},
			...{
				issued_on: issuedOn,
				state: pick(roll, Object.keys(ISSUE_STATES)),
				copies: roll(300),
				created_at: new Date(),
			},
		});
		const chosen = new Set(Array.from({ length: roll(5) }, () => pick(roll, documents).id));
		for (const [position, id] of [...chosen].entries())
			await insert('gazette_item', { issue_id: issue, position, document_id: id });
	}
}

async function makeDeliveries(
	roll: Dice,
	documents: readonly { id: number; revisionId: number }[],
	channels: readonly number[],
	offices: readonly number[],
	after: number,
): Promise<void> {
	for (let n = 1; n <= 30; n++) {
		const state = pick(roll, ['prepared', 'delivered', 'received', 'cancelled']);
		const deliveredOn = state === 'delivered' || state === 'received' ? day(roll) : null;
		const delivery = await insert('delivery', {
			...{ office_id: pick(roll, offices), channel_id: pick(roll, channels), year: 2024, number: after + n, state },
			...{ carrier: pick(roll, Object.keys(CARRIERS)), delivered_on: deliveredOn, created_at: new Date() },
		});
		const chosen = new Map(Array.from({ length: roll(6) }, () => pick(roll, documents)).map((one) => [one.id, one]));
		for (const [position, one] of [...chosen.values()].entries())
			await insert('delivery_item', {
				...{ delivery_id: delivery, position, document_id: one.id, revision_id: one.revisionId },
				...{ title: '通知', index_number: `i${one.id}` },
			});
	}
}

/** Which kinds stand in which line, as the form of 2014 names them; anything else is 其他方式 (1.2.5). */
const LINES: Readonly<Record<string, string>> = {
	channelWechat: "c.kind = 'wechat'",
	channelWeibo: "c.kind = 'weibo'",
	channelOther: "c.kind not in ('wechat', 'weibo', 'website', 'gazette')",
};
const OF_YEAR = `p.office_id = $1 and extract(year from p.published_at at time zone 'Asia/Shanghai') = $2`;

/** The figures of one office and year by SQL alone: register → number; what is not known is left out. */
async function counted(officeId: number, year: number): Promise<Map<string, number>> {
	const at = [officeId, year];
	const one = async (text: string, values: unknown[] = at) => Number((await query(text, values))[0]?.n ?? 0);
	const known = async (text: string) => (await one(`select count(*)::int as n from ${text}`)) > 0;
	const found = new Map<string, number>();
	const website = await one(`select count(*)::int as n from publication p where ${OF_YEAR}`);
	if (website > 0) found.set('channelWebsite', website);
	const gazette = await one(`select count(*)::int as n from publication p where ${OF_YEAR} and p.document_id in (
		select i.document_id from gazette_item i join gazette_issue g on g.id = i.issue_id where g.state = 'published')`);
	if (gazette > 0) found.set('channelGazette', gazette);
	for (const [register, kinds] of Object.entries(LINES)) {
		const n = await one(`select count(distinct p.document_id)::int as n from publication p
			join dispatch d on d.document_id = p.document_id and d.state in ('sent', 'removed')
			join channel c on c.id = d.channel_id where ${OF_YEAR} and ${kinds}`);
		const has = await known(`channel c where c.office_id = $1 and extract(year from c.opened_on) <= $2 and ${kinds}
			and c.kind <> 'accessPoint'`);
		if (n > 0 || has) found.set(register, n);
	}
	const stocks = { newMedia: "c.kind in ('wechat', 'weibo', 'app', 'video')", accessPoint: "c.kind = 'accessPoint'" };
	for (const [register, kinds] of Object.entries(stocks)) {
		const ever = `channel c where c.office_id = $1 and ${kinds} and c.opened_on <= make_date($2, 12, 31)`;
		if (await known(ever))
			found.set(
				register,
				await one(
					`select count(*)::int as n from ${ever} and (c.closed_on is null or c.closed_on > make_date($2, 12, 31))`,
				),
			);
	}
	const issues = `gazette_issue g where g.office_id = $1 and g.state = 'published'`;
	if (await known(`${issues} and g.issued_on <= make_date($2, 12, 31)`)) {
		found.set('gazette', await one(`select count(*)::int as n from ${issues} and extract(year from g.issued_on) = $2`));
		found.set(
			'gazette copies',
			await one(`select coalesce(sum(g.copies), 0)::int as n from ${issues} and extract(year from g.issued_on) = $2`),
		);
	}
	if (await known('delivery d where d.office_id = $1 and d.delivered_on <= make_date($2, 12, 31)'))
		for (const [name, other] of [
			['paper', 'electronic'],
			['electronic', 'paper'],
		])
			found.set(
				`delivery ${name}`,
				await one(`select count(distinct i.document_id)::int as n from delivery d join delivery_item i on i.delivery_id = d.id
					where d.office_id = $1 and extract(year from d.delivered_on) = $2 and d.carrier <> '${other}'`),
			);
	const months = await query(
		`select distinct on (v.channel_id, v.month) v.visitors as n from channel_visit v join channel c on c.id = v.channel_id
		where c.office_id = $1 and c.kind = 'accessPoint' and c.opened_on <= make_date($2, 12, 31) and v.month like $2 || '-%'
		order by v.channel_id, v.month, v.id desc`,
		at,
	);
	if (months.length > 0)
		found.set(
			'visit',
			months.reduce((sum, { n }) => sum + Number(n), 0),
		);
	return found;
}

async function figures(officeId: number, year: number): Promise<Map<string, number>> {
	const actor = county.actor('countyOfficer');
	const found = new Map<string, number>();
	for (const { register, quantity, fields, choices } of await channelFigures(
		reader(server.as(actor)),
		officeId,
		year,
	)) {
		if (register === 'delivery') {
			found.set('delivery paper', Number(choices['carrier=paper']));
			found.set('delivery electronic', Number(choices['carrier=electronic']));
			expect(quantity).toBe(Number(choices['carrier=paper']) + Number(choices['carrier=electronic']));
		} else found.set(register, quantity);
		if (register === 'gazette') found.set('gazette copies', Number(fields.copies));
	}
	return found;
}

const sorted = (map: Map<string, number>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('the figures of channels', () => {
	it.each([11, 26, 77])(
		'are what SQL alone counts, for every office and year, and more of them the longer it goes on (seed %i)',
		async (seed) => {
			await makeLife(seed);
			for (const { id } of [county.townshipA, county.townshipB, county.department, county.county])
				for (const year of YEARS)
					expect(sorted(await figures(id, year)), `office ${id}, ${year}`).toEqual(sorted(await counted(id, year)));
		},
	);

	it('have no line that is more than the whole, and open to documents of that office and year', async () => {
		for (const { id } of [county.townshipA, county.townshipB])
			for (const year of YEARS) {
				const rows = await channelFigures(reader(server.as(county.actor('countyOfficer'))), id, year);
				const whole = rows.find(({ register }) => register === 'channelWebsite');
				for (const { register, documents, quantity } of rows.filter((row) => row.register.startsWith('channel'))) {
					expect(quantity, register).toBeLessThanOrEqual(whole?.quantity ?? 0);
					expect(new Set(documents).size, register).toBe(quantity);
					for (const document of documents ?? []) expect(whole?.documents).toContain(document);
				}
			}
	});

	it('do not grow by sending the same again, and fall when the document is withdrawn', async () => {
		const [row] = await query(
			`select p.document_id as document, p.revision_id as revision, p.office_id as office, c.id as channel,
				extract(year from p.published_at at time zone 'Asia/Shanghai')::int as year
			from publication p join dispatch d on d.document_id = p.document_id and d.state in ('sent', 'removed')
			join channel c on c.id = d.channel_id and c.kind = 'wechat' limit 1`,
		);
		const office = Number(row?.office);
		const wechat = async () => (await figures(office, Number(row?.year))).get('channelWechat') ?? 0;
		const before = await wechat();
		expect(before).toBeGreaterThan(0);
		for (let n = 0; n < 3; n++)
			await insert('dispatch', {
				...{ office_id: office, channel_id: row?.channel, document_id: row?.document, revision_id: row?.revision },
				...{ title: '再发', state: 'removed', sent_at: new Date(), created_at: new Date() },
			});
		expect(await wechat()).toBe(before);
		await query('delete from publication where document_id = $1', [row?.document]);
		expect(await wechat()).toBe(before - 1);
	});

	it('of another office are nobody’s who may not read it', async () => {
		const clerk = reader(server.as(county.actor('clerk')));
		const rows = await channelFigures(clerk, county.townshipB.id, 2025);
		// What is public counts for anybody; stock, places and deliveries of another office are not told.
		expect(rows.filter(({ register }) => !register.startsWith('channel'))).toEqual([]);
	});
});
