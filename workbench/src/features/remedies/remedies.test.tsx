import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../api/index.ts';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { askForDocument, type OrderLine, type Remedy, type Row, type Words } from './api.ts';
import { EntryPage } from './entry-page.tsx';
import { ListPage } from './list-page.tsx';
import { RemedyPage } from './remedy-page.tsx';
import { EndForm, FollowForm, ReplyForm } from './step-forms.tsx';
import { replyTodo, todoOf } from './todo.ts';
import { placeOf, standingOf } from './words.ts';

const option = (value: string, label: string) => ({ value, label });
const words = {
	remedyTracks: [
		option('review', '行政复议'),
		option('direct', '未经复议直接起诉'),
		option('afterReview', '复议后起诉'),
	],
	remedyResults: [option('maintained', '结果维持'), option('corrected', '结果纠正'), option('other', '其他结果')],
	remedySubjects: [option('application', '依申请公开'), option('document', '主动公开'), option('other', '其他')],
	remedyOrders: [option('withdraw', '撤下信息'), option('publish', '公开信息')],
	orderUnits: [option('workingDay', '个工作日'), option('day', '日')],
	claimants: [option('applicant', '申请人'), option('thirdParty', '第三方'), option('other', '其他人')],
} as unknown as Words;

const order: OrderLine['order'] = {
	...{ kind: 'withdraw', orderedOn: '2026-05-20', dueOn: '2026-05-27', mark: null, doneOn: null, doneNote: '' },
	...{ left: -3, late: true },
};

const row: Row = {
	...{ id: 5, officeId: 2, officeName: '柳溪镇', about: 'document', applicationId: null, documentId: 30 },
	...{
		applications: [],
		title: '救助对象名单公示',
		track: 'review',
		claimant: 'thirdParty',
		caseNumber: '青复〔2026〕7号',
	},
	...{ body: '青河县人民政府', receivedOn: '2026-05-06', replyBy: null, closedOn: '2026-05-20', result: 'corrected' },
	order,
	reply: {
		...{ name: '行政复议答复', dueOn: '2026-05-20', mark: null, repliedOn: '2026-05-18', note: '柳府复答1号' },
		...{ left: null, late: false },
	},
};

const remedy: Remedy = {
	...row,
	...{ order, simple: false, note: '责令撤下', redoDays: null, followsId: null, followedBy: [8] },
	...{ mayOpenDocument: true, mayHandle: true, mayReply: false, mayReveal: true, mayErase: false },
	history: [{ at: '2026-05-06T01:00:00Z', actorName: '林晓', entry: '登记行政复议案件' }],
};

const session = sessionOf({ permissions: ['application.read', 'application.handle'] });
const known = [['application-options'], words] as const;
const filters = { q: '', year: '', track: '', about: '', standing: '' };
const list = (rows: Row[], as = session) =>
	render(<ListPage />, {
		session: as,
		at: '/remedies',
		data: [known, [['remedies', 'list', 1, 20, filters], { rows, total: rows.length }]],
	});
const page = (change: Partial<Remedy> = {}) =>
	render(<RemedyPage />, {
		session,
		at: '/remedies/5',
		path: '/remedies/:id',
		data: [known, [['remedies', 5], { ...remedy, ...change }]],
	});

describe('the register of table 4', () => {
	it('shows what each is about, how it ended and what is still to be done', () => {
		const text = textOf(list([row]));
		for (const part of [
			'救助对象名单公示',
			'主动公开',
			'行政复议',
			'第三方',
			'待履行',
			'结果纠正',
			'撤下信息',
			'已逾期3个工作日',
		])
			expect(text).toContain(part);
	});

	it('leads what an application began to the application', () => {
		expect(placeOf({ ...row, applicationId: 7 })).toBe('/applications/7');
		expect(list([{ ...row, about: 'application', applicationId: 7, documentId: null }])).toContain('/applications/7');
	});

	it('offers to enter a case only to who handles them', () => {
		expect(textOf(list([]))).toContain('登记案件');
		expect(textOf(list([], sessionOf({ permissions: ['application.read'] })))).not.toContain('登记案件');
	});

	it('tells open, ordered and closed apart', () => {
		expect(standingOf({ closedOn: null, order: null })).toBe('pending');
		expect(standingOf(row)).toBe('ordered');
		expect(standingOf({ ...row, order: { ...order, doneOn: '2026-05-28' } })).toBe('closed');
	});
});

