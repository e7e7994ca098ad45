import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	answered,
	type Desk,
	file,
	handled,
	openDesk,
	step,
	TRACES,
	view,
} from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';
import { queryOn } from '../../../../test/everything.ts';
import { sweepFiles } from '../../../platform/file-sweep.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const rows = <T>(statement: string) => queryOn<T>(desk.server.services.database.url, statement);

const reason = '保管期满，经鉴定小组批准销毁';

async function upload(id: number, purpose: string, content: string, name = '王小雨身份证.txt') {
	const clerk = await desk.as('clerk');
	const answer = await clerk.upload(`/api/applications/${id}/files`, [{ name, content }], { purpose });
	expect(answer.statusCode, answer.body).toBe(200);
}

async function archived(): Promise<number> {
	const id = await answered(desk);
	await step(desk, 'clerk', id, 'archive');
	return id;
}

async function erase(
	id: number,
	person: 'leader' | 'clerk' | 'leaderB' | 'countyOfficer' = 'leader',
	body: object = { reason },
) {
	return await (await desk.as(person)).post(`/api/applications/${id}/eraseIdentity`, body);
}

const hashOf = ({ sha256 }: { sha256: string }) => sha256;

async function sweep() {
	const { database, files } = desk.server.services;
	return await sweepFiles(database.sql, files);
}

