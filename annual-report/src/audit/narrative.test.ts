import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { sixSections } from '../forms/index.ts';
import type { Report, RuleContext, Section } from '../model/index.ts';
import { dice, likeness, narrativeOf, quote, squeeze } from './narrative.ts';

const contextOf = (report: Report): RuleContext => ({
	report,
	siblings: [],
	evidence: {},
	settings: { similarity: 0.7, normativeMade: 8, normativeInForce: 50 },
	missingTotals: new Map(),
	glance: { figures: null, plain: new Set() },
});
const section = (level: number, heading: string, body = ''): Section => ({ n: null, level, heading, body });
const withSections = (...sections: Section[]): Report => ({ ...cleanReport('2021'), sections, lines: [] });
const spec = (n: number) => {
	const found = sixSections.find((one) => one.n === n);
	if (!found) throw new Error(`no section ${n}`);
	return found;
};

describe('narrativeOf', () => {
	it('joins headings and bodies without blanks', () => {
		const { whole } = narrativeOf(
			contextOf(withSections(section(1, '总体 情况', '全年　公开\n12 条'), section(1, '尾', ''))),
		);
		expect(whole).toBe('总体情况。全年公开12条尾。');
	});

	it('is worked out once for an audit', () => {
		const context = contextOf(cleanReport('2021'));
		expect(narrativeOf(context)).toBe(narrativeOf(context));
	});

	it('collects what stands under a section, down to the next of its level', () => {
		const [one, two, three, four] = [
			section(1, '甲', '一'),
			section(2, '乙', '二'),
			section(3, '丙', '三'),
			section(1, '丁', '四'),
		];
		const narrative = narrativeOf(contextOf(withSections(one, two, three, four)));
		expect(narrative.under(one)).toBe('一。乙。二。丙。三');
		expect(narrative.under(two)).toBe('二。丙。三');
		expect(narrative.under(four)).toBe('四');
	});

	it('takes the preface from the reader, or from the lines above the first heading', () => {
		const report = cleanReport('2021');
		expect(narrativeOf(contextOf({ ...report, preface: '本 报告' })).preface).toBe('本报告');
		expect(narrativeOf(contextOf(report)).preface).toContain('统计期限自2024年1月1日');
		expect(narrativeOf(contextOf({ ...report, lines: [] })).preface).toBe('');
		expect(narrativeOf(contextOf(withSections())).preface).toBe('');
	});

	it('finds the six sections under their variants', () => {
		const { six } = narrativeOf(
			contextOf(
				withSections(
					section(1, '工作总体推进情况'),
					section(1, '主动公开政府信息的情况'),
					section(1, '其它需要报告事项'),
					section(2, '存在的主要问题及改进情况'),
				),
			),
		);
		expect([...six.keys()]).toEqual([1, 2, 5, 6]);
	});

	it('prefers the higher of two headings that could be meant', () => {
		const upper = section(1, '主动公开政府信息情况');
		const { six } = narrativeOf(contextOf(withSections(section(2, '主动公开政府信息情况'), upper)));
		expect(six.get(2)).toBe(upper);
	});
});

describe('likeness', () => {
	it('is 1 for the prescribed words, with or without marks, and with words around them', () => {
		expect(likeness('政府信息公开行政复议行政诉讼情况', spec(4))).toBe(1);
		expect(likeness('政府信息公开工作存在的主要问题及改进情况', spec(5))).toBe(1);
	});

	it('is high but not 1 for a slip of the keyboard', () => {
		const value = likeness('政府信息公开行政法复议、行政诉讼情况', spec(4));
		expect(value).toBeGreaterThan(0.75);
		expect(value).toBeLessThan(1);
	});

	it('is low for another heading', () => {
		expect(likeness('机构人员情况', spec(3))).toBeLessThan(0.5);
	});
});

describe('dice', () => {
	it('measures neighbouring pairs', () => {
		expect(dice('甲乙丙', '甲乙丙')).toBe(1);
		expect(dice('甲乙丙', '甲乙丁')).toBe(0.5);
		expect(dice('甲乙', '丙丁')).toBe(0);
		expect(dice('甲', '甲乙')).toBe(0);
	});

	it('counts a repeated pair only as often as both have it', () => {
		expect(dice('甲乙甲乙', '甲乙')).toBe(0.5);
	});
});

describe('quote and squeeze', () => {
	it('shows a few words around a place', () => {
		const text = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
		expect(quote(text, 10, 4)).toBe('…戊己庚辛壬癸子丑寅卯…');
		expect(quote('短句', 0)).toBe('短句');
	});

	it('takes out blanks of every kind', () => {
		expect(squeeze(' 甲\u3000乙\u00a0\n丙\t')).toBe('甲乙丙');
	});
});
