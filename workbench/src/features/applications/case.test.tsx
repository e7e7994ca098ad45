import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { CaseView, FeeBasis, Options, Summary } from './api.ts';
import { CasePage } from './case-page.tsx';
import { DecisionPage } from './decision-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { FeeForm } from './fee-panel.tsx';
import { moveForms, replyForm } from './forms.ts';
import { QueuePage } from './queue-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { openRemedies } from './words.ts';

const option = (value: string, label: string) => ({ value, label });
const options: Options = {
	states: [option('handling', '办理中')],
	channels: [option('portal', '互联网'), option('counter', '当面提交')],
	applicantKinds: [option('natural', '自然人')],
	forms: [option('paper', '纸面')],
	deliveries: [option('post', '邮寄')],
	notifications: [option('none', '不需要'), option('mail', '电子邮件')],
	notifyBy: ['none'],
	replies: [option('agree', '同意公开'), option('silent', '逾期未答复'), option('answered', '已答复')],
	serviceWays: [option('post', '邮寄')],
	remedyTracks: [
		option('review', '行政复议'),
		option('direct', '未经复议直接起诉'),
		option('afterReview', '复议后起诉'),
	],
	remedyResults: [option('maintained', '结果维持')],
	remedySubjects: [option('application', '依申请公开'), option('document', '主动公开')],
	remedyOrders: [option('withdraw', '撤下信息')],
	orderUnits: [option('workingDay', '个工作日')],
	claimants: [option('applicant', '申请人'), option('thirdParty', '第三方')],
	refundGrounds: [option('setAside', '有关决定被撤销或者纠正'), option('other', '其他')],
	elsewhere: [option('petition', '转信访')],
	correctionResults: [option('corrected', '经审核属实，已予以更正')],
	consultations: [option('thirdParty', '第三方')],
	idKinds: [option('idCard', '居民身份证')],
	grounds: [{ ...option('15', '第三方合法权益'), evidence: '' }],
	outcomes: [
		{
			code: 'O1',
			name: '已主动公开，告知获取途径',
			basis: '《条例》第三十六条第（一）项',
			letter: '政府信息公开告知书',
			fields: [{ key: 'where', label: '获取的方式、途径', unknown: null, optional: false }],
			proposable: true,
			givesInformation: false,
		},
	],
	steps: [
		{ key: 'give', question: '给不给：能否公开？', hint: '以公开为原则。', outcomes: ['O1'] },
		{ key: 'proper', question: '当不当：文书是否恰当？', hint: '核对文书。', outcomes: [] },
	],
};

const summary: Summary = {
	id: 7,
	officeId: 1,
	officeName: '柳溪镇',
	number: '柳溪镇公开〔2026〕1号',
	title: '农村道路养护资金使用情况',
	state: 'handling',
	stateLabel: '办理中',
	channel: 'portal',
	applicantKind: 'natural',
	arrivedOn: '2026-05-20',
	receivedOn: '2026-05-20',
	dueOn: '2026-06-17',
	mark: null,
	alarm: 'ten',
	paused: false,
	left: 12,
	overdueDays: 0,
	handlerId: 2,
	handlerName: '林晓',
	outcome: null,
	outcomeName: '',
	concludedOn: null,
	late: null,
	waitsFor: null,
	unsigned: false,
};

const move = (action: string, label: string, reason = '') => ({
	action,
	label,
	to: 'handling',
	permitted: true,
	allowed: reason === '',
	reasons: reason === '' ? [] : [{ key: 'x', message: reason }],
});

function view(change: Partial<CaseView> = {}): CaseView {
	return {
		summary,
		request: {
			documentNumber: '',
			features: '涉及上溪村。',
			form: 'paper',
			delivery: 'post',
			notify: 'none',
			assisted: false,
			assistance: '',
			onBehalf: false,
			submittedOn: '2026-05-19',
			arrivedOn: '2026-05-19',
			confirmedOn: '2026-05-20',
			receivedBecause: '以双方确认之日为收到申请之日',
		},
		office: { name: '柳溪镇人民政府', phone: '' },
		moves: [
			move('requestSupplement', '要求补正', '已超过7个工作日。'),
			move('propose', '提交审签'),
			move('withdraw', '申请人撤回'),
		],
		clock: {
			status: 'running',
			receivedOn: '2026-05-20',
			startedOn: '2026-05-20',
			dueOn: '2026-06-17',
			firstDueOn: '2026-06-17',
			mark: null,
			supplementNoticeBy: '2026-05-29',
			supplementBy: null,
			payBy: null,
			extensionDays: 0,
			pausedDays: 0,
			used: 8,
			left: 12,
			overdue: false,
			redo: null,
			notes: [],
		},
		segments: [
			{
				kind: 'counted',
				from: '2026-05-21',
				to: '2026-06-17',
				workingDays: 20,
				ground: '答复期限20个工作日',
				article: '《条例》第三十三条第二款',
			},
		],
		supplement: null,
		extensions: [],
		consultations: [],
		explanation: null,
		fee: null,
		searches: [],
		decisions: [],
		letters: [],
		files: [],
		remedies: [],
		correction: null,
		history: [{ at: '2026-05-20T01:00:00Z', actorName: '林晓', entry: '开始办理' }],
		sameApplicant: [],
		handlers: [{ id: 2, name: '林晓' }],
		mayReveal: true,
		...change,
	};
}

