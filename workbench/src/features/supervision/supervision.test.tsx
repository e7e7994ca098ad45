import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Item } from './api.ts';
import { Bars } from './bars.tsx';
import { Evidence } from './evidence.tsx';
import { ItemCard } from './item-card.tsx';
import { monthOf, quarterOf } from './periods.ts';
import { ScoreBox } from './score-box.tsx';

const shown = (element: React.ReactElement) =>
	renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<App>
				<MemoryRouter>{element}</MemoryRouter>
			</App>
		</QueryClientProvider>,
	)
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
		const element = <Bars title="各月公开信息" unit="条" rows={[{ label: '2026-05', count: 3 }]} />;
		expect(renderToStaticMarkup(element)).toContain('aria-label="各月公开信息：2026-053条"');
		expect(shown(<Bars title="历年" unit="条" rows={[]} />)).toContain('没有数据');
	});
});

describe('periods', () => {
	it('are the whole month and the whole quarter before today, over the end of a year too', () => {
		expect(monthOf('2026-03-15')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
		expect(monthOf('2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
		expect(quarterOf('2026-02-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
		expect(quarterOf('2026-11-30')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
	});
});
