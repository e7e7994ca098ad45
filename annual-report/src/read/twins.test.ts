import { describe, expect, it } from 'vitest';
import { countStates, readFixture, valuesOf } from '../../fixtures/read/read-fixture.setup.ts';
import type { Report, Section } from '../model/index.ts';

const headings = (report: Report, level: number) =>
	report.sections.filter((section) => section.level === level).map((section) => section.heading);

const section = (report: Report, words: string): Section | undefined =>
	report.sections.find(({ heading }) => heading.includes(words));

const claim = (report: Report, words: string) => report.claims.find(({ text }) => text.includes(words));

describe('a report in an old outline without tables', () => {
	it('has no form and no cells', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(report.form).toBe('none');
		expect(report.cells).toEqual({});
	});

	it('joins a title that was set in two lines', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(report.title).toBe('清源县石门乡2019年政务信息公开年度报告');
		expect(report.year).toBe(2019);
		expect(report.organ).toBe('清源县石门乡');
	});

	it('states its period and the date under its name', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(report.period).toEqual(['2019-01-01', '2019-12-31']);
		expect(report.signedOn).toBe('2020-02-21');
	});

	it('keeps headings that have nothing under them', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(headings(report, 1)).toHaveLength(7);
		const empty = report.sections.filter(({ level, body }) => level === 2 && body === '');
		expect(empty.map(({ n }) => n)).toEqual([1, 2, 3]);
		expect(empty.map(({ heading }) => heading)).toEqual([
			'澄清不实信息的情况',
			'通过网站、、公开栏公开的情况',
			'栏目更新的情况',
		]);
	});

	it('takes a half-width opening bracket before a number as well', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(section(report, '机构和人员')).toMatchObject({ n: 1, level: 2 });
	});

	it('leaves the signature out of the last section', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(report.sections.at(-1)?.body).toBe('无其他需要报告的事项。');
	});

	it('warns of what a converter left and does not read it', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(report.warnings).toEqual([{ message: '这一行留有文档转换的标记。', at: { line: 4 } }]);
		expect(report.preface).not.toContain('bookmark');
	});

	it('claims what the text says of applications, refusals, cases, fees and staff', async () => {
		const report = await readFixture('twin-old-outline.txt');
		expect(claim(report, '公开政府信息84条')).toMatchObject({ kind: 'count', value: 84, refs: [] });
		expect(claim(report, '专职人员2人')).toMatchObject({ kind: 'count', value: 5, parts: [2, 3] });
		expect(claim(report, '未收到')).toMatchObject({ kind: 'none', value: 0, at: { line: 15 } });
		expect(claim(report, '无不予公开')).toMatchObject({ kind: 'none', value: 0 });
		expect(claim(report, '免费提供')).toMatchObject({ kind: 'none', value: 0 });
		expect(claim(report, '无因政府信息公开申请行政复议')).toMatchObject({ kind: 'none', value: 0 });
	});

	it('lists the parts the opening announces', async () => {
		const report = await readFixture('twin-old-outline.txt');
		const parts = report.claims.filter(({ kind }) => kind === 'part').map(({ text }) => text);
		expect(parts).toHaveLength(6);
		expect(parts).toContain('因政府信息公开申请行政复议、提起行政诉讼的情况');
	});
});

