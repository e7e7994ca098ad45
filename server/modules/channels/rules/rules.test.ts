import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelInput, Kind } from '../model.ts';
import { aloud, secondsAloud, wholeAloud } from './aloud.ts';
import { activityIssues, channelIssues, closingIssues, otherAccounts, silentDays, visitIssues } from './channel.ts';
import { needOf, removalIssues, sendingIssues } from './dispatch.ts';
import { copyIssues, givenOut, issueIssues, issueName, receiptIssues } from './gazette.ts';
import { weiboLength, weiboText } from './weibo.ts';

const TODAY = '2026-06-15';
const sound: ChannelInput = {
	...{ kind: 'wechat', name: '柳溪发布', address: 'liuxi-fabu', appId: '', keeper: '林晓', placeKind: null },
	...{ equipment: '', hours: '', openedOn: '2026-01-05' },
};
const keys = (issues: readonly { key: string }[]) => issues.map(({ key }) => key);

describe('a second account (国办发〔2018〕123号: one a platform in principle)', () => {
	const account = { id: 1, officeId: 2, kind: 'wechat' as Kind, name: '柳溪发布', closedOn: null };
	const second = { ...account, id: 2, name: '柳溪文旅' };

	it('is told of at both, by name', () => {
		expect(otherAccounts(account, [account, second])).toEqual(['柳溪文旅']);
		expect(otherAccounts(second, [account, second])).toEqual(['柳溪发布']);
	});

	it.each([
		['itself', account],
		['one of another office', { ...second, officeId: 3 }],
		['one of another platform', { ...second, kind: 'weibo' as const }],
		['one that is closed', { ...second, closedOn: '2026-06-01' }],
	])('is not %s', (_what, other) => {
		expect(otherAccounts(account, [other])).toEqual([]);
	});

	it('is nothing to a closed account, and a second notice board is no account at all', () => {
		expect(otherAccounts({ ...account, closedOn: '2026-06-01' }, [second])).toEqual([]);
		expect(otherAccounts({ ...account, kind: 'board' }, [{ ...second, kind: 'board' }])).toEqual([]);
	});
});

describe('what an account or a place must say', () => {
	const of = (change: Partial<ChannelInput>) => keys(channelIssues({ ...sound, ...change }, TODAY));

	it('names each field beside its fault', () => {
		expect(of({})).toEqual([]);
		expect(of({ name: ' ' })).toEqual(['channel.name']);
		expect(of({ address: '' })).toEqual(['channel.address']);
		expect(of({ kind: 'website', address: 'www.example' })).toEqual(['channel.site']);
		expect(of({ openedOn: '2026-06-16' })).toEqual(['channel.openedOn']);
	});

	it('asks of a place to read where it is and when it is open (条例第二十五条)', () => {
		expect(of({ kind: 'accessPoint' })).toEqual(['channel.placeKind', 'channel.hours']);
		expect(of({ kind: 'accessPoint', placeKind: 'library', hours: '工作日9:00—17:00' })).toEqual([]);
	});

	it('is closed on a day of its life, for a reason', () => {
		expect(keys(closingIssues(sound, '2026-01-04', '与主账号合并', TODAY))).toEqual(['channel.closedOn']);
		expect(keys(closingIssues(sound, '2026-06-15', '合并', TODAY))).toEqual(['channel.reason']);
		expect(closingIssues(sound, '2026-06-15', '与主账号合并', TODAY)).toEqual([]);
	});

	it('counts visitors by months that have begun', () => {
		const place = { kind: 'accessPoint' as const, openedOn: '2026-02-10' };
		expect(visitIssues(place, '2026-02', 0, TODAY)).toEqual([]);
		for (const month of ['2026-01', '2026-07', '2026-13', ''])
			expect(keys(visitIssues(place, month, 1, TODAY))).toEqual(['visit.month']);
		expect(keys(visitIssues(place, '2026-03', 1.5, TODAY))).toEqual(['visit.visitors']);
		expect(keys(visitIssues(sound, '2026-03', 1, TODAY))).toEqual(['visit.kind']);
	});

	it('notes what was put out elsewhere, never in the future', () => {
		expect(activityIssues(sound, { day: TODAY, title: '防汛提示', link: '' }, TODAY)).toEqual([]);
		expect(keys(activityIssues(sound, { day: '2026-06-16', title: '', link: 'javascript:alert(1)' }, TODAY))).toEqual([
			'activity.day',
			'activity.title',
			'activity.link',
		]);
	});
});

