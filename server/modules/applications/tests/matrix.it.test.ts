import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answered, type Desk, handled, openDesk } from '../../../../test/applications.ts';
import { queryOn } from '../../../../test/everything.ts';
import { PERSON_KEYS, type PersonKey } from '../../../../test/fixtures.ts';
import { can } from '../../../kernel/actor.ts';
import { findMove } from '../../../kernel/workflow.ts';
import { STATES, type State } from '../model.ts';
import { ACTIONS, type Action } from '../rules/actions.ts';
import { caseWorkflow } from '../workflow.ts';
import { bodyOf, caseRoutes, pathOf } from './routes.setup.ts';

let desk: Desk;
let id: number;
let letterId: number;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	// With a letter, a decision and a history, so that there is something to see and to spoil.
	await handled(desk);
	id = await answered(desk);
	const [letter] = await rows<{ id: number }>(`select id from application_letter where application_id = ${id} limit 1`);
	letterId = Number(letter?.id);
});
afterAll(() => desk?.close());

const rows = <T>(statement: string) => queryOn<T>(desk.server.services.database.url, statement);

/** Everything of the case that a step could change. */
async function traces(): Promise<string> {
	const tables = [
		'application',
		'application_event',
		'application_letter',
		'letter_service',
		'application_file',
		'application_decision',
	];
	const counted = tables.map(
		(table) =>
			`select '${table}' as t, count(*)::int as n, md5(string_agg(md5(x::text), '' order by md5(x::text))) as hash from ${table} x`,
	);
	return JSON.stringify(await rows(counted.join(' union all ')));
}

type Cell = (typeof caseRoutes)[number];

const actionOf = ({ path }: Cell): Action | null => {
	const last = path.split('/').at(-1) ?? '';
	return ACTIONS.find((action) => action === last) ?? null;
};

const isReading = ({ method, path }: Cell) => method === 'GET' || /\/(preview|papers)$/.test(path);

async function send(person: PersonKey, { method, path, upload }: Cell) {
	const browser = await desk.as(person);
	const url = pathOf(path, id, letterId);
	if (upload) return await browser.upload(url, [{ name: 'a.txt', content: 'x' }], { purpose: 'material' });
	if (method === 'GET') return await browser.get(url);
	return await browser[method === 'PUT' ? 'put' : 'post'](url, bodyOf(path));
}

/** What must happen, from the law of the house alone: the permission first, then whose case it is, then the state. */
function expected(person: PersonKey, route: Cell, state: State): 'forbidden' | 'unseen' | 'refused' | 'open' {
	const actor = desk.county.actor(person);
	const { access } = route;
	if (access === 'public' || access === 'signedIn' || !can(actor, access)) return 'forbidden';
	const isOwn = actor.officeId === desk.county.townshipA.id;
	const isCounty = actor.officeId === desk.county.county.id;
	if (!isOwn && !isCounty) return 'unseen';
	const action = actionOf(route);
	if (isOwn && action && !findMove(caseWorkflow, state, action)) return 'refused';
	// The county sees the cases of all and acts in nobody's place; two of its posts only print or preview.
	return isOwn || isReading(route) ? 'open' : 'forbidden';
}

const STATUS = { forbidden: [403], unseen: [404], refused: [409, 422] } as const;

describe('role × route × state, own and other offices', () => {
	test.each(Object.keys(STATES) as State[])('%s', async (state) => {
		await rows(`update application set state = '${state}' where id = ${id}`);
		const before = await traces();
		let tried = 0;
		for (const person of PERSON_KEYS) {
			for (const route of caseRoutes) {
				const must = expected(person, route, state);
				if (must === 'open') continue;
				tried += 1;
				const answer = await send(person, route);
				const what = `${person} ${route.method} ${route.path} in ${state}: ${answer.body.slice(0, 200)}`;
				expect(STATUS[must] as readonly number[], what).toContain(answer.statusCode);
				expect(answer.body, what).not.toMatch(/农村道路|王小雨/);
			}
		}
		expect(tried).toBeGreaterThan(400);
		expect(await traces()).toBe(before);
	});
});
