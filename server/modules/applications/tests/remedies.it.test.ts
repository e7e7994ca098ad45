import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPLICANT, answered, handled, refused, step, view } from '../../../../test/applications.ts';
import { PASSWORD, type PersonKey, signIn } from '../../../../test/fixtures.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { assignRole, createPerson, hashPassword } from '../../offices/index.ts';
import { type Desk, openDesk } from '../../publishing/desk.setup.ts';
import { countTable4 } from '../index.ts';
import { remediesInHand } from '../queries/remedies.ts';

/** 行政复议、行政诉讼 beyond those of an applicant: over what is published or was not, and by third parties (第三十二、五十一条). */
let desk: Desk;
let document = 0;

const NAME = '禾木农业有限公司';
const COUNTY = '青河县人民政府';
const COURT = '青河县人民法院';

beforeAll(async () => {
	desk = await openDesk();
	document = await desk.draft({ title: '柳溪镇救助对象名单公示' });
	await desk.publish(document);
	await desk.server.settle();
}, 90_000);
afterAll(() => desk?.server.close());

const day = (to: string) => desk.on(`${to}T01:00:00Z`);
const base = () => ({
	...{ track: 'review', claimant: 'thirdParty', claimantName: NAME, caseNumber: '', body: COUNTY, simple: false },
	...{ documentId: null as number | null, subject: '', followsId: null as number | null, receivedOn: '2026-06-01' },
});
const post = async (path: string, body: object, person: PersonKey = 'clerk') =>
	await (await desk.as(person)).post(`/api/remedies${path}`, body);
async function register(change: object, person: PersonKey = 'clerk'): Promise<number> {
	const answer = await post('', { ...base(), ...change }, person);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json().id;
}
const wrong = async (path: string, body: object): Promise<string[]> => {
	const answer = await post(path, body);
	expect(answer.statusCode, answer.body).toBe(422);
	return answer.json().issues.map(({ key }: { key: string }) => key);
};
async function done(path: string, body: object): Promise<void> {
	const answer = await post(path, body);
	expect(answer.statusCode, answer.body).toBe(200);
}
const read = async (id: number, person: PersonKey = 'clerk') =>
	(await (await desk.as(person)).get(`/api/remedies/${id}`)).json();
const list = async (query = '', person: PersonKey = 'clerk') =>
	(await (await desk.as(person)).get(`/api/remedies?pageSize=200&${query}`)).json();
const orders = async (person: PersonKey = 'clerk') =>
	(await (await desk.as(person)).get('/api/remedies/orders')).json().rows;
const system = () => reader(desk.server.as({ kind: 'system', name: '测试' }));
async function counted(year: number, officeId = desk.county.townshipA.id): Promise<Record<string, number[]>> {
	const all = await countTable4(system(), { officeId, year });
	return Object.fromEntries(Object.entries(all).filter(([, ids]) => ids.length > 0));
}
/** Table 4 by hand: straight from the rows, by another way than the rule counts. */
async function byHand(year: number): Promise<Record<string, number>> {
	const { rows } = await desk.server.services.database.pool.query(
		`select 't4.' || track || '.' || case when closed_on > make_date($2, 12, 31) or closed_on is null then 'pending' else result end as cell,
			count(*)::int as n from remedy_case
		where office_id = $1 and received_on <= make_date($2, 12, 31) and coalesce(closed_on, '9999-01-01') >= make_date($2, 1, 1)
		group by 1`,
		[desk.county.townshipA.id, year],
	);
	return Object.fromEntries(rows.map(({ cell, n }: { cell: string; n: number }) => [cell, n]));
}
async function expectCounted(year: number): Promise<void> {
	const cells = await counted(year);
	const single = Object.entries(cells).filter(([cell]) => !cell.endsWith('.total'));
	expect(Object.fromEntries(single.map(([cell, ids]) => [cell, ids.length]))).toEqual(await byHand(year));
}

