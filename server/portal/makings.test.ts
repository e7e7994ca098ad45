import { expect, test } from 'vitest';
import { createMakings } from './makings.ts';

test('those who ask while it is made wait for it, those who ask later do not', async () => {
	const makings = createMakings<string>();
	expect(makings.join('/')).toBeUndefined();
	const made = makings.begin('/');
	const [one, other] = [makings.join('/'), makings.join('/')];
	expect(makings.join('/another')).toBeUndefined();
	made('page');
	expect(await Promise.all([one, other])).toEqual(['page', 'page']);
	expect(makings.join('/')).toBeUndefined();
});

test('what is for nobody else is made anew, and one making that ends leaves another alone', async () => {
	const makings = createMakings<string>();
	const first = makings.begin('/');
	const waiting = makings.join('/');
	first(null);
	expect(await waiting).toBeNull();
	const second = makings.begin('/');
	const third = makings.begin('/');
	third('third');
	const late = makings.join('/');
	second('second');
	expect(await late).toBe('second');
	expect(makings.join('/')).toBeUndefined();
});
