import { basis2021 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { narrativeOf } from '../narrative.ts';

export const NCOUNT = defineRule({
	id: 'N-COUNT',
	title: '总体情况写明主动公开条数和申请件数',
	basis: basis2021,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const narrative = narrativeOf(context);
		const section = narrative.six.get(1);
		if (!section) return { notChecked: '没有找到「总体情况」部分' };
		const text = narrative.under(section);
		const lacks: string[] = [];
		if (!/\d[\d,，.]*(?:余|多)?万?(?:条|篇|件|份)/.test(text)) lacks.push('主动公开的条数');
		if (
			!/申请[^。]{0,30}(?:\d|[零一二三四五六七八九十百]+件|无|未|没有)|(?:未|没有|无)[^。]{0,20}申请/.test(text) &&
			!/\d[^。，]{0,12}申请/.test(text)
		) {
			lacks.push('收到申请的件数');
		}
		if (lacks.length === 0) return [];
		return [{ message: `「总体情况」没有写${lacks.join('和')}`, at: section.at }];
	},
});
