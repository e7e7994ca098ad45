import { describe, expect, it } from 'vitest';
import { contentSchema } from '../model.ts';
import {
	type CoordinationRequest,
	inForce,
	isOverdue,
	isSettled,
	NOTHING_SAID,
	type OutcomeKind,
	objectors,
	requestState,
	type Standing,
	textHash,
	unsettled,
} from './coordination.ts';
import { farthestReply, opinionIssues, replyIssues, targetsOf } from './coordination-form.ts';

const content = contentSchema.parse({
	type: 'notice',
	columnId: 1,
	title: '通知',
	body: '<p>正文</p>',
	attribute: 'active',
});
const NOW: Standing = { state: 'signOff', edition: 1, textHash: textHash(content) };
const at = new Date('2026-06-01T01:00:00Z');
let serial = 0;

function request(name: string, end?: OutcomeKind, change: Partial<CoordinationRequest> = {}): CoordinationRequest {
	serial += 1;
	const outcome = end ? { kind: end, words: '', onDay: '2026-06-03', reference: '', at, personName: '叶舟' } : null;
	return {
		...{ id: serial, documentId: 7, edition: 1, revisionId: 3, textHash: NOW.textHash, officeId: null },
		...{ name, question: '请确认', replyBy: '2026-06-08', at, personName: '林晓', outcome },
		...change,
	};
}
const why = (requests: CoordinationRequest[], record = {}, now = NOW) =>
	unsettled(content, { ...NOTHING_SAID, ...record }, requests, now)?.key ?? null;

describe('the text that was shown', () => {
	it('is title, number, issuer, summary, body and files; what is only kept inside may change', () => {
		for (const change of [
			{ title: '公告' },
			{ body: '<p>改</p>' },
			{ summary: '改' },
			{ attachments: [3] },
			{ documentNumber: '1号' },
		])
			expect(textHash({ ...content, ...change })).not.toBe(NOW.textHash);
		for (const change of [{ lateReason: '迟' }, { keywords: ['改'] }, { responsibleUnit: '办' }, { columnId: 9 }])
			expect(textHash({ ...content, ...change })).toBe(NOW.textHash);
	});
});

describe('where a request stands', () => {
	it.each([
		['asked', request('甲局'), NOW, 'waiting'],
		['confirmed', request('甲局', 'confirmed'), NOW, 'confirmed'],
		['confirmed, and the text changed since', request('甲局', 'confirmed', { textHash: 'x' }), NOW, 'changed'],
		[
			'confirmed for an edition that is past',
			request('甲局', 'confirmed', { textHash: 'x' }),
			{ ...NOW, edition: 2 },
			'confirmed',
		],
		['objected, whatever the text is now', request('甲局', 'objected', { textHash: 'x' }), NOW, 'objected'],
		['taken back', request('甲局', 'withdrawn'), NOW, 'withdrawn'],
		['never answered, and signed by now', request('甲局'), { ...NOW, state: 'published' as const }, 'lapsed'],
		['never answered, of another edition', request('甲局'), { ...NOW, edition: 2 }, 'lapsed'],
		['never answered, and discarded', request('甲局'), { ...NOW, state: 'discarded' as const }, 'lapsed'],
	])('%s', (_case, one, now, state) => {
		expect(requestState(one, now)).toBe(state);
	});

	it('is overdue from the day after its day, by the day of the reply once there is one', () => {
		expect(isOverdue(request('甲局'), '2026-06-08')).toBe(false);
		expect(isOverdue(request('甲局'), '2026-06-09')).toBe(true);
		expect(isOverdue(request('甲局', 'confirmed'), '2026-07-01')).toBe(false);
		expect(isOverdue(request('甲局', 'confirmed', { replyBy: '2026-06-02' }), '2026-07-01')).toBe(true);
		expect(isOverdue(request('甲局', 'withdrawn', { replyBy: '2026-06-02' }), '2026-07-01')).toBe(false);
	});
});

describe('what each said last', () => {
	it('counts by body, and what was taken back counts as never asked', () => {
		const requests = [
			...[request('甲局', 'objected'), request('乙局', 'confirmed'), request('甲局', 'confirmed')],
			...[request('乙局', 'withdrawn'), request('丙局', 'withdrawn'), request('丁局', 'confirmed', { edition: 2 })],
		];
		expect(inForce(requests, 1).map(({ name, outcome }) => [name, outcome?.kind])).toEqual([
			['甲局', 'confirmed'],
			['乙局', 'confirmed'],
		]);
	});

	it('an office of the county is one by its number, whatever it is called; a body outside by its name', () => {
		const renamed = [request('甲局', 'objected', { officeId: 5 }), request('新甲局', 'confirmed', { officeId: 5 })];
		expect(inForce(renamed, 1).map(({ name }) => name)).toEqual(['新甲局']);
		expect(inForce([request('海 事处'), request('海事处')], 1)).toHaveLength(1);
	});
});

