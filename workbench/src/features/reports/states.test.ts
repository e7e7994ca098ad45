import { expect, it } from 'vitest';
import { QUESTIONS, STATES, waitingText } from './states.ts';

it('says what waits for one’s own hand, and nothing else', () => {
	expect(waitingText('signOff')).toBe('待签发');
	expect(waitingText('revise')).toBe('被退回，待修改');
	expect(waitingText('supersede')).toBeNull();
	expect(waitingText(null)).toBeNull();
});

it('whatever sends a report back asks why', () => {
	for (const action of ['sendBack', 'declineSignature', 'recall', 'return', 'correct'] as const) {
		expect(QUESTIONS[action].reason).toBe('required');
	}
});

it('names every state', () => {
	for (const [label] of Object.values(STATES)) expect(label).toMatch(/^\p{Script=Han}+$/u);
});
