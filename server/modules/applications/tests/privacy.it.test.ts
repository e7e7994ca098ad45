import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	enter,
	file,
	handled,
	openDesk,
	refused,
	step,
	TRACES,
	today,
	view,
	WHERE,
} from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';
import { readPdf } from '../../../../test/pdf.ts';

let desk: Desk;
let id: number;

const PARTY = { name: '青河禾木农业有限公司', address: '河滨路99号', phone: '0999-5550001' };
const SECRETS = [...TRACES, ...Object.values(PARTY)];

function clean(text: string): void {
	for (const secret of SECRETS) expect(text.includes(secret), secret).toBe(false);
}

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	// A case that has been through much: portal, consultation, draft, letters, service.
	const filed = await file(desk);
	const { rows } = (
		await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(filed.number)}`)
	).json();
	id = rows[0].id;
	await step(desk, 'clerk', id, 'confirm', { confirmedOn: today(desk), how: '电话' });
	await step(desk, 'clerk', id, 'startHandling');
	await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '合同金额', party: PARTY });
	const [{ id: consultationId }] = (await view(desk, id)).consultations;
	const reply = { on: today(desk), reply: 'agree', reasons: '' };
	await step(desk, 'clerk', id, `consultations/${consultationId}/reply`, reply);
	await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
	await step(desk, 'leader', id, 'approve');
	await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: today(desk) });
});
afterAll(() => desk?.close());

describe('who applied stands in no', () => {
	test.each(['clerk', 'reviewer', 'secrecyReviewer', 'leader', 'countyOfficer'] as const)(
		'answer to a %s',
		async (person) => {
			const browser = await desk.as(person);
			for (const path of [
				'/api/applications',
				'/api/applications/open',
				'/api/applications/options',
				`/api/applications/${id}`,
				`/api/applications/${id}/clock`,
				`/api/applications?q=${encodeURIComponent(APPLICANT.name)}`,
			]) {
				const answer = await browser.get(path);
				expect(answer.statusCode).toBe(200);
				clean(answer.body);
			}
		},
	);

	test('list that is searched by it', async () => {
		for (const q of [APPLICANT.name, APPLICANT.idNumber, APPLICANT.phone]) {
			const { total } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(q)}`)).json();
			expect(total).toBe(0);
		}
	});

	test('exported sheet', async () => {
		const answer = await (await desk.as('clerk')).get('/api/applications/export');
		expect(answer.statusCode).toBe(200);
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
		const [sheet] = book.worksheets;
		const header = [...((sheet?.getRow(1).values ?? []) as string[])].slice(1);
		expect(header).toEqual([
			'序号',
			'申请编号',
			'受理机关',
			'提交渠道',
			'申请人类型',
			'申请内容',
			'到件日期',
			'收到日期',
			'答复期限',
			'状态',
			'办理结果',
			'办结日期',
			'是否逾期',
			'经办人',
		]);
		const cells: string[] = [];
		sheet?.eachRow((row) => cells.push(JSON.stringify(row.values)));
		clean(cells.join('\n'));
	});

	test('letter without names, nor in the properties of its file', async () => {
		const { letters } = await view(desk, id);
		expect(letters.length).toBe(4);
		for (const letter of letters) {
			const answer = await (await desk.as('leader')).get(`/api/applications/${id}/letters/${letter.id}`);
			expect(answer.statusCode).toBe(200);
			const { parts } = readDocx(answer.rawPayload);
			for (const part of Object.values(parts)) clean(part);
			const pdf = await (await desk.as('leader')).get(`/api/applications/${id}/letters/${letter.id}?format=pdf`);
			expect(pdf.headers['content-type']).toBe('application/pdf');
			const read = await readPdf(pdf.rawPayload);
			expect(read.text).toContain(letter.title);
			clean(read.text + read.title + pdf.rawPayload.toString('latin1'));
		}
	});

	test('masked receipt does not tell the query code either', async () => {
		const { id: entered, code } = await enter(desk);
		const [receipt] = (await view(desk, entered)).letters;
		const masked = await (await desk.as('leader')).get(`/api/applications/${entered}/letters/${receipt.id}`);
		const printed = `${code.slice(0, 5)}-${code.slice(5)}`;
		expect(readDocx(masked.rawPayload).text).not.toContain(printed);
		const original = await (await desk.as('clerk')).post(`/api/applications/${entered}/letters/${receipt.id}/print`, {
			reason: '当面交付回执',
		});
		expect(readDocx(original.rawPayload).text).toContain(printed);
	});

	test('row of the database but the sealed ones', async () => {
		const db = desk.server.services.database.sql;
		const { rows: tables } = await sql<{ name: string }>`
			select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE'
		`.execute(db);
		expect(tables.length).toBeGreaterThan(20);
		for (const { name } of tables) {
			const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
			clean(rows.map(({ row }) => row).join('\n'));
		}
	});

	test('file on the disk: letters with names lie sealed', async () => {
		const folder = join(desk.server.services.config.dataDir, 'files');
		let files = 0;
		const walk = async (path: string): Promise<void> => {
			for (const name of await readdir(path)) {
				const inner = join(path, name);
				if ((await stat(inner)).isDirectory()) await walk(inner);
				else {
					files += 1;
					const bytes = await readFile(inner);
					const parts =
						bytes.subarray(0, 2).toString() === 'PK' ? Object.values(readDocx(bytes).parts) : [bytes.toString('utf8')];
					for (const part of parts) clean(part);
				}
			}
		};
		await walk(folder);
		expect(files).toBeGreaterThanOrEqual(8);
	});

	test('error: a refused form of the API gives back no value', async () => {
		const clerk = await desk.as('clerk');
		const answer = await clerk.post('/api/applications', {
			channel: 'counter',
			submittedOn: 'x',
			request: { applicantKind: 'natural', title: '' },
			applicant: { ...APPLICANT, idNumber: '110101199003077370' },
		});
		expect(answer.statusCode).toBe(422);
		clean(answer.body);
	});

	test('event that other modules hear', async () => {
		const { rows } = await sql<{
			payload: string;
		}>`select payload::text from event where type like 'application.%'`.execute(desk.server.services.database.sql);
		expect(rows.length).toBeGreaterThan(5);
		for (const { payload } of rows) {
			expect(Object.keys(JSON.parse(payload)).sort()).toEqual(['applicationId', 'officeId']);
		}
	});
});

