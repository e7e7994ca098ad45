import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	answered,
	type Desk,
	enter,
	handled,
	openDesk,
	refused,
	step,
	today,
	view,
	WHERE,
} from '../../../../test/applications.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const pdf = { name: '资金使用明细表.pdf', content: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n' };

async function addEnclosure(id: number): Promise<number> {
	const answer = await (await desk.as('clerk')).upload(`/api/applications/${id}/files`, [pdf], {
		purpose: 'enclosure',
	});
	expect(answer.statusCode, answer.body).toBe(200);
	const { files } = await view(desk, id);
	return files.findLast((one: { purpose: string }) => one.purpose === 'enclosure').id;
}

describe('from receipt to service', () => {
	test('the whole way, with two signatures and one row', async () => {
		const id = await answered(desk);
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({
			state: 'answered',
			outcome: 'O1',
			concludedOn: '2026-06-01',
			late: false,
		});
		expect(found.history.map((line: { entry: string }) => line.entry)).toEqual([
			expect.stringContaining('收到申请（当面提交）'),
			'开始办理',
			'提交审签：已主动公开，告知获取途径',
			'审签：已主动公开，告知获取途径（同意）',
			'送达《政府信息公开告知书》，当面签收，2026年6月1日',
		]);
		await step(desk, 'clerk', id, 'archive');
		expect((await view(desk, id)).summary.state).toBe('archived');
	});

	test('whoever takes a case up handles it; it can be handed on within the office', async () => {
		const id = await handled(desk);
		expect((await view(desk, id)).summary.handlerName).toBe('林晓');
		expect(await refused(desk, 'clerk', id, 'assign', { handlerId: desk.county.people.clerkB })).toEqual([
			'assign.person',
		]);
		expect(await refused(desk, 'clerk', id, 'assign', { handlerId: null })).toEqual(['schema']);
		await step(desk, 'clerk', id, 'assign', { handlerId: desk.county.people.clerk });
	});

	test('information is handed out after the secrecy review by a third hand', async () => {
		const id = await handled(desk);
		const enclosureId = await addEnclosure(id);
		const details = { fields: { form: '电子文档', time: '收到本告知书之日' }, enclosureIds: [enclosureId] };
		await step(desk, 'clerk', id, 'propose', { outcome: 'O2', details });
		expect(await refused(desk, 'leader', id, 'approve')).toEqual(['decision.secrecy']);
		await step(desk, 'secrecyReviewer', id, 'reviewSecrecy', { note: '不涉密' });
		expect(await refused(desk, 'secrecyReviewer', id, 'reviewSecrecy')).toEqual(['decision.secrecyDone']);
		await step(desk, 'leader', id, 'approve');
		const [decision] = (await view(desk, id)).decisions;
		expect(decision).toMatchObject({
			status: 'approved',
			draftedByName: '林晓',
			secrecyByName: '何敏',
			secrecyNote: '不涉密',
			decidedByName: '方远',
		});
	});

	test('a returned draft is mended and sent again; both stay in the file', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		expect(await refused(desk, 'leader', id, 'returnDraft', { reason: ' ' })).toEqual(['return.reason']);
		await step(desk, 'leader', id, 'returnDraft', { reason: '请写明栏目' });
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'clerk', id, 'recall');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		const statuses = (await view(desk, id)).decisions.map((one: { status: string }) => one.status);
		expect(statuses).toEqual(['returned', 'recalled', 'approved']);
	});
});

