import { describe, expect, it } from 'vitest';
import type { DocumentLine } from './api.ts';
import { listQuery, NO_FILTERS, tabCounts } from './list-query.ts';
import { ACTION_IN, STATE_LOOK, stateLabel, TABS, VALIDITY_LOOK } from './states.ts';
import { suggestedColumn } from './suggested-column.ts';
import { todoOf, waits } from './todo.ts';

const line = (change: Partial<DocumentLine> = {}): DocumentLine => ({
	id: 7,
	officeId: 3,
	officeName: '柳溪镇',
	columnId: 12,
	columnName: '通知公告',
	title: '关于开展河道清理的通知',
	type: 'notice',
	state: 'proofreading',
	edition: 1,
	live: false,
	indexNumber: null,
	publishAt: null,
	firstPublishedAt: null,
	formedOn: '2026-05-20',
	attribute: 'active',
	savedAt: '2026-05-21T01:00:00Z',
	savedByName: '林晓',
	reads: 0,
	awaitsOpinion: false,
	clock: {
		from: '2026-05-20',
		due: '2026-06-17',
		mark: null,
		daysLeft: 12,
		late: false,
		basis: '《条例》第二十六条，20个工作日',
	},
	...change,
});

describe('the question of the list', () => {
	it('asks for a page only when nothing is filtered', () => {
		expect(listQuery(NO_FILTERS, 1)).toEqual({ page: 1 });
	});

	it('names every state behind a tab', () => {
		expect(listQuery({ ...NO_FILTERS, state: 'secrecy' }, 1).state).toBe('secrecyReview,referred');
		expect(listQuery({ ...NO_FILTERS, state: 'release' }, 1).state).toBe('signedOff,scheduled');
		expect(listQuery({ ...NO_FILTERS, state: 'published' }, 1).state).toBe('published');
	});

	it('sends what is filled, trimmed, numbers as numbers', () => {
		const filters = {
			whose: 'todo',
			state: '',
			column: '12',
			office: '3',
			type: 'notice',
			validity: 'expired',
			q: ' 防汛 ',
		};
		expect(listQuery(filters, 4)).toEqual({
			page: 4,
			whose: 'todo',
			columnId: 12,
			officeId: 3,
			type: 'notice',
			validity: 'expired',
			text: '防汛',
		});
	});

	it.each(['0', '-3', '1.5', '12abc', '1 or 1=1', '99999999999999999999'])(
		'sends no column when the address says %j',
		(column) => {
			expect(listQuery({ ...NO_FILTERS, column }, 1)).toEqual({ page: 1 });
		},
	);

	it('leaves out a tab and a reader that do not exist', () => {
		expect(listQuery({ ...NO_FILTERS, state: 'nothing', whose: 'everyone' }, 1)).toEqual({ page: 1 });
	});
});

describe('the counts of the tabs', () => {
	const counts = tabCounts({ draft: 2, secrecyReview: 3, referred: 1, signedOff: 4, scheduled: 5, published: 30 });
	const of = (key: string) => counts.find((tab) => tab.key === key)?.count;

	it('add up the states behind each', () => {
		expect(of('secrecy')).toBe(4);
		expect(of('release')).toBe(9);
		expect(of('draft')).toBe(2);
	});

	it('are zero where the server named none', () => {
		expect(of('withdrawn')).toBe(0);
		expect(tabCounts({}).every(({ count }) => count === 0)).toBe(true);
	});

	it('are all of them under «全部», also states of a newer server', () => {
		expect(of('')).toBe(45);
		expect(tabCounts({ archived: 2, draft: 1 })[0]?.count).toBe(3);
	});
});

describe('the words of the states', () => {
	const behindTabs = TABS.flatMap(({ states }) => states);

	it('are there for every state of a tab, and every state stands in one tab', () => {
		expect([...behindTabs].sort()).toEqual(Object.keys(STATE_LOOK).sort());
	});

	it('say what has to be done only where somebody has to do something', () => {
		expect(Object.keys(ACTION_IN).every((state) => state in STATE_LOOK)).toBe(true);
		for (const state of ['published', 'withdrawn', 'discarded', 'scheduled']) expect(ACTION_IN[state]).toBeUndefined();
	});

	it('do not promise a release of what is not to be opened', () => {
		expect(stateLabel('signedOff', 'withheld')).toEqual({ label: '已签发留存' });
		expect(stateLabel('signedOff', 'active')).toEqual({});
		expect(stateLabel('signOff', 'withheld')).toEqual({});
	});

	it('tell the four validities apart', () => {
		expect(new Set(Object.values(VALIDITY_LOOK).map(([label]) => label)).size).toBe(4);
	});
});

describe('what waits on the first screen', () => {
	it('names the document, what to do, where and until when', () => {
		expect(todoOf(line())).toEqual({
			key: '7',
			title: '关于开展河道清理的通知',
			action: '校对',
			path: '/documents/7',
			due: '2026-06-17',
			daysLeft: 12,
			unit: '个工作日',
			mark: null,
		});
	});

	it('leads to the editor while it is written', () => {
		expect(todoOf(line({ state: 'draft', title: '' }))).toMatchObject({
			title: '（未填写标题）',
			action: '修改后提交',
			path: '/documents/7/edit',
		});
	});

	it('has no limit while no day of forming is given, or when nothing will be opened', () => {
		const none = { from: null, due: null, mark: null, daysLeft: null, late: false, basis: '' };
		expect(todoOf(line({ clock: none }))).not.toHaveProperty('due');
		expect(todoOf(line({ clock: null }))).not.toHaveProperty('due');
	});

	it('hands on that the limit was reckoned by weekends', () => {
		const mark = '日历未发布，暂按周末推算';
		const clock = { from: '2026-12-20', due: '2027-01-18', mark, daysLeft: 20, late: false, basis: '' };
		expect(todoOf(line({ clock })).mark).toBe(mark);
	});

	it('tells whoever is to look at a policy that is kept back, and whoever waits for that (国办发〔2016〕80号)', () => {
		const waiting = line({ state: 'signOff', attribute: 'withheld', awaitsOpinion: true, clock: null });
		expect(todoOf(waiting, true)).toMatchObject({ action: '审查公开属性', path: '/documents/7' });
		expect(todoOf(waiting).action).toBe('等待县政务公开工作机构审查公开属性');
		expect(todoOf({ ...waiting, awaitsOpinion: false }, true).action).toBe('签发');
	});

	it('does not wait for a release that never comes', () => {
		expect(waits({ state: 'signedOff', attribute: 'withheld' })).toBe(false);
		expect(waits({ state: 'signedOff', attribute: 'active' })).toBe(true);
		expect(waits({ state: 'signOff', attribute: 'onRequest' })).toBe(true);
	});
});

describe('the column of a type', () => {
	const types = [
		{ value: 'notice', column: 'notices' },
		{ value: 'budget', column: 'budget' },
	];
	const columns = [
		{ id: 1, slug: 'notices', takesDocuments: true },
		{ id: 2, slug: 'budget', takesDocuments: false },
	];

	it('is the usual one of the office', () => {
		expect(suggestedColumn(types, columns, 'notice')).toBe(1);
	});

	it('is nobody’s guess when the office has closed it, or has none', () => {
		expect(suggestedColumn(types, columns, 'budget')).toBeNull();
		expect(suggestedColumn(types, [], 'notice')).toBeNull();
		expect(suggestedColumn(types, columns, 'poem')).toBeNull();
	});
});
