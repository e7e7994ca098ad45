import { ReadError } from 'annual-report';
import { expect, test } from 'vitest';
import { patiently } from './patiently.ts';

const failing = (times: number, reason: 'damaged' | 'encrypted') => {
	let tries = 0;
	return {
		read: async () => {
			tries += 1;
			if (tries <= times) throw new ReadError(reason, '打不开');
			return tries;
		},
		tries: () => tries,
	};
};

test('a file that missed a limit of time is opened at the second try, or the third', async () => {
	expect(await patiently(failing(1, 'damaged').read)).toBe(2);
	expect(await patiently(failing(2, 'damaged').read)).toBe(3);
});

test('what is damaged, or locked, is so still, and is not tried for ever', async () => {
	const damaged = failing(9, 'damaged');
	await expect(patiently(damaged.read)).rejects.toThrow('打不开');
	expect(damaged.tries()).toBe(3);
	const locked = failing(9, 'encrypted');
	await expect(patiently(locked.read)).rejects.toThrow('打不开');
	expect(locked.tries()).toBe(1);
});
