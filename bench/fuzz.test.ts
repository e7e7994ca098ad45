import { describe, expect, it } from 'vitest';
import { IsolationError, isolateEach } from '../annual-report/src/isolate/index.ts';
import { damaged, kinds } from './fuzz/inputs.ts';
import type { Outcome } from './fuzz/thread.ts';

describe('the fuzzer', async () => {
	const all = await kinds();

	it('asks for what the issue asks for', () => {
		const sum = (...names: string[]) =>
			all.filter(({ name }) => names.includes(name)).reduce((n, { count }) => n + count, 0);
		expect(sum('html', 'txt', 'md')).toBe(100_000);
		expect(sum('docx', 'xlsx', 'zip')).toBe(20_000);
		expect(sum('pdf', 'doc', 'ofd')).toBe(5_000);
	});

	it('makes the same file for the same seed, and another for another', () => {
		const [kind] = all;
		if (!kind) throw new Error('no kinds');
		expect(damaged(kind, 7, 3)).toEqual(damaged(kind, 7, 3));
		expect(damaged(kind, 7, 3)).not.toEqual(damaged(kind, 8, 3));
	});

	// A drop of the whole run: what it finds is read or refused, and no cell is a figure without a value.
	it.each(all)('$name: read or refused, nothing else', async (kind) => {
		const task = {
			module: new URL('./fuzz/thread.ts', import.meta.url),
			name: 'attempt',
			timeoutMs: 30_000,
			memoryMb: 1024,
		};
		const inputs = Array.from({ length: 12 }, (_, n) => async () => ({
			bytes: damaged(kind, 20_261_127, n),
			fileName: `${n}.${kind.name}`,
		}));
		for (const outcome of await isolateEach<Outcome>(task, inputs)) {
			if (outcome instanceof IsolationError) throw outcome;
			expect(outcome.wrong).toEqual([]);
			expect(outcome.read + outcome.refused).toBeGreaterThan(0);
		}
	});
});
