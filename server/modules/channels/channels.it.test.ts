import { createCanvas } from '@napi-rs/canvas';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { readPdf } from '../../../test/pdf.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, FORMED_ON, openDesk } from '../publishing/desk.setup.ts';
import { registerFigures } from '../registers/index.ts';
import { silentAccounts } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const ACCOUNT = { kind: 'wechat', name: '柳溪发布', address: 'liuxi-fabu', keeper: '林晓', openedOn: '2026-01-05' };
const post = async (url: string, body: object, person: PersonKey = 'clerk') =>
	await (await desk.as(person)).post(url, body);
const get = async (url: string, person: PersonKey = 'clerk') => await (await desk.as(person)).get(url);

async function open(change: object = {}, person: PersonKey = 'clerk'): Promise<number> {
	const officeId = person === 'clerkB' ? desk.county.townshipB.id : desk.county.townshipA.id;
	const answer = await post('/api/channels', { ...ACCOUNT, officeId, ...change }, person);
	if (answer.statusCode !== 200) throw new Error(answer.body);
	return answer.json().id;
}

async function published(change: object = {}): Promise<number> {
	const id = await desk.draft(change);
	await desk.publish(id);
	return id;
}

async function prepared(documentId: number, channelId: number): Promise<number> {
	const answer = await post('/api/dispatches', { documentId, channelIds: [channelId] });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	return answer.json().ids[0];
}

const view = async (id: number, person: PersonKey = 'clerk') => (await get(`/api/dispatches/${id}`, person)).json();
const move = async (id: number, action: string, body: object = {}, person: PersonKey = 'clerk') =>
	await post(
		`/api/dispatches/${id}/moves/${action}`,
		{ revision: (await view(id, person)).revision ?? 1, ...body },
		person,
	);

