import { describe, expect, it } from 'vitest';
import type { Fact } from '../narrative/references.ts';
import { addressIssues, blankCells, groundIssues, valueIssues } from './figure.ts';
import { reasonIssues } from './reason.ts';
import { sectionIssues, unfilledIn } from './section.ts';
import { dayIssues, openingIssues } from './year.ts';

const keys = (issues: { key: string }[]) => issues.map((one) => one.key);

describe('a cell given by hand', () => {
	it('is one of the form and no sum', () => {
		expect(addressIssues('2021', 't3.new.natural')).toEqual([]);
		expect(keys(addressIssues('2021', 't3.new.total'))).toEqual(['figure.total']);
		expect(keys(addressIssues('2021', 't2.procurement.count'))).toEqual(['figure.address']);
		expect(addressIssues('2019', 't2.procurement.count')).toEqual([]);
		expect(keys(addressIssues('2021', 'constructor'))).toEqual(['figure.address']);
	});

	it.each([
		['2021', 't3.new.natural', '12', []],
		['2021', 't3.new.natural', '1.5', ['figure.decimals']],
		['2021', 't3.new.natural', '-1', ['figure.negative']],
		['2021', 't3.new.natural', '十', ['figure.number']],
		['2021', 't3.new.natural', '', ['figure.number']],
		['2021', 't3.new.natural', '9999999999999', ['figure.large']],
		['2021', 't2.fee.wan', '12.123456', []],
		['2021', 't2.fee.wan', '12.1234567', ['figure.decimals']],
		['2021', 't2.fee.wan', '12.5万', ['figure.number']],
		['2021', 't2.fee.wan', '-1', ['figure.negative']],
		['2019', 't2.procurement.yuan', '106424.55', []],
		['2019', 't2.procurement.yuan', '0.001', ['figure.decimals']],
		['2019', 't2.license.delta', '-3', []],
		['2019', 't2.license.prev', '-3', ['figure.negative']],
	] as const)('%s %s «%s» → %j', (form, address, text, found) => {
		expect(keys(valueIssues(form, address, text))).toEqual(found);
	});

	it('says where it comes from, or why it differs', () => {
		expect(groundIssues('enter', '县统计年报')).toEqual([]);
		expect(groundIssues('enter', '')[0]?.message).toBe('请写明数据来源。');
		expect(groundIssues('override', '')[0]?.message).toContain('修改理由');
		expect(keys(groundIssues('enter', 'x'.repeat(501)))).toEqual(['figure.groundLong']);
	});

	it('is counted as open while it has no figure; sums are not counted twice', () => {
		const cells = {
			't2.fee.wan': { value: null, total: false },
			't3.new.natural': { value: 0, total: false },
			't3.new.total': { value: null, total: true },
		};
		expect(blankCells('2021', cells)).toEqual({ count: 1, first: '「行政事业性收费·本年收费金额（单位：万元）」' });
		expect(blankCells('2021', {})).toEqual({ count: 0, first: '' });
	});
});

describe('a section', () => {
	const facts = new Map<string, Fact>([
		['published', { label: '公开条数', value: '3', unit: '条' }],
		['register.meeting', { label: '会议', value: null, unit: '次' }],
	]);

	it('may refer to what is not filled yet, and to nothing unknown', () => {
		expect(sectionIssues(1, { text: '{{published}}{{register.meeting}}' }, facts)).toEqual([]);
		const [found] = sectionIssues(1, { text: '{{publishd}}' }, facts);
		expect(found).toMatchObject({ key: 'section.reference', field: 'text' });
		expect(found?.message).toContain('{{publishd}}');
	});

	it('names problem and measure together, in section five only', () => {
		const problems = [{ problem: '更新慢。', measure: ' ' }];
		expect(sectionIssues(5, { text: '', problems }, facts)).toMatchObject([{ field: 'problems.0.measure' }]);
		expect(keys(sectionIssues(1, { text: '', problems: [{ problem: 'a', measure: 'b' }] }, facts))).toEqual([
			'section.problems',
		]);
	});

	it('checks the references of problems too, and bounds the length', () => {
		const problems = [{ problem: '{{x}}', measure: 'b' }];
		expect(keys(sectionIssues(5, { text: '', problems }, facts))).toEqual(['section.reference']);
		expect(keys(sectionIssues(1, { text: '长'.repeat(20_001) }, facts))).toEqual(['section.long']);
		const many = Array.from({ length: 51 }, () => ({ problem: 'a', measure: 'b' }));
		expect(keys(sectionIssues(5, { text: '', problems: many }, facts))).toEqual(['section.long']);
	});

	it('counts each open reference of a report once', () => {
		const sections = [{ text: '{{register.meeting}}{{gone}}' }, { text: '{{register.meeting}}{{published}}' }];
		expect(unfilledIn(sections, facts)).toEqual(['gone', 'register.meeting'].sort());
	});
});

describe('a year', () => {
	const days = {
		submitBy: '2026-01-20',
		publishBy: { department: '2026-01-31', township: '2026-02-10', county: '2026-03-31' },
	};

	it('is opened from its December on, in a form there was', () => {
		expect(openingIssues(2025, '2025-12-01')).toEqual([]);
		expect(keys(openingIssues(2025, '2025-11-30'))).toEqual(['year.early']);
		expect(keys(openingIssues(2013, '2026-01-01'))).toEqual(['year.form']);
	});

	it('has its days within the law, each told beside its own', () => {
		expect(dayIssues(2025, days)).toEqual([]);
		const late = { ...days, publishBy: { department: '2026-02-01', township: '2026-04-01', county: '2026-02-30' } };
		expect(dayIssues(2025, late).map((one) => one.field)).toEqual([
			'publishBy.department',
			'publishBy.township',
			'publishBy.county',
		]);
	});

	it('has offices hand in no later than they publish', () => {
		expect(dayIssues(2025, { ...days, submitBy: '2026-02-05' })).toMatchObject([
			{ field: 'submitBy', key: 'year.order' },
		]);
		expect(dayIssues(2025, { ...days, submitBy: '2025-12-31' })).toMatchObject([{ field: 'submitBy' }]);
		expect(dayIssues(2025, { ...days, submitBy: '' })).toMatchObject([{ field: 'submitBy' }]);
	});
});

it('a reason is wanted and bounded', () => {
	expect(keys(reasonIssues('  '))).toEqual(['reason.missing']);
	expect(keys(reasonIssues('x'.repeat(1001)))).toEqual(['reason.long']);
	expect(reasonIssues('数字有误')).toEqual([]);
});
