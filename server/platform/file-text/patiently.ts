import { ReadError } from 'annual-report';

/**
 * Reads once more what could not be opened: a step of opening a pdf has a limit of seconds, and on a busy machine a sound file
 * may miss it. What is damaged is so the second time too.
 */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (cause) {
		if (!(cause instanceof ReadError) || cause.reason !== 'damaged') throw cause;
		return await read();
	}
}
