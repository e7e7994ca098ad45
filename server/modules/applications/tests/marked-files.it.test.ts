import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, file, openDesk, portalForm, readReceipt, view } from '../../../../test/applications.ts';
import { lookThroughFiles } from '../commands/look-through-files.ts';

/** What an applicant attaches is not refused to the citizen; a mark of a state secret is flagged to the clerk (保守国家秘密法). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
}, 90_000);
afterAll(() => desk?.close());

const MARKED = { name: '材料.txt', content: '秘密★5年\n某方案。\n' };
const PLAIN = { name: '说明.txt', content: '标有「秘密★5年」的文件我没有。\n' };

async function filed(files: { name: string; content: string }[]): Promise<number> {
	const answer = await desk.postFiles(
		'/apply/liuxi',
		portalForm(),
		files.map((one) => ({ ...one, field: 'files' })),
	);
	const { number } = readReceipt(answer.body);
	await desk.server.settle();
	const { rows } = await desk.server.services.database.pool.query('select id from application where number = $1', [
		number,
	]);
	return rows[0].id;
}
const flags = async (id: number) =>
	Object.fromEntries(
		(await view(desk, id)).files.map((one: { fileName: string; marked: boolean }) => [one.fileName, one.marked]),
	);

describe('a paper of the applicant that bears a mark', () => {
	test('is taken in, flagged beside its name and in the history, once', async () => {
		const id = await filed([MARKED, PLAIN]);
		expect(await flags(id)).toEqual({ '材料.txt': true, '说明.txt': false });
		const told = async () =>
			(await view(desk, id)).history.filter((one: object) => JSON.stringify(one).includes('国家秘密标志'));
		expect(await told()).toHaveLength(1);
		expect(JSON.stringify(await told())).toContain('有1份标有国家秘密标志，请按保密规定处理');
		const context = desk.server.as({ kind: 'system', name: '测试' });
		expect(await lookThroughFiles(context, desk.server.services, id)).toBe(0);
		expect(await told()).toHaveLength(1);
	});

	test('a case with nothing of the kind says nothing', async () => {
		const id = await filed([PLAIN]);
		expect(await flags(id)).toEqual({ '说明.txt': false });
		expect(JSON.stringify((await view(desk, id)).history)).not.toContain('国家秘密标志');
		expect((await file(desk)).number).not.toBe('');
	});

	test('brought by the clerk for the applicant it is turned away like any other of the house', async () => {
		const id = await filed([]);
		const clerk = await desk.as('clerk');
		const answer = await clerk.upload(`/api/applications/${id}/files`, [MARKED], { purpose: 'request' });
		expect(answer.statusCode).toBe(415);
		expect((await view(desk, id)).files).toEqual([]);
	});
});
