import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ProjectStep, State, StepData, StepFile } from '../model.ts';
import { tables } from './tables.ts';

// What only grows. The project it belongs to has been read, or locked, in scope.

export function personOf(tx: Tx): number | null {
	return tx.actor.kind === 'person' ? tx.actor.personId : null;
}

export interface NewStep {
	projectId: number;
	action: string;
	from: State;
	to: State;
	onDay: string;
	text: string;
	data: StepData;
	files: readonly { sha256: string; fileName: string; mediaType: string; size: number }[];
}

export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
	const { id } = await tables(tx)
		.insertInto('normative_step')
		.values({
			project_id: step.projectId,
			action: step.action,
			from_state: step.from,
			to_state: step.to,
			on_day: step.onDay,
			text: step.text,
			data: JSON.stringify(step.data),
			person_id: personOf(tx),
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const files = step.files.map(({ sha256, fileName, mediaType, size }) => ({
		...{ step_id: id, sha256, size },
		file_name: fileName,
		media_type: mediaType,
	}));
	if (files.length > 0) await tables(tx).insertInto('normative_file').values(files).execute();
}

const STEP = [
	'id',
	'action',
	'from_state as from',
	'to_state as to',
	'on_day as onDay',
	'text',
	'data',
	'person_id as personId',
	'person_name as personName',
	'created_at as createdAt',
] as const;

/** Every step of a project, oldest first. */
export async function selectSteps(reader: Reader, projectId: number): Promise<ProjectStep[]> {
	const query = tables(reader).selectFrom('normative_step').select(STEP).where('project_id', '=', projectId);
	return await query.orderBy('id').execute();
}

/** Steps of several projects, oldest first, by project. */
export async function selectStepsOf(
	reader: Reader,
	projectIds: readonly number[],
): Promise<Map<number, ProjectStep[]>> {
	const steps = new Map<number, ProjectStep[]>(projectIds.map((id) => [id, []]));
	if (projectIds.length === 0) return steps;
	const rows = await tables(reader)
		.selectFrom('normative_step')
		.select([...STEP, 'project_id as projectId'])
		.where('project_id', 'in', projectIds)
		.orderBy('id')
		.execute();
	for (const { projectId, ...step } of rows) steps.get(projectId)?.push(step);
	return steps;
}

/** The files of a project with the step each belongs to. */
export async function selectFiles(reader: Reader, projectId: number): Promise<StepFile[]> {
	return await tables(reader)
		.selectFrom('normative_file as f')
		.innerJoin('normative_step as s', 's.id', 'f.step_id')
		.select([
			'f.id',
			'f.step_id as stepId',
			'f.sha256',
			'f.file_name as fileName',
			'f.media_type as mediaType',
			'f.size',
		])
		.where('s.project_id', '=', projectId)
		.orderBy('f.id')
		.execute();
}
