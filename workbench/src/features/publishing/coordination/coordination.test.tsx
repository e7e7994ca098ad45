import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../../testing/render.tsx';
import type { DocumentDetail } from '../api.ts';
import { NOTHING_AGREED, requestOf } from '../coordination.setup.ts';
import { OriginInput } from '../editor/origin-input.tsx';
import { originOf, originWords } from '../editor/origin-words.ts';
import { soonDue } from '../todo.ts';
import type { AskedLine, AskedOne, Coordination } from './api.ts';
import { AskedList } from './asked-list.tsx';
import { AskedPage } from './asked-page.tsx';
import { CoordinationPanel } from './coordination-panel.tsx';
import { ObjectionReason } from './objection-reason.tsx';
import { approvalWords } from './states.ts';
import { askOf, recordOf, replyOf } from './values.ts';

const office = { id: 3, name: '柳溪镇人民政府', slug: 'liuxi' };
const sessionOffice = {
	...{ ...office, shortName: '柳溪镇', kind: 'township', status: 'active' },
} as ReturnType<typeof sessionOf>['office'];
const clerk = sessionOf({ office: sessionOffice, permissions: ['document.read', 'document.draft'] });

const panel = (change: Partial<Coordination> = {}, rest: object = {}, session = clerk) => {
	const document = {
		...{ id: 7, edition: 1, office, content: { attribute: 'active' } },
		coordination: { ...NOTHING_AGREED, ...change },
		proofs: [],
		...rest,
	} as unknown as DocumentDetail;
	return textOf(render(<CoordinationPanel document={document} />, { session }));
};

describe('the panel of a document', () => {
	it('says of most documents that nobody else is concerned, and offers to ask', () => {
		const text = panel();
		expect(text).toContain('信息来源 本机关制作 协商确认 不涉及其他机关 批准 不需要批准');
		expect(text).toContain('征求其他机关意见 登记协商和批准事项');
		expect(text).not.toContain('负责公开');
	});

	it('names who is to publish it by 条例第十条 when that is another', () => {
		const origin = { ...NOTHING_AGREED.origin, who: '青河县水务局', isUs: false };
		expect(panel({ origin })).toContain('负责公开 青河县水务局');
		expect(panel({ origin: { ...origin, who: '' } })).not.toContain('负责公开');
	});

	it('tells what keeps the signature back, until it is signed', () => {
		const unsettled = '青河县水务局尚未确认，协商一致后才能签发（条例第十一条）。';
		expect(panel({ unsettled })).toContain(unsettled);
		expect(panel({ unsettled, isOpen: false })).not.toContain(unsettled);
	});

	it('offers to lay the letter of a body outside beside its reply, and shows it', () => {
		const outcome = {
			kind: 'confirmed',
			words: '',
			onDay: '2026-06-01',
			reference: '1号',
			personName: '林晓',
		} as const;
		const answered = requestOf({ id: 32, inCounty: false, state: 'confirmed', outcome });
		const proofs = [{ id: 5, requestId: 32, fileName: '复函.pdf' }];
		expect(panel({ requests: [answered] }, { proofs })).toContain('复函.pdf');
		expect(panel({ requests: [answered] })).toContain('上传复函');
		expect(panel({ requests: [answered], isOpen: false })).not.toContain('上传复函');
		expect(panel({ requests: [{ ...answered, inCounty: true }] })).not.toContain('上传复函');
		expect(panel({ requests: [requestOf({ id: 33, inCounty: false })] })).not.toContain('上传复函');
	});

	it('shows each question with its state and its day; a reply from outside is entered here', () => {
		const requests = [requestOf(), requestOf({ id: 32, name: '青河海事处', inCounty: false })];
		const text = panel({ requests });
		expect(text).toContain('青河海事处 县外机关 待答复 问：请确认水位。');
		expect(text).toMatch(/青河县水务局 待答复/);
		expect(text.match(/登记答复/g)).toHaveLength(1);
		expect(text.match(/撤回/g)).toHaveLength(2);
	});

	it('shows what was answered, and that the text was changed since', () => {
		const outcome = {
			kind: 'objected',
			words: '数字有误。',
			onDay: '2026-06-01',
			reference: '',
			personName: '叶舟',
		} as const;
		expect(panel({ requests: [requestOf({ state: 'objected', outcome, overdue: true })] })).toMatch(
			/有意见 超过期限答复 问：请确认水位。 答：数字有误。/,
		);
		const confirmed = { ...outcome, kind: 'confirmed' as const, words: '' };
		expect(panel({ requests: [requestOf({ state: 'changed', outcome: confirmed })] })).toContain(
			'确认之后正文已改动，请再次协商',
		);
		const withdrawn = { ...outcome, kind: 'withdrawn' as const, words: '误发' };
		expect(panel({ requests: [requestOf({ state: 'withdrawn', outcome: withdrawn })] })).toContain('撤回理由：误发');
	});

	it('keeps questions of an edition that is past out of the way', () => {
		expect(panel({ requests: [requestOf()] }, { edition: 2 })).not.toContain('请确认水位');
	});

	it('is only read by other offices, by those who do not write, and after the signature', () => {
		const requests = [requestOf()];
		for (const text of [
			panel({ requests }, {}, sessionOf({ permissions: ['document.read', 'document.draft'] })),
			panel({ requests }, {}, sessionOf({ ...clerk, permissions: ['document.read', 'document.signOff'] })),
			panel({ requests, isOpen: false }),
		])
			expect(text).not.toMatch(/撤回|征求其他机关意见|登记/);
	});
});