describe('who applied is erased after the retention of the file (个人信息保护法第十九条、第四十七条)', () => {
	test('not a day before, not without a reason, not by who handles it, not by another office', async () => {
		desk.day('2026-06-01');
		const id = await archived();
		desk.day('2036-05-31');
		const early = await erase(id);
		expect(early.statusCode).toBe(422);
		expect(early.json().issues[0].message).toContain('案卷保管期限至2036年6月1日');
		desk.day('2036-06-01');
		expect((await erase(id, 'leader', { reason: ' ' })).json().issues[0]).toMatchObject({ field: 'reason' });
		expect((await erase(id, 'clerk')).statusCode).toBe(403);
		expect((await erase(id, 'countyOfficer')).statusCode).toBe(403);
		expect((await erase(id)).json()).toEqual({ done: true });
		expect((await erase(id)).json().issues[0].key).toBe('erase.done');
	});

	test('nothing of the applicant is left in any table or file; what is counted and the letters without names stay', async () => {
		desk.day('2026-06-01');
		const filed = await file(desk);
		const [row] = await rows<{ id: number }>(`select id from application where number = '${filed.number}'`);
		const id = Number(row?.id);
		await step(desk, 'clerk', id, 'confirm', { confirmedOn: '2026-06-01', how: '电话确认' });
		await step(desk, 'clerk', id, 'startHandling');
		await upload(id, 'proof', `签收人 ${APPLICANT.name}`);
		await upload(id, 'material', '检索过程', '检索.txt');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: { fields: { where: '县政府网站' } } });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-06-01' });
		const claim = { track: 'review', claimant: 'thirdParty', claimantName: APPLICANT.name, body: '青河县人民政府' };
		await step(desk, 'clerk', id, 'remedies', { ...claim, receivedOn: '2026-06-01' });
		await step(desk, 'clerk', id, 'remedies/close', { closedOn: '2026-06-01', result: 'maintained', note: '' });
		await step(desk, 'clerk', id, 'archive');
		const before = await view(desk, id);
		desk.day('2036-07-01');
		expect((await erase(id)).statusCode).toBe(200);
		await sweep();

		expect(await rows(`select id from remedy_case where application_id = ${id} and sealed is not null`)).toEqual([]);
		const { files: store } = desk.server.services;
		const kept = await rows<{ sealed: string; masked: string }>(
			`select sealed_sha256 as sealed, masked_sha256 as masked from application_letter where application_id = ${id}`,
		);
		expect(kept.length).toBeGreaterThan(1);
		for (const { sealed, masked } of kept) {
			expect(await store.has(sealed)).toBe(false);
			expect(await store.has(masked)).toBe(true);
		}
		const papers = await rows<{ purpose: string; sha256: string; file_name: string }>(
			`select purpose, sha256, file_name from application_file where application_id = ${id} order by id`,
		);
		expect(papers.map(({ purpose, file_name }) => [purpose, file_name])).toEqual([
			['proof', '（已销毁）'],
			['material', '检索.txt'],
		]);
		expect(await Promise.all(papers.map(({ sha256 }) => store.has(sha256)))).toEqual([false, true]);
		const [applicant] = await rows<{ whole: string }>(
			`select row_to_json(a)::text || row_to_json(c)::text as whole from applicant a join application c on c.id = a.application_id where c.id = ${id}`,
		);
		for (const trace of TRACES) expect(applicant?.whole).not.toContain(trace);
		expect(applicant?.whole).toContain('"sealed":null');

		const after = await view(desk, id);
		expect(after.summary.outcome).toBe(before.summary.outcome);
		expect(after.letters.map(hashOf)).toEqual(before.letters.map(hashOf));
		expect(JSON.stringify(after.history)).toContain(reason);
	});

	test('every way to a name is closed: reveal, letters, papers, forms, query code; the file without names is still given out', async () => {
		desk.day('2026-06-01');
		const filed = await file(desk);
		const [row] = await rows<{ id: number }>(`select id from application where number = '${filed.number}'`);
		const id = Number(row?.id);
		await step(desk, 'clerk', id, 'confirm', { confirmedOn: '2026-06-01', how: '电话确认' });
		await upload(id, 'proof', '签收');
		await step(desk, 'clerk', id, 'withdraw', { reason: '当面撤回' });
		await step(desk, 'clerk', id, 'archive');
		desk.day('2036-07-01');
		expect((await erase(id)).statusCode).toBe(200);
		await sweep();
		const clerk = await desk.as('clerk');
		const { letters, files } = await view(desk, id);
		const post = async (path: string, body: object) =>
			(await clerk.post(`/api/applications/${id}/${path}`, { reason: '核对档案', ...body })).statusCode;
		expect(await post('identity', {})).toBe(409);
		expect(await post(`letters/${letters[0]?.id}/print`, { format: 'docx' })).toBe(409);
		expect(await post(`files/${files[0]?.id}/open`, {})).toBe(409);
		expect(await post('papers', { template: 'D01', format: 'docx' })).toBe(409);
		expect(await post('papers', { template: 'D02', format: 'docx', reason: '' })).toBe(200);
		const page = await desk.post('/query', { number: filed.number, code: filed.code });
		expect(page.body).toContain('不正确');

		const volume = await clerk.post(`/api/applications/${id}/volume`, { reason: '移交档案馆' });
		expect(volume.statusCode, volume.body.slice(0, 300)).toBe(200);
		const parts = unzipSync(volume.rawPayload);
		expect(Object.keys(parts).some((name) => name.includes('回执'))).toBe(true);
		for (const [name, content] of Object.entries(parts)) {
			if (!name.endsWith('.docx')) continue;
			for (const trace of TRACES) expect(readDocx(content).text, name).not.toContain(trace);
		}
	});

	test('a paper another case holds as well is not taken from it', async () => {
		desk.day('2026-06-01');
		const other = await handled(desk);
		await upload(other, 'proof', '同一份材料');
		const id = await handled(desk);
		await upload(id, 'proof', '同一份材料');
		await step(desk, 'clerk', id, 'withdraw', { reason: '当面撤回' });
		await step(desk, 'clerk', id, 'archive');
		desk.day('2036-07-01');
		expect((await erase(id)).statusCode).toBe(200);
		await sweep();
		const paper = (await view(desk, other)).files.find(({ purpose }: { purpose: string }) => purpose === 'proof');
		const opened = await (await desk.as('clerk')).post(`/api/applications/${other}/files/${paper?.id}/open`, {
			reason: '核对',
		});
		expect(opened.body).toBe('同一份材料');
	});
});
