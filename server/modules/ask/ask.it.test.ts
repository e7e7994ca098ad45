import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { jobHandlers } from '../../compose.ts';
import { PUBLIC } from '../../kernel/actor.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { answerOf } from './index.ts';
import { phrase } from './queries/phrase.ts';

/** What the model of the test does next. */
let model: Server;
let says: { status?: number; text?: string; raw?: string; hangs?: boolean } = {};
const heard: { authorization: string | undefined; body: string }[] = [];
let desk: Desk;
const ids: Record<string, number> = {};

const GUIDE = [
	'<h2>申请材料</h2><p>申请人应当提交身份证、户口簿和家庭经济状况核对授权书。</p>',
	'<h2>办理时限</h2><p>自受理之日起三十个工作日内作出决定，并且书面告知申请人。</p>',
	'<h2>咨询电话</h2><p>柳溪镇便民服务中心社会救助窗口：0999-8100001。</p>',
].join('');

async function publish(key: string, change: object): Promise<void> {
	ids[key] = await desk.draft({ summary: '本镇事项。', keywords: [], ...change });
	await desk.publish(ids[key]);
}

beforeAll(async () => {
	model = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (part) => {
			body += part;
		});
		request.on('end', () => {
			heard.push({ authorization: request.headers.authorization, body });
			if (says.hangs) return;
			response.writeHead(says.status ?? 200, { 'content-type': 'application/json' });
			response.end(says.raw ?? JSON.stringify({ choices: [{ message: { content: says.text ?? '' } }] }));
		});
	});
	await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
	const { port } = model.address() as AddressInfo;
	const env = { ASK_MODEL_URL: `http://127.0.0.1:${port}/v1/`, ASK_MODEL_KEY: 'k', ASK_MODEL_NAME: 'm' };
	desk = await openDesk(undefined, env);
	await publish('welfare', { title: '柳溪镇最低生活保障办事指南', body: GUIDE });
	await publish('road', {
		title: '农村公路养护招标公告',
		body: '<p>养护里程三十二公里，投标截止时间为2026年7月1日。</p>',
	});
	await publish('old', {
		title: '柳溪镇渡船票价规定',
		body: '<p>渡船票价为每人每次2元，学生半价。</p>',
		expiresOn: '2026-05-31',
	});
	await publish('new', {
		title: '柳溪镇渡船票价调整通知',
		body: '<p>渡船票价调整为每人每次3元，六十五周岁以上老年人免费。</p>',
	});
	await desk.server.settle();
}, 120_000);
afterAll(async () => {
	await desk.server.close();
	model.closeAllConnections();
	model.close();
});

const read = () => reader(desk.server.as(PUBLIC));
const answer = async (text: string) => (await answerOf(read(), text)).passages;
/** As an answer, or as what comes nearest. */
const shown = async (text: string) => {
	const { passages, nearest } = await answerOf(read(), text);
	return [...passages, ...nearest];
};
const post = async (url: string, form: Record<string, string>, address?: string) =>
	await desk.server.inject({
		method: 'POST',
		url,
		payload: new URLSearchParams(form).toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		...(address ? { remoteAddress: address } : {}),
	});
