import { randomUUID } from 'node:crypto';
import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { activeBank } from '../queries/bank.ts';
import { announceIssues, type ExamInput, examIssues, poolOf } from '../rules/exam.ts';
import { insertExam, lockExam, setExamState, updateExam } from '../store/exams.ts';
import { type ExamAction, examWorkflow } from '../workflow.ts';
import { personOf } from './save-training.ts';

/** Writes an exam down. The seed is made here, and kept: it decides every paper drawn later. */
export async function createExam(tx: Tx, given: ExamInput): Promise<number> {
	const { officeId } = personOf(tx);
	const issues = examIssues(given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const id = await insertExam(tx, officeId, randomUUID(), given);
	tx.about({ type: 'exam', id, officeId, summary: `拟定考试：${given.title.trim()}` });
	return id;
}

/** Changes an exam nobody has been told of. @throws AppError `conflict` */
export async function changeExam(tx: Tx, id: number, given: ExamInput & { revision: number }): Promise<void> {
	const exam = await lockExam(tx, id);
	if (!exam) throw new AppError('notFound');
	if (exam.state !== 'draft') throw new AppError('conflict', { message: messages.examNotDraft });
	if (exam.revision !== given.revision) throw new AppError('conflict', { message: messages.changed });
	const issues = examIssues(given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateExam(tx, exam, given);
	tx.about({ type: 'exam', id, officeId: exam.officeId, summary: `修改考试：${given.title.trim()}` });
}

/** Announces or withdraws an exam. Announced, it keeps its questions as they are now. */
export async function moveExam(tx: Tx, id: number, action: ExamAction): Promise<void> {
	const exam = await lockExam(tx, id);
	if (!exam) throw new AppError('notFound');
	const row = requireMove(examWorkflow, exam.state, action, undefined, (permission) => can(tx.actor, permission));
	if (action === 'announce') {
		const bank = await activeBank(tx);
		const issues = announceIssues(exam, bank, tx.now);
		if (issues.length > 0) throw new AppError('invalid', { issues });
		await setExamState(tx, exam, row.to, poolOf(exam, bank));
	} else await setExamState(tx, exam, row.to);
	tx.about({ type: 'exam', id, officeId: exam.officeId, summary: `${row.label}：${exam.title}` });
}
