import { createGate, type GateSession } from './gate.ts';
import { asProblem, problemFrom } from './problem.ts';
import { createTransport } from './transport.ts';
import type { Answer } from './types.ts';

/** What the server says about the visitor: the public part is there before anybody has signed in. */
export type Session = Answer<'/api/session'>;
/** An office the person may act in. */
export type SessionOffice = Session['offices'][number];

const PATH = '/api/session';

/** The one gate of the page: transport, dialog and session context share it. */
export const gate = createGate(async () => partOf(await readSession()));

/** The fetch of the whole workbench. */
export const transport = createTransport((request) => fetch(request), gate);

export async function readSession(): Promise<Session> {
	return await receive(() => fetch(PATH, { headers: { accept: 'application/json' } }));
}

/** @throws ProblemError with the reason when name and password do not fit, the account is disabled or tried too often. */
export async function signIn(userName: string, password: string): Promise<Session> {
	return await receive(() => fetch(PATH, json('POST', { userName, password })));
}

export async function signOut(): Promise<void> {
	await transport(new Request(PATH, { method: 'DELETE' }));
}

export async function switchOffice(officeId: number): Promise<Session> {
	return await receive(() => transport(new Request(`${PATH}/office`, json('PUT', { officeId }))));
}

export async function changePassword(current: string, next: string): Promise<Session> {
	return await receive(() => transport(new Request(`${PATH}/password`, json('POST', { current, next }))));
}

async function receive(ask: () => Promise<Response>): Promise<Session> {
	const answer = await ask().catch((thrown: unknown) => {
		throw asProblem(thrown);
	});
	const body = await answer.text();
	if (!answer.ok) throw problemFrom(answer.status, body);
	const session = JSON.parse(body) as Session;
	gate.accept(partOf(session));
	return session;
}

function json(method: string, body: unknown): RequestInit {
	return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function partOf(session: Session): GateSession {
	return { personId: session.person?.id ?? null, token: session.csrfToken };
}
