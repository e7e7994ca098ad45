import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODULES } from '../server/compose.ts';
import { permissionsOf, type Role } from '../server/kernel/permissions.ts';
import { bodyOf, type House, openHouse, routes, send } from './support/house.ts';

/**
 * Whatever is sent to any route or form of the house, by people who may use it and to records that are there: the answer is an
 * answer, or a refusal with a sentence in Chinese; never an internal error, never markup that runs.
 */
let house: House;
let office = 0;
beforeAll(async () => {
	house = await openHouse();
	office = await house.office('wangxi');
});
afterAll(() => house?.close());

type Wreck = (value: unknown, name: string) => unknown;
const texts =
	(wrecked: string): Wreck =>
	(value) =>
		typeof value === 'string' && !/^\d{4}-\d\d-\d\d/.test(value) ? wrecked : value;
const numbers =
	(wrecked: number): Wreck =>
	(value, name) =>
		typeof value === 'number' && name !== 'revision' && name !== 'version' ? wrecked : value;
const days =
	(wrecked: string): Wreck =>
	(value) =>
		typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? wrecked + value.slice(10) : value;

/** What breaks programs, each put in the place of every text, number or day of a body at once. */
const WRECKS: Readonly<Record<string, Wreck>> = {
	'a NUL': texts('甲\u0000乙丙丁戊己庚辛壬癸'),
	'half a character': texts('甲\ud800乙丙丁戊己庚辛壬癸'),
	'only blanks': texts(' 　\u200b '),
	'more than fits': texts('长'.repeat(100_001)),
	'markup and a formula': texts('=1+1"><script>alert(1)</script>{{7*7}}'),
	'a turned-round text': texts('\u202e正文\u202c'),
	'names every object has': texts('__proto__'),
	'ids that are not there': numbers(987_654_321),
	'less than nothing': numbers(-1),
	'more than a column holds': numbers(2 ** 31),
	'more than a number holds': numbers(2 ** 53),
	'a half': numbers(0.5),
	'the first day of all': days('0001-01-01'),
	'the last day of all': days('9999-12-31'),
	'a day before computers': days('1899-12-31'),
	'a day that is not': days('2026-02-30'),
};

function wrecked(value: unknown, wreck: Wreck, name = ''): unknown {
	if (Array.isArray(value)) return value.map((one) => wrecked(one, wreck, name));
	if (value !== null && typeof value === 'object')
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrecked(one, wreck, key)]));
	return wreck(value, name);
}

const PEOPLE: readonly { login: string; roles: Role[] }[] = [
	{ login: 'xinxi', roles: ['clerk'] },
	{ login: 'qianfa', roles: ['leader'] },
	{ login: 'gongkaiban', roles: ['countyOfficer', 'clerk'] },
];

// Offices, people and settings are tried by `offices/tests/fuzz.it.test.ts`, with a county of their own: after it nobody could sign in.
const rooms = MODULES.filter(({ name }) => name !== 'offices').map(({ name, routes: own }) => ({ name, own }));

describe.each(rooms)('$name', ({ own }) => {
	const changes = own.filter(({ method }) => method !== 'GET');

	it.each(PEOPLE)('answers $login whatever is written', async ({ login, roles }) => {
		const held = permissionsOf(roles);
		const browser = await house.as(login);
		const faults: string[] = [];
		for (const route of changes.filter(({ access }) => held.has(access as 'office.read'))) {
			const body = bodyOf(route, { officeId: office });
			for (const url of await house.addresses(route, [office], 1)) {
				for (const [name, wreck] of Object.entries(WRECKS)) {
					const sent = wrecked(body, wreck) as object;
					if (JSON.stringify(sent) === JSON.stringify(body)) continue;
					const answer = await send(browser, route, url, sent);
					const refused = answer.statusCode >= 400 ? String(answer.json().title) : '一';
					if (answer.statusCode >= 500 || !/[\u4e00-\u9fff]/.test(refused))
						faults.push(`${route.method} ${url} (${route.path}), ${name}: ${answer.statusCode} ${refused}`);
				}
			}
		}
		expect(faults).toEqual([]);
	});
});