describe('over what was published (第十五、二十条)', () => {
	test('is registered with the document, counted, and its reply has a limit', async () => {
		const id = await register({ documentId: document, caseNumber: ' 青复〔2026〕7号 ' });
		const found = await read(id);
		expect(found).toMatchObject({
			...{ about: 'document', documentId: document, title: '柳溪镇救助对象名单公示', claimant: 'thirdParty' },
			...{ caseNumber: '青复〔2026〕7号', replyBy: '2026-06-15', closedOn: null, order: null, mayHandle: true },
		});
		expect(found.history[0].entry).toBe('登记行政复议案件（青河县人民政府，由第三方提起）');
		expect((await counted(2026))['t4.review.pending']).toContain(id);
		await expectCounted(2026);
	});

	test('the same case is entered once, also by two clerks at once', async () => {
		const again = { ...base(), documentId: document, caseNumber: '青复〔2026〕7号' };
		expect(await wrong('', again)).toEqual(['remedy.twice']);
		const both = { ...again, caseNumber: '青复〔2026〕8号' };
		const codes = (await Promise.all([post('', both), post('', both)])).map(({ statusCode }) => statusCode).sort();
		expect(codes[0]).toBe(200);
		expect([409, 422]).toContain(codes[1]);
		expect((await list(`q=${encodeURIComponent('青复〔2026〕8号')}`)).total).toBe(1);
	});

	test('all mistakes come back together, beside their inputs', async () => {
		const nothing = { ...base(), body: ' ', claimant: 'applicant', receivedOn: '2027-01-01', subject: ' ' };
		const answer = await post('', { ...nothing, claimantName: '' });
		expect(answer.json().issues.map(({ key, field }: Record<string, string>) => [key, field])).toEqual([
			['remedy.body', 'body'],
			['remedy.claimant', 'claimant'],
			['remedy.subject', 'subject'],
			['day.future', 'receivedOn'],
		]);
		expect(await wrong('', { ...base(), documentId: 999_999 })).toEqual(['remedy.document']);
	});

	test('ordered to take it down: a task with its limit, late when it is, done when the document is gone', async () => {
		const id = await register({ documentId: document, track: 'direct', body: COURT });
		const ending = {
			closedOn: '2026-06-01',
			result: 'corrected',
			note: '判决撤下',
			orderKind: 'withdraw',
			orderDays: 5,
		};
		expect(await wrong(`/${id}/close`, { ...ending, result: 'maintained' })).toEqual(['order.result']);
		expect(await wrong(`/${id}/close`, { ...ending, closedOn: '2026-05-31', orderDays: 0 })).toEqual([
			'day.early',
			'order.days',
		]);
		await done(`/${id}/close`, ending);
		expect(await wrong(`/${id}/close`, ending)).toEqual(['remedy.closed']);
		const task = async () => (await orders()).find((row: { id: number }) => row.id === id)?.order;
		expect(await task()).toMatchObject({ kind: 'withdraw', dueOn: '2026-06-08', left: 5, late: false });
		day('2026-06-10');
		expect(await task()).toMatchObject({ left: -2, late: true });
		const inHand = await remediesInHand(system(), desk.county.townshipA.id);
		expect(inHand).toContainEqual(expect.objectContaining({ state: '待履行：撤下信息', due: '2026-06-08' }));

		const follow = { doneOn: '2026-06-10', note: '已经撤下' };
		expect(await wrong(`/${id}/follow`, { ...follow, note: '' })).toEqual(['order.stillPublic', 'order.note']);
		await desk.move(document, 'leader', 'withdraw', { reason: '执行生效判决，撤下公示名单。' });
		expect(await wrong(`/${id}/follow`, { ...follow, doneOn: '2026-05-31' })).toEqual(['day.early']);
		await done(`/${id}/follow`, follow);
		expect((await post(`/${id}/follow`, follow)).statusCode).toBe(409);
		expect(await task()).toBeUndefined();
		expect((await read(id)).order).toMatchObject({
			doneOn: '2026-06-10',
			doneNote: '已经撤下',
			left: null,
			late: true,
		});
		await expectCounted(2026);
	});

	test('ordered to amend: done only by an edition of after the decision', async () => {
		day('2026-06-10');
		const list = await desk.draft({ title: '柳溪镇低保名单' });
		await desk.publish(list);
		const id = await register({ documentId: list });
		day('2026-06-11');
		await done(`/${id}/close`, {
			...{ closedOn: '2026-06-11', result: 'corrected', note: '', orderKind: 'amend', orderDays: 10, orderUnit: 'day' },
		});
		// Ten calendar days end on a Sunday, after 端午节.
		expect((await read(id)).order.dueOn).toBe('2026-06-22');
		expect(await wrong(`/${id}/follow`, { doneOn: '2026-06-11', note: '改好' })).toEqual(['order.notAmended']);
		await desk.move(list, 'clerk', 'amend', { note: '隐去身份证号码' });
		expect(await wrong(`/${id}/follow`, { doneOn: '2026-06-11', note: '改好' })).toEqual(['order.notAmended']);
		const { content, version } = await desk.read(list);
		const body = '<p>名单隐去证件号码后公布。</p>';
		const saved = await (await desk.as('clerk')).put(`/api/documents/${list}/draft`, {
			version,
			content: { ...content, body },
		});
		expect(saved.statusCode, saved.body).toBe(200);
		await desk.publish(list);
		await done(`/${id}/follow`, { doneOn: '2026-06-11', note: '改好' });
	});
});

