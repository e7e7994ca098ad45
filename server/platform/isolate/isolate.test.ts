import { describe, expect, it } from 'vitest';
import { type IsolatedTask, IsolationError, isolate } from './index.ts';

function task(name: string, limits: Partial<IsolatedTask> = {}): IsolatedTask {
	return { module: new URL('./isolate.fixture.ts', import.meta.url), name, timeoutMs: 10_000, memoryMb: 64, ...limits };
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
	const error = await work.catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(IsolationError);
	return (error as IsolationError).reason;
}

describe('isolate', () => {
	it('hands the argument over and the answer back, typed modules included', async () => {
		expect(await isolate<number>(task('double'), 21)).toBe(42);
	});

	it('keeps bytes as they are', async () => {
		expect(await isolate<number>(task('length'), new Uint8Array([1, 2, 3]))).toBe(3);
	});

	it('ends work that never ends', async () => {
		const started = Date.now();
		expect(await reasonOf(isolate(task('hang', { timeoutMs: 800 }), null))).toBe('timeout');
		expect(Date.now() - started).toBeLessThan(6000);
	});

	it('ends work that fills memory, and the process lives on', async () => {
		expect(await reasonOf(isolate(task('fill', { memoryMb: 24 }), null))).toBe('memory');
		expect(await isolate<number>(task('double'), 1)).toBe(2);
	});

	it('says that work failed when it threw, when it is not there, and when it ended the thread', async () => {
		expect(await reasonOf(isolate(task('fail'), null))).toBe('failed');
		expect(await reasonOf(isolate(task('nothingOfThisName'), null))).toBe('failed');
		expect(await reasonOf(isolate(task('leave'), null))).toBe('failed');
	});
});
