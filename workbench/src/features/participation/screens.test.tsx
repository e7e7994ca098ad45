import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { type Concern, documentNumber } from './api.ts';
import { Checks, Clocks, WishLine } from './concern-records.tsx';
import { KEY as CONSULTATIONS, type Consultation } from './consultation-api.ts';
import { ConsultationPage } from './consultation-page.tsx';
import { KEY as PROPOSALS, type Proposal } from './proposal-api.ts';
import { withoutNames } from './proposal-move.tsx';
import { ProposalPage } from './proposal-page.tsx';
import { CONSULTATION_DONE, CONSULTATION_LOOK, PROPOSAL_DONE, PROPOSAL_LOOK } from './words.ts';

const move = (action: string, label: string, change: object = {}) => ({
	...{ action, label, to: 'open', permitted: true, allowed: true, reasons: [], ...change },
});

const consultation = {
	...{ id: 3, officeId: 1, officeName: '柳溪镇', number: 'ZJ202600003', kind: 'normative', waits: true },
	...{
		kindLabel: '行政规范性文件草案',
		title: '市场管理办法草案',
		state: 'open',
		stateLabel: '已发布',
		phase: 'closed',
	},
	...{
		phaseLabel: '已截止，意见整理中',
		fromDay: '2026-06-01',
		toDay: '2026-07-10',
		days: 39,
		comments: 2,
		body: '第一条',
	},
	...{
		resultLimit: { dueOn: '2026-08-07', mark: null, overdue: false },
		documentId: 5,
		documentTitle: null,
		files: [],
		fileCheck: { leaks: [], unread: [] },
	},
	...{ explanation: '需要更新', how: '', shortReason: '', extensionNote: '', openedAt: '2026-06-01T02:00:00Z' },
	...{ result: '', resultAt: null, withdrawReason: '', revision: 4, canSort: true, mayReveal: true, steps: [] },
	commentList: [
		{
			...{ id: 1, number: 'YJ202600001', origin: 'portal', clause: '第二条', body: '早一点开门。', opinionId: 9 },
			...{ receivedAt: '2026-06-03T02:00:00Z', hasContact: true },
		},
		{
			...{ id: 2, number: 'YJ202600002', origin: 'letter', clause: '', body: '摊位费要公示。', opinionId: null },
			...{ receivedAt: '2026-06-04T02:00:00Z', hasContact: false },
		},
	],
	opinions: [{ id: 9, summary: '提前开放', verdict: null, reason: '', revision: 1, comments: 1 }],
	counts: { comments: 1, opinions: 1, adopted: 0, partly: 0, declined: 0, unrelated: 0 },
	moves: [
		move('submitResult', '反馈送签', {
			allowed: false,
			reasons: [{ key: 'consultation.unsorted', message: '还有1条意见没有归类。' }],
		}),
		move('extend', '延长期限', { permitted: false }),
	],
} as unknown as Consultation;

const proposal = {
	...{ id: 4, officeId: 1, officeName: '柳溪镇', jointOffices: ['县水务局'], number: 'JY202600004', kind: 'deputy' },
	...{
		kindLabel: '人大代表建议',
		session: '五次会议',
		originalNumber: '第4号',
		title: '增设公交站点',
		state: 'replied',
	},
	...{ stateLabel: '已答复', waits: true, receivedOn: '2026-03-02', repliedOn: '2026-05-07', publishedOn: null },
	limits: {
		...{ replyDue: '2026-05-06', replyMark: null, replyLate: true },
		...{ publishDue: '2026-06-03', publishMark: null, publishLate: false },
	},
	...{
		body: '建议增设站点',
		delegate: '穆怀远',
		limitMonths: 2,
		extensionNote: '',
		replyNumber: '',
		reply: '已列入计划',
	},
	...{
		result: 'B',
		satisfaction: 'basically',
		publicity: 'summary',
		publicityReason: '原文较长',
		publicText: '年内建成',
	},
	...{ revision: 3, hasContact: true, mayReveal: false, steps: [], moves: [move('publish', '公开答复')] },
} as unknown as Proposal;

const shown = (path: string, element: React.ReactNode, key: readonly unknown[], answer: unknown, at: string) =>
	textOf(render(element, { session: sessionOf(), data: [[key, answer]], path, at }));

