import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { type CheckedFile, numberTaken, registerNumber } from '../../publishing/index.ts';
import { say, words } from '../messages.zh.ts';
import type { Project, StepData } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { projectFacts } from '../queries/project-facts.ts';
import { documentNumber } from '../rules/number.ts';
import { type GivenStep, stepIssues } from '../rules/step.ts';
import { nextSerial, selectWords } from '../store/numbers.ts';
import { lockProject, type ProjectChange, updateProject } from '../store/projects.ts';
import { insertStep, selectSteps } from '../store/steps.ts';
import { type Action, projectWorkflow } from '../workflow.ts';
import { documentIssues, refuseWith, startText } from './projects.ts';

export interface ProjectMove extends GivenStep {
	id: number;
	action: Action;
	/** What the screen was made from: somebody else may have been first. */
	revision: number;
	files: readonly CheckedFile[];
}

/** Longest search for a number nobody has: documents that came from elsewhere may hold some. */
const MOST_TRIES = 1000;

/** One step on the way of a document, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveProject(tx: Tx, move: ProjectMove): Promise<void> {
	const project = await lockProject(tx, scopeOf(tx.actor), move.id);
	if (!project) throw new AppError('notFound');
	const row = findMove(projectWorkflow, project.state, move.action);
	if (!row || project.revision !== move.revision) throw new AppError('conflict', { message: words('flow.changed') });
	const steps = await selectSteps(tx, project.id);
	const facts = await projectFacts(tx, project, steps);
	requireMove(projectWorkflow, project.state, move.action, facts, canOnNormative(tx.actor, project.officeId));
	const { consultationDays } = (await countySettings(tx)).normative;
	refuseWith(stepIssues(move.action, move, { project, steps, today: tx.today, consultationDays }));
	const { change, data } = move.action === 'number' ? await register(tx, project) : { change: {}, data: {} };
	await updateProject(tx, project, { state: row.to, ...change });
	await insertStep(tx, {
		projectId: project.id,
		action: move.action,
		from: project.state,
		to: row.to,
		onDay: move.onDay ?? tx.today,
		text: move.text.trim(),
		data: { ...move.data, ...data },
		files: move.files,
	});
	const subject = { type: 'normativeProject', id: project.id, officeId: project.officeId };
	await tx.timeline(subject, move.action, { onDay: move.onDay });
	tx.about({ ...subject, summary: `${row.label}：${project.title}` });
}

/** 三统一: the next number of the office, taken in this transaction and written into the text. */
async function register(tx: Tx, project: Project): Promise<{ change: ProjectChange; data: StepData }> {
	const documentId = project.documentId ?? (await startText(tx, project));
	refuseWith(await documentIssues(tx, project, documentId));
	const number = await takeNumber(tx, project.officeId);
	await registerNumber(tx, documentId, number);
	return { change: { documentId, number }, data: { number } };
}

async function takeNumber(tx: Tx, officeId: number): Promise<string> {
	const word = (await selectWords(tx)).get(officeId);
	if (!word) throw new AppError('invalid', { issues: [say('number.word')] });
	const year = Number(tx.today.slice(0, 4));
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const number = documentNumber(word, year, await nextSerial(tx, word, year));
		if (!(await numberTaken(tx, number))) return number;
	}
	throw new AppError('internal', { detail: `no free number of ${word} in ${year}` });
}