describe('every outcome that can be chosen', () => {
	const blanks: [string, string, Record<string, string>][] = [
		['O1', 'D15', { where: '栏目' }],
		['O4', 'D17', { reason: '属于国家秘密。', secrecyMark: '秘密', secrecyPeriod: '10年' }],
		['O5', 'D17', { reason: '法律禁止公开。' }],
		['O6', 'D17', { reason: '公开后可能危及公共安全。', harm: '论证' }],
		['O8', 'D17', { reason: '属于内部事务。', subtype: '后勤管理' }],
		['O9', 'D17', { reason: '属于讨论记录。', subtype: '讨论记录' }],
		['O10', 'D17', { reason: '属于案卷。', subtype: '某案卷' }],
		['O11', 'D18', { specialLaw: '《不动产登记暂行条例》', where: '县不动产登记中心' }],
		['O13', 'D20', { reason: '由县水务局制作。', rightOffice: '青河县水务局，电话0999-8000020' }],
		['O14', 'D21', { reason: '需要汇总分析。' }],
		['O16', 'D23', { properChannel: '镇信访接待室' }],
		['O17', 'D24', { earlierNumber: '柳溪公开复〔2025〕8号', earlierDate: '2025年8月1日' }],
		['O18', 'D25', { publication: '《青河县志》', where: '县图书馆' }],
		['O20', 'D26', { earlierInformation: '2025年已提供的批复' }],
	];
	test.each(blanks)('%s comes out as %s and ends the case', async (outcome, template, fields) => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome, details: { fields } });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'post', servedOn: today(desk), postNumber: 'XA000000001CN' });
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'answered', outcome });
		expect(found.letters.at(-1)).toMatchObject({ template, recipient: 'applicant' });
	});

	test('O12 after a search record', async () => {
		const id = await handled(desk);
		const proposal = { outcome: 'O12', details: { fields: { search: '检索镇档案室，未找到。' } } };
		expect(await refused(desk, 'clerk', id, 'propose', proposal)).toEqual(['decision.search']);
		const record = { searchedOn: '2026-06-01', place: '镇档案室', keywords: '林权', result: '未找到' };
		expect(await refused(desk, 'clerk', id, 'recordSearch', { ...record, searchedOn: '2026-05-31' })).toEqual([
			'day.early',
		]);
		await step(desk, 'clerk', id, 'recordSearch', record);
		await step(desk, 'clerk', id, 'propose', proposal);
		expect((await view(desk, id)).searches).toEqual([
			expect.objectContaining({ place: '镇档案室', personName: '林晓' }),
		]);
	});

	test('outcomes that are never chosen are refused', async () => {
		const id = await handled(desk);
		for (const outcome of ['O21', 'O22', 'O23']) {
			expect(await refused(desk, 'clerk', id, 'propose', { outcome, details: {} })).toEqual(['decision.outcome']);
		}
		expect(await refused(desk, 'clerk', id, 'propose', { outcome: 'O99', details: {} })).toEqual(['schema']);
	});
});

describe('supplement', () => {
	test('once, within seven working days; the limit starts anew when it is answered', async () => {
		desk.day('2026-06-01');
		const { id } = await enter(desk);
		await step(desk, 'clerk', id, 'requestSupplement', { items: '请写明年度。', until: '2026-06-20' });
		const asked = await view(desk, id);
		expect(asked.summary).toMatchObject({ state: 'supplementing', dueOn: null });
		expect(asked.clock.supplementBy).toBe('2026-06-20');
		desk.day('2026-06-10');
		await step(desk, 'clerk', id, 'supplement', { on: '2026-06-10', text: '2025年' });
		const supplied = await view(desk, id);
		expect(supplied.summary).toMatchObject({ state: 'registered', receivedOn: '2026-06-01', dueOn: '2026-07-09' });
		expect(await refused(desk, 'clerk', id, 'requestSupplement', { items: 'x', until: '2026-07-01' })).toEqual([
			'supplement.once',
		]);
		await step(desk, 'clerk', id, 'startHandling');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O15', details: { fields: { unclear: '年度' } } });
	});

	test('not on the eighth day', async () => {
		desk.day('2026-06-01');
		const { id } = await enter(desk);
		desk.day('2026-06-11');
		const keys = await refused(desk, 'clerk', id, 'requestSupplement', { items: 'x', until: '2026-06-20' });
		expect(keys).toEqual(['supplement.late']);
	});

	test('unanswered it ends the case, signed by somebody else, after its last day', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'requestSupplement', { items: '请写明年度。', until: '2026-06-10' });
		desk.day('2026-06-10');
		expect(await refused(desk, 'leader', id, 'lapseSupplement')).toEqual(['supplement.running']);
		desk.day('2026-06-11');
		await refused(desk, 'clerk', id, 'lapseSupplement', {}, 403);
		await step(desk, 'leader', id, 'lapseSupplement');
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'ended', outcome: 'O21', concludedOn: '2026-06-11' });
		expect(found.letters.at(-1).template).toBe('D28');
	});

	test('what is asked must be said, with a day ahead', async () => {
		desk.day('2026-06-01');
		const { id } = await enter(desk);
		expect(await refused(desk, 'clerk', id, 'requestSupplement', { items: ' ', until: '2026-06-01' })).toEqual([
			'supplement.items',
			'day.past',
		]);
	});
});

