import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../test/pdf.ts';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk(undefined);
});
afterAll(() => desk.server.close());

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const EXE = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(512)]);

async function upload(id: number, name: string, content: Uint8Array, person: 'clerk' | 'clerkB' | 'leader' = 'clerk') {
	return await (await desk.as(person)).upload(`/api/documents/${id}/attachments`, [{ name, content }]);
}

async function attach(id: number, fileIds: number[], body?: string) {
	const { content, version } = await desk.read(id);
	const next = { ...content, attachments: fileIds, ...(body === undefined ? {} : { body }) };
	const answer = await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: next });
	expect(answer.statusCode).toBe(200);
	return answer.json().content;
}

describe('uploads', () => {
	it('are kept under the name they came with and the kind their bytes say', async () => {
		const id = await desk.draft();
		const [file] = (await upload(id, '值班安排.pdf', PDF)).json();
		expect(file).toMatchObject({ fileName: '值班安排.pdf', mediaType: 'application/pdf', size: PDF.length });
	});

	it.each([
		['通知.docx', EXE, '可执行程序'],
		['安装.exe', EXE, '可执行程序'],
		['图片.png', PDF, '实际内容是PDF 文件'],
		['网页.html', Buffer.from('<script>alert(1)</script>'), '不在允许范围'],
		['空.pdf', Buffer.alloc(0), '空文件'],
		['残缺.pdf', PDF.subarray(0, 2), '与扩展名不符'],
	])('%s is refused with a sentence', async (name, content, sentence) => {
		const id = await desk.draft();
		const answer = await upload(id, name, content);
		expect(answer.statusCode).toBe(415);
		expect(answer.json().issues[0].message).toContain(sentence);
		expect(answer.json().issues[0].message).toContain(name);
		expect((await desk.read(id)).attachments).toEqual([]);
	});

	it('above the limit are refused with the limit', async () => {
		const small = await (await import('../../../test/app.ts')).createTestApp(undefined, { MAX_UPLOAD: '1048576' });
		try {
			const { makeCounty, signIn } = await import('../../../test/fixtures.ts');
			await makeCounty(small);
			await small.settle();
			const clerk = await signIn(small, 'clerk');
			const columns = (await clerk.get('/api/columns')).json() as { id: number; slug: string }[];
			const columnId = columns.find(({ slug }) => slug === 'notices')?.id;
			const { id } = (await clerk.post('/api/documents', { columnId, type: 'notice' })).json();
			const big = Buffer.concat([PDF, Buffer.alloc(1_200_000)]);
			const answer = await clerk.upload(`/api/documents/${id}/attachments`, [{ name: '大.pdf', content: big }]);
			expect(answer.statusCode).toBe(413);
			expect(answer.json().title).toContain('1 MB');
		} finally {
			await small.close();
		}
	});

	it('go to drafts of the own office only', async () => {
		const id = await desk.draft();
		expect((await upload(id, 'a.pdf', PDF, 'clerkB')).statusCode).toBe(404);
		expect((await upload(id, 'a.pdf', PDF, 'leader')).statusCode).toBe(403);
		await desk.move(id, 'clerk', 'submit');
		expect((await upload(id, 'a.pdf', PDF)).statusCode).toBe(409);
	});

	it('of another document cannot be taken over', async () => {
		const [one, two] = [await desk.draft(), await desk.draft()];
		const [file] = (await upload(one, 'a.pdf', PDF)).json();
		const { content, version } = await desk.read(two);
		const stolen = { ...content, attachments: [file.id], body: `<p><img src="attachment:${file.id}"></p>` };
		const answer = await (await desk.as('clerk')).put(`/api/documents/${two}/draft`, { version, content: stolen });
		expect(answer.statusCode).toBe(422);
	});
});

