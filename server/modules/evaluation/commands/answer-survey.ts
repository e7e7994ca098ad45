import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { newQueryCode, printCode, typedCode, type Vault } from '../../../platform/vault/index.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { requireCounty } from '../policy.ts';
import { answerIssues, answersTo, phaseOf } from '../rules/survey.ts';
import { insertAnswer, insertCodes, isTaken, lockSubmission, spendCode } from '../store/answers.ts';
import { lockSurvey, selectSurvey } from '../store/surveys.ts';
import type { Answers, Survey } from '../types.ts';

export interface GivenAnswer {
	surveyId: number;
	officeId: number | null;
	answers: Answers;
}

const fingerprintOf = (vault: Vault, surveyId: number, code: string) =>
	vault.fingerprint('surveyCode', `${surveyId} ${typedCode(code)}`);

/**
 * An answer from the portal. The same form sent twice is one answer; a code admits one. Nothing is kept that leads to
 * who answered. @throws AppError `notFound`, `conflict` when it is not open, `invalid`
 */
export async function answerSurvey(
	tx: Tx,
	vault: Vault,
	given: GivenAnswer & { token: string; code: string },
): Promise<void> {
	const survey = await selectSurvey(tx, given.surveyId);
	if (!survey || survey.state === 'draft') throw new AppError('notFound');
	if (phaseOf(survey, tx.today) !== 'open') throw new AppError('conflict', { message: messages.surveyOver });
	if (given.token === '') throw new AppError('invalid', { message: messages.answerForm });
	const fingerprint = vault.fingerprint('survey', `${survey.id} ${given.token}`);
	await lockSubmission(tx, fingerprint);
	if (await isTaken(tx, fingerprint)) return;
	await requireSound(tx, survey, given);
	const isByCode = survey.codesOnly;
	if (isByCode && !(await spendCode(tx, survey.id, fingerprintOf(vault, survey.id, given.code))))
		throw new AppError('invalid', { issues: [issue('answer.code', messages.answerCode, 'code')] });
	const officeId = survey.byOffice ? given.officeId : null;
	const origin = isByCode ? 'code' : 'portal';
	const answers = answersTo(survey.questions, given.answers);
	await insertAnswer(tx, { surveyId: survey.id, officeId, origin, answers, fingerprint, enteredBy: null });
}

async function requireSound(tx: Tx, survey: Survey, { officeId, answers }: GivenAnswer): Promise<void> {
	const office = officeId === null ? null : await officeById(tx, officeId);
	const issues = collectIssues(
		survey.byOffice && office?.status !== 'active' && issue('answer.office', messages.answerOffice, 'office'),
		answerIssues(survey.questions, answers),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

/** A paper questionnaire typed in by staff, also some days after the last. Counted apart. */
export async function enterPaper(tx: Tx, given: GivenAnswer): Promise<void> {
	const survey = await selectSurvey(tx, given.surveyId);
	if (!survey || survey.state === 'draft' || tx.actor.kind !== 'person') throw new AppError('notFound');
	if (survey.publishedAt !== null) throw new AppError('conflict', { message: messages.surveyOver });
	if (tx.today < survey.opensOn) throw new AppError('conflict');
	await requireSound(tx, survey, given);
	const officeId = survey.byOffice ? given.officeId : null;
	const answers = answersTo(survey.questions, given.answers);
	const enteredBy = tx.actor.personId;
	await insertAnswer(tx, { surveyId: survey.id, officeId, origin: 'paper', answers, fingerprint: null, enteredBy });
	tx.about({ type: 'survey', id: survey.id, summary: `录入纸质问卷：${survey.number}` });
}

const MOST_CODES = 500;

/** Codes to be printed, shown this once: only their keyed hashes are kept. @throws AppError `forbidden`, `conflict`, `invalid` */
export async function makeCodes(tx: Tx, vault: Vault, surveyId: number, count: number): Promise<string[]> {
	requireCounty(tx.actor);
	const survey = await lockSurvey(tx, surveyId);
	if (!survey) throw new AppError('notFound');
	if (!survey.codesOnly) throw new AppError('conflict', { message: messages.notCodes });
	if (survey.state !== 'fixed') throw new AppError('conflict', { message: messages.notFixedSurvey });
	if (!Number.isInteger(count) || count < 1 || count > MOST_CODES)
		throw new AppError('invalid', { issues: [issue('codes.count', messages.codesCount, 'count')] });
	const codes = new Set<string>();
	while (codes.size < count) codes.add(newQueryCode());
	await insertCodes(
		tx,
		surveyId,
		[...codes].map((code) => fingerprintOf(vault, surveyId, code)),
	);
	tx.about({ type: 'survey', id: surveyId, summary: `生成评议码${count}个：${survey.number}` });
	return [...codes].map(printCode);
}
