import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { issue } from './issue.ts';
import { defineWorkflow, findMove, movesFrom, requireMove, whyNot } from './workflow.ts';

type State = 'draft' | 'review' | 'signed' | 'published';
type Action = 'submit' | 'return' | 'sign' | 'publish';
type Permission = 'write' | 'sign';
interface Facts {
	author: string;
	actor: string;
	title: string;
}

const otherPerson = (facts: Facts) =>
	facts.author === facts.actor ? issue('sameperson', '拟稿人不能签发自己的稿件。') : null;
const hasTitle = (facts: Facts) => (facts.title === '' ? issue('title.missing', '标题不能为空。', 'title') : null);

const paper = defineWorkflow<State, Action, Permission, Facts>({
	name: '发文',
	states: {
		draft: { label: '草稿' },
		review: { label: '待签' },
		signed: { label: '已签' },
		published: { label: '已发' },
	},
	transitions: [
		{ action: 'submit', label: '送签', from: ['draft'], to: 'review', permission: 'write', guards: [hasTitle] },
		{ action: 'return', label: '退回', from: ['review', 'signed'], to: 'draft', permission: 'sign' },
		{
			action: 'sign',
			label: '签发',
			from: ['review'],
			to: 'signed',
			permission: 'sign',
			guards: [hasTitle, otherPerson],
			basis: '《条例》第十七条',
			document: 'D31',
			clock: 'served',
		},
		{ action: 'publish', label: '发布', from: ['signed'], to: 'published', permission: 'write' },
	],
});
const facts: Facts = { author: 'li', actor: 'wang', title: '通知' };
const all = () => true;
const writer = (permission: Permission) => permission === 'write';

describe('findMove', () => {
	it('finds a row from each of its states, and nothing that is not in the table', () => {
		expect(findMove(paper, 'review', 'return')?.to).toBe('draft');
		expect(findMove(paper, 'signed', 'return')?.to).toBe('draft');
		expect(findMove(paper, 'draft', 'sign')).toBeUndefined();
		expect(findMove(paper, 'published', 'return')).toBeUndefined();
	});

	it('refuses every pair of state and action outside the table', () => {
		const states = Object.keys(paper.states) as State[];
		const actions = ['submit', 'return', 'sign', 'publish'] as const;
		const listed = new Set(paper.transitions.flatMap((row) => row.from.map((from) => `${from} ${row.action}`)));
		fc.assert(
			fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action) => {
				const refused = whyNot(paper, state, action, facts, all).some((one) => one.key === 'workflow.wrongState');
				expect(refused).toBe(!listed.has(`${state} ${action}`));
			}),
		);
	});
});

describe('whyNot', () => {
	it('is empty when the move is open', () => {
		expect(whyNot(paper, 'review', 'sign', facts, all)).toEqual([]);
	});

	it('says in which state the case is and in which the action belongs', () => {
		const [reason] = whyNot(paper, 'draft', 'return', facts, all);
		expect(reason?.message).toBe('当前状态为「草稿」，不能「退回」；该操作只能在「待签」、「已签」时进行。');
	});

	it('gives all failing guards at once', () => {
		const reasons = whyNot(paper, 'review', 'sign', { author: 'li', actor: 'li', title: '' }, all);
		expect(reasons.map((one) => one.key)).toEqual(['title.missing', 'sameperson']);
	});

	it('does not tell the facts of the case to someone without the permission', () => {
		const reasons = whyNot(paper, 'review', 'sign', { author: 'li', actor: 'li', title: '' }, writer);
		expect(reasons).toEqual([{ key: 'workflow.forbidden', message: '您没有「签发」的权限。' }]);
	});

	it('answers an action that the table does not know, as it may come from a stale page', () => {
		const [reason] = whyNot(paper, 'draft', 'burn' as Action, facts, all);
		expect(reason?.key).toBe('workflow.unknownAction');
	});

	it('answers for a state that is no longer in the table', () => {
		const [reason] = whyNot(paper, 'constructor' as State, 'sign', facts, all);
		expect(reason?.key).toBe('workflow.wrongState');
	});
});