describe('extension', () => {
	test('proposed by the handler, approved by another before the limit, once', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		expect(await refused(desk, 'clerk', id, 'proposeExtension', { days: 21, reason: '' })).toEqual([
			'extension.days',
			'extension.reason',
		]);
		await refused(desk, 'leader', id, 'approveExtension');
		await step(desk, 'clerk', id, 'proposeExtension', { days: 20, reason: '需要查阅历史档案。' });
		expect(await refused(desk, 'clerk', id, 'proposeExtension', { days: 5, reason: 'x' })).toEqual([
			'extension.pending',
		]);
		await refused(desk, 'clerk', id, 'approveExtension', {}, 403);
		await step(desk, 'leader', id, 'approveExtension');
		const found = await view(desk, id);
		expect(found.summary.dueOn).toBe('2026-07-28');
		expect(found.clock).toMatchObject({ firstDueOn: '2026-06-30', extensionDays: 20 });
		expect(found.letters.at(-1).template).toBe('D06');
		expect(await refused(desk, 'clerk', id, 'proposeExtension', { days: 1, reason: 'x' })).toEqual(['extension.used']);
	});

	test('refused with a reason, it can be proposed again', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'proposeExtension', { days: 20, reason: '需要时间' });
		await step(desk, 'leader', id, 'refuseExtension', { reason: '尚有时间' });
		await step(desk, 'clerk', id, 'proposeExtension', { days: 10, reason: '确需延期' });
		expect((await view(desk, id)).extensions.map((one: { approved: boolean | null }) => one.approved)).toEqual([
			false,
			null,
		]);
	});

	test('not after the limit', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'proposeExtension', { days: 20, reason: '需要时间' });
		desk.day('2026-07-01');
		expect(await refused(desk, 'leader', id, 'approveExtension')).toEqual(['case.afterLimit']);
	});
});

