import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	type EntryChange,
	enter,
	handled,
	openDesk,
	originalLetter,
	refused,
	step,
	today,
	view,
	WHERE,
} from '../../../../test/applications.ts';
import { type ReadDocx, readDocx } from '../../../../test/docx.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const R1 =
	'如不服本决定，请自收到本告知书之日起60日内先向青河县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向青河县人民法院提起行政诉讼。';
const R2 =
	'如不服本答复，可以自收到本告知书之日起60日内向青河县人民政府申请行政复议，或者自收到本告知书之日起6个月内依法向青河县人民法院提起行政诉讼。';

async function letter(id: number, template: string): Promise<ReadDocx> {
	return readDocx(await originalLetter(desk, id, template));
}

async function decide(id: number, outcome: string, details: object): Promise<void> {
	await step(desk, 'clerk', id, 'propose', { outcome, details });
	if (outcome === 'O2' || outcome === 'O3') await step(desk, 'secrecyReviewer', id, 'reviewSecrecy');
	await step(desk, 'leader', id, 'approve');
}

/** What every letter that leaves the house has. */
function expectLetter({ lines, text }: ReadDocx, title: string): void {
	expect(text).toContain(title);
	expect(lines).toContain('柳溪镇人民政府');
	expect(text).toMatch(/柳溪镇公开复〔2026〕\d+号/);
	expect(lines).toContain('2026年6月1日');
	expect(text).toContain('联系人：柳溪镇党政综合办公室');
	expect(text).toContain('联系电话：0999-8100001');
	expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN|＿＿/);
	expect(text).not.toMatch(/。。|，。|；。|：。/);
}

