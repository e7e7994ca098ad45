import type { Permission } from '../../../kernel/permissions.ts';
import { defineWorkflow, type Guard } from '../../../kernel/workflow.ts';
import { say } from '../messages.zh.ts';
import { IMPORT_STATES, type ImportState } from '../model.ts';

export type ImportAction = 'start' | 'goOn' | 'stop';

/** `importable`: records that would be taken in, found when the file was looked through. */
export type ImportFacts = { importable: number };
const hasSome: Guard<ImportFacts> = ({ importable }) => (importable > 0 ? null : say('import.nothing'));
const importing = { to: 'importing', permission: 'document.import' } as const;

/** What a person may do with an import; what the worker does with it leads to `checked`, `stopped`, `done` or `failed`. */
export const importMoves = defineWorkflow<ImportState, ImportAction, Permission, ImportFacts>({
	name: '批量导入',
	states: Object.fromEntries(Object.entries(IMPORT_STATES).map(([state, label]) => [state, { label }])) as Record<
		ImportState,
		{ label: string }
	>,
	// Where it is when the worker has done its part.
	initial: ['checking', 'checked', 'stopped', 'done', 'failed'],
	transitions: [
		{ action: 'start', label: '开始导入', from: ['checked'], ...importing, guards: [hasSome] },
		{ action: 'goOn', label: '继续导入', from: ['stopped'], ...importing },
		// The batch in hand is finished first.
		{ action: 'stop', label: '停止', from: ['importing'], ...importing },
	],
});