describe('consultation', () => {
	const party = { name: '禾木农业有限公司', address: '', phone: '' };

	test('of a third party: the limit stands still until the reply, fifteen working days at most', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		desk.day('2026-06-03');
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '合同技术参数', party });
		const [consultation] = (await view(desk, id)).consultations;
		expect((await view(desk, id)).summary).toMatchObject({ state: 'thirdParty', paused: false });
		desk.day('2026-06-05');
		// 第三十二条: fifteen working days from its receipt, which nobody has told yet.
		const never = { on: '2026-06-05', reply: 'silent', reasons: '' };
		expect(await refused(desk, 'clerk', id, `consultations/${consultation.id}/reply`, never)).toEqual([
			'reply.undelivered',
		]);
		await step(desk, 'clerk', id, `consultations/${consultation.id}/delivery`, { deliveredOn: '2026-06-04' });
		expect((await view(desk, id)).consultations[0].replyBy).toBe('2026-06-26');
		const early = { on: '2026-06-05', reply: 'silent', reasons: '' };
		expect(await refused(desk, 'clerk', id, `consultations/${consultation.id}/reply`, early)).toEqual(['reply.early']);
		desk.day('2026-06-10');
		expect((await view(desk, id)).summary.paused).toBe(true);
		const reply = { on: '2026-06-10', reply: 'refuse', reasons: '属于商业秘密' };
		await step(desk, 'clerk', id, `consultations/${consultation.id}/reply`, reply);
		const found = await view(desk, id);
		// From 3 to 10 June five working days do not count.
		expect(found.summary).toMatchObject({ state: 'handling', dueOn: '2026-07-07' });
		expect(found.clock.pausedDays).toBe(5);
		expect(found.letters.map((one: { template: string }) => one.template)).toEqual(['D03', 'D07', 'D09']);
	});

	test('of a joint maker: its silence counts from its receipt of the letter, and not a day sooner (第三十四条)', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'jointMaker', agency: '县水务局', information: '批复' });
		const [{ id: asked }] = (await view(desk, id)).consultations;
		const silent = (on: string) => ({ on, reply: 'silent', reasons: '' });
		const address = `consultations/${asked}/reply`;
		desk.day('2026-07-01');
		expect(await refused(desk, 'clerk', id, address, silent('2026-07-01'))).toEqual(['reply.undelivered']);
		await step(desk, 'clerk', id, `consultations/${asked}/delivery`, { deliveredOn: '2026-06-11' });
		expect(await refused(desk, 'clerk', id, address, silent('2026-07-01'))).toEqual(['reply.early']);
		expect(await refused(desk, 'clerk', id, address, { on: '2026-07-01', reply: 'agree', reasons: '' })).toEqual([
			'reply.kind',
		]);
		desk.day('2026-07-06');
		await step(desk, 'clerk', id, address, silent('2026-07-06'));
		expect((await view(desk, id)).summary.state).toBe('handling');
	});

	test('two at once: the case goes on with the last reply', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '甲', party });
		await step(desk, 'clerk', id, 'consultations', { kind: 'agency', agency: '县水务局', information: '乙' });
		expect((await view(desk, id)).summary.state).toBe('otherAgency');
		const [first, second] = (await view(desk, id)).consultations;
		await step(desk, 'clerk', id, `consultations/${second.id}/reply`, {
			on: '2026-06-01',
			reply: 'answered',
			reasons: '',
		});
		expect((await view(desk, id)).summary.state).toBe('thirdParty');
		await step(desk, 'clerk', id, `consultations/${first.id}/reply`, { on: '2026-06-01', reply: 'agree', reasons: '' });
		expect((await view(desk, id)).summary.state).toBe('handling');
		// The applicant is told once that the time is not counted.
		const { letters } = await view(desk, id);
		expect(letters.filter((one: { template: string }) => one.template === 'D09')).toHaveLength(1);
	});

	test('giving out what was objected to tells the third party in writing', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '合同金额', party });
		const [{ id: consultationId }] = (await view(desk, id)).consultations;
		await step(desk, 'clerk', id, `consultations/${consultationId}/reply`, {
			on: '2026-06-01',
			reply: 'refuseWithoutReason',
			reasons: '未说明理由',
		});
		expect(await refused(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE })).toEqual([
			'decision.override',
		]);
		const fields = { ...WHERE.fields, overrideReason: '不公开会对公共利益造成重大影响。' };
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: { fields } });
		await step(desk, 'leader', id, 'approve');
		const { letters } = await view(desk, id);
		expect(
			letters.slice(-2).map((one: { template: string; recipient: string }) => [one.template, one.recipient]),
		).toEqual([
			['D15', 'applicant'],
			['D10', 'thirdParty'],
		]);
	});

	test('what is missing is said beside its input', async () => {
		const id = await handled(desk);
		const nobody = { kind: 'thirdParty', information: '', party: null };
		expect(await refused(desk, 'clerk', id, 'consultations', nobody)).toEqual([
			'consultation.information',
			'consultation.party',
		]);
		const noOffice = { kind: 'jointMaker', information: '甲', agency: ' ' };
		expect(await refused(desk, 'clerk', id, 'consultations', noOffice)).toEqual(['consultation.agency']);
	});

	test('a reply of the wrong kind or to nothing is refused', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'jointMaker', agency: '县水务局', information: '乙' });
		const [{ id: consultationId }] = (await view(desk, id)).consultations;
		const path = `consultations/${consultationId}/reply`;
		expect(await refused(desk, 'clerk', id, path, { on: today(desk), reply: 'agree', reasons: '' })).toEqual([
			'reply.kind',
		]);
		const unknown = await refused(desk, 'clerk', id, 'consultations/999999/reply', {
			on: today(desk),
			reply: 'answered',
		});
		expect(unknown).toEqual(['consultation.unknown']);
	});
});

