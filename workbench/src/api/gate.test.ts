import { describe, expect, it, vi } from 'vitest';
import { createGate, type GateSession } from './gate.ts';

const nobody: GateSession = { personId: null, token: null };

function gateReading(session: GateSession) {
	return createGate(async () => session);
}

describe('the session gate', () => {
	it('has no token before anybody has signed in', () => {
		expect(gateReading(nobody).token()).toBeNull();
	});

	it('gives the token of the session it was told of', () => {
		const gate = gateReading(nobody);
		gate.accept({ personId: 1, token: 'a' });
		expect(gate.token()).toBe('a');
		gate.accept({ personId: 1, token: 'b' });
		expect(gate.token()).toBe('b');
	});

	it('lets many refused requests wait for one dialog', async () => {
		const gate = gateReading(nobody);
		const listener = vi.fn();
		gate.subscribe(listener);
		const waiting = [gate.signInAgain(), gate.signInAgain(), gate.signInAgain()];
		expect(gate.asking()).toBe(true);
		expect(listener).toHaveBeenCalledTimes(1);
		gate.settle(true);
		expect(await Promise.all(waiting)).toEqual([true, true, true]);
		expect(gate.asking()).toBe(false);
	});

	it('tells the waiting requests when the person gives up, and asks anew the next time', async () => {
		const gate = gateReading(nobody);
		const first = gate.signInAgain();
		gate.settle(false);
		expect(await first).toBe(false);
		const second = gate.signInAgain();
		expect(gate.asking()).toBe(true);
		gate.settle(true);
		expect(await second).toBe(true);
	});

	it('does nothing when an answer comes that nobody waits for', () => {
		const gate = gateReading(nobody);
		expect(() => gate.settle(true)).not.toThrow();
		expect(gate.asking()).toBe(false);
	});

	it('stops telling a listener that left', () => {
		const gate = gateReading(nobody);
		const listener = vi.fn();
		gate.subscribe(listener)();
		void gate.signInAgain();
		expect(listener).not.toHaveBeenCalled();
	});
});

describe('reading the session once more', () => {
	it('takes the newer token of the same person, from a sign-in in another tab', async () => {
		const gate = gateReading({ personId: 1, token: 'new' });
		gate.accept({ personId: 1, token: 'old' });
		expect(await gate.refresh()).toBe(true);
		expect(gate.token()).toBe('new');
	});

	it.each([
		['the token is the same', { personId: 1, token: 'old' }],
		['somebody else has signed in', { personId: 2, token: 'new' }],
		['nobody is signed in any more', nobody],
	])('changes nothing when %s', async (_case, session) => {
		const gate = gateReading(session);
		gate.accept({ personId: 1, token: 'old' });
		expect(await gate.refresh()).toBe(false);
		expect(gate.token()).toBe('old');
	});
});
