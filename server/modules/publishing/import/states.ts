/** 批量导入, where it stands. */
export const IMPORT_STATES = {
	checking: '正在检查',
	checked: '检查完毕，待导入',
	importing: '正在导入',
	stopped: '已停止',
	done: '导入完毕',
	failed: '未能完成',
} as const;
export type ImportState = keyof typeof IMPORT_STATES;

/** Looked through first, taken in then. */
export type ImportPhase = 'check' | 'import';

/** What became of one record. */
export const IMPORT_FATES = {
	ready: '可以导入',
	published: '已公开',
	draft: '拟稿',
	known: '已导入过',
	refused: '未导入',
} as const;
export type ImportFate = keyof typeof IMPORT_FATES;
