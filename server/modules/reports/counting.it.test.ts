import { createHash } from 'node:crypto';
import { allAddresses } from 'annual-report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { must, openYear, startReport } from '../../../test/filing.ts';
import { type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import type { Office } from '../offices/index.ts';
import { assemble } from './compile/assemble.ts';
import { countCells } from './compile/count.ts';
import { moduleSources } from './compile/module-sources.ts';
import { readCounts } from './compile/sources.ts';
import type { ReportCells } from './model.ts';

/**
 * Compiled figures against a count of its own: SQL written for this test alone, over rows made at random. The mapping of
 * outcomes to rows below is read from the law (law of outcomes, table 3), not from the code it tests.
 */
const ROW_OF: Record<'2019' | '2021', Record<string, string>> = { '2019': {}, '2021': {} };
const SHARED: [string, string[]][] = [
	['granted', ['O1', 'O2']],
	['partial', ['O3']],
	['deny.secret', ['O4']],
	['deny.law', ['O5']],
	['deny.safety', ['O6']],
	['deny.third', ['O7']],
	['deny.internal', ['O8']],
	['deny.process', ['O9']],
	['deny.case', ['O10']],
	['deny.query', ['O11']],
	['unable.none', ['O12', 'O13']],
	['unable.create', ['O14']],
	['unable.unclear', ['O15']],
	['reject.petition', ['O16']],
	['reject.repeat', ['O17']],
	['reject.publication', ['O18']],
	['reject.massive', ['O19']],
	['reject.confirm', ['O20']],
];
for (const form of ['2019', '2021'] as const) {
	for (const [row, outcomes] of SHARED) for (const outcome of outcomes) ROW_OF[form][outcome] = row;
}
Object.assign(ROW_OF['2019'], { O21: 'other', O22: 'other', O23: 'other' });
Object.assign(ROW_OF['2021'], { O21: 'other.correct', O22: 'other.fee', O23: 'other.misc' });

const KINDS = ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'];
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const REGISTERS = { license: 't2.license.decisions', punish: 't2.punish.decisions', force: 't2.force.decisions' };

let server: TestApp;
let county: County;
let offices: Office[];

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
	let state = seed;
	return (below: number): number => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return Math.floor((state / 4_294_967_296) * below);
	};
}

