import type { Services } from '../../../services.ts';
import { addReads } from '../store/reads.ts';

/** A node that is killed loses the readings of at most so long. */
const EVERY_MS = 10_000;

/** Writes the readings this process has counted. No entry in the audit trail: nobody did anything. */
export async function writeReads({ reads, database }: Services): Promise<void> {
	await reads.flush(async (batch) => {
		await addReads(database.sql, batch);
	});
}

/** Writes while the process runs, and once more at its end. */
export function keepWritingReads(services: Services): { stop(): Promise<void> } {
	const write = () =>
		writeReads(services).catch((error: unknown) => services.log.warn({ err: error }, 'readings not written yet'));
	const timer = setInterval(() => void write(), EVERY_MS);
	timer.unref();
	return {
		stop: async () => {
			clearInterval(timer);
			await write();
		},
	};
}
