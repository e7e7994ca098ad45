import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { OUTCOME_CODES, OUTCOMES } from '../server/law/outcomes.ts';
import { table3Of } from '../server/modules/applications/index.ts';
import { type Acknowledged, fileOne, workOn } from './cases.worker.ts';
import { below, pick, seeded } from './fuzz/random.ts';
import { type BenchCounty, openCounty } from './support/county.ts';

const SETS = 100_000;
const CASES = 5_000;
const CLERKS = 50;
/** Cases that are registered, each with a receipt in docx and pdf; the others stay as they arrived. */
const REGISTERED = 250;
/** Steps each clerk tries. */
const TRIES = 80;
const KILLS = 20;
const KINDS = ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'] as const;

/** Sums of random case sets, many clerks at once, and a node killed in the middle: what must never be lost. */
export async function run(): Promise<void> {
	sums();
	const county = await openCounty();
	try {
		await manyClerks(county);
		await killedNodes(county);
	} finally {
		await county.close();
	}
}

/** Table 3 of random cases, held against sums written here alone. */
function sums(): void {
	const random = seeded(7);
	const day = () => new Date(Date.UTC(2024, 0, 1) + below(random, 1400) * 86_400_000).toISOString().slice(0, 10);
	let wrong = 0;
	for (let n = 0; n < SETS; n++) {
		const cases = Array.from({ length: below(random, 13) }, (_, id) => {
			const [receivedOn = '', concludedOn = ''] = [day(), day()].sort();
			const outcome = below(random, 5) === 0 ? null : pick(random, OUTCOME_CODES);
			return {
				id,
				kind: pick(random, KINDS),
				channel: 'portal' as const,
				receivedOn,
				outcome,
				concludedOn: outcome ? concludedOn : null,
			};
		});
		for (const form of ['2019', '2021'] as const) if (!addsUp(table3Of(cases, 2025, form), form)) wrong++;
	}
	console.log(`${SETS} random case sets, forms of 2019 and 2021: sums that do not hold ${wrong}`);
}

function addsUp(cells: Readonly<Record<string, readonly number[]>>, form: '2019' | '2021'): boolean {
	const at = (row: string, column: string) => cells[`t3.${row}.${column}`]?.length ?? Number.NaN;
	const rows = [...new Set(Object.values(OUTCOMES).map(({ rows: own }) => own[form]))];
	const columns = [...KINDS, 'total'];
	const acrossAll = ['new', 'carried_in', ...rows, 'total', 'carried_out'].every(
		(row) => KINDS.reduce((sum, kind) => sum + at(row, kind), 0) === at(row, 'total'),
	);
	return (
		acrossAll &&
		columns.every(
			(column) =>
				rows.reduce((sum, row) => sum + at(row, column), 0) === at('total', column) &&
				at('new', column) + at('carried_in', column) === at('total', column) + at('carried_out', column),
		)
	);
}

/** Everybody files and works at once; every step that was answered with yes must be there, once. */
async function manyClerks(county: BenchCounty): Promise<void> {
	const started = performance.now();
	const told: Acknowledged[] = [];
	let left = CASES;
	await atOnce(CLERKS, async () => {
		while (left-- > 0) told.push(await fileOne(county.app));
	});
	const filed = (performance.now() - started) / 1000;
	const { rows } = await county.pool.query('select id from application order by id');
	const ids: number[] = rows.map(({ id }) => Number(id));
	const clerks = await county.seat('clerk', CLERKS);
	const random = seeded(11);
	let steps = 0;
	let refused = 0;
	await Promise.all(
		clerks.map(async (clerk) => {
			for (let n = 0; n < TRIES; n++) {
				// Few cases, so that hands meet on them.
				const id = ids[below(random, REGISTERED)] ?? 0;
				const done = await workOn(clerk, id, random);
				if (done) {
					told.push(done);
					steps++;
				} else refused++;
			}
		}),
	);
	const seconds = (performance.now() - started) / 1000;
	console.log(
		`${CASES} cases filed by ${CLERKS} at once in ${filed.toFixed(0)} s, then ${steps} steps by ${CLERKS} clerks on ${REGISTERED} of them (${refused} refused) in ${(seconds - filed).toFixed(0)} s`,
	);
	await report(county, told);
}

async function atOnce(count: number, work: () => Promise<void>): Promise<void> {
	await Promise.all(Array.from({ length: count }, work));
}

/** What is wrong afterwards; every figure should be 0. */
async function report({ pool }: BenchCounty, told: readonly Acknowledged[]): Promise<void> {
	const one = async (sql: string) => Number((await pool.query(sql)).rows[0]?.n ?? 0);
	const { rows: kept } = await pool.query(
		`select a.number, e.application_id as id, e.action, count(*)::int as n from application_event e
		join application a on a.id = e.application_id group by 1, 2, 3`,
	);
	const there = new Map<string, number>();
	for (const { number, id, action, n } of kept) {
		there.set(`${id} ${action}`, n);
		if (action === 'submit') there.set(`number ${number}`, n);
	}
	const lost = countLost(told, there);
	const numbers = `select substring(number from '〕(\\d+)号')::int as n from application where number is not null`;
	const letters = 'select number_seq as n from application_letter where number_seq is not null';
	console.table({
		'acknowledged steps': told.length,
		'acknowledged steps that are not there': lost,
		'numbers twice': await one(`select count(*) - count(distinct n) as n from (${numbers}) x`),
		'gaps in the register': await one(`select coalesce(max(n), 0) - count(*) as n from (${numbers}) x`),
		'gaps in the letters': await one(`select coalesce(max(n), 0) - count(*) as n from (${letters}) x`),
		'half steps (state is not that of the last event)': await one(
			`select count(*) as n from application a where a.state <> (
				select to_state from application_event e where e.application_id = a.id order by e.id desc limit 1)`,
		),
		'registered without their receipt': await one(
			`select count(*) as n from application a where received_on is not null and not exists (
				select 1 from application_letter l where l.application_id = a.id and l.template = 'D03')`,
		),
	});
}

/** Every kind of step may stand several times on a case: as often as it was told, at least. */
function countLost(told: readonly Acknowledged[], there: ReadonlyMap<string, number>): number {
	const wanted = new Map<string, number>();
	for (const step of told) {
		const key = 'number' in step ? `number ${step.number}` : `${step.id} ${step.action}`;
		wanted.set(key, (wanted.get(key) ?? 0) + 1);
	}
	let lost = 0;
	for (const [key, count] of wanted) lost += Math.max(0, count - (there.get(key) ?? 0));
	return lost;
}

/** Nodes that file and work until they are killed with -9. */
async function killedNodes(county: BenchCounty): Promise<void> {
	const told: Acknowledged[] = [];
	const random = seeded(3);
	for (let n = 0; n < KILLS; n++) {
		const child = await startNode(county);
		child.on('message', (message) => told.push(message as Acknowledged));
		await new Promise((resolve) => setTimeout(resolve, 300 + below(random, 1500)));
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	}
	// What the server still does for a connection that is gone ends by itself.
	await new Promise((resolve) => setTimeout(resolve, 1000));
	console.log(`${KILLS} nodes killed with -9 while they filed and registered`);
	await report(county, told);
}

async function startNode({ url, dataDir }: BenchCounty): Promise<ChildProcess> {
	const child = fork(new URL('./cases.worker.ts', import.meta.url), ['--node', url, dataDir], {
		execArgv: ['--import', 'tsx'],
	});
	await once(child, 'message');
	return child;
}