describe('on the way to an answer', () => {
	test('the receipt (D03): day of receipt and why, limit, query code', async () => {
		const { id, code, number } = await enter(desk);
		const read = await letter(id, 'D03');
		expectLetter(read, '政府信息公开申请接收回执');
		expect(read.lines).toContain(`${APPLICANT.name}：`);
		expect(read.text).toContain(number);
		expect(read.text).toContain('申请内容为：“2025年农村道路养护资金使用情况”');
		expect(read.text).toContain('当面提交，以提交之日为收到申请之日');
		expect(read.text).toContain('将于2026年6月30日前作出答复');
		expect(read.text).toContain(`查询码（${code.slice(0, 5)}-${code.slice(5)}）`);
		expect(read.text).not.toContain('行政复议');
	});

	test('the supplement notice (D04): items one to a line, day, effect, no remedy', async () => {
		const { id } = await enter(desk);
		await step(desk, 'clerk', id, 'requestSupplement', {
			items: '一、请写明年度。\n二、请写明村名。',
			until: '2026-06-15',
		});
		const read = await letter(id, 'D04');
		expectLetter(read, '补正告知书');
		expect(read.lines).toEqual(expect.arrayContaining(['一、请写明年度。', '二、请写明村名。']));
		expect(read.text).toContain('请于2026年6月15日前作出补正');
		expect(read.text).toContain('视为放弃申请');
		expect(read.text).toContain('第三十条');
		expect(read.text).not.toContain('行政复议');
	});

	test('the extension (D06): both limits, reason, who agreed', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'proposeExtension', { days: 20, reason: '需要查阅历史档案。' });
		await step(desk, 'leader', id, 'approveExtension');
		const read = await letter(id, 'D06');
		expectLetter(read, '延期答复告知书');
		expect(read.text).toContain('因需要查阅历史档案，本机关不能在2026年6月30日前作出答复');
		expect(read.text).toContain('答复期限延长至2026年7月28日');
		expect(read.text).toContain('负责人方远同意');
		expect(read.text).toContain('第三十三条第二款');
	});

	test('the request for reasons (D05) and the delay (D27)', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'askExplanation', { counts: '三个月内共提出40件', until: '2026-06-10' });
		const asked = await letter(id, 'D05');
		expectLetter(asked, '说明理由告知书');
		expect(asked.text).toContain('三个月内共提出40件');
		await step(desk, 'leader', id, 'acceptExplanation', { given: '研究', reason: '涉及档案较多', until: '2026-09-30' });
		const delayed = await letter(id, 'D27');
		expectLetter(delayed, '延迟答复告知书');
		expect(delayed.text).toContain('将于2026年9月30日前作出答复');
	});

	test('the fee notice (D13): ground, tariff, computation line by line, sum, way, period, effect', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'notifyFee', {
			tariff: 'item',
			before: 10,
			beforeReason: '另有纸质登记',
			quantity: 22,
			payment: '到镇财政所缴纳。',
		});
		const read = await letter(id, 'D13');
		expectLetter(read, '政府信息公开信息处理费收费通知');
		expect(read.text).toContain('按件计收');
		expect(read.text).toContain('第11—30件，20件，每件100元，计2000元。');
		expect(read.text).toContain('第31—32件，2件，每件200元，计400元。');
		expect(read.text).toContain('合计2400元');
		expect(read.text).toContain('20个工作日内');
		expect(read.text).toContain('国办函〔2020〕109号');
		expect(read.text).not.toContain('行政复议');
	});

	test('consultations (D07, D09, D11, D12): never who asked; offices and third parties by name', async () => {
		const id = await handled(desk);
		const party = { name: '禾木农业有限公司', address: '', phone: '' };
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '合同技术参数', party });
		await step(desk, 'clerk', id, 'consultations', { kind: 'jointMaker', agency: '县水务局', information: '联合批复' });
		await step(desk, 'clerk', id, 'consultations', {
			kind: 'agency',
			agency: '县保密局',
			information: '是否属于国家秘密',
		});
		const third = await letter(id, 'D07');
		expectLetter(third, '征求第三方意见书');
		expect(third.lines).toContain('禾木农业有限公司：');
		expect(third.text).toContain('15个工作日内书面提出意见');
		const joint = await letter(id, 'D11');
		expect(joint.lines).toContain('县水务局：');
		expect(joint.text).toContain('视为同意公开');
		const other = await letter(id, 'D12');
		expect(other.lines).toContain('县保密局：');
		for (const read of [third, joint, other]) {
			expect(read.text).not.toContain(APPLICANT.name);
			expect(read.text).not.toContain('农村道路养护');
		}
		const told = await letter(id, 'D09');
		expectLetter(told, '征求意见告知书');
		expect(told.text).toContain('不计算在答复期限内');
		expect(told.text).not.toContain('禾木');
	});
});

