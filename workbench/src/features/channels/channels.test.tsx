import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import { type ChannelDetail, DELIVERIES, DISPATCHES, type Dispatch, GAZETTES, type Issue, KEY } from './api.ts';
import { SecondAccount } from './channel-form.tsx';
import { ChannelList } from './channel-list.tsx';
import { ChannelPage } from './channel-page.tsx';
import { DispatchPage } from './dispatch-page.tsx';
import { GazettePage } from './gazette-page.tsx';
import { UndeliveredPanel } from './undelivered-panel.tsx';
import { DELIVERY_LOOK, DISPATCH_LOOK, ISSUE_LOOK, NEED_LOOK, noteOf } from './words.ts';

function shown(page: ReactElement, key: readonly unknown[], data: unknown): string {
	return textOf(render(page, { data: [[key, data]], at: '/x/7', path: '/x/:id' }));
}

const channel: ChannelDetail = {
	...{ id: 7, officeId: 2, officeName: '望溪镇', kind: 'wechat', kindLabel: '微信公众号', name: '望溪镇微讯' },
	...{ address: 'wangxi-weixun', appId: '', keeper: '党政综合办', placeKind: null, placeKindLabel: '', equipment: '' },
	...{ hours: '', openedOn: '2024-03-01', closedOn: null, revision: 1, lastOn: '2026-05-20', silentDays: 16 },
	others: [],
	...{ mayManage: true, activity: [], visits: [] },
	history: [{ at: '2026-05-01T01:00:00Z', actorName: '林晓', entry: '开设备案', data: {} }],
};
const of = (change: Partial<ChannelDetail>) => shown(<ChannelPage />, [...KEY, 7], { ...channel, ...change });

describe('an account', () => {
	it('says what it is, who answers for it, and that it has been silent', () => {
		const text = of({});
		for (const part of ['望溪镇微讯', '微信公众号', '党政综合办', '16天没有更新', '登记更新', '关停备案', '开设备案'])
			expect(text).toContain(part);
	});

	it('of a place shows hours and visitors instead', () => {
		const place = {
			kind: 'accessPoint',
			placeKind: 'library',
			placeKindLabel: '公共图书馆',
			hours: '周二至周日',
		} as const;
		const text = of({ ...place, silentDays: null, visits: [{ month: '2026-05', visitors: 14 }] });
		for (const part of ['公共图书馆', '周二至周日', '登记接待人数', '14 人次']) expect(text).toContain(part);
		expect(text).not.toContain('登记更新');
	});

	it('closed, or of another office, offers nothing', () => {
		expect(of({ mayManage: false, closedOn: '2026-05-31' })).not.toContain('变更备案');
	});
});

describe('a second account of an office (国办发〔2018〕123号)', () => {
	const rows = [{ ...channel, others: ['望溪文旅'] }];
	const options = {
		kinds: [
			{ value: 'wechat', label: '微信公众号', newMedia: true, dispatched: true },
			{ value: 'board', label: '公开栏、公示栏', newMedia: false, dispatched: true },
		],
	};
	const warned = (kind: 'wechat' | 'board', found: readonly unknown[]) =>
		textOf(
			render(<SecondAccount kind={kind} officeId={2} />, {
				data: [
					[['channel-options'], options],
					[[...KEY, 'list', { kind, officeId: 2, state: 'open' }], { rows: found }],
				],
			}),
		);

	it('is pointed out beside the kind, with the name of the first', () => {
		expect(warned('wechat', rows)).toContain('已有同类账号「望溪镇微讯」');
		expect(warned('wechat', [])).toBe('');
		expect(warned('board', rows)).toBe('');
	});

	it('stands as a note on the list', () => {
		const list = (others: string[]) =>
			textOf(render(<ChannelList />, { data: [[[...KEY, 'list', {}], { rows: [{ ...channel, others }] }]] }));
		expect(list(['望溪文旅'])).toContain('同类账号：望溪文旅');
		expect(list([])).not.toContain('同类账号');
	});
});

const dispatch: Dispatch = {
	...{ id: 7, officeId: 2, officeName: '望溪镇', channelId: 3, channelName: '公开栏', kind: 'board', documentId: 5 },
	...{ kindLabel: '公开栏、公示栏', title: '征地公告', isPublic: true, state: 'sent', stateLabel: '已发布' },
	...{ need: null, needLabel: '', link: '', place: '镇政府东侧', shownFrom: '2026-06-01', shownTo: '2026-07-01' },
	...{ sentAt: '2026-06-01T01:00:00Z', removedAt: null, reason: '', draftState: 'none', draftFailure: '', revision: 2 },
	...{ needsLink: false, isPosted: true, mayUpload: true, mayDraft: false, history: [] },
	proofs: [
		{
			id: 1,
			moment: 'posting',
			fileName: '张贴.jpg',
			mediaType: 'image/jpeg',
			size: 9,
			addedAt: '2026-06-01T01:00:00Z',
		},
	],
	moves: [{ action: 'remove', label: '确认已撤下', to: 'removed', permitted: true, allowed: true, reasons: [] }],
};
const sent = (change: Partial<Dispatch>) => shown(<DispatchPage />, [...DISPATCHES, 7], { ...dispatch, ...change });