describe('what is sent', () => {
	it('drops an approval that is not needed', () => {
		const values = { involvesOthers: true, needsApproval: false, authority: '县政府', approvedOn: '2026-05-01' };
		expect(recordOf(values, 4)).toEqual({
			...{ seen: 4, involvesOthers: true, needsApproval: false },
			...{ authority: '', approvedOn: null, approvalNumber: '' },
		});
		expect(recordOf({ ...values, needsApproval: true, approvalNumber: ' 1号 ' }, 0)).toMatchObject({
			...{ authority: '县政府', approvedOn: '2026-05-01', approvalNumber: '1号' },
		});
	});

	it('leaves to the server what nobody chose', () => {
		expect(askOf({ question: ' 水位？ ' })).toEqual({ officeIds: [], outside: [], question: '水位？', replyBy: null });
		expect(askOf({ officeIds: [5], outside: ['海事处'], replyBy: '2026-06-08' })).toMatchObject({
			...{ officeIds: [5], outside: ['海事处'], replyBy: '2026-06-08' },
		});
		expect(replyOf({ reply: 'objected', opinion: ' 有误 ', repliedOn: '2026-06-01', reference: '来电' })).toEqual({
			...{ reply: 'objected', opinion: '有误', repliedOn: '2026-06-01', reference: '来电' },
		});
	});
});

const line: AskedLine = {
	...{ id: 31, title: '关于水库泄洪的预告', askingName: '柳溪镇人民政府', question: '请确认水位。' },
	...{ askedOn: '2026-05-25', replyBy: '2026-06-08', overdue: false, outcome: null },
};
const answered = { kind: 'confirmed', words: '', onDay: '2026-06-01', reference: '', personName: '叶舟' } as const;