describe('files on the portal', () => {
	it('are there only while the document is, and only those its public edition shows', async () => {
		const id = await desk.draft({ title: '关于公布值班电话的通告' });
		const [shown] = (await upload(id, '值班表 1&2.pdf', PDF)).json();
		const [picture] = (await upload(id, '现场.png', PNG)).json();
		const [unused] = (await upload(id, '草稿附件.pdf', PDF)).json();
		const content = await attach(
			id,
			[shown.id],
			`<p>见图<img src="/api/documents/${id}/attachments/${picture.id}" alt="现场"></p>`,
		);
		expect(content.body).toContain(`attachment:${picture.id}`);
		const address = (file: { id: number }) => `/d/${id}/files/${file.id}/x`;
		expect((await desk.page(address(shown))).status).toBe(404);

		await desk.publish(id);
		const page = await desk.page(`/d/${id}`);
		expect(page.body).toContain(`/d/${id}/files/${shown.id}/${encodeURIComponent('值班表 1&2.pdf')}`);
		expect(page.body).toContain(`src="/d/${id}/files/${picture.id}/`);
		const file = await desk.page(address(shown));
		expect(file.status).toBe(200);
		expect(file.headers['content-disposition']).toBe(
			`attachment; filename*=UTF-8''${encodeURIComponent('值班表 1&2.pdf')}`,
		);
		expect(file.headers['x-content-type-options']).toBe('nosniff');
		expect((await desk.page(address(picture))).headers['content-disposition']).toMatch(/^inline/);
		expect((await desk.page(address(unused))).status).toBe(404);
		expect((await desk.page(`/d/${id + 1}/files/${shown.id}/x`)).status).toBe(404);

		await desk.move(id, 'clerk', 'amend', { note: '更换值班表' });
		const [coming] = (await upload(id, '新值班表.pdf', PDF)).json();
		await attach(id, [coming.id], '<p>新值班表见附件。</p>');
		expect((await desk.page(address(coming))).status).toBe(404);
		expect((await desk.page(address(shown))).status).toBe(200);
		await desk.publish(id);
		expect((await desk.page(address(coming))).status).toBe(200);
		expect((await desk.page(address(shown))).status).toBe(404);
		expect((await desk.page(address(picture))).status).toBe(404);

		await desk.move(id, 'leader', 'withdraw', { reason: '附件内容有误' });
		for (const one of [shown, picture, unused, coming]) expect((await desk.page(address(one))).status).toBe(410);
		expect((await (await desk.as('clerk')).get(`/api/documents/${id}/attachments/${shown.id}`)).statusCode).toBe(200);
	});

	it('addresses that are none are 404', async () => {
		for (const url of ['/d/0', '/d/abc', '/d/1e3', '/d/99999999999999999999', '/d/-1', '/d/1/files/abc/x', '/d/999999'])
			expect((await desk.page(url)).status, url).toBe(404);
	});
});

describe('sheets', () => {
	it('come out as docx once there is something to print', async () => {
		const id = await desk.draft({ lateReason: '', title: '关于“三夏”防火的通告' });
		const clerk = await desk.as('clerk');
		expect((await clerk.get(`/api/documents/${id}/secrecy-sheet`)).statusCode).toBe(404);
		await desk.move(id, 'clerk', 'submit');
		await desk.move(id, 'reviewer', 'proofread', { comment: '改了两处标点' });
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		await desk.move(id, 'leader', 'sign-off', { comment: '同意' });
		const text = async (path: string) => {
			const answer = await clerk.get(`/api/documents/${id}/${path}`);
			expect(answer.statusCode).toBe(200);
			expect(answer.headers['content-type']).toContain('wordprocessingml');
			return await docxText(answer.rawPayload);
		};
		const signOff = await text('sign-off-sheet');
		for (const part of [
			'政府信息发布审签表',
			'关于“三夏”防火的通告',
			'林晓',
			'周航',
			'改了两处标点',
			'何敏',
			'方远',
			'2026-06-01 09:00',
			`/d/${id}`,
			'99990123A00000011X/2026-',
		])
			expect(signOff).toContain(part);
		const secrecy = await text('secrecy-sheet');
		for (const part of ['政府信息公开保密审查表', '国家秘密', '同意按拟定公开属性办理', '何敏'])
			expect(secrecy).toContain(part);
		for (const path of ['sign-off-sheet', 'secrecy-sheet']) {
			const pdf = await clerk.get(`/api/documents/${id}/${path}?format=pdf`);
			expect(pdf.headers['content-type']).toBe('application/pdf');
			expect((await readPdf(pdf.rawPayload)).text).toContain('何敏');
		}
	});
});

/** Text of a docx: its document part, unpacked with the reader of the report library's own dependency. */
async function docxText(bytes: Uint8Array): Promise<string> {
	const { inflateRawSync } = await import('node:zlib');
	const buffer = Buffer.from(bytes);
	// Central directory: name → offset of the local header.
	for (let at = buffer.indexOf('PK\x01\x02'); at >= 0; at = buffer.indexOf('PK\x01\x02', at + 4)) {
		const nameLength = buffer.readUInt16LE(at + 28);
		if (buffer.toString('utf8', at + 46, at + 46 + nameLength) !== 'word/document.xml') continue;
		const local = buffer.readUInt32LE(at + 42);
		const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
		const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
		return inflateRawSync(packed)
			.toString('utf8')
			.replace(/<[^>]+>/g, '');
	}
	throw new Error('no document part');
}
