import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { DocumentDetail, DocumentLine, Options, Step } from './api.ts';
import { NOTHING_AGREED } from './coordination.setup.ts';
import { AttachmentsInput } from './editor/attachments-input.tsx';
import { MetaFields } from './editor/meta-fields.tsx';
import { valuesOf } from './editor/values.ts';
import { ListPage } from './list-page.tsx';
import { NewPage } from './new-page.tsx';
import { AssessmentForm, AssessmentPanel } from './page/assessment-panel.tsx';
import { DocumentPage } from './page/document-page.tsx';
import { SignOffForm } from './page/sign-off-panel.tsx';

const TOWNSHIP = {
	id: 3,
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	slug: 'liuxi',
	kind: 'township',
	status: 'active',
};
const clerk = sessionOf({
	office: TOWNSHIP as ReturnType<typeof sessionOf>['office'],
	permissions: ['document.read', 'document.draft', 'document.withdraw'],
});
const reader = sessionOf({ ...clerk, permissions: ['document.read'] });

const options: Options = {
	types: [
		{ value: 'notice', label: '通知公告', column: 'notices', genre: '通知', numbered: false, made: false },
		{ value: 'report', label: '政府信息公开年报', column: 'reports', genre: '报告', numbered: false, made: true },
	],
	genres: ['通知'],
	themes: ['综合政务'],
	attributes: [
		{ value: 'active', label: '主动公开' },
		{ value: 'withheld', label: '不予公开' },
	],
	grounds: [{ value: '16-1', label: '内部事务信息（第十六条第一款）' }],
	validities: [{ value: 'repealed', label: '已废止' }],
	states: [],
	conclusions: [{ value: 'agree', label: '同意按拟定公开属性办理' }],
	questions: [{ key: 'stateSecret', text: '是否含有国家秘密', basis: '《条例》第十四条', blocking: true }],
	opinions: [
		{ value: 'agree', label: '同意不予公开' },
		{ value: 'open', label: '应当公开' },
	],
	origins: [
		{ value: 'own', label: '本机关制作' },
		{ value: 'joint', label: '与其他机关共同制作' },
	],
};

const document: DocumentDetail = {
	id: 7,
	office: { id: 3, name: '柳溪镇人民政府', slug: 'liuxi' },
	columnName: '通知公告',
	state: 'draft',
	edition: 1,
	live: false,
	made: false,
	indexNumber: null,
	publishAt: null,
	firstPublishedAt: null,
	withdrawnAt: null,
	withdrawReason: '',
	version: 3,
	savedAt: '2026-05-21T01:00:00Z',
	savedByName: '林晓',
	content: {
		type: 'notice',
		columnId: 12,
		title: '关于开展河道清理的通知',
		documentNumber: '',
		issuer: '柳溪镇人民政府',
		formedOn: '2026-05-20',
		changedOn: null,
		expiresOn: null,
		theme: '综合政务',
		genre: '通知',
		attribute: 'active',
		ground: '',
		groundNote: '',
		summary: '部署河道清理。',
		keywords: ['河道'],
		responsibleUnit: '党政综合办公室',
		code: '',
		body: '<p>正文。</p>',
		attachments: [21],
		lateReason: '',
		changeNote: '',
	},
	attachments: [
		{
			id: 21,
			fileName: '河段清单.xlsx',
			mediaType: 'x',
			size: 2048,
			addedAt: '2026-05-21T01:00:00Z',
			maskedFrom: null,
		},
		{ id: 22, fileName: '旧清单.xlsx', mediaType: 'x', size: 10, addedAt: '2026-05-21T01:00:00Z', maskedFrom: null },
	],
	moves: [],
	missing: [],
	clock: {
		from: '2026-05-20',
		due: '2026-06-17',
		mark: null,
		daysLeft: 12,
		late: false,
		basis: '《条例》第二十六条，20个工作日',
		runs: true,
	},
	personal: [],
	assessments: [],
	mayAssess: false,
	proofs: [],
	unread: [],
	hints: [],
	steps: [],
	reviews: [],
	revisions: [],
	validity: 'valid',
	validityMarks: [],
	mayEdit: true,
	reads: 0,
	registration: null,
	explanation: null,
	owed: null,
	coordination: NOTHING_AGREED,
	disclosure: null,
};