describe('why it cannot be signed (条例第十一条)', () => {
	it('names who has not confirmed, before who confirmed another text, before an approval', () => {
		const changed = request('乙局', 'confirmed', { textHash: 'x' });
		const all = [request('甲局'), changed, request('丙局', 'confirmed')];
		expect(unsettled(content, NOTHING_SAID, all, NOW)?.message).toContain('甲局尚未确认');
		expect(unsettled(content, NOTHING_SAID, [changed], NOW)?.message).toContain('乙局确认之后正文已改动');
		expect(why([request('丙局', 'confirmed')])).toBeNull();
	});

	it('wants somebody asked once others are concerned, and every part of an approval that is needed', () => {
		expect(why([], { involvesOthers: true })).toBe('coordination.none');
		expect(why([request('甲局', 'withdrawn')], { involvesOthers: true })).toBe('coordination.none');
		expect(why([request('甲局', 'confirmed')], { involvesOthers: true })).toBeNull();
		const approval = { needsApproval: true, authority: '县政府', approvedOn: '2026-05-01', approvalNumber: '1号' };
		expect(why([], approval)).toBeNull();
		for (const part of [{ authority: '' }, { approvedOn: null }, { approvalNumber: '' }])
			expect(why([], { ...approval, ...part })).toBe('approval.missing');
	});

	it('an objection is no bar: the signer decides, of what is to be open', () => {
		const requests = [request('甲局', 'objected'), request('乙局', 'confirmed')];
		expect(why(requests)).toBeNull();
		expect(objectors(content, requests, 1)).toEqual(['甲局']);
		expect(objectors(content, requests, 2)).toEqual([]);
		expect(objectors({ attribute: 'withheld' }, requests, 1)).toEqual([]);
	});

	it('what is not to be open is agreed with nobody', () => {
		for (const attribute of ['withheld', 'onRequest', ''] as const)
			expect(unsettled({ attribute }, { ...NOTHING_SAID, involvesOthers: true }, [request('甲局')], NOW)).toBeNull();
		expect(isSettled({ unsettled: null })).toBeNull();
	});
});

describe('the forms', () => {
	const offices = [
		{ id: 1, name: '柳溪镇人民政府', shortName: '柳溪镇' },
		{ id: 2, name: '青河县水务局', shortName: '县水务局' },
	];
	const keys = (officeIds: number[], outside: string[] = []) =>
		targetsOf({ officeIds, outside }, offices, 1).issues.map(({ key }) => key);

	it('ask each once, in the county by number and outside by name', () => {
		expect(targetsOf({ officeIds: [2, 2], outside: [' 海事处', '海事处', ''] }, offices, 1)).toEqual({
			targets: [
				{ officeId: 2, name: '青河县水务局' },
				{ officeId: null, name: '海事处' },
			],
			issues: [],
		});
	});

	it('refuse nobody, a stranger, oneself, and an office of the county as a body outside', () => {
		expect(keys([])).toEqual(['coordination.whom']);
		expect(keys([9])).toEqual(['coordination.office']);
		expect(keys([1])).toEqual(['coordination.self']);
		expect(keys([], ['县水务局'])).toEqual(['coordination.inside']);
	});

	it('want words for an objection only, a day between asking and today, and who said so', () => {
		expect(opinionIssues('confirmed', '')).toEqual([]);
		expect(opinionIssues('objected', '不同意')).toHaveLength(1);
		expect(opinionIssues('objected', '水位数据有误。')).toEqual([]);
		const given = { reply: 'confirmed' as const, opinion: '', repliedOn: '2026-06-02', reference: '来电' };
		expect(replyIssues(given, { at }, '2026-06-02')).toEqual([]);
		expect(replyIssues({ ...given, repliedOn: '2026-06-03' }, { at }, '2026-06-02')).toHaveLength(1);
		expect(replyIssues({ ...given, reference: ' ' }, { at }, '2026-06-02')).toHaveLength(1);
		expect(farthestReply('2026-06-01')).toBe('2026-07-31');
	});
});