function dayFrom(roll: (below: number) => number, from: string, span: number): string {
	const day = new Date(`${from}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + roll(span));
	return day.toISOString().slice(0, 10);
}

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	offices = [county.townshipA, county.townshipB, county.department];
	await makeApplications();
	await makeRegisterLines();
	await makeNormativeDocuments();
});
afterAll(async () => {
	await server?.close();
});

const query = async (sql: string, values: unknown[] = []) =>
	(await server.services.database.pool.query(sql, values)).rows;

async function makeApplications(): Promise<void> {
	const roll = dice(20_260_112);
	for (let i = 0; i < 700; i++) {
		const office = offices[roll(offices.length)]?.id;
		const received = dayFrom(roll, '2018-06-01', 2700);
		const concluded = roll(10) === 0 ? null : dayFrom(roll, received, 90);
		const outcome = concluded ? `O${roll(23) + 1}` : null;
		const state = roll(25) === 0 ? 'left' : concluded ? 'answered' : 'handling';
		const [{ id }] = await query(
			`insert into application (office_id, state, channel, applicant_kind, title, form, delivery, submitted_on, received_on, outcome, concluded_on)
			values ($1, $2, 'counter', $3, '申请', 'paper', 'post', $4, $4, $5, $6) returning id`,
			[office, state, KINDS[roll(6)], received, outcome, concluded],
		);
		if (roll(4) > 0 || !concluded) continue;
		const closed = roll(4) === 0 ? null : dayFrom(roll, concluded, 500);
		await query(
			`insert into remedy_case (application_id, office_id, track, body, received_on, closed_on, result)
			values ($1, $2, $3, '青河县人民政府', $4, $5, $6)`,
			[
				id,
				office,
				['review', 'direct', 'afterReview'][roll(3)],
				concluded,
				closed,
				closed && ['maintained', 'corrected', 'other'][roll(3)],
			],
		);
	}
}

async function makeRegisterLines(): Promise<void> {
	const roll = dice(7);
	const kinds = [...Object.keys(REGISTERS), 'fee', 'otherService', 'procurement'];
	for (let i = 0; i < 400; i++) {
		const kind = kinds[roll(kinds.length)];
		const quantity = kind === 'fee' ? `${roll(9)}.${String(roll(999_999) + 1).padStart(6, '0')}` : String(roll(20) + 1);
		const fields = kind === 'procurement' ? { yuan: `${roll(100_000)}.${roll(90) + 10}` } : {};
		const [{ id }] = await query(
			`insert into register_entry (office_id, kind, day, quantity, fields, person_name, created_at)
			values ($1, $2, $3, $4, $5, '测试', now()) returning id`,
			[offices[roll(3)]?.id, kind, dayFrom(roll, '2019-01-01', 2500), quantity, JSON.stringify(fields)],
		);
		if (roll(8) === 0) await query(`insert into register_void values ($1, '重复', null, '测试', now())`, [id]);
	}
}

async function makeNormativeDocuments(): Promise<void> {
	const roll = dice(99);
	for (const office of offices) {
		const [column] = await query(
			`insert into catalog_column (office_id, slug, name, kind, type) values ($1, 'counted', '文件', 'usual', '政策文件') returning id`,
			[office.id],
		);
		for (let i = 0; i < 25; i++) {
			const formed = dayFrom(roll, '2017-01-01', 3200);
			const [{ id }] = await query(
				`insert into document (office_id, state, created_at) values ($1, 'published', now()) returning id`,
				[office.id],
			);
			const [revision] = await query(
				`insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
				values ($1, 1, 1, '{}', '', $2, now()) returning id`,
				[id, createHash('sha256').update(String(id)).digest('hex')],
			);
			await query(
				`insert into publication (document_id, revision_id, edition, office_id, column_id, column_slug, type, code, title, document_number, index_number, summary, formed_on, published_at, edition_at)
				values ($1, $2, 1, $3, $4, 'counted', 'normative', '', '办法', '', $5, '', $6, $6::date + 3, $6::date + 3)`,
				[id, revision.id, office.id, column.id, `i${id}`, formed],
			);
			if (roll(3) > 0) continue;
			await query(
				`insert into document_validity (document_id, validity, on_day, basis, at) values ($1, $2, $3, '清理', now())`,
				[id, roll(2) ? 'repealed' : 'expired', dayFrom(roll, formed, 900)],
			);
		}
	}
}

async function compiled(office: Office, year: number, form: '2019' | '2021'): Promise<ReportCells> {
	const read = reader(server.as({ kind: 'system', name: '测试' }));
	const raw = await readCounts(moduleSources, read, { office, year, form });
	return assemble(form, countCells(form, raw), new Map(), null);
}

/** Table 3 by SQL alone: union of its rows, grouped by kind. */
async function table3(office: Office, year: number, form: '2019' | '2021'): Promise<Map<string, number>> {
	const rows = await query(
		`with a as (select * from application where office_id = $1 and state <> 'left'),
		map (outcome, row) as (select key, value from jsonb_each_text($4::jsonb)),
		cells as (
			select 'new' as row, applicant_kind, id from a where received_on between $2 and $3
			union all select 'carried_in', applicant_kind, id from a where received_on < $2 and (concluded_on is null or concluded_on >= $2)
			union all select map.row, applicant_kind, id from a join map using (outcome) where concluded_on between $2 and $3
			union all select 'carried_out', applicant_kind, id from a where received_on <= $3 and (concluded_on is null or concluded_on > $3)
		)
		select row, applicant_kind as kind, count(*)::int as n from cells group by row, applicant_kind`,
		[office.id, `${year}-01-01`, `${year}-12-31`, JSON.stringify(ROW_OF[form])],
	);
	return new Map(rows.map(({ row, kind, n }) => [`t3.${row}.${kind}`, n]));
}

async function table4(office: Office, year: number): Promise<Map<string, number>> {
	const rows = await query(
		`select track, case when closed_on is null or closed_on > $3 then 'pending' else result end as place, count(*)::int as n
		from remedy_case where office_id = $1 and received_on <= $3 and (closed_on is null or closed_on >= $2) group by 1, 2`,
		[office.id, `${year}-01-01`, `${year}-12-31`],
	);
	return new Map(rows.map(({ track, place, n }) => [`t4.${track}.${place}`, n]));
}

const samples = YEARS.flatMap((year) => [0, 1, 2].map((office) => [year, office] as const));

describe.each(samples)('%i, office %i', (year, nth) => {
	const form = year >= 2021 ? '2021' : '2019';
	const office = () => offices[nth] ?? county.townshipA;

	it('table 3 and 4 are what SQL counts, every cell', async () => {
		const cells = await compiled(office(), year, form);
		const expected = new Map([...(await table3(office(), year, form)), ...(await table4(office(), year))]);
		for (const cell of Object.values(cells).filter((one) => /^t[34]/.test(one.address) && !one.total)) {
			expect(cell.value, cell.address).toBe(expected.get(cell.address) ?? 0);
			expect(cell.records?.ids.length ?? 0, cell.address).toBe(cell.value);
			expected.delete(cell.address);
		}
		expect([...expected.keys()]).toEqual([]);
	});

	it('the year balances, and its rest is the next year’s beginning', async () => {
		const now = await compiled(office(), year, form);
		const next = await compiled(office(), year + 1, '2021');
		for (const kind of [...KINDS, 'total']) {
			const at = (row: string) => now[`t3.${row}.${kind}`]?.value ?? Number.NaN;
			expect(at('new') + at('carried_in')).toBe(at('total') + at('carried_out'));
			expect(next[`t3.carried_in.${kind}`]?.value).toBe(at('carried_out'));
		}
	});

	it('table 2 is what SQL adds up', async () => {
		const cells = await compiled(office(), year, form);
		const sums = await query(
			`select kind, sum(quantity)::float8 as n, sum((fields->>'yuan')::numeric)::float8 as yuan
			from register_entry e where office_id = $1 and extract(year from day) = $2
			and not exists (select 1 from register_void v where v.entry_id = e.id) group by kind`,
			[office().id, year],
		);
		const sum = (kind: string) => sums.find((row) => row.kind === kind);
		for (const [kind, address] of Object.entries(REGISTERS)) expect(cells[address]?.value).toBe(sum(kind)?.n ?? null);
		if (form === '2021') expect(cells['t2.fee.wan']?.value).toBe(sum('fee')?.n ?? null);
		else {
			expect(cells['t2.otherService.decisions']?.value).toBe(sum('otherService')?.n ?? null);
			expect(cells['t2.procurement.yuan']?.value).toBe(sum('procurement')?.yuan ?? null);
		}
	});

	it('the stock of normative documents is last year’s, plus made, less ended', async () => {
		const [now, before] = [await compiled(office(), year, '2021'), await compiled(office(), year - 1, '2021')];
		const [{ made, valid }] = await query(
			`select count(*) filter (where extract(year from formed_on) = $2)::int as made,
			count(*) filter (where formed_on <= $3 and not exists (
				select 1 from document_validity v where v.document_id = p.document_id and v.on_day <= $3
			))::int as valid from publication p where office_id = $1`,
			[office().id, year, `${year}-12-31`],
		);
		const at = (cells: ReportCells, column: string) => cells[`t2.normative.${column}`]?.value ?? Number.NaN;
		expect([at(now, 'made'), at(now, 'valid')]).toEqual([made, valid]);
		expect(at(now, 'valid')).toBe(at(before, 'valid') + at(now, 'made') - at(now, 'repealed'));
	});
});

describe('opened', () => {
	it('every figure of tables 3 and 4 shows exactly as many records as it says, page by page', async () => {
		const clerk = await signIn(server, 'clerk');
		await openYear(await signIn(server, 'countyOfficer'), 2024);
		const id = await startReport(clerk, 2024);
		const { cells } = (await clerk.get(`/api/reports/${id}`)).json();
		const counted = allAddresses('2021').filter((address) => /^t[34]/.test(address) && cells[address].value > 0);
		expect(counted.length).toBeGreaterThan(30);
		for (const address of counted) {
			const seen = new Set<number>();
			for (let page = 1; seen.size < cells[address].value && page < 20; page++) {
				const answer = (await clerk.get(`/api/reports/${id}/cells/${address}?page=${page}&pageSize=25`)).json();
				expect(answer.total, address).toBe(cells[address].value);
				for (const record of answer.records) seen.add(record.id);
			}
			expect(seen.size, address).toBe(cells[address].value);
		}
	});

	it('a record tells its number, day and outcome, never who applied', async () => {
		const clerk = await signIn(server, 'clerk');
		const [{ id }] = (await clerk.get('/api/reports?year=2024')).json().rows;
		const answer = (await clerk.get(`/api/reports/${id}/cells/t3.new.total?pageSize=1`)).json();
		expect(Object.keys(answer.records[0]).sort()).toEqual(['day', 'detail', 'href', 'id', 'quantity', 'title', 'type']);
		expect(answer.records[0].href).toMatch(/^\/applications\/\d+$/);
		await must(clerk.get(`/api/reports/${id}/cells/t4.review.total`));
	});
});