describe('an account', () => {
	it('is opened, changed and closed, and its history tells what it was', async () => {
		const id = await open();
		const changed = { ...ACCOUNT, name: '柳溪政务', revision: 1 };
		expect((await post(`/api/channels/${id}/change`, changed)).statusCode).toBe(200);
		// Somebody else saw it before that.
		expect((await post(`/api/channels/${id}/change`, changed)).statusCode).toBe(409);
		expect((await post(`/api/channels/${id}/close`, { day: '2026-06-01', reason: '合' })).statusCode).toBe(422);
		const reason = '与县级账号合并运营';
		expect((await post(`/api/channels/${id}/close`, { day: '2026-06-01', reason })).statusCode).toBe(200);
		expect((await post(`/api/channels/${id}/activity`, { day: '2026-06-01', title: '防汛提示' })).statusCode).toBe(409);
		const { history, closedOn } = (await get(`/api/channels/${id}`)).json();
		expect(closedOn).toBe('2026-06-01');
		expect(history.map(({ entry }: { entry: string }) => entry)).toEqual(['开设备案', '变更备案', '关停备案']);
		expect(history[1].data.before).toEqual({ name: '柳溪发布' });
	});

	it('that said nothing for two weeks is found, until it speaks', async () => {
		const id = await open({ name: '沉默的账号', openedOn: '2026-04-01' });
		const silent = async () =>
			(await silentAccounts(reader(desk.server.as({ kind: 'system', name: '测试' })))).map((row) => row.id);
		expect(await silent()).toContain(id);
		expect((await get('/api/channels?state=silent')).json().rows.map((row: { id: number }) => row.id)).toContain(id);
		await post(`/api/channels/${id}/activity`, { day: '2026-05-20', title: '汛期提示' });
		expect(await silent()).not.toContain(id);
	});

	it('stands on the portal while it is open, without who keeps it', async () => {
		const id = await open({ kind: 'weibo', name: '柳溪微语', address: 'https://weibo.example/liuxi', keeper: '孟禾' });
		const officialOnly = await open({ kind: 'board', name: '村口公开栏', address: '村委会' });
		const { body } = await desk.page('/accounts');
		expect(body).toMatch(/政务微博「柳溪微语」[\s\S]{0,40}<a href="https:\/\/weibo\.example\/liuxi"/);
		expect(body).not.toContain('孟禾');
		expect(body).not.toContain('村口公开栏');
		expect(officialOnly).toBeGreaterThan(id);
		const changed = { ...ACCOUNT, kind: 'weibo', name: '柳溪<b>新语', address: 'javascript:alert(1)', revision: 1 };
		expect((await post(`/api/channels/${id}/change`, changed)).statusCode).toBe(200);
		const after = (await desk.page('/accounts')).body;
		expect(after).toContain('柳溪&lt;b&gt;新语');
		expect(after).not.toContain('href="javascript:');
		await post(`/api/channels/${id}/close`, { day: '2026-06-01', reason: '与县级账号合并运营' });
		expect((await desk.page('/accounts')).body).not.toContain('新语');
		expect((await desk.page('/')).body).toContain('href="/accounts"');
	});

	it('belongs to its office: another neither sees nor changes it', async () => {
		const id = await open();
		expect((await get(`/api/channels/${id}`, 'clerkB')).statusCode).toBe(404);
		expect(
			(await post(`/api/channels/${id}/close`, { day: '2026-06-01', reason: '不应当能够关停' }, 'clerkB')).statusCode,
		).toBe(404);
		expect((await post('/api/channels', { ...ACCOUNT, officeId: desk.county.townshipA.id }, 'clerkB')).statusCode).toBe(
			403,
		);
		expect(
			(await post('/api/channels', { ...ACCOUNT, officeId: desk.county.townshipA.id }, 'reviewer')).statusCode,
		).toBe(403);
		const rows = (await get('/api/channels', 'clerkB')).json().rows as { officeId: number }[];
		expect(rows.every(({ officeId }) => officeId === desk.county.townshipB.id)).toBe(true);
	});

	it('is registered as a second one of its office too, and both say so until one is closed (国办发〔2018〕123号)', async () => {
		const weibo = { kind: 'weibo', address: 'shiqiao' };
		const first = await open({ ...weibo, name: '石桥发布' }, 'clerkB');
		const others = async (person: PersonKey) =>
			Object.fromEntries(
				(await get('/api/channels?kind=weibo', person))
					.json()
					.rows.map(({ name, others: names }: { name: string; others: string[] }) => [name, names]),
			);
		await open({ ...weibo, name: '柳溪微博' });
		expect(await others('clerkB')).toEqual({ 石桥发布: [] });
		const second = await open({ ...weibo, name: '石桥文旅' }, 'clerkB');
		expect(await others('clerkB')).toEqual({ 石桥发布: ['石桥文旅'], 石桥文旅: ['石桥发布'] });
		// One seen by itself says it as the list does.
		expect((await get(`/api/channels/${first}`, 'clerkB')).json().others).toEqual(['石桥文旅']);
		// The county sees every office, and takes none of another's for a second.
		expect(await others('countyOfficer')).toMatchObject({ 柳溪微博: [], 石桥发布: ['石桥文旅'] });
		const closing = { day: '2026-06-01', reason: '与主账号合并运营' };
		expect((await post(`/api/channels/${second}/close`, closing, 'clerkB')).statusCode).toBe(200);
		expect(await others('clerkB')).toEqual({ 石桥发布: [], 石桥文旅: [] });
	});

	it('refuses each blank beside its field', async () => {
		const blank = {
			officeId: desk.county.townshipA.id,
			kind: 'accessPoint',
			name: '',
			address: '',
			openedOn: '2026-06-02',
		};
		const answer = await post('/api/channels', blank);
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues.map(({ field }: { field: string }) => field)).toEqual([
			'name',
			'address',
			'placeKind',
			'hours',
			'openedOn',
		]);
	});
});

