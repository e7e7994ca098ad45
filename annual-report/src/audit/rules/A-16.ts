import type { Report } from '../../model/index.ts';
import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

/** Applications the year before left open, as far as its table tells. */
function openAtEndOf(previous: Report | undefined): number | undefined {
	const received = previous?.cells['stat.3.1']?.value ?? null;
	const concluded = previous?.cells['stat.3.2']?.value ?? null;
	return received === null || concluded === null ? undefined : Math.max(0, received - concluded);
}

export const A16 = defineRule({
	id: 'A-16',
	title: '办结数不大于收到数加上年未办结数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.3.1', 'stat.3.2');
		if (!figures) return { notChecked: unreadable };
		const [received = 0, concluded = 0] = figures;
		if (concluded <= received) return [];
		const open = openAtEndOf(context.previous);
		if (open === undefined) return { notChecked: '办结数大于收到数，需要上一年度报告核对上年未办结数' };
		if (concluded <= received + open) return [];
		const message = `申请办结数${concluded}，大于收到申请数${received}加上年未办结的${open}`;
		return [{ cells: ['stat.3.1', 'stat.3.2'], found: concluded, expected: `≤${received + open}`, message }];
	},
});
