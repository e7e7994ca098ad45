import { describe, expect, it } from 'vitest';
import type { Step, TreeContent, TreeNode } from '../model.ts';
import { STANDARD_TREE } from '../standard/tree.ts';
import type { Question } from '../types.ts';
import { accountabilityIssues, counted } from './accountability.ts';
import { changeIssues, givenIssues } from './deduction.ts';
import { evidenceList, isIntact, listHash, pointsNow, sha256Of, stateOf, treeHash } from './standing.ts';
import { answerIssues, answersOf, answersTo, phaseOf, surveyIssues } from './survey.ts';
import { satisfactionOf, tallyOf } from './tally.ts';
import { treeIssues } from './tree.ts';

const change = (at: number, more: Partial<TreeNode>): TreeContent => ({
	...STANDARD_TREE,
	nodes: STANDARD_TREE.nodes.map((node, n) => (n === at ? { ...node, ...more } : node)),
});
const faults = (content: TreeContent) => treeIssues(content).map(({ key, field }) => `${key} ${field}`);

describe('a tree', () => {
	it('we ship can be fixed as it is, and weighs a hundred', () => {
		expect(treeIssues(STANDARD_TREE)).toEqual([]);
	});

	it('is refused beside the row whose weight does not add up, and beside the total', () => {
		expect(faults(change(1, { points: 16 }))).toEqual(['tree.sum content.total', 'node.sum content.nodes.0.points']);
		expect(treeIssues(change(1, { points: 16 }))[1]?.message).toContain('合计41，与本类别的40不符');
	});

	it.each<[string, TreeContent, string]>([
		['a code twice', change(2, { code: '1.1' }), 'node.twice content.nodes.2.code'],
		['a row under nothing', change(2, { code: '9.1' }), 'node.orphan content.nodes.2.code'],
		['a row under an indicator', change(2, { code: '1.1.1' }), 'node.underLeaf content.nodes.2.code'],
		['a row without a name', change(1, { name: ' ' }), 'node.name content.nodes.1.name'],
		['a code of letters', change(1, { code: 'a' }), 'node.code content.nodes.1.code'],
		['three digits after the point', change(1, { points: 15.001 }), 'node.points content.nodes.1.points'],
		['a fault dearer than its indicator', change(1, { perFault: 16 }), 'node.perFault content.nodes.1.perFault'],
		[
			'counted automatically for nothing',
			change(1, { perFault: 0 }),
			'node.perFaultAutomatic content.nodes.1.perFault',
		],
		['automatic without a source', change(1, { source: null }), 'node.source content.nodes.1.source'],
		['one source twice', change(2, { source: 'lateDocuments' }), 'node.sourceTwice content.nodes.2.source'],
		['a veto with points', change(17, { points: 3 }), 'node.veto content.nodes.17.points'],
	])('with %s is refused beside it', (_name, content, expected) => {
		expect(faults(content)).toContain(expected);
	});

	it('without grades in order, or without indicators, is refused', () => {
		expect(faults({ ...STANDARD_TREE, grades: { excellent: 80, good: 80, pass: 60 } })).toEqual([
			'tree.grades content.grades',
		]);
		expect(faults({ ...STANDARD_TREE, nodes: [] })).toContain('tree.none content.total');
	});
});

const steps = (...given: [Step['action'], number | null][]) => given.map(([action, points]) => ({ action, points }));

