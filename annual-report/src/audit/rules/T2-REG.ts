import { registerRule } from '../register-rule.ts';

export const T2REG = registerRule({
	id: 'T2-REG',
	title: '表二每格与台账一致',
	basis: '《中华人民共和国政府信息公开条例》第二十条',
	forms: ['2019', '2021'],
	severity: 'error',
	table: 't2',
	register: '行政执法和文件台账',
	without: '没有提供台账；行政许可、行政处罚、行政强制的处理决定数量和收费金额没有可以推算的关系，仅凭报告无法核实',
});
