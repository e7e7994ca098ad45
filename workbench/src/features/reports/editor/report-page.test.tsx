import { describe, expect, it } from 'vitest';
import type { Session } from '../../../api/index.ts';
import { render, textOf } from '../../../testing/render.tsx';
import type { Report } from '../api.ts';
import { cellOf, clerkSession, findingOf, LAYOUT, moveOf, OFFERS, reportOf, sectionOf } from '../reports.setup.ts';
import { ReportPage } from './report-page.tsx';

function page(view: Report, tab = 'tables', session: Session = clerkSession()): string {
	return render(<ReportPage />, {
		at: `/reports/2?tab=${tab}`,
		path: '/reports/:id',
		session,
		data: [
			[['reports', 2], view],
			[['report-forms', '2021'], [LAYOUT]],
			[['reports', 2, 'offers'], OFFERS],
			[['reports', 2, 'drift'], { drift: [{ address: 't2.fee.wan', label: '行政事业性收费', signed: 0, now: 1.5 }] }],
		],
	});
}
const shown = (...given: Parameters<typeof page>) => textOf(page(...given));

describe('the head of a report', () => {
	it('says whose, for which year, in what state and by when', () => {
		const text = shown(reportOf());
		for (const words of ['柳溪镇人民政府2025年度报告', '编制中', '2026年1月31日', '还剩19天'])
			expect(text).toContain(words);
		expect(text).toContain('2026年1月30日为期限前最后一个工作日');
	});

	it('says nothing of days once it is out', () => {
		const text = shown(
			reportOf({ editable: false, frozen: true }, { state: 'published', publishedAt: '2026-01-28T02:00:00Z' }),
		);
		expect(text).not.toContain('还剩');
		expect(text).not.toContain('最后一个工作日');
	});

	it('tells who writes what comes next', () => {
		expect(shown(reportOf())).toContain('请审核人在本页审核');
		expect(shown(reportOf({ editable: false }))).not.toContain('请审核人在本页审核');
	});

	it('shows the moves, and why one is not possible yet', () => {
		const blank = { key: 'report.blank', message: '还有2格没有数据。' };
		const text = shown(reportOf({ moves: [moveOf('review', '审核通过', [blank]), moveOf('sendBack', '退回修改')] }));
		expect(text).toContain('退回修改');
		expect(text).toContain('暂不能「审核通过」：还有2格没有数据。');
	});

	it('shows why the county sent it back, and what it found', () => {
		const returns = [
			{
				id: 1,
				reason: '请补充考核结果',
				findings: [{ rule: 'N-50-4', message: '没有写工作考核', cells: [] }],
				personName: '顾宁',
				returnedAt: '2026-01-22T02:00:00Z',
			},
		];
		const text = shown(reportOf({ returns }, { state: 'returned' }));
		expect(text).toContain('县级退回：请补充考核结果');
		expect(text).toContain('没有写工作考核');
		expect(shown(reportOf({ returns }, { state: 'draft' }))).not.toContain('县级退回：');
	});

	it('shows why a correction is made', () => {
		const text = shown(reportOf({}, { edition: 2, correctionReason: '行政许可漏计' }));
		expect(text).toContain('更正理由：行政许可漏计');
		expect(text).toContain('更正版2');
	});

	it('counts the errors that still stop the signature', () => {
		const findings = [findingOf(), findingOf({ key: 'k2', explanation: '已核实' })];
		expect(page(reportOf({ findings }))).toContain('1条错误待处理');
	});
});

describe('the tables', () => {
	it('stand as printed, each figure a button with its full name', () => {
		const markup = page(reportOf());
		expect(markup).toContain('colSpan="2"');
		expect(markup).toContain('id="cell-t3-new-natural"');
		expect(markup).toContain('aria-label="一、本年新收·自然人：3，系统计算"');
	});

	it('mark sources and findings in words and signs', () => {
		const cells = {
			't3.new.natural': cellOf('t3.new.natural', {
				source: 'override',
				value: 5,
				hand: { name: '林晓', at: '2026-01-12T02:00:00Z', ground: '纸质档案' },
			}),
			't3.carried_out.natural': cellOf('t3.carried_out.natural', { source: null, value: null, computed: null }),
		};
		const markup = page(reportOf({ cells, findings: [findingOf()] }));
		expect(markup).toContain('gk-cell-override gk-cell-error');
		expect(markup).toContain('修改过系统数据，有错误');
		expect(markup).toContain('aria-label="四、结转下年度·自然人：空，尚无数据"');
	});

	it('do not mark what has been explained', () => {
		expect(page(reportOf({ findings: [findingOf({ explanation: '已核实' })] }))).not.toContain('gk-cell-error');
	});
});