describe('Art 35 and the fee', () => {
	test('reasons found wanting open the way to 不予处理', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		const proposal = { outcome: 'O19', details: { fields: { reasonsAsked: '已要求说明', whyUnreasonable: '重复' } } };
		expect(await refused(desk, 'clerk', id, 'propose', proposal)).toEqual(['decision.explanation']);
		await step(desk, 'clerk', id, 'askExplanation', { counts: '三个月40件', until: '2026-06-08' });
		const silence = { given: '', finding: '未说明' };
		expect(await refused(desk, 'clerk', id, 'rejectExplanation', silence)).toEqual(['explanation.running']);
		desk.day('2026-06-09');
		await step(desk, 'clerk', id, 'rejectExplanation', silence);
		await step(desk, 'clerk', id, 'propose', proposal);
	});

	test('reasons that hold give a later day, told to the applicant', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'askExplanation', { counts: '三个月40件', until: '2026-06-08' });
		const early = { given: '研究需要', reason: '数量较大', until: '2026-06-20' };
		expect(await refused(desk, 'leader', id, 'acceptExplanation', early)).toEqual(['delay.early']);
		await step(desk, 'leader', id, 'acceptExplanation', { ...early, until: '2026-09-30' });
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'delayed', dueOn: '2026-09-30' });
		expect(found.letters.at(-1).template).toBe('D27');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
	});

	test('a fee notice stops the clock, full payment starts it anew', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		const order = {
			tariff: 'item',
			before: 10,
			beforeReason: '另有9件纸质登记',
			quantity: 2,
			payment: '到镇财政所缴纳',
		};
		expect(await refused(desk, 'clerk', id, 'notifyFee', { ...order, quantity: 0, payment: '' })).toEqual([
			'fee.quantity',
			'fee.payment',
		]);
		expect(await refused(desk, 'clerk', id, 'notifyFee', { ...order, before: 0 })).toEqual(['fee.free']);
		await step(desk, 'clerk', id, 'notifyFee', order);
		expect((await view(desk, id)).fee).toMatchObject({ amount: 200, paidOn: null });
		expect((await view(desk, id)).summary).toMatchObject({ state: 'awaitingFee', dueOn: null });
		desk.day('2026-06-08');
		await step(desk, 'clerk', id, 'recordFeeDelivery', { deliveredOn: '2026-06-03' });
		expect((await view(desk, id)).clock.payBy).toBe('2026-07-02');
		await step(desk, 'clerk', id, 'payFee', { paidOn: '2026-06-08' });
		expect((await view(desk, id)).summary).toMatchObject({ state: 'handling', dueOn: '2026-07-07' });
		expect(await refused(desk, 'clerk', id, 'notifyFee', order)).toEqual(['fee.once']);
	});

	test('the county decides whether payment restarts the period; a notice keeps what it said', async () => {
		desk.day('2026-06-01');
		const before = await handled(desk);
		const order = { tariff: 'page', quantity: 250, payment: '到镇财政所缴纳' };
		await step(desk, 'clerk', before, 'notifyFee', order);
		const set = async (feeEffect: 'restart' | 'resume') => {
			const county = await desk.as('countyOfficer');
			const { applications } = (await county.get('/api/settings')).json();
			const body = { value: { ...applications.value, feeEffect }, since: applications.since };
			expect((await county.put('/api/settings/applications', body)).statusCode).toBe(200);
		};
		await set('resume');
		const after = await handled(desk);
		desk.day('2026-06-03');
		await step(desk, 'clerk', after, 'notifyFee', order);
		for (const id of [before, after]) {
			await step(desk, 'clerk', id, 'recordFeeDelivery', { deliveredOn: '2026-06-03' });
			desk.day('2026-06-08');
			await step(desk, 'clerk', id, 'payFee', { paidOn: '2026-06-08' });
			desk.day('2026-06-03');
		}
		desk.day('2026-06-08');
		// Anew from 9 June; and from 2 June with three working days (4, 5 and 8) left out. 端午节 is on the 19th.
		expect((await view(desk, before)).summary.dueOn).toBe('2026-07-07');
		expect((await view(desk, after)).summary.dueOn).toBe('2026-07-03');
		await set('restart');
		expect((await view(desk, after)).summary.dueOn).toBe('2026-07-03');
	});

	test('an unpaid fee ends the case after twenty working days', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'notifyFee', { tariff: 'page', quantity: 250, payment: '到镇财政所缴纳' });
		expect((await view(desk, id)).fee.amount).toBe(4700);
		// 国办函〔2020〕109号: from the day after receipt, which nobody has told yet.
		desk.day('2026-07-01');
		expect((await view(desk, id)).clock.payBy).toBeNull();
		expect(await refused(desk, 'leader', id, 'lapseFee')).toEqual(['fee.noPeriod']);
		await step(desk, 'clerk', id, 'recordFeeDelivery', { deliveredOn: '2026-06-04' });
		desk.day('2026-07-03');
		expect(await refused(desk, 'leader', id, 'lapseFee')).toEqual(['fee.running']);
		desk.day('2026-07-04');
		await step(desk, 'leader', id, 'lapseFee');
		expect((await view(desk, id)).summary).toMatchObject({ state: 'ended', outcome: 'O22' });
	});
});

