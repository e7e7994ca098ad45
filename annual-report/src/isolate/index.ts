import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Work on something that came from outside: an exported function of a module, and what it may use up. */
export interface IsolatedTask {
	/** `new URL('./work.ts', import.meta.url)`. */
	module: URL;
	/** Exported function of one argument; argument and answer are copied between threads. */
	name: string;
	/** For one input, once the thread is ready for it. */
	timeoutMs: number;
	memoryMb: number;
}

export type IsolationReason = 'timeout' | 'memory' | 'failed';

/** The work did not come to an end: it took too long, wanted too much memory, or threw. */
export class IsolationError extends Error {
	readonly reason: IsolationReason;
	constructor(reason: IsolationReason, cause?: unknown) {
		super(`isolated work ${reason}`, { cause });
		this.name = 'IsolationError';
		this.reason = reason;
	}
}

/** How long a thread is kept for the next file of its kind: its start costs more than most files. */
const KEPT_MS = 20_000;
/** The threads of this process by their task. */
const kept = new Map<string, Seats<unknown>>();

function keptSeats(task: IsolatedTask): Seats<unknown> {
	const key = JSON.stringify([task.module.href, task.name, task.timeoutMs, task.memoryMb]);
	const seats = kept.get(key) ?? new Seats(task, Math.max(2, availableParallelism()), { keptMs: KEPT_MS });
	kept.set(key, seats);
	return seats;
}

/**
 * Runs the task in a thread apart and ends the thread of work that hangs, fills memory or throws, so that a file made
 * to do so cannot take the server with it. A thread that did its work well is kept a while for the next.
 * @throws IsolationError
 */
export async function isolate<T>(task: IsolatedTask, input: unknown): Promise<T> {
	const [answer] = await isolateEach<T>(task, [() => Promise.resolve(input)]);
	if (answer === undefined || answer instanceof IsolationError) throw answer ?? new IsolationError('failed');
	return answer;
}

/**
 * The same for several inputs, one after another. An input that ends its thread is answered with its error, the next one
 * gets a new thread. Inputs are fetched when their turn comes.
 */
export async function isolateEach<T>(
	task: IsolatedTask,
	inputs: readonly (() => Promise<unknown>)[],
): Promise<(T | IsolationError)[]> {
	const answers: (T | IsolationError)[] = [];
	const seats = keptSeats(task);
	for (const input of inputs) answers.push((await seats.run(await input())) as T | IsolationError);
	return answers;
}

/**
 * Threads for many inputs: as many at work as there are seats, each kept for the next input. An input that ends its
 * thread is answered with its error and a new thread takes the seat.
 */
export class Seats<T> {
	readonly #task: IsolatedTask;
	readonly #idle: Thread[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #all = new Set<Thread>();
	readonly #keptMs: number | undefined;
	#free: number;

	/**
	 * `seats`: threads at work at once, at least one. `keptMs`: how long an idle thread waits for the next input without
	 * keeping the process alive; left out, it waits for `end`.
	 */
	constructor(task: IsolatedTask, seats: number, { keptMs }: { keptMs?: number } = {}) {
		this.#task = task;
		this.#free = Math.max(1, seats);
		this.#keptMs = keptMs;
	}

	/** Waits for a seat. Never rejects for what the work does. */
	async run(input: unknown): Promise<T | IsolationError> {
		if (this.#free > 0) this.#free--;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		const thread = this.#idle.pop() ?? this.#begin();
		const answer = (await thread.ask(input, this.#task.timeoutMs)) as T | IsolationError;
		if (answer instanceof IsolationError) await this.#drop(thread);
		else this.#keep(thread);
		const next = this.#waiting.shift();
		if (next) next();
		else this.#free++;
		return answer;
	}

	/** Ends every thread; what is still asked of one is answered with an error. */
	async end(): Promise<void> {
		await Promise.all([...this.#all].map((thread) => thread.end()));
	}

	#keep(thread: Thread): void {
		this.#idle.push(thread);
		if (this.#keptMs !== undefined) thread.rest(this.#keptMs, () => this.#drop(thread));
	}

	async #drop(thread: Thread): Promise<void> {
		this.#all.delete(thread);
		const at = this.#idle.indexOf(thread);
		if (at >= 0) this.#idle.splice(at, 1);
		await thread.end();
	}

	#begin(): Thread {
		const thread = new Thread(this.#task);
		this.#all.add(thread);
		return thread;
	}
}

/** How long a thread may take to load its module; a busy machine needs seconds. */
const START_MS = 60_000;

/** One thread, one question at a time. */
class Thread {
	readonly #worker: Worker;
	#settle: (answer: unknown) => void = () => {};
	#resting: NodeJS.Timeout | undefined;
	#ready: Promise<unknown> | null = null;

	constructor(task: IsolatedTask) {
		this.#worker = new Worker(new URL('./thread.mjs', import.meta.url), {
			workerData: { module: task.module.href, name: task.name },
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: task.memoryMb },
		});
		this.#worker.on('message', (answer) => this.#settle(answer));
		this.#worker.on('error', (error) => this.#settle(new IsolationError(reasonOf(error), error)));
		this.#worker.on('exit', () => this.#settle(new IsolationError('failed')));
	}

	/** The answer, or why there is none. */
	async ask(input: unknown, timeoutMs: number): Promise<unknown> {
		clearTimeout(this.#resting);
		this.#worker.ref();
		this.#ready ??= this.#next(START_MS, () => {});
		const begun = await this.#ready;
		if (begun instanceof IsolationError) return begun;
		return await this.#next(timeoutMs, () => this.#worker.postMessage(input));
	}

	/** What the thread says next, or why it says nothing. */
	async #next(timeoutMs: number, begin: () => void): Promise<unknown> {
		let timer: NodeJS.Timeout | undefined;
		const answer = await new Promise<unknown>((resolve) => {
			this.#settle = resolve;
			timer = setTimeout(() => resolve(new IsolationError('timeout')), timeoutMs);
			begin();
		});
		clearTimeout(timer);
		return answer;
	}

	/** Waits for the next question without keeping the process alive; `done` when none came. */
	rest(ms: number, done: () => void): void {
		this.#worker.unref();
		this.#resting = setTimeout(done, ms).unref();
	}

	async end(): Promise<void> {
		clearTimeout(this.#resting);
		await this.#worker.terminate();
	}
}

function reasonOf(error: Error): IsolationReason {
	return (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed';
}
