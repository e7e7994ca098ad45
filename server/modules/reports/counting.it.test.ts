import { allAddresses } from 'annual-report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { must, openYear, startReport } from '../../../test/filing.ts';
import { type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import {
	dice,
	KINDS,
	makeApplications,
	makeNormativeDocuments,
	makeOtherRemedies,
	makeRegisterLines,
	normative,
	type Query,
	REGISTERS,
	registerSums,
	stat3,
	table3,
	table4,
} from '../../../test/random-county.ts';
import { reader } from '../../platform/transaction.ts';
import type { Office } from '../offices/index.ts';
import { compiledCells } from './compile/compiled.ts';
import { moduleSources } from './compile/module-sources.ts';
import type { ReportCells, ReportForm } from './model.ts';

/** Compiled figures against SQL written for tests alone, over rows made at random; a thousand counties in `npm run bench -- compile`. */
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

let server: TestApp;
let county: County;
let offices: Office[];
const query: Query = async (sql, values = []) => (await server.services.database.pool.query(sql, values)).rows;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	offices = [county.townshipA, county.townshipB, county.department];
	const ids = offices.map(({ id }) => id);
	await makeApplications(query, ids, 700, dice(20_260_112));
	await makeOtherRemedies(query, ids, 250, dice(32));
	await makeRegisterLines(query, ids, 400, dice(7));
	const roll = dice(99);
	for (const id of ids) await makeNormativeDocuments(query, id, 25, roll);
});
afterAll(async () => {
	await server?.close();
});

async function compiled(office: Office, year: number, form: ReportForm): Promise<ReportCells> {
	const read = reader(server.as({ kind: 'system', name: '测试' }));
	return await compiledCells(read, { office, year, form }, moduleSources);
}

const samples = YEARS.flatMap((year) => [0, 1, 2].map((office) => [year, office] as const));

describe.each(samples)('%i, office %i', (year, nth) => {
	const form = year >= 2021 ? '2021' : '2019';
	const office = () => offices[nth] ?? county.townshipA;

	it('table 3 and 4 are what SQL counts, every cell', async () => {
		const cells = await compiled(office(), year, form);
		const expected = new Map([
			...(await table3(query, office().id, year, form)),
			...(await table4(query, office().id, year)),
		]);
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
		const sum = await registerSums(query, office().id, year);
		for (const [kind, address] of Object.entries(REGISTERS)) expect(cells[address]?.value).toBe(sum(kind).n);
		if (form === '2021') expect(cells['t2.fee.wan']?.value).toBe(sum('fee').n);
		else {
			expect(cells['t2.otherService.decisions']?.value).toBe(sum('otherService').n);
			expect(cells['t2.procurement.yuan']?.value).toBe(sum('procurement').yuan);
		}
	});

	it('the stock of normative documents is last year’s, plus made, less ended', async () => {
		const [now, before] = [await compiled(office(), year, '2021'), await compiled(office(), year - 1, '2021')];
		const { made, valid } = await normative(query, office().id, year);
		const at = (cells: ReportCells, column: string) => cells[`t2.normative.${column}`]?.value ?? Number.NaN;
		expect([at(now, 'made'), at(now, 'valid')]).toEqual([made, valid]);
		expect(at(now, 'valid')).toBe(at(before, 'valid') + at(now, 'made') - at(now, 'repealed'));
	});
});

describe.each(samples)('%i, office %i, in the form of 2014', (year, nth) => {
	it('counts how applications came and were answered as SQL does; what has no line stays open', async () => {
		const office = offices[nth] ?? county.townshipA;
		const cells = await compiled(office, year, '2014');
		for (const [line, n] of await stat3(query, office.id, year)) expect(cells[line]?.value, line).toBe(n);
		expect(cells['stat.3.2.1']?.value).toBeNull();
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
