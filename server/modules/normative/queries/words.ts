import { projectWorkflow } from '../workflow.ts';

/** What each step is called in the history. */
export const ACTION_LABELS: Readonly<Record<string, string>> = {
	open: '立项',
	...Object.fromEntries(projectWorkflow.transitions.map(({ action, label }) => [action, label])),
};