let addresses = 0;
/** Each from an address of its own: the limit is tested apart. */
const ask = async (q: string, token = `t${Math.random()}`) => {
	addresses += 1;
	return await post('/ask', { q, token }, `10.1.0.${addresses}`);
};
const rows = async <T>(query: string) => (await sql.raw<T>(query).execute(desk.server.services.database.sql)).rows;
interface Logged {
	question: string;
	found: boolean;
	model_outcome: string;
	model_answer: string;
	key: string;
	id: number;
	passages: { source: string; position: number; body: string }[];
}
const lastLog = async () => (await rows<Logged>('select * from ask_log order by id desc limit 1'))[0];
const textOf = (html: string) => (html.split('<main')[1] ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

describe('passages', () => {
	it.each([
		['低保要带什么材料', 'welfare', '户口簿'],
		['低保多久能批下来', 'welfare', '三十个工作日'],
		['低保的事打什么电话', 'welfare', '0999-8100001'],
		['公路养护投标什么时候截止', 'road', '7月1日'],
	])('%s', async (question, key, part) => {
		const [first] = await answer(question);
		expect(first?.source).toEqual({ kind: 'document', id: ids[key] });
		expect(first?.body).toContain(part);
	});

	it.each(['县城哪家火锅好吃', '低保金能不能继承', '公路养护工资多少钱', '吗', '？'])(
		'%s: nothing answers',
		async (question) => {
			expect(await answer(question)).toEqual([]);
		},
	);

	it('what is no longer valid comes last, with its day', async () => {
		const found = await shown('坐渡船多少钱');
		expect(found.map(({ source }) => source.id)).toEqual([ids.new, ids.old]);
		expect(found[1]).toMatchObject({ validity: 'expired', endedOn: '2026-05-31' });
		says = { text: '' };
		const text = textOf((await ask('坐渡船多少钱')).body);
		expect(text).toMatch(/已失效.*有效期至2026-05-31/);
	});

	it('a repealed paper says so from its day on', async () => {
		await publish('rule', {
			title: '柳溪镇码头摊位收费办法',
			body: '<p>码头摊位每月收取管理费四十五元，临时摊位每天二元。</p>',
		});
		await desk.server.settle();
		await (await desk.as('leader')).post(`/api/documents/${ids.rule}/validity`, {
			...{ validity: 'repealed', onDay: '2026-06-01', basis: '柳政发〔2026〕9号' },
		});
		const [first] = await answer('码头摊位多少钱');
		expect(first).toMatchObject({ validity: 'repealed', endedOn: '2026-06-01' });
	});

	it('go with their document at once, and with its edition', async () => {
		await publish('gone', {
			title: '柳溪镇骆驼饲养补贴公告',
			body: '<p>骆驼饲养补贴每峰三百元，六月底前发放到户。</p>',
		});
		await desk.server.settle();
		expect(await answer('骆驼补贴多少钱')).toHaveLength(1);
		await desk.move(ids.gone ?? 0, 'leader', 'withdraw', { reason: '公开范围有误' });
		expect(await answer('骆驼补贴多少钱')).toEqual([]);
		const { nearest } = await answerOf(read(), '骆驼补贴多少钱');
		expect(nearest.map(({ source }) => source.id)).not.toContain(ids.gone);
		expect(await rows(`select 1 from ask_passage where document_id = ${ids.gone}`)).toEqual([]);
		await desk.server.settle();
		expect(textOf((await ask('骆驼补贴多少钱')).body)).not.toContain('三百元');
	});

	it('of the same words are shown once, whoever published them', async () => {
		const body = '<p>水稻育秧补助每亩四十五元，按照实际播种面积发放。</p>';
		for (const name of ['one', 'two']) await publish(name, { title: `柳溪镇${name}水稻育秧补助通知`, body });
		await desk.server.settle();
		const { passages, nearest } = await answerOf(read(), '水稻育秧补助多少钱');
		expect([...passages, ...nearest].filter(({ body: text }) => text.includes('四十五元'))).toHaveLength(1);
	});

	it('drafts are in no answer', async () => {
		await desk.draft({ title: '柳溪镇羊驼养殖奖励办法', body: '<p>羊驼养殖奖励每只五百元，分两次发放到户。</p>' });
		await desk.server.settle();
		expect(await answer('羊驼奖励多少钱')).toEqual([]);
	});

	it('of the documents of before are made by the job of the migration, twice if need be', async () => {
		const before = await rows('select document_id, position, body from ask_passage order by 1, 2');
		await sql`delete from ask_passage where document_id is not null`.execute(desk.server.services.database.sql);
		const job = { id: 0, kind: 'ask.reindex', payload: { after: 0 }, attempts: 1, maxAttempts: 5 };
		const handler = jobHandlers(desk.server.services).get('ask.reindex');
		await handler?.(job);
		await handler?.(job);
		expect(await rows('select document_id, position, body from ask_passage order by 1, 2')).toEqual(before);
	});
});

describe('the page', () => {
	it('quotes with title, office, day and a way to the place; words are marked', async () => {
		says = { text: '' };
		const { body, statusCode } = await ask('低保要带什么材料');
		expect(statusCode).toBe(200);
		expect([...body.matchAll(/<mark>([^<]+)<\/mark>/g)].map(([, word]) => word)).toContain('最低生活保障');
		expect(textOf(body)).toContain('申请人应当提交身份证、户口簿和家庭经济状况核对授权书。');
		expect(textOf(body)).toContain('柳溪镇人民政府');
		expect(body).toMatch(new RegExp(`href="/d/${ids.welfare}#:~:text=`));
		expect(body).not.toContain('由模型根据');
	});

	it('says 未找到 with the ways on', async () => {
		const { body } = await ask('县城哪家火锅好吃');
		expect(textOf(body)).toContain('未找到');
		for (const href of ['/search', '/apply', '/voice/new?kind=question', '/faq'])
			expect(body).toContain(`href="${href}"`);
	});

	it('shows what comes nearest where nothing is held to answer, and says so; nothing where all are far', async () => {
		const near = await answerOf(read(), '低保金每月几号打到卡上');
		expect(near.passages).toEqual([]);
		expect(near.nearest.map(({ source }) => source.id)).toContain(ids.welfare);
		expect(near.nearest.length).toBeLessThanOrEqual(3);
		const { body } = await ask('低保金每月几号打到卡上');
		expect(textOf(body)).toMatch(/没有找到确定的回答.*请对照原文.*最接近的原文.*柳溪镇最低生活保障办事指南/);
		expect(textOf(body)).not.toContain('找到的原文');
		expect(await lastLog()).toMatchObject({ found: false, model_outcome: 'none' });
		expect((await lastLog())?.passages.map(({ source }) => source)).toContain(`document ${ids.welfare}`);
		for (const far of ['县城哪家火锅好吃', '？', '明天会下雨吗']) {
			expect((await answerOf(read(), far)).nearest).toEqual([]);
			const nothing = (await ask(far)).body;
			expect(textOf(nothing)).not.toContain('最接近');
			expect(nothing).not.toContain('<blockquote');
		}
	});

	it('comes back filled with the fault beside the field, and is no way for markup', async () => {
		const refused = await ask('低');
		expect(refused.statusCode).toBe(422);
		expect(refused.body).toContain('请写明要问的事');
		expect((await ask('<script>alert(1)</script>')).body).not.toContain('<script>alert');
		expect((await ask('低保\u0000\ud800')).statusCode).toBe(200);
		expect((await ask('低保'.repeat(200))).statusCode).toBe(422);
	});

	it('is not asked without end from one address', async () => {
		const codes = [];
		for (let count = 0; count < 25; count += 1) codes.push((await post('/ask', { q: '？' }, '10.9.9.9')).statusCode);
		expect(codes).toContain(429);
	});

	it('reads a question in traditional characters', async () => {
		expect(textOf((await ask('申請低保要帶什麼材料')).body)).toContain('户口簿');
	});
});

describe('the log', () => {
	it('keeps the question without personal data, once however often it is sent', async () => {
		const token = `t${Math.random()}`;
		for (let twice = 0; twice < 2; twice += 1) await ask('我的手机13900139000，低保要带什么材料', token);
		const log = await lastLog();
		expect(log?.question).toContain('低保要带什么材料');
		expect(JSON.stringify(log)).not.toContain('13900139000');
		const kept = await rows<{ n: number }>(`select count(*)::int as n from ask_log where question like '我的手机%'`);
		expect(kept[0]?.n).toBe(1);
	});

	it('takes one word on an answer from whoever got it', async () => {
		const token = `t${Math.random()}`;
		await ask('低保要带什么材料', token);
		expect((await post('/ask/useful', { token, useful: 'no' }, '10.2.0.1')).statusCode).toBe(200);
		await post('/ask/useful', { token, useful: 'yes' }, '10.2.0.2');
		expect((await post('/ask/useful', { token: 'made up', useful: 'yes' }, '10.2.0.3')).statusCode).toBe(404);
		expect((await post('/ask/useful', { token, useful: 'maybe' }, '10.2.0.4')).statusCode).toBe(404);
		expect(await rows('select useful from ask_verdict')).toEqual([{ useful: false }]);
	});

	it('keeps no word of what was withdrawn since, nor what a model made of it: only where it stood', async () => {
		await publish('secret', {
			title: '柳溪镇鸵鸟养殖补贴公告',
			body: '<p>鸵鸟养殖补贴每只四百元，七月底前发放到户。</p>',
		});
		await desk.server.settle();
		await ask('低保要带什么材料');
		const other = await lastLog();
		says = { text: '鸵鸟养殖补贴每只四百元[1]。' };
		await ask('鸵鸟养殖补贴每只多少元');
		says = { text: '' };
		const source = `document ${ids.secret}`;
		const before = await lastLog();
		expect(before?.passages).toContainEqual(
			expect.objectContaining({ source, body: expect.stringContaining('四百元') }),
		);
		await desk.move(ids.secret ?? 0, 'leader', 'withdraw', { reason: '公开范围有误' });
		await desk.server.settle();
		expect(
			await rows("select 1 from ask_log where passages::text like '%四百元%' or model_answer like '%四百元%'"),
		).toEqual([]);
		const after = await lastLog();
		expect(after?.passages.map(({ source, position }) => [source, position])).toEqual(
			before?.passages.map(({ source, position }) => [source, position]),
		);
		expect((await rows<Logged>(`select * from ask_log where id = ${other?.id}`))[0]).toEqual(other);
	});

	it('keeps no word that a corrected edition says no more, and those it still says', async () => {
		await publish('corrected', {
			title: '柳溪镇梅花鹿养殖补贴公告',
			body: [
				'<h2>补贴标准</h2><p>梅花鹿养殖补贴每只六百元，住址柳溪镇一组八号的养殖户除外。</p>',
				'<h2>发放时间</h2><p>梅花鹿养殖补贴于九月底前发放到户。</p>',
			].join(''),
		});
		await desk.server.settle();
		const id = ids.corrected ?? 0;
		const source = `document ${id}`;
		says = { text: '梅花鹿养殖补贴每只六百元[1]。' };
		await ask('梅花鹿养殖补贴每只多少元');
		says = { text: '' };
		const first = await lastLog();
		expect(first?.passages).toContainEqual(
			expect.objectContaining({ source, body: expect.stringContaining('六百元') }),
		);
		await ask('梅花鹿养殖补贴什么时候发放');
		const second = await lastLog();
		const kept = second?.passages.find(({ body }) => body.includes('九月底'));
		expect(kept).toMatchObject({ source });
		await desk.move(id, 'clerk', 'amend', { note: '补贴标准有误，更正' });
		const { version, content } = await desk.read(id);
		const body = [
			'<h2>补贴标准</h2><p>梅花鹿养殖补贴每只五百元。</p>',
			'<h2>发放时间</h2><p>梅花鹿养殖补贴于九月底前发放到户。</p>',
		].join('');
		const put = await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, {
			version,
			content: { ...content, body },
		});
		expect(put.statusCode).toBe(200);
		await desk.publish(id);
		await desk.server.settle();
		expect(
			await rows(
				"select 1 from ask_log where passages::text ~ '六百元|八号' or (model_answer like '%六百元%' and key like '%梅花鹿%')",
			),
		).toEqual([]);
		const after = (await rows<Logged>(`select * from ask_log where id = ${second?.id}`))[0];
		expect(after?.passages).toContainEqual(kept);
		expect(after?.passages.map(({ position }) => position)).toEqual(second?.passages.map(({ position }) => position));
	});

	it('loses at night what was written while its document went', async () => {
		const late = JSON.stringify([
			{ source: `document ${ids.secret}`, position: 0, body: '鸵鸟四百元' },
			{ source: `document ${ids.welfare}`, position: 1, body: '户口簿' },
		]);
		await sql`
			insert into ask_log (question, key, found, passages, model_outcome, model_answer, took_ms, asked_at)
			values ('鸵鸟', '鸵鸟', true, ${late}::jsonb, 'shown', '四百元', 1, ${read().now})
		`.execute(desk.server.services.database.sql);
		const job = { id: 0, kind: 'ask.forget', payload: {}, attempts: 1, maxAttempts: 5 };
		for (let twice = 0; twice < 2; twice += 1) await jobHandlers(desk.server.services).get('ask.forget')?.(job);
		const log = await lastLog();
		expect(log?.passages).toEqual([
			{ source: `document ${ids.secret}`, position: 0, body: '' },
			{ source: `document ${ids.welfare}`, position: 1, body: '户口簿' },
		]);
		expect(log?.model_answer).toBe('');
	});

	it('is forgotten after two years', async () => {
		await sql`insert into ask_log (question, key, found, passages, model_outcome, took_ms, asked_at) values ('旧', '旧', false, '[]', 'none', 1, '2020-01-01')`.execute(
			desk.server.services.database.sql,
		);
		const job = { id: 0, kind: 'ask.forget', payload: {}, attempts: 1, maxAttempts: 5 };
		await jobHandlers(desk.server.services).get('ask.forget')?.(job);
		expect(await rows(`select 1 from ask_log where key = '旧'`)).toEqual([]);
	});
});

