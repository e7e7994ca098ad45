import { describe, expect, it } from 'vitest';
import type { ReportCell } from '../api.ts';
import { gravest, outsideLook, reportLook, sourceText } from './marks.ts';

function cell(change: Partial<ReportCell>): ReportCell {
	return {
		address: 't3.new.natural',
		value: 3,
		source: 'computed',
		computed: 3,
		records: null,
		basis: '',
		total: false,
		hand: null,
		...change,
	};
}

describe('findings on cells', () => {
	it('the gravest wins, in whatever order they come', () => {
		const findings = [
			{ severity: 'error' as const, cells: ['a'] },
			{ severity: 'info' as const, cells: ['a', 'b'] },
			{ severity: 'warning' as const, cells: ['b'] },
		];
		expect(Object.fromEntries(gravest(findings))).toEqual({ a: 'error', b: 'warning' });
		expect(Object.fromEntries(gravest([...findings].reverse()))).toEqual({ a: 'error', b: 'warning' });
	});
});

describe('a cell of a report', () => {
	it('says where its figure comes from', () => {
		expect(sourceText(cell({}))).toBe('系统计算');
		expect(sourceText(cell({ total: true }))).toBe('按勾稽关系加总');
		expect(sourceText(cell({ source: null, value: null }))).toBe('尚无数据');
	});

	it('is blank, not zero, while nothing is known', () => {
		expect(reportLook(cell({ value: null, source: null }), undefined)).toEqual({
			text: '',
			note: '尚无数据',
			mark: 'gk-cell-blank',
		});
		expect(reportLook(cell({ value: 0 }), undefined).text).toBe('0');
		expect(reportLook(undefined, 'error')).toEqual({ text: '', note: '', mark: '' });
	});

	it('carries the marks of source, sum and audit together', () => {
		const look = reportLook(cell({ source: 'override', total: false }), 'error');
		expect(look.mark).toBe('gk-cell-override gk-cell-error');
		expect(look.note).toBe('修改过系统数据，有错误');
		expect(reportLook(cell({ total: true }), 'info').mark).toBe('gk-cell-total');
	});
});

describe('a cell read from a file', () => {
	it('prints a figure as a figure and nothing else as one', () => {
		expect(outsideLook({ value: 0, state: 'number', raw: '0' }, undefined)).toEqual({ text: '0', note: '', mark: '' });
		expect(outsideLook({ value: null, state: 'dash', raw: '/' }, undefined).text).toBe('/');
		expect(outsideLook({ value: null, state: 'unreadable', raw: '若干' }, undefined)).toMatchObject({
			text: '若干',
			note: '无法读取',
			mark: 'gk-cell-blank',
		});
		expect(outsideLook(undefined, undefined)).toMatchObject({ text: '', note: '文件中没有' });
	});

	it('says that it was recovered, and what the audit found', () => {
		expect(outsideLook({ value: 4, state: 'reconstructed', raw: '' }, 'warning')).toEqual({
			text: '4',
			note: '按勾稽关系还原，有疑点',
			mark: 'gk-cell-warning',
		});
	});
});