describe('the office that is asked', () => {
	const list = (rows: AskedLine[]) =>
		textOf(
			render(<AskedList />, {
				session: clerk,
				data: [[['documents', 'asked', 'list', { page: 1 }], { total: rows.length, pageSize: 20, rows }]],
			}),
		);

	it('finds what waits, from whom and until when', () => {
		expect(list([line])).toMatch(/关于水库泄洪的预告 请确认水位。 柳溪镇人民政府 待答复 还剩7天/);
		expect(list([{ ...line, outcome: answered, overdue: true }])).toContain('2026年6月1日 已答复（超过期限）');
		expect(list([])).toContain('没有其他机关请本机关确认的信息');
	});

	const page = (change: Partial<AskedOne> = {}) =>
		render(<AskedPage />, {
			...{ session: clerk, at: '/documents/coordination/31', path: '/documents/coordination/:id' },
			data: [
				[
					['documents', 'asked', 31],
					{ ...line, html: '<main><p>水位一百二十米</p></main>', mayAnswer: true, ...change },
				],
			],
		});

	it('reads the question beside the text as it stood, and answers once', () => {
		const text = textOf(page());
		expect(text).toContain('征求意见时的正文');
		expect(text).toContain('需要确认的内容 请确认水位。');
		expect(text).toContain('确认无误 有意见');
		expect(page()).toContain('水位一百二十米');
		// What it is shown runs no script and posts nothing.
		expect(page()).toMatch(/sandbox="[^"]*"/);
		expect(page()).not.toMatch(/sandbox="[^"]*allow-(scripts|forms)/);
	});

	it('sees its own answer afterwards, and no form', () => {
		const text = textOf(page({ mayAnswer: false, outcome: answered }));
		expect(text).toContain('答复人 叶舟');
		expect(text).not.toContain('提交答复');
	});

	it('has it among what waits at once, however far its day', () => {
		const row = { key: 'coordination 31', title: '预告', action: '待答复', path: '/x', due: '2026-07-30', waits: true };
		expect(soonDue([row, { ...row, key: 'column 1', waits: false }], '2026-06-01')).toEqual([
			{ key: 'coordination 31', title: '预告', action: '待答复', path: '/x', due: '2026-07-30' },
		]);
	});
});

it('the signer is asked why an objection is not followed, and only then', () => {
	const asked = (objectors: string[]) => textOf(render(<Form>{<ObjectionReason objectors={objectors} />}</Form>));
	expect(asked(['青河县水务局'])).toContain('青河县水务局有意见，尚未协商一致 不采纳意见的理由');
	expect(asked([])).not.toContain('理由');
});

it('an approval in one line', () => {
	const said = (change: object) => approvalWords({ record: { ...NOTHING_AGREED.record, ...change } });
	expect(said({})).toBe('不需要批准');
	expect(said({ needsApproval: true })).toBe('需要批准，尚未登记');
	expect(said({ needsApproval: true, authority: '县政府', approvedOn: '2026-05-01' })).toBe(
		'县政府，2026-05-01（尚未填齐）',
	);
	expect(said({ needsApproval: true, authority: '县政府', approvedOn: '2026-05-01', approvalNumber: '1号' })).toBe(
		'县政府，2026-05-01，1号',
	);
});

describe('信息来源 in the editor', () => {
	const options = [
		{ value: 'own', label: '本机关制作' },
		{ value: 'joint', label: '与其他机关共同制作' },
	];
	const input = (value: Parameters<typeof OriginInput>[0]['value']) =>
		textOf(render(<OriginInput value={value} options={options} offices={['柳溪镇人民政府', '青河县水务局']} />));

	it('asks for no more than the choice needs; an old draft counts as made here', () => {
		expect(input(undefined)).toBe('本机关制作');
		expect(input(originOf('joint'))).toContain('牵头机关');
		expect(input(originOf('joint'))).toContain('共同制作的其他机关');
		expect(input(originOf('office'))).toContain('从哪个机关获取');
		expect(input(originOf('office'))).toContain('由本机关公开的理由');
		expect(input(originOf('people'))).not.toContain('理由');
	});

	it('is told in words where two versions are compared', () => {
		const joint = { ...originOf('joint'), lead: '县水务局', others: ['柳溪镇'] };
		expect(originWords(joint, { origins: options } as never)).toBe('与其他机关共同制作；牵头：县水务局；柳溪镇');
		expect(originWords(null, { origins: options } as never)).toBe('本机关制作');
	});
});
