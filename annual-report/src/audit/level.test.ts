import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { isDepartment, levelOf } from './level.ts';

const level = (organ: string | null, title = '') =>
	levelOf({ report: { ...cleanReport('2021'), organ, title }, evidence: {} });

describe('levelOf', () => {
	it.each([
		['青河县清源镇人民政府', 'township'],
		['清源镇政府', 'township'],
		['双桥乡', 'township'],
		['城关街道办事处', 'township'],
		['白音苏木人民政府', 'township'],
		['青河县人民政府', 'county'],
		['云岭市南山区人民政府', 'county'],
		['阿尔山旗人民政府', 'county'],
		['青河县教育局', 'department'],
		['青河县发展和改革委员会', 'department'],
		['青河县政务服务中心', 'department'],
		['云岭市人民政府', 'upper'],
		['云岭市人民政府办公厅', 'upper'],
		['南江省司法厅', 'upper'],
		['白水自治州人民政府', 'upper'],
		['青藤自治区人民政府', 'upper'],
		['云岭高新区管理委员会', 'unknown'],
		['云岭高新区管委会', 'unknown'],
		['青河出版社', 'unknown'],
	])('takes %s for %s', (organ, expected) => {
		expect(level(organ)).toBe(expected);
	});

	it('reads the name from the title where no office was found', () => {
		expect(level(null, '清源镇2024年政府信息公开工作年度报告')).toBe('township');
		expect(level(null, '')).toBe('unknown');
	});

	it('looks past blanks and brackets', () => {
		expect(level('青河县 清源镇人民政府（汇总）')).toBe('township');
	});

	it('believes evidence before the name', () => {
		const report = { ...cleanReport('2021'), organ: '云岭市人民政府' };
		expect(levelOf({ report, evidence: { level: 'county' } })).toBe('county');
	});
});

describe('isDepartment', () => {
	it.each(['青河县教育局', '云岭市人民政府办公厅', '南江省司法厅', '青河县编办'])('is true for %s', (name) => {
		expect(isDepartment(name)).toBe(true);
	});

	it.each(['青河县人民政府', '清源镇人民政府', ''])('is false for %s', (name) => {
		expect(isDepartment(name)).toBe(false);
	});
});
