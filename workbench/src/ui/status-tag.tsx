import { Tag } from 'antd';

export type Tone = 'default' | 'processing' | 'success' | 'warning' | 'error';

/** States of one workflow and how they look: `{ draft: ['草稿', 'default'], … }`. */
export type StatusLook = Readonly<Record<string, readonly [label: string, tone: Tone]>>;

/** The state of a case in words. A state the table does not know is shown with `label`, or as 未知状态. */
export function StatusTag({ state, look, label }: { state: string; look: StatusLook; label?: string }) {
	const [words, tone] = look[state] ?? [label ?? '未知状态', 'default' as const];
	return <Tag color={tone}>{label ?? words}</Tag>;
}
