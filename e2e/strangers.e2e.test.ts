import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../server/api/route.ts';
import { SESSION_COOKIE } from '../server/api/session.ts';
import { permissionsOf, type Role } from '../server/kernel/permissions.ts';
import { bodyOf, call, type House, isUnder, openHouse, recordsOf, routes } from './support/house.ts';

/**
 * Every route of the house that names a record, called by people whom the record does not concern: what they may not see they
 * do not see, and nothing of it changes. Routes are read from the modules, bodies made from their schemas, records taken from
 * the demo county as it is; a route that comes tomorrow is tried tomorrow, or fails here until somebody says where its records
 * lie. Stands beside the journeys because the demo county is loaded for them. No page is opened.
 */

/** Records that belong to the whole county, or to everybody who is signed in; what each may do with them is tested in its room. */
const COMMON: Readonly<Record<string, string>> = {
	'/api/sessions/:id': 'one’s own sessions, by a name nobody else knows',
	'/api/offices/:id': 'the directory of offices',
	'/api/calendar/:year': 'the calendar',
	'/api/report-forms/:form': 'the law’s forms',
	'/api/report-years/:year': 'years; its rows are scoped',
	'/api/exams/:id': 'exams are set by the county for all',
	'/api/exam-questions/:key': 'the bank',
	'/api/knowledge/:key': 'articles',
	'/api/post-duties/:post': 'duties',
	'/api/evaluation/trees/:id': 'indicators everybody is measured by',
	'/api/evaluation/rounds/:id': 'a round; an office sees its own row',
	'/api/surveys/:id': 'questionnaires of the county',
};

const named = routes.filter(({ path }) => path.includes(':'));
const isCommon = (path: string) => Object.keys(COMMON).some((beginning) => isUnder(path, beginning));

interface Person {
	login: string;
	roles: Role[];
	who: string;
	/** What is theirs after all: an evaluator was asked to the round of the demo. */
	own?: RegExp;
}