describe('answers', () => {
	const R1_OUTCOMES: [string, Record<string, string>, string][] = [
		['O4', { reason: '该文件标有密级。', secrecyMark: '秘密', secrecyPeriod: '10年' }, '国家秘密'],
		['O5', { reason: '法律禁止公开。' }, '其他法律行政法规禁止公开'],
		['O6', { reason: '公开后可能危及公共安全。', harm: '论证' }, '危及“三安全一稳定”'],
		['O8', { reason: '属于排班表。', subtype: '后勤管理' }, '三类内部事务信息'],
		['O9', { reason: '属于讨论记录。', subtype: '讨论记录' }, '四类过程性信息'],
		['O10', { reason: '属于处罚案卷。', subtype: '案卷' }, '行政执法案卷'],
	];
	test.each(R1_OUTCOMES)('%s: review comes first, and the letter says so', async (outcome, fields, ground) => {
		const id = await handled(desk);
		await decide(id, outcome, { fields });
		const read = await letter(id, 'D17');
		expectLetter(read, '政府信息不予公开告知书');
		expect(read.text).toContain(ground);
		expect(read.lines).toContain(R1);
		expect(read.text).not.toContain('或者自收到本告知书之日起6个月内');
	});

	const R2_OUTCOMES: [string, string, string, Record<string, string>, string][] = [
		['O1', 'D15', '政府信息公开告知书', { where: '政府网站“财政资金”栏目' }, '已经主动公开'],
		[
			'O11',
			'D18',
			'行政查询事项告知书',
			{ specialLaw: '《不动产登记暂行条例》', where: '县不动产登记中心' },
			'行政查询事项',
		],
		[
			'O13',
			'D20',
			'非本机关负责公开告知书',
			{ reason: '该信息由县水务局制作。', rightOffice: '县水务局，0999-8000020' },
			'不属于本机关负责公开',
		],
		['O14', 'D21', '需加工分析不予提供告知书', { reason: '需要逐村汇总。' }, '没有您所申请的现成信息'],
		['O16', 'D23', '不作为政府信息公开申请处理告知书', { properChannel: '镇信访接待室' }, '信访、投诉、举报'],
		[
			'O17',
			'D24',
			'不予重复处理告知书',
			{ earlierNumber: '柳溪公开复〔2025〕8号', earlierDate: '2025年8月1日' },
			'不予重复处理',
		],
		['O18', 'D25', '公开出版物获取途径告知书', { publication: '《青河县志》', where: '县图书馆' }, '公开出版物'],
		['O20', 'D26', '不予处理告知书', { earlierInformation: '去年提供的批复' }, '确认或者重新出具'],
	];
	test.each(R2_OUTCOMES)('%s (%s): review or suit', async (outcome, template, title, fields, words) => {
		const id = await handled(desk);
		await decide(id, outcome, { fields });
		const read = await letter(id, template);
		expectLetter(read, title);
		expect(read.text).toContain(words);
		expect(read.lines).toContain(R2);
		for (const value of Object.values(fields)) expect(read.text).toContain(value);
	});

	test('O13: where nobody can tell whose it is, the letter says so and leaves no blank (第三十六条第五项)', async () => {
		const id = await handled(desk);
		const fields = { reason: '该信息不由本机关制作或者保存。', rightOffice: '' };
		expect(await refused(desk, 'clerk', id, 'propose', { outcome: 'O13', details: { fields } })).toEqual([
			'decision.field',
		]);
		const unknown = { ...fields, rightOfficeUnknown: 'yes' };
		const clerk = await desk.as('clerk');
		const preview = await clerk.post(`/api/applications/${id}/preview`, {
			outcome: 'O13',
			details: { fields: unknown },
		});
		expect(preview.json()).toMatchObject({ issues: [] });
		expect(preview.body).toContain('负责公开该政府信息的机关及其联系方式：经查，本机关不能确定。');
		await decide(id, 'O13', { fields: unknown });
		const read = await letter(id, 'D20');
		expectLetter(read, '非本机关负责公开告知书');
		expect(read.lines).toContain('负责公开该政府信息的机关及其联系方式：经查，本机关不能确定。');
		expect(read.text).not.toContain('yes');
	});

	test('O12: the search stands in the letter', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'recordSearch', {
			searchedOn: '2026-06-01',
			place: '档案室',
			keywords: '林权',
			result: '无',
		});
		await decide(id, 'O12', { fields: { search: '2026年6月1日检索镇档案室，关键词“林权”，未找到。' } });
		const read = await letter(id, 'D19');
		expectLetter(read, '政府信息不存在告知书');
		expect(read.text).toContain('关键词“林权”，未找到。');
		expect(read.lines).toContain(R2);
	});

	test('O2: the papers handed out are listed, and named as enclosures', async () => {
		const id = await handled(desk);
		const clerk = await desk.as('clerk');
		for (const name of ['明细表.pdf', '批复.pdf']) {
			await clerk.upload(`/api/applications/${id}/files`, [{ name, content: '%PDF-1.4\n' }], { purpose: 'enclosure' });
		}
		const enclosureIds = (await view(desk, id)).files.map((one: { id: number }) => one.id);
		await decide(id, 'O2', { fields: { form: '电子文档', time: '收到本告知书之日' }, enclosureIds });
		const read = await letter(id, 'D15');
		expectLetter(read, '政府信息公开告知书');
		expect(read.text).toContain('以电子文档形式提供');
		expect(read.text).toContain('《明细表.pdf》、《批复.pdf》');
		expect(read.lines).toEqual(expect.arrayContaining(['附件：1．明细表.pdf', '　　　2．批复.pdf']));
		expect(read.lines).toContain(R2);
	});

	test('O3: each part with its reason; review first when a part is withheld under Arts 14 to 16', async () => {
		const id = await handled(desk);
		const withheld = [
			{ ground: '15', part: '技术参数', reason: '属于第三方商业秘密' },
			{ ground: '16-2', part: '讨论记录', reason: '属于过程性信息', evidence: '局务会讨论记录' },
		];
		const party = { name: '禾木农业有限公司', address: '', phone: '' };
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '技术参数', party });
		const [{ id: asked }] = (await view(desk, id)).consultations;
		await step(desk, 'clerk', id, `consultations/${asked}/reply`, {
			...{ on: today(desk), reply: 'refuse', reasons: '属于商业秘密' },
		});
		await decide(id, 'O3', { fields: { openPart: '合同金额和中标单位' }, withheld });
		const read = await letter(id, 'D16');
		expectLetter(read, '政府信息部分公开告知书');
		expect(read.text).toContain('一、予以公开的内容：合同金额和中标单位');
		expect(read.text).toContain('（一）技术参数属于商业秘密');
		expect(read.text).toContain('（二）讨论记录属于过程性信息');
		expect(read.lines).toContain(R1);
	});

	test('an organisation is spoken to as one', async () => {
		const organisation: EntryChange = {
			request: { applicantKind: 'business' },
			applicant: { name: '禾木农业有限公司', idNumber: '' },
		};
		const id = await handled(desk, organisation);
		await decide(id, 'O1', WHERE);
		const { text } = await letter(id, 'D15');
		expect(text).toContain('收到你单位提出的');
		expect(text).not.toContain('您');
	});

	test('D28 after a missed period: the facts and the days', async () => {
		const { id } = await enter(desk);
		await step(desk, 'clerk', id, 'requestSupplement', { items: 'x', until: '2026-06-10' });
		desk.day('2026-06-11');
		await step(desk, 'leader', id, 'lapseSupplement');
		const read = await letter(id, 'D28');
		expect(read.text).toContain('本机关于2026年6月1日告知补正。');
		expect(read.text).toContain('期限至2026年6月10日');
		expect(read.lines).toContain(R2);
		desk.day('2026-06-01');
	});

	test('before 2024 every refusal told the choice', async () => {
		desk.day('2023-11-01');
		const id = await handled(desk);
		await decide(id, 'O9', { fields: { reason: '属于讨论记录。', subtype: '讨论记录' } });
		expect((await letter(id, 'D17')).lines).toContain(R2);
		desk.day('2026-06-01');
	});
});