describe('an account without anything new for two weeks (国办秘函〔2019〕19号)', () => {
	const account = { kind: 'wechat' as const, openedOn: '2026-01-05', closedOn: null };

	it('is found on the fifteenth day, not on the fourteenth', () => {
		expect(silentDays(account, '2026-06-01', TODAY)).toBeNull();
		expect(silentDays(account, '2026-05-31', TODAY)).toBe(15);
	});

	it('is found earlier where the county allows less', () => {
		expect(silentDays(account, '2026-06-05', TODAY, 10)).toBeNull();
		expect(silentDays(account, '2026-06-04', TODAY, 10)).toBe(11);
	});

	it('counts from its opening while it never spoke', () => {
		expect(silentDays({ ...account, openedOn: '2026-06-05' }, null, TODAY)).toBeNull();
		expect(silentDays(account, null, TODAY)).toBe(161);
	});

	it('is no account of the new media, or closed: never silent', () => {
		expect(silentDays({ ...account, kind: 'board' }, null, TODAY)).toBeNull();
		expect(silentDays({ ...account, closedOn: '2026-03-01' }, null, TODAY)).toBeNull();
	});
});

describe('what a dispatch asks for', () => {
	const sent = { state: 'sent' as const, revisionId: 7, shownTo: null };
	const now = (revisionId: number | null) => ({ revisionId, today: TODAY });

	it('nothing, while what was sent is what is public', () => {
		expect(needOf(sent, now(7))).toBeNull();
		expect(needOf({ ...sent, state: 'prepared' }, now(7))).toBe('send');
	});

	it('to come down once the document is withdrawn, before anything else', () => {
		expect(needOf({ ...sent, shownTo: '2026-06-01' }, now(null))).toBe('takeDown');
		expect(needOf({ ...sent, state: 'prepared' }, now(null))).toBeNull();
		expect(needOf({ ...sent, state: 'removed' }, now(null))).toBeNull();
	});

	it('an update once another edition is public, unless its days on the wall are over', () => {
		expect(needOf(sent, now(8))).toBe('update');
		expect(needOf({ ...sent, shownTo: '2026-06-15' }, now(8))).toBe('update');
		expect(needOf({ ...sent, shownTo: '2026-06-14' }, now(8))).toBe('expired');
	});
});

describe('what is noted when something went out', () => {
	const at = new Date('2026-06-15T02:00:00Z');
	const sending = { at, link: '', place: '', shownFrom: null, shownTo: null };
	const clock = { now: at, publishedAt: new Date('2026-06-14T02:00:00Z') };
	const of = (kind: Kind, change: object, proofs: { moment: 'posting' | 'removal' }[] = []) =>
		keys(sendingIssues(kind, { ...sending, ...change }, proofs, clock));

	it('a link for what is on the net', () => {
		expect(of('weibo', {})).toEqual(['dispatch.link']);
		expect(of('weibo', { link: 'ftp://weibo.example/1' })).toEqual(['dispatch.link']);
		expect(of('weibo', { link: 'https://weibo.example/1' })).toEqual([]);
		expect(of('press', {})).toEqual([]);
	});

	it('place, days and a photo for what hangs on a wall', () => {
		expect(of('board', {})).toEqual(['dispatch.place', 'dispatch.shown', 'dispatch.proof']);
		const hung = { place: '柳溪村公示栏', shownFrom: '2026-06-15', shownTo: '2026-07-15' };
		expect(of('board', hung, [{ moment: 'posting' }])).toEqual([]);
		expect(of('board', { ...hung, shownTo: '2026-06-14' }, [{ moment: 'posting' }])).toEqual(['dispatch.shown']);
	});

	it('no moment before it was public, none to come', () => {
		expect(of('press', { at: new Date('2026-06-15T02:00:01Z') })).toEqual(['dispatch.at']);
		expect(of('press', { at: new Date('2026-06-14T01:59:59Z') })).toEqual(['dispatch.at']);
	});

	it('an announced period is kept, unless the document is withdrawn', () => {
		const hung = { shownTo: '2026-06-20' };
		const removal = [{ moment: 'removal' as const }];
		const live = { revisionId: 7, today: TODAY };
		expect(keys(removalIssues('board', hung, '', removal, live))).toEqual(['dispatch.early']);
		expect(keys(removalIssues('board', hung, '公示栏损坏，移至村委会', removal, live))).toEqual([]);
		expect(keys(removalIssues('board', hung, '', removal, { ...live, revisionId: null }))).toEqual([]);
		expect(keys(removalIssues('board', hung, '', [], { ...live, today: '2026-06-21' }))).toEqual([
			'dispatch.removalProof',
		]);
		expect(removalIssues('wechat', { shownTo: null }, '', [], live)).toEqual([]);
	});
});

