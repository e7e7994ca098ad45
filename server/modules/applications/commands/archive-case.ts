import type { Tx } from '../../../platform/transaction.ts';
import { sealsOf } from '../rules/package.ts';
import { selectLetters } from '../store/letters.ts';
import { carryOut, openCase } from './move.ts';

/** 归档 (第四十五条): closes the file and notes the hash of every paper in it. */
export async function archiveCase(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'archive');
	const letters = (await selectLetters(tx, input.id)).map(({ title, originalSha256 }) => ({
		title,
		sha256: originalSha256,
	}));
	// The names of uploaded papers may name people: the history is read by all who may see the case.
	const papers = record.files.map(({ id, sha256 }) => ({ title: `材料${id}`, sha256 }));
	await carryOut(tx, record, move, { data: { seals: sealsOf([...letters, ...papers]) } });
}
