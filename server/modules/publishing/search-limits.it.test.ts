import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../../kernel/actor.ts';
import { civilDay } from '../../platform/clock.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { importFrom } from './import/run.ts';
import { type SearchRequest, searchDocuments } from './queries/search.ts';
import { validityOn } from './rules/validity.ts';
import { selectValidities } from './store/history.ts';
import { selectPublications } from './store/publications.ts';
import { TYPE_KEYS, VALIDITY_KEYS } from './types.ts';

let desk: Desk;
let folder: string;

const TYPES = ['notice', 'policy', 'normative', 'plan', 'other'];
const STATES = ['', '', '废止', '失效', '修改'];

/** Documents of several offices, columns, types, years and fates, all with one word in the title. */
function records() {
	return Array.from({ length: 110 }, (_, at) => ({
		id: at,
		title: `第${at}号权责清单`,
		office: [desk.county.townshipA, desk.county.townshipB, desk.county.department][at % 3]?.name,
		column: ['notices', 'policies', 'plans'][at % 3 === 0 ? 0 : at % 2] ?? 'notices',
		type: TYPES[at % TYPES.length],
		docNo: `清政发〔2024〕${at}号`,
		date: `${2016 + (at % 11)}-02-0${1 + (at % 9)}`,
		publishedAt: `${2016 + (at % 11)}-03-0${1 + (at % 9)} 08:30:00`,
		status: STATES[(at * 3 + Math.floor(at / 5)) % STATES.length],
		statusOn: at % 10 < 5 ? '2026-03-01' : '2026-05-31',
		// Yesterday, today and tomorrow of the test's day, and never.
		expiresOn: [null, '2026-05-31', '2026-06-01', '2026-06-02', null, null, null][at % 7],
		html: '<p>清单正文。</p>',
	}));
}

beforeAll(async () => {
	desk = await openDesk();
	folder = mkdtempSync(join(tmpdir(), 'gongkai-limits-'));
	writeFileSync(
		join(folder, 'all.jsonl'),
		records()
			.map((row) => JSON.stringify(row))
			.join('\n'),
	);
	const options = {
		...{ path: join(folder, 'all.jsonl'), name: 'all', office: desk.county.townshipA.name, column: 'notices' },
		...{ createColumns: false, filesIn: null, dryRun: false },
	};
	const { published } = await importFrom(desk.server.services, options, { tell: () => {} });
	expect(published).toBe(110);
	await desk.server.settle();
}, 90_000);
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await desk.server.close();
});

const read = () => reader(desk.server.as(PUBLIC));

async function found(limits: Partial<SearchRequest>): Promise<number[]> {
	const ids: number[] = [];
	for (let page = 1; ; page += 1) {
		const { rows, pages } = await searchDocuments(read(), { text: '清单', order: 'date', page, ...limits });
		ids.push(...rows.map(({ documentId }) => documentId));
		if (page >= pages) return ids;
	}
}

/** The same by looking at every public document. */
async function wanted({ officeId, columnSlug, type, year, validity }: Partial<SearchRequest>): Promise<number[]> {
	const { today } = read();
	const all = await selectPublications(read(), {}, { limit: 1000 });
	const marks = await selectValidities(
		read(),
		all.map(({ documentId }) => documentId),
	);
	return all
		.filter((row) => row.title.includes('清单'))
		.filter((row) => officeId === undefined || row.officeId === officeId)
		.filter((row) => columnSlug === undefined || row.columnSlug === columnSlug)
		.filter((row) => type === undefined || row.type === type)
		.filter((row) => year === undefined || civilDay(row.publishedAt).startsWith(String(year)))
		.filter(
			(row) => validity === undefined || validityOn(marks.get(row.documentId) ?? [], row.expiresOn, today) === validity,
		)
		.map(({ documentId }) => documentId);
}

