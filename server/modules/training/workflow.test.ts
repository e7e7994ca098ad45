import { describe, expect, it } from 'vitest';
import { personActor } from '../../kernel/actor.ts';
import { EXAM_STATES, type ExamState, STATES, type State } from './model.ts';
import { canOnTraining, maySeeTraining, mayTake } from './policy.ts';
import { type ExamAction, examWorkflow, type TrainingAction, trainingWorkflow } from './workflow.ts';

/** The tables by hand. */
const TRAINING: Record<State, Partial<Record<TrainingAction, State>>> = {
	planned: { notify: 'notified', hold: 'held', cancel: 'cancelled' },
	notified: { hold: 'held', cancel: 'cancelled' },
	held: { close: 'closed' },
	closed: { reopen: 'held' },
	cancelled: {},
};
const EXAM: Record<ExamState, Partial<Record<ExamAction, ExamState>>> = {
	draft: { announce: 'announced', withdraw: 'withdrawn' },
	announced: { withdraw: 'withdrawn' },
	withdrawn: {},
};

describe('培训会议', () => {
	it.each(Object.keys(STATES) as State[])('from %s goes where the table says and nowhere else', (state) => {
		const moves = trainingWorkflow.transitions.filter(({ from }) => from.includes(state));
		expect(Object.fromEntries(moves.map(({ action, to }) => [action, to]))).toEqual(TRAINING[state]);
	});
});

describe('考试', () => {
	it.each(Object.keys(EXAM_STATES) as ExamState[])('from %s goes where the table says and nowhere else', (state) => {
		const moves = examWorkflow.transitions.filter(({ from }) => from.includes(state));
		expect(Object.fromEntries(moves.map(({ action, to }) => [action, to]))).toEqual(EXAM[state]);
	});
});

describe('who may', () => {
	const clerk = personActor({ id: 1, name: '林晓' }, 7, ['clerk']);
	const officer = personActor({ id: 2, name: '顾宁' }, 1, ['countyOfficer']);
	const announced = { offices: [], state: 'announced' } as const;

	it('take an exam: staff it is for, and not whoever sets questions', () => {
		expect(mayTake(clerk, announced)).toBe(true);
		expect(mayTake(clerk, { offices: [8], state: 'announced' })).toBe(false);
		expect(mayTake(clerk, { offices: [], state: 'draft' })).toBe(false);
		expect(mayTake(officer, announced)).toBe(false);
		expect(mayTake(personActor({ id: 3, name: '双岗' }, 1, ['clerk', 'countyOfficer']), announced)).toBe(false);
		expect(mayTake(personActor({ id: 4, name: '石磊' }, 1, ['administrator']), announced)).toBe(false);
		expect(mayTake({ kind: 'public' }, announced)).toBe(false);
	});

	it('run a training: its own organiser, the county no other’s', () => {
		expect(canOnTraining(clerk, 7)('training.organise')).toBe(true);
		expect(canOnTraining(officer, 7)('training.organise')).toBe(false);
	});

	it('see a plan: who made it and the county; a notice also those asked', () => {
		const training = { officeId: 1, state: 'planned' } as Parameters<typeof maySeeTraining>[1];
		expect(maySeeTraining(clerk, training, [7])).toBe(false);
		expect(maySeeTraining(clerk, { ...training, state: 'notified' }, [7])).toBe(true);
		expect(maySeeTraining(clerk, { ...training, state: 'notified' }, [8])).toBe(false);
		expect(maySeeTraining(officer, training, [])).toBe(true);
	});
});
