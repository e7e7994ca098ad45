import { readReport } from 'annual-report';
import { renderHtml } from 'annual-report/render';
import { describe, expect, it } from 'vitest';
import type { PeriodTotal } from '../../registers/index.ts';
import { assemble } from '../compile/assemble.ts';
import { countCells } from '../compile/count.ts';
import type { ReportForm, SectionContent, SectionNumber } from '../model.ts';
import { documentOf, titleOf } from './document.ts';
import { factsOf } from './facts.ts';
import { offersFor } from './offers.ts';
import { openReferences, referencesIn, withFigures } from './references.ts';
import { toldFacts, toldOf, wholeCounty } from './told.ts';

const OFFICE = {
	address: '青河县柳溪镇中街1号',
	postcode: '999100',
	phone: '0999-8100001',
	email: '',
	contactOffice: '党政综合办公室',
};

function cellsOf(form: ReportForm, table3: Record<string, number[]> = {}) {
	const normative = { made: [], repealed: [], valid: [] };
	return assemble(
		form,
		countCells(form, { table3, table4: {}, registers: {}, normative, published: [] }),
		new Map(),
		null,
	);
}

function total(kind: string, quantity: string | null, more: Partial<PeriodTotal> = {}): PeriodTotal {
	return { kind, quantity, fields: {}, choices: {}, ids: [], zero: null, ...more };
}

function facts(form: ReportForm = '2021', totals: PeriodTotal[] = [], table3: Record<string, number[]> = {}) {
	return factsOf({
		form,
		year: 2025,
		officeName: '柳溪镇人民政府',
		office: OFFICE,
		site: '青河县政府信息公开平台',
		cells: cellsOf(form, table3),
		told: toldFacts({ totals, published: 12, fees: { notices: 1, charged: 200, collected: 0 } }),
	});
}

describe('references', () => {
	it('are found once each, in order, blanks inside the braces allowed', () => {
		expect(referencesIn('{{a.b}}与{{ c }}与{{a.b}}，{{}}、{{ }}、{单个}')).toEqual(['a.b', 'c']);
	});

	it('are printed with the figure of the moment', () => {
		const known = facts('2021', [], { 't3.new.natural': [1, 2] });
		expect(withFigures('收到申请{{t3.new.total}}件', known)).toBe('收到申请2件');
		expect(withFigures('收到申请{{t3.new.total}}件', facts())).toBe('收到申请0件');
	});

	it('without a figure are printed as what they are, never as a zero', () => {
		const known = facts('2021', [total('meeting', null)]);
		expect(withFigures('开会{{register.meeting}}次', known)).toBe('开会【待填】次');
		expect(openReferences('{{register.meeting}}{{nonsense}}{{published}}', known)).toEqual({
			unknown: ['nonsense'],
			unfilled: ['register.meeting'],
		});
	});
});

describe('facts', () => {
	it('hold every cell, every register with its parts, and the office', () => {
		const known = facts('2021', [
			total('trainingHeld', '2', { fields: { trainees: '40' } }),
			total('complaint', '3', { choices: { 'result=corrected': '1' } }),
		]);
		expect(known.get('t2.fee.wan')).toEqual({
			label: '行政事业性收费·本年收费金额（单位：万元）',
			value: null,
			unit: '万元',
		});
		expect(known.get('register.trainingHeld')?.value).toBe('2');
		expect(known.get('register.trainingHeld.trainees')).toMatchObject({ value: '40', unit: '人次' });
		expect(known.get('register.complaint.result=corrected')?.value).toBe('1');
		expect(known.get('register.complaint.result=other')?.value).toBe('0');
		expect(known.get('fee.charged')?.value).toBe('200');
		expect(known.get('office')?.value).toBe('柳溪镇人民政府');
		expect(known.get('email')?.value).toBeNull();
	});

	it('of a register nobody kept are unknown in all their parts', () => {
		const known = facts('2021', [total('trainingHeld', null, { fields: { trainees: '0' } })]);
		expect(known.get('register.trainingHeld.trainees')?.value).toBeNull();
	});
});

describe('counts beyond the tables, of a whole county', () => {
	const own = toldFacts({
		totals: [total('trainingHeld', '2', { fields: { trainees: '40.5' } }), total('meeting', null)],
		published: 12,
		fees: { notices: 1, charged: 200, collected: 0 },
	});
	const office = { officeName: '柳溪镇人民政府', told: { ...toldOf(own), 'register.meeting': '3' } };

	it('are added up office by office, and say whose they are', () => {
		const whole = wholeCounty(own, '县政府办公室', [office, office]);
		expect(whole.get('published')).toEqual({ label: '主动公开政府信息条数（全县）', value: '36', unit: '条' });
		expect(whole.get('register.trainingHeld.trainees')?.value).toBe('121.5');
		expect(whole.get('fee.charged')?.value).toBe('600');
	});

	it('are unknown where one of them is not known, and name whose', () => {
		const whole = wholeCounty(own, '县政府办公室', [office, { officeName: '石桥镇人民政府', told: null }]);
		expect(whole.get('published')).toMatchObject({ value: null, unknownOf: ['石桥镇人民政府'] });
		expect(whole.get('register.meeting')).toMatchObject({ value: null, unknownOf: ['县政府办公室', '石桥镇人民政府'] });
		expect(withFigures('公开{{published}}条', whole)).toBe('公开【待填】条');
	});
});