describe('a dispatch', () => {
	it('shows where and how long it hangs, with its proof', () => {
		const text = sent({});
		for (const part of ['征地公告', '镇政府东侧', '2026-06-01 至 2026-07-01', '张贴.jpg', '确认已撤下'])
			expect(text).toContain(part);
		expect(text).not.toContain('请从该渠道撤下');
	});

	it('says in words what is to be done when the document is gone or changed', () => {
		expect(sent({ need: 'takeDown', isPublic: false })).toContain('请从该渠道撤下后确认');
		expect(sent({ need: 'update' })).toContain('请在该渠道更新后确认');
	});

	it('to WeChat tells what became of the draft, and offers one only where there is such an account', () => {
		const wechat: Partial<Dispatch> = { kind: 'wechat', isPosted: false, proofs: [], state: 'prepared' };
		expect(sent({ ...wechat, draftState: 'failed', draftFailure: '今日的调用次数已经用完' })).toContain(
			'调用次数已经用完',
		);
		expect(sent(wechat)).not.toContain('写入公众号草稿箱');
		expect(sent({ ...wechat, mayDraft: true })).toContain('写入公众号草稿箱');
	});
});

describe('an issue of the gazette', () => {
	const issue: Issue = {
		...{ id: 7, officeId: 1, officeName: '县政府办', title: '临澜县人民政府公报', name: '2026年第1期（总第23期）' },
		...{ year: 2026, number: 1, total: 23, issuedOn: '2026-06-01', state: 'published', stateLabel: '已出版' },
		...{ copies: 300, revision: 2, foreword: '', reason: '', publishedAt: '2026-06-01T01:00:00Z', copiesGiven: 40 },
		...{ mayEdit: false, mayManage: true, moves: [], history: [] },
		items: [
			{ section: '县政府文件', documentId: 5, title: '防汛方案', documentNumber: '', isPublic: true, amended: true },
			{ section: '', documentId: 6, title: '', documentNumber: '', isPublic: false, amended: false },
		],
		handedOut: [{ id: 1, place: '县图书馆', copies: 40, deliveredOn: '2026-06-01', receivedBy: '', receivedOn: null }],
	};

	it('shows its contents as they stand today, and its copies', () => {
		const text = shown(<GazettePage />, [...GAZETTES, 7], issue);
		for (const part of ['防汛方案', '刊登后已更新', '（已撤下）', '印数 300 份，已发放 40 份', '县图书馆', '登记签收'])
			expect(text).toContain(part);
	});
});

describe('words', () => {
	it('there is one for every state and need', () => {
		expect(Object.keys(DISPATCH_LOOK)).toEqual(['prepared', 'sent', 'failed', 'removed', 'cancelled']);
		expect(Object.keys(NEED_LOOK)).toEqual(['send', 'takeDown', 'update', 'expired']);
		expect(Object.keys(ISSUE_LOOK)).toEqual(['draft', 'published', 'withdrawn', 'discarded']);
		expect(Object.keys(DELIVERY_LOOK)).toEqual(['prepared', 'delivered', 'received', 'cancelled']);
	});

	it('history says what was given with a step, and nothing for a blank', () => {
		expect(noteOf({ reason: '', link: '' })).toBeUndefined();
		expect(noteOf({ month: '2026-05', visitors: 0 })).toBe('2026-05　0');
	});
});

describe('what was not handed over (条例第二十五条)', () => {
	it('is told by place and by document, with what the law wants and is not there', () => {
		const undelivered = {
			...{ documents: 12, total: 3, absent: ['公共图书馆'] },
			places: [
				{
					...{ id: 3, name: '县档案馆', kindLabel: '国家档案馆', given: 9, waiting: 3 },
					waitingSince: '2026-03-01',
					lastOn: null,
				},
			],
			rows: [
				{
					...{ documentId: 5, title: '征地公告', indexNumber: 'X-1', publishedOn: '2026-03-01' },
					...{ missing: ['国家档案馆', '公共图书馆'], isChanged: true },
				},
			],
		};
		const text = textOf(render(<UndeliveredPanel />, { data: [[[...DELIVERIES, 'undelivered', 1], undelivered]] }));
		for (const part of [
			'没有备案公共图书馆的查阅点',
			'3 条',
			'从未',
			'征地公告',
			'国家档案馆、公共图书馆（移交后有更新）',
		])
			expect(text).toContain(part);
		expect(text).toContain('3条（公开中的共12条）');
	});
});