const STRANGERS: readonly Person[] = [
	{ login: 'liuan-xinxi', roles: ['clerk'], who: 'a clerk of another office' },
	{ login: 'liuan-qianfa', roles: ['leader'], who: 'a leader of another office' },
	{ login: 'liuan-shencha', roles: ['secrecyReviewer', 'reviewer'], who: 'a reviewer of another office' },
	{ login: 'pinggu', roles: ['evaluator'], who: 'an evaluator from outside', own: /^\/api\/evaluation\// },
	{ login: 'guanli', roles: ['administrator'], who: 'an administrator' },
];

let house: House;
let office = 0;
/** Whose records are tried: a township's first, and what it has none of from any other that is not the strangers'. */
let owners: number[] = [];
const STRANGE = 'liuan';
beforeAll(async () => {
	house = await openHouse();
	office = await house.office('wangxi');
	const { rows } = await house.database.pool.query("select id from office where slug not in ('wangxi', $1)", [STRANGE]);
	owners = rows.map(({ id }) => Number(id));
});
afterAll(() => house?.close());

const may = ({ roles }: Person, { access }: Route) =>
	access === 'public' || access === 'signedIn' || permissionsOf(roles).has(access);

async function addressesOf(route: Route, most = 2): Promise<string[]> {
	const own = await house.addresses(route, [office], most);
	return own.length > 0 ? own : await house.addresses(route, owners, most);
}

/** A refusal without the number of the request. */
const words = (body: string) => body.replace(/"requestId":"[^"]*"/, '');

async function changedSince(before: Map<string, string>): Promise<string[]> {
	const after = await house.everything();
	return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
}

describe('the list of records', () => {
	it('knows for each route that names a record whose it is', () => {
		const county = new Set<string>([
			'office.manage',
			'person.manage',
			'settings.manage',
			'calendar.manage',
			'catalog.manage',
			'document.import',
		]);
		const unknown = named.filter(({ path, access }) => !recordsOf(path) && !isCommon(path) && !county.has(access));
		expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
	});

	it('finds a record of the demo county for each, so that a refusal is one of a record that is there', async () => {
		const without: string[] = [];
		for (const route of named.filter(({ path }) => recordsOf(path)))
			if ((await addressesOf(route, 1)).length === 0) without.push(`${route.method} ${route.path}`);
		// The demo's county returned no report.
		expect(without).toEqual(['GET /api/reports/:id/returns/:returnId/:format']);
	});
});

describe.each(STRANGERS)('$who ($login)', (person) => {
	it('is refused every record of another office, by reading and by writing, and nothing changes', async () => {
		const before = await house.everything();
		const faults: string[] = [];
		let tried = 0;
		for (const route of named.filter(({ path }) => recordsOf(path))) {
			for (const url of await addressesOf(route)) {
				if (person.own?.test(url)) continue;
				const { statusCode, body } = await call(await house.as(person.login), route, url, { officeId: office });
				tried += 1;
				const expected = may(person, route) ? [403, 404] : [403];
				if (expected.includes(statusCode)) continue;
				// Refused for another reason, it must be the same answer as for a record that is not there at all.
				const missing = await call(await house.as(person.login), route, url.replace(/\d+/, '987654321'), {
					officeId: office,
				});
				if (statusCode < 400 || words(missing.body) !== words(body))
					faults.push(`${route.method} ${url} (${route.path}): ${statusCode} ${body.slice(0, 200)}`);
			}
		}
		expect(faults).toEqual([]);
		expect(tried).toBeGreaterThan(300);
		expect(await changedSince(before)).toEqual([]);
	});
});

/** Lists that hold rows of other offices on purpose: what of them is another's is public, or asked of everybody. */
const SHARED_LISTS: Readonly<Record<string, string>> = {
	'/api/normative/batches': 'a clean-up of the whole county',
	'/api/proposals': 'a proposal the office helps to answer',
	'/api/trainings': 'trainings the office is asked to',
	'/api/exams': 'exams of the county',
};

describe('a list', () => {
	const lists = routes.filter(
		({ path, method, isQuestion }) => !path.includes(':') && (method === 'GET' || isQuestion),
	);
	const clerk = STRANGERS[0] as Person;

	/** Every object somewhere in an answer that says whose it is. */
	function rowsOf(value: unknown): { officeId: number }[] {
		if (Array.isArray(value)) return value.flatMap(rowsOf);
		if (value === null || typeof value !== 'object') return [];
		const own = 'officeId' in value && typeof value.officeId === 'number' ? [{ officeId: value.officeId }] : [];
		return [...own, ...Object.values(value).flatMap(rowsOf)];
	}

	it('shows a clerk no row of another office, asked for or not', async () => {
		const other = await house.office(STRANGE);
		const faults = new Set<string>();
		let rows = 0;
		for (const route of lists.filter((one) => may(clerk, one) && one.response !== 'download')) {
			for (const given of [{}, { officeId: office }]) {
				const answer = await call(await house.as(clerk.login), route, route.path, given);
				if (answer.statusCode !== 200) continue;
				const found = rowsOf(answer.json());
				rows += found.length;
				if (found.some(({ officeId }) => officeId !== other)) faults.add(route.path);
			}
		}
		expect([...faults].filter((path) => !(path in SHARED_LISTS))).toEqual([]);
		expect(rows).toBeGreaterThan(50);
	});
});

/** Posted, and only read: a letter before it is signed, a paper that is printed. */
const READS = /\/(?:preview|papers)$/;

/** People of the office itself, of whom the law wants another hand: what they may change is theirs by name. */
const OWN_MOVES: Readonly<Record<string, RegExp>> = {
	baomi: /secrecy|reviewSecrecy|exams|rating|handovers|send-back/i,
	shenhe: /proofread|post-review|review|exams|rating|handovers|send-back|sendBack|moves/i,
};

describe.each(Object.keys(OWN_MOVES))('%s, of the office itself', (login) => {
	it('changes nothing that is not a move of theirs', async () => {
		const roles: Role[] = [login === 'baomi' ? 'secrecyReviewer' : 'reviewer'];
		const person = { login, roles, who: login };
		const moves = named.filter(
			({ path, method, isQuestion }) =>
				method !== 'GET' && !isQuestion && !OWN_MOVES[login]?.test(path) && !READS.test(path),
		);
		const before = await house.everything();
		const faults: string[] = [];
		for (const route of moves.filter(({ path }) => recordsOf(path))) {
			for (const url of await addressesOf(route, 1)) {
				const { statusCode } = await call(await house.as(login), route, url, { officeId: office });
				const isRefused = may(person, route) ? statusCode >= 400 : statusCode === 403;
				if (!isRefused) faults.push(`${route.method} ${url} (${route.path}): ${statusCode}`);
			}
		}
		expect(faults).toEqual([]);
		expect(await changedSince(before)).toEqual([]);
	});
});

describe('nobody', () => {
	it('who is not signed in is let into no route that is not public', async () => {
		const before = await house.everything();
		const faults: string[] = [];
		for (const route of routes.filter(({ access }) => access !== 'public')) {
			const url = recordsOf(route.path) ? (await addressesOf(route, 1))[0] : route.path.replace(/:\w+/g, '1');
			const { statusCode } = await house.inject({ method: route.method, url: url ?? route.path });
			// What was sent is judged before anybody is asked who they are, and answered with nothing but its own faults.
			const isJudged = route.body || route.query || route.params;
			const expected = isJudged && !route.upload ? [401, 415, 422] : [401];
			if (!expected.includes(statusCode)) faults.push(`${route.method} ${url}: ${statusCode}`);
		}
		expect(faults).toEqual([]);
		expect(await changedSince(before)).toEqual([]);
	});

	it('nor with a session whose token is missing or another’s, to change anything', async () => {
		const before = await house.everything();
		const mine = await house.as('xinxi');
		const other = await house.as('liuan-xinxi');
		const faults: string[] = [];
		for (const route of named.filter(({ method, path }) => method !== 'GET' && recordsOf(path))) {
			const [url] = await addressesOf(route, 1);
			for (const token of ['', other.csrf]) {
				const headers = { cookie: `${SESSION_COOKIE}=${mine.cookie}`, 'x-csrf-token': token };
				const payload = route.upload ? {} : bodyOf(route, {});
				const { statusCode } = await house.inject({ method: route.method, url: url ?? '', headers, payload });
				if (![403, 415].includes(statusCode)) faults.push(`${route.method} ${url}: ${statusCode}`);
			}
		}
		expect(faults).toEqual([]);
		expect(await changedSince(before)).toEqual([]);
	});
});