describe('what was asked and not found', () => {
	const asked = async (person: PersonKey, show = 'unanswered') =>
		await (await desk.as(person)).get(`/api/asked?show=${show}`);

	it('is seen by the county office alone, the most asked first', async () => {
		for (let times = 0; times < 3; times += 1) await ask('渡口几点关灯？');
		await ask('渡口几点关灯');
		await ask('码头有没有厕所');
		for (const person of ['clerk', 'leader', 'administrator'] as const)
			expect((await asked(person)).statusCode).toBe(403);
		const [first] = (await asked('countyOfficer')).json().rows;
		expect(first).toMatchObject({ key: '渡口几点关灯', count: 4, found: false, entryId: null });
	});

	it('becomes a draft with one click, and only one', async () => {
		const county = await desk.as('countyOfficer');
		const both = await Promise.all([1, 2].map(() => county.post('/api/asked/entry', { key: '渡口几点关灯' })));
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const id = both.find(({ statusCode }) => statusCode === 200)?.json().id;
		expect((await county.get(`/api/faq/${id}`)).json()).toMatchObject({
			state: 'draft',
			content: { question: '渡口几点关灯' },
		});
		expect(JSON.stringify((await asked('countyOfficer')).json())).not.toContain('渡口几点关灯');
		expect((await county.post('/api/asked/entry', { key: '没有人问过' })).statusCode).toBe(404);
	});

	it('is put aside until it is asked again', async () => {
		const county = await desk.as('countyOfficer');
		await county.post('/api/asked/dismissal', { key: '码头有没有厕所' });
		expect(JSON.stringify((await asked('countyOfficer')).json())).not.toContain('码头有没有厕所');
		desk.server.clock.set('2026-06-01T02:00:00Z');
		await ask('码头有没有厕所');
		expect(JSON.stringify((await asked('countyOfficer')).json())).toContain('码头有没有厕所');
	});
});

