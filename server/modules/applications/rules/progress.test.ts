import { describe, expect, it } from 'vitest';
import { caseWorkflow } from '../workflow.ts';
import { ACTIONS } from './actions.ts';
import { PROGRESS, progressOf } from './progress.ts';

describe('what an applicant hears', () => {
	it('says of every step that stops, moves or ends the limit', () => {
		const moving = caseWorkflow.transitions.filter((row) => 'clock' in row && row.clock !== undefined);
		// The last opinion may be one of several; then the case still waits.
		const waits = ['awaitThirdParty', 'awaitAgency'];
		for (const { action } of moving) {
			if (!waits.includes(action)) expect(PROGRESS[action], action).not.toBeNull();
		}
	});

	it('is decided for every step there is', () => {
		expect(Object.keys(PROGRESS).sort()).toEqual([...ACTIONS, 'submit'].sort());
	});

	it('says nothing of what stays in the house', () => {
		for (const action of ['propose', 'reviewSecrecy', 'returnDraft', 'assign', 'addNote'] as const) {
			expect(PROGRESS[action]).toBeNull();
		}
		expect(progressOf('constructor')).toBeNull();
	});
});
