import { defineWorkflow } from '../../kernel/workflow.ts';

/** The life of a register line. Its state is read from the rows, never stored. */
export const entryWorkflow = defineWorkflow<'standing' | 'corrected' | 'void', 'correct' | 'void', 'register.write'>({
	name: '台账登记',
	states: { standing: { label: '有效' }, corrected: { label: '已更正' }, void: { label: '已作废' } },
	transitions: [
		{ action: 'correct', label: '更正', from: ['standing'], to: 'corrected', permission: 'register.write' },
		{ action: 'void', label: '作废', from: ['standing'], to: 'void', permission: 'register.write' },
	],
});

export type EntryState = keyof typeof entryWorkflow.states;