const step = (change: Partial<Step>): Step => ({
	id: 1,
	edition: 1,
	action: 'submit',
	label: '提交校对',
	from: 'draft',
	to: 'proofreading',
	at: '2026-05-21T01:00:00Z',
	actorName: '林晓',
	comment: '',
	data: {},
	...change,
});

const markupOf = (change: Partial<DocumentDetail> = {}, session = clerk) =>
	render(<DocumentPage />, {
		session,
		at: '/documents/7',
		path: '/documents/:id',
		data: [
			[['document-options'], options],
			[['documents', 7], { ...document, ...change }],
			[['columns', 3], []],
		],
	});
const page = (change: Partial<DocumentDetail> = {}, session = clerk) => textOf(markupOf(change, session));

describe('the page of a document', () => {
	it('says how often it was read, once anybody could', () => {
		const published = { state: 'published' as const, firstPublishedAt: '2026-05-22T01:00:00Z', reads: 1234 };
		expect(page(published)).toContain('浏览次数 1234次');
		expect(page()).not.toContain('浏览次数');
	});

	it('has one h1: the title, with its state beside it', () => {
		expect(markupOf().match(/<h1/g)).toHaveLength(1);
		expect(page()).toContain('关于开展河道清理的通知 拟稿');
	});

	it('shows the limit and the law it comes from', () => {
		expect(page()).toContain('2026年6月17日 还剩12个工作日');
	});

	it('shows the files that belong to it, not those that were taken out', () => {
		expect(page()).toContain('河段清单.xlsx （2.0 KB）');
		expect(page()).not.toContain('旧清单');
	});

	it('offers the sheet of the secrecy review once there is one', () => {
		expect(page()).toContain('信息发布审签表');
		expect(page()).not.toContain('保密审查表');
		const review = {
			id: 1,
			edition: 1,
			reviewerName: '何敏',
			at: '2026-05-22T01:00:00Z',
			answers: { stateSecret: { answer: 'no' as const, note: '' } },
			conclusion: 'agree' as const,
			opinion: '',
			authority: '',
			authorityReply: '',
		};
		const text = page({ reviews: [review], steps: [step({})] });
		expect(text).toContain('第1版 · 何敏 · 同意按拟定公开属性办理');
	});

	it('lists what is missing before it can be handed on, for those who mend it', () => {
		const missing = [{ key: 'need.summary', message: '请填写内容概述（条例第十二条）。', field: 'summary' }];
		expect(page({ missing })).toContain('提交前还需补充1处内容 请填写内容概述（条例第十二条）。 去补充');
		expect(page({ missing, mayEdit: false })).not.toContain('去补充');
		expect(page({ missing, state: 'proofreading' })).not.toContain('还需补充');
	});

	it('tells a snapshot another office was asked about from one that was handed in', () => {
		const one = { id: 1, edition: 1, number: 1, hash: 'a'.repeat(64), createdAt: '2026-06-01T02:00:00.000Z' };
		const revisions = [
			{ ...one, onlyAsked: true },
			{ ...one, id: 2, number: 2, onlyAsked: false },
		];
		const text = page({ revisions, steps: [step({})] });
		expect(text.match(/第1版征求意见稿，/g)).toHaveLength(1);
		expect(text.match(/第1版，/g)).toHaveLength(1);
	});

	it('repeats the words of whoever sent it back', () => {
		const steps = [
			step({}),
			step({ id: 2, action: 'sendBack', label: '退回修改', actorName: '何敏', comment: '请隐去姓名' }),
		];
		expect(page({ steps })).toContain('何敏退回修改 请隐去姓名');
		expect(page({ steps, state: 'proofreading' })).not.toContain('何敏退回修改');
	});

	it('names a limit for what is to be opened, and none for what is not', () => {
		expect(page()).toContain('公开期限');
		expect(page({ content: { ...document.content, attribute: 'withheld' } })).not.toContain('公开期限');
	});

	it('warns of personal data until it is decided', () => {
		const personal = [{ kind: 'mobile', label: '手机号码', around: '电话139******34', fileName: '' }];
		expect(page({ personal })).toContain('发现1处疑似个人信息 正文，手机号码：…电话139******34…');
		expect(page({ personal, state: 'published' })).not.toContain('疑似个人信息');
		const content = { ...document.content, attribute: 'withheld' as const };
		expect(page({ personal, content })).not.toContain('疑似个人信息');
	});

	it('asks for the 影响评估 of this edition where personal data goes out, and shows what was kept (个人信息保护法第五十五条)', () => {
		const personal = [{ kind: 'mobile', label: '手机号码', around: '电话****', fileName: '' }];
		const shown = (change: Partial<DocumentDetail>) =>
			textOf(
				render(<AssessmentPanel document={{ ...document, edition: 2, personal, ...change }} />, { session: clerk }),
			);
		const one = {
			...{ id: 3, edition: 1, assessedOn: '2026-05-20', assessor: '党政办', conclusion: '公开合法必要。' },
			...{ fileName: '评估报告.pdf', personName: '林晓' },
		};
		expect(shown({ assessments: [one], mayAssess: true })).toContain('没有评估的不能签发');
		const kept = shown({ assessments: [one, { ...one, id: 4, edition: 2 }] });
		expect(kept).not.toContain('没有评估的不能签发');
		for (const part of ['公开合法必要。', '评估报告.pdf', '第2版']) expect(kept).toContain(part);
		expect(kept).not.toContain('登记影响评估');
		expect(shown({ personal: [] })).toBe('');
		const form = textOf(render(<AssessmentForm id={3} onDone={() => undefined} />, { session: clerk }));
		for (const part of ['评估日期', '评估机构或者人员', '评估结论', '评估报告']) expect(form).toContain(part);
	});

	it('says before the signature whether the 影响评估 is there, and what came of it', () => {
		const personal = [{ kind: 'mobile', label: '手机号码', around: '电话****', fileName: '' }];
		const one = {
			...{ id: 3, edition: 1, assessedOn: '2026-05-20', assessor: '党政办', conclusion: '公开合法必要。' },
			...{ fileName: '评估报告.pdf', personName: '林晓' },
		};
		const form = (assessments: DocumentDetail['assessments']) => {
			const given = { ...document, personal, assessments };
			return textOf(
				render(<SignOffForm document={given} together={false} onClose={() => undefined} />, { session: clerk }),
			);
		};
		expect(form([])).toContain('尚未登记个人信息保护影响评估，不能签发');
		expect(form([{ ...one, edition: 2 }])).toContain('尚未登记个人信息保护影响评估，不能签发');
		const assessed = form([one]);
		expect(assessed).not.toContain('尚未登记');
		expect(assessed).toContain('影响评估 党政办，公开合法必要。');
	});

	it('names the same place of a number once', () => {
		const one = { kind: 'mobile', label: '手机号码', around: '电话139******34', fileName: '' };
		expect(page({ personal: [one, one] }).match(/139\*{6}34/g)).toHaveLength(1);
	});

	it('is the way to the editor for those who may write', () => {
		expect(markupOf()).toContain('href="/documents/7/edit"');
		expect(markupOf({ mayEdit: false }, reader)).not.toContain('/documents/7/edit');
	});

	it('leads to the portal while it is there', () => {
		expect(markupOf({ state: 'published', live: true })).toContain('href="/d/7"');
		expect(markupOf()).not.toContain('href="/d/7"');
	});

	it('tells of the older edition that is still public', () => {
		expect(page({ edition: 2, live: true })).toContain('正在办理第2版；上一版仍在网站公开。');
	});

	it('says when and why it was withdrawn', () => {
		const text = page({ state: 'withdrawn', withdrawnAt: '2026-05-30T02:00:00Z', withdrawReason: '面积有误' });
		expect(text).toContain('已于 2026年5月30日 10:00 从网站撤下 理由：面积有误');
	});

	it('says when it will publish itself', () => {
		expect(page({ state: 'scheduled', publishAt: '2026-06-02T01:00:00Z' })).toContain(
			'将于 2026年6月2日 09:00 自动发布',
		);
	});

	it('names the office when it is another’s', () => {
		const county = sessionOf({ permissions: ['document.read'] });
		expect(page({}, county)).toContain('柳溪镇人民政府 · 通知公告');
		expect(page()).not.toContain('柳溪镇人民政府 · 通知公告');
	});

	it('has no history before it was handed on, and numbers editions once there are two', () => {
		expect(page()).not.toContain('办理记录');
		expect(page({ steps: [step({})] })).toContain('办理记录 提交校对');
		expect(page({ edition: 2, steps: [step({})] })).toContain('提交校对（第1版）');
	});

	it('tells from which day and on which ground it is no longer in force', () => {
		const mark = { validity: 'repealed' as const, onDay: '2026-05-01', basis: '柳政发〔2026〕9号' };
		const text = page({ validity: 'repealed', validityMarks: [mark] });
		expect(text).toContain('自 2026年5月1日 起已废止：柳政发〔2026〕9号');
	});

	it('offers the moves the server allows, one sheet for the secrecy review', () => {
		const move = (action: 'passSecrecy' | 'refer' | 'sendBack') => ({
			action,
			label: action,
			to: 'signOff' as const,
			permitted: true,
			allowed: true,
			reasons: [],
		});
		const text = page({ state: 'secrecyReview', moves: [move('passSecrecy'), move('refer'), move('sendBack')] });
		expect(text).toContain('填写保密审查表');
		expect(text).not.toMatch(/passSecrecy|refer|sendBack/);
	});

	it('says why a move is not possible yet', () => {
		const move = {
			action: 'signOff' as const,
			label: '签发',
			to: 'signedOff' as const,
			permitted: true,
			allowed: false,
			reasons: [{ key: 'flow.ownDraft', message: '您参与了本稿的起草，签发应当由另一人进行。' }],
		};
		expect(page({ state: 'signOff', moves: [move] })).toContain('暂不能「签发」：您参与了本稿的起草');
	});
});

