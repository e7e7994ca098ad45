import { describe, expect, it } from 'vitest';
import { render, sessionOf } from '../../testing/render.tsx';
import { type Deduction, KEY, type Round, type Sheet, type Tree, type TreeContent } from './api.ts';
import { groupsOf, OfficePage } from './office-page.tsx';
import { answersOf } from './paper-panel.tsx';
import { RoundPage } from './round-page.tsx';
import { actionsOf } from './survey-page.tsx';
import { questionOf } from './survey-panel.tsx';
import { timesOf } from './survey-results.tsx';
import type { Survey } from './surveys-api.ts';
import { TreePage } from './tree-page.tsx';
import { changedNode, faultsAt, inOrder, restOf, withNumber } from './tree-values.ts';
import { pointsText } from './words.ts';

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const node = (code: string, more: object = {}) => ({
	...{ code, kind: 'points' as const, name: `指标${code}`, points: 10, checks: '', basis: '' },
	...{ sampling: 'manual' as const, perFault: 0, source: null, ...more },
});
const content: TreeContent = {
	...{ total: 10, bonusFrom: 8, bonusCap: 2, grades: { excellent: 9, good: 8, pass: 6 } },
	nodes: [node('1', { kind: 'group' }), node('1.1')],
};
const move = <A extends string>(action: A, label: string, more: object = {}) => ({
	...{ action, label, to: '', permitted: true, allowed: true, reasons: [], ...more },
});
const county = sessionOf({ permissions: ['evaluation.read', 'evaluation.score', 'evaluation.manage'] });

const round: Round = {
	...{ id: 3, treeId: 1, surveyId: null, title: '年度考核', from: '2025-01-01', to: '2025-12-31', state: 'appeal' },
	...{ stateLabel: '申诉期', appealUntil: '2026-06-10', drawnAt: null, closedOn: null, publishedAt: null, revision: 2 },
	...{ part: 'county', tree: { id: 1, title: '考核指标', contentHash: 'a', content }, officeIds: [7] },
	evaluators: [{ personId: 4, name: '尤鉴衡' }],
	offices: [
		{
			...{
				officeId: 7,
				officeName: '望溪镇',
				kind: 'township',
				kindLabel: '乡镇（街道）',
				score: 88.5,
				deducted: 11.5,
			},
			...{ bonus: 0, vetoed: true, grade: 'fail', gradeLabel: '不合格', rank: 1, found: 2, appeals: 1 },
		},
	],
	moves: [
		move('close', '确定结果', {
			allowed: false,
			reasons: [{ key: 'round.openAppeals', message: '还有1件申诉没有处理。' }],
		}),
	],
	steps: [{ action: 'start', text: '', personName: '林知微', createdAt: '2026-05-01T01:00:00Z' }],
};

describe('a round', () => {
	const shown = (given: Round) =>
		textOf(
			render(<RoundPage />, {
				...{ session: county, data: [[[...KEY, 'round', 3], given]] },
				...{ at: '/evaluation/rounds/3', path: '/evaluation/rounds/:id' },
			}),
		);

	it('shows where each office stands, and why it cannot be closed yet', () => {
		const text = shown(round);
		for (const part of ['望溪镇', '88.50', '不合格', '单项否决', '尤鉴衡', '暂不能「确定结果」：还有1件申诉没有处理。'])
			expect(text).toContain(part);
	});

	it('shows an office no steps, papers or evaluators of the county', () => {
		const text = shown({ ...round, part: 'office', evaluators: [], moves: [], steps: [] });
		expect(text).toContain('对扣分有异议的');
		for (const hidden of ['经过', '结果通报', '核验']) expect(text).not.toContain(hidden);
	});

	it('offers papers and the check once it is closed', () => {
		const text = shown({ ...round, state: 'closed', moves: [move('publish', '公布结果')] });
		for (const part of ['结果通报', '结果表格', '核验', '公布结果']) expect(text).toContain(part);
	});
});

const deduction: Deduction = {
	...{ id: 9, code: '1.1', name: '指标1.1', source: 'manual', state: 'standing', stateLabel: '有效', points: 2 },
	...{ note: '上午抽查', personName: '', createdAt: '2026-05-02T01:00:00Z', proofs: [] },
	evidence: {
		...{ kind: 'link', kindLabel: '网页', ref: 'https://a.example/x', text: '附件打不开。', sha256: 'ab'.repeat(32) },
		...{ takenAt: '2026-05-02T01:00:00Z', fileName: null },
	},
	moves: [move('appeal', '申诉'), move('withdraw', '撤回', { permitted: false })],
	steps: [{ action: 'record', label: '记录', points: 2, text: '', personName: '', createdAt: '2026-05-02T01:00:00Z' }],
};
const sheet: Sheet = {
	...{ officeId: 7, officeName: '望溪镇', part: 'office', nodes: content.nodes, rows: [deduction] },
	round: { id: 3, title: '年度考核', state: 'appeal', appealUntil: '2026-06-10' },
	score: {
		...{ score: 8, deducted: 2, bonus: 0, vetoed: false, grade: 'good', gradeLabel: '良好' },
		parts: [{ code: '1.1', points: 2, found: 1 }],
	},
};

