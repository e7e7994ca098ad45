import { IsolationError, isolate } from 'annual-report/isolate';
import type { PageSize } from './kinds.ts';
import type { Answer, Box, Paper } from './work.ts';

// What draws is loaded in its thread alone: the server starts without it.
export { isRedactable, type PageSize } from './kinds.ts';
export { isOfficePaper, officeToPdf } from './office.ts';
export type { Answer, Box, Paper } from './work.ts';

const WORK = new URL('./work.ts', import.meta.url);
const LIMITS = { memoryMb: 1024, timeoutMs: 120_000 };

async function inThread<T>(name: string, input: unknown): Promise<Answer<T>> {
	try {
		return await isolate<Answer<T>>({ module: WORK, name, ...LIMITS }, input);
	} catch (error) {
		if (!(error instanceof IsolationError)) throw error;
		return {
			refused:
				error.reason === 'timeout' ? '文件过于复杂，处理超时，请拆分后再试。' : '文件无法处理，请重新导出后再试。',
		};
	}
}

/** Sizes of the pages of a paper as pictures. */
export const measurePages = (paper: Paper) => inThread<PageSize[]>('measurePages', paper);

/** One page as a jpeg, page from 1. */
export const drawPage = (paper: Paper, page: number) => inThread<Uint8Array>('drawPage', { ...paper, page });

/** The paper with its boxes black, flattened and verified, as pdf. */
export const blackOut = (paper: Paper, boxes: readonly Box[]) => inThread<Uint8Array>('blackOut', { ...paper, boxes });
