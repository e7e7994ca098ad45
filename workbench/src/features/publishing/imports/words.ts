import type { StatusLook } from '../../../ui/index.ts';
import type { ImportDetail, ImportFate, ImportRun } from './api.ts';

export const IMPORT_LOOK: StatusLook = {
	checking: ['正在检查', 'processing'],
	checked: ['检查完毕，待导入', 'warning'],
	importing: ['正在导入', 'processing'],
	stopped: ['已停止', 'warning'],
	done: ['导入完毕', 'success'],
	failed: ['未能完成', 'error'],
};

export const FATES: readonly ImportFate[] = ['ready', 'published', 'draft', 'known', 'refused'];
export const FATE_LABELS: Readonly<Record<ImportFate, string>> = {
	ready: '可以导入',
	published: '已公开',
	draft: '拟稿',
	known: '已导入过',
	refused: '未导入',
};

type Counts = ImportRun['checked'];

export const totalOf = (counts: Counts): number => FATES.reduce((sum, fate) => sum + counts[fate], 0);

/** 「可以导入 12 条，未导入 1 条」; what did not occur is left out. */
export function countsText(counts: Counts): string {
	const told = FATES.filter((fate) => counts[fate] > 0).map((fate) => `${FATE_LABELS[fate]} ${counts[fate]} 条`);
	return told.join('，') || '还没有';
}

/** Which of the two runs over the source is the newer one. */
export function phaseOf({ state, imported }: Pick<ImportDetail, 'state' | 'imported'>): 'check' | 'import' {
	return state === 'importing' || totalOf(imported) > 0 ? 'import' : 'check';
}

/** Whether the worker has it in hand. */
export const isRunning = ({ state }: Pick<ImportRun, 'state'>): boolean =>
	state === 'checking' || state === 'importing';