describe('a case', () => {
	it('shows the order with its limit, the document to open, the suit that followed and the history', () => {
		const markup = page();
		const text = textOf(markup);
		for (const part of [
			'责令履行',
			'撤下信息',
			'已逾期3个工作日',
			'登记履行情况',
			'登记复议后起诉',
			'责令撤下',
			'林晓',
		])
			expect(text).toContain(part);
		for (const path of ['/documents/30', '/remedies/8']) expect(markup).toContain(path);
		expect(text).not.toContain('登记结果');
	});

	it('asks before it shows who brought it', () => {
		expect(textOf(page())).toContain('查看姓名或者名称');
		expect(textOf(page({ mayReveal: false }))).not.toContain('查看姓名或者名称');
		expect(textOf(page())).not.toContain('销毁');
		expect(textOf(page({ mayErase: true }))).toContain('销毁姓名或者名称');
	});

	it('offers no step to who may not take it, and none of an order that is done', () => {
		expect(textOf(page({ mayHandle: false }))).not.toContain('登记履行情况');
		const text = textOf(page({ order: { ...order, doneOn: '2026-05-28', doneNote: '已撤下', left: null } }));
		expect(text).toContain('2026年5月28日，逾期履行');
		expect(text).not.toContain('登记履行情况');
	});

	it('says when the decision set no limit', () => {
		expect(textOf(page({ order: { ...order, dueOn: null, left: null, late: false } }))).toContain('文书没有写明');
	});

	it('of an application has no history of its own', () => {
		const text = textOf(
			page({
				applicationId: 7,
				applications: [{ id: 7, title: '1号' }],
				documentId: null,
				mayHandle: false,
				order: null,
			}),
		);
		expect(text).toContain('1号');
		expect(text).not.toContain('办理经过');
	});

	it('over several applications is named by the first and leads to each', () => {
		const applications = [
			{ id: 7, title: '柳溪镇公开〔2026〕1号　公路' },
			{ id: 8, title: '柳溪镇公开〔2026〕2号　桥梁' },
		];
		const markup = page({ applicationId: 7, applications, documentId: null, order: null });
		expect(textOf(markup)).toContain('柳溪镇公开〔2026〕1号 公路等2件申请');
		expect(textOf(markup.slice(markup.indexOf('案件</h2>')))).toContain('柳溪镇公开〔2026〕2号 桥梁');
		expect(markup).toContain('/applications/8');
	});
});

describe('the forms', () => {
	const form = (at: string) => textOf(render(<EntryPage />, { session, at, path: '/remedies/new', data: [known] }));

	it('enter a review or a direct suit; the suit after a review only from the review', () => {
		const fresh = form('/remedies/new');
		expect(fresh).toContain('未经复议直接起诉');
		expect(fresh).not.toContain('复议后起诉');
		const after = form('/remedies/new?follows=5');
		expect(after).toContain('登记复议后起诉');
		expect(after).not.toContain('未经复议直接起诉');
		expect(after).not.toContain('争议的事项沿用该行政复议案件。其他事项');
	});

	it('name no applicant among those who can bring it', () => {
		expect(form('/remedies/new')).not.toMatch(/提起人\s*申请人/);
	});

	it('ask for the result in the words of table 4, and say where a document is changed', () => {
		const end = textOf(render(<EndForm remedy={remedy} words={words} onClose={() => undefined} />, { session }));
		for (const part of ['结果维持', '结果纠正', '其他结果', '责令履行']) expect(end).toContain(part);
		const follow = (documentId: number | null) =>
			textOf(render(<FollowForm remedy={{ ...remedy, documentId }} onClose={() => undefined} />, { session }));
		expect(follow(30)).toContain('在「信息发布」办理');
		expect(follow(null)).not.toContain('信息发布');
	});
});

it('our own answer waits on the first screen with its day, and is noted from the case', () => {
	const reply = { ...row.reply, repliedOn: null, note: '', left: -2, late: true };
	const waiting = { ...row, closedOn: null, result: null, order: null, replyBy: '2026-05-20', reply };
	expect(replyTodo(waiting)).toEqual({
		...{ key: 'reply 5', title: '救助对象名单公示', action: '待提交行政复议答复', path: '/remedies/5' },
		...{ due: '2026-05-20', daysLeft: -2, unit: '个工作日', mark: null },
	});
	const shown = textOf(page({ ...waiting, mayHandle: false, mayReply: true }));
	for (const part of ['登记行政复议答复', '已逾期2个工作日']) expect(shown).toContain(part);
	expect(shown).not.toContain('登记结果');
	expect(textOf(page())).toContain('柳府复答1号');
	const form = textOf(render(<ReplyForm remedy={{ ...remedy, reply }} onClose={() => undefined} />, { session }));
	for (const part of ['提交日期', '文书号和要点', '登记行政复议答复']) expect(form).toContain(part);
});

it('a case over several applications leads to each of them', () => {
	const applications = [
		{ id: 7, title: '1号　补偿标准' },
		{ id: 9, title: '2号　补偿名单' },
	];
	const markup = page({ applicationId: 7, applications, mayHandle: false, order: null });
	for (const path of ['/applications/7', '/applications/9']) expect(markup).toContain(path);
	expect(textOf(markup)).toContain('补偿名单');
});

it('waits on the first screen with its limit, late or without one', () => {
	expect(todoOf({ ...row, order })).toEqual({
		...{ key: '5', title: '救助对象名单公示', action: '待按决定、判决撤下', path: '/remedies/5' },
		...{ due: '2026-05-27', daysLeft: -3, unit: '个工作日', mark: null },
	});
	const open = { ...order, kind: 'other' as const, dueOn: null, left: null };
	expect(todoOf({ ...row, order: open })).toMatchObject({
		action: '待履行决定、判决',
		due: undefined,
		daysLeft: undefined,
	});
});

describe('a case over a document', () => {
	it('asks for the document where it stands on the screen, and leaves the other issues where they are', () => {
		const issues = [
			{ key: 'remedy.subject', message: '请写明争议的事项，不写姓名。', field: 'subject' },
			{ key: 'remedy.body', message: '请填写行政复议机关或者人民法院。', field: 'body' },
		];
		const asked = askForDocument(new ProblemError({ title: '不正确', status: 422, code: 'invalid', issues }));
		expect(asked.issues.map(({ field, message }) => [field, message])).toEqual([
			['documentId', '请选择本机关的一条信息。'],
			['body', '请填写行政复议机关或者人民法院。'],
		]);
		expect(askForDocument(new TypeError('fetch failed')).code).toBe('offline');
	});
});
