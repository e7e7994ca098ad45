import { describe, expect, it } from 'vitest';
import { type IsolatedTask, IsolationError, isolate, isolateEach, Seats } from './index.ts';

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
		expect(Date.now() - started).toBeLessThan(15_000);
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

describe('several inputs', () => {
	const given = (...values: unknown[]) => values.map((value) => () => Promise.resolve(value));

	it('go through one thread in their order, each fetched when its turn comes', async () => {
		const fetched: number[] = [];
		const inputs = [1, 2, 3].map((n) => async () => {
			fetched.push(n);
			return await Promise.resolve(n);
		});
		expect(await isolateEach<number>(task('countCalls'), inputs)).toEqual([
			{ input: 1, calls: 1 },
			{ input: 2, calls: 2 },
			{ input: 3, calls: 3 },
		]);
		expect(fetched).toEqual([1, 2, 3]);
	});

	it('one that hangs or throws spoils none of the others', async () => {
		const limits = { timeoutMs: 1500 };
		const answers = await isolateEach<string>(task('oddOne', limits), given('a', 'hang', 'b', 'throw', 'c'));
		expect(answers.map((answer) => (answer instanceof IsolationError ? answer.reason : answer))).toEqual([
			'a',
			'timeout',
			'b',
			'failed',
			'c',
		]);
	});

	it('none is none', async () => {
		expect(await isolateEach(task('double'), [])).toEqual([]);
	});
});

describe('a thread that did its work well', () => {
	it('serves the next input of its task', async () => {
		const first = await isolate<{ calls: number }>(task('countCalls', { memoryMb: 65 }), 1);
		const second = await isolate<{ calls: number }>(task('countCalls', { memoryMb: 65 }), 2);
		expect([first.calls, second.calls]).toEqual([1, 2]);
	});

	it('is let go when nothing comes, and another takes its place', async () => {
		const seats = new Seats<{ calls: number }>(task('countCalls'), 1, { keptMs: 50 });
		await seats.run(1);
		await new Promise((resolve) => setTimeout(resolve, 400));
		expect(await seats.run(2)).toEqual({ input: 2, calls: 1 });
		await seats.end();
	});
});

describe('seats', () => {
	it('keep as many at work as there are seats, each answered for itself', async () => {
		const seats = new Seats<number>(task('double'), 2);
		try {
			expect(await Promise.all([1, 2, 3, 4, 5].map((n) => seats.run(n)))).toEqual([2, 4, 6, 8, 10]);
		} finally {
			await seats.end();
		}
	});

	it('are taken again after an input that ended its thread', async () => {
		const seats = new Seats<string>(task('oddOne', { timeoutMs: 1500 }), 1);
		try {
			const answers = await Promise.all(['hang', 'throw', 'a'].map((input) => seats.run(input)));
			expect(answers.map((answer) => (answer instanceof IsolationError ? answer.reason : answer))).toEqual([
				'timeout',
				'failed',
				'a',
			]);
		} finally {
			await seats.end();
		}
	});
});
