import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';

let server: TestApp;
let county: County;
const browsers = new Map<PersonKey, Promise<Browser>>();
const as = (person: PersonKey) => {
	const known = browsers.get(person) ?? signIn(server, person);
	browsers.set(person, known);
	return known;
};

beforeAll(async () => {
	server = await createTestApp('2026-06-01T02:00:00Z');
	county = await makeCounty(server);
	await server.settle();
});
afterAll(() => server?.close());

const post = async (url: string, form: Record<string, string>) => {
	const payload = new URLSearchParams(form).toString();
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	return await server.inject({ method: 'POST', url, payload, headers });
};
const page = async (url: string) => await server.inject({ url });

const FORM = {
	kind: 'question',
	office: 'liuxi',
	title: '村口路灯什么时候修',
	body: '柳溪村口的路灯坏了半个月，晚上出行不便。',
	name: '赵小满',
	phone: '13900139000',
};

/** Sends a message by the portal; answers number and code as printed. */
async function send(change: Record<string, string> = {}): Promise<{ number: string; code: string; id: number }> {
	const answer = await post('/voice/new', { ...FORM, token: `t${Math.random()}`, ...change });
	if (answer.statusCode !== 200) throw new Error(answer.body.slice(0, 2000));
	const number = /HD2026\d{5}/.exec(answer.body)?.[0] ?? '';
	const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(answer.body)?.[0] ?? '';
	const { rows } = (await (await as('countyOfficer')).get(`/api/concerns?q=${number}`)).json();
	return { number, code, id: rows[0].id };
}

const move = async (person: PersonKey, id: number, action: string, body: object = {}) =>
	await (await as(person)).post(`/api/concerns/${id}/moves/${action}`, body);
const view = async (id: number, person: PersonKey = 'clerk') =>
	(await (await as(person)).get(`/api/concerns/${id}`)).json();

describe('how long an answer may take', () => {
	it('is the county’s word: it stands where people write, on their receipt, and decides what is late', async () => {
		const { id } = await send({ kind: 'complaint' });
		const before = (await view(id)).limit.dueOn;
		expect((await page('/voice')).body).toContain('15个工作日内答复');
		const county = await as('countyOfficer');
		const set = async (value: object) => {
			const { since } = (await county.get('/api/settings')).json().limits;
			return await county.put('/api/settings/limits', { value, since });
		};
		expect((await set({ complaintReplyDays: 61 })).json().issues[0].message).toBe('投诉举报的答复期限不超过60');
		expect((await set({ complaintReplyDays: 7 })).statusCode).toBe(200);
		expect((await view(id)).limit.dueOn < before).toBe(true);
		// The page of yesterday is not shown on.
		expect((await page('/voice')).body).toContain('7个工作日内答复');
		const receipt = await post('/voice/new', { ...FORM, kind: 'complaint', token: `t${Math.random()}` });
		expect(receipt.body).toContain('7个工作日内答复。');
		expect((await post('/voice/new', { ...FORM, token: `t${Math.random()}` })).body).toContain('15个工作日内答复。');
		expect((await set({})).statusCode).toBe(200);
		expect((await view(id)).limit.dueOn).toBe(before);
	});
});

