import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../api/index.ts';
import type { Move } from '../../../ui/index.ts';
import { SIMPLE, underReason } from './move-calls.ts';
import { buttonsOf, CONCLUDED, doneWords, formMove, QUESTIONS } from './move-words.ts';

const move = (action: string, change: Partial<Move> = {}): Move => ({
	action,
	label: action,
	permitted: true,
	allowed: true,
	reasons: [],
	...change,
});
const actions = (moves: readonly Move[]) => buttonsOf(moves).map(({ action }) => action);

describe('the buttons of a document', () => {
	it('make one of the three conclusions of the secrecy review', () => {
		const moves = [move('passSecrecy', { label: '保密审查通过' }), move('refer'), move('sendBack')];
		expect(buttonsOf(moves).map(({ label }) => label)).toEqual(['填写保密审查表']);
	});

	it('leave plain sending back to whoever may not fill the sheet', () => {
		const own = [move('passSecrecy', { allowed: false }), move('refer', { allowed: false }), move('sendBack')];
		expect(actions(own)).toEqual(['passSecrecy', 'sendBack']);
		const others = [move('passSecrecy', { permitted: false }), move('sendBack', { permitted: false })];
		expect(actions(others)).toEqual(['passSecrecy', 'sendBack']);
	});

	it('leave out ways aside that are closed, never the way on', () => {
		const moves = [
			move('submit', { allowed: false }),
			move('skipProofreading', { allowed: false }),
			move('submitUrgent', { allowed: false }),
			move('postReview', { allowed: false }),
			move('extendTerm', { allowed: false }),
			move('giveOpinion', { allowed: false }),
			move('withdraw', { allowed: false }),
			move('abandon', { allowed: false }),
			move('discard'),
		];
		expect(actions(moves)).toEqual(['submit', 'discard']);
	});

	it('put what ends something last', () => {
		expect(actions([move('withdraw'), move('amend'), move('markValidity')])).toEqual([
			'amend',
			'markValidity',
			'withdraw',
		]);
	});

	it('leave the answer of the server as it is', () => {
		const moves = [move('withdraw'), move('amend'), move('passSecrecy')];
		buttonsOf(moves);
		expect(moves.map(({ action, label }) => `${action} ${label}`)).toEqual([
			'withdraw withdraw',
			'amend amend',
			'passSecrecy passSecrecy',
		]);
	});
});

describe('how a move is asked', () => {
	it('is with a form, with a question, or not at all, never two of them', () => {
		for (const action of Object.keys(QUESTIONS)) expect(formMove(action)).toBeUndefined();
		for (const action of [
			'passSecrecy',
			'giveOpinion',
			'signOff',
			'publish',
			'schedule',
			'markValidity',
			'extendTerm',
		]) {
			expect(formMove(action)).toBe(action);
			expect(SIMPLE[action]).toBeUndefined();
		}
	});

	it('has somebody to do it for every question', () => {
		for (const action of Object.keys(QUESTIONS)) expect(SIMPLE[action]).toBeTypeOf('function');
	});

	it('asks for a reason where the server wants one', () => {
		for (const action of [
			...['withdraw', 'amend', 'discard', 'skipProofreading', 'sendBack', 'keepWithheld'],
			...['submitUrgent', 'postReview'],
		])
			expect(QUESTIONS[action]?.reason).toBe('required');
	});

	it('says before withdrawing that the reason will be public', () => {
		expect(QUESTIONS.withdraw?.reasonLabel).toContain('网站显示');
		expect(QUESTIONS.withdraw?.danger).toBe(true);
	});
});

describe('what is said when it is done', () => {
	it('tells a signature that published from one that did not', () => {
		expect(doneWords('signOff', { state: 'published', indexNumber: 'QH/2026-00012' })).toBe(
			'已签发并公开，索引号QH/2026-00012。',
		);
		expect(doneWords('signOff', { state: 'signedOff', indexNumber: 'QH/2026-00012' })).toBe('已签发。');
		expect(doneWords('signOff', { state: 'scheduled', indexNumber: 'x' })).toBe('已设定发布时间，到时自动公开。');
	});

	it('tells publishing from giving up a new edition, which also ends as «public»', () => {
		expect(doneWords('publish', { state: 'published', indexNumber: null })).toBe('已公开。');
		expect(doneWords('abandon', { state: 'published', indexNumber: null })).toBe('已放弃修订。');
		expect(doneWords('markValidity', { state: 'published', indexNumber: null })).toBe('已标注效力。');
	});

	it('has a sentence for every move, also one of a newer server', () => {
		for (const action of Object.keys(SIMPLE))
			expect(doneWords(action, { state: 'x', indexNumber: null })).not.toBe('已办理。');
		expect(doneWords('archive', { state: 'x', indexNumber: null })).toBe('已办理。');
	});

	it('follows the conclusion of a secrecy sheet', () => {
		expect(Object.keys(CONCLUDED).sort()).toEqual(['agree', 'disagree', 'refer']);
	});
});

describe('a refusal of a dialog with one text', () => {
	const problem = (field: string) =>
		new ProblemError({
			title: '请写明理由。',
			status: 422,
			code: 'invalid',
			issues: [{ field, key: 'reason.missing', message: '请写明理由。' }],
			requestId: 'r1',
		});

	it('stands beside that text, whatever the route calls it', () => {
		expect(underReason(problem('comment')).issues[0]?.field).toBe('reason');
		expect(underReason(problem('note')).issues[0]?.field).toBe('reason');
		expect(underReason(problem('reason')).issues[0]?.field).toBe('reason');
	});

	it('leaves other inputs and the rest of the refusal alone', () => {
		const renamed = underReason(problem('lateReason'));
		expect(renamed.issues[0]?.field).toBe('lateReason');
		expect(renamed).toMatchObject({ title: '请写明理由。', status: 422, code: 'invalid', requestId: 'r1' });
	});
});
