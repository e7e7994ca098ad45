import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Board, Item } from './api.ts';
import { Bars } from './bars.tsx';
import { BoardCards } from './board-cards.tsx';
import { BoardTable } from './board-table.tsx';
import { Evidence } from './evidence.tsx';
import { FigureLink, recordsPath } from './figure-link.tsx';
import { ItemCard } from './item-card.tsx';
import { monthOf, monthSpan, quarterOf, within, yearSpan } from './periods.ts';
import { ScoreBox } from './score-box.tsx';

const markupOf = (element: React.ReactElement) =>
	renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<App>
				<MemoryRouter>{element}</MemoryRouter>
			</App>
		</QueryClientProvider>,
	);
const shown = (element: React.ReactElement) =>
	markupOf(element)
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

const move = (action: Item['moves'][number]['action'], label: string, change: Partial<Item['moves'][number]> = {}) => ({
	...{ action, label, to: '', permitted: true, allowed: true, reasons: [] },
	...change,
});
const item: Item = {
	...{
		id: 1,
		rectificationId: 1,
		officeId: 1,
		officeName: '望溪镇',
		findingId: 2,
		rule: 'M-EMPTY',
		ruleTitle: '栏目空白',
	},
	...{ message: '栏目「政策解读」没有任何信息', basis: '国办秘函〔2019〕19号', state: 'issued', stateLabel: '待整改' },
	...{ dueOn: '2026-06-10', revision: 1, isOverdue: true, isStillFound: true, owner: '林晓', repeats: 1 },
	evidence: { facts: { 栏目: '政策解读', 信息条数: '0' }, path: '/o/wangxi/c/interpretations' },
	moves: [move('reply', '报送整改结果'), move('circulate', '列入通报', { permitted: false })],
	steps: [{ id: 1, itemId: 1, action: 'issue', text: '', personName: '林知微', createdAt: '2026-06-01T01:00:00Z' }],
	proofs: [],
};

describe('a matter to be put right', () => {
	it('says what it is, how it is proved, until when, and that the day has passed', () => {
		const text = shown(<ItemCard item={item} />);
		for (const part of ['栏目「政策解读」没有任何信息', '栏目：政策解读；信息条数：0', '期限2026年6月10日', '已逾期'])
			expect(text).toContain(part);
	});

	it('names who sees to it, and how often it has come back', () => {
		const text = shown(<ItemCard item={item} />);
		for (const part of ['责任人林晓', '一年内第2次', '重新检查', '规则和快照']) expect(text).toContain(part);
		expect(shown(<ItemCard item={{ ...item, findingId: null }} />)).not.toContain('重新检查');
	});

	it('shows the last answer of the office with its proof, above what is to be decided on it', () => {
		const [issued] = item.steps;
		if (!issued) throw new Error('no step');
		const steps = [
			issued,
			{ ...issued, id: 2, action: 'reply' as const, text: '第一次的说明。' },
			{ ...issued, id: 3, action: 'sendBack' as const, text: '没有看到。' },
			{ ...issued, id: 4, action: 'reply' as const, text: '已经补发三条。' },
		];
		const proof = { id: 9, itemId: 1, fileName: '截图.png', size: 2048, mediaType: 'image/png' };
		const text = shown(<ItemCard item={{ ...item, state: 'replied', steps, proofs: [proof as never] }} />);
		expect(text).toContain('整改情况：已经补发三条。');
		expect(text.indexOf('截图.png')).toBeGreaterThan(text.indexOf('已经补发三条。'));
		expect(text).not.toContain('整改情况：第一次的说明。');
		expect(shown(<ItemCard item={item} />)).not.toContain('整改情况：');
	});

	it('offers what the person may do and nothing else', () => {
		const text = shown(<ItemCard item={item} />);
		expect(text).toContain('报送整改结果');
		expect(text).not.toContain('列入通报');
	});

	it('says why it cannot be closed yet', () => {
		const reasons = [{ key: 'close.found', message: '最近一次监测仍发现该问题。' }];
		const moves = [move('close', '复查通过，销号', { allowed: false, reasons })];
		const text = shown(<ItemCard item={{ ...item, state: 'replied', isOverdue: false, moves }} />);
		expect(text).toContain('暂不能「复查通过，销号」：最近一次监测仍发现该问题。');
		expect(text).toContain('最近一次监测仍然发现');
	});
});

describe('proof', () => {
	it('leads into the workbench or to the portal', () => {
		expect(shown(<Evidence evidence={{ facts: { 编号: '3' }, path: '/workbench/applications/3' }} />)).toContain(
			'查看',
		);
		expect(shown(<Evidence evidence={item.evidence} />)).toContain('在网站查看');
	});
});

describe('the score', () => {
	it('is shown with every ground, and a veto fails it whatever the points', () => {
		const deductions = [{ rule: 'M-LATE', title: '超过法定期限公开', findings: 3, points: 1.5 }];
		const text = shown(
			<ScoreBox
				score={{ points: 98.5, passed: false, vetoes: ['空白栏目6个，达到5个'], deductions, bonus: [], total: 98.5 }}
			/>,
		);
		for (const part of ['98.5', '不合格', '空白栏目6个，达到5个', '超过法定期限公开：3个，扣1.5分'])
			expect(text).toContain(part);
	});
});

