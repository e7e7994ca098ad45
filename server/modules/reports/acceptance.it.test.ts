import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../../annual-report/fixtures/audit/base.ts';
import { renderHtml, renderInputOf } from '../../../annual-report/src/render/index.ts';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { readDocx } from '../../../test/docx.ts';
import { type Desks, sitDown } from '../../../test/filing.ts';
import { type Browser, makeCounty, signIn } from '../../../test/fixtures.ts';

let server: TestApp;
let desks: Desks;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	await makeCounty(server);
	desks = await sitDown(server);
});
afterAll(() => server?.close());

/** A sound report but for one figure. */
function wrongReport(figure = 99): string {
	const report = cleanReport('2021');
	const cell = report.cells['t3.granted.natural'];
	if (!cell) throw new Error('no cell');
	report.cells['t3.granted.natural'] = { ...cell, value: figure, raw: String(figure) };
	return renderHtml(renderInputOf(report), { page: true });
}

async function read(html: string, by: Browser = desks.clerk): Promise<number> {
	const answer = await by.upload('/api/outside-reports', [{ name: '年报.html', content: html }]);
	return answer.json().ids[0];
}

interface Found {
	key: string;
	rule: string;
	message: string;
	accepted: { reason: string; personName: string } | null;
}

async function findings(id: number, by: Browser = desks.clerk): Promise<Found[]> {
	return (await by.get(`/api/outside-reports/${id}`)).json().findings;
}

const accept = (id: number, body: object, by: Browser = desks.clerk) =>
	by.post(`/api/outside-reports/${id}/accept`, body);

describe('a finding taken as it is', () => {
	it('keeps its reason and its person, and holds for the same file read again', async () => {
		const id = await read(wrongReport());
		const [first] = await findings(id);
		if (!first) throw new Error('nothing found');
		expect(first.accepted).toBeNull();
		expect((await accept(id, { key: first.key, reason: '与上级口径一致' })).statusCode).toBe(200);
		expect((await findings(id))[0]?.accepted).toMatchObject({ reason: '与上级口径一致', personName: '林晓' });
		const again = await read(wrongReport());
		expect((await findings(again)).find(({ key }) => key === first.key)?.accepted?.reason).toBe('与上级口径一致');
	});

	it('comes back as soon as its figures are others', async () => {
		const id = await read(wrongReport(98));
		expect((await findings(id)).filter(({ accepted }) => accepted !== null)).toEqual([]);
	});

	it('is asked for a reason, and for a finding that is there', async () => {
		const id = await read(wrongReport(97));
		const [{ key } = { key: '' }] = await findings(id);
		const refused = await accept(id, { key, reason: '  ' });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues[0]).toMatchObject({ field: 'reason' });
		expect((await accept(id, { key: 'nothing', reason: '理由' })).statusCode).toBe(409);
	});

	it('can be taken back; both acts stay in the history', async () => {
		const id = await read(wrongReport(96));
		const [{ key } = { key: '' }] = await findings(id);
		await accept(id, { key, reason: '先认可' });
		await accept(id, { key, reason: '看错了', withdrawn: true });
		expect((await findings(id)).find((one) => one.key === key)?.accepted).toBeNull();
	});

	it('of one office is nothing to another', async () => {
		const id = await read(wrongReport());
		const [{ key } = { key: '' }] = await findings(id);
		const other = await signIn(server, 'clerkB');
		expect((await accept(id, { key, reason: '理由' }, other)).statusCode).toBe(404);
		expect((await other.get(`/api/outside-reports/${id}/findings?format=docx`)).statusCode).toBe(404);
		const theirs = await read(wrongReport(), other);
		expect((await findings(theirs, other)).every(({ accepted }) => accepted === null)).toBe(true);
	});
});

describe('what was found goes out', () => {
	let id: number;
	let open: Found;
	let taken: Found;
	beforeAll(async () => {
		id = await read(wrongReport(95));
		const [first, second] = await findings(id);
		if (!first || !second) throw new Error('two findings wanted');
		[open, taken] = [first, second];
		await accept(id, { key: taken.key, reason: '已核实' });
	});
	const file = async (format: string) => await desks.clerk.get(`/api/outside-reports/${id}/findings?format=${format}`);

	it('as a letter with what is open, without what was taken as it is', async () => {
		const { text } = readDocx((await file('docx')).rawPayload);
		expect(text).toContain('年度报告退回修改意见');
		expect(text).toContain(open.message);
		expect(text).not.toContain(taken.message);
		expect(text).toContain('核对日期：2026年1月12日');
	});

	it('as a sheet with everything, the reason beside it', async () => {
		const book = new ExcelJS.Workbook();
		await book.xlsx.load((await file('xlsx')).rawPayload as unknown as ArrayBuffer);
		const rows = book.worksheets[0]?.getSheetValues().slice(2) as string[][];
		expect(rows.map((row) => row[3])).toEqual(expect.arrayContaining([open.message, taken.message]));
		expect(rows.find((row) => row[3] === taken.message)?.[10]).toBe('已核实');
	});

	it('as JSON, a finding a line, as the command line prints it', async () => {
		const lines = (await file('json')).body
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines[0]).toMatchObject({ file: '年报.html', rule: expect.any(String), severity: expect.any(String) });
		expect(lines.find(({ message }) => message === taken.message)).toMatchObject({ accepted: '已核实' });
	});

	it('not of a file that could not be read', async () => {
		const answer = await desks.clerk.upload('/api/outside-reports', [{ name: '空.txt', content: '' }]);
		const [unread] = answer.json().ids;
		expect((await desks.clerk.get(`/api/outside-reports/${unread}/findings?format=docx`)).statusCode).toBe(409);
	});
});
