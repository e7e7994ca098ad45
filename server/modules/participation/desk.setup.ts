import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';

/** A county with its people, each signed in when first asked for, and what a citizen can do. */
export interface Desk {
	server: TestApp;
	county: County;
	as(person: PersonKey): Promise<Browser>;
	page(url: string): Promise<{ status: number; body: string }>;
	/** Posts a form of the portal. */
	post(url: string, form: Record<string, string>): Promise<{ status: number; body: string }>;
	get<T = Record<string, unknown>>(person: PersonKey, url: string): Promise<T>;
	/** Status of a POST by somebody who works here. */
	send(person: PersonKey, url: string, body?: object): Promise<{ status: number; body: Answer }>;
	put(person: PersonKey, url: string, body: object): Promise<{ status: number; body: Answer }>;
	/** Turns the clock to an hour of China (default 10). */
	turn(day: string, hour?: number): void;
}

export interface Answer {
	id: number;
	number: string;
	issues: { key: string; field?: string; message: string }[];
}

export async function openDesk(now = '2026-06-01T02:00:00Z'): Promise<Desk> {
	const server = await createTestApp(now);
	const county = await makeCounty(server);
	await server.settle();
	const browsers = new Map<PersonKey, Promise<Browser>>();
	const as = (person: PersonKey) => {
		const known = browsers.get(person) ?? signIn(server, person);
		browsers.set(person, known);
		return known;
	};
	const form = async (url: string, fields: Record<string, string>) => {
		const payload = new URLSearchParams(fields).toString();
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const { statusCode, body } = await server.inject({ method: 'POST', url, payload, headers });
		return { status: statusCode, body };
	};
	return {
		server,
		county,
		as,
		page: async (url) => {
			const { statusCode, body } = await server.inject({ url });
			return { status: statusCode, body };
		},
		post: form,
		get: async (person, url) => (await (await as(person)).get(url)).json(),
		send: async (person, url, body = {}) => {
			const answer = await (await as(person)).post(url, body);
			return { status: answer.statusCode, body: answer.json() };
		},
		put: async (person, url, body) => {
			const answer = await (await as(person)).put(url, body);
			return { status: answer.statusCode, body: answer.json() };
		},
		turn: (day, hour = 10) => {
			server.clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
			// Sessions end when nothing was done for a while.
			browsers.clear();
		},
	};
}

/** Number and query code as a receipt prints them. */
export function receipt(body: string): { number: string; code: string } {
	return {
		number: /(?:HD|YJ)2026\d{5}/.exec(body)?.[0] ?? '',
		code: /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(body)?.[0] ?? '',
	};
}
