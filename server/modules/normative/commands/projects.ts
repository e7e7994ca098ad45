import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentStanding, startDraft } from '../../publishing/index.ts';
import { say, words } from '../messages.zh.ts';
import type { Project } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { insertProject, lockProject, selectProjectOfDocument, updateProject } from '../store/projects.ts';
import { insertStep } from '../store/steps.ts';

export interface GivenProject {
	title: string;
	basis: string;
	major: boolean;
}

/** Ends a command that found something wrong. @throws AppError `invalid` with every issue */
export function refuseWith(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

function projectIssues({ title, basis }: GivenProject): Issue[] {
	return collectIssues(
		title.trim() === '' && say('project.title', 'title'),
		[...basis.trim()].length < 5 && say('project.basis', 'basis'),
	);
}

/** 立项, in the actor's own office. Answers its id. @throws AppError `forbidden`, `invalid` */
export async function openProject(tx: Tx, given: GivenProject): Promise<number> {
	const { actor } = tx;
	if (actor.kind !== 'person' || !canOnNormative(actor, actor.officeId)('normative.handle'))
		throw new AppError('forbidden');
	refuseWith(projectIssues(given));
	const { title, basis, major } = given;
	const project = { title: title.trim(), basis: basis.trim(), major };
	const id = await insertProject(tx, { ...project, officeId: actor.officeId, createdBy: actor.personId });
	await insertStep(tx, {
		...{ projectId: id, action: 'open', from: 'planned', to: 'planned' },
		...{ onDay: tx.today, text: project.basis, data: {}, files: [] },
	});
	tx.about({ type: 'normativeProject', id, officeId: actor.officeId, summary: `立项：${project.title}` });
	return id;
}

/** Locks a project of the actor's own office for its clerk. @throws AppError `notFound`, `forbidden`, `conflict` */
export async function lockOwn(tx: Tx, id: number, revision: number): Promise<Project> {
	const project = await lockProject(tx, scopeOf(tx.actor), id);
	if (!project) throw new AppError('notFound');
	if (!canOnNormative(tx.actor, project.officeId)('normative.handle')) throw new AppError('forbidden');
	if (project.revision !== revision) throw new AppError('conflict', { message: words('flow.changed') });
	tx.about({ type: 'normativeProject', id, officeId: project.officeId, summary: project.title });
	return project;
}

/** Changes what a project is about, until its draft is finished. */
export async function changeProject(tx: Tx, id: number, revision: number, given: GivenProject): Promise<void> {
	const project = await lockOwn(tx, id, revision);
	if (project.state !== 'planned') throw new AppError('conflict', { message: words('flow.changed') });
	refuseWith(projectIssues(given));
	await updateProject(tx, project, { title: given.title.trim(), basis: given.basis.trim(), major: given.major });
}

/**
 * Leads a project to its text in 信息发布: a draft of the office that is there, or a new one. Until it is numbered it may be
 * led to another. Answers the document.
 */
export async function attachDocument(
	tx: Tx,
	id: number,
	given: { revision: number; documentId: number | null },
): Promise<number> {
	const project = await lockOwn(tx, id, given.revision);
	if (project.number !== null || project.state === 'stopped')
		throw new AppError('conflict', { message: words('document.late') });
	const documentId = given.documentId ?? (await startText(tx, project));
	refuseWith(await documentIssues(tx, project, documentId));
	await updateProject(tx, project, { documentId });
	return documentId;
}

/** Begins the text of a project. */
export async function startText(tx: Tx, { officeId, title }: Project): Promise<number> {
	return await startDraft(tx, { officeId, type: 'normative', title });
}

/** What keeps a document from being the text of a project: not a draft of the office, or the text of another. */
export async function documentIssues(tx: Tx, project: Project, documentId: number): Promise<Issue[]> {
	const standing = await documentStanding(tx, documentId);
	const fits =
		standing?.officeId === project.officeId &&
		standing.state === 'draft' &&
		standing.type === 'normative' &&
		!standing.registered;
	const other = await selectProjectOfDocument(tx, documentId);
	return collectIssues(
		!fits && say('document.other', 'documentId'),
		other !== null && other.id !== project.id && say('document.taken', 'documentId'),
	);
}
