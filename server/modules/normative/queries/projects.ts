import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { documentStanding, normativeLibrary } from '../../publishing/index.ts';
import { type Project, type ProjectStep, STATES } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { filingLimit } from '../rules/term.ts';
import { type ProjectFilter, selectNumbered, selectProject, selectProjects } from '../store/projects.ts';
import { selectFiles, selectSteps, selectStepsOf } from '../store/steps.ts';
import { projectWorkflow } from '../workflow.ts';
import { projectFacts } from './project-facts.ts';
import { ACTION_LABELS } from './words.ts';

export const PAGE_SIZE = 20;

/** 备案 of a public document: until when, and whether that has passed. */
export interface Filing {
	publishedOn: string;
	due: string;
	late: boolean;
	submittedOn: string | null;
}

/** First publication of each public normative document, by id. */
export async function publishedDays(reader: Reader): Promise<Map<number, string>> {
	const { entries } = await normativeLibrary(reader, { day: '9999-12-31' });
	return new Map(entries.map(({ documentId, publishedAt }) => [documentId, civilDay(publishedAt)]));
}

/** 备案 of a project as it stands; null before its document is public. */
export function filingOf(
	project: Project,
	steps: readonly ProjectStep[],
	about: { publishedOn: string | undefined; days: number; today: string },
): Filing | null {
	if (about.publishedOn === undefined || project.number === null || project.state === 'stopped') return null;
	const isSubmitted = project.state === 'submitted' || project.state === 'filed';
	const last = steps.findLast(({ action }) => action === 'submitFiling');
	const submittedOn = isSubmitted && last ? last.onDay : null;
	const limit = filingLimit(about.publishedOn, about.days, { submittedOn, today: about.today });
	return { publishedOn: about.publishedOn, submittedOn, ...limit };
}

async function presented(reader: Reader, projects: readonly Project[]) {
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const days = (await countySettings(reader)).normative.filingDays;
	const steps = await selectStepsOf(
		reader,
		projects.map(({ id }) => id),
	);
	const published = projects.some(({ number }) => number !== null) ? await publishedDays(reader) : new Map();
	return projects.map((project) => {
		const own = steps.get(project.id) ?? [];
		const publishedOn = project.documentId === null ? undefined : published.get(project.documentId);
		const opened = own.findLast(({ action }) => action === 'openConsultation');
		return {
			...project,
			officeName: offices.get(project.officeId) ?? '',
			stateLabel: STATES[project.state],
			consultingUntil: project.state === 'consulting' ? (opened?.data.endsOn ?? null) : null,
			filing: filingOf(project, own, { publishedOn, days, today: reader.today }),
		};
	});
}

/** A page of projects in scope. */
export async function listProjects(reader: Reader, { page, ...filter }: ProjectFilter & { page: number }) {
	const found = await selectProjects(reader, scopeOf(reader.actor), filter, {
		limit: PAGE_SIZE,
		offset: (page - 1) * PAGE_SIZE,
	});
	return { total: found.total, pageSize: PAGE_SIZE, rows: await presented(reader, found.rows) };
}

/** One project: its steps with their files, its text, what may be done. @throws AppError `notFound` */
export async function projectView(reader: Reader, id: number) {
	const project = await selectProject(reader, scopeOf(reader.actor), id);
	const [shown] = project ? await presented(reader, [project]) : [];
	if (!project || !shown) throw new AppError('notFound');
	const steps = await selectSteps(reader, id);
	const files = await selectFiles(reader, id);
	const facts = await projectFacts(reader, project, steps);
	const can = canOnNormative(reader.actor, project.officeId);
	const standing = project.documentId === null ? null : await documentStanding(reader, project.documentId);
	return {
		...shown,
		mayHandle: can('normative.handle'),
		document: standing && { id: standing.id, title: standing.title, state: standing.state, live: standing.live },
		moves: movesFrom(projectWorkflow, project.state, facts, can).map((move) => ({
			...move,
			reasons: [...move.reasons],
		})),
		steps: steps.map(({ personId: _, ...step }) => ({
			...step,
			label: ACTION_LABELS[step.action] ?? step.action,
			files: files
				.filter(({ stepId }) => stepId === step.id)
				.map(({ id: fileId, fileName, size }) => ({ id: fileId, fileName, size })),
		})),
	};
}

/** A file of a step of a project in scope. @throws AppError `notFound` */
export async function stepFile(reader: Reader, projectId: number, fileId: number) {
	const project = await selectProject(reader, scopeOf(reader.actor), projectId);
	const file = project && (await selectFiles(reader, projectId)).find(({ id }) => id === fileId);
	if (!file) throw new AppError('notFound');
	return file;
}

/** Public documents that were not sent in for filing by their day, by office: what the county looks after. */
export async function normativeUnfiled(reader: Reader) {
	const projects = (await selectNumbered(reader)).filter(({ state }) => state === 'numbered');
	return (await presented(reader, projects)).flatMap(({ id, officeId, title, number, documentId, filing }) =>
		filing?.late && documentId !== null
			? [{ id, officeId, title, number: number ?? '', documentId, publishedOn: filing.publishedOn, due: filing.due }]
			: [],
	);
}
