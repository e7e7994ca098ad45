import type { FastifyInstance, InjectOptions } from 'fastify';
import { SESSION_COOKIE, type SignedIn } from '../../server/api/session.ts';
import { buildApp } from '../../server/app.ts';
import { MODULES } from '../../server/compose.ts';
import { type PersonActor, personActor } from '../../server/kernel/actor.ts';
import type { Role } from '../../server/kernel/permissions.ts';
import { type Clock, fixedClock } from '../../server/platform/clock.ts';
import type { Services } from '../../server/services.ts';

/** Somebody who works in the demo, as the API sees them. */
export interface DemoWorker {
	id: number;
	name: string;
	officeId: number;
	roles: Role[];
}

/** What came back: the body read as JSON where it is JSON. */
export interface Answer {
	status: number;
	body: unknown;
	text: string;
	location: string;
}

/**
 * The demo's front desk: a year of life is lived through the same routes that people use, on a clock that is set day by day, so
 * that every rule, signature, number and trail of the demo is a real one. Only signing in is shortened.
 */
export interface DemoFile {
	name: string;
	content: Uint8Array;
}

export interface Desk {
	/** Sets the clock to an hour (0–23, China) of a civil day. */
	at(day: string, hour?: number): void;
	get(login: string, url: string): Promise<Answer>;
	post(login: string, url: string, body?: unknown): Promise<Answer>;
	put(login: string, url: string, body?: unknown): Promise<Answer>;
	/** Posts a form that may carry files. */
	upload(
		login: string,
		url: string,
		fields: Readonly<Record<string, string | number>>,
		files?: readonly DemoFile[],
	): Promise<Answer>;
	/** Posts a form of the portal as a citizen. */
	form(url: string, fields: Record<string, string>): Promise<Answer>;
	close(): Promise<void>;
}

const TOKEN = 'demo';

/** Opens the desk for these workers (by login name). Any answer that is not 2xx or 3xx throws, naming the request. */
export async function openDesk(services: Services, workers: ReadonlyMap<string, DemoWorker>): Promise<Desk> {
	const clock = fixedClock(new Date());
	const app = await buildApp(MODULES, {
		...services,
		clock,
		authenticate: async (login) => signedIn(workers.get(login)),
	});
	const call = (login: string, options: InjectOptions) =>
		ask(app, {
			...options,
			cookies: { [SESSION_COOKIE]: login },
			headers: { 'x-csrf-token': TOKEN, ...options.headers },
		});
	return {
		at: (day, hour = 10) => setClock(clock, day, hour),
		get: (login, url) => call(login, { method: 'GET', url }),
		post: (login, url, body = {}) => call(login, { method: 'POST', url, payload: body as object }),
		put: (login, url, body = {}) => call(login, { method: 'PUT', url, payload: body as object }),
		upload: async (login, url, fields, files = []) => {
			const form = new FormData();
			for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
			for (const { name, content } of files) form.append('files', new Blob([new Uint8Array(content)]), name);
			const body = new Response(form);
			const headers = { 'content-type': body.headers.get('content-type') ?? '' };
			return await call(login, { method: 'POST', url, payload: Buffer.from(await body.arrayBuffer()), headers });
		},
		form: (url, fields) =>
			ask(app, {
				method: 'POST',
				url,
				payload: new URLSearchParams(fields).toString(),
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
			}),
		close: () => app.close(),
	};
}

function setClock(clock: Clock & { set(to: string): void }, day: string, hour: number): void {
	clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
}

function signedIn(worker: DemoWorker | undefined): SignedIn | null {
	if (!worker) return null;
	const actor: PersonActor = personActor(worker, worker.officeId, worker.roles);
	return { sessionId: TOKEN, actor, csrfToken: TOKEN, mustChangePassword: false };
}

/** What a refusal says: the whole of a problem, or the list of mistakes on top of a form. */
function reason(body: string): string {
	const summary = /<[^>]*error-summary[^>]*>([\s\S]*?)<\/(?:section|div)>/.exec(body)?.[1] ?? body;
	return summary.replace(/<[^>]+>/g, ' ').slice(0, 600);
}

async function ask(app: FastifyInstance, options: InjectOptions): Promise<Answer> {
	const response = await app.inject(options);
	const json = String(response.headers['content-type'] ?? '').includes('json');
	if (response.statusCode >= 400) {
		throw new Error(
			`demo: ${options.method} ${String(options.url)} answered ${response.statusCode}: ${reason(response.body)}`,
		);
	}
	return {
		status: response.statusCode,
		body: json ? response.json() : null,
		text: response.body,
		location: String(response.headers.location ?? ''),
	};
}