describe('over what was not published (第十九至二十一条)', () => {
	test('a draft that stayed in the house, ordered to be public', async () => {
		day('2026-06-11');
		const hidden = await desk.draft({ title: '柳溪镇征地补偿标准' });
		const id = await register({ documentId: hidden, claimant: 'other', claimantName: '' });
		await done(`/${id}/close`, { closedOn: '2026-06-11', result: 'corrected', note: '', orderKind: 'publish' });
		expect((await read(id)).order).toMatchObject({ kind: 'publish', dueOn: null, left: null, late: false });
		expect(await wrong(`/${id}/follow`, { doneOn: '2026-06-11', note: '公开' })).toEqual(['order.notPublic']);
		await desk.publish(hidden);
		await done(`/${id}/follow`, { doneOn: '2026-06-11', note: '公开' });
		expect((await read(id)).mayReveal).toBe(false);
	});

	test('in words, then to court after the review: two cases of table 4, the second linked to the first', async () => {
		day('2026-06-12');
		const words = { subject: '没有公开2025年度征地信息', claimant: 'other', receivedOn: '2026-06-12' };
		const review = await register(words);
		const suit = { ...base(), ...words, track: 'afterReview', body: COURT };
		expect(await wrong('', suit)).toEqual(['remedy.follows']);
		expect(await wrong('', { ...suit, followsId: review })).toEqual(['remedy.track']);
		await done(`/${review}/close`, { closedOn: '2026-06-12', result: 'maintained', note: '维持' });
		expect(await wrong('', { ...suit, followsId: review, track: 'direct' })).toEqual(['remedy.follows']);
		const { body: _, ...early } = suit;
		expect(await wrong('', { ...early, body: COURT, followsId: review, receivedOn: '2026-06-11' })).toEqual([
			'day.early',
		]);
		const id = await register({ ...suit, subject: '别的事项', followsId: review });
		expect(await read(id)).toMatchObject({ title: '没有公开2025年度征地信息', followsId: review, about: 'other' });
		expect((await read(review)).followedBy).toEqual([id]);
		const cells = await counted(2026);
		expect(cells['t4.review.maintained']).toContain(review);
		expect(cells['t4.afterReview.pending']).toContain(id);
		await expectCounted(2026);
	});

	test('closed over the new year: pending in one, by its result in the next', async () => {
		day('2026-12-30');
		const id = await register({ subject: '公示栏停用', claimant: 'other', receivedOn: '2026-12-30' });
		day('2027-01-05');
		await done(`/${id}/close`, { closedOn: '2027-01-05', result: 'other', note: '撤回申请' });
		expect((await counted(2026))['t4.review.pending']).toContain(id);
		expect((await counted(2027))['t4.review.other']).toContain(id);
		expect((await counted(2025))['t4.review.pending'] ?? []).not.toContain(id);
		for (const year of [2026, 2027]) await expectCounted(year);
	});
});