describe('where a deduction stands', () => {
	it('is what its last step made of it; a ruling that upholds keeps the points', () => {
		const upheld = steps(['record', 3], ['appeal', null], ['uphold', null]);
		expect([stateOf(upheld), pointsNow(upheld)]).toEqual(['upheld', 3]);
		const changed = steps(['record', 3], ['appeal', null], ['change', 1]);
		expect([stateOf(changed), pointsNow(changed)]).toEqual(['changed', 1]);
		const again = steps(['record', 3], ['withdraw', 0], ['recount', 2]);
		expect([stateOf(again), pointsNow(again)]).toEqual(['standing', 2]);
		expect(pointsNow(steps(['record', 3], ['appeal', null]))).toBe(3);
		expect(pointsNow(steps(['record', 3], ['appeal', null], ['remove', 0]))).toBe(0);
	});

	it('a veto stands though it has no points', () => {
		const evidence = { kind: 'text', ref: '', text: '泄密', sha256: 'a', takenAt: new Date(), file: null } as const;
		const list = evidenceList([{ id: 1, code: '6', evidence }], () => steps(['record', 0]));
		expect(list).toEqual([{ id: 1, code: '6', points: 0, sha256: 'a' }]);
	});
});

describe('the hash of a list', () => {
	const line = { id: 1, code: '1.1', points: 2, sha256: 'a'.repeat(64) };
	const hash = listHash('tree', [line]);

	it('is another with another line, other points, other evidence, another tree', () => {
		const others = [
			listHash('tree', []),
			listHash('tree', [{ ...line, points: 2.01 }]),
			listHash('tree', [{ ...line, sha256: 'b'.repeat(64) }]),
			listHash('tree', [{ ...line, code: '1.2' }]),
			listHash('other', [line]),
		];
		expect(new Set([hash, ...others]).size).toBe(6);
		expect(listHash('tree', [{ ...line }])).toBe(hash);
	});

	it('of a tree is another when one weight is', () => {
		const of = (content: TreeContent) => treeHash({ year: 2026, version: 1, content });
		expect(of(change(1, { points: 16 }))).not.toBe(of(STANDARD_TREE));
	});

	it('of words tells when they were changed', () => {
		const evidence = { kind: 'text' as const, text: '页面打不开', sha256: sha256Of('页面打不开') };
		expect(isIntact(evidence)).toBe(true);
		expect(isIntact({ ...evidence, text: '页面打得开' })).toBe(false);
	});
});

describe('a record by hand', () => {
	const at = (code: string) => STANDARD_TREE.nodes.find((node) => node.code === code) ?? null;
	const keys = (code: string, given: object) =>
		givenIssues(at(code), { faults: 1, points: null, ...given }).map(({ key }) => key);

	it('needs an indicator that is not counted automatically', () => {
		expect(keys('nothing', {})).toEqual(['deduction.indicator']);
		expect(keys('1.1', {})).toEqual(['deduction.automatic']);
		expect(keys('1.3', {})).toEqual([]);
		expect(keys('1.3', { faults: 0 })).toEqual(['deduction.faults']);
		expect(keys('6', {})).toEqual([]);
	});

	it('says how many points where the tree leaves it open, and no more than there are', () => {
		expect(keys('5', {})).toEqual(['deduction.points']);
		expect(keys('5', { points: 5.5 })).toEqual(['deduction.points']);
		expect(keys('5', { points: 2.5 })).toEqual([]);
	});

	it('is changed by a ruling to less, never to more or to nothing', () => {
		expect([0, 2, 3, null, 0.001].map((points) => changeIssues(2, points).length)).toEqual([1, 1, 1, 1, 1]);
		expect(changeIssues(2, 1.5)).toEqual([]);
	});
});

const QUESTIONS: Question[] = [
	{ kind: 'scale', title: '总体满意吗', required: true, choices: [] },
	{ kind: 'single', title: '从哪里了解', required: false, choices: ['网站', '公示栏'] },
	{ kind: 'multiple', title: '希望公开什么', required: true, choices: ['补贴', '工程', '招聘'] },
	{ kind: 'text', title: '还想说什么', required: false, choices: [] },
];