describe('paragraphs offered', () => {
	const about = { form: '2021' as const, office: 'township' as const, year: 2025 };

	it('refer only to facts there are', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			const registers = ['interpretation', 'concern', 'meeting', 'trainingHeld', 'assessment', 'socialEvaluation'];
			const more = ['accountability', 'inspection', 'proposal'];
			const totals = [...registers, ...more].map((kind) =>
				total(kind, '1', { fields: { trainees: '1', found: '1', rectified: '1', published: '1' } }),
			);
			const known = facts(form, totals);
			for (const offer of offersFor({ ...about, form }, known)) {
				expect(openReferences(offer.text, known).unknown, offer.key).toEqual([]);
			}
		}
	});

	it('say which figures they still wait for', () => {
		const offers = offersFor(about, facts());
		expect(offers.find((offer) => offer.key === 'contact')?.missing).toEqual(['email']);
		expect(offers.find((offer) => offer.key === 'fee')?.missing).toEqual([]);
	});

	it('fit the office, the form and the year', () => {
		const keys = (change: Partial<Parameters<typeof offersFor>[0]>) =>
			offersFor({ ...about, ...change }, facts()).map((offer) => offer.key);
		expect(keys({})).toContain('overall.assessment');
		expect(keys({ office: 'department' })).not.toContain('overall.assessment');
		expect(keys({ year: 2020, form: '2019' })).not.toContain('fee');
		expect(keys({ form: '2019' })).toContain('preface.2019');
		expect(keys({ form: '2019' })).not.toContain('preface.2021');
	});

	it('speak of every one of the six sections but the three that are tables', () => {
		const sections = new Set(offersFor(about, facts()).map((offer) => offer.section));
		expect([...sections].sort()).toEqual([0, 1, 5, 6]);
	});
});

describe('the document', () => {
	const words: [SectionNumber, SectionContent][] = [
		[0, { text: '根据《中华人民共和国政府信息公开条例》编制本报告。' }],
		[1, { text: '（一）主动公开情况\n{{office}}公开政府信息{{published}}条。\n\n  全年无失泄密事件。  ' }],
		[3, { text: '本年度收到申请{{t3.new.total}}件。' }],
		[5, { text: '上年问题已经整改。', problems: [{ problem: '栏目更新不及时。', measure: '每季度检查一次。' }] }],
		[6, { text: '（一）收费。发出收费通知{{fee.notices}}件。' }],
	];
	const input = {
		form: '2021' as const,
		year: 2025,
		officeName: '柳溪镇人民政府',
		cells: cellsOf('2021', { 't3.new.natural': [1, 2], 't3.granted.natural': [1, 2] }),
		sections: new Map(words),
		facts: facts('2021', [], { 't3.new.natural': [1, 2] }),
		signedOn: '2026-01-15',
	};

	it('has the statutory title and the six headings with their tables', () => {
		const document = documentOf(input);
		expect(document.title).toBe('柳溪镇人民政府2025年政府信息公开工作年度报告');
		const outline = document.sections.filter((section) => section.level === 1);
		expect(outline.map((section) => `${section.ordinal}${section.heading}`)).toEqual([
			'一、总体情况',
			'二、主动公开政府信息情况',
			'三、收到和处理政府信息公开申请情况',
			'四、政府信息公开行政复议、行政诉讼情况',
			'五、存在的主要问题及改进情况',
			'六、其他需要报告的事项',
		]);
		expect(document.sections.flatMap((section) => section.table ?? [])).toEqual(['t2', 't3', 't4']);
	});

	it('makes headings of lines that are headings, and of no others', () => {
		const { sections } = documentOf(input);
		const second = sections.filter((section) => section.level === 2).map((one) => `${one.ordinal}${one.heading}`);
		expect(second).toEqual(['（一）主动公开情况', '（一）存在的主要问题', '（二）改进措施']);
		expect(sections.find((one) => one.heading === '主动公开情况')?.paragraphs).toEqual([
			'柳溪镇人民政府公开政府信息12条。',
			'全年无失泄密事件。',
		]);
		expect(sections.at(-1)?.paragraphs).toEqual(['（一）收费。发出收费通知1件。']);
	});

	it('numbers problems and measures alike', () => {
		const { sections } = documentOf(input);
		expect(sections.find((one) => one.heading === '存在的主要问题')?.paragraphs).toEqual(['1.栏目更新不及时。']);
		expect(sections.find((one) => one.heading === '改进措施')?.paragraphs).toEqual(['1.每季度检查一次。']);
	});

	it('reads back by the library to the same cells, headings and claims', async () => {
		const html = renderHtml(documentOf(input), { page: true });
		const read = await readReport(new TextEncoder().encode(html), 'report.html');
		expect(read).toMatchObject({ form: '2021', year: 2025 });
		expect(read.organ).toContain('柳溪镇人民政府');
		const printed = Object.entries(input.cells).map(([address, cell]) => [address, cell.value]);
		expect(Object.entries(read.cells).map(([address, cell]) => [address, cell.value])).toEqual(printed);
		expect(read.sections.filter((section) => section.level === 1)).toHaveLength(6);
		expect(read.claims.some((claim) => claim.refs.includes('t3.new.total') && claim.value === 2)).toBe(true);
	});

	it('of 2014 puts the statistics behind the words', () => {
		const document = documentOf({ ...input, form: '2014', cells: cellsOf('2014'), facts: facts('2014') });
		expect(document.sections.at(-1)).toMatchObject({ table: 'stat', heading: '政府信息公开情况统计表' });
		expect(document.sections.flatMap((section) => section.table ?? [])).toEqual(['stat']);
	});

	it('escapes nothing by itself and loses nothing: markup in words stays text', () => {
		const sections = new Map<SectionNumber, SectionContent>([[1, { text: '<script>alert(1)</script>' }]]);
		const html = renderHtml(documentOf({ ...input, sections }));
		expect(html).not.toContain('<script>');
		expect(html).toContain('&lt;script&gt;');
	});

	it('is titled as the statute wants', () => {
		expect(titleOf('青河县水务局', 2024)).toBe('青河县水务局2024年政府信息公开工作年度报告');
	});
});