describe('third parties of an application (第三十二条)', () => {
	const claim = (change: object) => ({ track: 'review', body: COUNTY, receivedOn: '2026-06-01', ...change });

	test('bring cases of their own beside the applicant’s, and the application stays in law until the last is closed', async () => {
		day('2026-06-01');
		const id = await answered(desk);
		await step(desk, 'clerk', id, 'remedies', claim({}));
		expect(await refused(desk, 'clerk', id, 'remedies', claim({ track: 'direct', body: COURT }))).toEqual([
			'remedy.open',
		]);
		await step(desk, 'clerk', id, 'remedies', claim({ claimant: 'thirdParty', claimantName: NAME, caseNumber: '甲' }));
		await step(desk, 'clerk', id, 'remedies', claim({ claimant: 'thirdParty', track: 'direct', body: COURT }));
		const twice = claim({ claimant: 'thirdParty', caseNumber: ' 甲' });
		expect(await refused(desk, 'clerk', id, 'remedies', twice)).toEqual(['remedy.twice']);
		const { remedies, summary } = await view(desk, id);
		expect(summary.state).toBe('reconsideration');
		const [own, third, suit] = remedies.map((one: { id: number }) => one.id);
		for (const one of [own, third]) expect((await counted(2026))['t4.review.pending']).toContain(one);
		expect((await counted(2026))['t4.direct.pending']).toContain(suit);

		const ending = { closedOn: '2026-06-01', result: 'maintained', note: '' };
		expect(await refused(desk, 'clerk', id, 'remedies/close', ending)).toEqual(['remedy.which']);
		expect(await refused(desk, 'clerk', id, 'remedies/close', { ...ending, remedyId: 999_999 })).toEqual([
			'remedy.closed',
		]);
		await step(desk, 'clerk', id, 'remedies/close', { ...ending, remedyId: own });
		expect((await view(desk, id)).summary.state).toBe('reconsideration');
		await step(desk, 'clerk', id, 'remedies/close', { ...ending, remedyId: third });
		expect((await view(desk, id)).summary.state).toBe('litigation');
		await refused(desk, 'clerk', id, 'archive', {}, 409);
		await step(desk, 'clerk', id, 'remedies/close', ending);
		expect((await view(desk, id)).summary.state).toBe('answered');
		await expectCounted(2026);
	});

	test('what is ordered goes on beside the others', async () => {
		day('2026-06-01');
		const id = await answered(desk);
		await step(desk, 'clerk', id, 'remedies', claim({}));
		await step(desk, 'clerk', id, 'remedies', claim({ claimant: 'thirdParty' }));
		const [own, third] = (await view(desk, id)).remedies.map((one: { id: number }) => one.id);
		const order = { closedOn: '2026-06-01', result: 'corrected', note: '', redoDays: 20, remedyId: own };
		await step(desk, 'clerk', id, 'remedies/close', order);
		expect((await view(desk, id)).summary).toMatchObject({ state: 'redo', dueOn: '2026-06-30' });
		await step(desk, 'clerk', id, 'remedies/close', { ...order, remedyId: third, redoDays: null });
		expect((await view(desk, id)).summary.state).toBe('redo');
	});

	test('can go before the answer when they were asked; others cannot', async () => {
		day('2026-06-01');
		const quiet = await handled(desk);
		expect(await refused(desk, 'clerk', quiet, 'remedies', claim({ claimant: 'thirdParty' }))).toEqual([
			'remedy.notOverdue',
		]);
		const id = await handled(desk);
		const party = { name: NAME, address: '', phone: '' };
		await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '合同', agency: '', party });
		expect(await refused(desk, 'clerk', id, 'remedies', claim({}))).toEqual(['remedy.notOverdue']);
		expect(await refused(desk, 'clerk', id, 'remedies', claim({ claimant: 'other' }))).toEqual(['remedy.notAnswered']);
		await step(desk, 'clerk', id, 'remedies', claim({ claimant: 'thirdParty', claimantName: NAME }));
		expect((await view(desk, id)).summary.state).toBe('thirdParty');
		const [{ id: remedy }] = (await view(desk, id)).remedies;
		expect((await post(`/${remedy}/close`, { closedOn: '2026-06-01', result: 'other', note: '' })).statusCode).toBe(
			409,
		);
		expect(await read(remedy)).toMatchObject({
			about: 'application',
			applicationId: id,
			mayHandle: false,
			mayReveal: true,
		});
	});
});

