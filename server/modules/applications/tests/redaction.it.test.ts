import { existsSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, enter, openDesk, step, view } from '../../../../test/applications.ts';
import type { Browser } from '../../../../test/fixtures.ts';
import { secretPdf } from '../../../../test/secret-papers.ts';
import { loadPdf } from '../../../platform/redaction/source.ts';

/** 区分处理 (第三十七条): what is withheld is blacked out, and nothing of it leaves the house. */
const SECRET = '110101199003077379';
const paper = secretPdf('note', SECRET, 40, 90);
const box = { page: 1, ...paper.spot, ground: '15' as const };
let desk: Desk;
let clerk: Browser;
let id: number;
let fileId: number;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	clerk = await desk.as('clerk');
	id = (await enter(desk)).id;
	await step(desk, 'clerk', id, 'startHandling');
	fileId = await upload('花名册.pdf', paper.bytes);
});
afterAll(() => desk?.close());

async function upload(name: string, content: Uint8Array, purpose = 'material'): Promise<number> {
	const before = (await view(desk, id)).files.map((file: { id: number }) => file.id);
	const answer = await clerk.upload(`/api/applications/${id}/files`, [{ name, content: Buffer.from(content) }], {
		purpose,
	});
	expect(answer.statusCode, answer.body).toBe(200);
	return (await view(desk, id)).files.find((file: { id: number }) => !before.includes(file.id)).id;
}
const url = (redactionId?: number, rest = '') =>
	`/api/applications/${id}/redactions${redactionId === undefined ? '' : `/${redactionId}`}${rest}`;
const begin = async (file = fileId, by = clerk) => await by.post(url(), { fileId: file });
const begun = async (): Promise<number> => (await begin()).json().id;

describe('blacking a paper out', () => {
	let redactionId: number;

	test('begins with its pages as pictures', async () => {
		redactionId = await begun();
		const work = (await clerk.get(url(redactionId))).json();
		expect(work).toMatchObject({ fileName: '花名册.pdf', boxes: [], revision: 1, released: false });
		expect(work.pages).toEqual([{ width: 667, height: 417 }]);
		expect(work.grounds.map(({ value }: { value: string }) => value)).toEqual([
			...['14-1', '14-2', '14-3', '15', '16-1', '16-2', '16-3'],
		]);
		const page = await clerk.get(url(redactionId, '/pages/1'));
		expect([page.statusCode, page.headers['content-type'], page.rawPayload.subarray(0, 2).toString('hex')]).toEqual([
			200,
			'image/jpeg',
			'ffd8',
		]);
		expect((await clerk.get(url(redactionId, '/pages/2'))).statusCode).toBe(409);
	});

	test('keeps the places with their grounds, from the newest state only', async () => {
		const saved = await clerk.put(url(redactionId), { revision: 1, boxes: [box] });
		expect(saved.json()).toEqual({ revision: 2 });
		const stale = await clerk.put(url(redactionId), { revision: 1, boxes: [] });
		expect([stale.statusCode, stale.json().title]).toEqual([409, expect.stringContaining('刚刚被他人修改')]);
		expect((await clerk.get(url(redactionId))).json().boxes).toEqual([box]);
	});

	test('refuses places that are none', async () => {
		for (const wrong of [{ page: 2 }, { x: 0.99, width: 0.5 }, { width: 0 }, { y: -0.5 }]) {
			const answer = await clerk.put(url(redactionId), { revision: 2, boxes: [{ ...box, ...wrong }] });
			expect([answer.statusCode, answer.json().issues[0]?.field], JSON.stringify(wrong)).toEqual([422, 'boxes.0']);
		}
		expect((await clerk.put(url(redactionId), { revision: 2, boxes: [{ ...box, ground: 'x' }] })).statusCode).toBe(422);
	});

	test('makes a paper of its own to be handed out, with nothing of the secret in it; the source stays', async () => {
		const answer = await clerk.post(url(redactionId, '/release'), { revision: 2 });
		expect(answer.statusCode, answer.body).toBe(200);
		const { files, history } = await view(desk, id);
		const result = files.find((file: { fileName: string }) => file.fileName === '花名册（公开件）.pdf');
		expect(result).toMatchObject({ purpose: 'enclosure', mediaType: 'application/pdf' });
		expect(files.some((file: { id: number }) => file.id === fileId)).toBe(true);
		const { rawPayload } = await clerk.get(`/api/applications/${id}/files/${result.id}`);
		expect(rawPayload.includes(SECRET)).toBe(false);
		const pdf = await loadPdf(new Uint8Array(rawPayload));
		expect((await (await pdf.getPage(1)).getTextContent()).items).toEqual([]);
		await pdf.destroy();
		expect(JSON.stringify(history)).toContain('制作公开件，遮盖1处');
		const { rows } = (await clerk.get(url())).json();
		expect(rows[0]).toMatchObject({ count: 1, resultFileId: result.id, releasedBy: '林晓' });
	});

	test('is then closed: another change is another work', async () => {
		expect((await clerk.put(url(redactionId), { revision: 2, boxes: [] })).json().title).toContain('公开件已经制作');
		expect((await clerk.post(url(redactionId, '/release'), { revision: 2 })).statusCode).toBe(409);
	});
});