describe('a message from the portal', () => {
	it('is taken in, answered, published and found by its code, with a reason for looking at who wrote', async () => {
		const { number, code, id } = await send();
		expect((await view(id)).limit).toMatchObject({ overdue: false });
		expect((await move('clerk', id, 'answer', { text: '已经安排维修，三日内修好。' })).statusCode).toBe(409);
		expect((await move('clerk', id, 'accept')).statusCode).toBe(200);
		expect((await move('clerk', id, 'answer', { text: '已修' })).statusCode).toBe(422);
		expect((await move('clerk', id, 'answer', { text: '已经安排维修，三日内修好。' })).statusCode).toBe(200);
		const status = await post('/voice/query', { number: number.toLowerCase(), code: code.toLowerCase() });
		expect(status.body).toContain('已经安排维修，三日内修好。');
		expect((await post('/voice/query', { number, code: 'AAAAA-AAAAA' })).statusCode).toBe(422);
		expect((await post('/voice/query', { number, code: '' })).body).toContain('请填写查询码。');
		// Not public yet, though answered.
		expect((await page(`/voice/${id}`)).statusCode).toBe(404);
		expect((await move('clerk', id, 'publish', { publicTitle: '村口路灯', publicBody: '路灯坏了。' })).statusCode).toBe(
			403,
		);
		const leaking = { publicTitle: '村口路灯维修', publicBody: '请打13900139000联系我。' };
		expect((await move('leader', id, 'publish', leaking)).json().issues[0].key).toBe('concern.personal');
		const shown = { publicTitle: '村口路灯维修', publicBody: '反映村口路灯损坏。' };
		expect((await move('leader', id, 'publish', shown)).statusCode).toBe(200);
		const body = (await page(`/voice/${id}`)).body;
		expect(body).toContain('反映村口路灯损坏。');
		for (const hidden of [FORM.body, FORM.name, FORM.phone, FORM.title]) expect(body).not.toContain(hidden);
		expect((await page('/voice')).body).toContain('村口路灯维修');
		await move('leader', id, 'unpublish', { text: '答复内容需要更新。' });
		expect((await page(`/voice/${id}`)).statusCode).toBe(404);
		expect((await page('/voice')).body).not.toContain('村口路灯维修');
		const clerk = await as('clerk');
		expect((await clerk.post(`/api/concerns/${id}/contact`, { reason: '' })).statusCode).toBe(422);
		expect((await clerk.post(`/api/concerns/${id}/contact`, { reason: '电话回访' })).json()).toMatchObject({
			name: FORM.name,
		});
		expect(
			(await (await as('countyOfficer')).post(`/api/concerns/${id}/contact`, { reason: '了解情况' })).statusCode,
		).toBe(403);
		expect((await view(id)).steps.map(({ action }: { action: string }) => action)).toContain('reveal');
	});

	it('comes back filled with each fault beside its field, and is taken once though sent twice', async () => {
		const refused = await post('/voice/new', { ...FORM, title: '', body: '短', phone: 'x' });
		expect(refused.statusCode).toBe(422);
		for (const part of ['请填写标题', '请写明具体内容', '电话号码不正确', '赵小满'])
			expect(refused.body).toContain(part);
		const token = 'one-and-the-same';
		const first = await send({ token });
		const again = await send({ token });
		expect(again).toEqual(first);
	});

	it('is one message though the same form comes eight times at once', async () => {
		const form = { ...FORM, token: 'all-at-once' };
		const answers = await Promise.all(Array.from({ length: 8 }, () => post('/voice/new', form)));
		expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 200));
		expect(new Set(answers.map(({ body }) => /HD2026\d{5}/.exec(body)?.[0])).size).toBe(1);
	});

	it('asks nobody who they are', async () => {
		const { id } = await send({ name: '', phone: '' });
		expect((await view(id)).hasContact).toBe(false);
		expect((await (await as('clerk')).post(`/api/concerns/${id}/contact`, { reason: '回访' })).statusCode).toBe(404);
	});

	it('numbers without gap or double when many come at once', async () => {
		const sent = await Promise.all(Array.from({ length: 8 }, () => send()));
		const serials = sent.map(({ number }) => Number(number.slice(6))).sort((a, b) => a - b);
		expect(new Set(serials).size).toBe(8);
		expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(7);
	});
});

