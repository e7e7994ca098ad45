import { groupBy } from '../../kernel/group.ts';
import type { Module } from '../../module.ts';
import { reader, transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { publicationsOf, publicDocumentsOf } from '../publishing/index.ts';
import { matchByRule } from './commands/match-documents.ts';

/** Documents put under their entries in one transaction. */
const BATCH = 2000;

function systemContext({ database, clock, listeners, pages }: Services, auditEvent: string) {
	const actor = { kind: 'system' as const, name: '公开事项' };
	const dropPages = (tags: readonly string[]) => pages.drop(tags);
	return { sql: database.sql, clock, actor, auditEvent, listeners, dropPages };
}

/** Reactions of this module. They may run twice: the rule gives the same answer. */
export const jobs: NonNullable<Module['jobs']> = {
	/** A document was published or changed. */
	'entries.match': async ({ payload }, services) => {
		const context = systemContext(services, 'catalogEntry.matchByRule');
		const documentId = Number(payload.documentId);
		const document = (await publicationsOf(reader(context), [documentId])).get(documentId);
		if (document) await transact(context, (tx) => matchByRule(tx, document.officeId, [document]));
	},
	/** Documents were taken in that another system had published. */
	'entries.matchImported': async ({ payload }, services) => {
		const context = systemContext(services, 'catalogEntry.matchByRule');
		const known = [...(await publicationsOf(reader(context), payload.documentIds as number[])).values()];
		for (const [officeId, own] of groupBy(known, (document) => document.officeId))
			await transact(context, (tx) => matchByRule(tx, officeId, own));
	},
	/** The entries of an office changed: all it has made public is put under them anew. */
	'entries.matchAll': async ({ payload }, services) => {
		const context = systemContext(services, 'catalogEntry.matchByRule');
		const officeId = Number(payload.officeId);
		for (let offset = 0; ; offset += BATCH) {
			const page = await publicDocumentsOf(reader(context), officeId, {}, { limit: BATCH, offset });
			const own = page.filter((document) => document.officeId === officeId);
			if (own.length > 0) await transact(context, (tx) => matchByRule(tx, officeId, own));
			if (page.length < BATCH) return;
		}
	},
};