describe('an issue of the gazette', () => {
	const issue = { title: '青河县人民政府公报', year: 2026, number: 3, total: 57, issuedOn: '2026-06-15', copies: 500 };

	it('bears whole numbers and the year of its day', () => {
		expect(issueIssues(issue)).toEqual([]);
		expect(keys(issueIssues({ ...issue, number: 0, total: 1.5, year: 2025, copies: -1, title: '' }))).toEqual([
			'gazette.title',
			'gazette.number',
			'gazette.total',
			'gazette.year',
			'gazette.copies',
		]);
		expect(issueName(issue)).toBe('2026年第3期（总第57期）');
	});

	it('gives out no more copies than were printed', () => {
		const copy = { place: '县图书馆', copies: 10, deliveredOn: TODAY };
		expect(copyIssues(copy, { printed: 500, sent: 490, today: TODAY })).toEqual([]);
		expect(keys(copyIssues(copy, { printed: 500, sent: 491, today: TODAY }))).toEqual(['copy.left']);
		expect(keys(copyIssues({ ...copy, copies: 0, place: '' }, { printed: 5, sent: 0, today: '2026-06-01' }))).toEqual([
			'copy.place',
			'copy.copies',
			'copy.day',
		]);
		expect(givenOut([{ copies: 3 }, { copies: 4 }])).toBe(7);
	});

	it('is signed for after it was handed over', () => {
		expect(receiptIssues('王管理员', TODAY, TODAY, TODAY)).toEqual([]);
		expect(keys(receiptIssues('', '2026-06-14', TODAY, TODAY))).toEqual(['receipt.by', 'receipt.day']);
	});
});

describe('a text for Weibo', () => {
	const link = 'https://qinghe.example/d/12';

	it('counts as Weibo does', () => {
		expect(weiboLength('防汛')).toBe(2);
		expect(weiboLength('abc')).toBe(2);
		expect(weiboLength(link)).toBe(10);
	});

	it('is whole where it fits, and ends with a sentence where it does not', () => {
		expect(weiboText({ title: '防汛值班', text: '各村安排值班。', link }, 140)).toBe(
			`【防汛值班】各村安排值班。 ${link}`,
		);
		const long = weiboText({ title: '防汛值班', text: '各村安排专人值班并报告险情。'.repeat(30), link }, 140);
		expect(long).toMatch(/。 https:\/\/qinghe\.example\/d\/12$/);
	});

	it('never exceeds its limit, never loses its address, never breaks a character', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 400 });
		fc.assert(
			fc.property(text, text, fc.constantFrom(140, 2000), (title, body, limit) => {
				const made = weiboText({ title, text: body, link }, limit);
				expect(made.endsWith(` ${link}`)).toBe(true);
				expect(made).not.toMatch(/\p{Surrogate}/u);
				expect(weiboLength(made)).toBeLessThanOrEqual(limit);
			}),
		);
	});
});

describe('figures read aloud', () => {
	it.each([
		['0', '零'],
		['10', '十'],
		['15', '十五'],
		['101', '一百零一'],
		['110', '一百一十'],
		['1005', '一千零五'],
		['12005', '一万二千零五'],
		['100000', '十万'],
		['1000001', '一百万零一'],
		['100010000', '一亿零一万'],
		['20260000', '二千零二十六万'],
	])('%s is %s', (digits, said) => {
		expect(wholeAloud(digits)).toBe(said);
	});

	it.each([
		['2026年6月1日前缴费', '二零二六年六月一日前缴费'],
		['2026-06-01起', '二零二六年六月一日起'],
		['上午9:30至11:00', '上午九点三十分到十一点整'],
		['9:05开会', '九点零五分开会'],
		['补贴1,200.50元', '补贴一千二百点五零元'],
		['上涨12.5%', '上涨百分之十二点五'],
		['请拨打0999-8100001', '请拨打零九九九，八幺零零零零幺'],
		['手机13900139000', '手机幺三九，零零幺三，九零零零'],
		['临政发〔2026〕3号', '临政发二零二六年三号'],
		['3—5个工作日', '三到五个工作日'],
		['（详见公示栏）', '，详见公示栏，'],
		['第3条', '第三条'],
		['见https://qinghe.example/d/1', '见'],
	])('«%s» is said «%s»', (written, said) => {
		expect(aloud(written)).toBe(said);
	});

	it('leaves no figure unread, whatever is written', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.nat(1e9).map(String), fc.constantFrom('年', '元', '%', '-', ':', '，', '至')), {
					maxLength: 12,
				}),
				(parts) => {
					expect(aloud(parts.join(''))).not.toMatch(/\d/);
				},
			),
		);
	});

	it('takes a minute for some 180 characters', () => {
		expect(secondsAloud('汛'.repeat(180))).toBe(60);
		expect(secondsAloud('')).toBe(0);
	});
});
