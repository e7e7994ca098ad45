/** An OpenAI-compatible service of the county's own choosing. */
export interface ModelSettings {
	/** Below which `/chat/completions` answers; without a slash at the end. */
	readonly url: string;
	/** Sent as `Authorization: Bearer …`; empty for none. */
	readonly key: string;
	readonly name: string;
}

/** What the model said, or why it said nothing. */
export type Completion = { text: string } | { failed: 'late' | 'unreachable' };

const ANSWER_MS = 15_000;
const MOST_TOKENS = 600;
/** Longer answers are none; bytes. */
const MOST_BYTES = 256 * 1024;

/** Asks a model once, without a second try: somebody is waiting. Never throws. */
export async function complete(
	{ url, key, name }: ModelSettings,
	{ system, user }: { system: string; user: string },
	answerMs = ANSWER_MS,
): Promise<Completion> {
	const signal = AbortSignal.timeout(answerMs);
	try {
		const answer = await fetch(`${url}/chat/completions`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
			body: JSON.stringify({
				model: name,
				temperature: 0,
				max_tokens: MOST_TOKENS,
				messages: [
					{ role: 'system', content: system },
					{ role: 'user', content: user },
				],
			}),
			redirect: 'error',
			signal,
		});
		const text = answer.ok ? textOf(await bodyOf(answer)) : null;
		if (!answer.ok) await answer.body?.cancel();
		return text === null ? { failed: 'unreachable' } : { text };
	} catch {
		return { failed: signal.aborted ? 'late' : 'unreachable' };
	}
}

async function bodyOf(answer: Response): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of answer.body ?? []) {
		size += part.length;
		if (size > MOST_BYTES) throw new Error('too long');
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

function textOf(body: string): string | null {
	const answer = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] } | null;
	const content = answer?.choices?.[0]?.message?.content;
	return typeof content === 'string' && content.trim() !== '' ? content.trim() : null;
}