describe('other ends', () => {
	test('withdrawn: ended in row (六)3, whoever tells it', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'withdraw', { reason: '申请人书面撤回' });
		expect((await view(desk, id)).summary).toMatchObject({ state: 'ended', outcome: 'O23' });
	});

	test('what is no application leaves the machine with an answer, and takes no row', async () => {
		const { id } = await enter(desk);
		expect(await refused(desk, 'clerk', id, 'referElsewhere', { to: 'consultation', answer: '' })).toEqual([
			'refer.answer',
		]);
		await step(desk, 'clerk', id, 'referElsewhere', {
			to: 'consultation',
			answer: '低保申请请到便民服务中心办理。',
			reason: '属于咨询',
		});
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'left', outcome: null });
		expect(found.letters.at(-1)).toMatchObject({ template: 'D30', number: null });
	});

	test('what last year has counted must be answered', async () => {
		desk.day('2025-12-30');
		const { id } = await enter(desk);
		desk.day('2026-01-05');
		const keys = await refused(desk, 'clerk', id, 'referElsewhere', { to: 'petition', answer: 'x' });
		expect(keys).toEqual(['left.counted']);
	});
});

describe('service', () => {
	test('by post the day of posting counts, with the number of the post', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		desk.day('2026-07-03');
		expect(await refused(desk, 'clerk', id, 'serve', { way: 'post', servedOn: '2026-06-30' })).toEqual([
			'service.post',
		]);
		// 复议法第二十二条: this office has no address where a review can be asked for online.
		for (const way of ['email', 'online'])
			expect(await refused(desk, 'clerk', id, 'serve', { way, servedOn: '2026-06-30' })).toEqual(['service.online']);
		expect(await refused(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-05-31' })).toEqual([
			'day.early',
		]);
		await step(desk, 'clerk', id, 'serve', {
			way: 'post',
			servedOn: '2026-06-30',
			postNumber: 'XA000000009CN',
			receivedOn: '2026-07-03',
		});
		expect((await view(desk, id)).summary).toMatchObject({ concludedOn: '2026-06-30', late: false });
	});

	test('a day later it is late, and says so', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		desk.day('2026-07-01');
		expect((await view(desk, id)).summary).toMatchObject({ alarm: 'overdue', overdueDays: 1 });
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-07-01' });
		expect((await view(desk, id)).summary.late).toBe(true);
	});

	test('of any other letter is recorded beside it', async () => {
		desk.day('2026-06-01');
		const { id } = await enter(desk);
		const [letter] = (await view(desk, id)).letters;
		await step(desk, 'clerk', id, `letters/${letter.id}/services`, { way: 'counter', servedOn: '2026-06-01' });
		expect((await view(desk, id)).letters[0].services).toEqual([
			{ way: 'counter', servedOn: '2026-06-01', receivedOn: null, postNumber: '', note: '' },
		]);
	});

	test('of the answer is no side matter', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		const answer = (await view(desk, id)).letters.at(-1);
		const keys = await refused(desk, 'clerk', id, `letters/${answer.id}/services`, {
			way: 'counter',
			servedOn: today(desk),
		});
		expect(keys).toEqual(['service.answer']);
	});
});

