import { AppError } from '../../../kernel/errors.ts';
import { collectIssues } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import { isWord } from '../rules/number.ts';
import { lockWords, selectWords, upsertWord } from '../store/numbers.ts';
import { refuseWith } from './projects.ts';

/** Sets the 发文代字 of an office. Numbers given under the one before stay; the two sequences do not mix. */
export async function setWord(tx: Tx, officeId: number, given: string): Promise<void> {
	const office = await officeById(tx, officeId);
	if (office?.status !== 'active') throw new AppError('notFound', { issues: [say('word.office')] });
	await lockWords(tx);
	const word = given.trim();
	const owner = [...(await selectWords(tx))].find(([id, one]) => one === word && id !== officeId);
	refuseWith(
		collectIssues(!isWord(word) && say('word.shape', 'word'), owner !== undefined && say('word.taken', 'word')),
	);
	await upsertWord(tx, officeId, word);
	tx.about({ type: 'office', id: officeId, officeId, summary: `发文代字：${office.shortName}「${word}」` });
}
