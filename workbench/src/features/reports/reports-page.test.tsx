import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import type { MatrixRow, ReportRow, Years } from './api.ts';
import { clerkSession, matrixOf, matrixRowOf, officerSession, rowOf, SUGGESTION, YEAR } from './reports.setup.ts';
import { ReportsPage } from './reports-page.tsx';

const YEARS: Years = { years: [YEAR], suggestion: SUGGESTION };

describe('an office’s own reports', () => {
	const markup = (rows: ReportRow[], years: Years = YEARS, session = clerkSession()) =>
		render(<ReportsPage />, {
			session,
			data: [
				[['reports', 'years'], years],
				[['reports', 'list'], { rows }],
			],
		});
	const shown = (...given: Parameters<typeof markup>) => textOf(markup(...given));

	it('show the year that waits, with the days of the office’s kind', () => {
		const text = shown([]);
		expect(text).toContain('2025年度：2026年1月20日前报送，2026年1月31日前公开');
		expect(text).toContain('开始编制');
	});

	it('do not offer to begin what is begun, nor to those who may not', () => {
		expect(shown([rowOf()])).not.toContain('开始编制');
		expect(shown([], YEARS, clerkSession(['report.read', 'report.signOff']))).not.toContain('开始编制');
	});

	it('say that the county has opened nothing yet', () => {
		expect(shown([], { ...YEARS, years: [] })).toContain('县级主管部门开启年度报告工作后即可编制');
	});

	it('are listed by year with state and edition', () => {
		const rows = [
			rowOf({ id: 7, edition: 2, state: 'draft' }),
			rowOf({ id: 2, state: 'published', publishedAt: '2026-01-28T02:00:00Z' }),
			rowOf({ id: 1, year: 2024, form: '2021', state: 'superseded' }),
		];
		const text = shown(rows);
		for (const words of ['2025年度', '更正版2', '编制中', '已公开', '2026年1月28日', '2024年度', '已被更正版取代']) {
			expect(text).toContain(words);
		}
		expect(markup(rows)).toContain('href="/reports/7"');
	});

	it('use the department’s or the county’s own day', () => {
		const kindly = (kind: string) => {
			const session = clerkSession();
			const office = session.office ? { ...session.office, kind } : null;
			return shown([], YEARS, { ...session, office });
		};
		expect(kindly('county')).toContain('2026年3月31日前公开');
		expect(kindly('department')).toContain('2026年1月31日前公开');
	});
});

describe('the county’s board', () => {
	const markup = (rows: MatrixRow[], at = '/reports', years: Years = YEARS) =>
		render(<ReportsPage />, {
			at,
			session: officerSession(),
			data: [
				[['reports', 'years'], years],
				[['reports', 'matrix', 2025], matrixOf(rows, { submitted: 1, none: 2, late: 1, draft: 0, superseded: 1 })],
			],
		});
	const shown = (...given: Parameters<typeof markup>) => textOf(markup(...given));

	it('puts every office against the year with its state and its day', () => {
		const text = shown([
			matrixRowOf(),
			matrixRowOf({ officeId: 3, officeName: '石桥镇人民政府', report: null, waiting: null }),
			matrixRowOf({
				officeId: 4,
				officeName: '青河县水务局',
				kind: 'department',
				publishedAt: '2026-02-03T02:00:00Z',
				due: { ...matrixRowOf().due, late: true },
			}),
		]);
		expect(text).toContain('柳溪镇人民政府 乡镇（街道） 已报送');
		expect(text).toContain('石桥镇人民政府 乡镇（街道） 未开始');
		expect(text).toContain('2026年2月3日公开（逾期）');
	});

	it('counts the states there are, and the late always', () => {
		const text = shown([matrixRowOf()]);
		expect(text).toContain('机关 1');
		expect(text).toContain('已报送 1');
		expect(text).toContain('未开始 2');
		expect(text).toContain('逾期 1');
		expect(text).not.toMatch(/编制中 0|已被更正版取代 1/);
	});

	it('leads to a report that is begun, and nowhere else', () => {
		const page = markup([matrixRowOf(), matrixRowOf({ officeId: 3, officeName: '石桥镇人民政府', report: null })]);
		expect(page).toContain('href="/reports/2"');
		expect(page).not.toMatch(/<a[^>]*>石桥镇/);
	});

	it('can be narrowed to one state', () => {
		const rows = [matrixRowOf(), matrixRowOf({ officeId: 3, officeName: '石桥镇人民政府', report: null })];
		expect(shown(rows, '/reports?state=none')).not.toContain('柳溪镇人民政府 乡镇');
		expect(shown(rows, '/reports?state=accepted')).toContain('没有符合条件的机关');
	});

	it('names the days of the year, and offers the next one', () => {
		const text = shown([]);
		expect(text).toContain('2026年1月20日前报送；公开期限：县直部门2026年1月31日');
		expect(text).toContain('开启2026年度');
		expect(text).toContain('调整期限');
	});

	it('before any year is open says what opening does', () => {
		const text = shown([], '/reports', { years: [], suggestion: { ...SUGGESTION, year: 2025 } });
		expect(text).toContain('还没有开启年度报告工作');
		expect(text).toContain('开启2025年度');
		expect(text).not.toContain('调整期限');
	});

	it('marks a correction', () => {
		const report = { id: 7, edition: 2, state: 'draft' as const, stateLabel: '编制中', submittedAt: null };
		expect(shown([matrixRowOf({ report })])).toContain('更正版2');
	});
});