const session = sessionOf({ permissions: ['application.read', 'application.handle', 'application.register'] });
const known = (found: CaseView, words: Options = options) =>
	[
		[['application-options'], words],
		[['applications', 'case', 7], found],
	] as const;
const open = (change: Partial<CaseView> = {}) =>
	render(<CasePage />, { session, data: known(view(change)), at: '/applications/7', path: '/applications/:id' });
const buttons = (markup: string) => (markup.match(/<button.*?<\/button>/gs) ?? []).map(textOf);

describe('the case', () => {
	it('shows what is asked, where it stands and how long there is', () => {
		const text = textOf(open());
		for (const words of [
			'农村道路养护资金使用情况',
			'柳溪镇公开〔2026〕1号',
			'办理中',
			'还剩12个工作日',
			'涉及上溪村。',
		]) {
			expect(text).toContain(words);
		}
	});

	it('shows how the limit was counted, with its article', () => {
		const text = textOf(open());
		expect(text).toContain('2026年5月21日至2026年6月17日');
		expect(text).toContain('《条例》第三十三条第二款');
		expect(text).toContain('逐日查看');
	});

	it('puts the step that carries on first and says why another cannot be done', () => {
		const markup = open();
		const all = buttons(markup);
		expect(all.findIndex((one) => one.startsWith('拟定答复'))).toBeLessThan(
			all.findIndex((one) => one.startsWith('要求补正')),
		);
		expect(textOf(markup)).toContain('暂不能「要求补正」：已超过7个工作日。');
	});

	it('names the button of the answer by the page it opens, and colours no step backwards', () => {
		const markup = open({ moves: [move('propose', '提交审签'), move('recall', '撤回修改')] });
		expect(buttons(markup).filter((one) => one.startsWith('提交审签'))).toEqual([]);
		expect(markup.match(/ant-btn-primary/g)).toHaveLength(1);
		expect(open({ moves: [move('recall', '撤回修改'), move('addNote', '添加办理记录')] })).not.toContain(
			'ant-btn-primary',
		);
	});

	it('says nothing of steps that are no news', () => {
		const quiet = open({
			moves: [
				move('propose', '提交审签'),
				move('closeRemedy', '登记复议或者诉讼结果', '没有案件。'),
				move('orderRedo', '被责令限期答复', '没有案件。'),
			],
		});
		expect(textOf(quiet)).not.toContain('没有案件');
		expect(textOf(quiet)).not.toContain('被责令');
	});

	it('asks before it shows who applied, and tells who may not', () => {
		expect(textOf(open())).toContain('查看申请人身份');
		expect(textOf(open({ mayReveal: false }))).toContain('您没有查看申请人身份的权限');
	});

	it('marks a limit that reaches past the loaded calendar', () => {
		const mark = '日历未发布，暂按周末推算';
		const text = textOf(open({ summary: { ...summary, mark }, clock: { ...view().clock, mark } }));
		expect(text).toContain(mark);
	});

	it('shows papers that may name the applicant behind a question', () => {
		const file = { id: 1, mediaType: 'application/pdf', size: 10, marked: false };
		const text = textOf(
			open({
				files: [
					{ ...file, purpose: 'request', fileName: '身份证.pdf', marked: true },
					{ ...file, id: 2, purpose: 'enclosure', fileName: '明细表.pdf' },
				],
			}),
		);
		expect(text).toContain('身份证.pdf');
		expect(text).toContain('查看');
		expect(text).toContain('下载');
		expect(text.match(/标有国家秘密标志/g)).toHaveLength(1);
	});

	it('shows the tasks on the way', () => {
		const text = textOf(
			open({
				supplement: { items: '请写明年度。', until: '2026-06-10', letterId: 1, answeredOn: null, answer: '' },
				consultations: [
					{
						id: 1,
						kind: 'thirdParty',
						agency: '',
						information: '合同金额',
						sentOn: '2026-05-25',
						deliveredOn: null,
						returnedOn: null,
						reply: null,
						reasons: '',
						letterId: 2,
						replyBy: '2026-06-15',
						opinion: { opinion: 'refuse', reasons: '属于商业秘密。', givenOn: '2026-05-28' },
					},
				],
			}),
		);
		expect(text).toContain('要求补正，期限至2026年6月10日');
		expect(text).toContain('第三方2026年5月28日在线提出意见：不同意公开。属于商业秘密。');
		expect(text).toContain('申请人尚未补正');
		expect(text).toContain('征求第三方意见');
		expect(text).toContain('答复期限至2026年6月15日');
	});
});

