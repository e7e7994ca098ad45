import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T01:00:00Z');
});
afterAll(() => desk?.server.close());

const hintsOf = async (id: number) => (await desk.read(id)).hints.map(({ kind, message }) => [kind, message]);

test('a draft says what to look at once more, and is handed on and published all the same', async () => {
	const id = await desk.draft({
		body: '<p>依据《中华人民共和国合同法》，全面布署防汛工作。</p><p>2026年5月21日</p>',
	});
	expect(await hintsOf(id)).toEqual([
		['law', '《中华人民共和国合同法》已于2021年1月1日废止，现行为《中华人民共和国民法典》。'],
		['term', '「布署」应为「部署」。'],
		['date', '落款日期是2026年5月21日，成文日期填的是2026年5月20日，请核对。'],
	]);
	await desk.publish(id);
	expect((await desk.read(id)).state).toBe('published');
});

test('a title or a number that is public already, of this office only', async () => {
	const first = await desk.draft({ title: '汛期值班表', type: 'policy', documentNumber: '柳政发〔2026〕5号' });
	await desk.publish(first);
	expect((await hintsOf(first)).filter(([kind]) => kind === 'duplicate')).toEqual([]);
	const same = await desk.draft({ title: '汛期值班表', type: 'policy', documentNumber: '柳政发〔2026〕6号' });
	expect(await hintsOf(same)).toEqual([['duplicate', '已经公开过同名的信息，请确认不是重复发布。']]);
	const number = await desk.draft({ title: '别的', type: 'policy', documentNumber: '柳政发〔2026〕5号' });
	expect(await hintsOf(number)).toEqual([['duplicate', '已经公开过文号为「柳政发〔2026〕5号」的信息。']]);
	await desk.move(first, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	expect(await hintsOf(same)).toEqual([]);
});

test('a link to what is withdrawn, to an address inside, and to a host outside government', async () => {
	const target = await desk.draft({ title: '被引用的通知' });
	await desk.publish(target);
	const body = (...hrefs: string[]) => hrefs.map((href) => `<p><a href="${href}">链接</a></p>`).join('');
	const id = await desk.draft({
		title: '引用别处的通知',
		body: body(`/d/${target}`, '/d/999999', 'http://10.1.2.3/oa', 'https://shop.example.com/', 'https://www.gov.cn/a'),
	});
	expect(await hintsOf(id)).toEqual([
		['link', '链接指向没有公开或者已经撤下的信息。'],
		['link', '链接是内部网络地址，公众打不开。'],
		['link', '链接指向政府网站以外的网站，请核对是否必要、是否可靠。'],
	]);
	await desk.move(target, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	expect((await hintsOf(id)).filter(([, message]) => message?.includes('已经撤下'))).toHaveLength(2);
});

test('the county’s own words and order, from the day it sets them', async () => {
	const id = await desk.draft({ title: '慰问孤寡老人', body: '<p>乙二、甲一出席。</p>' });
	expect(await hintsOf(id)).toEqual([]);
	const county = await desk.as('countyOfficer');
	const { publishing } = (await county.get('/api/settings')).json();
	const value = { watchWords: [{ word: '孤寡老人', advice: '改用「特困供养人员」' }], leaders: ['甲一', '乙二'] };
	expect((await county.put('/api/settings/publishing', { value, since: publishing.since })).statusCode).toBe(200);
	expect((await hintsOf(id)).map(([kind]) => kind)).toEqual(['watch', 'leaders']);
	const clerk = await desk.as('clerk');
	expect((await clerk.put('/api/settings/publishing', { value, since: null })).statusCode).toBe(403);
});

test('attachments are read as the text is, each named; one that is not listed is not', async () => {
	const id = await desk.draft({ title: '带附件的通知' });
	const clerk = await desk.as('clerk');
	const files = ['方案.txt', '旧稿.txt'].map((name) => ({ name, content: Buffer.from('全面布署防汛工作（未闭合。') }));
	const added = (await clerk.upload(`/api/documents/${id}/attachments`, files)).json() as {
		id: number;
		fileName: string;
	}[];
	const listed = added.find(({ fileName }) => fileName === '方案.txt');
	const { content, version } = await desk.read(id);
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, attachments: [listed?.id] } });
	await desk.server.settle();
	expect(await hintsOf(id)).toEqual([['term', '附件「方案.txt」：「布署」应为「部署」。']]);
});