const line: DocumentLine = {
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
	clock: document.clock,
};

const list = (rows: DocumentLine[], session = clerk, offices: unknown[] = [TOWNSHIP]) =>
	textOf(
		render(<ListPage />, {
			session,
			data: [
				[
					['documents', 'list', { page: 1 }],
					{ total: rows.length, pageSize: 20, states: { proofreading: rows.length }, rows },
				],
				[['document-options'], options],
				[['offices', 'all'], offices],
				[['columns', 3], []],
			],
		}),
	);

describe('the list', () => {
	it('counts the documents of each stage', () => {
		expect(list([line])).toContain('全部 1 拟稿 0 待校对 1 待保密审查 0');
	});

	it('shows each with its type, column, state and limit', () => {
		const text = list([line]);
		expect(text).toContain('关于开展河道清理的通知 通知公告 通知公告 待校对 还剩12个工作日 2026年5月20日 林晓');
	});

	it('says of what is public when it came out, and how often it was read', () => {
		const shown = { ...line, state: 'published' as const, firstPublishedAt: '2026-05-22T01:00:00Z', clock: null };
		expect(list([{ ...shown, reads: 88 }])).toContain('公开 浏览 88 次');
		expect(list([{ ...shown, reads: 0 }])).not.toContain('次');
	});

	it('names one without a title, and tells its edition', () => {
		const text = list([{ ...line, title: '', edition: 2, live: true }]);
		expect(text).toContain('（未填写标题）');
		expect(text).toContain('第2版 上一版仍在网站公开');
	});

	it('shows when it was or will be public instead of a limit', () => {
		const published = { ...line, clock: null, state: 'published' as const, firstPublishedAt: '2026-05-22T01:00:00Z' };
		expect(list([published])).toContain('2026年5月22日 09:00 公开');
		const scheduled = { ...line, state: 'scheduled' as const, publishAt: '2026-06-02T01:00:00Z' };
		expect(list([scheduled])).toContain('将于 2026年6月2日 09:00 发布');
	});

	it('says which policies wait for the disclosure office (国办发〔2016〕80号)', () => {
		const row = { ...line, type: 'notice' as const, state: 'signOff' as const, attribute: 'withheld' as const };
		expect(list([{ ...row, awaitsOpinion: true }])).toContain('待审查公开属性');
		expect(list([row])).not.toContain('待审查公开属性');
	});

	it('shows the office to those who see several', () => {
		expect(list([line])).not.toContain('机关 栏目');
		expect(list([line], sessionOf({ permissions: ['document.read'] }), [TOWNSHIP, { ...TOWNSHIP, id: 4 }])).toContain(
			'柳溪镇',
		);
	});

	it('lets those begin who may write', () => {
		expect(list([])).toContain('没有符合条件的政府信息 拟稿');
		expect(list([line], reader)).not.toMatch(/发布。 拟稿/);
	});

	it('does not promise the release of what is not to be opened', () => {
		expect(list([{ ...line, state: 'signedOff', attribute: 'withheld' }])).toContain('已签发留存');
	});
});