describe('what comes after an answer', () => {
	const remedy = {
		...{ id: 4, track: 'review' as const, claimant: 'applicant' as const, caseNumber: '青复〔2026〕3号' },
		...{ body: '青河县人民政府', simple: false, receivedOn: '2026-05-25', closedOn: null, result: null, note: '' },
		...{ redoDays: null, replyBy: '2026-06-08', repliedOn: null, replyNote: '', alsoOver: [] },
	};
	const context = { options, today: '2026-06-01', handlers: [], handlerId: null };
	const third = { ...remedy, id: 5, claimant: 'thirdParty' as const, caseNumber: '' };

	it('tells the cases of third parties from the applicant’s (第三十二条)', () => {
		const text = textOf(open({ remedies: [remedy, third] }));
		expect(text).toContain('申请人提起，2026年5月25日收到副本');
		expect(text).toContain('第三方提起，2026年5月25日收到副本');
	});

	it('says when our answer went out, and which other applications the case is about', () => {
		const alsoOver = [{ id: 9, number: '柳公开〔2026〕9号' }];
		const markup = open({
			remedies: [{ ...remedy, replyBy: null, repliedOn: '2026-05-28', replyNote: '1号', alsoOver }],
		});
		expect(textOf(markup)).toContain('2026年5月28日已提交行政复议答复。1号');
		expect(markup).toContain('/applications/9');
		const joint = openRemedies(view({ remedies: [{ ...remedy, alsoOver }] }), options);
		const { closeRemedy, orderRedo } = moveForms({ ...context, remedies: joint });
		expect(closeRemedy?.text).toContain('柳公开〔2026〕9号');
		expect(orderRedo?.fields.map(({ name }) => name)).toContain('redoAlso');
		expect(moveForms({ ...context, remedies: [] }).orderRedo?.fields.map(({ name }) => name)).not.toContain('redoAlso');
	});

	it('asks which one has ended only when several are open', () => {
		const names = (remedies: ReturnType<typeof openRemedies>) =>
			moveForms({ ...context, remedies }).closeRemedy?.fields.map(({ name }) => name);
		const closed = { ...remedy, id: 6, closedOn: '2026-05-28', result: 'maintained' as const };
		expect(names(openRemedies(view({ remedies: [remedy, closed] }), options))).not.toContain('remedyId');
		const two = openRemedies(view({ remedies: [remedy, third, closed] }), options);
		expect(two.map(({ label }) => label)).toEqual([
			'行政复议　申请人　青河县人民政府　青复〔2026〕3号',
			'行政复议　第三方　青河县人民政府',
		]);
		expect(names(two)).toContain('remedyId');
	});

	it('names for a part withheld its ground, its reason and what the file holds for it (第三十七条)', () => {
		const decision = {
			...{ id: 1, outcome: 'O1' as const, outcomeName: '部分公开', status: 'pending' as const, letterId: null },
			details: {
				...{ fields: { where: '' }, enclosureIds: [] },
				withheld: [{ part: '附件3', ground: 'secret' as const, reason: '属于国家秘密', evidence: '机密' }],
			},
			...{ draftedByName: '林晓', draftedAt: '2026-06-01T01:00:00Z', secrecyByName: '', secrecyAt: null },
			...{ secrecyNote: '', decidedByName: '', decidedAt: null, note: '', needsSecrecyReview: true },
		};
		const grounds = [{ ...option('secret', '国家秘密（第十四条）'), evidence: '密级标识和保密期限' }];
		const markup = render(<CasePage />, {
			session,
			data: known(view({ decisions: [decision as never] }), { ...options, grounds: grounds as never }),
			at: '/applications/7',
			path: '/applications/:id',
		});
		const text = textOf(markup);
		for (const part of ['附件3', '依据：国家秘密（第十四条）', '理由：属于国家秘密', '密级标识和保密期限：机密'])
			expect(text).toContain(part);
	});

	it('tells of a fee how the month was counted and what went back', () => {
		const fee = {
			...{ tariff: 'item' as const, before: 10, quantity: 2, amount: 200, payment: 'x', notifiedOn: '2026-05-21' },
			...{ deliveredOn: null, paidOn: '2026-05-22', letterId: 1, countedBefore: 1, beforeReason: '另有纸质登记' },
			refunds: [{ amount: 50, ground: 'other' as const, reason: '多收', refundedOn: '2026-05-28', personName: '林晓' }],
		};
		const text = textOf(open({ fee }));
		expect(text).toContain('当月此前10件（登记簿计1件，改正理由：另有纸质登记）');
		expect(text).toContain('2026年5月28日退费');
		expect(text).toContain('其他，多收');
	});
});

