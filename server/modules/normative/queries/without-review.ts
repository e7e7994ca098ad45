import { addDays } from '../../../kernel/civil-day.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { normativeLibrary, registrationsOf } from '../../publishing/index.ts';
import type { ProjectStep } from '../model.ts';
import { selectNumbered } from '../store/projects.ts';
import { selectStepsOf } from '../store/steps.ts';

/** A document that went out without 合法性审核, and how. */
export interface WithoutReview {
	/** The document. */
	id: number;
	officeId: number;
	title: string;
	why: 'simplified' | 'calledOld';
	/** The ground that was given. */
	reason: string;
}

/** What is called old though it is younger than this when somebody says so. */
const YOUNG_DAYS = 365;

/**
 * Public normative documents nobody reviewed: by the simplified procedure, or said by hand to be old when they were made
 * within the year.
 */
export async function normativeWithoutReview(reader: Reader): Promise<WithoutReview[]> {
	const { entries } = await normativeLibrary(reader, { day: '9999-12-31' });
	const projects = await selectNumbered(reader);
	const steps = await selectStepsOf(
		reader,
		projects.map(({ id }) => id),
	);
	const byDocument = new Map(projects.map((project) => [project.documentId, steps.get(project.id) ?? []]));
	const registrations = await registrationsOf(
		reader,
		entries.map(({ documentId }) => documentId),
	);
	return entries.flatMap(({ documentId: id, officeId, title, formedOn }): WithoutReview[] => {
		const ground = skippedReview(byDocument.get(id) ?? []);
		if (ground !== null) return [{ id, officeId, title, why: 'simplified', reason: ground }];
		const registration = registrations.get(id);
		// What the system itself took over has nobody behind it.
		if (registration?.kind !== 'old' || registration.personId === null) return [];
		const isYoung = addDays(formedOn, YOUNG_DAYS) >= registration.at.toISOString().slice(0, 10);
		return isYoung ? [{ id, officeId, title, why: 'calledOld', reason: registration.reason }] : [];
	});
}

/** The ground on which the last review was left out; null when there was one. */
function skippedReview(steps: readonly Pick<ProjectStep, 'action' | 'text'>[]): string | null {
	const last = steps.findLast(({ action }) => action === 'passReview' || action === 'skipReview');
	return last?.action === 'skipReview' ? last.text : null;
}