describe('one item through many channels', () => {
	it('goes out with its link, asks for an update when amended, and to come down when withdrawn', async () => {
		const channelId = await open({ name: '推送账号' });
		const documentId = await published({ title: '关于推送的通知' });
		const id = await prepared(documentId, channelId);
		expect((await move(id, 'send')).json().issues[0].key).toBe('dispatch.link');
		expect((await move(id, 'send', { link: 'https://mp.example/s/1' })).statusCode).toBe(200);
		expect((await view(id)).need).toBeNull();
		await desk.move(documentId, 'clerk', 'amend', { note: '补充值班电话的说明' });
		expect((await view(id)).need).toBeNull();
		const { content, version } = await desk.read(documentId);
		const draft = { version, content: { ...content, title: '关于推送的通知（更新）', changedOn: '2026-06-01' } };
		await (await desk.as('clerk')).put(`/api/documents/${documentId}/draft`, draft);
		await desk.publish(documentId);
		expect(await view(id)).toMatchObject({ need: 'update', title: '关于推送的通知' });
		expect((await get('/api/dispatches?need=update')).json().rows.map((row: { id: number }) => row.id)).toContain(id);
		expect((await move(id, 'update')).statusCode).toBe(200);
		expect(await view(id)).toMatchObject({ need: null, title: '关于推送的通知（更新）' });
		await desk.move(documentId, 'leader', 'withdraw', { reason: '内容有误，需要重新核实。' });
		expect(await view(id)).toMatchObject({ need: 'takeDown', isPublic: false });
		expect((await get(`/api/dispatch-documents/${documentId}`)).json()).toMatchObject({ isPublic: false, texts: null });
		expect((await move(id, 'update')).statusCode).toBe(409);
		expect((await move(id, 'remove')).statusCode).toBe(200);
		expect(await view(id)).toMatchObject({ state: 'removed', need: null });
		expect((await view(id)).history.map(({ entry }: { entry: string }) => entry)).toEqual([
			'准备推送',
			'登记已发布',
			'确认已更新',
			'确认已撤下',
		]);
	});

	it('is on its way through one channel once, though two push it at once', async () => {
		const channelId = await open({ name: '并发账号' });
		const documentId = await published();
		const both = await Promise.all([1, 2].map(() => post('/api/dispatches', { documentId, channelIds: [channelId] })));
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const id = (await get(`/api/dispatches?channelId=${channelId}`)).json().rows[0].id;
		const sends = await Promise.all(
			[1, 2].map((n) => move(id, 'send', { revision: 1, link: `https://mp.example/s/${n}` })),
		);
		expect(sends.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		expect(
			(await post(`/api/channels/${channelId}/close`, { day: '2026-06-01', reason: '还有没撤下的' })).statusCode,
		).toBe(409);
	});

	it('is pushed by nobody while it is a draft, nor by another office', async () => {
		const channelId = await open({ name: '越权账号' });
		const draft = await desk.draft();
		expect((await post('/api/dispatches', { documentId: draft, channelIds: [channelId] })).statusCode).toBe(409);
		const documentId = await published();
		expect((await post('/api/dispatches', { documentId, channelIds: [channelId] }, 'clerkB')).statusCode).toBe(404);
		expect((await post('/api/dispatches', { documentId, channelIds: [] })).json().issues[0].field).toBe('channelIds');
		const id = await prepared(documentId, channelId);
		expect((await get(`/api/dispatches/${id}`, 'clerkB')).statusCode).toBe(404);
		for (const path of ['wechat.zip', 'notice.pdf', 'broadcast'])
			expect((await get(`/api/dispatch-documents/${draft}/${path}`)).statusCode).toBe(409);
	});

	it('failed is tried again, for a reason', async () => {
		const id = await prepared(await published(), await open({ name: '失败账号' }));
		expect((await move(id, 'fail')).statusCode).toBe(422);
		expect((await move(id, 'fail', { reason: '平台审核没有通过' })).statusCode).toBe(200);
		expect(await view(id)).toMatchObject({ state: 'failed', need: 'send' });
		expect((await move(id, 'retry')).statusCode).toBe(200);
		expect((await move(id, 'cancel', { reason: '改用公示栏张贴' })).statusCode).toBe(200);
	});
});

describe('a board on a wall', () => {
	const photo = () => {
		const plain = createCanvas(8, 8).toBuffer('image/jpeg');
		const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('MM\0\x2a\0\0\0\x08\0\0GPS-N30.5-张三的手机')]);
		const head = Buffer.from([0xff, 0xe1, 0, 0]);
		head.writeUInt16BE(exif.length + 2, 2);
		return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]);
	};
	const upload = async (id: number, moment: string, name: string, content: Buffer) =>
		await (await desk.as('clerk')).upload(`/api/dispatches/${id}/proofs`, [{ name, content }], { moment });

	it('wants place, days and a photo, which says neither where nor whose it was', async () => {
		const documentId = await published({ title: '征收土地公告' });
		const id = await prepared(documentId, await open({ kind: 'board', name: '柳溪村公示栏', address: '村委会门口' }));
		const hung = { place: '村委会门口', shownFrom: '2026-06-01', shownTo: '2026-06-30' };
		expect((await move(id, 'send', hung)).json().issues[0].key).toBe('dispatch.proof');
		expect((await upload(id, 'posting', '说明.html', Buffer.from('<script>alert(1)</script>'))).statusCode).toBe(415);
		expect((await upload(id, 'posting', '张贴.jpg', photo())).statusCode).toBe(200);
		const { proofs } = await view(id);
		const stored = await get(`/api/dispatches/${id}/proofs/${proofs[0].id}`);
		expect(stored.headers['content-type']).toContain('image/jpeg');
		expect(stored.rawPayload.toString('latin1')).not.toMatch(/GPS|Exif/);
		expect((await get(`/api/dispatches/${id}/proofs/${proofs[0].id}`, 'clerkB')).statusCode).toBe(404);
		expect((await move(id, 'send', hung)).statusCode).toBe(200);
		expect((await move(id, 'remove')).json().issues.map(({ key }: { key: string }) => key)).toEqual([
			'dispatch.removalProof',
			'dispatch.early',
		]);
		desk.on('2026-07-01T02:00:00Z');
		expect((await view(id)).need).toBe('expired');
		expect((await upload(id, 'removal', '撤下.png', createCanvas(8, 8).toBuffer('image/png'))).statusCode).toBe(200);
		expect((await move(id, 'remove')).statusCode).toBe(200);
		desk.on('2026-06-01T02:00:00Z');
	});

	it('is printed with the code of its page, on A4 and A3', async () => {
		const documentId = await published({
			title: '宅基地审批结果公示',
			body: '<h2>一、结果</h2><p>同意三户。</p><table><tbody><tr><th>户主</th><th>面积</th></tr><tr><td>甲户</td><td>120</td></tr></tbody></table>',
		});
		const query = 'place=村委会&from=2026-06-01&to=2026-06-30';
		const sizes: number[] = [];
		for (const size of ['a4', 'a3']) {
			const answer = await get(`/api/dispatch-documents/${documentId}/notice.pdf?size=${size}&${query}`);
			expect(answer.statusCode).toBe(200);
			const { text, items } = await readPdf(answer.rawPayload);
			for (const part of ['宅基地审批结果公示', '甲户', '2026年6月1日至2026年6月30日', '扫码查看'])
				expect(text).toContain(part);
			sizes.push(Math.max(...items.map(({ size: type }) => type)));
		}
		expect((await get(`/api/dispatch-documents/${documentId}/broadcast?format=pdf&times=早七点`)).statusCode).toBe(200);
		const handbook = await get(`/api/dispatch-documents/handbook?ids=${documentId}&title=办事手册&format=pdf`);
		expect((await readPdf(handbook.rawPayload)).text).toContain('宅基地审批结果公示');
		const county = await (await desk.as('countyOfficer')).get(
			`/api/dispatch-documents/handbook?ids=${documentId}&format=pdf`,
		);
		const cover = (await readPdf(county.rawPayload)).items.filter(({ page }) => page === 1).map(({ text }) => text);
		expect(cover).toContain('青河县人民政府办公室');
		expect(cover.join('')).toMatch(/\d{4}年[1-9]\d?月/);
		expect((await get(`/api/dispatch-documents/handbook?ids=${documentId},999999`)).statusCode).toBe(409);
		expect((await get('/api/dispatch-documents/handbook?ids=abc')).statusCode).toBe(422);
	});

	it('packs an article for WeChat with its pictures, no script and whole links', async () => {
		const documentId = await desk.draft({ title: '图文<b>' });
		const picture = { name: '图.png', content: createCanvas(8, 8).toBuffer('image/png') };
		const clerk = await desk.as('clerk');
		const added = (await clerk.upload(`/api/documents/${documentId}/attachments`, [picture])).json();
		const fileId = (added.attachments ?? added)[0].id;
		const { content, version } = await desk.read(documentId);
		const body = `<p>见<a href="/guide">指南</a></p><p><img src="attachment:${fileId}" alt="图"></p><script>x</script>`;
		await clerk.put(`/api/documents/${documentId}/draft`, { version, content: { ...content, body } });
		await desk.publish(documentId);
		const zip = await get(`/api/dispatch-documents/${documentId}/wechat.zip`);
		const files = unzipSync(new Uint8Array(zip.rawPayload));
		expect(Object.keys(files).sort()).toEqual(['images/01.png', '图文.html', '填写说明.txt'].sort());
		const html = Buffer.from(files['图文.html'] ?? []).toString('utf8');
		expect(html).toContain('src="images/01.png"');
		expect(html).toContain('href="http://localhost/guide"');
		expect(html).not.toMatch(/<script|class=/);
	});
});