describe('requireMove', () => {
	const refusal = (state: State, action: Action, given: Facts, can: (permission: Permission) => boolean) => {
		try {
			requireMove(paper, state, action, given, can);
		} catch (thrown) {
			return thrown instanceof AppError ? thrown.code : thrown;
		}
		return 'done';
	};

	it('returns the row with its document and clock effect', () => {
		expect(requireMove(paper, 'review', 'sign', facts, all)).toMatchObject({
			to: 'signed',
			document: 'D31',
			clock: 'served',
		});
	});

	it('tells apart: too late, not entitled, not ready', () => {
		expect(refusal('signed', 'sign', facts, all)).toBe('conflict');
		expect(refusal('signed', 'sign', facts, writer)).toBe('conflict');
		expect(refusal('review', 'sign', facts, writer)).toBe('forbidden');
		expect(refusal('review', 'sign', { ...facts, actor: 'li' }, all)).toBe('invalid');
		expect(refusal('review', 'sign', facts, all)).toBe('done');
	});
});

describe('movesFrom', () => {
	it('lists every move of the state with its answer for this person', () => {
		const offered = movesFrom(paper, 'review', { ...facts, title: '' }, writer);
		expect(offered.map(({ action, permitted, allowed }) => [action, permitted, allowed])).toEqual([
			['return', false, false],
			['sign', false, false],
		]);
		const open = movesFrom(paper, 'draft', { ...facts, title: '' }, writer);
		expect(open).toMatchObject([{ action: 'submit', permitted: true, allowed: false, reasons: [{ field: 'title' }] }]);
	});

	it('agrees with whyNot for every state, person and case', () => {
		const anyFacts = fc.record({
			author: fc.constantFrom('a', 'b'),
			actor: fc.constantFrom('a', 'b'),
			title: fc.constantFrom('', 'x'),
		});
		fc.assert(
			fc.property(
				fc.constantFrom(...(Object.keys(paper.states) as State[])),
				anyFacts,
				fc.boolean(),
				(state, given, may) => {
					for (const move of movesFrom(paper, state, given, () => may)) {
						expect(move.reasons).toEqual(whyNot(paper, state, move.action, given, () => may));
						expect(move.allowed).toBe(move.reasons.length === 0);
					}
				},
			),
		);
	});

	it('offers nothing at the end', () => {
		expect(movesFrom(paper, 'published', facts, all)).toEqual([]);
	});
});

describe('defineWorkflow', () => {
	const states = { a: { label: '甲' }, b: { label: '乙' } };
	const row = { action: 'go', label: '走', from: ['a'], to: 'b', permission: 'p' };
	const define = (change: object) => () =>
		defineWorkflow<string, string, string>({ name: 'w', states, transitions: [row], ...change });

	it('starts at the first state unless told', () => {
		expect(define({})().initial).toEqual(['a']);
		expect(define({ initial: ['a', 'b'] })().initial).toEqual(['a', 'b']);
	});

	it.each([
		['unknown state c', { transitions: [row, { ...row, action: 'x', to: 'c' }] }],
		['unknown state c', { transitions: [row, { ...row, action: 'x', from: ['c'] }] }],
		['unknown state toString', { transitions: [row, { ...row, action: 'x', to: 'toString' }] }],
		['unknown initial state c', { initial: ['c'] }],
		['no initial state', { initial: [] }],
		['go from a is there twice', { transitions: [row, { ...row, to: 'a' }] }],
		['go from a is there twice', { transitions: [{ ...row, from: ['a', 'a'] }] }],
		['state b cannot be reached', { transitions: [{ ...row, to: 'a' }] }],
		['starts from no state', { transitions: [row, { ...row, action: 'x', from: [] }] }],
		['go has no label', { transitions: [{ ...row, label: ' ' }] }],
		['state b has no label', { states: { a: { label: '甲' }, b: { label: '' } } }],
	])('stops at: %s', (fault, change) => {
		expect(define(change)).toThrow(fault);
	});
});