describe('a report that lost every repeated line', () => {
	it('is of the 2019 form by its heads', async () => {
		const report = await readFixture('twin-lost-repeats.txt');
		expect(report.form).toBe('2019');
		expect(report.title).toBe('柳林镇2019年度信息公开工作报告');
		expect(report.organ).toBe('柳林镇人民政府');
	});

	it('knows one figure and invents none', async () => {
		const report = await readFixture('twin-lost-repeats.txt');
		const known = Object.entries(report.cells).filter(([, cell]) => cell.value !== null);
		expect(known).toEqual([['t2.regulation.made', expect.objectContaining({ value: 0, state: 'number', raw: '0' })]]);
	});

	it('says of the printed rest that it cannot be placed, and of all else that it is absent', async () => {
		const report = await readFixture('twin-lost-repeats.txt');
		expect(report.cells['t2.normative.made']).toMatchObject({ state: 'unreadable', raw: '5 31' });
		expect(report.cells['t2.normative.total']).toMatchObject({ state: 'unreadable', raw: '5 31' });
		expect(report.cells['t2.license.prev']?.state).toBe('absent');
		expect(countStates(report)).toEqual({ number: 1, unreadable: 5, absent: 192 });
	});

	it('keeps page furniture out of the text, at both ends', async () => {
		const report = await readFixture('twin-lost-repeats.txt');
		const dropped = report.warnings.map(({ message }) => /「(.*?)」/.exec(message)?.[1]);
		expect(dropped).toEqual(['收起', '画里柳林', '智能问答', '政务微博', '政务微信']);
		expect(report.sections.at(-1)?.body).toBe('暂无其他报告事项。');
	});

	it('reads the outline though its tables are empty', async () => {
		const report = await readFixture('twin-lost-repeats.txt');
		expect(report.sections.filter(({ level }) => level === 1).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(section(report, '理顺职责')?.body).toContain('镇党委副书记');
	});
});

describe('a report of the 2019 form with one tabbed cell a line', () => {
	it('has all 198 cells', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		expect(report.form).toBe('2019');
		expect(countStates(report)).toEqual({ number: 198 });
	});

	it('reads table 2 with signs and an amount in another unit', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		expect(valuesOf(report, 't2.')).toEqual({
			't2.regulation.made': 0,
			't2.regulation.published': 0,
			't2.regulation.total': 0,
			't2.normative.made': 2,
			't2.normative.published': 2,
			't2.normative.total': 9,
			't2.license.prev': 3,
			't2.license.delta': -1,
			't2.license.decisions': 12,
			't2.otherService.prev': 158,
			't2.otherService.delta': 6,
			't2.otherService.decisions': 97,
			't2.punish.prev': 2,
			't2.punish.delta': 0,
			't2.punish.decisions': 1,
			't2.force.prev': 0,
			't2.force.delta': 0,
			't2.force.decisions': 0,
			't2.fee.prev': 1,
			't2.fee.delta': -1,
			't2.procurement.count': 4,
			't2.procurement.yuan': 385_050,
		});
		expect(report.cells['t2.procurement.yuan']?.raw).toBe('38.505万元');
	});

	it('reads tables 3 and 4 row by row', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		const filled = Object.entries({ ...valuesOf(report, 't3.'), ...valuesOf(report, 't4.') }).filter(
			([, v]) => v !== 0,
		);
		expect(Object.fromEntries(filled)).toEqual({
			't3.new.natural': 3,
			't3.new.business': 1,
			't3.new.total': 4,
			't3.carried_in.natural': 1,
			't3.carried_in.total': 1,
			't3.granted.natural': 2,
			't3.granted.total': 2,
			't3.partial.business': 1,
			't3.partial.total': 1,
			't3.unable.none.natural': 1,
			't3.unable.none.total': 1,
			't3.total.natural': 3,
			't3.total.business': 1,
			't3.total.total': 4,
			't3.carried_out.natural': 1,
			't3.carried_out.total': 1,
			't4.review.maintained': 1,
			't4.review.total': 1,
		});
	});

	it('gives the line of every cell', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		const line = (address: string) => report.cells[address]?.at?.line ?? 0;
		expect(report.lines[line('t2.procurement.yuan') - 1]?.text).toBe('\t38.505万元');
		expect(line('t3.new.business')).toBe(line('t3.new.natural') + 1);
		expect(Object.values(report.cells).every((cell) => (cell.at?.line ?? 0) > 20)).toBe(true);
	});

	it('reads headings without their numbers', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		expect(section(report, '平台建设情况')).toMatchObject({ n: null, level: 2 });
		expect(report.sections.find(({ heading }) => heading === '主动公开政府信息情况')).toMatchObject({
			n: null,
			level: 1,
		});
		expect(section(report, '健全制度')).toMatchObject({ n: 1, level: 3, body: '新公开制度1个。' });
	});

	it('ties its sentences to the cells they speak of', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		expect(claim(report, '共受理4条依申请公开')).toMatchObject({ value: 4, unit: '条', refs: ['t3.new.total'] });
		expect(claim(report, '上年结转1件')).toMatchObject({ value: 1, refs: ['t3.carried_in.total'] });
		expect(claim(report, '答复4件')).toMatchObject({ value: 4, refs: ['t3.total.total'] });
		expect(claim(report, '另有1件结转')).toMatchObject({ value: 1, refs: ['t3.carried_out.total'] });
		expect(claim(report, '制定发布规范性文件2件')).toMatchObject({ value: 2, refs: ['t2.normative.made'] });
		expect(claim(report, '现行有效的规范性文件9件')).toMatchObject({ value: 9, refs: ['t2.normative.total'] });
		expect(claim(report, '培训3次')).toMatchObject({ value: 3, refs: [] });
	});

	it('makes no sum of parts that claim to be only some', async () => {
		const report = await readFixture('twin-tabbed-cells.txt');
		expect(report.claims.filter(({ kind }) => kind === 'sum')).toEqual([]);
		expect(claim(report, '民生领域信息205条')).toMatchObject({ kind: 'count', value: 205 });
	});
});

