import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.server.close());

const round = async () => (await (await desk.as('countyOfficer')).post('/api/monitoring/rounds', {})).json();
async function found(rule: string): Promise<string[]> {
	const { rows } = (await (await desk.as('countyOfficer')).get(`/api/monitoring/findings?rule=${rule}`)).json();
	return rows.map(({ subject }: { subject: string }) => subject);
}

async function published(title: string, body: string): Promise<number> {
	const id = await desk.draft({ title, body: `<p>${body}</p>` });
	await desk.publish(id);
	return id;
}

it('tells wrong words, repealed laws and days of public documents, once a document, and clears what was mended', async () => {
	const id = await published('第一件', '布署防汛，布署值班；依据《中华人民共和国合同法》；2026年2月30日。');
	await round();
	for (const rule of ['M-TERM', 'M-LAW', 'M-DATE']) expect(await found(rule), rule).toEqual([`document:${id}`]);
	const { rows } = (await (await desk.as('countyOfficer')).get('/api/monitoring/findings?rule=M-TERM')).json();
	expect(rows[0].message).toContain('有2处用词需要核对');

	await desk.move(id, 'clerk', 'amend', { note: '改正错别字' });
	const { content, version } = await desk.read(id);
	const clerk = await desk.as('clerk');
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, body: '<p>部署防汛。</p>' } });
	await desk.publish(id);
	await round();
	for (const rule of ['M-TERM', 'M-LAW', 'M-DATE']) expect(await found(rule), rule).toEqual([]);
});

it('a link becomes dead when what it leads to is withdrawn, without anybody touching the page it stands on', async () => {
	const target = await published('目标', '正文。');
	const id = await published('引用', `<a href="/d/${target}">目标</a><a href="http://192.168.0.8/">内网</a>`);
	await round();
	expect(await found('M-DEAD')).toEqual([]);
	expect(await found('M-INSIDE')).toEqual([`document:${id}`]);
	await desk.move(target, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	await round();
	expect(await found('M-DEAD')).toEqual([`document:${id}`]);
	await desk.move(id, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	await round();
	expect([await found('M-DEAD'), await found('M-INSIDE')]).toEqual([[], []]);
});

it('the same title twice in a column, a normative document without a last day, and a post nobody holds', async () => {
	const first = await published('汛期值班表', '甲。');
	const second = await published('汛期值班表', '乙。');
	// The same title of another day is the next of its kind.
	const other = await desk.draft({ title: '汛期值班表', formedOn: '2026-05-21' });
	await desk.publish(other);
	const endless = await desk.draft({ title: '养老服务办法', type: 'normative', documentNumber: '柳政规〔2026〕1号' });
	await desk.publish(endless);
	const dated = await desk.draft({
		title: '殡葬管理办法',
		type: 'normative',
		documentNumber: '柳政规〔2026〕2号',
		expiresOn: '2031-05-20',
	});
	await desk.publish(dated);
	await round();
	expect(first).toBeLessThan(second);
	expect(await found('M-TWICE')).toEqual([`document:${second}`]);
	expect(await found('M-TERMLESS')).toEqual([`document:${endless}`]);
	// The department has a clerk and a leader, and nobody to review secrecy; the townships have all.
	const { rows } = (await (await desk.as('countyOfficer')).get('/api/monitoring/findings?rule=M-POST')).json();
	expect(rows.filter(({ officeId }: { officeId: number }) => officeId === desk.county.department.id)).toMatchObject([
		{ message: '没有人承担保密审查' },
	]);
	expect(rows.some(({ officeId }: { officeId: number }) => officeId === desk.county.townshipA.id)).toBe(false);
});
