import { describe, expect, it } from 'vitest';
import { movesFrom } from '../../kernel/workflow.ts';
import { STATES, type State } from './model.ts';
import { entryWorkflow } from './workflow.ts';

const moves = (state: State, changed: boolean) =>
	movesFrom(entryWorkflow, state, { changed }, () => true).map(({ label, allowed }) => `${label}${allowed ? '' : '×'}`);

describe('the life of an entry', () => {
	it.each([
		['draft', ['发布', '不再使用']],
		['published', ['发布改动', '撤下']],
		['withdrawn', ['发布']],
	] as const)('%s', (state, expected) => {
		expect(moves(state, true)).toEqual(expected);
		expect(Object.keys(STATES)).toContain(state);
	});

	it('publishes no change that is none', () => {
		expect(moves('published', false)).toEqual(['发布改动×', '撤下']);
	});
});