describe('review and suit', () => {
	let cases = 0;
	/** Each a case of its own: the same number over another application would join it. */
	const review = (receivedOn: string) => {
		cases += 1;
		return { track: 'review', body: '青河县人民政府', caseNumber: `青复〔2026〕${cases}号`, receivedOn };
	};

	test('a review has its own limit for the reply, and its result', async () => {
		desk.day('2026-06-01');
		const id = await answered(desk);
		desk.day('2026-07-01');
		await step(desk, 'clerk', id, 'remedies', review('2026-06-26'));
		const open = await view(desk, id);
		expect(open.summary.state).toBe('reconsideration');
		expect(open.remedies[0]).toMatchObject({ replyBy: '2026-07-10', closedOn: null });
		await refused(desk, 'clerk', id, 'archive', {}, 409);
		await step(desk, 'clerk', id, 'remedies/close', { closedOn: '2026-07-01', result: 'maintained', note: '维持' });
		expect((await view(desk, id)).summary.state).toBe('answered');
	});

	test('ordered to answer anew: a limit of its own, and no second row', async () => {
		desk.day('2026-06-01');
		const id = await answered(desk);
		await step(desk, 'clerk', id, 'remedies', review('2026-06-01'));
		desk.day('2026-08-03');
		const order = { closedOn: '2026-08-03', result: 'corrected', note: '', redoDays: 20 };
		expect(await refused(desk, 'clerk', id, 'remedies/close', { ...order, result: 'maintained' })).toEqual([
			'redo.result',
		]);
		await step(desk, 'clerk', id, 'remedies/close', order);
		expect((await view(desk, id)).summary).toMatchObject({ state: 'redo', dueOn: '2026-08-31', alarm: 'normal' });
		await step(desk, 'clerk', id, 'propose', {
			outcome: 'O13',
			details: { fields: { reason: '由县水务局负责。', rightOffice: '县水务局' } },
		});
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-08-03' });
		expect((await view(desk, id)).summary).toMatchObject({
			state: 'answered',
			outcome: 'O1',
			concludedOn: '2026-06-01',
		});
	});

	test('what is taken back after a review was answered once: one case, one row, in the year it stood in', async () => {
		desk.day('2026-06-01');
		const id = await answered(desk);
		await step(desk, 'clerk', id, 'remedies', review('2026-06-01'));
		desk.day('2027-01-05');
		const order = { closedOn: '2027-01-05', result: 'corrected', note: '', redoDays: 20 };
		await step(desk, 'clerk', id, 'remedies/close', order);
		await step(desk, 'clerk', id, 'propose', {
			outcome: 'O13',
			details: { fields: { reason: '由县水务局负责。', rightOffice: '县水务局' } },
		});
		await step(desk, 'leader', id, 'returnDraft', { reason: '请再核实' });
		expect(
			await refused(desk, 'clerk', id, 'referElsewhere', { to: 'consultation', answer: '请到便民服务中心。' }),
		).toEqual(['left.counted', 'left.concluded']);
		await step(desk, 'clerk', id, 'withdraw', { reason: '申请人书面撤回' });
		expect((await view(desk, id)).summary).toMatchObject({
			...{ state: 'ended', outcome: 'O1', concludedOn: '2026-06-01' },
			// Nothing is owed any more.
			alarm: 'none',
		});
	});

	test('silence judged: the ordered limit binds, and the first answer still is the answer', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		desk.day('2026-07-10');
		await step(desk, 'clerk', id, 'remedies', { ...review('2026-07-08'), track: 'direct', body: '青河县人民法院' });
		desk.day('2026-08-03');
		const order = { closedOn: '2026-08-03', result: 'corrected', note: '判决履行', redoDays: 15 };
		await step(desk, 'clerk', id, 'remedies/close', order);
		expect((await view(desk, id)).summary).toMatchObject({ state: 'handling', dueOn: '2026-08-24', alarm: 'normal' });
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-08-03' });
		expect((await view(desk, id)).summary).toMatchObject({
			...{ state: 'answered', outcome: 'O1', concludedOn: '2026-08-03', alarm: 'none' },
		});
	});

	test('a suit comes directly or after review, not otherwise', async () => {
		desk.day('2026-06-01');
		const id = await answered(desk);
		const suit = { track: 'afterReview', body: '青河县人民法院', receivedOn: '2026-06-01' };
		expect(await refused(desk, 'clerk', id, 'remedies', suit)).toEqual(['remedy.track']);
		await step(desk, 'clerk', id, 'remedies', { ...suit, track: 'direct' });
		expect((await view(desk, id)).remedies[0].replyBy).toBe('2026-06-16');
		expect(await refused(desk, 'clerk', id, 'remedies', review('2026-06-01'))).toEqual(['remedy.open']);
		await step(desk, 'clerk', id, 'remedies/close', { closedOn: '2026-06-01', result: 'other', note: '撤诉' });
	});

	test('silence past the limit can be attacked while the case goes on', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		expect(await refused(desk, 'clerk', id, 'remedies', review('2026-06-01'))).toEqual(['remedy.notOverdue']);
		desk.day('2026-07-10');
		await step(desk, 'clerk', id, 'remedies', review('2026-07-08'));
		expect((await view(desk, id)).summary.state).toBe('handling');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'clerk', id, 'remedies/close', { closedOn: '2026-07-10', result: 'corrected', note: '责令答复' });
		expect((await view(desk, id)).remedies[0].result).toBe('corrected');
	});
});

