import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../../testing/render.tsx';
import type { Outside, OutsideRow } from '../api.ts';
import { clerkSession, LAYOUT, outsideOf, outsideRowOf } from '../reports.setup.ts';
import { formText, OutsideListPage } from './outside-list-page.tsx';
import { OutsidePage } from './outside-page.tsx';
import { SourceLines } from './source-lines.tsx';

describe('the reports read', () => {
	const shown = (rows: OutsideRow[]) =>
		textOf(
			render(<OutsideListPage />, {
				session: clerkSession(),
				data: [[['reports', 'outside', 1, 20], { rows, total: rows.length }]],
			}),
		);

	it('are listed with what was recognised and found', () => {
		const text = shown([outsideRowOf()]);
		for (const words of [
			'2024年报.docx',
			'石桥镇人民政府',
			'2024',
			'2021年格式',
			'已读取',
			'错误 1，疑点 2',
			'林晓，2026年1月12日 10:00',
		]) {
			expect(text).toContain(words);
		}
	});

	it('say in one sentence why one could not be read', () => {
		const failed = outsideRowOf({ state: 'failed', failure: '这个文件已损坏。', organ: null, year: null, form: null });
		const text = shown([failed]);
		expect(text).toContain('这个文件已损坏。');
		expect(text).toContain('未能读取');
		expect(text).not.toContain('错误 1');
	});

	it('name what was not recognised', () => {
		expect(shown([outsideRowOf({ organ: null, form: 'none' })])).toContain('未识别');
		expect(formText('none')).toBe('无统一表格');
		expect(formText(null)).toBe('—');
		expect(formText('2014')).toBe('2014年格式');
	});

	it('begin with a place for files', () => {
		const text = shown([]);
		expect(text).toContain('一次最多20个');
		expect(text).toContain('还没有读取过报告');
	});
});

describe('one report read', () => {
	const markup = (outside: Outside, session = clerkSession()) =>
		render(<OutsidePage />, {
			at: '/outside-reports/9',
			path: '/outside-reports/:id',
			session,
			data: [
				[['reports', 'outside', 9], outside],
				[['report-forms', '2021'], [LAYOUT]],
				[['offices', 'all'], []],
			],
		});
	const shown = (...given: Parameters<typeof markup>) => textOf(markup(...given));

	it('stands with its text beside its findings', () => {
		const text = shown(outsideOf());
		expect(text).toContain('石桥镇人民政府 2024年度 2021年格式');
		expect(text).toContain('本年新收 5');
		expect(text).toContain('「自然人」一列不平衡');
		expect(text).toContain('查看位置');
		expect(text).toContain('有1项未能核对');
	});

	it('that could not be read says why and shows nothing else', () => {
		const text = shown(
			outsideOf({
				state: 'failed',
				failure: '这个文件已加密，请去掉密码后再试。',
				title: '',
				lines: [],
				cells: {},
				findings: [],
			}),
		);
		expect(text).toContain('这个文件已加密，请去掉密码后再试。');
		expect(text).not.toContain('查看位置');
		expect(text).toContain('原文件');
	});

	it('can become last year’s report where it has tables', () => {
		expect(shown(outsideOf())).toContain('作为往年报告');
		expect(shown(outsideOf({ form: 'none', cells: {} }))).not.toContain('作为往年报告');
		const adopted = outsideOf({ adoptedFor: [{ officeId: 2, year: 2024 }] });
		expect(shown(adopted)).toContain('已作为2024年度往年报告');
		expect(shown(outsideOf(), clerkSession(['report.readOutside']))).not.toContain('作为往年报告');
	});

	it('offers what was found for whoever has to put it right, unless nothing could be read', () => {
		expect(shown(outsideOf())).toContain('退回修改意见');
		expect(shown(outsideOf())).toContain('问题清单');
		const unread = outsideOf({ state: 'failed', failure: '空文件。', lines: [], cells: {}, findings: [] });
		expect(shown(unread)).not.toContain('退回修改意见');
	});

	it('says who took a finding as it is and why, and lets that be taken back', () => {
		const [finding] = outsideOf().findings;
		if (!finding) throw new Error('no finding');
		expect(shown(outsideOf())).toContain('认可');
		const accepted = { reason: '与上级口径一致', personName: '顾宁', createdAt: '2026-01-12T02:00:00Z' };
		const text = shown(outsideOf({ findings: [{ ...finding, accepted }] }));
		expect(text).toContain('顾宁于2026年1月12日');
		expect(text).toContain('与上级口径一致');
		expect(text).toContain('撤销认可');
	});

	it('filters by rule where there are several', () => {
		const [finding] = outsideOf().findings;
		if (!finding) throw new Error('no finding');
		expect(markup(outsideOf())).not.toContain('aria-label="规则"');
		const two = [finding, { ...finding, rule: 'T3-SUM', key: 'sum' }];
		expect(markup(outsideOf({ findings: two }))).toContain('aria-label="规则"');
	});

	it('tells what the reader has to say of the source', () => {
		expect(shown(outsideOf({ readWarnings: [{ message: '「收起」是网页上的文字。', at: { line: 2 } }] }))).toContain(
			'读取说明 1',
		);
	});

	it('of an unknown office and year says so', () => {
		expect(shown(outsideOf({ organ: null, year: null }))).toContain('机关未识别 年度未识别');
	});
});

describe('the text of the source', () => {
	const { lines } = outsideOf();

	it('marks the line that is sought, for the eye and for the ear', () => {
		const markup = render(<SourceLines lines={lines} sought={2} />);
		expect(markup).toMatch(/data-line="2" class="gk-line-sought" aria-current="location"/);
		expect(markup.match(/aria-current="location"/g)).toHaveLength(1);
	});

	it('marks none while nothing is sought', () => {
		expect(render(<SourceLines lines={lines} sought={null} />)).not.toContain('aria-current="location"');
	});

	it('keeps the cells of a row apart, and can be reached with the keyboard', () => {
		const markup = render(
			<SourceLines lines={[{ text: '合计\t5\t0', at: { table: 1, row: 2, column: 1 } }]} sought={null} />,
		);
		expect(markup).toContain('合计　5　0');
		expect(markup).toContain('tabindex="0"');
	});
});
