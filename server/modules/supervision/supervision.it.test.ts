import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import { type Browser, signIn } from '../../../test/fixtures.ts';
import { readPdf } from '../../../test/pdf.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.server.close());

let officer: Browser | null = null;
const county = async () => officer ?? (await desk.as('countyOfficer'));
const round = async () => (await (await county()).post('/api/monitoring/rounds', {})).json();
const findings = async (query = '') => (await (await county()).get(`/api/monitoring/findings${query}`)).json().rows;
const list = async (id: number) => (await (await county()).get(`/api/rectifications/${id}`)).json();
const act = async (id: number, action: string, body: object = {}) =>
	await (await county()).post(`/api/rectification-items/${id}/moves/${action}`, body);
const reply = async (id: number, text: string, person: 'clerk' | 'clerkB' = 'clerk') =>
	await (await desk.as(person)).upload(
		`/api/rectification-items/${id}/reply`,
		[{ name: '截图.txt', content: '已更新' }],
		{ text },
	);

/** Issues a list of these findings, and answers its id and items. */
async function issue(findingIds: number[], title = '六月整改清单') {
	const answer = await (await county()).post('/api/rectifications', { title, dueOn: '2026-06-10', findingIds });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	const { id } = answer.json();
	return { id, items: (await list(id)).rows };
}

describe('a round', () => {
	it('finds what is there, and the same again is the same finding', async () => {
		const first = await round();
		expect(first.appeared).toBeGreaterThan(0);
		const before = await findings();
		expect(await round()).toMatchObject({ appeared: 0, cleared: 0 });
		expect((await findings()).map(({ id }: { id: number }) => id)).toEqual(before.map(({ id }: { id: number }) => id));
	});

	it('sees a published ID number, unless the signer gave a reason for it', async () => {
		const body = '<p>经办人电话 13800138000。</p>';
		const told = await desk.draft({ body, title: '有理由的通告' });
		await desk.toSignature(told);
		await desk.assess(told);
		await desk.move(told, 'leader', 'sign-off', { personalReason: '值班公用手机，经同意公开' });
		await round();
		expect(await findings('?rule=M-LEAK')).toEqual([]);
		// As an imported archive would bring it in: public without anybody having been asked.
		const { pool } = desk.server.services.database;
		const id = await desk.draft({ title: '旧网站导入的名单' });
		await desk.publish(id);
		await pool.query(
			`with old as (select r.* from document_revision r join publication p on p.revision_id = r.id where r.document_id = $2),
				fresh as (insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
					select document_id, edition, number + 1, jsonb_set(content, '{body}', $1), plain, hash, created_at from old returning id)
			update publication set revision_id = (select id from fresh) where document_id = $2`,
			[JSON.stringify(body), id],
		);
		await round();
		const [leak] = await findings('?rule=M-LEAK');
		expect(leak).toMatchObject({ severity: 'veto', evidence: { path: `/d/${id}`, facts: { 种类: '手机号码' } } });
		expect(JSON.stringify(leak)).not.toContain('13800138000');
		const { round: last } = (await (await county()).get('/api/monitoring')).json();
		expect(last.score).toMatchObject({ passed: false });
		await desk.move(id, 'clerk', 'withdraw', { reason: '含个人信息，撤下处理' });
		expect((await round()).cleared).toBeGreaterThan(0);
		expect(await findings('?rule=M-LEAK')).toEqual([]);
		expect((await findings('?rule=M-LEAK&all=true'))[0].clearedOn).toBe('2026-06-01');
	});

	it('finds an account that fell silent, until it speaks or is closed (国办发〔2018〕123号)', async () => {
		const clerk = await desk.as('clerk');
		const open = async (name: string) => {
			const account = { kind: 'wechat', name, address: 'liuxi', keeper: '林晓', openedOn: '2026-04-01' };
			return (await clerk.post('/api/channels', { ...account, officeId: desk.county.townshipA.id })).json().id;
		};
		const [spoken, closed] = [await open('柳溪发布'), await open('柳溪旧号')];
		await open('柳溪新号');
		const score = async () => (await (await county()).get('/api/monitoring')).json().round.score;
		await round();
		const silent = await findings('?rule=M-MEDIA');
		expect(silent).toHaveLength(3);
		expect(silent[0]).toMatchObject({ severity: 'veto', officeId: desk.county.townshipA.id });
		expect(JSON.stringify(silent)).not.toContain('林晓');
		const before = await score();
		await clerk.post(`/api/channels/${spoken}/activity`, { day: '2026-05-30', title: '防汛提示', link: '' });
		await clerk.post(`/api/channels/${closed}/close`, { day: '2026-06-01', reason: '与县级账号合并运营' });
		await round();
		const left = (await findings('?rule=M-MEDIA')).map(({ message }: { message: string }) => message);
		expect(left).toEqual([expect.stringContaining('柳溪新号')]);
		// An account is inspected for itself: the site's hundred does not move.
		expect([(await score()).points, (await score()).passed]).toEqual([before.points, before.passed]);
	});

	it('looks into the files too and names the one it stands in, in the sheet as well', async () => {
		const clerk = await desk.as('clerk');
		const id = await desk.draft({ title: '附件里有号码的通告' });
		const file = { name: '名单.txt', content: Buffer.from('名单一份') };
		const [{ id: fileId }] = (await clerk.upload(`/api/documents/${id}/attachments`, [file])).json();
		const { content, version } = await desk.read(id);
		await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, attachments: [fileId] } });
		await desk.publish(id);
		// As a reader that looks for more than the one before it would find.
		await desk.server.services.database.pool.query(
			`update file_text set body = '联系电话13800138000' where sha256 = (select sha256 from attachment where id = $1)`,
			[fileId],
		);
		await round();
		const leak = (await findings('?rule=M-LEAK')).find(
			({ subject }: { subject: string }) => subject === `document:${id}`,
		);
		expect(leak.evidence.facts).toMatchObject({ 种类: '手机号码', 附件: '名单.txt' });
		expect(leak.message).toContain('及其附件');
		const sheet = await (await county()).get('/api/monitoring/findings/export');
		const book = new ExcelJS.Workbook();
		const bytes = sheet.rawPayload;
		await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
		const cells = book.worksheets[0]?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
		expect(cells?.some((cell) => String(cell).includes('附件：名单.txt'))).toBe(true);
		expect(JSON.stringify(cells)).not.toContain('13800138000');
		await desk.move(id, 'clerk', 'withdraw', { reason: '附件含个人信息，撤下处理' });
		await round();
	});

	it('is counted alike when two start at once', async () => {
		const both = await Promise.all([round(), round()]);
		expect(both.map(({ appeared }) => appeared).reduce((a, b) => a + b, 0)).toBe(0);
	});

	it('is asked for by the county only, and shows an office its own findings and no score', async () => {
		const clerk = await desk.as('clerk');
		expect((await clerk.post('/api/monitoring/rounds', {})).statusCode).toBe(403);
		const own = (await clerk.get('/api/monitoring')).json();
		expect(own.round.score).toBeNull();
		expect(own.offices).toHaveLength(1);
		const rows = (await clerk.get('/api/monitoring/findings')).json().rows;
		expect(new Set(rows.map(({ officeId }: { officeId: number }) => officeId))).toEqual(
			new Set([desk.county.townshipA.id]),
		);
		const other = desk.county.townshipB.id;
		expect((await clerk.get(`/api/monitoring/findings?officeId=${other}`)).json().rows).toEqual([]);
	});

	it('goes out as a workbook', async () => {
		const answer = await (await county()).get('/api/monitoring/findings/export');
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
		expect(book.worksheets[0]?.rowCount).toBe((await findings()).length + 1);
	});
});

