import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { type Desk, openDesk, receipt } from './desk.setup.ts';

/**
 * What must stay hidden, looked for on every path there is; what was written, looked for after it was changed; and what many do
 * at once, counted afterwards.
 */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());
beforeEach(() => desk.turn('2026-06-01'));

const query = async (text: string, values: unknown[] = []) =>
	(await desk.server.services.database.pool.query(text, values)).rows;
const DRAFT = {
	...{ kind: 'normative', title: '隐山水源保护办法（征求意见稿）', toDay: '2026-07-10', how: '' },
	body: '第一条 隐山水源一级保护区内禁止新建建筑。第二条 本办法由镇人民政府解释。',
	explanation: '水源地保护范围需要重新划定，现有规定不能适应。',
};
interface Consultation {
	revision: number;
	commentList: { id: number; body: string }[];
	opinions: { id: number; revision: number }[];
	files: { id: number }[];
	steps: { action: string }[];
}
const consultation = async (id: number, person: PersonKey = 'clerk') =>
	await desk.get<Consultation>(person, `/api/consultations/${id}`);
const draft = async (change: object = {}) =>
	(await desk.send('clerk', '/api/consultations', { ...DRAFT, ...change })).body;
const move = async (person: PersonKey, id: number, action: string, body: object = {}) => {
	const { revision } = await consultation(id, 'countyOfficer');
	return await desk.send(person, `/api/consultations/${id}/moves/${action}`, { revision, ...body });
};
async function opened(): Promise<{ id: number; number: string }> {
	const made = await draft();
	await move('clerk', made.id, 'submit');
	await move('leader', made.id, 'sign');
	return made;
}
const comment = async (number: string, change: Record<string, string> = {}) =>
	await desk.post(`/consultations/${number}/comment`, {
		...{ token: `t${Math.random()}`, clause: '第一条', body: '隐泉村应当划入保护区。' },
		...{ name: '钱隐名', phone: '13900139000', email: 'qian@example.cn', ...change },
	});

/** Every page of the portal a reader can come to without knowing a code, and what is sent to machines. */
const paths = (number: string) => [
	...[
		'/',
		'/consultations',
		'/voice',
		'/voice/wanted',
		'/proposals',
		'/search?q=隐山',
		'/search?q=隐泉',
		'/sitemap.xml',
	],
	...[
		'/ask',
		'/faq',
		'/catalog',
		'/o/liuxi',
		'/feed.xml',
		`/consultations/${number}`,
		`/consultations/${number}/comment`,
	],
	...['/api/consultations', '/api/participation/figures?from=2026-01-01&to=2026-12-31', '/api/openapi.json'],
];
async function lookedFor(number: string, hidden: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const path of paths(number)) {
		const { body } = await desk.page(path);
		for (const word of hidden) if (body.includes(word)) found.push(`${path}: ${word}`);
	}
	return found;
}

describe('a draft before it is signed', () => {
	it.each(['draft', 'toSign'])('in the state %s is on no path of the public, nor its files', async (state) => {
		const { id, number } = await draft();
		const clerk = await desk.as('clerk');
		await clerk.upload(`/api/consultations/${id}/files`, [{ name: '隐山附图.pdf', content: '%PDF-1.4' }]);
		const [file] = (await consultation(id)).files;
		if (state === 'toSign') await move('clerk', id, 'submit');
		expect(await lookedFor(number, ['隐山'])).toEqual([]);
		for (const path of [`/consultations/${number}/files/${file?.id}/x.pdf`, `/consultations/${number}`])
			expect((await desk.page(path)).status, path).toBe(404);
		expect((await comment(number)).status).toBe(404);
		await desk.server.settle();
		const passages = await query("select body from ask_passage where body like '%隐山%'");
		expect(passages).toEqual([]);
	});
});

