import type { Reader } from '../../../platform/transaction.ts';
import { documentStanding } from '../../publishing/index.ts';
import type { Project, ProjectStep } from '../model.ts';
import { actorId } from '../policy.ts';
import type { Facts } from '../workflow.ts';

/** What the guards look at, for the person who asks. */
export async function projectFacts(
	reader: Reader,
	project: Project,
	steps: readonly Pick<ProjectStep, 'action' | 'personId'>[],
): Promise<Facts> {
	const me = actorId(reader.actor);
	const standing = project.documentId === null ? null : await documentStanding(reader, project.documentId);
	const drafted = steps.some(({ action, personId }) => action === 'finishDraft' && personId === me);
	return { isDrafter: project.createdBy === me || drafted, isPublic: standing?.live ?? false };
}
