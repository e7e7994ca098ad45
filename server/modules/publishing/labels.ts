import { workflow } from './workflow.ts';

/** Verb of each action, as printed on its button; a send-back is the same verb wherever it starts. */
export const ACTION_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
	workflow.transitions.map(({ action, label }) => [action, label]),
);