describe('the fee form (国办函〔2020〕109号)', () => {
	const basis: FeeBasis = {
		...{ month: '2026-06', counted: 11, before: 11, quantity: 1, amount: 100 },
		sentences: ['第12件，1件，每件100元，计100元。'],
		earlier: [{ ...summary, id: 70, number: '柳溪镇公开〔2026〕70号', units: 3 }],
		later: [{ ...summary, id: 90, number: '柳溪镇公开〔2026〕90号' }],
	};
	const form = (answer: FeeBasis) =>
		render(<FeeForm id={7} onSend={async () => undefined} />, {
			session,
			data: [[['applications', 'fee', 7, { tariff: 'item', quantity: 1 }], answer]],
		});

	it('comes with the month counted, its sum, and the applications to open', () => {
		const markup = form(basis);
		const text = textOf(markup);
		expect(text).toContain('同一申请人2026年6月在本机关此前有11件，此后另有1件');
		expect(text).toContain('柳溪镇公开〔2026〕70号');
		expect(text).toContain('计3件');
		expect(text).toContain('第12件，1件，每件100元，计100元。');
		expect(markup).toContain('/applications/70');
		expect(text).not.toContain('改正件数的理由');
	});

	it('says so when the applicant cannot be told apart, and asks on what the count stands', () => {
		const text = textOf(form({ ...basis, counted: null, before: 0, earlier: [], later: [] }));
		expect(text).toContain('不能识别同一申请人');
		expect(text).toContain('改正件数的理由');
	});
});

describe('the decision', () => {
	const decide = (found: CaseView, words: Options = options) =>
		render(<DecisionPage />, {
			session,
			data: known(found, words),
			at: '/applications/7/decision',
			path: '/applications/:id/decision',
		});

	it('asks the questions in their order, with what the file holds', () => {
		const text = textOf(decide(view()));
		expect(text.indexOf('给不给')).toBeLessThan(text.indexOf('当不当'));
		expect(text).toContain('已主动公开，告知获取途径');
		expect(text).toContain('预览文书');
	});

	it('lets an office say that it cannot tell who is in charge (条例第三十六条第五项)', () => {
		const draft = {
			...{ id: 1, outcome: 'O1' as const, outcomeName: '不属于本机关负责公开', status: 'returned' as const },
			details: { fields: { where: '', whereUnknown: 'yes' }, withheld: [], enclosureIds: [] },
			...{
				draftedByName: '林晓',
				draftedAt: '2026-06-01T01:00:00Z',
				secrecyByName: '',
				secrecyAt: null,
				secrecyNote: '',
			},
			...{ decidedByName: '方远', decidedAt: '2026-06-01T02:00:00Z', note: '请核实', letterId: null },
			needsSecrecyReview: false,
		};
		const [outcome] = options.outcomes;
		if (!outcome) throw new Error('no outcome');
		const unknown = { key: 'whereUnknown', label: '不能确定负责机关' };
		const fields = [{ key: 'where', label: '负责机关', unknown, optional: false }];
		const markup = decide(view({ decisions: [draft] }), { ...options, outcomes: [{ ...outcome, fields }] });
		expect(textOf(markup)).toContain('不能确定负责机关');
		expect(markup).toMatch(/type="checkbox"[^>]*checked/);
	});

	it('says why it cannot be drafted now', () => {
		const text = textOf(decide(view({ moves: [move('propose', '提交审签', '尚有意见未收到。')] })));
		expect(text).toContain('不能拟定答复');
		expect(text).toContain('尚有意见未收到。');
	});

	it('shows the remark with which a draft came back', () => {
		const returned = {
			id: 1,
			outcome: 'O1' as const,
			outcomeName: '已主动公开',
			details: { fields: { where: '旧内容' }, withheld: [], enclosureIds: [] },
			status: 'returned' as const,
			draftedByName: '林晓',
			draftedAt: '2026-06-01T01:00:00Z',
			secrecyByName: '',
			secrecyAt: null,
			secrecyNote: '',
			decidedByName: '方远',
			decidedAt: '2026-06-01T02:00:00Z',
			note: '请写明栏目',
			letterId: null,
			needsSecrecyReview: false,
		};
		expect(textOf(decide(view({ decisions: [returned] })))).toContain('方远退回修改：请写明栏目');
	});
});

