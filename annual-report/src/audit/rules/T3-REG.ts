import { registerRule } from '../register-rule.ts';

export const T3REG = registerRule({
	id: 'T3-REG',
	title: '表三每格与申请登记台账一致',
	basis: '《中华人民共和国政府信息公开条例》第四十五条',
	forms: ['2019', '2021'],
	severity: 'error',
	table: 't3',
	register: '申请登记台账',
	without: '没有提供申请登记台账的统计数',
});
