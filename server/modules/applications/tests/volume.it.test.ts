import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPLICANT, answered, type Desk, openDesk, step, view } from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';
import { queryOn } from '../../../../test/everything.ts';

let desk: Desk;
let id: number;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	id = await answered(desk);
	const clerk = await desk.as('clerk');
	const paper = { field: 'file', name: '检索结果.txt', content: Buffer.from('查无此项\n'), type: 'text/plain' };
	const added = await clerk.upload(`/api/applications/${id}/files`, [paper], { purpose: 'material' });
	expect(added.statusCode, added.body).toBe(200);
});
afterAll(() => desk?.close());

async function ask(person: 'clerk' | 'leader' | 'clerkB' | 'countyOfficer', reason = '移交档案室') {
	return await (await desk.as(person)).post(`/api/applications/${id}/volume`, { reason });
}

async function volume(): Promise<Record<string, Uint8Array>> {
	const answer = await ask('clerk');
	expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
	return unzipSync(answer.rawPayload);
}

describe('the case file as one archive (第四十五条)', () => {
	test('holds every paper in order, under its list of contents', async () => {
		const names = Object.keys(await volume());
		expect(names[0]).toBe('001 卷内文件目录.docx');
		expect(names.map((name) => name.slice(4).replace(/ 柳溪镇.*(?=\.(docx|pdf)$)/, ''))).toEqual([
			'卷内文件目录.docx',
			'政府信息公开申请表.docx',
			'登记表.docx',
			'公开审查呈批单.docx',
			'政府信息公开申请接收回执.docx',
			'政府信息公开申请接收回执.pdf',
			'政府信息公开告知书.docx',
			'政府信息公开告知书.pdf',
			expect.stringMatching(/^送达回证/),
			'检索结果.txt',
			'办理经过.docx',
			'答复期限计算.docx',
			'56SUMS.txt',
		]);
		expect(names.at(-1)).toBe('SHA256SUMS.txt');
	});

	test('names the applicant, says every day of the limit, and every hand', async () => {
		const parts = await volume();
		const read = (word: string) => {
			const name = Object.keys(parts).find((one) => one.includes(word)) ?? '';
			return readDocx(parts[name] ?? new Uint8Array()).text;
		};
		expect(read('申请表')).toContain(APPLICANT.name);
		expect(read('答复期限计算')).toContain('2026年6月30日');
		expect(read('答复期限计算')).toContain('第20日');
		expect(read('办理经过')).toContain('方远');
		expect(read('卷内文件目录')).toContain('检索结果.txt');
	});

	test('every hash in the list is the hash of its file', async () => {
		const { 'SHA256SUMS.txt': list = new Uint8Array(), ...files } = await volume();
		const lines = new TextDecoder().decode(list).trim().split('\n');
		expect(lines).toHaveLength(Object.keys(files).length);
		for (const line of lines) {
			const [hash, name] = [line.slice(0, 64), line.slice(66)];
			expect(
				createHash('sha256')
					.update(files[name] ?? new Uint8Array())
					.digest('hex'),
				name,
			).toBe(hash);
		}
	});

	test('asks for a reason, and for the right of the own office', async () => {
		expect((await ask('clerk', ' ')).statusCode).toBe(422);
		expect((await ask('clerkB')).statusCode).toBe(404);
		expect((await ask('countyOfficer')).statusCode).toBe(403);
	});

	test('stands in the history with its reason', async () => {
		await volume();
		expect(JSON.stringify((await view(desk, id)).history)).toContain('导出案卷（事由：移交档案室）');
	});
});

describe('once archived', () => {
	beforeAll(() => step(desk, 'clerk', id, 'archive'));

	test('the file still goes out, with the same letters', async () => {
		expect(Object.keys(await volume()).length).toBeGreaterThan(10);
	});

	test('not when a paper of the file is no longer there', async () => {
		const { url } = desk.server.services.database;
		await queryOn(url, `delete from application_file where application_id = ${id}`);
		const answer = await ask('clerk');
		expect(answer.statusCode).toBe(409);
		expect(answer.json().title).toContain('归档时在卷的');
	});

	test('nor when the bytes of a stored letter were changed on the disk', async () => {
		const other = await answered(desk);
		const { url } = desk.server.services.database;
		const [row] = await queryOn<{ sealed_sha256: string }>(
			url,
			`select sealed_sha256 from application_letter where application_id = ${other} limit 1`,
		);
		writeFileSync(
			desk.server.services.files.path(row?.sealed_sha256 ?? ''),
			Buffer.from('exchanged, and long enough to be read'),
		);
		const answer = await (await desk.as('clerk')).post(`/api/applications/${other}/volume`, { reason: '移交档案室' });
		expect(answer.statusCode).toBe(500);
		expect(answer.rawPayload.subarray(0, 2).toString()).not.toBe('PK');
	});
});
