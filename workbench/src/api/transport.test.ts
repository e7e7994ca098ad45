import { describe, expect, it, vi } from 'vitest';
import { createGate } from './gate.ts';
import { createTransport } from './transport.ts';

const ADDRESS = 'http://localhost/api/offices';
const problem = (status: number, code: string) =>
	new Response(JSON.stringify({ title: `refused ${code}`, status, code, issues: [] }), { status });
const good = () => new Response('{"id":1}', { status: 200 });

/** A server that gives the answers in turn and remembers what it was sent. */
function serverWith(...answers: (Response | Error)[]) {
	const seen: { token: string | null; body: string }[] = [];
	const fetcher = async (request: Request) => {
		seen.push({ token: request.headers.get('x-csrf-token'), body: await request.text() });
		const answer = answers.shift();
		if (answer instanceof Error) throw answer;
		return answer ?? good();
	};
	return { fetcher, seen };
}

function setUp(...answers: (Response | Error)[]) {
	const gate = createGate(async () => ({ personId: 1, token: 'newer' }));
	gate.accept({ personId: 1, token: 'token' });
	const server = serverWith(...answers);
	return { gate, seen: server.seen, send: createTransport(server.fetcher, gate) };
}

const post = (body = '{"name":"甲"}') => new Request(ADDRESS, { method: 'POST', body });

describe('the transport', () => {
	it('adds the token to changes and to nothing else', async () => {
		const { send, seen } = setUp();
		await send(post());
		await send(new Request(ADDRESS));
		expect(seen.map(({ token }) => token)).toEqual(['token', null]);
	});

	it('throws the problem of a refusal', async () => {
		const { send } = setUp(problem(422, 'invalid'));
		await expect(send(post())).rejects.toMatchObject({ code: 'invalid', status: 422 });
	});

	it('says offline when no answer came', async () => {
		const { send } = setUp(new TypeError('Failed to fetch'));
		await expect(send(post())).rejects.toMatchObject({ code: 'offline' });
	});

	it('says cancelled when the caller stopped the request', async () => {
		const stop = new AbortController();
		const { send } = setUp(new DOMException('aborted', 'AbortError'));
		const request = new Request(ADDRESS, { signal: stop.signal });
		stop.abort();
		await expect(send(request)).rejects.toMatchObject({ code: 'cancelled' });
	});
});

describe('when the session has ended', () => {
	it('waits for the dialog, then sends the same body again with the new token', async () => {
		const { gate, send, seen } = setUp(problem(401, 'unauthenticated'));
		const answer = send(post());
		await vi.waitFor(() => expect(gate.asking()).toBe(true));
		gate.accept({ personId: 1, token: 'after' });
		gate.settle(true);
		expect((await answer).status).toBe(200);
		expect(seen).toEqual([
			{ token: 'token', body: '{"name":"甲"}' },
			{ token: 'after', body: '{"name":"甲"}' },
		]);
	});

	it('gives the refusal when the person does not sign in', async () => {
		const { gate, send, seen } = setUp(problem(401, 'unauthenticated'));
		const answer = send(post());
		await vi.waitFor(() => expect(gate.asking()).toBe(true));
		gate.settle(false);
		await expect(answer).rejects.toMatchObject({ code: 'unauthenticated' });
		expect(seen).toHaveLength(1);
	});

	it('repeats once only', async () => {
		const { gate, send, seen } = setUp(problem(401, 'unauthenticated'), problem(401, 'unauthenticated'));
		const answer = send(post());
		await vi.waitFor(() => expect(gate.asking()).toBe(true));
		gate.settle(true);
		await expect(answer).rejects.toMatchObject({ status: 401 });
		expect(seen).toHaveLength(2);
	});

	it('opens no dialog for a wrong password at the sign-in itself', async () => {
		const { gate, send } = setUp(problem(401, 'unauthenticated'));
		const request = new Request('http://localhost/api/session', { method: 'POST', body: '{}' });
		await expect(send(request)).rejects.toMatchObject({ status: 401 });
		expect(gate.asking()).toBe(false);
	});
});

describe('a change refused with 403', () => {
	it('is repeated with the token of a sign-in in another tab', async () => {
		const { send, seen } = setUp(problem(403, 'forbidden'));
		expect((await send(post())).status).toBe(200);
		expect(seen.map(({ token }) => token)).toEqual(['token', 'newer']);
	});

	it('is given back when the token was the right one: the permission is missing', async () => {
		const { gate, send, seen } = setUp(problem(403, 'forbidden'));
		gate.accept({ personId: 1, token: 'newer' });
		await expect(send(post())).rejects.toMatchObject({ code: 'forbidden' });
		expect(seen).toHaveLength(1);
	});

	it('is not repeated for reads', async () => {
		const { send, seen } = setUp(problem(403, 'forbidden'));
		await expect(send(new Request(ADDRESS))).rejects.toMatchObject({ code: 'forbidden' });
		expect(seen).toHaveLength(1);
	});
});
