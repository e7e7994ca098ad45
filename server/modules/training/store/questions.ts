import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Question } from '../model.ts';
import { tables } from './tables.ts';

/** A question of the county's own, retired or not. */
export interface OwnQuestion extends Question {
	id: number;
	retired: boolean;
	revision: number;
}

export const ownKey = (id: number) => `C${id}`;
export const idOfKey = (key: string): number | null => {
	const digits = /^C([1-9]\d{0,8})$/.exec(key)?.[1];
	return digits === undefined ? null : Number(digits);
};

export async function selectOwnQuestions(reader: Reader): Promise<OwnQuestion[]> {
	const rows = await tables(reader)
		.selectFrom('exam_question')
		.select(['id', 'kind', 'text', 'options', 'answer', 'article', 'level', 'why', 'retired_at', 'revision'])
		.orderBy('id')
		.execute();
	return rows.map(({ retired_at: retiredAt, ...row }) => ({
		...row,
		key: ownKey(row.id),
		retired: retiredAt !== null,
	}));
}

export async function selectOff(reader: Reader): Promise<Set<string>> {
	const rows = await tables(reader).selectFrom('exam_question_off').select('key').execute();
	return new Set(rows.map(({ key }) => key));
}

function written({ kind, text, options, answer, article, level, why }: Omit<Question, 'key'>) {
	return {
		...{ kind, text: text.trim(), article, level, why: why.trim() },
		options: JSON.stringify(options.map((option) => option.trim())),
		answer: JSON.stringify([...answer].sort((a, b) => a - b)),
	};
}

export async function insertQuestions(tx: Tx, questions: readonly Omit<Question, 'key'>[]): Promise<number[]> {
	const hand = { retired_at: null, person_name: nameOf(tx.actor), created_at: tx.now };
	const rows = await tables(tx)
		.insertInto('exam_question')
		.values(questions.map((question) => ({ ...written(question), ...hand })))
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Answers whether the question still had this revision. */
export async function updateQuestion(
	tx: Tx,
	id: number,
	revision: number,
	question: Omit<Question, 'key'>,
): Promise<boolean> {
	const done = await tables(tx)
		.updateTable('exam_question')
		.set({ ...written(question), revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return done.numUpdatedRows > 0n;
}

export async function setOwnRetired(tx: Tx, id: number, retired: boolean): Promise<void> {
	await tables(tx)
		.updateTable('exam_question')
		.set({ retired_at: retired ? tx.now : null })
		.where('id', '=', id)
		.execute();
}

export async function setShippedOff(tx: Tx, key: string, off: boolean): Promise<void> {
	if (!off) {
		await tables(tx).deleteFrom('exam_question_off').where('key', '=', key).execute();
		return;
	}
	await tables(tx)
		.insertInto('exam_question_off')
		.values({ key, person_name: nameOf(tx.actor), created_at: tx.now })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
}
