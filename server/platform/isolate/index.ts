import { Worker } from 'node:worker_threads';

/** Work on something that came from outside: an exported function of a module, and what it may use up. */
export interface IsolatedTask {
	/** `new URL('./work.ts', import.meta.url)`. */
	module: URL;
	/** Exported function of one argument; argument and answer are copied between threads. */
	name: string;
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

/**
 * Runs the task in a thread of its own and ends the thread in every case, so that a file made to hang or to fill memory
 * cannot take the server with it.
 * @throws IsolationError
 */
export async function isolate<T>(task: IsolatedTask, input: unknown): Promise<T> {
	const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
		workerData: { module: task.module.href, name: task.name, input },
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: task.memoryMb },
	});
	let timer: NodeJS.Timeout | undefined;
	try {
		return await new Promise<T>((resolve, reject) => {
			timer = setTimeout(() => reject(new IsolationError('timeout')), task.timeoutMs);
			worker.once('message', resolve);
			worker.once('error', (error) => reject(new IsolationError(reasonOf(error), error)));
			worker.once('exit', () => reject(new IsolationError('failed')));
		});
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}

function reasonOf(error: Error): IsolationReason {
	return (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed';
}