describe('what was found in an office', () => {
	it('stands under its indicator with its proof, and offers what may be done', () => {
		const text = textOf(
			render(<OfficePage />, {
				...{ data: [[[...KEY, 'sheet', 3, 7], sheet]] },
				...{ at: '/evaluation/rounds/3/offices/7', path: '/evaluation/rounds/:id/offices/:officeId' },
			}),
		);
		for (const part of [
			'1.1 指标1.1',
			'附件打不开。',
			'https://a.example/x',
			'校验值abab',
			'上午抽查 2026年5月2日 09:00 申诉',
			'申诉截止2026年6月10日',
		])
			expect(text).toContain(part);
		for (const hidden of ['撤回', '记录扣分']) expect(text).not.toContain(hidden);
	});

	it('leaves out indicators with nothing found', () => {
		expect(groupsOf(sheet).map(({ code, points }) => [code, points])).toEqual([['1.1', 2]]);
	});
});

describe('a tree', () => {
	const tree: Tree = {
		...{ id: 1, year: 2026, version: 2, title: '考核指标', state: 'fixed', stateLabel: '已固定', contentHash: 'cafe' },
		...{ fixedAt: '2026-01-02T01:00:00Z', fixedBy: '林知微', revision: 3, content },
	};
	const shown = (given: Tree) =>
		textOf(
			render(<TreePage />, {
				...{ session: county, data: [[[...KEY, 'tree', 1], given]] },
				...{ at: '/evaluation/trees/1', path: '/evaluation/trees/:id' },
			}),
		);

	it('that is fixed is read and not changed; a draft is', () => {
		expect(shown(tree)).not.toContain('增加指标');
		expect(shown(tree)).toContain('校验值cafe');
		expect(shown({ ...tree, state: 'draft', contentHash: null, fixedAt: null })).toContain('增加指标');
	});

	it('stands in the order of its codes, as people count: 1.2 before 1.10', () => {
		const nodes = ['2', '1.10', '1', '1.2'].map((code) => node(code));
		expect(inOrder({ ...content, nodes }).nodes.map(({ code }) => code)).toEqual(['1', '1.2', '1.10', '2']);
	});

	it('is changed row by row and number by number, the one before left as it was', () => {
		const changed = changedNode(content, 1, node('1.1', { points: 7 }));
		expect(changed.nodes[1]?.points).toBe(7);
		expect(content.nodes[1]?.points).toBe(10);
		expect(changedNode(content, 'new', node('1.2')).nodes).toHaveLength(3);
		expect(withNumber(content, 'good', 7).grades).toEqual({ excellent: 9, good: 7, pass: 6 });
		expect(withNumber(content, 'bonusCap', 5).bonusCap).toBe(5);
	});

	it('places what the server says beside its row', () => {
		const issues = [
			{ key: 'a', message: '合计不符。', field: 'content.nodes.1.points' },
			{ key: 'b', message: '总分不符。', field: 'content.total' },
		];
		expect([faultsAt(issues, 0), faultsAt(issues, 1), restOf(issues)]).toEqual([[], ['合计不符。'], ['总分不符。']]);
	});
});

describe('a questionnaire', () => {
	const survey = { state: 'fixed', phase: 'open', publishedAt: null, isNewest: true } as Survey;

	it('offers what its state allows', () => {
		expect(actionsOf({ ...survey, state: 'draft' })).toEqual(['fix']);
		expect(actionsOf(survey)).toEqual(['end', 'revise']);
		expect(actionsOf({ ...survey, phase: 'over', isNewest: false })).toEqual(['publish']);
		expect(actionsOf({ ...survey, phase: 'over', publishedAt: '2026-06-01T01:00:00Z' })).toEqual(['unpublish']);
	});

	it('takes choices line by line, and only where there are choices', () => {
		expect(questionOf({ kind: 'single', title: '选', choices: '甲\n\n 乙 ' }).choices).toEqual(['甲', '乙']);
		expect(questionOf({ kind: 'scale', title: '分', choices: '甲\n乙' }).choices).toEqual([]);
	});

	it('on paper leaves out what was left empty', () => {
		const questions = [1, 2, 3, 4].map((n) => questionOf({ kind: 'text', title: `问${n}` }));
		expect(answersOf(questions, { q1: 4, q2: [], q3: '', q4: [1, 3] })).toEqual({ '0': 4, '3': [1, 3] });
	});

	it('shows the same words once', () => {
		expect(timesOf(['好', '快些', '好'])).toEqual([
			['好', 2],
			['快些', 1],
		]);
	});
});

it('points are written without digits that say nothing', () => {
	expect([2, 2.5, 0.1 + 0.2].map(pointsText)).toEqual(['2', '2.5', '0.3']);
});
