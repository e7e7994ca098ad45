import { type Context, reader, transact } from '../../../platform/transaction.ts';
import { learnNames } from '../queries/dictionary.ts';
import { saveDictionary, selectDictionary, selectPublicIds } from '../store/search.ts';

/** New names of offices and columns change how text is cut: then everything public is indexed anew, in steps. */
export async function learnAnew(context: Context): Promise<void> {
	const fingerprint = await learnNames(reader(context));
	await transact({ ...context, auditEvent: 'search.learnNames' }, async (tx) => {
		if ((await selectDictionary(tx)) === fingerprint) return;
		await saveDictionary(tx, fingerprint);
		const [first] = await selectPublicIds(tx, 0, 1);
		if (first !== undefined) await tx.emit('dictionary.changed', { fingerprint });
	});
}
