import { createTestApp, type TestApp } from '../../../../test/app.ts';
import {
	type Browser,
	type County,
	hashOfPassword,
	makeCounty,
	type PersonKey,
	signIn,
} from '../../../../test/fixtures.ts';
import { transact } from '../../../platform/transaction.ts';
import { assignRole, createPerson } from '../../offices/index.ts';

/** A county with two evaluators from outside: one is asked, the other is not. */
export interface Desk {
	server: TestApp;
	county: County;
	evaluators: { asked: number; other: number };
	as(person: PersonKey | 'asked' | 'other'): Promise<Browser>;
	/** Another day: sessions of the day before have ended. */
	at(now: string): void;
	page(url: string, cookie?: string): ReturnType<TestApp['inject']>;
	form(url: string, fields: Record<string, string>, cookie?: string): ReturnType<TestApp['inject']>;
}

export async function openDesk(now: string): Promise<Desk> {
	const server = await createTestApp(now);
	const county = await makeCounty(server);
	const passwordHash = await hashOfPassword();
	const make = async (loginName: string, name: string) =>
		await transact(server.as({ kind: 'system', name: '测试' }), async (tx) => {
			const id = await createPerson(tx, { loginName, name, passwordHash, mustChangePassword: false });
			await assignRole(tx, { personId: id, officeId: county.county.id, role: 'evaluator', from: '2020-01-01' });
			return id;
		});
	const evaluators = { asked: await make('asked', '乔评'), other: await make('other', '尚评') };
	await server.settle();
	const browsers = new Map<string, Promise<Browser>>();
	let addresses = 0;
	return {
		server,
		county,
		evaluators,
		as: (person) => {
			const known = browsers.get(person) ?? signIn(server, person);
			browsers.set(person, known);
			return known;
		},
		at: (now) => {
			server.clock.set(now);
			browsers.clear();
		},
		page: (url, cookie) => server.inject({ url, headers: cookie ? { cookie } : {} }),
		form: (url, fields, cookie) => {
			addresses++;
			return server.inject({
				...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
				// Each from an address of its own: the limit is tested by itself.
				remoteAddress: `10.9.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`,
				headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) },
			});
		},
	};
}

/** A fixed tree of the standard indicators; answers its id. */
export async function fixedTree(desk: Desk, year = 2026): Promise<number> {
	const officer = await desk.as('countyOfficer');
	const { id } = (await officer.post('/api/evaluation/trees', { year, origin: { kind: 'standard' } })).json();
	const fixed = await officer.post(`/api/evaluation/trees/${id}/fix`, { revision: 1 });
	if (fixed.statusCode !== 200) throw new Error(fixed.body);
	return id;
}

/** A round of two townships and a department, begun, with one evaluator asked; answers its id. */
export async function begunRound(desk: Desk, more: object = {}): Promise<number> {
	const { county, evaluators } = desk;
	const officer = await desk.as('countyOfficer');
	const body = {
		...{ treeId: await fixedTree(desk), title: '2026年上半年政务公开考核', from: '2026-01-01', to: '2026-05-31' },
		officeIds: [county.townshipA.id, county.townshipB.id, county.department.id],
		evaluatorIds: [evaluators.asked],
		...more,
	};
	const made = await officer.post('/api/evaluation/rounds', body);
	if (made.statusCode !== 200) throw new Error(made.body);
	const { id } = made.json();
	await officer.post(`/api/evaluation/rounds/${id}/moves/start`, {});
	return id;
}

export const EVIDENCE = {
	...{ kind: 'link', ref: 'http://localhost/o/liuxi' },
	text: '栏目中有三条信息没有文号，附件打不开。',
};

/** Records a deduction as somebody; answers what the server said. */
export async function deduct(
	desk: Desk,
	person: PersonKey | 'asked' | 'other',
	roundId: number,
	fields: Record<string, string> = {},
) {
	const { townshipA } = desk.county;
	const given = { officeId: String(townshipA.id), code: '1.3', faults: '2', ...EVIDENCE, ...fields };
	return await (await desk.as(person)).upload(`/api/evaluation/rounds/${roundId}/deductions`, [], given);
}