describe('rectification', () => {
	it('goes from the list over reply and check to its end, with proof and papers', async () => {
		await round();
		const own = (await findings(`?officeId=${desk.county.townshipA.id}`)).filter(
			({ rule }: { rule: string }) => rule === 'M-GUIDE',
		);
		expect(own).toHaveLength(1);
		const { id, items } = await issue([own[0].id]);
		expect(items).toHaveLength(1);
		const [item] = items;
		expect((await findings(`?officeId=${desk.county.townshipA.id}&rule=M-GUIDE`))[0].rectificationId).toBe(id);
		expect((await reply(item.id, '短')).statusCode).toBe(422);
		expect((await reply(item.id, '已经补齐并公布公开指南。', 'clerkB')).statusCode).toBe(404);
		expect((await reply(item.id, '已经补齐并公布公开指南。')).statusCode).toBe(200);
		const [replied] = (await list(id)).rows;
		expect(replied).toMatchObject({ state: 'replied', isStillFound: true });
		expect(replied.proofs).toMatchObject([{ fileName: '截图.txt' }]);
		const proof = `/api/rectification-items/${item.id}/proofs/${replied.proofs[0].id}`;
		expect((await (await county()).get(proof)).rawPayload.toString()).toBe('已更新');
		expect((await (await desk.as('clerkB')).get(proof)).statusCode).toBe(404);
		// Still found: a clerk's word is not enough.
		expect((await act(item.id, 'close')).statusCode).toBe(422);
		expect((await act(item.id, 'sendBack', { text: '指南仍没有公布。', dueOn: '2026-06-12' })).statusCode).toBe(200);
		expect((await list(id)).rows[0]).toMatchObject({ state: 'issued', dueOn: '2026-06-12' });
		await desk.server.services.database.pool.query('update monitor_finding set cleared_on = $1 where id = $2', [
			'2026-06-01',
			own[0].id,
		]);
		await reply(item.id, '已经公布公开指南，地址见附件。');
		expect((await act(item.id, 'close')).statusCode).toBe(200);
		expect((await list(id)).rows[0].state).toBe('closed');
		const closed = async (key: 'clerk' | 'clerkB', year: number) =>
			(await (await desk.as(key)).get(`/api/rectifications/items/closed?year=${year}`)).json().rows;
		expect(await closed('clerk', 2026)).toMatchObject([{ reply: '已经公布公开指南，地址见附件。' }]);
		expect(await closed('clerk', 2025)).toEqual([]);
		expect(await closed('clerkB', 2026)).toEqual([]);
		const paper = await (await desk.as('clerk')).get(`/api/rectifications/${id}/list`);
		expect(readDocx(paper.rawPayload).text).toContain('六月整改清单');
		expect((await desk.as('clerkB').then((other) => other.get(`/api/rectifications/${id}`))).statusCode).toBe(404);
	});

	it('hears an appeal, and withdraws or goes on', async () => {
		const all = (await findings()).filter(
			({ rule, rectificationId }: { rule: string; rectificationId: number | null }) =>
				rule === 'M-EMPTY' && rectificationId === null,
		);
		const own = all.filter(({ officeId }: { officeId: number }) => officeId === desk.county.townshipA.id).slice(0, 2);
		const { id, items } = await issue(own.map((finding: { id: number }) => finding.id));
		const appeal = async (item: number, text: string) =>
			await (await desk.as('clerk')).upload(`/api/rectification-items/${item}/appeal`, [], { text });
		for (const item of items) expect((await appeal(item.id, '本镇没有此类信息，已经说明。')).statusCode).toBe(200);
		expect((await act(items[0].id, 'withdraw', { text: '情况属实，予以撤销。' })).statusCode).toBe(200);
		expect((await act(items[1].id, 'reject', { text: '不符合实际情况，请整改。' })).statusCode).toBe(200);
		expect((await list(id)).rows.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'issued']);
	});

	it('does not issue the same matter twice, nor nothing, nor with a day that has passed', async () => {
		const taken = (await findings()).find(
			({ rectificationId }: { rectificationId: number | null }) => rectificationId !== null,
		);
		const post = async (body: object) =>
			await (await county()).post('/api/rectifications', { title: '清单', dueOn: '2026-07-01', ...body });
		expect((await post({ findingIds: [taken.id] })).json().issues[0].key).toBe('list.known');
		expect((await post({})).json().issues[0].key).toBe('list.none');
		expect((await post({ findingIds: [taken.id], dueOn: '2020-01-01' })).json().issues[0].key).toBe('list.dueOn');
		expect(
			(await (await desk.as('clerk')).post('/api/rectifications', { title: '清单', dueOn: '2026-07-01' })).statusCode,
		).toBe(403);
	});

	it('is moved by one of two hands at once', async () => {
		const others = [{ officeId: desk.county.townshipA.id, message: '检查指出查阅点没有标识。', basis: '' }];
		const { id } = (
			await (await county()).post('/api/rectifications', { title: '现场检查清单', dueOn: '2026-07-01', others })
		).json();
		const [item] = (await list(id)).rows;
		// 整改 of what no rule sees again is reported with its proof.
		const bare = (text: string) =>
			desk.as('clerk').then((clerk) => clerk.upload(`/api/rectification-items/${item.id}/reply`, [], { text }));
		expect((await bare('已经在大厅设置标识牌。')).json().issues[0].key).toBe('item.proof');
		expect((await list(id)).rows[0]).toMatchObject({ state: 'issued', proofs: [] });
		await reply(item.id, '已经在大厅设置标识牌。');
		const both = await Promise.all([act(item.id, 'close'), act(item.id, 'sendBack', { text: '标识牌位置不明显。' })]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});

	it('names in the circular who is past the limit, and only then', async () => {
		const others = [
			{ officeId: desk.county.townshipA.id, message: '第三方评估指出政策解读形式单一。', basis: '第三方评估报告' },
		];
		const created = await (await county()).post('/api/rectifications', {
			title: '评估整改清单',
			dueOn: '2026-06-05',
			others,
		});
		const { id } = created.json();
		const [item] = (await list(id)).rows;
		expect((await act(item.id, 'circulate')).statusCode).toBe(422);
		desk.server.clock.set('2026-06-08T02:00:00Z');
		// A week later nobody is still signed in.
		officer = await signIn(desk.server, 'countyOfficer');
		const clerk = await signIn(desk.server, 'clerk');
		expect((await list(id)).rows[0].isOverdue).toBe(true);
		expect((await act(item.id, 'circulate')).statusCode).toBe(200);
		const circular = await (await county()).get(`/api/rectifications/${id}/circular?format=pdf`);
		expect((await readPdf(circular.rawPayload)).text).toContain('第三方评估指出政策解读形式单一');
		expect((await clerk.get(`/api/rectifications/${id}/circular`)).statusCode).toBe(403);
		const text = '已经增加图解和短视频两种形式，网址：/o/liuxi/c/interpretations';
		expect((await clerk.upload(`/api/rectification-items/${item.id}/reply`, [], { text })).statusCode).toBe(200);
	});
});
