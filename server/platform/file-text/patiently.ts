import { ReadError } from 'annual-report';

const TRIES = 3;

/**
 * Reads again what could not be opened: a step of opening a pdf has a limit of seconds, and on a busy machine a sound file may
 * miss it. What is damaged is so the third time too.
 */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await read();
		} catch (cause) {
			if (!(cause instanceof ReadError) || cause.reason !== 'damaged' || tries === TRIES) throw cause;
		}
	}
}
