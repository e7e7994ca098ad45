import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';

export const damaged = 'PDF 文件已损坏或不完整，打不开，请重新导出后再试。';

/** Turns of the event loop are counted at most this often. */
const turnMs = 100;

/**
 * A damaged file can leave pdfjs waiting for a part that never comes. Counted in turns, not by the clock: on a machine with much
 * else to do a sound file gets few of them, and is not late.
 * @throws ReadError `damaged`
 */
export async function inTime<T>(step: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		let turns = 0;
		timer = setInterval(() => {
			turns++;
			if (turns * turnMs >= limits.pdfStepMs) reject(new ReadError('damaged', damaged));
		}, turnMs);
	});
	try {
		return await Promise.race([step, late]);
	} finally {
		clearInterval(timer);
	}
}