describe('what keeps a letter in the house', () => {
	test('an answer that goes online needs the online way to review', async () => {
		const id = await handled(desk, { request: { delivery: 'email' } });
		expect(await refused(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE })).toEqual([
			'remedy.onlineAddress',
		]);
	});

	test('with the address it names it', async () => {
		const { sql } = await import('kysely');
		const office = desk.county.townshipA.id;
		await sql`update office set review_url = 'https://fuyi.qinghe.example' where id = ${office}`.execute(
			desk.server.services.database.sql,
		);
		const id = await handled(desk, { request: { delivery: 'email' } });
		await decide(id, 'O1', WHERE);
		expect((await letter(id, 'D15')).text).toContain('可通过互联网提交：https://fuyi.qinghe.example');
	});
});

describe('a letter once issued', () => {
	test('reprints byte for byte, whatever changes later', async () => {
		const { id } = await enter(desk);
		const first = await originalLetter(desk, id, 'D03');
		const { sql } = await import('kysely');
		const db = desk.server.services.database.sql;
		await sql`update office set name = '改名后的机关' where id = ${desk.county.townshipA.id}`.execute(db);
		const again = await originalLetter(desk, id, 'D03');
		await sql`update office set name = '柳溪镇人民政府' where id = ${desk.county.townshipA.id}`.execute(db);
		expect(again.equals(first)).toBe(true);
	});

	test('has the hash the case shows', async () => {
		const { id } = await enter(desk);
		const [{ sha256 }] = (await view(desk, id)).letters;
		const hash = createHash('sha256')
			.update(await originalLetter(desk, id, 'D03'))
			.digest('hex');
		expect(hash).toBe(sha256);
	});

	test('a copy without names reads the same otherwise', async () => {
		const { id } = await enter(desk);
		const [found] = (await view(desk, id)).letters;
		const answer = await (await desk.as('leader')).get(`/api/applications/${id}/letters/${found.id}`);
		const masked = readDocx(answer.rawPayload).text;
		const original = (await letter(id, 'D03')).text;
		expect(masked).toContain('×××：');
		const mask = (text: string) => text.replaceAll(APPLICANT.name, '×××').replace(/查询码（[^）]+）/, '查询码（×××）');
		expect(mask(original)).toBe(masked);
	});
});

