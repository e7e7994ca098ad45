import { describe, expect, test } from 'vitest';
import { createMemo } from './memo.ts';

const counted = () => {
	let made = 0;
	return { make: async () => ++made, made: () => made };
};

describe('memo', () => {
	test('makes a thing once, and again after one of its tags was dropped', async () => {
		const memo = createMemo();
		const { make } = counted();
		expect(await memo.recall('a', ['x', 'y'], make)).toBe(1);
		expect(await memo.recall('a', ['x', 'y'], make)).toBe(1);
		memo.drop(['z']);
		expect(await memo.recall('a', ['x', 'y'], make)).toBe(1);
		memo.drop(['y']);
		expect(await memo.recall('a', ['x', 'y'], make)).toBe(2);
		memo.clear();
		expect(await memo.recall('a', [], make)).toBe(3);
	});

	test('does not keep what was read before the drop and came after it', async () => {
		const memo = createMemo();
		let release = () => {};
		const slow = memo.recall(
			'a',
			() => ['x'],
			() =>
				new Promise<string>((resolve) => {
					release = () => resolve('old');
				}),
		);
		memo.drop(['x']);
		release();
		expect(await slow).toBe('old');
		expect(await memo.recall('a', ['x'], async () => 'new')).toBe('new');
	});

	test('keeps null and 0 as answers, and no failure', async () => {
		const memo = createMemo();
		expect(await memo.recall<number | null>('n', [], async () => null)).toBeNull();
		expect(await memo.recall<number | null>('n', [], async () => 1)).toBeNull();
		await expect(memo.recall('f', [], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await memo.recall('f', [], async () => 2)).toBe(2);
	});

	test('forgets rather than grow', async () => {
		const memo = createMemo();
		for (let at = 0; at < 20_001; at += 1) await memo.recall(String(at), [], async () => at);
		expect(await memo.recall('0', [], async () => 'again')).toBe('again');
	});
});