describe('narrowing a question', () => {
	const arbitrary = () =>
		fc.record(
			{
				officeId: fc.constantFrom(desk.county.townshipA.id, desk.county.townshipB.id, desk.county.department.id),
				columnSlug: fc.constantFrom('notices', 'policies', 'plans'),
				type: fc.constantFrom(...TYPE_KEYS),
				year: fc.constantFrom(2016, 2020, 2025, 2026),
				validity: fc.constantFrom(...VALIDITY_KEYS),
			},
			{ requiredKeys: [] },
		);

	it('leaves exactly those of the answers that fit, however many limits there are', async () => {
		expect(await found({})).toHaveLength(110);
		await fc.assert(
			fc.asyncProperty(arbitrary(), async (limits) => {
				expect(await found(limits)).toEqual(await wanted(limits));
			}),
			{ numRuns: 60 },
		);
	}, 60_000);

	it('by validity every answer is of one kind', async () => {
		const kinds = VALIDITY_KEYS;
		const each = await Promise.all(kinds.map((validity) => found({ validity })));
		expect(each.map((ids) => ids.length).every((count) => count > 0)).toBe(true);
		expect(each.flat().sort((a, b) => a - b)).toEqual((await found({})).sort((a, b) => a - b));
	});

	it('goes by the day of the question: nobody has to do anything when a term ends', async () => {
		const before = await found({ validity: 'expired' });
		const last = (await wanted({ validity: 'valid' })).length;
		try {
			desk.on('2026-06-02T09:00:00+08:00');
			const after = await found({ validity: 'expired' });
			expect(after.length).toBeGreaterThan(before.length);
			expect(after).toEqual(await wanted({ validity: 'expired' }));
			expect((await found({ validity: 'valid' })).length).toBeLessThan(last);
		} finally {
			desk.on('2026-06-01T09:00:00+08:00');
		}
	});

	it('a repeal is found as one as soon as it is declared', async () => {
		const [id] = await wanted({ officeId: desk.county.townshipA.id, type: 'notice', validity: 'valid' });
		if (id === undefined) throw new Error('none in force');
		const mark = { validity: 'repealed', onDay: '2026-06-01', basis: '柳政发〔2026〕9号' };
		await desk.move(id, 'leader', 'validity', mark);
		await desk.server.settle();
		expect(await found({ validity: 'repealed' })).toContain(id);
		expect(await found({ validity: 'valid' })).not.toContain(id);
	});
});

describe('the list of the workbench', () => {
	const listed = async (query: string) => {
		const officer = await desk.as('countyOfficer');
		const ids: number[] = [];
		for (let page = 1; ; page += 1) {
			const { total, rows } = (await officer.get(`/api/documents?page=${page}${query}`)).json() as {
				total: number;
				rows: { id: number }[];
			};
			ids.push(...rows.map(({ id }) => id));
			if (ids.length >= total || rows.length === 0) return ids.sort((a, b) => a - b);
		}
	};

	it('is narrowed by validity as the search is, alone and with a type', async () => {
		for (const validity of VALIDITY_KEYS) {
			const ids = (await wanted({ validity })).sort((a, b) => a - b);
			expect(await listed(`&validity=${validity}`), validity).toEqual(ids);
		}
		const both = (await wanted({ validity: 'expired', type: 'plan' })).sort((a, b) => a - b);
		expect(await listed('&validity=expired&type=plan')).toEqual(both);
	});

	it('what nobody can read is worth nothing yet: a draft is in none of them', async () => {
		const id = await desk.draft({ title: '权责清单草案' });
		for (const validity of VALIDITY_KEYS) expect(await listed(`&validity=${validity}`)).not.toContain(id);
		expect((await (await desk.as('clerk')).get('/api/documents?validity=nonsense')).statusCode).toBe(422);
	});
});

