import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Project } from './api.ts';
import { stepFacts } from './step-facts.ts';
import { nextStep } from './todo.ts';
import { placeOf, Way } from './way.tsx';
import { ASKS, isAside } from './words.ts';

const move = (action: Project['moves'][number]['action'], change: object = {}): Project['moves'][number] => ({
	...{ action, label: action, to: 'x', permitted: true, allowed: true, reasons: [] },
	...change,
});

const project: Project = {
	...{ id: 3, officeId: 1, officeName: '望溪镇', title: '望溪镇集市管理办法', basis: '规范集市', major: false },
	...{ state: 'numbered', stateLabel: '待公布和备案', documentId: 9, number: '望政规〔2026〕1号', revision: 8 },
	...{ createdAt: '2026-06-01T01:00:00Z', consultingUntil: null, filing: null, mayHandle: true },
	document: { id: 9, title: '望溪镇集市管理办法', state: 'draft', live: false },
	moves: [],
	steps: [],
};

function shown(element: ReactElement): string {
	const router = createMemoryRouter([{ path: '*', element }], { initialEntries: ['/'] });
	return renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<App>
				<RouterProvider router={router} />
			</App>
		</QueryClientProvider>,
	);
}

describe('where a document stands on its way', () => {
	it('is 公布 once it is numbered, and 备案 once it is public', () => {
		expect(shown(<Way project={project} />)).toMatch(/aria-current="step">公布/);
		const filing = { publishedOn: '2026-06-01', due: '2026-06-16', late: false, submittedOn: null };
		expect(shown(<Way project={{ ...project, filing }} />)).toMatch(/aria-current="step">备案/);
	});

	it('is behind everything when it is filed, and nowhere when it was stopped', () => {
		expect(placeOf({ state: 'filed', filing: null })).toBe(8);
		expect(shown(<Way project={{ ...project, state: 'stopped' }} />)).not.toContain('norm-way');
	});

	it('begins with the draft', () => {
		expect(placeOf({ state: 'planned', filing: null })).toBe(0);
		expect(placeOf({ state: 'consulted', filing: null })).toBe(2);
	});
});

describe('a step', () => {
	it('is sent as a form without what was not filled in: a blank is no zero', () => {
		expect(fieldsOf(4, { onDay: '2026-06-01', opinions: null, adopted: undefined, text: '', copies: 0 })).toEqual({
			revision: '4',
			onDay: '2026-06-01',
			copies: '0',
		});
	});

	it('says in words what it holds', () => {
		expect(stepFacts({ data: { startsOn: '2026-05-01', endsOn: '2026-05-30', opinions: 0 } })).toEqual([
			{ label: '征求意见期限', value: '2026-05-01至2026-05-30' },
			{ label: '收到意见', value: '0条，采纳0条' },
		]);
		expect(stepFacts({ data: {} })).toEqual([]);
	});

	it('asks for a ground wherever something is left out', () => {
		for (const [action, { text }] of Object.entries(ASKS))
			if (action.startsWith('skip')) expect(text, action).toContain('依据和理由');
	});
});

describe('what waits', () => {
	it('is the way on, never a way aside', () => {
		const moves = [move('skipReview'), move('stop'), move('passReview', { label: '合法性审核通过' })];
		expect(nextStep({ moves })).toBe('合法性审核通过');
		expect(nextStep({ moves: [move('skipReview'), move('stop'), move('returnReview')] })).toBeNull();
		expect(nextStep({ moves: [move('passReview', { allowed: false })] })).toBeNull();
		expect(isAside('returnFiling')).toBe(true);
	});
});
