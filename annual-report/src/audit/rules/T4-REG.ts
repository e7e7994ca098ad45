import { registerRule } from '../register-rule.ts';

export const T4REG = registerRule({
	id: 'T4-REG',
	title: '表四每格与复议诉讼台账一致',
	basis: '《中华人民共和国政府信息公开条例》第五十条第（三）项',
	forms: ['2019', '2021'],
	severity: 'error',
	table: 't4',
	register: '复议诉讼台账',
	without: '没有提供复议诉讼台账的统计数',
});
