import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, handled, openDesk, originalLetter, step, view } from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';
import { readPdf } from '../../../../test/pdf.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const path = (name: string) => `/api/applications/wordings/${name}`;

interface View {
	title: string;
	edition: number;
	standard: { title: string; source: string };
	editions: { text: object | null; note: string }[];
}

async function current(name: string): Promise<View> {
	return (await (await desk.as('countyOfficer')).get(path(name))).json();
}

async function word(name: string, change: object) {
	return await (await desk.as('countyOfficer')).put(path(name), { edition: 0, note: '县里的说法', ...change });
}

async function extended(): Promise<number> {
	const id = await handled(desk);
	await step(desk, 'clerk', id, 'proposeExtension', { days: 20, reason: '需要查阅历史档案。' });
	await step(desk, 'leader', id, 'approveExtension');
	return id;
}

const OWN =
	'关于您的申请，本机关一时难以答复（{理由}）。\n依据{依据条款}，经{ 批准人 }批准，期限由{原答复期限}延至{延长后的答复期限}。';

test('the list has every letter, none changed in a new county', async () => {
	const { rows } = (await (await desk.as('countyOfficer')).get('/api/applications/wordings')).json();
	expect(rows).toHaveLength(34);
	expect(rows.every((row: { own: boolean; edition: number }) => !row.own && row.edition === 0)).toBe(true);
	expect(rows.find((row: { name: string }) => row.name === 'D15-O2')).toMatchObject({
		title: '政府信息公开告知书',
		outcome: '予以公开',
	});
});

describe('a letter worded by the county', () => {
	test('reads so from then on; one issued before stays as it was; going back is an edition too', async () => {
		const before = await extended();
		const was = readDocx(await originalLetter(desk, before, 'D06')).text;
		expect((await word('D06', { text: { title: '延长答复期限告知书', source: OWN } })).json()).toEqual({ done: true });

		const after = await extended();
		const { text, lines } = readDocx(await originalLetter(desk, after, 'D06'));
		expect(text).toContain('延长答复期限告知书');
		expect(lines).toContain('关于您的申请，本机关一时难以答复（需要查阅历史档案）。');
		expect(text).toContain('期限由2026年6月30日延至2026年7月28日');
		expect(text).toMatch(/柳溪镇公开复〔2026〕\d+号/);
		expect((await view(desk, after)).letters.map(({ title }: { title: string }) => title)).toContain(
			'延长答复期限告知书',
		);
		expect(readDocx(await originalLetter(desk, before, 'D06')).text).toBe(was);

		expect((await word('D06', { edition: 1, text: null, note: '恢复' })).statusCode).toBe(200);
		const { title, edition, editions, standard } = await current('D06');
		expect([title, edition]).toEqual([standard.title, 2]);
		expect(editions.map(({ text: own, note }) => [own === null, note])).toEqual([
			[true, '恢复'],
			[false, '县里的说法'],
		]);
		expect(readDocx(await originalLetter(desk, await extended(), 'D06')).text).toContain('延期答复告知书');
	});

	test('shows in the preview of an answer before it is signed', async () => {
		const { source } = (await current('D15-O1')).standard;
		await word('D15-O1', { text: { title: '答复书', source: `${source.replace('经审查', '经办理')}` } });
		const id = await handled(desk);
		const clerk = await desk.as('clerk');
		const details = { fields: { where: '县政府网站' }, withheld: [], enclosureIds: [] };
		const preview = (await clerk.post(`/api/applications/${id}/preview`, { outcome: 'O1', details })).json();
		expect(preview.title).toBe('答复书');
		expect(preview.paragraphs.join()).toContain('经办理，您申请公开的政府信息已经主动公开');
	});

	test('a form of the file is worded too', async () => {
		const { source } = (await current('D02')).standard;
		await word('D02', { text: { title: '登记表', source: source.replace('经办人', '承办人') } });
		const id = await handled(desk);
		const clerk = await desk.as('clerk');
		const printed = await clerk.post(`/api/applications/${id}/papers`, { template: 'D02', format: 'docx', reason: '' });
		expect(readDocx(printed.rawPayload).text).toContain('承办人');
	});
});

describe('refused', () => {
	test('what leaves out the remedy of 第五十一条, beside the text, and nothing is kept', async () => {
		const { source } = (await current('D19')).standard;
		const answer = await word('D19', { text: { title: '告知书', source: source.replace('{救济途径}', '') } });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues).toEqual([
			{ key: 'wording.missing', field: 'source', message: '缺少必须写明的内容：{救济途径}' },
		]);
		expect((await current('D19')).edition).toBe(0);
	});

	test('a change without a reason, and a change that changes nothing', async () => {
		const { standard } = await current('D20');
		const keys = (await word('D20', { text: standard, note: ' ' }))
			.json()
			.issues.map(({ key }: { key: string }) => key);
		expect(keys).toEqual(['wording.same', 'wording.note']);
	});

	test('of two who change the same edition at once, one is told', async () => {
		const { standard } = await current('D21');
		const answers = await Promise.all(
			['甲', '乙'].map((word_) => word('D21', { text: { ...standard, title: `${word_}告知书` } })),
		);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		expect((await current('D21')).editions).toHaveLength(1);
	});

	test('everyone but the county, and a letter there is not', async () => {
		for (const person of ['clerk', 'leader', 'reviewer'] as const) {
			const browser = await desk.as(person);
			expect((await browser.get(path('D04'))).statusCode).toBe(403);
			expect((await browser.put(path('D04'), { edition: 0, text: null, note: 'x' })).statusCode).toBe(403);
		}
		const county = await desk.as('countyOfficer');
		for (const name of ['D32', 'D15', 'D04-O1']) expect((await county.get(path(name))).statusCode).toBe(404);
	});
});

test('the sample names its blanks and prints as docx and pdf, with what is typed and not yet saved', async () => {
	const county = await desk.as('countyOfficer');
	const body = { title: '延长告知书', source: OWN };
	const docx = await county.post(`${path('D06')}/sample`, body);
	expect(docx.statusCode, docx.body.slice(0, 300)).toBe(200);
	const { text } = readDocx(docx.rawPayload);
	expect(text).toContain('延长告知书');
	expect(text).toContain('期限由〔原答复期限〕延至〔延长后的答复期限〕');
	const pdf = await county.post(`${path('D06')}/sample?format=pdf`, body);
	expect((await readPdf(pdf.rawPayload)).text).toContain('延长告知书');
});
