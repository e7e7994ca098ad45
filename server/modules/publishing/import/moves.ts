import type { Permission } from '../../../kernel/permissions.ts';
import { defineWorkflow } from '../../../kernel/workflow.ts';
import { IMPORT_STATES, type ImportState } from './states.ts';

export type ImportAction = 'start' | 'goOn' | 'stop';

/** What a person may do with an import; what the worker does with it leads to `checked`, `stopped`, `done` or `failed`. */
export const importMoves = defineWorkflow<ImportState, ImportAction, Permission>({
	name: '批量导入',
	states: Object.fromEntries(Object.entries(IMPORT_STATES).map(([state, label]) => [state, { label }])) as Record<
		ImportState,
		{ label: string }
	>,
	// Where it is when the worker has done its part.
	initial: ['checking', 'checked', 'stopped', 'done', 'failed'],
	transitions: [
		{ action: 'start', label: '开始导入', from: ['checked'], to: 'importing', permission: 'document.import' },
		{ action: 'goOn', label: '继续导入', from: ['stopped'], to: 'importing', permission: 'document.import' },
		// The batch in hand is finished first.
		{ action: 'stop', label: '停止', from: ['importing'], to: 'importing', permission: 'document.import' },
	],
});