describe('问答库', () => {
	const CONTENT = {
		...{ question: '渡口夜里能过河吗', answer: '夜里22时以后停渡，急事请打值班电话0999-8100009。' },
		...{ wordings: ['晚上可以坐船吗'], documentId: null, basis: '', validUntil: null },
	};
	const create = async (change: object = {}, person: PersonKey = 'clerk', officeId = desk.county.townshipA.id) =>
		await (await desk.as(person)).post('/api/faq', { officeId, content: { ...CONTENT, ...change } });
	const move = async (person: PersonKey, id: number, action: string, body: object) =>
		await (await desk.as(person)).post(`/api/faq/${id}/moves/${action}`, { text: '', ...body });
	const view = async (id: number) => (await (await desk.as('clerk')).get(`/api/faq/${id}`)).json();
	const page = async (url: string) => await desk.page(url);

	it('is written by a clerk, published by a leader, found, written on, and taken away with its passages', async () => {
		const { id } = (await create()).json();
		expect((await page(`/faq/${id}`)).status).toBe(404);
		expect((await page('/faq')).body).not.toContain(CONTENT.question);
		expect(await answer('夜里能坐渡船过河吗')).toEqual([]);
		expect((await move('clerk', id, 'publish', { revision: 1 })).statusCode).toBe(403);
		expect((await move('leader', id, 'publish', { revision: 1 })).statusCode).toBe(200);
		expect((await page('/faq')).body).toContain(CONTENT.question);
		expect((await answer('晚上可以坐船吗'))[0]).toMatchObject({
			source: { kind: 'entry', id },
			title: CONTENT.question,
		});
		// Written on: everybody still reads what was signed.
		const changed = { ...CONTENT, answer: '夜里23时以后停渡，不办理预约。' };
		const clerk = await desk.as('clerk');
		const body = { revision: 2, officeId: desk.county.townshipA.id, content: changed };
		expect((await clerk.put(`/api/faq/${id}`, body)).statusCode).toBe(200);
		expect((await clerk.put(`/api/faq/${id}`, body)).statusCode).toBe(409);
		expect((await page(`/faq/${id}`)).body).toContain('22时');
		await ask('晚上可以坐船吗');
		const quoted = async (words: string) => await rows(`select 1 from ask_log where passages::text like '%${words}%'`);
		expect(await quoted('22时以后停渡')).not.toEqual([]);
		expect((await view(id)).changed).toBe(true);
		expect((await move('leader', id, 'publish', { revision: 2 })).statusCode).toBe(409);
		expect((await move('leader', id, 'publish', { revision: 3 })).statusCode).toBe(200);
		expect((await page(`/faq/${id}`)).body).toContain('23时');
		expect(await quoted('22时以后停渡')).toEqual([]);
		await ask('晚上可以坐船吗');
		expect(await quoted('23时以后停渡')).not.toEqual([]);
		expect((await move('leader', id, 'publish', { revision: 4 })).statusCode).toBe(422);
		expect((await move('leader', id, 'withdraw', { revision: 4 })).statusCode).toBe(422);
		expect((await move('leader', id, 'withdraw', { revision: 4, text: '渡口已经停运' })).statusCode).toBe(200);
		expect((await page(`/faq/${id}`)).status).toBe(404);
		expect((await page('/faq')).body).not.toContain(CONTENT.question);
		expect(await quoted('23时以后停渡')).toEqual([]);
		expect(await rows(`select 1 from ask_log where passages::text like '%entry ${id}%'`)).not.toEqual([]);
		expect(await answer('晚上可以坐船吗')).toEqual([]);
		expect((await view(id)).steps.map(({ action }: { action: string }) => action)).toEqual([
			...['create', 'publish', 'save', 'publish', 'withdraw'],
		]);
	});

	it('shows no personal data, and names the fault beside its field', async () => {
		const { id } = (await create({ answer: '请打王小明的手机13900139000。' })).json();
		const refused = await move('leader', id, 'publish', { revision: 1 });
		expect(refused.json().issues[0]).toMatchObject({ key: 'entry.personal', field: 'answer' });
		expect((await create({ question: '' })).json().issues[0].field).toBe('question');
		expect((await create({ documentId: 999_999 })).json().issues[0].field).toBe('documentId');
	});

	it('is an office of its own: another neither sees nor writes it', async () => {
		const { id } = (await create()).json();
		const other = await desk.as('clerkB');
		expect((await other.get(`/api/faq/${id}`)).statusCode).toBe(404);
		const body = { revision: 1, officeId: desk.county.townshipB.id, content: CONTENT };
		expect((await other.put(`/api/faq/${id}`, body)).statusCode).toBe(404);
		expect((await create({}, 'clerkB')).statusCode).toBe(403);
		expect((await move('leaderB', id, 'publish', { revision: 1 })).statusCode).toBe(404);
		expect((await create({}, 'countyOfficer')).statusCode).toBe(200);
	});

	it('ends with its last day, and its ground with the ground’s withdrawal', async () => {
		await publish('ground', {
			title: '柳溪镇水磨管理规定',
			body: '<p>水磨每日开放，使用后应当清扫并且登记姓名以外的用量。</p>',
		});
		const content = {
			question: '水磨房怎么使用',
			answer: '水磨房每日开放，用后登记用量。',
			documentId: ids.ground,
			validUntil: '2026-06-30',
		};
		const { id } = (await create(content)).json();
		await move('leader', id, 'publish', { revision: 1 });
		expect((await page(`/faq/${id}`)).body).toContain('柳溪镇水磨管理规定');
		await desk.move(ids.ground ?? 0, 'leader', 'withdraw', { reason: '公开范围有误' });
		const after = (await page(`/faq/${id}`)).body;
		expect(after).toContain(content.question);
		expect(after).not.toContain('柳溪镇水磨管理规定');
		expect(await answer('水磨房怎么使用')).toHaveLength(1);
		desk.server.clock.set('2026-07-01T02:00:00Z');
		expect(await answer('水磨房怎么使用')).toEqual([]);
		desk.server.clock.set('2026-06-01T01:00:00Z');
	});

	it('is cut anew with the documents when names change, by the last change alone', async () => {
		const { id } = (await create({ question: '渡口能带自行车吗', answer: '可以，自行车随船免费。' })).json();
		await move('leader', id, 'publish', { revision: 1 });
		interface Cut {
			entry_id: number | null;
			words: string;
		}
		const cut = () =>
			rows<Cut>('select *, words::text as words from ask_passage order by document_id, entry_id, position');
		const wordsOf = async () => (await cut()).map(({ words }) => words);
		const before = await wordsOf();
		const [known] = await rows<{ value: string }>("select value from setting where key = 'search.dictionary'");
		const handler = jobHandlers(desk.server.services).get('ask.reindex');
		const sweep = async (fingerprint: string | undefined) =>
			await handler?.({ ...{ id: 0, kind: 'ask.reindex', attempts: 1, maxAttempts: 5 }, payload: { fingerprint } });
		await sql`update ask_passage set words = ''`.execute(desk.server.services.database.sql);
		await sweep('of names that have changed again');
		expect(await wordsOf()).toEqual(before.map(() => ''));
		await sweep(known?.value);
		expect((await wordsOf()).sort()).toEqual([...before].sort());
		expect((await cut()).some(({ entry_id }) => entry_id === id)).toBe(true);
	});
});