describe('who sees what', () => {
	const strangers: PersonKey[] = ['clerkB', 'leaderB', 'reviewerB', 'clerkD'];

	test('another office: neither in a list, nor by its number, nor to be changed', async () => {
		day('2026-06-12');
		const id = await register({ subject: '柳溪公示栏', receivedOn: '2026-06-12' });
		const before = await read(id);
		for (const person of strangers) {
			expect((await list('', person)).rows).toEqual([]);
			expect(await orders(person)).toEqual([]);
			expect((await (await desk.as(person)).get(`/api/remedies/${id}`)).statusCode).toBe(404);
		}
		for (const [path, body] of [
			['close', { closedOn: '2026-06-12', result: 'other', note: '' }],
			['follow', { doneOn: '2026-06-12', note: 'x' }],
			['identity', { reason: '核对' }],
		] as const)
			expect((await post(`/${id}/${path}`, body, 'clerkB')).statusCode).toBe(404);
		const theirs = { ...base(), documentId: document, receivedOn: '2026-06-12' };
		expect((await post('', theirs, 'clerkB')).statusCode).toBe(422);
		const suit = { ...theirs, documentId: null, subject: '公示栏', track: 'afterReview', followsId: id };
		expect((await post('', suit, 'clerkB')).json().issues[0].key).toBe('remedy.follows');
		expect(await read(id)).toEqual(before);
	});

	test('the county sees the register of all, changes nothing, and is told no name', async () => {
		const { rows } = await list('', 'countyOfficer');
		expect(rows.length).toBeGreaterThan(5);
		const id = rows.find(({ about }: { about: string }) => about === 'other').id;
		expect(await read(id, 'countyOfficer')).toMatchObject({ mayHandle: false, mayReveal: false });
		const ending = { closedOn: '2026-06-12', result: 'other', note: '' };
		expect((await post(`/${id}/close`, ending, 'countyOfficer')).statusCode).toBe(403);
		expect((await post(`/${id}/identity`, { reason: '核对' }, 'countyOfficer')).statusCode).toBe(403);
	});

	test('an evaluator from outside is refused all of it', async () => {
		const passwordHash = await hashPassword(PASSWORD);
		await transact(desk.server.as({ kind: 'system', name: '测试' }, 'test'), async (tx) => {
			const personId = await createPerson(tx, {
				loginName: 'pinggu',
				name: '乔评',
				passwordHash,
				mustChangePassword: false,
			});
			await assignRole(tx, { personId, officeId: desk.county.county.id, role: 'evaluator', from: '2020-01-01' });
		});
		const evaluator = await signIn(desk.server, 'pinggu');
		const [{ id }] = (await list()).rows;
		for (const path of ['', '/orders', '/export', `/${id}`])
			expect((await evaluator.get(`/api/remedies${path}`)).statusCode, path).toBe(403);
		expect((await evaluator.post(`/api/remedies/${id}/identity`, { reason: '核对' })).statusCode).toBe(403);
	});

	test('a name stands in no answer, no history and no sheet; it is shown for a reason that is kept', async () => {
		day('2026-06-12');
		const id = await register({ subject: '公开了商业秘密', receivedOn: '2026-06-12' });
		const clerk = await desk.as('clerk');
		const told = [await read(id), await list(), await orders()];
		expect(JSON.stringify(told)).not.toContain(NAME);
		const sheet = await clerk.get('/api/remedies/export?year=2026');
		expect(sheet.headers['content-disposition']).toContain(encodeURIComponent('复议诉讼登记簿.xlsx'));
		const { default: exceljs } = await import('exceljs');
		const book = new exceljs.Workbook();
		await book.xlsx.load(sheet.rawPayload.buffer as ArrayBuffer);
		const words = JSON.stringify(book.worksheets[0]?.getSheetValues());
		expect(words).toContain('公开了商业秘密');
		for (const piece of [NAME, ...Object.values(APPLICANT)]) expect(words).not.toContain(piece);
		const { rows } = await desk.server.services.database.pool.query('select * from remedy_case where id = $1', [id]);
		expect(JSON.stringify(rows[0])).not.toContain(NAME);

		expect(await wrong(`/${id}/identity`, { reason: ' ' })).toEqual(['reveal.reason']);
		expect((await post(`/${id}/identity`, { reason: '答辩' })).json()).toEqual({ name: NAME });
		expect((await read(id)).history.at(-1).entry).toContain('答辩');
		expect((await post(`/${id}/identity`, { reason: '答辩' }, 'leader')).statusCode).toBe(403);
	});
});