describe('an address', () => {
	const NASTY = [
		'%00',
		'-1',
		'0',
		'1.5',
		'1e3',
		'9007199254740993',
		'99999999999999999999',
		'%F0%9F%98%80',
		"1'--",
		'__proto__',
	];

	it('that names no record is refused, and nothing breaks', async () => {
		const faults: string[] = [];
		for (const route of routes.filter(({ path, method }) => method === 'GET' && path.includes(':'))) {
			for (const nasty of NASTY) {
				const url = route.path.replace(/:\w+/g, nasty);
				const { statusCode } = await (await house.as('gongkaiban')).get(url);
				if (statusCode >= 500 || statusCode === 200) faults.push(`${url}: ${statusCode}`);
			}
		}
		// A name that is free text, such as a chapter of a form, may be found to be none by an empty answer.
		expect(faults).toEqual([]);
	});

	it('with a query nobody meant is refused, or passed over', async () => {
		const faults: string[] = [];
		const NAMES = ['page', 'pageSize', 'q', 'officeId', 'year', 'from', 'to', 'state', 'kind', 'id', 'month', 'field'];
		for (const route of routes.filter(({ path, method }) => method === 'GET' && !path.includes(':'))) {
			for (const nasty of [
				'%00',
				'-1',
				'1e9',
				'99999999999999999999',
				'0001-01-01',
				'9999-12-31',
				'%25%5F%27',
				'__proto__',
			]) {
				const url = `${route.path}?${NAMES.map((name) => `${name}=${nasty}`).join('&')}`;
				const { statusCode } = await (await house.as('gongkaiban')).get(url);
				if (statusCode >= 500) faults.push(`${url}: ${statusCode}`);
			}
		}
		expect(faults).toEqual([]);
	});
});

describe('a form of the portal', () => {
	const forms = MODULES.flatMap(({ pages = [] }) => pages).filter(({ method }) => method === 'POST');
	/** What stands in the address of a form, taken from what is open in the demo. */
	const OPEN: Readonly<Record<string, string>> = {
		'/consultations/:number/comment':
			"select number from consultation where state = 'open' order by to_day desc limit 1",
		'/surveys/:number': "select number from survey where state = 'fixed' and not codes_only order by id desc limit 1",
	};
	let addresses = 0;
	const post = async (url: string, fields: Record<string, string>) =>
		await house.inject({
			...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
			remoteAddress: `10.7.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});

	async function urlOf(path: string): Promise<string> {
		if (!path.includes(':number')) return path.replace(':slug', 'wangxi');
		const { rows } = await house.database.pool.query<{ number: string }>(OPEN[path] ?? '');
		return path.replace(':number', rows[0]?.number ?? '');
	}

	/** The names of a form's fields, as the page offers them. */
	async function fieldsOf(url: string): Promise<string[]> {
		const { body } = await house.inject({ url });
		const names = [...body.matchAll(/<(?:input|textarea|select)[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name);
		return [...new Set(names)].filter((name) => name !== 'token');
	}

	const VALUES = [
		'',
		'\u0000',
		'甲\ud800',
		'长'.repeat(20_000),
		'"><script>alert(1)</script>',
		'__proto__',
		'-1',
		'＝1＋1',
	];

	it.each(forms.map(({ path }) => path))(
		'%s comes back with a sentence, and nothing typed into it runs',
		async (path) => {
			const url = await urlOf(path);
			expect(url).not.toMatch(/\/\/|:/);
			const fields = await fieldsOf(url);
			for (const value of VALUES) {
				const filled = Object.fromEntries(fields.map((name) => [name, value]));
				const answer = await post(url, { ...filled, token: `t${addresses}` });
				expect(answer.statusCode, `${url} with ${JSON.stringify(value.slice(0, 30))}`).toBeLessThan(500);
				expect(answer.body).not.toContain('<script>alert(1)');
				expect(answer.body).toMatch(/[\u4e00-\u9fff]/);
			}
		},
	);

	it('keeps what somebody wrote when one field is wrong', async () => {
		const number = await urlOf('/consultations/:number/comment');
		const kept: [string, Record<string, string>, string][] = [
			['/voice/new', { kind: 'question', office: 'wangxi', title: '', body: '这是我写了很久的一段话。' }, '写了很久'],
			[number, { body: '这是我写了很久的一条意见。', phone: 'x' }, '写了很久'],
		];
		for (const [url, fields, typed] of kept) {
			const answer = await post(url, { ...fields, token: `k${addresses}` });
			expect([url, answer.body.includes(typed)]).toEqual([url, true]);
		}
	});
});