describe('a model', () => {
	const QUESTION = '低保要带什么材料';

	it('is asked with passages and a masked question, and shown with its mark', async () => {
		heard.length = 0;
		says = { text: '申请低保要提交身份证、户口簿和核对授权书[1]。' };
		const text = textOf((await ask(`${QUESTION}，13900139000`)).body);
		expect(text).toContain('由模型根据下列原文归纳，以原文为准');
		expect(text).toContain('核对授权书[1]');
		expect(heard[0]?.authorization).toBe('Bearer k');
		expect(heard[0]?.body).not.toContain('13900139000');
		expect(heard[0]?.body).toContain('家庭经济状况核对授权书');
		expect(await lastLog()).toMatchObject({ model_outcome: 'shown' });
	});

	it.each([
		['cites nothing', { text: '需要身份证和户口簿。' }, 'ungrounded'],
		['makes a figure up', { text: '需要3份身份证复印件[1]。' }, 'ungrounded'],
		['talks nonsense', { text: '{"a": 1}' }, 'ungrounded'],
		['answers with a fault', { status: 500, text: 'x' }, 'unreachable'],
		['answers no json', { raw: '<html>' }, 'unreachable'],
		['answers nothing', { raw: '{"choices": []}' }, 'unreachable'],
		['answers without end', { raw: 'x'.repeat(400_000) }, 'unreachable'],
	])('that %s is dropped, and the passages stand', async (_what, next, outcome) => {
		says = next;
		const { body, statusCode } = await ask(QUESTION);
		expect(statusCode).toBe(200);
		expect(body).not.toContain('由模型根据');
		expect(textOf(body)).toContain('户口簿');
		expect(await lastLog()).toMatchObject({ model_outcome: outcome });
	});

	it('that does not answer in time is not waited for', async () => {
		says = { hangs: true };
		const { passages } = await answerOf(read(), QUESTION);
		const began = performance.now();
		expect(await phrase(desk.server.services.config.model, QUESTION, passages, 300)).toEqual({
			outcome: 'late',
			answer: '',
		});
		expect(performance.now() - began).toBeLessThan(5_000);
		says = {};
	});

	it('is not asked where nothing was found', async () => {
		heard.length = 0;
		await ask('县城哪家火锅好吃');
		expect(heard).toEqual([]);
		expect(await lastLog()).toMatchObject({ found: false, model_outcome: 'none' });
	});
});