describe('whose figure it is', () => {
	const figures = async (year = 2026) =>
		await registerFigures(reader(desk.server.as(desk.county.actor('clerk'))), {
			...{ officeId: desk.county.townshipA.id, officeKind: 'township', year, form: '2014' as const },
		});

	it('counts an item once a line, never more than were made public, and takes no lines of the register beside it', async () => {
		const before = await figures();
		const board = await open({ kind: 'board', name: '第二公示栏' });
		const first = await open({ name: '甲号' });
		const second = await open({ name: '乙号' });
		const documentId = await published({ title: '多渠道公开', formedOn: FORMED_ON });
		for (const channelId of [first, second]) {
			const id = await prepared(documentId, channelId);
			await move(id, 'send', { link: 'https://mp.example/s/9' });
		}
		await prepared(documentId, board);
		const after = await figures();
		const grown = (address: string) => Number(after[address]?.value) - Number(before[address]?.value ?? 0);
		expect([grown('stat.1.2.2'), grown('stat.1.2.4'), grown('stat.1.2.5')]).toEqual([1, 1, 0]);
		expect(after['stat.1.2.4']?.documents).toContain(documentId);
		expect(after['stat.1.2.4']?.basis).toContain('公开渠道');
		const line = { kind: 'channelWechat', day: '2026-05-01', quantity: 3, fields: {}, note: '' };
		expect((await post('/api/registers/entries', line)).statusCode).toBe(409);
	});

	it('leaves years and offices that never used it to their registers', async () => {
		const line = { kind: 'channelWechat', day: '2018-05-01', quantity: 3, fields: {}, note: '' };
		expect((await post('/api/registers/entries', line)).statusCode).toBe(200);
		expect((await figures(2018))['stat.1.2.4']).toMatchObject({ value: '3' });
		expect((await post('/api/registers/entries', { ...line, day: '2026-05-01' }, 'clerkB')).statusCode).toBe(200);
	});

	it('counts places open on the last day, and visitors as they stand', async () => {
		const place = {
			kind: 'accessPoint',
			name: '镇便民服务中心',
			address: '中街1号',
			placeKind: 'service',
			hours: '工作日9:00—17:00',
		};
		const id = await open(place);
		await post(`/api/channels/${id}/visitors`, { month: '2026-05', visitors: 9 });
		await post(`/api/channels/${id}/visitors`, { month: '2026-05', visitors: 12 });
		await post(`/api/channels/${id}/visitors`, { month: '2026-04', visitors: 3 });
		expect((await post(`/api/channels/${id}/visitors`, { month: '2026-07', visitors: 3 })).statusCode).toBe(422);
		const now = await figures();
		expect([now['stat.10.2']?.value, now['stat.11.2']?.value]).toEqual(['1', '15']);
		const page = await desk.page('/access-points');
		expect(page.body).toContain('镇便民服务中心');
		expect(page.body).not.toContain('林晓');
		await post(`/api/channels/${id}/close`, { day: '2026-06-01', reason: '搬迁到新的地点' });
		expect((await desk.page('/access-points')).body).not.toContain('镇便民服务中心');
		expect((await figures())['stat.10.2']?.value).toBe('0');
	});
});