const SOFFICE = '/usr/bin/soffice';
describe.skipIf(!existsSync(SOFFICE))('a Word paper, on a machine with LibreOffice', () => {
	test('is set as pdf beside itself, and worked on as that', async () => {
		const office = await openDesk('2026-06-01', { SOFFICE });
		const there = await office.as('clerk');
		const caseId = (await enter(office)).id;
		await step(office, 'clerk', caseId, 'startHandling');
		const name = '发放名册.docx';
		const content = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(`号码${SECRET}`)] }] }));
		await there.upload(`/api/applications/${caseId}/files`, [{ name, content }], { purpose: 'material' });
		const [file] = (await view(office, caseId)).files;
		const answer = await there.post(`/api/applications/${caseId}/redactions`, { fileId: file.id });
		expect(answer.statusCode, answer.body).toBe(200);
		const work = (await there.get(`/api/applications/${caseId}/redactions/${answer.json().id}`)).json();
		expect(work).toMatchObject({ fileName: '发放名册（转换件）.pdf', released: false });
		expect(work.pages).toHaveLength(1);
		const names = (await view(office, caseId)).files.map(({ fileName }: { fileName: string }) => fileName);
		expect(names).toEqual([name, '发放名册（转换件）.pdf']);
		await office.close();
	});
});

describe('what is not released', () => {
	test('a paper without a place', async () => {
		const answer = await clerk.post(url(await begun(), '/release'), { revision: 1 });
		expect([answer.statusCode, answer.json().issues[0].field]).toEqual([422, 'boxes']);
	});

	test('one of two who release at once', async () => {
		const redactionId = await begun();
		await clerk.put(url(redactionId), { revision: 1, boxes: [box] });
		const both = await Promise.all([1, 2].map(() => clerk.post(url(redactionId, '/release'), { revision: 2 })));
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});

	test('what the applicant sent, and what is no page', async () => {
		const theirs = await upload('身份证明.pdf', paper.bytes, 'request');
		expect((await begin(theirs)).statusCode).toBe(404);
		const words = await begin(await upload('说明.txt', Buffer.from('说明')));
		expect([words.statusCode, words.json().title]).toEqual([409, expect.stringContaining('请先另存为 PDF')]);
		const broken = await begin(await upload('坏.pdf', paper.bytes.slice(0, 200)));
		expect([broken.statusCode, broken.json().title]).toEqual([409, expect.stringContaining('打不开')]);
	});

	test('anything by who does not handle the case', async () => {
		const redactionId = await begun();
		const reviewer = await desk.as('reviewer');
		expect((await reviewer.get(url(redactionId))).statusCode).toBe(403);
		expect((await reviewer.get(url(redactionId, '/pages/1'))).statusCode).toBe(403);
		const stranger = await desk.as('clerkB');
		expect((await stranger.get(url(redactionId, '/pages/1'))).statusCode).toBe(404);
		expect((await begin(fileId, stranger)).statusCode).toBe(404);
	});
});