describe('the queue', () => {
	test('puts the most urgent first and tells how much is left', async () => {
		desk.day('2026-06-01');
		const old = await handled(desk, { submittedOn: '2026-05-06' });
		const young = await handled(desk);
		const { rows } = (await (await desk.as('clerk')).get('/api/applications/open')).json();
		const ids = rows.map((row: { id: number }) => row.id);
		expect(ids.indexOf(old)).toBeLessThan(ids.indexOf(young));
		const due = rows.map((row: { dueOn: string | null }) => row.dueOn ?? '9999');
		expect([...due].sort()).toEqual(due);
		expect(rows.find((row: { id: number }) => row.id === old)).toMatchObject({
			dueOn: '2026-06-02',
			left: 1,
			alarm: 'fifteen',
		});
	});

	test('shows whose hand is wanted', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'proposeExtension', { days: 5, reason: 'x' });
		const waits = async () => (await view(desk, id)).summary.waitsFor;
		expect(await waits()).toBe('approver');
		await step(desk, 'leader', id, 'refuseExtension', { reason: 'x' });
		expect(await waits()).toBeNull();
		const fields = { form: '纸面', time: '当日', enclosures: '明细' };
		await step(desk, 'clerk', id, 'propose', { outcome: 'O2', details: { fields } });
		expect(await waits()).toBe('secrecyReviewer');
		await step(desk, 'secrecyReviewer', id, 'reviewSecrecy');
		expect(await waits()).toBe('approver');
	});
});

describe('the day-by-day count', () => {
	test('is given for every day, with the reason of each', async () => {
		desk.day('2026-06-01');
		const { id } = await enter(desk);
		const clock = (await (await desk.as('clerk')).get(`/api/applications/${id}/clock`)).json();
		const counted = clock.days.filter((one: { counted: boolean }) => one.counted);
		expect(counted).toHaveLength(20);
		expect(counted.at(-1)).toMatchObject({ day: '2026-06-30', count: 20 });
		expect(clock.days.find((one: { day: string }) => one.day === '2026-06-19').reason).toContain('端午节');
		expect(clock.segments[0]).toMatchObject({ kind: 'counted', workingDays: 20 });
	});

	test('past the last loaded notice is marked as such', async () => {
		desk.day('2026-12-20');
		const { id } = await enter(desk);
		const { summary, clock } = await view(desk, id);
		expect(summary.dueOn).toBe('2027-01-15');
		expect(summary.mark).toContain('日历未发布');
		expect(clock.mark).toContain('暂按周末推算');
	});
});
