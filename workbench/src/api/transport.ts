import type { SessionGate } from './gate.ts';
import { asProblem, ProblemError, problemFrom } from './problem.ts';

type Fetch = (request: Request) => Promise<Response>;

/** The routes that begin and end sessions answer for themselves: a wrong password opens no second dialog. */
const OWN_ANSWER = /\/api\/session$/;

/**
 * Wraps fetch: adds the session's token to changes, asks for the password when the session has ended and then sends the
 * same request once more, and throws a ProblemError for every answer that is not ok.
 */
export function createTransport(fetcher: Fetch, gate: SessionGate): Fetch {
	return async (request) => {
		const spare = request.clone();
		const first = await attempt(fetcher, request, gate);
		if (first.ok) return first;
		const again = await mayRepeat(first.status, request, gate);
		if (!again) throw problemFrom(first.status, await first.text());
		const second = await attempt(fetcher, spare, gate);
		if (second.ok) return second;
		throw problemFrom(second.status, await second.text());
	};
}

async function attempt(fetcher: Fetch, request: Request, gate: SessionGate): Promise<Response> {
	const token = gate.token();
	if (token !== null && request.method !== 'GET') request.headers.set('x-csrf-token', token);
	try {
		return await fetcher(request);
	} catch (thrown) {
		if (request.signal.aborted) throw new ProblemError({ title: '操作已取消。', status: 0, code: 'cancelled' });
		throw asProblem(thrown);
	}
}

/** Whether a refused request deserves a second attempt, after the dialog or with a newer token. */
export async function mayRepeat(status: number, request: { url: string; method: string }, gate: SessionGate) {
	if (OWN_ANSWER.test(request.url)) return false;
	if (status === 401) return await gate.signInAgain();
	// 403 on a change: another tab may have signed in anew, and our token is of the session before.
	if (status === 403 && request.method !== 'GET') return await gate.refresh().catch(() => false);
	return false;
}
