import { describe, expect, test } from 'vitest';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import { STATES, type State } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { decisionDetails } from '../rules/decision.ts';
import { remedyToday, resultOf, stepsOf } from './status-model.ts';

interface Given {
	state?: State;
	receivedOn?: string | null;
	outcome?: OutcomeCode | null;
	concludedOn?: string | null;
	dueOn?: string | null;
	overdue?: boolean;
	today?: string;
	withheld?: ('15' | '16-2')[];
	reviewBody?: string;
}

/** What the page looks at of a case. */
function record(given: Given = {}): CaseRecord {
	const { state = 'handling', receivedOn = '2026-06-02', outcome = null, concludedOn = null } = given;
	const { dueOn = '2026-07-01', overdue = false, today = '2026-06-10', withheld = [] } = given;
	const details = decisionDetails.parse({ withheld: withheld.map((ground) => ({ ground, part: 'x', reason: 'x' })) });
	return {
		application: { state, receivedOn, submittedOn: '2026-06-01', outcome, concludedOn, delivery: 'email' },
		office: { reviewBody: given.reviewBody ?? '青河县人民政府', court: '青河县人民法院', reviewUrl: '' },
		facts: { today, clock: { dueOn, overdue } },
		decisions: outcome ? [{ status: 'approved', outcome, details }] : [],
	} as unknown as CaseRecord;
}

const shown = (given: Given) => stepsOf(record(given)).map(({ label, state }) => `${label} ${state}`);

describe('the way of an application', () => {
	test('begins with the confirmation', () => {
		expect(shown({ state: 'arrived', receivedOn: null })).toEqual([
			'提交 done',
			'确认登记 current',
			'办理 todo',
			'答复 todo',
		]);
	});

	test('goes on with the work', () => {
		for (const state of ['registered', 'handling', 'supplementing', 'thirdParty', 'awaitingFee'] as const) {
			expect(shown({ state })).toEqual(['提交 done', '确认登记 done', '办理 current', '答复 todo']);
		}
	});

	test('a signed answer is on its way', () => {
		expect(shown({ state: 'signed' })).toEqual(['提交 done', '确认登记 done', '办理 done', '答复 current']);
	});

	test('ends with the answer, or in the words of another end', () => {
		expect(shown({ state: 'answered' }).at(-1)).toBe('答复 done');
		expect(shown({ state: 'archived' }).at(-1)).toBe('答复 done');
		expect(shown({ state: 'ended' }).at(-1)).toBe('已终止 done');
		expect(shown({ state: 'left', receivedOn: null })).toEqual([
			'提交 done',
			'确认登记 done',
			'办理 done',
			'不作为申请，已转出 done',
		]);
	});

	test('never has two current steps, in whatever state', () => {
		for (const state of Object.keys(STATES) as State[]) {
			const current = stepsOf(record({ state })).filter((step) => step.state === 'current');
			expect(current.length).toBeLessThanOrEqual(1);
		}
	});

	test('tells what the applicant is waited for, and nothing of what happens inside', () => {
		const note = (state: State) => stepsOf(record({ state }))[2]?.note;
		expect(note('supplementing')).toBe('补正中');
		expect(note('awaitingFee')).toBe('待缴费');
		expect(note('thirdParty')).toBe('征求第三方意见');
		for (const state of ['handling', 'reviewing', 'registered'] as const) expect(note(state)).toBeUndefined();
	});

	test('carries the days', () => {
		const steps = stepsOf(record({ state: 'answered', concludedOn: '2026-06-20', outcome: 'O1' }));
		expect(steps.map(({ note }) => note)).toEqual(['2026年6月1日', '2026年6月2日', undefined, '2026年6月20日']);
		expect(stepsOf(record())[3]?.note).toBe('应于2026年7月1日前');
		expect(stepsOf(record({ dueOn: null }))[3]?.note).toBeUndefined();
	});
});

describe('the result', () => {
	test('is told once it is there', () => {
		expect(resultOf(record())).toBeNull();
		expect(resultOf(record({ state: 'answered', outcome: 'O2' }))).toBe('予以公开');
		expect(resultOf(record({ state: 'left' }))).toContain('不作为政府信息公开申请');
	});

	test('of a signed answer is not told before it is served', () => {
		expect(resultOf(record({ state: 'signed', outcome: 'O2' }))).toBeNull();
	});
});

describe('the remedy', () => {
	const closed = (outcome: OutcomeCode, more: Given = {}) =>
		remedyToday(record({ state: 'answered', outcome, concludedOn: '2026-06-20', ...more })).text;

	test('is review first for a refusal under Arts 14 to 16, else the choice', () => {
		for (const outcome of ['O4', 'O5', 'O6', 'O7', 'O8', 'O9', 'O10'] as const)
			expect(closed(outcome)).toContain('先向');
		for (const outcome of ['O1', 'O2', 'O11', 'O12', 'O13', 'O16'] as const)
			expect(closed(outcome)).not.toContain('先向');
	});

	test('follows what was withheld of a part', () => {
		expect(closed('O3', { withheld: ['15'] })).toContain('先向');
		expect(closed('O3', { withheld: ['16-2'] })).toContain('先向');
		expect(closed('O3')).not.toContain('先向');
	});

	test('is that of the day of the answer', () => {
		expect(closed('O4', { concludedOn: '2023-12-31' })).not.toContain('先向');
		expect(closed('O4', { concludedOn: '2024-01-01' })).toContain('先向');
	});

	test('is none for what the applicant took back', () => {
		expect(closed('O23')).toBe('');
	});

	test('against silence is told from the day after the limit', () => {
		expect(remedyToday(record()).text).toBe('');
		const late = remedyToday(record({ overdue: true, today: '2026-07-02' }));
		expect(late.title).toContain('尚未收到答复');
		expect(late.text).toContain('逾期未作出答复');
	});

	test('of an office that has not said who reviews is left out rather than printed with a hole', () => {
		expect(closed('O1', { reviewBody: '' })).toBe('');
	});
});