describe('who commented, and what', () => {
	it('is on no path before, between and after; of the result only what the office wrote', async () => {
		const { id, number } = await opened();
		const hidden = ['钱隐名', '13900139000', 'qian@example', '隐泉村应当'];
		await comment(number);
		expect(await lookedFor(number, hidden)).toEqual([]);
		const [first] = (await consultation(id)).commentList;
		await desk.send('clerk', `/api/consultations/${id}/opinions`, {
			commentIds: [first?.id],
			summary: '扩大保护区范围',
		});
		const [opinion] = (await consultation(id)).opinions;
		const words = { revision: 1, summary: '扩大保护区范围', verdict: 'adopted', reason: '' };
		await desk.put('clerk', `/api/consultations/${id}/opinions/${opinion?.id}`, words);
		expect(await lookedFor(number, [...hidden, '扩大保护区范围'])).toEqual([]);
		desk.turn('2026-07-11');
		await move('clerk', id, 'submitResult', { text: '共收到一条意见，予以采纳。' });
		expect(await lookedFor(number, [...hidden, '扩大保护区范围', '共收到一条意见'])).toEqual([]);
		await move('leader', id, 'publishResult');
		expect(await lookedFor(number, hidden)).toEqual([]);
		expect((await desk.page(`/consultations/${number}`)).body).toContain('扩大保护区范围');
	});

	it('is told to whoever has number and code of that very comment, and by no other pair', async () => {
		const { number } = await opened();
		const mine = receipt((await comment(number)).body);
		const other = receipt((await comment(number, { body: '另一个人的意见内容。' })).body);
		const ask = async (form: { number: string; code: string }) => await desk.post('/consultations/query', form);
		expect((await ask(mine)).body).toContain('隐泉村应当');
		for (const wrong of [
			{ number: mine.number, code: other.code },
			{ number: other.number, code: mine.code },
			{ number: mine.number, code: '' },
			{ number: '', code: mine.code },
			{ number: `${mine.number}\u0000`, code: mine.code.slice(0, -1) },
			{ number: '%', code: '%' },
		]) {
			const answer = await ask(wrong);
			expect([answer.status, answer.body.includes('隐泉村应当')]).toEqual([422, false]);
		}
	});

	it('a message and its code open nothing of a comment, nor the other way round', async () => {
		const { number } = await opened();
		const mine = receipt((await comment(number)).body);
		expect((await desk.post('/voice/query', mine)).status).toBe(422);
		const sent = await desk.post('/voice/new', {
			...{ token: 'cross', kind: 'question', office: 'liuxi', title: '隐秘来信标题', body: '隐秘来信的内容。' },
		});
		const voice = receipt(sent.body);
		const crossed = await desk.post('/consultations/query', voice);
		expect([crossed.status, crossed.body.includes('隐秘来信')]).toEqual([422, false]);
	});
});