describe('the words', () => {
	it('stand section by section as printed', () => {
		const text = shown(reportOf(), 'words');
		expect(text).toContain('开头段 根据《条例》编制本报告。');
		expect(text).toContain('一、总体情况 全年公开信息12条。');
		expect(text).toContain('四、政府信息公开行政复议、行政诉讼情况 本部分为表格，可以不写文字。');
		expect(text).toContain('五、存在的主要问题及改进情况 尚未编写。');
	});

	it('say who saved a section, and can be written while it is a draft', () => {
		const sections = reportOf().sections.map((section) =>
			section.n === 1 ? sectionOf(1, { base: 4, savedBy: '林晓', savedAt: '2026-01-12T02:00:00Z' }) : section,
		);
		const text = shown(reportOf({ sections }), 'words');
		expect(text).toContain('林晓，2026年1月12日 10:00保存');
		expect(text.match(/编写/g)?.length).toBeGreaterThan(6);
		expect(shown(reportOf({ sections, editable: false }), 'words')).not.toMatch(/保存 编写/);
	});

	it('keep two paragraphs that are alike', () => {
		const { document } = reportOf();
		const twice = { ...document, preface: ['同一句。', '同一句。'] };
		expect(shown(reportOf({ document: twice }), 'words').match(/同一句。/g)).toHaveLength(2);
	});
});

describe('the findings', () => {
	const findings = [
		findingOf({ key: 'a', severity: 'info', rule: 'N-RES', message: '有转换残留', cells: [] }),
		findingOf({ key: 'b', severity: 'warning', rule: 'N-SIM', message: '与上年83%相同', cells: [] }),
		findingOf({ key: 'c' }),
	];

	it('come gravest first, counted by gravity, with rule and ground', () => {
		const text = shown(reportOf({ findings }), 'findings');
		expect(text).toContain('全部 3 错误 1 疑点 1 提示 1');
		expect(text.indexOf('填报5')).toBeLessThan(text.indexOf('与上年83%相同'));
		expect(text.indexOf('与上年83%相同')).toBeLessThan(text.indexOf('有转换残留'));
		expect(text).toContain('T3-REG 条例第四十五条');
	});

	it('can be explained when they are errors of a draft', () => {
		const text = shown(reportOf({ findings }), 'findings');
		expect(text.match(/数据无误，作情况说明/g)).toHaveLength(1);
		expect(shown(reportOf({ findings, editable: false }), 'findings')).not.toContain('作情况说明');
	});

	it('show their explanation and its hand', () => {
		const explained = [findingOf({ explanation: '案卷在县局', explainedBy: '林晓' })];
		const text = shown(reportOf({ findings: explained }), 'findings');
		expect(text).toContain('情况说明：案卷在县局（林晓）');
		expect(text).toContain('修改说明');
	});

	it('say what could not be checked', () => {
		const notChecked = [{ rule: 'T3-KIND', reason: '没有提供补正通知的份数' }];
		const text = shown(reportOf({ notChecked }), 'findings');
		expect(text).toContain('有1项未能核对');
		expect(text).toContain('没有提供补正通知的份数（T3-KIND）');
		expect(text).toContain('没有发现问题');
	});
});

describe('the way it has gone', () => {
	const signed = reportOf(
		{
			frozen: true,
			editable: false,
			signature: { sha256: 'ab'.repeat(32), personName: '方远', signedAt: '2026-01-15T02:00:00Z' },
			history: [
				{ at: '2026-01-12T02:00:00Z', actorName: '林晓', entry: '开始编制', data: {} },
				{ at: '2026-01-14T02:00:00Z', actorName: '周航', entry: '审核退回', data: { reason: '数字有变化' } },
			],
		},
		{ state: 'signedOff', reviewedByName: '周航' },
	);

	it('names hands, days and the hash of what was signed', () => {
		const text = shown(signed, 'flow');
		expect(text).toContain('审核 周航');
		expect(text).toContain('签发 方远，2026年1月15日 10:00');
		expect(text).toContain('ab'.repeat(32));
		expect(text).toContain('审核退回');
		expect(text).toContain('数字有变化');
	});

	it('says where the registers moved on after the signature', () => {
		const text = shown(signed, 'flow');
		expect(text).toContain('签发以后有1格的来源数据发生变化，已签发的报告不受影响');
		expect(text).toContain('行政事业性收费 0 1.5');
		expect(shown(reportOf(), 'flow')).not.toContain('签发以后');
	});

	it('offers the report in every format', () => {
		const text = shown(signed, 'flow');
		for (const words of ['Word 文档', '网页', '电子表格', '数据（CSV）', '数据（JSON）']) expect(text).toContain(words);
	});

	it('tells a statutory day from the county’s own', () => {
		expect(shown(reportOf(), 'flow')).toContain('2026年1月31日（县级安排）');
		const statutory = { ...reportOf().due, statutory: true };
		expect(shown(reportOf({ due: statutory }), 'flow')).toContain('（法定）');
	});
});
