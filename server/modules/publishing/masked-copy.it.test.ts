import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../../test/pdf.ts';
import { paragraph, writePdf } from '../../platform/documents/index.ts';
import { type Desk, openDesk } from './desk.setup.ts';

const MOBILE = '13800138000';
const ID = '11010519491231002X';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

interface File {
	id: number;
	fileName: string;
	maskedFrom: number | null;
}

async function withFile(name: string, content: Uint8Array, body?: (id: number) => string) {
	const id = await desk.draft({ title: '关于临时救助对象的公示' });
	const clerk = await desk.as('clerk');
	const [file] = (await clerk.upload(`/api/documents/${id}/attachments`, [{ name, content }])).json() as [File];
	const { content: before, version } = await desk.read(id);
	const change = body ? { body: body(file.id) } : { attachments: [file.id] };
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...before, ...change } });
	return { id, file };
}

const mask = async (id: number, fileId: number, person: 'clerk' | 'clerkB' | 'reviewer' = 'clerk') =>
	await (await desk.as(person)).post(`/api/documents/${id}/attachments/${fileId}/masked-copy`, {});
const bytesOf = async (id: number, fileId: number) =>
	new Uint8Array((await (await desk.as('clerk')).get(`/api/documents/${id}/attachments/${fileId}`)).rawPayload);

