import type { Todo } from '../../app/feature.ts';
import { type Project, readBatches, readExpiring, readProject, readProjects } from './api.ts';

const WAITING = 'planned,drafted,consulting,consulted,reviewed,discussed,signed,numbered,submitted';

/** The step somebody can take now: the main way, never a way aside. */
export function nextStep({ moves }: Pick<Project, 'moves'>): string | null {
	const open = moves.find(
		({ permitted, allowed, action }) => permitted && allowed && !/^(skip|return|stop)/.test(action),
	);
	return open?.label ?? null;
}

/** What waits for the person who is signed in: steps they may take, clean-ups, documents that end soon. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const { rows } = await readProjects({ state: WAITING, q: '', page: 1 });
	const projects = await Promise.all(rows.map(({ id }) => readProject(id)));
	const steps = projects.flatMap((project): Todo[] => {
		const action = nextStep(project);
		const { id, title, filing } = project;
		const due = filing && filing.submittedOn === null ? { due: filing.due } : {};
		return action ? [{ key: `project ${id}`, title, action, path: `/normative/${id}`, ...due }] : [];
	});
	return [...steps, ...(await batchesOpen()), ...(await ending())];
}

async function batchesOpen(): Promise<Todo[]> {
	const open = (await readBatches()).filter(({ waits }) => waits);
	return open.map(({ id, title, stateLabel }) => ({
		...{ key: `batch ${id}`, title, action: stateLabel, path: `/normative/batches/${id}` },
	}));
}

async function ending(): Promise<Todo[]> {
	return (await readExpiring())
		.filter(({ evaluation, mayEvaluate }) => evaluation === null && mayEvaluate)
		.map(({ id, title, expiresOn, daysLeft }) => ({
			...{ key: `term ${id}`, title, action: '有效期届满前评估', path: '/normative/expiring' },
			...{ due: expiresOn, daysLeft, unit: '天' as const },
		}));
}
