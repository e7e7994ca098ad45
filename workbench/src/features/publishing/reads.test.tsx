import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { ReadFigures } from './api.ts';
import { chosenPeriod, readPeriods } from './read-periods.ts';
import { ReadsPage } from './reads-page.tsx';

const figures: ReadFigures = {
	total: 12_345,
	mostRead: [
		{ id: 7, title: '关于开展河道清理的通知', officeName: '柳溪镇', columnName: '通知公告', reads: 12_000 },
		{ id: 8, title: '农村低保对象公示', officeName: '石桥镇', columnName: '', reads: 345 },
	],
	offices: [{ key: '3', label: '柳溪镇', reads: 12_000, documents: 1 }],
	columns: [{ key: '通知公告', label: '通知公告', reads: 12_000, documents: 1 }],
	months: [{ key: '2026-06', label: '2026-06', reads: 12_345, documents: 2 }],
};
const office = (id: number, shortName: string) => ({
	id,
	shortName,
	name: shortName,
	kind: 'township',
	status: 'active',
});

const shown = (
	data: ReadFigures,
	offices: object[],
	at = '/documents/reads',
	asked: object = { from: '2026-01', to: '2026-12' },
) =>
	textOf(
		render(<ReadsPage />, {
			session: sessionOf({ permissions: ['document.read'] }),
			at,
			data: [
				[['documents', 'reads', asked], data],
				[['offices', 'all'], offices],
			],
		}),
	);

describe('what is read', () => {
	it('is told for this year, the most read first, each leading to its record', () => {
		const text = shown(figures, [office(3, '柳溪镇'), office(4, '石桥镇')]);
		expect(text).toContain('共浏览 12,345 次');
		expect(text.indexOf('关于开展河道清理的通知')).toBeLessThan(text.indexOf('农村低保对象公示'));
		for (const part of ['各月', '各栏目', '各机关', '12,000', '今年（2026年）']) expect(text).toContain(part);
	});

	it('of one office says no office', () => {
		const text = shown(figures, [office(3, '柳溪镇')]);
		expect(text).not.toContain('各机关');
	});

	it('by the month and office of the address', () => {
		const text = shown(
			figures,
			[office(3, '柳溪镇'), office(4, '石桥镇')],
			'/documents/reads?period=2026-05&office=4',
			{
				...{ from: '2026-05', to: '2026-05', officeId: 4 },
			},
		);
		expect(text).toContain('共浏览 12,345 次');
	});

	it('where nobody read anything says so', () => {
		const none = { total: 0, mostRead: [], offices: [], columns: [], months: [] };
		expect(shown(none, [])).toContain('这一时段还没有浏览记录');
	});
});

describe('periods', () => {
	it('are this year, twelve months back over the turn of the year, and last year', () => {
		const periods = readPeriods('2026-03-15');
		expect(periods).toHaveLength(14);
		expect(periods[0]?.months).toEqual({ from: '2026-01', to: '2026-12' });
		expect(periods.slice(1, 5).map(({ value }) => value)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
		expect(periods.at(-2)?.label).toBe('2025年4月');
		expect(periods.at(-1)?.months).toEqual({ from: '2025-01', to: '2025-12' });
		expect(new Set(periods.map(({ value }) => value)).size).toBe(14);
	});

	it.each(['', 'x', '2019-01', '__proto__'])('%j is this year', (value) => {
		expect(chosenPeriod(value, '2026-03-15').value).toBe('2026');
	});
});
