import { newestDocuments, writeReads } from '../../server/modules/publishing/index.ts';
import { type Context, reader } from '../../server/platform/transaction.ts';
import type { Services } from '../../server/services.ts';

const A_DAY = 86_400_000;
const DAYS = 400;
const BROWSER = 'Mozilla/5.0 (demo)';

/** People read what was published, most of it when it was new and some of it for ever; each document as often in every demo. */
export async function readAlong(services: Services): Promise<void> {
	const context: Context = {
		...{ sql: services.database.sql, clock: services.clock, listeners: services.listeners },
		...{ actor: { kind: 'system', name: '示范县' }, auditEvent: 'demo.reads' },
	};
	const read = reader(context);
	for (const { documentId, publishedAt } of await newestDocuments(read, {}, 1_000)) {
		for (let day = 0; day < DAYS; day += 7) {
			const at = new Date(publishedAt.getTime() + day * A_DAY);
			if (at > read.now) break;
			const readers = Math.round(((documentId * 37) % 23) / (1 + day / 14));
			for (let n = 0; n < readers; n += 1)
				services.reads.note(documentId, at.toISOString().slice(0, 7), { address: `${day} ${n}`, userAgent: BROWSER });
		}
	}
	await writeReads(services);
}