describe('who brought it is erased (个人信息保护法第十九条、第四十七条)', () => {
	test('by the approver with a reason, once the years after its end are over; what is counted stays', async () => {
		day('2026-06-12');
		const open = await register({ subject: '公开了家庭住址', receivedOn: '2026-06-12' });
		const id = await register({ subject: '公开了病历', receivedOn: '2026-06-12' });
		const ending = { closedOn: '2026-06-12', result: 'corrected', note: '撤下病历', orderKind: 'other' };
		await done(`/${id}/close`, ending);
		const erase = async (one: number, reason = '保管期满', person: PersonKey = 'leader') => {
			const answer = await post(`/${one}/erase`, { reason }, person);
			return [answer.statusCode, ...(answer.json().issues ?? []).map(({ key }: { key: string }) => key)];
		};
		expect(await erase(id)).toEqual([422, 'erase.open']);
		await done(`/${id}/follow`, { doneOn: '2026-06-12', note: '已经撤下' });
		day('2036-06-11');
		expect(await erase(id)).toEqual([422, 'erase.retained']);
		expect((await read(id, 'leader')).mayErase).toBe(false);
		day('2036-06-12');
		expect((await read(id, 'leader')).mayErase).toBe(true);
		expect((await read(id, 'clerk')).mayErase).toBe(false);
		expect(await erase(open)).toEqual([422, 'erase.open']);
		expect(await erase(id, ' ')).toEqual([422, 'erase.reason']);
		expect((await erase(id, '保管期满', 'clerk'))[0]).toBe(403);
		expect((await erase(id, '保管期满', 'leaderB'))[0]).toBe(404);
		expect(await erase(id)).toEqual([200]);
		expect(await erase(id)).toEqual([409, 'erase.done']);
		const { rows } = await desk.server.services.database.pool.query(
			'select key_id, sealed from remedy_case where id = $1',
			[id],
		);
		expect(rows).toEqual([{ key_id: null, sealed: null }]);
		expect((await counted(2026))['t4.review.corrected']).toContain(id);
		expect((await post(`/${id}/identity`, { reason: '核对' })).statusCode).toBe(404);
	});
});

test('the register finds by words, group, subject, year and standing', async () => {
	const titles = async (query: string) => (await list(query)).rows.map(({ title }: { title: string }) => title);
	expect(await titles(`q=${encodeURIComponent('2025年度征地')}`)).toHaveLength(2);
	expect(await titles(`q=${encodeURIComponent('%')}`)).toEqual([]);
	expect(new Set((await list('about=document')).rows.map(({ about }: { about: string }) => about))).toEqual(
		new Set(['document']),
	);
	expect(await titles('about=other&track=afterReview')).toEqual(['没有公开2025年度征地信息']);
	expect(await titles('year=2025')).toEqual([]);
	for (const row of (await list('standing=pending')).rows) expect(row.closedOn).toBeNull();
	for (const row of (await list('standing=closed')).rows) expect(row.closedOn).not.toBeNull();
	const clerk = await desk.as('clerk');
	for (const query of ['page=0', 'track=x', 'about=x', 'year=1', 'standing=x'])
		expect((await clerk.get(`/api/remedies?${query}`)).statusCode).toBe(422);
});
