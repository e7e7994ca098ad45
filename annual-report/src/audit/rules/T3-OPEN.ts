import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';

const cell = 't3.carried_out.total';

export const T3OPEN = defineRule({
	id: 'T3-OPEN',
	title: '结转下年度的申请确实在办且期限跨年',
	basis: '《中华人民共和国政府信息公开条例》第三十三条',
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'evidence',
	check(context) {
		const { evidence, report } = context;
		const open = evidence.openApplications;
		if (!open) return { notChecked: '没有提供年末在办申请的清单' };
		const found = total(context, cell);
		if (Number.isNaN(found)) return { notChecked: '结转下年度的数字无法读取' };
		const findings: Draft[] = [];
		if (found !== open.length) {
			const still = open.filter(({ dueOn }) => dueOn === null).length;
			const standing = still > 0 ? `（其中${still}件没有正在计算的答复期限，如等待补正、缴费）` : '';
			const message = `结转下年度继续办理填报${found}件，年末在办的申请有${open.length}件${standing}`;
			findings.push({ cells: [cell], found, expected: open.length, message });
		}
		const late = open.filter(({ dueOn }) => report.year !== null && dueOn !== null && dueOn <= `${report.year}-12-31`);
		if (late.length > 0) {
			const numbers = late.map(({ number }) => number).join('、');
			const message = `${late.length}件申请的答复期限在年末以前已经届满，仍列入结转：${numbers}`;
			findings.push({ cells: [cell], found: late.length, expected: 0, message });
		}
		return findings;
	},
});