describe('lists', () => {
	it('the queue counts what is overdue, near and waiting', () => {
		const rows = [
			summary,
			{ ...summary, id: 8, alarm: 'overdue' as const, overdueDays: 2, dueOn: '2026-05-28', left: 0 },
		];
		const text = textOf(
			render(<QueuePage />, { session, data: [[['applications', 'open'], rows]], at: '/applications' }),
		);
		expect(text).toContain('全部 2');
		expect(text).toContain('已逾期 1');
		expect(text).toContain('将到期 1');
		expect(text).toContain('已逾期2个工作日');
		expect(text).toContain('登记申请');
	});

	it('who may not register is not offered to', () => {
		const reader = sessionOf({ permissions: ['application.read'] });
		const text = textOf(
			render(<QueuePage />, { session: reader, data: [[['applications', 'open'], []]], at: '/applications' }),
		);
		expect(text).not.toContain('登记申请');
		expect(text).toContain('没有待答复的申请');
	});

	it('the register has its filters and says that it names nobody', () => {
		const filters = { q: '', year: '', state: '', channel: '', outcome: '' };
		const data = [
			[['application-options'], options],
			[['applications', 'list', 1, 20, filters], { rows: [summary], total: 1 }],
		] as const;
		const text = textOf(render(<RegisterPage />, { session, data, at: '/applications/register' }));
		expect(text).toContain('台账和导出的表格不含申请人身份');
		expect(text).toContain('导出台账');
		expect(text).toContain('农村道路养护资金使用情况');
	});
});

describe('the entry form', () => {
	it('offers every way but the one only citizens have, and asks for no purpose', () => {
		const text = textOf(
			render(<EntryPage />, { session, data: [[['application-options'], options]], at: '/applications/new' }),
		);
		expect(text).toContain('当面提交');
		expect(text).not.toContain('互联网');
		expect(text).toContain('无需说明用途');
	});
});

describe('the forms of moves', () => {
	const context = { options, today: '2026-06-01', handlers: [{ id: 2, name: '林晓' }], handlerId: 2 };

	it('name each input once', () => {
		for (const [action, { fields }] of Object.entries(moveForms(context))) {
			const names = fields.map(({ name }) => String(name));
			expect(new Set(names).size, action).toBe(names.length);
		}
	});

	it('offer words to choose from wherever there is a choice', () => {
		for (const [action, { fields }] of Object.entries(moveForms(context))) {
			for (const { kind, options: words } of fields)
				if (kind === 'select') expect(words?.length, action).toBeGreaterThan(0);
		}
	});

	it('show an input only for the choice it belongs to', () => {
		for (const { fields } of Object.values(moveForms(context))) {
			for (const { when } of fields) if (when) expect(fields.map(({ name }) => name)).toContain(when.name);
		}
	});

	it('a suit is no review', () => {
		const track = moveForms(context).openLitigation?.fields.find(({ name }) => name === 'track');
		expect(track?.options?.map(({ value }) => value)).toEqual(['direct', 'afterReview']);
	});

	it('a third party agrees or not, another office answers', () => {
		const words = (kind: string) =>
			replyForm(context, kind)
				.fields.find(({ name }) => name === 'reply')
				?.options?.map(({ value }) => value);
		expect(words('thirdParty')).toEqual(['agree', 'silent']);
		expect(words('agency')).toEqual(['answered']);
		expect(words('jointMaker')).toEqual(['silent', 'answered']);
	});
});