describe('a chart', () => {
	it('says in words what it draws, and says so when there is nothing', () => {
		const rows = [
			{ label: '2026-05', count: 3 },
			{ label: '2026-06', count: 0 },
		];
		const text = shown(<Bars title="各月公开信息" unit="条" rows={rows} />);
		for (const part of ['各月公开信息数据表', '2026-05 3条', '2026-06 0条']) expect(text).toContain(part);
		expect(shown(<Bars title="历年" unit="条" rows={[]} />)).toContain('没有数据');
	});

	it('is heard once, as a table, whose figures open to what they count', () => {
		const path = (month: string) =>
			recordsPath({ figure: 'published', period: within(monthSpan(month), { from: '2026-05-10', to: '2026-06-30' }) });
		const markup = markupOf(
			<Bars title="各月公开信息" unit="条" rows={[{ label: '2026-05', count: 3 }]} pathOf={path} />,
		);
		expect(markup).toMatch(/<svg[^>]*aria-hidden="true"/);
		expect(markup).toContain('<table aria-label="各月公开信息">');
		expect(markup).toContain('<th scope="row">2026-05</th>');
		expect(markup).toContain('figure=published&amp;from=2026-05-10&amp;to=2026-05-31');
	});

	it('of a share opens nothing: it counts nothing', () => {
		expect(markupOf(<Bars title="按期销号率" unit="%" rows={[{ label: '柳溪镇', count: 50 }]} />)).not.toContain('<a ');
	});
});

const FIGURES = {
	...{ found: 4, cleared: 1, issued: 2, closed: 0, closedInTime: 0, overdue: 0, appealed: 0, upheld: 0, circulated: 0 },
	...{ repeated: 0, published: 12, late: 3, applications: 5, applicationsOverdue: 0, items: 20, itemsFilled: 12 },
	...{ itemsAbsent: 3, itemsMissing: 5, columns: 9, columnsEmpty: 2, concernsReceived: 7, concernsAnswered: 6 },
	...{ concernsLate: 1, complaints: 2, complaintsTrue: 1, consultationsOpened: 1, consultationsAnswered: 0 },
	...{ consultationsLate: 0, proposalsReceived: 3, proposalsReplied: 3, proposalsPublished: 2, proposalsLate: 0 },
};
const BOARD: Board = {
	...{ from: '2026-01-01', to: '2026-06-01', total: FIGURES, months: [], years: [], outcomes: [] },
	rows: [{ officeId: 8, officeName: '柳溪镇', slug: 'liuxi', ...FIGURES }],
};

describe('the board', () => {
	it('leads from every figure to the records of its own days, and from none that counts nothing', () => {
		const markup = markupOf(<BoardCards board={BOARD} />);
		for (const [figure, count] of Object.entries(FIGURES)) {
			const leads = markup.includes(`figure=${figure}&amp;from=2026-01-01&amp;to=2026-06-01`);
			// Those three make up a share or the whole, and are told by it.
			if (['itemsFilled', 'itemsAbsent', 'closedInTime'].includes(figure)) continue;
			expect([figure, leads]).toEqual([figure, count > 0]);
		}
		const text = shown(<BoardCards board={BOARD} />);
		for (const part of ['按期公开率75%', '覆盖率75%', '投诉举报2', '查实1', '空缺5']) expect(text).toContain(part);
	});

	it('leads from an office’s figure to that office’s records', () => {
		const markup = markupOf(<BoardTable rows={BOARD.rows} period={{ from: '2026-01-01', to: '2026-06-01' }} />);
		expect(markup).toContain('figure=itemsMissing&amp;office=8&amp;from=2026-01-01');
		expect(markup).not.toContain('href="/documents');
	});

	it('asks for one outcome where that was counted', () => {
		const period = { from: '2026-01-01', to: '2026-06-01' };
		expect(recordsPath({ figure: 'applications', period, outcome: '予以公开' })).toContain(
			`outcome=${encodeURIComponent('予以公开')}`,
		);
		expect(shown(<FigureLink count={0} before="超期" unit="条" figure="late" period={period} />)).toContain('超期0条');
	});
});

describe('the score of the new media', () => {
	it('stands beside the site’s, under its own name, with what the county entered', () => {
		const deductions = [{ rule: '', title: '没有互动功能', findings: 1, points: 30 }];
		const score = { points: 70, passed: true, vetoes: [], deductions, bonus: [], total: 70 };
		const text = shown(<ScoreBox of="media" score={score} />);
		for (const part of ['政务新媒体检查得分', '70 分', '合格', '没有互动功能：1个，扣30分'])
			expect(text).toContain(part);
		expect(text).not.toContain('网站检查得分');
	});
});

describe('periods', () => {
	it('of a bar are what of its month lies within the days asked for, and a year ends today', () => {
		const asked = { from: '2026-02-10', to: '2026-04-05' };
		expect(within(monthSpan('2026-02'), asked)).toEqual({ from: '2026-02-10', to: '2026-02-28' });
		expect(within(monthSpan('2026-03'), asked)).toEqual({ from: '2026-03-01', to: '2026-03-31' });
		expect(within(monthSpan('2026-04'), asked)).toEqual({ from: '2026-04-01', to: '2026-04-05' });
		expect(yearSpan('2025', '2026-06-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
		expect(yearSpan('2026', '2026-06-01')).toEqual({ from: '2026-01-01', to: '2026-06-01' });
	});

	it('are the whole month and the whole quarter before today, over the end of a year too', () => {
		expect(monthOf('2026-03-15')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
		expect(monthOf('2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
		expect(quarterOf('2026-02-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
		expect(quarterOf('2026-11-30')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
	});
});