describe('forms of the file', () => {
	const paper = async (id: number, body: object) => {
		const answer = await (await desk.as('clerk')).post(`/api/applications/${id}/papers`, body);
		expect(answer.statusCode, answer.body).toBe(200);
		return readDocx(answer.rawPayload);
	};

	test('the application form (D01) and the register form (D02)', async () => {
		const { id, number } = await enter(desk);
		const application = await paper(id, { template: 'D01', reason: '归档' });
		for (const words of [
			APPLICANT.name,
			APPLICANT.idNumber,
			APPLICANT.phone,
			APPLICANT.address,
			'居民身份证',
			number,
		]) {
			expect(application.text).toContain(words);
		}
		expect(application.text).toContain('无需说明用途');
		const register = await paper(id, { template: 'D02', reason: '' });
		expect(register.text).toContain('当面提交');
		expect(register.text).toContain('2026年6月30日');
	});

	test('the service record (D14) of a letter', async () => {
		const { id } = await enter(desk);
		const [found] = (await view(desk, id)).letters;
		const service = { way: 'post', servedOn: today(desk), postNumber: 'XA000000001CN' };
		await step(desk, 'clerk', id, `letters/${found.id}/services`, service);
		const read = await paper(id, { template: 'D14', letterId: found.id, reason: '归档' });
		expect(read.text).toContain('XA000000001CN');
		expect(read.text).toContain('邮寄');
		const missing = await (await desk.as('clerk')).post(`/api/applications/${id}/papers`, {
			template: 'D14',
			reason: 'x',
		});
		expect(missing.statusCode).toBe(422);
		const none = await (await desk.as('clerk')).post(`/api/applications/${id}/papers`, {
			template: 'D14',
			reason: '归档',
		});
		expect(none.statusCode).toBe(404);
	});

	test('the reply form (D08) of a consultation', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'jointMaker', agency: '县水务局', information: '联合批复' });
		const [{ id: consultationId }] = (await view(desk, id)).consultations;
		const read = await paper(id, { template: 'D08', consultationId, reason: '' });
		expect(read.text).toContain('联合批复');
		expect(read.text).toContain('□ 同意公开');
		expect(read.text).not.toContain(APPLICANT.name);
	});

	test('the sign-off sheet (D31) names everybody who signed', async () => {
		const id = await handled(desk);
		const none = await (await desk.as('clerk')).post(`/api/applications/${id}/papers`, { template: 'D31', reason: '' });
		expect(none.statusCode).toBe(409);
		const fields = { form: '纸面', time: '当日', enclosures: '明细' };
		await decide(id, 'O2', { fields });
		const read = await paper(id, { template: 'D31', reason: '' });
		for (const name of ['林晓', '何敏', '方远', '予以公开']) expect(read.text).toContain(name);
	});
});