describe('where it can be narrowed', () => {
	const q = `q=${encodeURIComponent('清单')}`;

	it('the page: fields that come back filled, states beside titles, and pages that stay narrowed', async () => {
		const { body } = await desk.page(`/search?${q}&type=policy&state=repealed`);
		expect(body).toMatch(/<option value="policy" selected="">政策文件/);
		expect(body).toMatch(/<option value="repealed" selected="">已废止/);
		expect(body).toContain('class="stamp-invalid">已废止');
		const { body: many } = await desk.page(`/search?${q}&state=valid`);
		expect(many).toMatch(/href="\/search\/page\/2\?q=[^"]*state=valid/);
		expect(many).not.toContain('class="stamp-invalid"');
	});

	it.each(['type=nonsense', 'state=nonsense', 'type=constructor', 'state=toString', 'year=abc', 'office=nobody'])(
		'%s limits nothing',
		async (limit) => {
			expect((await desk.page(`/search?${q}&${limit}`)).body).toContain('共 110 条信息相符');
		},
	);

	it('the feed of a question follows its limits in both formats, and says so in its own address', async () => {
		const rows = await wanted({ type: 'plan', officeId: desk.county.townshipB.id });
		const address = `/search/feed.json?${q}&office=shiqiao&type=plan`;
		const feed = JSON.parse((await desk.page(address)).body) as { feed_url: string; items: { url: string }[] };
		expect(feed.items.map(({ url }) => Number(url.split('/d/')[1]))).toEqual(rows.slice(0, 20));
		expect(feed.feed_url).toContain('office=shiqiao&type=plan');
		const { body } = await desk.page(`/search?${q}&office=shiqiao&type=plan`);
		expect(body).toMatch(/feed\.xml\?q=[^"]*office=shiqiao&amp;type=plan"/);
		expect((await desk.page(`/search/feed.xml?${q}&state=expired`)).body.match(/<entry>/g)?.length).toBeGreaterThan(0);
	});

	it('a page that shows what is worth something else tomorrow is kept by nobody', async () => {
		const [day] = await wanted({ validity: 'valid', type: 'notice' });
		expect(day).toBeDefined();
		// The second is not narrowed, yet one of its lines changes: it says so too.
		const addresses = [`/search?${q}&state=expired`, `/search?${q}&order=date`];
		const before = new Map<string, string>();
		for (const address of addresses) before.set(address, (await desk.page(address)).body);
		try {
			desk.on('2026-06-03T09:00:00+08:00');
			for (const address of addresses) expect((await desk.page(address)).body, address).not.toBe(before.get(address));
		} finally {
			desk.on('2026-06-01T09:00:00+08:00');
		}
	});
});

describe('the index', () => {
	it('as the migration makes it of what was there before is as it is made now', async () => {
		const { database } = desk.server.services;
		const made = async () =>
			(
				await sql<{ id: number }>`
					select document_id as id, tsvector_to_array(words)::text as words, tsvector_to_array(grams)::text as grams, standings
					from document_search order by document_id
				`.execute(database.sql)
			).rows;
		const before = await made();
		await sql`update document_search set standings = null,
			words = ts_delete(words, array(select one from unnest(tsvector_to_array(words)) one where one ~ e'^\u0002[td]')),
			grams = ts_delete(grams, array(select one from unnest(tsvector_to_array(grams)) one where one ~ e'^\u0002[td]'))
		`.execute(database.sql);
		expect(await made()).not.toEqual(before);
		const migration = readFileSync(new URL('../../../db/migrations/0035_search_spelling.sql', import.meta.url), 'utf8');
		const updates = migration.split(/;\s*\n/).filter((statement) => /^update /m.test(statement));
		expect(updates).toHaveLength(2);
		for (const statement of updates) await sql.raw(statement).execute(database.sql);
		expect(await made()).toEqual(before);
	});

	it('holds one mark a type, and the few that are not in force are found by a mark of their own', async () => {
		const { database } = desk.server.services;
		const plan = await database.sql.transaction().execute(async (tx) => {
			await sql`set local enable_seqscan = off`.execute(tx);
			const { rows } = await sql`
				explain select document_id from document_search
				where words @@ ('''\u0002d'' & ''\u0002tpolicy'' & ''清单''')::tsquery
			`.execute(tx);
			return rows.map((row) => String(Object.values(row as object)[0])).join('\n');
		});
		expect(plan).toContain('document_search_words');
	});
});
