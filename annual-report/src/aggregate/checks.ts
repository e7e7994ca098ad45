import type { Severity } from '../model/index.ts';

/** A check of a sum over many reports; it needs all of them at once and so is no rule of a single report. */
export interface RollUpCheck {
	id: string;
	title: string;
	basis: string;
	severity: Severity;
}

const basis = '《中华人民共和国政府信息公开条例》第四十九条；国办公开办函〔2021〕30号';

/** The checks of the roll-up from units to the county (law.md §2.5). */
export const rollUpChecks = {
	sum: { id: 'U-SUM', title: '全县汇总等于本级加各单位之和', basis, severity: 'error' },
	coverage: { id: 'U-COV', title: '应报单位全部在内', basis, severity: 'warning' },
	unknown: { id: 'U-OPEN', title: '汇总的单元格没有缺数', basis, severity: 'warning' },
	joint: { id: 'U-DUP', title: '联合办理的申请只计一次', basis, severity: 'info' },
} as const satisfies Record<string, RollUpCheck>;