describe('showing who applied', () => {
	test('is an act with a reason, kept in the history and in the audit trail', async () => {
		const answer = await (await desk.as('clerk')).post(`/api/applications/${id}/identity`, { reason: '核对送达地址' });
		expect(answer.statusCode).toBe(200);
		expect(answer.json().applicant).toMatchObject(APPLICANT);
		expect(answer.json().thirdParties).toEqual([expect.objectContaining(PARTY)]);
		const { history } = await view(desk, id);
		expect(history.at(-1)).toMatchObject({ actorName: '林晓', entry: '查看申请人身份（事由：核对送达地址）' });
		const { rows } = await sql<{ event: string; data: { reason: string }; person: number }>`
			select event, data, person_id as person from audit_entry where event = 'application.revealIdentity' order by id desc limit 1
		`.execute(desk.server.services.database.sql);
		expect(rows[0]).toMatchObject({ data: { reason: '核对送达地址' }, person: desk.county.people.clerk });
	});

	test('without a reason it is refused, and the refusal shows nothing', async () => {
		for (const reason of ['', ' ', '。']) {
			expect(await refused(desk, 'clerk', id, 'identity', { reason })).toEqual(['reveal.reason']);
		}
		clean((await (await desk.as('clerk')).post(`/api/applications/${id}/identity`, {})).body);
	});

	test.each(['reviewer', 'secrecyReviewer', 'leader', 'countyOfficer', 'administrator'] as const)(
		'is not for a %s',
		async (person) => {
			const answer = await (await desk.as(person)).post(`/api/applications/${id}/identity`, { reason: '想看看' });
			expect(answer.statusCode).toBe(403);
			clean(answer.body);
		},
	);

	test('is not for a clerk of another office, who is not told that the case exists', async () => {
		const other = await desk.as('clerkB');
		expect((await other.post(`/api/applications/${id}/identity`, { reason: '核对' })).statusCode).toBe(404);
		expect((await other.post(`/api/applications/999999/identity`, { reason: '核对' })).statusCode).toBe(404);
	});

	test('printing a letter is looking, too', async () => {
		const [letter] = (await view(desk, id)).letters;
		const path = `/api/applications/${id}/letters/${letter.id}/print`;
		const clerk = await desk.as('clerk');
		expect((await clerk.post(path, { reason: '' })).statusCode).toBe(422);
		expect((await (await desk.as('leader')).post(path, { reason: '打印' })).statusCode).toBe(403);
		const answer = await clerk.post(path, { reason: '邮寄' });
		expect(readDocx(answer.rawPayload).text).toContain(`${APPLICANT.name}：`);
		expect((await view(desk, id)).history.at(-1).entry).toContain('打印《政府信息公开申请接收回执》（事由：邮寄）');
		expect((await clerk.post(path, { reason: '', format: 'pdf' })).statusCode).toBe(422);
		const pdf = await clerk.post(path, { reason: '邮寄', format: 'pdf' });
		expect((await readPdf(pdf.rawPayload)).text).toContain(`${APPLICANT.name}：`);
	});

	test('so are forms that name the applicant; without a reason they do not', async () => {
		const clerk = await desk.as('clerk');
		const path = `/api/applications/${id}/papers`;
		const masked = await clerk.post(path, { template: 'D02', reason: '' });
		expect(masked.statusCode).toBe(200);
		clean(readDocx(masked.rawPayload).text);
		const named = await clerk.post(path, { template: 'D02', reason: '归档' });
		expect(readDocx(named.rawPayload).text).toContain(APPLICANT.name);
		clean((await readPdf((await clerk.post(path, { template: 'D02', reason: '', format: 'pdf' })).rawPayload)).text);
		const leader = await desk.as('leader');
		expect((await leader.post(path, { template: 'D02', reason: '归档' })).statusCode).toBe(403);
		const signOff = await leader.post(path, { template: 'D31', reason: '' });
		expect(signOff.statusCode).toBe(200);
		clean(readDocx(signOff.rawPayload).text);
	});

	test('what the applicant attached is opened with a reason', async () => {
		const own = await handled(desk);
		const clerk = await desk.as('clerk');
		const pdf = { name: '身份证.pdf', content: '%PDF-1.4\n' };
		await clerk.upload(`/api/applications/${own}/files`, [pdf], { purpose: 'request' });
		await clerk.upload(`/api/applications/${own}/files`, [{ ...pdf, name: '批复.pdf' }], { purpose: 'enclosure' });
		const { files } = await view(desk, own);
		const [card, enclosure] = files;
		expect((await clerk.get(`/api/applications/${own}/files/${card.id}`)).statusCode).toBe(403);
		expect((await clerk.get(`/api/applications/${own}/files/${enclosure.id}`)).statusCode).toBe(200);
		const opened = await clerk.post(`/api/applications/${own}/files/${card.id}/open`, { reason: '核对身份' });
		expect(opened.rawPayload.toString()).toContain('%PDF');
		expect(
			(await (await desk.as('leader')).post(`/api/applications/${own}/files/${card.id}/open`, { reason: '看' }))
				.statusCode,
		).toBe(403);
	});

	test('finding the same applicant opens nobody’s identity', async () => {
		const again = await handled(desk);
		const { sameApplicant } = await view(desk, again);
		expect(sameApplicant.map((row: { id: number }) => row.id)).toContain(id);
		clean(JSON.stringify(sameApplicant));
		const stranger = await handled(desk, {
			applicant: { idNumber: '110101198706125837', name: '别人', phone: '' },
		}).catch(() => null);
		if (stranger !== null) expect((await view(desk, stranger)).sameApplicant).toEqual([]);
	});

	test('and only within the office', async () => {
		const { id: elsewhere } = await enter(desk, {}, 'clerkB');
		expect((await view(desk, elsewhere, 'clerkB')).sameApplicant).toEqual([]);
	});
});
