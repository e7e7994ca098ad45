import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Question } from '../model.ts';
import { bankWords, wholeBank } from '../queries/bank.ts';
import { questionIssues, questionWords } from '../rules/question.ts';
import { judgeRows, type QuestionField } from '../rules/question-rows.ts';
import { idOfKey, insertQuestions, ownKey, setOwnRetired, setShippedOff, updateQuestion } from '../store/questions.ts';

/** Adds a question of the county's own, or changes one (`key`). Papers made before keep it as it was. Answers its key. */
export async function saveQuestion(
	tx: Tx,
	given: Omit<Question, 'key'>,
	of: { key: string; revision: number } | null,
): Promise<string> {
	const words = await bankWords(tx, of?.key);
	const issues = collectIssues(
		questionIssues(given),
		words.has(questionWords(given.text)) && issue('question.same', messages.sameQuestion, 'text'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	if (of === null) {
		const [id = 0] = await insertQuestions(tx, [given]);
		tx.about({ type: 'examQuestion', id, summary: '新增题目' });
		return ownKey(id);
	}
	const id = idOfKey(of.key);
	if (id === null) throw new AppError('conflict', { message: messages.shippedQuestion });
	if (!(await updateQuestion(tx, id, of.revision, given)))
		throw new AppError('conflict', { message: messages.changed });
	tx.about({ type: 'examQuestion', id, summary: '修改题目' });
	return of.key;
}

/** Takes a question out of the bank, or back into it. Exams announced before are not touched. */
export async function retireQuestion(tx: Tx, key: string, retired: boolean): Promise<void> {
	const known = (await wholeBank(tx)).find((line) => line.key === key);
	if (!known) throw new AppError('notFound');
	const id = idOfKey(key);
	if (id === null) await setShippedOff(tx, key, retired);
	else await setOwnRetired(tx, id, retired);
	tx.about({ type: 'examQuestion', ...(id === null ? {} : { id }), summary: `${retired ? '停用' : '启用'}题目${key}` });
}

/** Takes a sheet of questions whole. @throws AppError `invalid` when one row is wrong */
export async function importQuestions(
	tx: Tx,
	rows: readonly { row: number; values: Readonly<Record<QuestionField, string>> }[],
): Promise<number> {
	const judged = judgeRows(rows, await bankWords(tx));
	const issues = judged.flatMap((row) => row.issues);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await insertQuestions(
		tx,
		judged.map(({ question }) => question),
	);
	tx.about({ type: 'examQuestion', summary: `导入题目${judged.length}道` });
	return judged.length;
}
