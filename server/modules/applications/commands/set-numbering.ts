import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices, officeById } from '../../offices/index.ts';
import { checkNumbering, defaultNumbering, type NumberingRule } from '../rules/numbering.ts';
import { putNumbering, selectAllNumbering } from '../store/counters.ts';
import { refuseIf } from './move.ts';

/** Sets 机关代字 and patterns of an office. Numbers already given stay as they are; the count goes on. */
export async function setNumbering(tx: Tx, input: NumberingRule & { officeId: number }): Promise<void> {
	const { officeId, ...rule } = input;
	const office = await officeById(tx, officeId);
	if (!office) throw new AppError('notFound');
	const set = await selectAllNumbering(tx);
	const others = (await listOffices(tx))
		.filter(({ id }) => id !== officeId)
		.map(({ id, shortName }) => set.find((one) => one.officeId === id) ?? defaultNumbering(shortName));
	refuseIf(checkNumbering(rule, others));
	await putNumbering(tx, officeId, rule);
	tx.about({ type: 'office', id: officeId, officeId, summary: `编号规则：${rule.mark}` });
}
