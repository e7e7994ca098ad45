export const TRAINING_LOOK = {
	planned: ['拟办', 'default'],
	notified: ['已通知', 'processing'],
	held: ['已举办', 'warning'],
	closed: ['已办结', 'success'],
	cancelled: ['已取消', 'default'],
} as const;

export const KIND_LABELS = { single: '单选题', multiple: '多选题', judge: '判断题' } as const;
export const LEVEL_LABELS: Readonly<Record<number, string>> = { 1: '基础', 2: '一般', 3: '较难' };

export const kindOptions = Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }));
export const levelOptions = [1, 2, 3].map((value) => ({ value, label: LEVEL_LABELS[value] ?? '' }));

export const CATEGORY_OPTIONS = [
	{ value: 'application', label: '依申请公开' },
	{ value: 'publishing', label: '主动公开' },
	{ value: 'review', label: '审查和保护' },
	{ value: 'report', label: '统计和年报' },
	{ value: 'supervision', label: '监督和保障' },
] as const;

/** A, B, C …: what options are called. */
export const letterOf = (place: number) => String.fromCharCode(65 + place);

interface Face {
	state: 'draft' | 'announced' | 'withdrawn';
	window: 'before' | 'open' | 'after';
}

/** What an exam is to whoever looks at the list; its window by the server's clock. */
export function examState({ state, window }: Face): 'draft' | 'withdrawn' | 'before' | 'open' | 'after' {
	return state === 'announced' ? window : state;
}

export const EXAM_LOOK = {
	draft: ['草拟', 'default'],
	withdrawn: ['已撤销', 'default'],
	before: ['未开始', 'processing'],
	open: ['进行中', 'warning'],
	after: ['已结束', 'success'],
} as const;

/** Minutes and seconds as a clock shows them. */
export function clockText(seconds: number): string {
	const left = Math.max(0, seconds);
	return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}