async function roll(): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet('名单');
	sheet.addRow(['姓名', '类别', '电话']);
	sheet.addRow(['李建国', '低保', Number(MOBILE)]);
	book.addWorksheet('底表', { state: 'veryHidden' }).addRow([ID]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a copy of an attachment with personal data masked (个人信息保护法第二十五条)', () => {
	it('stands where the original was, is clean, and lets the document pass without a reason', async () => {
		const { id, file } = await withFile('救助名单.xlsx', await roll());
		expect((await desk.read(id)).personal.map(({ fileName }) => fileName)).toContain('救助名单.xlsx');
		const answer = await mask(id, file.id);
		expect(answer.statusCode).toBe(200);
		expect(answer.json()).toMatchObject({
			copy: { fileName: '救助名单（隐去个人信息）.xlsx', maskedFrom: file.id },
			note: '已在原格式上隐去，其余内容和版式不变。',
		});
		const after = await desk.read(id);
		expect(after.content.attachments).toEqual([answer.json().copy.id]);
		expect(after.personal).toEqual([]);
		const parts = unzipSync(await bytesOf(id, answer.json().copy.id));
		const all = Object.values(parts)
			.map((part) => new TextDecoder().decode(part))
			.join('\n');
		for (const planted of [MOBILE, ID, '李建国']) expect(all).not.toContain(planted);
		expect(all).toContain('李**');
		await desk.publish(id);
		const page = await desk.page(`/d/${id}`);
		expect(page.body).toContain('救助名单（隐去个人信息）.xlsx');
		// The original is in no public place, by its own number either.
		for (const path of ['x', 'preview', 'pages/1.jpg'])
			expect((await desk.page(`/d/${id}/files/${file.id}/${path}`)).status).toBe(404);
	});

	it('keeps the original for the office alone, and it is not listed again by another way', async () => {
		const { id, file } = await withFile('救助名单.xlsx', await roll());
		await mask(id, file.id);
		const { content, version, attachments } = await desk.read(id);
		expect(attachments.map((one) => one.id)).toContain(file.id);
		const back = await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, {
			version,
			content: { ...content, attachments: [...content.attachments, file.id] },
		});
		expect(back.statusCode).toBe(422);
		expect(back.json().issues[0].message).toContain('原件由本机关留存');
		const shown = { ...content, body: `<p><img src="attachment:${file.id}"></p>` };
		const inText = await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: shown });
		expect(inText.statusCode).toBe(422);
		expect((await (await desk.as('clerkB')).get(`/api/documents/${id}/attachments/${file.id}`)).statusCode).toBe(404);
		const { rows } = await desk.server.services.database.pool.query(
			`select summary, event from audit_entry where summary like '制作隐去个人信息的副本%' order by id desc limit 1`,
		);
		expect(rows[0]).toMatchObject({ event: 'document.maskFile', summary: '制作隐去个人信息的副本：救助名单.xlsx' });
	});

	it('of a docx whose number is cut over runs keeps its form', async () => {
		const xml = `<w:document><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>138</w:t></w:r><w:r><w:t>0013</w:t></w:r><w:r><w:t>8000</w:t></w:r></w:p></w:body></w:document>`;
		const docx = zipSync({
			'[Content_Types].xml': strToU8(
				'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
			),
			'_rels/.rels': strToU8(
				'<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
			),
			'word/document.xml': strToU8(xml),
		});
		const { id, file } = await withFile('通知.docx', docx);
		const answer = await mask(id, file.id);
		expect(answer.statusCode).toBe(200);
		const copy = unzipSync(await bytesOf(id, answer.json().copy.id));
		expect(new TextDecoder().decode(copy['word/document.xml'])).toBe(
			xml.replace('<w:t>0013</w:t>', '<w:t>****</w:t>').replace('<w:t>8000</w:t>', '<w:t>**00</w:t>'),
		);
	});

	it('of a pdf is a new pdf of its words: nothing lies under a black box', async () => {
		const pdf = await writePdf({ title: '救助名单', blocks: [paragraph(`联系电话${MOBILE}，办理时限二十日。`)] });
		const { id, file } = await withFile('救助名单.pdf', pdf);
		let answer = await mask(id, file.id);
		// Opening a pdf has a limit of seconds, and the machine that runs all tests at once is busy: the person tries again.
		for (let tries = 0; answer.statusCode !== 200 && tries < 4; tries += 1) answer = await mask(id, file.id);
		expect(answer.json()).toMatchObject({
			copy: { fileName: '救助名单（隐去个人信息）.pdf', mediaType: 'application/pdf' },
			note: expect.stringContaining('重新排版'),
		});
		const text = await readPdf(await bytesOf(id, answer.json().copy.id));
		const words = JSON.stringify(text).replace(/\s/g, '');
		expect(words).toContain('办理时限二十日');
		expect(words).not.toContain(MOBILE);
		expect((await desk.read(id)).personal).toEqual([]);
	});

	it('of a photograph is the same picture without its place, in the text too', async () => {
		const { id, file } = await withFile('现场.jpg', photo(), (at) => `<p><img src="attachment:${at}" alt="现场"></p>`);
		expect((await desk.read(id)).personal.map(({ kind }) => kind)).toEqual(['place']);
		const answer = await mask(id, file.id);
		expect(answer.statusCode).toBe(200);
		const after = await desk.read(id);
		expect(after.content.body).toContain(`attachment:${answer.json().copy.id}"`);
		expect(after.personal).toEqual([]);
	});

	it('says why there is none, and what can be done', async () => {
		const ole = Buffer.alloc(4096);
		ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		const cases: [string, Uint8Array, string][] = [
			['旧表.xls', ole, '另存为'],
			['扫描.pdf', strToU8('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'), '没有制作副本'],
			['说明.txt', strToU8('办理时限二十日。'), '没有发现'],
		];
		for (const [name, content, sentence] of cases) {
			const { id, file } = await withFile(name, content);
			const answer = await mask(id, file.id);
			expect(answer.statusCode, name).toBe(422);
			expect(answer.json().issues[0].message).toContain(sentence);
			expect((await desk.read(id)).content.attachments).toEqual([file.id]);
		}
	});

	it('is made by whoever drafts in the office, of a draft, once', async () => {
		const { id, file } = await withFile('电话.txt', strToU8(`电话${MOBILE}`));
		expect((await mask(id, file.id, 'clerkB')).statusCode).toBe(404);
		expect((await mask(id, file.id, 'reviewer')).statusCode).toBe(403);
		expect((await mask(id, file.id + 1000)).statusCode).toBe(404);
		// Two press the button at once: one copy.
		const both = await Promise.all([mask(id, file.id), mask(id, file.id)]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		expect((await desk.read(id)).attachments.filter(({ maskedFrom }) => maskedFrom === file.id)).toHaveLength(1);
		await desk.move(id, 'clerk', 'submit');
		const [copy] = (await desk.read(id)).content.attachments;
		expect((await mask(id, Number(copy))).statusCode).toBe(409);
	});

	it('of a file named after a person does not bear the number in its name', async () => {
		const { id, file } = await withFile(`${MOBILE}.txt`, strToU8(`电话${MOBILE}`));
		const { copy } = (await mask(id, file.id)).json() as { copy: File };
		expect(copy.fileName).not.toContain(MOBILE);
		expect(copy.fileName).toMatch(/^138某+00（隐去个人信息）\.txt$/);
	});
});

/** A JPEG of one grey square whose Exif says where it was taken. */
function photo(): Uint8Array {
	const grey = Buffer.from(
		'/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
		'base64',
	);
	const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0];
	const exif = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
	return Buffer.concat([grey.subarray(0, 2), Buffer.from(exif), grey.subarray(2), Buffer.from([0xff, 0xd9])]);
}