describe('what was written down', () => {
	const concern = async () => {
		const sent = await desk.post('/voice/new', {
			...{
				token: `h${Math.random()}`,
				kind: 'question',
				office: 'liuxi',
				title: '水价什么时候调整',
				body: '想知道水价什么时候调整。',
			},
		});
		const { number } = receipt(sent.body);
		const { rows } = await desk.get<{ rows: { id: number }[] }>('countyOfficer', `/api/concerns?q=${number}`);
		return rows[0]?.id ?? 0;
	};
	const hand = async (person: PersonKey, id: number, action: string, body: object = {}) =>
		await desk.send(person, `/api/concerns/${id}/moves/${action}`, body);

	it('stays when an answer is corrected: both answers stand in the history, with who and when', async () => {
		const id = await concern();
		await hand('clerk', id, 'accept');
		await hand('clerk', id, 'answer', { text: '水价将于七月一日起调整。' });
		const first = await query('select to_jsonb(s)::text as row from concern_step s where concern_id = $1 order by id', [
			id,
		]);
		desk.turn('2026-06-02');
		await hand('clerk', id, 'amend', { text: '更正：水价将于八月一日起调整。' });
		const steps = await query('select to_jsonb(s)::text as row from concern_step s where concern_id = $1 order by id', [
			id,
		]);
		expect(steps.slice(0, first.length)).toEqual(first);
		const told = steps.map(({ row }) => row).join('\n');
		for (const part of ['七月一日', '八月一日']) expect(told).toContain(part);
		// The day of the answer is that of the first: a correction makes no late answer.
		const { answeredAt } = await desk.get<{ answeredAt: string }>('clerk', `/api/concerns/${id}`);
		expect(answeredAt.slice(0, 10)).toBe('2026-06-01');
		await expect(query('update concern_step set text = $1 where concern_id = $2', ['改', id])).rejects.toThrow();
		await expect(query('delete from concern_step where concern_id = $1', [id])).rejects.toThrow();
	});

	it('of a consultation can be neither changed nor taken away, not even in the database', async () => {
		const { id } = await opened();
		await expect(query("update participation_step set text = 'x'")).rejects.toThrow();
		await expect(query('delete from participation_step')).rejects.toThrow();
		expect((await consultation(id)).steps.map(({ action }) => action)).toEqual(['create', 'submit', 'sign']);
	});

	it('as an answer at once by two is one answer', async () => {
		const id = await concern();
		await hand('clerk', id, 'accept');
		const both = await Promise.all(
			['七月一日起调整水价。', '八月一日起调整水价。'].map((text) => hand('clerk', id, 'answer', { text })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
		const answers = await query("select 1 from concern_step where concern_id = $1 and action = 'answer'", [id]);
		expect(answers).toHaveLength(1);
	});
});

describe('numbers at the turn of the year', () => {
	it('begin anew at midnight in China, without gap or double, though many come at once', async () => {
		const send = async () => {
			const sent = await desk.post('/voice/new', {
				...{
					token: `y${Math.random()}`,
					kind: 'question',
					office: 'shiqiao',
					title: '跨年咨询',
					body: '跨年的时候提出的咨询。',
				},
			});
			return /HD\d{9}/.exec(sent.body)?.[0] ?? '';
		};
		desk.server.clock.set('2026-12-31T15:59:30Z');
		const old = await Promise.all([send(), send()]);
		desk.server.clock.set('2026-12-31T16:00:30Z');
		const fresh = await Promise.all([send(), send(), send()]);
		expect(old.every((number) => number.startsWith('HD2026'))).toBe(true);
		expect([...fresh].sort()).toEqual(['HD202700001', 'HD202700002', 'HD202700003']);
	});
});

describe('a sheet of the hotline', () => {
	const send = async (rows: readonly (readonly unknown[])[], mode = 'save') => {
		const book = new ExcelJS.Workbook();
		const sheet = book.addWorksheet('导出');
		sheet.addRow(['工单号', '来电时间', '诉求类型', '诉求标题', '诉求内容', '承办单位', '来电人', '联系电话']);
		for (const row of rows) sheet.addRow([...row]);
		const content = new Uint8Array(await book.xlsx.writeBuffer());
		const answer = await (await desk.as('clerk')).upload('/api/concerns/import', [{ name: '工单.xlsx', content }], {
			mode,
		});
		return { status: answer.statusCode, body: answer.json() };
	};
	const count = async () => Number((await query('select count(*)::int as n from concern'))[0]?.n);
	const row = (order: string, change: Partial<Record<number, unknown>> = {}) =>
		Object.assign(
			[order, '2026-05-30 09:15', '咨询', '路灯', '来电反映村口路灯不亮。', '', '王女士', '13900139000'],
			change,
		);

	it('takes a formula for its result or for text, and never for a formula', async () => {
		const before = await count();
		const { body } = await send([
			row('F-1', { 3: { formula: '"算"&"出"', result: '算出来的标题' } }),
			row('F-2', { 3: '=HYPERLINK("http://evil.example","点我")' }),
		]);
		expect([body.ready, await count()]).toEqual([true, before + 2]);
		const titles = await query("select title from concern where origin = 'hotline' order by id desc limit 2");
		expect(titles.map(({ title }) => title).reverse()).toEqual([
			'算出来的标题',
			'=HYPERLINK("http://evil.example","点我")',
		]);
	});

	it.each<[string, Partial<Record<number, unknown>>]>([
		['a day that is not', { 1: '2026-02-30 09:00' }],
		['a moment to come', { 1: '2026-06-01 23:59' }],
		['no words', { 4: '' }],
		['blanks for words', { 3: '', 4: ' \u3000\u200b ' }],
		['too many words', { 4: '长'.repeat(5001) }],
		['an error for words', { 4: { error: '#REF!' } }],
		['an office that is not', { 5: 'constructor' }],
		['an order number of blanks', { 0: ' \u3000 ' }],
		['a telephone that is none', { 7: '12' }],
	])('with %s takes in none of its rows, and says so', async (_, change) => {
		const before = await count();
		const { body } = await send([row(`S-${Math.random()}`), row(`B-${Math.random()}`, change)]);
		expect(body.ready).toBe(false);
		expect(JSON.stringify(body.rows.at(-1).issues)).toMatch(/[\u4e00-\u9fff]/);
		expect(await count()).toBe(before);
	});

	it('of the last minute before midnight is of that day, whatever the clock of the machine says', async () => {
		await send([row('M-1', { 1: '2026-05-31 23:59' })]);
		const [found] = await query("select received_at from concern where order_number = 'M-1'");
		expect(new Date(found?.received_at).toISOString()).toBe('2026-05-31T15:59:00.000Z');
	});
});
