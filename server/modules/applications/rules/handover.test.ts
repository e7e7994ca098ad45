import { expect, test } from 'vitest';
import { openHandover } from './handover.ts';

const assign = (to: number, by: number, from: number | null = null) => ({
	action: 'assign',
	data: { handlerId: to, from },
	personId: by,
});
const signed = (by: number) => ({ action: 'signFor', data: {}, personId: by });

test.each([
	['nothing was handed over', [], null],
	['given to another', [assign(2, 1, 1)], { from: 1, to: 2 }],
	['taken for oneself', [assign(2, 2)], null],
	['signed for', [assign(2, 1), signed(2)], null],
	['declined', [assign(2, 1), { action: 'declineHandover', data: {}, personId: 2 }], null],
	['handed on before it was signed for', [assign(2, 1), assign(3, 1, 2)], { from: 2, to: 3 }],
	['worked on meanwhile', [assign(2, 1), { action: 'addNote', data: {}, personId: 1 }], { from: null, to: 2 }],
	['signed for and handed on', [assign(2, 1), signed(2), assign(3, 2, 2)], { from: 2, to: 3 }],
] as const)('%s', (_, steps, expected) => {
	expect(openHandover(steps)).toEqual(expected);
});
