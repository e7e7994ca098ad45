import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { CalendarView, Day, Preview } from './api.ts';
import { CalendarPage } from './calendar-page.tsx';
import { Effect } from './effect.tsx';
import { LoadPage } from './load-page.tsx';
import { monthsOf } from './months.ts';
import { YearView } from './year-view.tsx';

const spring = { holiday: '春节', off: ['2026-02-15', '2026-02-23'], work: ['2026-02-14'] };
const days: Day[] = monthsOf(2026)
	.flatMap(({ weeks }) => weeks.flat())
	.filter((day) => day !== null)
	.map((day) => ({
		day,
		weekday: '周一',
		kind: day === '2026-02-14' ? 'makeup' : day >= '2026-02-15' && day <= '2026-02-23' ? 'holiday' : 'workday',
		working: true,
		reason: day === '2026-02-14' ? '调休上班（春节）' : '工作日',
		notice: null,
		provisional: false,
	}));
const view: CalendarView = {
	countyDaysStopClocks: false,
	coveredUntil: '2026-12-31',
	years: [
		{
			year: 2026,
			workingDays: 248,
			notices: [
				{
					id: '2026',
					title: '国务院办公厅关于2026年部分节假日安排的通知',
					number: '国办发明电〔2025〕7号',
					published: '2025-11-04',
					arrangements: [spring],
					builtIn: true,
				},
			],
		},
	],
	loaded: [],
	canManage: true,
};
const page = (change: Partial<CalendarView> = {}, session = sessionOf()) =>
	textOf(
		render(<CalendarPage />, {
			at: '/calendar',
			session,
			data: [
				[['calendar'], { ...view, ...change }],
				[['calendar', 2026], days],
			],
		}),
	);

describe('the year on the wall', () => {
	const markup = render(<YearView year={2026} days={days} />);

	it('prints what a day is beside its number', () => {
		expect(markup).toContain('14<small>班</small>');
		expect(markup).toContain('15<small>休</small>');
		expect(markup.match(/<small>休<\/small>/g)).toHaveLength(9);
	});

	it('tells the reason of each day', () => {
		expect(markup).toContain('title="2026-02-14 周一 调休上班（春节）"');
	});

	it('has twelve tables with captions and headed columns', () => {
		expect(markup.match(/<caption>/g)).toHaveLength(12);
		expect(markup.match(/<th scope="col">/g)).toHaveLength(84);
	});
});

describe('the calendar page', () => {
	it('shows the working days and the notice they stand on', () => {
		expect(page()).toContain('全年248个工作日');
		expect(page()).toContain('国办发明电〔2025〕7号，2025年11月4日发布，系统自带');
		expect(page()).toContain('春节 2月15日（周日）至2月23日（周一） 2月14日（周六）');
	});

	it('says aloud that next year is missing, and what that means', () => {
		expect(page()).toContain('2027年放假安排尚未载入');
		expect(page()).toContain('日历未发布，暂按周末推算');
	});

	it('is silent once it is loaded', () => {
		expect(page({ coveredUntil: '2027-12-31' })).not.toContain('尚未载入');
	});

	it('offers to load a notice to those who may', () => {
		expect(page()).toContain('载入放假通知');
		expect(page({ canManage: false }, sessionOf({ permissions: ['office.read'] }))).not.toContain('载入放假通知');
	});

	it('keeps withdrawn notices to be seen, without withdrawing them again', () => {
		const loaded = {
			id: 1,
			scope: 'county' as const,
			year: 2026,
			title: '关于丰收节放假的通知',
			number: '',
			source: '',
			published: '2026-05-01',
			arrangements: [],
			stopsClocks: true,
			createdAt: '2026-05-02T00:00:00Z',
			createdByName: '顾宁',
			withdrawnAt: null,
			withdrawReason: '',
		};
		expect(page({ loaded: [loaded] })).toContain('使用中 撤回');
		const text = page({ loaded: [{ ...loaded, withdrawnAt: '2026-05-03T00:00:00Z', withdrawReason: '日期有误' }] });
		expect(text).toContain('已撤回 日期有误');
	});
});

describe('what a notice would change', () => {
	const preview: Preview = {
		arrangements: [spring],
		issues: [],
		ignored: ['各省、自治区、直辖市人民政府：'],
		effect: {
			days: [{ day: '2026-02-14', weekday: '周六', worked: true, before: '周末', after: '调休上班（春节）' }],
			workingDaysBefore: 261,
			workingDaysAfter: 257,
		},
	};

	it('is told before it is loaded, with the lines that were not read', () => {
		const text = textOf(render(<Effect preview={preview} />));
		expect(text).toContain('全年工作日由261个变为257个，1天的性质改变');
		expect(text).toContain('各省、自治区、直辖市人民政府：');
		expect(text).toContain('2月14日（周六） 周末 调休上班（春节）（计入期限）');
	});

	it('is nothing while something is wrong', () => {
		expect(textOf(render(<Effect preview={{ ...preview, effect: null }} />))).toBe('');
	});

	it('begins with the missing year and its usual title', () => {
		const markup = render(<LoadPage />);
		expect(markup).toContain('value="2027"');
		expect(markup).toContain('value="国务院办公厅关于2027年部分节假日安排的通知"');
		expect(textOf(markup)).toContain('预览');
		expect(textOf(markup)).not.toContain('确认载入');
	});
});
