import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { leakedDrafts } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
	desk.turn('2026-06-01');
});
afterAll(() => desk?.server.close());

interface View {
	revision: number;
	number: string;
	state: string;
	personalReason: string;
	checkedByHand: string;
	files: { id: number; fileName: string }[];
	fileCheck: { leaks: { fileName: string; kindLabel: string; around: string }[]; unread: { fileName: string }[] };
	commentList: { id: number }[];
	opinions: { id: number }[];
	steps: { action: string; text: string }[];
}
const PHONE = '13800138000';
const ROLL = { name: '名单.txt', content: `受助人联系电话 ${PHONE}` };
const CLEAN = { name: '草案.txt', content: '第一条 为了规范集贸市场经营秩序，制定本办法。' };
const SCANNED = { name: '扫描件.pdf', content: Buffer.from('%PDF-1.4 scanned') };

const view = (id: number, who: PersonKey = 'clerk') => desk.get<View>(who, `/api/consultations/${id}`);
const move = async (who: PersonKey, id: number, action: string, body: object = {}) => {
	const { revision } = await view(id, 'countyOfficer');
	return await desk.send(who, `/api/consultations/${id}/moves/${action}`, { revision, ...body });
};
const keys = ({ body }: { body: { issues?: { key: string }[] } }) => (body.issues ?? []).map(({ key }) => key);
const fields = ({ body }: { body: { issues?: { field?: string }[] } }) => (body.issues ?? []).map(({ field }) => field);

/** A draft with files, on the desk of who signs. */
async function toSign(...files: { name: string; content: string | Buffer }[]): Promise<number> {
	const { id } = (
		await desk.send('clerk', '/api/consultations', {
			...{
				kind: 'other',
				title: '柳溪镇集贸市场管理办法（征求意见稿）',
				body: '第一条 为了规范经营秩序，制定本办法。',
			},
			...{ explanation: '现有市场管理规定制定于十年前，需要更新。', how: '', toDay: '2026-07-10' },
		})
	).body;
	if (files.length > 0) {
		const up = await (await desk.as('clerk')).upload(`/api/consultations/${id}/files`, files);
		expect(up.statusCode).toBe(200);
	}
	expect((await move('clerk', id, 'submit')).status).toBe(200);
	return id;
}

const leaked = async () =>
	(await leakedDrafts(reader(desk.server.as({ kind: 'system', name: '测试' })))).map(({ id }) => id);

