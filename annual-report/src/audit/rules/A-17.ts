import { basis2014 } from '../basis.ts';
import { limitRule } from '../limit-rule.ts';

export const A17 = limitRule({
	id: 'A-17',
	title: '公开的规范性文件数不大于公开总数和制发总数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	limits: [
		{ part: 'stat.1.1.1', whole: 'stat.1.1', because: '其中数不能大于总数' },
		{ part: 'stat.1.1.1', whole: 'stat.1.1.2', severity: 'warning', because: '公开的多于制发的，请核对是否含往年文件' },
	],
});