describe('a report of the 2014 form', () => {
	it('has its 74 lines, one blank and one dashed', async () => {
		const report = await readFixture('twin-2014.txt');
		expect(report.form).toBe('2014');
		expect(countStates(report)).toEqual({ number: 72, blank: 1, dash: 1 });
		expect(report.cells['stat.2.2.3']?.state).toBe('blank');
		expect(report.cells['stat.2.2.5']).toMatchObject({ state: 'dash', raw: '/' });
	});

	it('tells lines with the same words apart by their order', async () => {
		const report = await readFixture('twin-2014.txt');
		expect(valuesOf(report, 'stat.4')).toEqual({ 'stat.4': 1, 'stat.4.1': 1, 'stat.4.2': 0, 'stat.4.3': 0 });
		expect(valuesOf(report, 'stat.6')).toEqual({ 'stat.6': 2, 'stat.6.1': 0, 'stat.6.2': 0, 'stat.6.3': 2 });
		expect(valuesOf(report, 'stat.10')).toEqual({ 'stat.10': 2, 'stat.10.1': 0, 'stat.10.2': 2 });
		expect(valuesOf(report, 'stat.11')).toEqual({ 'stat.11': 57, 'stat.11.1': 0, 'stat.11.2': 57 });
	});

	it('reads a figure behind a note with digits, a broken note and empty lines', async () => {
		const report = await readFixture('twin-2014.txt');
		expect(report.cells['stat.1.1']?.value).toBe(240);
		expect(report.cells['stat.7']?.value).toBe(5);
		expect(report.cells['stat.12.3']?.value).toBe(1.5);
		expect(report.cells['stat.12.2.1']?.value).toBe(1);
	});

	it('holds the sentences that contradict its table', async () => {
		const report = await readFixture('twin-2014.txt');
		expect(claim(report, '未收信息公开申请')).toMatchObject({ kind: 'none', value: 0, refs: ['stat.3.1'] });
		expect(claim(report, '没有提供依申请公开')).toMatchObject({ kind: 'none', value: 0, refs: ['stat.3.2'] });
		expect(claim(report, '240余条')).toMatchObject({ value: 240, precision: 'atLeast', refs: ['stat.1.1'] });
		expect(claim(report, '提起行政诉讼的案件')).toMatchObject({ refs: ['stat.4', 'stat.5'] });
	});

	it('states no period where none is printed', async () => {
		expect((await readFixture('twin-2014.txt')).period).toBeNull();
	});
});

describe('a report whose lines the page cut', () => {
	it('joins words and figures over line ends and page breaks', async () => {
		const report = await readFixture('twin-wrapped-lines.txt');
		expect(section(report, '总体公开情况')?.body).toContain('程序和形式。');
		expect(section(report, '总体公开情况')?.body).toContain('重点项目信息。');
		expect(section(report, '载体建设')?.body).toContain('更加简洁明了，便于群众查阅。根据县里的要求，');
	});

	it('joins a heading whose last word fell into the next line', async () => {
		const report = await readFixture('twin-wrapped-lines.txt');
		expect(section(report, '重要舆情')?.heading).toBe('政府信息公开工作中的重要舆情和社会热点问题回应情况');
	});

	it('sums what the broken sentence divides', async () => {
		const report = await readFixture('twin-wrapped-lines.txt');
		const sum = report.claims.find(({ kind }) => kind === 'sum');
		expect(sum).toMatchObject({ value: 118, parts: [6, 9, 103], at: { line: 12 } });
		expect(claim(report, '累计主动公开各类信息152条')).toMatchObject({ value: 152, at: { line: 11 } });
	});

	it('finds the plan for the year reported on and the heading of a table that is not there', async () => {
		const report = await readFixture('twin-wrapped-lines.txt');
		expect(report.claims.find(({ kind }) => kind === 'plan')).toMatchObject({ value: 2019 });
		expect(report.sections.at(-1)).toMatchObject({ n: 2, heading: '政府信息公开情况统计表', body: '' });
		expect(section(report, '其他应报告')?.body).toBe('（一）无需要报告的其他事项');
	});

	it('takes a long numbered point for text and a short one for a heading', async () => {
		const report = await readFixture('twin-wrapped-lines.txt');
		const plan = section(report, '初步计划');
		expect(plan?.body).toContain('编制更加规范的公开目录。');
		expect(section(report, '抓重点促深化')).toMatchObject({ n: 2, level: 3 });
		expect(section(report, '抓重点促深化')?.body).toContain('“互联网+政务服务”提供有力保障');
	});
});