describe('the files of a draft, before everybody reads them (条例第十五条)', () => {
	it('with personal data are not signed without a reason, which is kept and told to nobody outside', async () => {
		const id = await toSign(CLEAN, ROLL);
		const { fileCheck, number, files } = await view(id);
		expect(fileCheck.leaks).toMatchObject([{ fileName: '名单.txt', kindLabel: '手机号码' }]);
		expect(JSON.stringify(fileCheck)).not.toContain(PHONE);
		const refused = await move('leader', id, 'sign');
		expect([refused.status, keys(refused), fields(refused)]).toEqual([422, ['file.personal'], ['personalReason']]);
		// Having looked is no reason, and neither is a word too short to be one.
		expect(keys(await move('leader', id, 'sign', { checkedByHand: true }))).toEqual(['file.personal']);
		expect(keys(await move('leader', id, 'sign', { personalReason: '好' }))).toEqual(['concern.reason']);
		expect((await desk.page(`/consultations/${number}/files/${files[1]?.id}/x.txt`)).status).toBe(404);
		const reason = '值班公用手机，经本人同意公开。';
		expect((await move('leader', id, 'sign', { personalReason: reason, checkedByHand: true })).status).toBe(200);
		const signed = await view(id);
		expect([signed.personalReason, signed.checkedByHand]).toEqual([reason, '']);
		expect(signed.steps.findLast(({ action }) => action === 'sign')?.text).toContain(reason);
		expect((await desk.page(`/consultations/${number}`)).body).not.toContain(reason);
		// With its reason it is nothing the county has to find.
		expect(await leaked()).not.toContain(id);
	});

	it('that no program can read wait until somebody has looked, by name', async () => {
		const id = await toSign(CLEAN, SCANNED);
		expect((await view(id)).fileCheck.unread).toMatchObject([{ fileName: '扫描件.pdf' }]);
		const refused = await move('leader', id, 'sign');
		expect([keys(refused), fields(refused)]).toEqual([['file.unread'], ['checkedByHand']]);
		expect(JSON.stringify(refused.body)).toContain('扫描件.pdf');
		expect((await move('leader', id, 'sign', { checkedByHand: true })).status).toBe(200);
		expect(await view(id)).toMatchObject({ state: 'open', checkedByHand: '「扫描件.pdf」' });
	});

	it('of before files were read are read when they are signed: nothing slips through as unknown', async () => {
		const id = await toSign(ROLL);
		const { pool } = desk.server.services.database;
		await pool.query('delete from file_text');
		expect((await view(id)).fileCheck.unread).toMatchObject([{ fileName: '名单.txt' }]);
		expect(keys(await move('leader', id, 'sign', { checkedByHand: true }))).toEqual(['file.personal']);
	});

	it('ask nothing where there is nothing to ask, and keep no word nobody had to give', async () => {
		const id = await toSign(CLEAN);
		const word = { checkedByHand: true, personalReason: '没有个人信息。' };
		expect((await move('leader', id, 'sign', word)).status).toBe(200);
		expect(await view(id)).toMatchObject({ state: 'open', personalReason: '', checkedByHand: '' });
	});

	it('sent back and changed, are looked at anew: the word of before is no word for them', async () => {
		const id = await toSign(SCANNED);
		await move('leader', id, 'return', { text: '请换成可以检索的版本。' });
		await (await desk.as('clerk')).upload(`/api/consultations/${id}/files`, [ROLL]);
		await move('clerk', id, 'submit');
		expect(keys(await move('leader', id, 'sign', { checkedByHand: true }))).toEqual(['file.personal']);
	});
});

describe('the words of an outcome', () => {
	it('with personal data are neither sent nor published: in the result, in what an opinion says, in its reason', async () => {
		const id = await toSign();
		await move('leader', id, 'sign');
		const { number } = await view(id);
		const token = `t${Math.random()}`;
		await desk.post(`/consultations/${number}/comment`, {
			token,
			clause: '',
			body: '建议开放时间提前。',
			name: '',
			phone: '',
		});
		const [comment] = (await view(id)).commentList;
		const opinions = `/api/consultations/${id}/opinions`;
		await desk.send('clerk', opinions, { commentIds: [comment?.id], summary: `来电${PHONE}建议提前` });
		const [opinion] = (await view(id)).opinions;
		const judge = (revision: number, change: object) =>
			desk.put('clerk', `${opinions}/${opinion?.id}`, { revision, verdict: 'declined', ...change });
		await judge(1, { summary: `来电${PHONE}建议提前`, reason: '与上级规定不一致。' });
		desk.turn('2026-07-11');
		const text = '收到一条意见，经研究未采纳。';
		expect(keys(await move('clerk', id, 'submitResult', { text }))).toEqual(['concern.personal']);
		await judge(2, { summary: '建议提前', reason: `已电话${PHONE}说明理由。` });
		expect(keys(await move('clerk', id, 'submitResult', { text }))).toEqual(['concern.personal']);
		await judge(3, { summary: '建议提前', reason: '与上级规定不一致。' });
		expect(keys(await move('clerk', id, 'submitResult', { text: `${text}联系${PHONE}。` }))).toEqual([
			'concern.personal',
		]);
		expect((await move('clerk', id, 'submitResult', { text })).status).toBe(200);
		expect((await move('leader', id, 'publishResult')).status).toBe(200);
		// Came in by another way: the round finds it.
		const { pool } = desk.server.services.database;
		await pool.query('update consultation set result = $1 where id = $2', [`联系${PHONE}。`, id]);
		expect(await leaked()).toContain(id);
		await pool.query("update consultation set state = 'open' where id = $1", [id]);
		expect(await leaked()).not.toContain(id);
	});
});