describe('beginning a draft', () => {
	it('asks for type, column and title, and nothing else', () => {
		const text = textOf(
			render(<NewPage />, {
				session: clerk,
				data: [
					[['document-options'], options],
					[['columns', 3], []],
				],
			}),
		);
		expect(text).toContain('信息类型');
		expect(text).toContain('栏目');
		expect(text).toContain('标题 可以稍后填写');
		expect(text).toContain('开始编写 取消');
	});
});

describe('the record in the editor', () => {
	const fields = (change: Partial<DocumentDetail> = {}) => {
		const shown = { ...document, ...change };
		return textOf(
			render(
				<Form initialValues={valuesOf(shown.content)}>
					<MetaFields document={shown} options={options} onTaken={() => undefined} />
				</Form>,
				{ session: clerk, data: [[['columns', 3], []]] },
			),
		);
	};

	it('says until when it has to be public, beside the day that decides it', () => {
		expect(fields()).toContain('应于2026年6月17日前公开（《条例》第二十六条，20个工作日）');
	});

	it('names the limit before there is a day', () => {
		const clock = { ...document.clock, due: null, from: null, daysLeft: null };
		expect(fields({ clock })).toContain('成文日期 公开期限：《条例》第二十六条，20个工作日');
	});

	it('asks why only when it is late', () => {
		expect(fields()).not.toContain('逾期原因');
		expect(fields({ clock: { ...document.clock, late: true } })).toContain('逾期原因 已超过法定公开期限，请说明原因');
		expect(fields({ clock: { ...document.clock, late: true, runs: false } })).not.toContain('逾期原因');
	});

	it('asks for the day of a change from the second edition on', () => {
		expect(fields()).not.toContain('变更日期');
		expect(fields({ edition: 2 })).toContain('变更日期');
	});

	it('asks for a ground only when it is not to be opened', () => {
		expect(fields()).not.toContain('不公开依据');
	});
});

describe('the files of a draft', () => {
	const files = (value: number[]) =>
		render(<AttachmentsInput documentId={7} known={document.attachments} value={value} />);

	it('are listed in their order, with their size and a way to take them out', () => {
		const text = textOf(files([22, 21]));
		expect(text.indexOf('旧清单.xlsx')).toBeLessThan(text.indexOf('河段清单.xlsx'));
		expect(files([21])).toContain('aria-label="移除第1个附件"');
	});

	it('can be moved up, but not the first', () => {
		expect(files([22, 21]).match(/aria-label="上移/g)).toHaveLength(1);
		expect(files([21])).not.toContain('上移');
	});

	it('lead to the file itself', () => {
		expect(files([21])).toContain('href="/api/documents/7/attachments/21"');
	});
});
