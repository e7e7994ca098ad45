import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { createTestApp, type TestApp } from './app.ts';
import {
	type Browser,
	type County,
	makeCounty,
	multipart,
	type PersonKey,
	signIn,
	type UploadFile,
} from './fixtures.ts';

/** A county with its people at their desks, for tests of applications. */
export interface Desk {
	server: TestApp;
	county: County;
	/** Signed-in browsers by person; made when first asked for. */
	as(person: PersonKey): Promise<Browser>;
	/** Sets the day, at nine in the morning in China. */
	day(day: string): void;
	/** A posted portal form, urlencoded. Each call comes from another address, so that tests do not meet the rate limit. */
	post(url: string, form: Record<string, string>): Promise<LightMyRequestResponse>;
	/** The same as multipart, with files. */
	postFiles(url: string, form: Record<string, string>, files: UploadFile[]): Promise<LightMyRequestResponse>;
	close(): Promise<void>;
}

/** What most helpers need of a desk; the desk of publishing has it too. */
export type Seat = Pick<Desk, 'server' | 'as'>;

/** The applicant of most tests; none of it may turn up where it does not belong. */
export const APPLICANT = {
	name: '王小雨',
	idNumber: '110101199003077379',
	phone: '13900001234',
	email: 'wangxiaoyu@example.cn',
	address: '青河县柳溪镇桃花巷77号',
} as const;

/** Every piece of the applicant, for tests that look for leaks. */
export const TRACES: readonly string[] = Object.values(APPLICANT);

export async function openDesk(day = '2026-06-01', env: Record<string, string> = {}): Promise<Desk> {
	const server = await createTestApp(`${day}T01:00:00Z`, env);
	const county = await makeCounty(server);
	const browsers = new Map<PersonKey, Promise<Browser>>();
	let address = 0;
	const remoteAddress = () => {
		address += 1;
		return `10.0.${Math.floor(address / 250)}.${(address % 250) + 1}`;
	};
	return {
		server,
		county,
		as: (person) => {
			const known = browsers.get(person) ?? signIn(server, person);
			browsers.set(person, known);
			return known;
		},
		// Sessions rest after eight hours: another day, everybody signs in again.
		day: (next) => {
			server.clock.set(`${next}T01:00:00Z`);
			browsers.clear();
		},
		post: (url, form) =>
			server.inject({
				method: 'POST',
				url,
				remoteAddress: remoteAddress(),
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				payload: new URLSearchParams(form).toString(),
			}),
		postFiles: (url, form, files) => {
			const { body, type } = multipart(files, form);
			return server.inject({
				method: 'POST',
				url,
				remoteAddress: remoteAddress(),
				headers: { 'content-type': type },
				payload: body,
			});
		},
		close: () => server.close(),
	};
}

/** What a citizen fills in, complete. */
export function portalForm(change: Record<string, string> = {}): Record<string, string> {
	return {
		applicantKind: 'natural',
		'person.name': APPLICANT.name,
		'person.idKind': 'idCard',
		'person.idNumber': APPLICANT.idNumber,
		phone: APPLICANT.phone,
		email: APPLICANT.email,
		address: APPLICANT.address,
		title: '2025年农村道路养护资金使用情况',
		form: 'paper',
		delivery: 'post',
		consent: 'yes',
		...change,
	};
}

export interface Filed {
	number: string;
	code: string;
}

/** Files an application on the portal and reads the receipt. */
export async function file(desk: Desk, change: Record<string, string> = {}, slug = 'liuxi'): Promise<Filed> {
	const answer = await desk.post(`/apply/${slug}`, portalForm(change));
	expect(answer.statusCode, answer.body.slice(0, 3000)).toBe(200);
	return readReceipt(answer.body);
}

export function readReceipt(html: string): Filed {
	const [number = '', code = ''] = [...html.matchAll(/<dd><strong[^>]*>([^<]+)<\/strong>/g)].map(
		(found) => found[1] ?? '',
	);
	return { number, code };
}

export interface EntryChange {
	channel?: string;
	submittedOn?: string;
	arrivedOn?: string;
	confirmedOn?: string;
	asDraft?: boolean;
	request?: Record<string, unknown>;
	applicant?: Record<string, unknown>;
}

/** Enters an application over the counter as the clerk; answers its id, number and code. */
export async function enter(
	desk: Seat,
	change: EntryChange = {},
	person: PersonKey = 'clerk',
): Promise<{ id: number; number: string; code: string }> {
	const clerk = await desk.as(person);
	const { request = {}, applicant = {}, ...rest } = change;
	const answer = await clerk.post('/api/applications', {
		channel: 'counter',
		submittedOn: today(desk),
		...rest,
		request: { applicantKind: 'natural', title: '2025年农村道路养护资金使用情况', ...request },
		applicant: { ...APPLICANT, ...applicant },
	});
	expect(answer.statusCode, answer.body).toBe(200);
	const { applicationId, number, code } = answer.json();
	return { id: applicationId, number, code };
}

export function today(desk: Seat): string {
	return new Date(desk.server.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Does one step and expects it to be done. */
export async function step(
	desk: Seat,
	person: PersonKey,
	id: number,
	action: string,
	body: object = {},
): Promise<void> {
	const answer = await (await desk.as(person)).post(`/api/applications/${id}/${action}`, body);
	expect(answer.statusCode, `${action}: ${answer.body}`).toBe(200);
}

/** Does one step and expects a refusal with this status; answers the keys of its issues. */
export async function refused(
	desk: Seat,
	person: PersonKey,
	id: number,
	action: string,
	body: object = {},
	status = 422,
): Promise<string[]> {
	const answer = await (await desk.as(person)).post(`/api/applications/${id}/${action}`, body);
	expect(answer.statusCode, `${action}: ${answer.body}`).toBe(status);
	return answer.json().issues.map((issue: { key: string }) => issue.key);
}

/** An entered case the clerk is working on. */
export async function handled(desk: Seat, change: EntryChange = {}): Promise<number> {
	const { id } = await enter(desk, change);
	await step(desk, 'clerk', id, 'startHandling');
	return id;
}

export const WHERE = { fields: { where: '县政府网站“财政资金”栏目' } };

/** A case answered with 已主动公开 and served on the spot. */
export async function answered(desk: Seat, change: EntryChange = {}): Promise<number> {
	const id = await handled(desk, change);
	await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
	await step(desk, 'leader', id, 'approve', { note: '同意' });
	await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: today(desk) });
	return id;
}

/** The case as the API tells it. */
export async function view(desk: Seat, id: number, person: PersonKey = 'clerk') {
	const answer = await (await desk.as(person)).get(`/api/applications/${id}`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json();
}

/** A letter as it was issued, by its template; the last one when there are several. */
export async function originalLetter(desk: Desk, id: number, template: string): Promise<Buffer> {
	const { letters } = await view(desk, id);
	const letter = letters.findLast((one: { template: string }) => one.template === template);
	expect(letter, `no ${template}`).toBeDefined();
	const answer = await (await desk.as('clerk')).post(`/api/applications/${id}/letters/${letter.id}/print`, {
		reason: '寄送文书',
	});
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.rawPayload;
}