describe('what a place to read is given (条例第二十五条)', () => {
	it('is what it has not got yet, in a package whose hashes are right, signed for', async () => {
		const place = await open({
			kind: 'accessPoint',
			name: '县档案馆',
			address: '河滨路3号',
			placeKind: 'archive',
			hours: '工作日',
		});
		const documentId = await published({ title: '移交给档案馆的文件' });
		const { id } = (await post('/api/deliveries', { channelId: place, carrier: 'electronic' })).json();
		const detail = (await get(`/api/deliveries/${id}`)).json();
		expect(detail.list.map((row: { documentId: number }) => row.documentId)).toContain(documentId);
		// It is on its way: there is nothing else to give.
		expect((await post('/api/deliveries', { channelId: place, carrier: 'paper' })).statusCode).toBe(422);
		await desk.move(documentId, 'leader', 'withdraw', { reason: '内容有误，需要重新核实。' });
		const zip = await get(`/api/deliveries/${id}/package`);
		const files = unzipSync(new Uint8Array(zip.rawPayload));
		const manifest = Buffer.from(files['manifest-sha256.txt'] ?? [])
			.toString('utf8')
			.trim()
			.split('\n');
		const { createHash } = await import('node:crypto');
		for (const line of manifest) {
			const [hash, name = ''] = line.split('  ');
			expect(
				createHash('sha256')
					.update(files[name] ?? new Uint8Array())
					.digest('hex'),
			).toBe(hash);
		}
		expect(Object.keys(files).join('\n')).not.toContain('移交给档案馆的文件');
		expect(manifest.some((line) => line.endsWith('正文.pdf'))).toBe(true);
		const step = async (action: string, body: object) => await post(`/api/deliveries/${id}/moves/${action}`, body);
		expect((await step('receive', { revision: 1, day: '2026-06-01', receivedBy: '李管理' })).statusCode).toBe(409);
		expect((await step('deliver', { revision: 1, day: '2026-06-02' })).statusCode).toBe(422);
		expect((await step('deliver', { revision: 1, day: '2026-05-31' })).statusCode).toBe(200);
		expect((await step('receive', { revision: 2, day: '2026-05-30', receivedBy: '李管理' })).statusCode).toBe(422);
		expect((await step('receive', { revision: 2, day: '2026-06-01', receivedBy: '李管理' })).statusCode).toBe(200);
		expect((await get(`/api/deliveries/${id}`, 'clerkB')).statusCode).toBe(404);
		expect((await get(`/api/deliveries/${id}/package`, 'clerkB')).statusCode).toBe(404);
	}, 60_000);

	it('what was never handed over is known: by place, by document, and after a change again', async () => {
		const officeId = desk.county.townshipA.id;
		const standing = async (who?: 'clerkB') => await get(`/api/deliveries/undelivered?officeId=${officeId}`, who);
		const library = await open({
			kind: 'accessPoint',
			name: '县图书馆',
			address: '河滨路5号',
			placeKind: 'library',
			hours: '全周',
		});
		const documentId = await published({ title: '只给了档案馆的文件' });
		const of = async () => {
			const { rows } = (await standing()).json() as {
				rows: { documentId: number; missing: string[]; isChanged: boolean }[];
			};
			return rows.find((row) => row.documentId === documentId);
		};
		expect(await of()).toMatchObject({ missing: ['国家档案馆', '公共图书馆'], isChanged: false });
		const places = (await standing()).json().places as { id: number; name: string; lastOn: string | null }[];
		expect(places.find(({ id }) => id === library)).toMatchObject({ given: 0, lastOn: null, kindLabel: '公共图书馆' });
		const archive = places.find(({ name }) => name === '县档案馆')?.id;
		const { id } = (await post('/api/deliveries', { channelId: archive, carrier: 'paper' })).json();
		// On a list is not handed over.
		expect((await of())?.missing).toContain('国家档案馆');
		const moved = await post(`/api/deliveries/${id}/moves/deliver`, {
			...{ revision: 1, day: '2026-06-01', receivedBy: '', reason: '' },
		});
		expect(moved.statusCode).toBe(200);
		expect(await of()).toMatchObject({ missing: ['公共图书馆'], isChanged: false });
		const sheet = await get(`/api/deliveries/undelivered/export?officeId=${officeId}`);
		expect(sheet.statusCode).toBe(200);
		// Another office is told nothing, not even that there is one.
		expect((await standing('clerkB')).statusCode).toBe(404);
	});

	it('is signed for on a paper with every document and room for both sides', async () => {
		const { rows } = (await get('/api/deliveries')).json() as { rows: { id: number; placeName: string }[] };
		const id = rows[0]?.id;
		const { list } = (await get(`/api/deliveries/${id}`)).json() as { list: { indexNumber: string }[] };
		const paper = await readPdf(new Uint8Array((await get(`/api/deliveries/${id}/list?format=pdf`)).rawPayload));
		for (const words of ['政府信息移交清单', '移交人', '签收人', '签收日期', rows[0]?.placeName ?? ''])
			expect(paper.text).toContain(words);
		for (const { indexNumber } of list) expect(paper.text).toContain(indexNumber);
		expect((await get(`/api/deliveries/${id}/list`)).statusCode).toBe(200);
		expect((await get(`/api/deliveries/${id}/list`, 'clerkB')).statusCode).toBe(404);
	});
});
