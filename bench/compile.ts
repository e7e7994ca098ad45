import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSum } from 'annual-report';
import pg from 'pg';
import { cleanReport } from '../annual-report/fixtures/audit/base.ts';
import { compose } from '../server/compose.ts';
import { readConfig } from '../server/config.ts';
import { createOffice, type Office, type OfficeKind, officeById } from '../server/modules/offices/index.ts';
import { compiledCells, openYear, reportSources, reportView, startReport } from '../server/modules/reports/index.ts';
import { migrate } from '../server/platform/migrate.ts';
import { launchPostgres } from '../server/platform/postgres/launcher.ts';
import { type Context, reader, transact } from '../server/platform/transaction.ts';
import {
	dice,
	makeApplications,
	makeNormativeDocuments,
	makeRegisterLines,
	normative,
	type Query,
	REGISTERS,
	registerSums,
	stat3,
	table3,
	table4,
} from '../test/random-county.ts';

const COUNTIES = 1_000;
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const FORMS = ['2014', '2019', '2021'] as const;
const YEAR = 2024;

/** Compiled figures of a thousand counties beside SQL of its own, and what compiling costs as it grows. */
export async function run(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
	const postgres = await launchPostgres({ dataDir, settings: ['fsync=off', 'synchronous_commit=off'] });
	try {
		for (const [name, part] of Object.entries({ againstSql, oneTownship, oneCounty })) {
			await inDatabase(postgres.url, name.toLowerCase(), dataDir, part);
		}
		sums();
	} finally {
		await postgres.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Each part has a county, and so a database, of its own. */
async function inDatabase(
	server: string,
	name: string,
	dataDir: string,
	part: (bench: Bench) => Promise<void>,
): Promise<void> {
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	await admin.query(`create database ${name}`);
	await admin.end();
	const url = new URL(server);
	url.pathname = `/${name}`;
	const services = compose(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal' }), url.href);
	const { pool, sql } = services.database;
	try {
		await migrate(pool);
		const context: Context = {
			sql,
			clock: services.clock,
			actor: { kind: 'system', name: '测量' },
			auditEvent: 'bench',
			listeners: {},
			dropPages: () => {},
		};
		const bench: Bench = {
			query: async (text, values = []) => (await pool.query(text, values)).rows,
			context,
			county: null,
		};
		bench.county = await makeOffice(bench, 'county');
		await part(bench);
	} finally {
		await services.database.close();
	}
}

interface Bench {
	query: Query;
	context: Context;
	/** The office all others stand under. */
	county: Office | null;
}

let serial = 0;

async function makeOffice({ context, county }: Bench, kind: OfficeKind): Promise<Office> {
	serial++;
	return await transact(context, async (tx) => {
		const id = await createOffice(tx, {
			slug: `o${serial}`,
			name: `第${serial}${kind === 'county' ? '县人民政府办公室' : '镇人民政府'}`,
			shortName: `第${serial}${kind === 'county' ? '县' : '镇'}`,
			kind,
			parentId: county?.id ?? null,
			code: `99${String(serial).padStart(16, '0')}`,
			areaCode: '990123',
			address: '中街1号',
			postcode: '999100',
			phone: '0999-8100001',
			fax: '0999-8100002',
			email: 'a@b.example',
			officeHours: '工作日',
			contactOffice: '办公室',
			reviewBody: '县人民政府',
			court: '县人民法院',
		});
		const office = await officeById(tx, id);
		if (!office) throw new Error('no office');
		return office;
	});
}

/** Each county with cases, registers and documents of its own, one year of it in every form. */
async function againstSql(bench: Bench): Promise<void> {
	const wrong: Record<string, number> = { '2014': 0, '2019': 0, '2021': 0 };
	let cells = 0;
	for (let n = 0; n < COUNTIES; n++) {
		const office = await makeOffice(bench, 'township');
		const roll = dice(n + 1);
		await makeApplications(bench.query, [office.id], 40, roll);
		await makeRegisterLines(bench.query, [office.id], 20, roll);
		await makeNormativeDocuments(bench.query, office.id, 5, roll);
		const year = YEARS[roll(YEARS.length)] ?? YEAR;
		for (const form of FORMS) {
			const compiled = await compiledCells(reader(bench.context), { office, year, form }, reportSources);
			for (const [address, expected] of await expectedCells(bench, office.id, year, form)) {
				cells++;
				const cell = compiled[address];
				const counted = cell?.records !== null && cell?.records?.type !== 'registerEntry';
				const drill = cell?.records && counted ? cell.records.ids.length === cell.value : true;
				if ((cell?.value ?? null) !== expected || !drill) wrong[form] = (wrong[form] ?? 0) + 1;
			}
		}
	}
	console.log(`${COUNTIES} random counties, ${cells} cells against SQL: wrong ${JSON.stringify(wrong)}`);
}

type Expected = Map<string, number | null>;

async function expectedCells(
	bench: Bench,
	office: number,
	year: number,
	form: (typeof FORMS)[number],
): Promise<Expected> {
	const { query } = bench;
	if (form === '2014') return await stat3(query, office, year);
	const expected: Expected = new Map([
		...zeros(form),
		...(await table3(query, office, year, form)),
		...(await table4(query, office, year)),
	]);
	const sum = await registerSums(query, office, year);
	for (const [kind, address] of Object.entries(REGISTERS)) expected.set(address, sum(kind).n);
	const { made, valid } = await normative(query, office, year);
	expected.set('t2.normative.made', made);
	if (form === '2021') {
		expected.set('t2.fee.wan', sum('fee').n);
		expected.set('t2.normative.valid', valid);
	} else expected.set('t2.procurement.yuan', sum('procurement').yuan);
	return expected;
}

/** Cells of tables 3 and 4 nothing was counted into are zero, sums of the form left out. */
function zeros(form: '2019' | '2021'): [string, number][] {
	const { cells } = cleanReport(form);
	return Object.keys(cells).flatMap((address) =>
		/^t[34]\./.test(address) && !/total/.test(address) ? [[address, 0]] : [],
	);
}

async function open({ context }: Bench): Promise<void> {
	const publishBy = { department: `${YEAR + 1}-01-31`, township: `${YEAR + 1}-01-31`, county: `${YEAR + 1}-03-31` };
	await transact(context, (tx) => openYear(tx, { year: YEAR, submitBy: `${YEAR + 1}-01-20`, publishBy }));
}

async function reportOf({ context }: Bench, officeId: number, year: number): Promise<number> {
	return await transact(context, (tx) => startReport(tx, { officeId, year }));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await work();
	return (performance.now() - started) / 1000;
}

function limited(name: string, value: number, limit: number): void {
	console.log(`${name.padEnd(60)} ${value.toFixed(2).padStart(8)} s (limit ${limit} s)`);
}

/** A township as it grows to ten thousand documents and two thousand cases: compile and audit, as its screen asks for. */
async function oneTownship(bench: Bench): Promise<void> {
	await open(bench);
	for (const [documents, cases] of [
		[100, 20],
		[1_000, 200],
		[10_000, 2_000],
	] as const) {
		const office = await makeOffice(bench, 'township');
		await makeDocuments(bench, office.id, documents);
		await makeApplications(bench.query, [office.id], cases, dice(cases));
		await makeRegisterLines(bench.query, [office.id], 400, dice(5));
		await bench.query('analyze');
		const id = await reportOf(bench, office.id, YEAR);
		const view = () => reportView(reader(bench.context), id, reportSources);
		await view();
		limited(`compile + audit, ${documents} documents, ${cases} cases`, await seconds(view), 1);
	}
}

async function makeDocuments({ query }: Bench, officeId: number, count: number): Promise<void> {
	await makeNormativeDocuments(query, officeId, 30, dice(3));
	await query(
		`with c as (select id from catalog_column where office_id = $1 limit 1),
		d as (insert into document (office_id, state, created_at) select $1, 'published', now() from generate_series(1, $2) returning id),
		r as (insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
			select id, 1, 1, '{}', '', md5(id::text) || md5(id::text), now() from d returning id, document_id)
		insert into publication (document_id, revision_id, edition, office_id, column_id, column_slug, type, code, title, document_number, index_number, summary, formed_on, published_at, edition_at)
		select r.document_id, r.id, 1, $1, c.id, 'counted', 'notice', '', '通知', '', 'n' || r.document_id, '',
			date '${YEAR}-01-01' + (r.document_id % 365)::int, timestamptz '${YEAR}-01-02' + (r.document_id % 363)::int * interval '1 day', now()
		from r, c`,
		[officeId, count],
	);
}

/** A county of sixty offices: every office's report, and the county's own over all of them. */
async function oneCounty(bench: Bench): Promise<void> {
	await open(bench);
	const reports: number[] = [];
	for (let n = 0; n < 60; n++) {
		const office = await makeOffice(bench, n % 2 === 0 ? 'township' : 'department');
		await makeDocuments(bench, office.id, 300);
		await makeApplications(bench.query, [office.id], 60, dice(n + 7));
		await makeRegisterLines(bench.query, [office.id], 100, dice(n + 7));
		reports.push(await reportOf(bench, office.id, YEAR));
	}
	if (bench.county) reports.push(await reportOf(bench, bench.county.id, YEAR));
	await bench.query('analyze');
	const all = async () => {
		for (const id of reports) await reportView(reader(bench.context), id, reportSources);
	};
	limited('compile + audit, 60 offices and the county', await seconds(all), 20);
}

/** Models of offices added up, as many as a province has. */
function sums(): void {
	for (const size of [100, 1_000, 3_000]) {
		const base = cleanReport('2021');
		const summing = startSum({ year: base.year ?? YEAR });
		const started = performance.now();
		for (let n = 0; n < size; n++) summing.add({ ...base, organ: `第${n}镇人民政府`, file: `${n}` });
		summing.result();
		limited(`sum of ${size} offices`, (performance.now() - started) / 1000, 2);
	}
}
