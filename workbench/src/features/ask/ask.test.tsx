import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { type Entry, KEY } from './api.ts';
import { EntryPage } from './entry-page.tsx';
import { DONE, LOOK, STATE_OPTIONS } from './words.ts';

const entry: Entry = {
	...{
		id: 7,
		officeId: 1,
		officeName: '望溪镇',
		state: 'published',
		stateLabel: '已发布',
		changed: false,
		ended: false,
	},
	...{
		shownAt: '2026-06-01T01:00:00Z',
		changedAt: '2026-06-01T01:00:00Z',
		revision: 2,
		documentTitle: '',
		mayWrite: true,
	},
	content: {
		...{ question: '医保在镇里怎么缴费', answer: '到便民服务中心2号窗口缴费。', wordings: ['合作医疗在哪里交钱'] },
		...{ documentId: 3, basis: '', validUntil: null },
	},
	moves: [
		{ action: 'withdraw', label: '撤下', to: 'withdrawn', permitted: false, allowed: true, reasons: [] },
		{ action: 'publish', label: '发布改动', to: 'published', permitted: true, allowed: true, reasons: [] },
	],
	steps: [{ action: 'publish', text: '', personName: '方远', createdAt: '2026-06-01T01:00:00Z' }],
};

function shown(given: Entry): string {
	const queries = new QueryClient();
	queries.setQueryData([...KEY, given.id], given);
	const router = createMemoryRouter([{ path: '/faq/:id', element: <EntryPage /> }], {
		initialEntries: [`/faq/${given.id}`],
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

describe('an entry', () => {
	it('shows its words, whose it is, and that its ground is no longer public', () => {
		const text = shown(entry);
		for (const part of [
			'医保在镇里怎么缴费',
			'2号窗口',
			'望溪镇',
			'合作医疗在哪里交钱',
			'该文件已不再公开',
			'长期有效',
		])
			expect(text).toContain(part);
	});

	it('offers what may be done and nothing else', () => {
		expect(shown(entry)).toContain('发布改动');
		expect(shown(entry)).not.toContain('撤下');
		expect(shown({ ...entry, mayWrite: false })).not.toContain('修改 ');
	});

	it('asks for the answer before it offers to publish', () => {
		const blank = shown({ ...entry, content: { ...entry.content, answer: ' ' } });
		expect(blank).toContain('填写答案');
		expect(blank).not.toContain('发布改动');
	});

	it('says when everybody reads something else than stands here', () => {
		expect(shown({ ...entry, changed: true })).toContain('还没有发布');
		expect(shown({ ...entry, ended: true })).toContain('已过有效期');
	});
});

describe('words', () => {
	it('there is one for every state and every hand', () => {
		expect(STATE_OPTIONS.map(({ value }) => value)).toEqual(Object.keys(LOOK));
		for (const words of Object.values(DONE)) expect(words).toMatch(/^[\u4e00-\u9fff]+$/);
	});
});