describe('who may see and do what', () => {
	it('another office neither sees nor moves it, and cannot name it as a target', async () => {
		const { id, number } = await send();
		expect((await (await as('clerkB')).get(`/api/concerns/${id}`)).statusCode).toBe(404);
		expect((await move('clerkB', id, 'accept')).statusCode).toBe(404);
		const entered = {
			...{ kind: 'question', officeId: county.townshipB.id, origin: 'hotline' },
			title: '路灯损坏',
			body: '群众来电反映路灯损坏。',
		};
		const other = (await (await as('clerkB')).post('/api/concerns', entered)).json();
		expect((await move('clerkB', other.id, 'merge', { into: number })).json().issues[0].key).toBe('concern.into');
		expect((await page(`/voice/${id}`)).statusCode).toBe(404);
	});

	it('stands in no list, log or error: who wrote is sealed', async () => {
		const secret = '钱多多';
		const { id } = await send({ name: secret });
		const { pool } = server.services.database;
		for (const table of ['concern', 'concern_step', 'audit_entry', 'event', 'timeline', 'concern_contact']) {
			const { rows } = await pool.query(`select to_jsonb(t)::text as row from ${table} t`);
			expect(rows.map(({ row }) => row).join('\n'), table).not.toContain(secret);
		}
		expect(JSON.stringify(await view(id))).not.toContain(secret);
	});
});

describe('passing on, merging, declining', () => {
	it('goes to the right office, and its limit runs from the day it first came', async () => {
		const { id } = await send();
		expect(
			(await move('clerk', id, 'transfer', { officeId: county.townshipA.id, text: '不属于本镇。' })).statusCode,
		).toBe(422);
		expect(
			(await move('clerk', id, 'transfer', { officeId: county.townshipB.id, text: '路灯由邻镇管理。' })).statusCode,
		).toBe(200);
		expect((await (await as('clerk')).get(`/api/concerns/${id}`)).statusCode).toBe(404);
		expect(await view(id, 'clerkB')).toMatchObject({ state: 'received' });
	});

	it('is answered once: the merged one shows the answer of the other', async () => {
		const first = await send();
		const second = await send();
		expect((await move('clerk', second.id, 'merge', { into: second.number })).statusCode).toBe(422);
		expect((await move('clerk', second.id, 'merge', { into: first.number })).statusCode).toBe(200);
		await move('clerk', first.id, 'accept');
		await move('clerk', first.id, 'answer', { text: '路灯已经修复，谢谢提醒。' });
		expect((await post('/voice/query', { number: second.number, code: second.code })).body).toContain(
			'路灯已经修复，谢谢提醒。',
		);
	});

	it('asks for what a complaint was found to be (第五十一条)', async () => {
		const { id } = await send({ kind: 'complaint' });
		await move('clerk', id, 'accept');
		const text = '经核查，相关信息已经公开。';
		expect((await move('clerk', id, 'answer', { text })).json().issues[0].key).toBe('concern.verdict');
		const check = {
			...{ aboutOfficeId: county.townshipA.id, checkedBy: '林晓、周航', checkedOn: '2026-06-01' },
			...{
				finding: '相关信息已于五月公开，群众没有找到。',
				basis: '《条例》第五十一条',
				verdict: 'untrue',
				measure: 'none',
			},
		};
		expect((await (await as('clerk')).post(`/api/concerns/${id}/checks`, check)).statusCode).toBe(200);
		expect((await move('clerk', id, 'answer', { text })).statusCode).toBe(200);
	});

	it('is declined with a reason only', async () => {
		const { id } = await send();
		expect((await move('clerk', id, 'decline')).statusCode).toBe(422);
		expect((await move('clerk', id, 'decline', { text: '内容属于商业广告。' })).statusCode).toBe(200);
		expect((await move('clerk', id, 'accept')).statusCode).toBe(409);
	});

	it('takes one of two hands at once', async () => {
		const { id } = await send();
		await move('clerk', id, 'accept');
		const both = await Promise.all([
			move('clerk', id, 'answer', { text: '第一个答复内容在这里。' }),
			move('countyOfficer', id, 'decline', { text: '重复来信，不再受理。' }),
		]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});
});
