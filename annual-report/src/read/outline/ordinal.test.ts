import { describe, expect, it } from 'vitest';
import { sixSections } from '../../forms/index.ts';
import { isSectionName, isUnnumberedHeading, ordinalOf } from './ordinal.ts';

describe('ordinalOf', () => {
	it('knows the four levels of a Chinese outline', () => {
		expect(ordinalOf('一、总体情况')).toEqual({ level: 1, n: 1, length: 2 });
		expect(ordinalOf('十二、其他')).toEqual({ level: 1, n: 12, length: 3 });
		expect(ordinalOf('（三）不予公开')).toEqual({ level: 2, n: 3, length: 3 });
		expect(ordinalOf('1.属于国家秘密')).toEqual({ level: 3, n: 1, length: 2 });
		expect(ordinalOf('（2）推进公开')).toEqual({ level: 4, n: 2, length: 3 });
	});

	it('bears other brackets, stops and blanks', () => {
		expect(ordinalOf('(一)机构')).toMatchObject({ level: 2, n: 1 });
		expect(ordinalOf('( 二)完善')).toMatchObject({ level: 2, n: 2 });
		expect(ordinalOf('（一）、机构')).toMatchObject({ level: 2, n: 1, length: 4 });
		expect(ordinalOf('二．主动公开')).toMatchObject({ level: 1, n: 2 });
		expect(ordinalOf('3、加强')).toMatchObject({ level: 3, n: 3 });
	});

	it('takes figures, dates and running text for none', () => {
		for (const text of [
			'一是公开',
			'2019年',
			'1.5万元',
			'12件',
			'三类内部事务信息',
			'总体情况',
			'（以下简称《条例》）',
			'',
		]) {
			expect(ordinalOf(text), text).toBeUndefined();
		}
	});
});

describe('headings that lost their number', () => {
	it('are known by the words of the six sections and their variants', () => {
		for (const section of sixSections) {
			for (const words of [section.label, ...section.variants]) expect(isSectionName(words), words).toBe(true);
		}
		expect(isUnnumberedHeading('主动公开政府信息情况')).toBe(true);
	});

	it('are known by the usual sub-headings', () => {
		for (const words of ['平台建设情况', '监督保障工作情况', '依申请公开方面', '改进措施', '存在的主要问题']) {
			expect(isUnnumberedHeading(words), words).toBe(true);
		}
	});

	it('are not sentences and not numbered ones', () => {
		for (const words of ['平台建设情况良好。', '一、总体情况', '全镇公开工作平稳有序', '平台建设情况：']) {
			expect(isUnnumberedHeading(words), words).toBe(false);
		}
	});
});