describe('a draft put to the public', () => {
	const page = (change: object = {}) =>
		shown(
			'/consultations/:id',
			<ConsultationPage />,
			[...CONSULTATIONS, 3],
			{ ...consultation, ...change },
			'/consultations/3',
		);

	it('shows what came, what is sorted and what is not, and why the result cannot be sent yet', () => {
		const text = page();
		for (const part of [
			'早一点开门。',
			'摊位费要公示。',
			'未归类',
			'提前开放',
			'待写明',
			'还有1条意见没有归类。',
			'反馈期限',
		])
			expect(text).toContain(part);
		expect(text).not.toContain('延长期限');
		expect(text).toContain('关联的信息已经撤下');
	});

	it('before it is signed there are no comments to show', () => {
		expect(page({ openedAt: null, state: 'draft', phase: null })).not.toContain('收到的意见');
	});

	it('shows no way to sort once the result is on its way', () => {
		const text = page({ canSort: false, state: 'resultToSign' });
		expect(text).not.toContain('归并所选');
		expect(text).not.toContain('写明采纳情况');
	});
});

describe('a proposal', () => {
	it('says what was late, what is due, and to whom it belongs', () => {
		const text = shown('/proposals/:id', <ProposalPage />, [...PROPOSALS, 4], proposal, '/proposals/4');
		for (const part of ['逾期答复', 'B类', '基本满意', '摘要公开', '原文较长', '年内建成', '县水务局', '公开答复'])
			expect(text).toContain(part);
		expect(text).not.toContain('查看联系方式');
	});

	it('gives the names of delegates away nowhere in what is taken from the reply', () => {
		expect(withoutNames('穆怀远、钟灵代表：收悉，穆怀远代表。', '穆怀远、钟灵')).toBe('×××、×××代表：收悉，×××代表。');
		expect(withoutNames('收悉。', '')).toBe('收悉。');
	});
});

describe('what is kept beside a message', () => {
	it('clocks say in words how they stand', () => {
		const clock = (change: object) => ({
			...{ stage: 'authoritative', label: '发布权威信息', hours: 5, basis: '国办发〔2016〕80号', late: false },
			...{ dueAt: '2026-06-01T06:00:00Z', metAt: null, ...change },
		});
		const text = (change: object) =>
			textOf(
				render(
					<Clocks
						concern={{ receivedAt: '2026-06-01T01:00:00Z', responses: [], limit: { clocks: [clock(change)] } } as never}
					/>,
				),
			);
		expect(text({})).toContain('进行中');
		expect(text({ late: true })).toContain('已超时');
		expect(text({ metAt: '2026-06-01T05:00:00Z' })).toContain('按时作出');
		expect(text({ metAt: '2026-06-01T09:00:00Z', late: true })).toContain('超时作出');
	});

	it('the newest check holds; none shows nothing', () => {
		const check: Concern['checks'][number] = {
			...{ aboutOfficeId: 1, aboutOfficeName: '石桥镇', checkedBy: '二人', checkedOn: '2026-06-02' },
			finding: '已公开',
			basis: '第二十条',
			verdict: 'untrue',
			measure: 'none',
		};
		const text = textOf(render(<Checks checks={[{ ...check, verdict: 'true', measure: 'urge' }, check]} />));
		for (const part of ['不属实', '不成立', '共核查2次']) expect(text).toContain(part);
		expect(textOf(render(<Checks checks={[]} />))).toBe('');
	});

	it('a wish whose document was withdrawn says so and leads nowhere', () => {
		const wish = (change: object) =>
			render(<WishLine concern={{ wish: 'published', wishDocument: 8, wishTitle: null, ...change } as never} />);
		expect(wish({})).not.toContain('/d/8');
		expect(wish({ wishTitle: '校车路线' })).toContain('/d/8');
	});
});

describe('the number of a document', () => {
	it.each([
		['12', 12],
		['/d/12', 12],
		['https://www.example.gov.cn/d/12?x=1', 12],
		['https://www.example.gov.cn/elder/d/12', 12],
		['文件', null],
		['/d/', null],
		['', null],
	])('in %j is %s', (text, number) => {
		expect(documentNumber(text)).toBe(number);
	});
});

describe('words', () => {
	it('are Chinese, one for every state and every hand', () => {
		const words = [...Object.values(CONSULTATION_DONE), ...Object.values(PROPOSAL_DONE)];
		for (const word of words) expect(word).toMatch(/^[\u4e00-\u9fff]+$/);
		expect(Object.keys(CONSULTATION_LOOK)).toHaveLength(6);
		expect(Object.keys(PROPOSAL_LOOK)).toHaveLength(5);
	});
});
