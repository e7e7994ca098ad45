import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** Longer than a slow line needs for a large file; whoever still sends then is cut off. */
const PATIENCE_MS = 120_000;

/**
 * Reads what is left of a refused body and throws it away. A browser looks at the answer only when it has sent everything:
 * without this it waits for ever, and the form with its message never comes back.
 */
export async function drain(request: IncomingMessage): Promise<void> {
	if (request.readableEnded || request.destroyed) return;
	request.unpipe();
	request.resume();
	try {
		await finished(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
	} catch {
		// Gone, or too slow: the answer will find nobody, and that is all.
	}
}
