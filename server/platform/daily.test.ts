import { expect, it } from 'vitest';
import { nextAt } from './daily.ts';

it('finds the next two in the morning in China', () => {
	const next = (now: string) => nextAt(new Date(now), 2).toISOString();
	expect(next('2026-06-01T17:59:00Z')).toBe('2026-06-01T18:00:00.000Z');
	expect(next('2026-06-01T18:00:00Z')).toBe('2026-06-02T18:00:00.000Z');
	expect(next('2026-12-31T20:00:00Z')).toBe('2027-01-01T18:00:00.000Z');
});

it('finds the next hour of the day, too', () => {
	expect(nextAt(new Date('2026-06-01T00:29:00Z'), 8).toISOString()).toBe('2026-06-02T00:00:00.000Z');
	expect(nextAt(new Date('2026-05-31T23:59:00Z'), 8).toISOString()).toBe('2026-06-01T00:00:00.000Z');
	expect(nextAt(new Date('2026-06-01T01:00:00Z'), 9.5).toISOString()).toBe('2026-06-01T01:30:00.000Z');
});