describe('a questionnaire', () => {
	const sound = {
		...{ title: '评议问卷', intro: '', questions: QUESTIONS, byOffice: true, codesOnly: false },
		...{ opensOn: '2026-06-01', closesOn: '2026-06-30' },
	};
	const keys = (more: object) => surveyIssues({ ...sound, ...more }).map(({ key, field }) => `${key} ${field}`);

	it('says what is wrong beside its cause', () => {
		expect(keys({})).toEqual([]);
		expect(keys({ closesOn: '2026-05-31' })).toEqual(['survey.days closesOn']);
		expect(keys({ questions: [] })).toEqual(['survey.questions questions', 'survey.scale questions']);
		expect(keys({ questions: [...QUESTIONS, QUESTIONS[0]] })).toEqual(['question.twice questions.4.title']);
		const doubled = [...QUESTIONS.slice(0, 1), { ...QUESTIONS[1], choices: ['网站', '网站 '] }];
		expect(keys({ questions: doubled })).toEqual(['question.choices questions.1.choices']);
	});

	it('is open from its first day to its last', () => {
		const on = (today: string, state: 'draft' | 'fixed' | 'ended' = 'fixed') => phaseOf({ ...sound, state }, today);
		expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => on(day))).toEqual([
			...['coming', 'open', 'open', 'over'],
		]);
		expect([on('2026-06-15', 'draft'), on('2026-06-15', 'ended')]).toEqual(['draft', 'over']);
	});

	it('reads a form, and refuses what no form of ours would send', () => {
		const answers = answersOf(QUESTIONS, { q1: '4', 'q3-1': 'yes', 'q3-3': 'yes', q4: ' ' });
		expect(answers).toEqual({ '0': 4, '2': [1, 3] });
		expect(answerIssues(QUESTIONS, answers)).toEqual([]);
		expect(answersTo(QUESTIONS, { ...answers, '4': 9, '77': 'x' })).toEqual(answers);
		const wrong = (given: object) => answerIssues(QUESTIONS, { '0': 4, '2': [1], ...given }).map(({ field }) => field);
		expect(wrong({ '0': 6 })).toEqual(['q1']);
		expect(wrong({ '0': 1.5 })).toEqual(['q1']);
		expect(wrong({ '0': Number('x') })).toEqual(['q1']);
		expect(wrong({ '1': [1] })).toEqual(['q2']);
		expect(wrong({ '2': [1, 1] })).toEqual(['q3']);
		expect(wrong({ '3': '字'.repeat(501) })).toEqual(['q4']);
		expect(answerIssues(QUESTIONS, {}).map(({ field }) => field)).toEqual(['q1', 'q3']);
	});

	it('counts marks and choices, and gives no mean of fewer than five', () => {
		const given = [5, 4, 4, 3, 1].map((mark) => ({ '0': mark, '2': [1, 2] }));
		const [scale, single, multiple] = tallyOf(QUESTIONS, given);
		expect(scale).toMatchObject({ answered: 5, mean: 3.4 });
		expect(scale?.counts.map(({ count }) => count)).toEqual([1, 0, 1, 2, 1]);
		expect(single).toMatchObject({ answered: 0, mean: null });
		expect(multiple?.counts.map(({ count }) => count)).toEqual([5, 5, 0]);
		expect(satisfactionOf(QUESTIONS, given)).toBe(3.4);
		expect(satisfactionOf(QUESTIONS, given.slice(1))).toBeNull();
	});
});

describe('责任追究', () => {
	it('counts persons, and an office alone once', () => {
		expect([0, 1, 3].map((persons) => counted({ persons }))).toEqual([1, 1, 3]);
	});

	it('names nobody in its facts and is not decided tomorrow', () => {
		const sound = { decidedBy: '县政府办', decidedOn: '2026-05-01', persons: 1, facts: '连续两年没有公布年度报告。' };
		const keys = (more: object, personal = '') =>
			accountabilityIssues({ ...sound, ...more }, '2026-06-01', personal).map(({ field }) => field);
		expect(keys({})).toEqual([]);
		expect(keys({ decidedOn: '2026-06-02', persons: -1, facts: '无' })).toEqual(['decidedOn', 'persons', 'facts']);
		expect(keys({}, '身份证号码')).toEqual(['facts']);
	});
});
