import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { type Concern, KEY } from './api.ts';
import { ConcernPage } from './concern-page.tsx';
import { DONE, LOOK } from './words.ts';

const concern: Concern = {
	...{ id: 7, officeId: 1, officeName: '望溪镇', number: 'HD202600007', kind: 'complaint', kindLabel: '投诉举报' },
	...{ origin: 'hotline', originLabel: '12345热线', urgent: false, title: '工程资金没有公开', state: 'received' },
	...{
		stateLabel: '待受理',
		waits: true,
		receivedAt: '2026-06-01T01:00:00Z',
		answeredAt: null,
		body: '去年的道路工程。',
		page: '',
	},
	limit: {
		dueOn: '2026-06-23',
		dueAt: null,
		mark: null,
		overdue: false,
		basis: '《政府信息公开条例》第五十一条',
		clocks: [],
	},
	...{
		answer: '',
		verdict: null,
		publicTitle: '',
		publicBody: '',
		publishedAt: null,
		hasContact: true,
		mayReveal: true,
		...{ orderNumber: null, mergedNumber: null, mergedAnswer: '', askers: 1, checks: [], responses: [] },
		...{ wish: null, wishDocument: null, wishTitle: null, wishDay: null, wishGround: '' },
	},
	moves: [
		{ action: 'accept', label: '受理', to: 'inHand', permitted: true, allowed: true, reasons: [] },
		{ action: 'publish', label: '公开答复', to: 'published', permitted: false, allowed: true, reasons: [] },
	],
	steps: [{ action: 'receive', text: '', personName: '公众', createdAt: '2026-06-01T01:00:00Z' }],
};

function shown(given: Concern): string {
	const queries = new QueryClient();
	queries.setQueryData([...KEY, given.id], given);
	const router = createMemoryRouter([{ path: '/concerns/:id', element: <ConcernPage /> }], {
		initialEntries: [`/concerns/${given.id}`],
	});
	return renderToStaticMarkup(
		<QueryClientProvider client={queries}>
			<App>
				<RouterProvider router={router} />
			</App>
		</QueryClientProvider>,
	)
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
}

describe('a message', () => {
	it('says what it is, who has it, and until when', () => {
		const text = shown(concern);
		for (const part of [
			'工程资金没有公开',
			'投诉举报',
			'12345热线',
			'望溪镇',
			'第五十一条',
			'去年的道路工程。',
			'收到诉求',
		])
			expect(text).toContain(part);
	});

	it('offers what may be done and nothing else; who wrote only after asking', () => {
		const text = shown(concern);
		expect(text).toContain('受理');
		expect(text).not.toContain('公开答复');
		expect(text).toContain('查看联系方式');
		expect(shown({ ...concern, hasContact: false })).not.toContain('查看联系方式');
	});

	it('shows the answer with what the check found, and what everybody reads', () => {
		const text = shown({
			...{ ...concern, state: 'published', answer: '已经补充公开。', verdict: 'true', moves: [] },
			...{ answeredAt: '2026-06-03T01:00:00Z', publicTitle: '工程资金公开', publicBody: '反映资金没有公开。' },
		});
		for (const part of ['已经补充公开。', '属实', '工程资金公开', '反映资金没有公开。', '在网站查看'])
			expect(text).toContain(part);
	});
});

describe('words', () => {
	it('there is one for every state and every hand', () => {
		expect(Object.keys(LOOK)).toEqual(['received', 'inHand', 'answered', 'published', 'declined', 'merged']);
		for (const words of Object.values(DONE)) expect(words).toMatch(/^[\u4e00-\u9fff]+$/);
	});
});
