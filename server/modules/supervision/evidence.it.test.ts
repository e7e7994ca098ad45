import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { mediaScoreOf, scoreOf } from './rules/score.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.server.close());

const officer = async () => await desk.as('countyOfficer');
const round = async () => (await (await officer()).post('/api/monitoring/rounds', {})).json();
const findings = async (query = '') => (await (await officer()).get(`/api/monitoring/findings${query}`)).json().rows;
const standing = async () => (await (await officer()).get('/api/monitoring')).json().round.score;
const recheck = async (id: number, person: 'countyOfficer' | 'clerk' | 'clerkB' = 'countyOfficer') =>
	await (await desk.as(person)).post(`/api/rectification-items/${id}/recheck`, {});
const act = async (id: number, action: string, body: object = {}) =>
	await (await officer()).post(`/api/rectification-items/${id}/moves/${action}`, body);

async function issue(findingIds: number[], title = '六月整改清单') {
	const { id } = (
		await (await officer()).post('/api/rectifications', { title, dueOn: '2026-06-10', findingIds })
	).json();
	return { id, rows: (await (await officer()).get(`/api/rectifications/${id}`)).json().rows };
}
const reply = async (id: number, text: string, owner = '') =>
	await (await desk.as('clerk')).upload(`/api/rectification-items/${id}/reply`, [], { text, owner });

/** Makes something personal public, as an imported archive would bring it in. */
async function leak(title: string): Promise<number> {
	const id = await desk.draft({ title });
	await desk.publish(id);
	await desk.server.services.database.pool.query(
		`with old as (select r.* from document_revision r join publication p on p.revision_id = r.id where r.document_id = $2),
			fresh as (insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
				select document_id, edition, number + 1, jsonb_set(content, '{body}', $1), plain, hash, created_at from old returning id)
		update publication set revision_id = (select id from fresh) where document_id = $2`,
		[JSON.stringify('<p>经办人电话 138<b>0013</b>8000。</p>'), id],
	);
	desk.server.services.pages.clear();
	return id;
}

describe('the page a finding was seen on', () => {
	it('is kept as everybody got it, with what must not be public masked, and outlives the page', async () => {
		const id = await leak('旧网站导入的名单');
		await round();
		const [finding] = await findings('?rule=M-LEAK');
		expect(finding.snapshot).toMatchObject({ path: `/d/${id}`, masked: 1 });
		await desk.move(id, 'clerk', 'withdraw', { reason: '含个人信息，撤下处理' });
		expect((await desk.page(`/d/${id}`)).status).toBe(410);
		const kept = await (await officer()).get(`/api/monitoring/findings/${finding.id}/snapshot`);
		expect(kept.headers['content-type']).toContain('text/html');
		expect(kept.headers['content-disposition']).toContain('attachment');
		expect(kept.body).toContain('旧网站导入的名单');
		expect(kept.body.replace(/<[^>]+>/g, '')).not.toContain('13800138000');
		const other = await (await desk.as('clerkB')).get(`/api/monitoring/findings/${finding.id}/snapshot`);
		expect(other.statusCode).toBe(404);
		expect((await (await desk.as('clerkB')).get(`/api/monitoring/findings/${finding.id}`)).statusCode).toBe(404);
	});

	it('is taken once: a round later it is the same file', async () => {
		const [before] = await findings('?rule=M-GUIDE');
		expect(before.snapshot).not.toBeNull();
		await round();
		const [after] = await findings('?rule=M-GUIDE');
		expect(after.snapshot).toEqual(before.snapshot);
	});

	it('stands on the screen of the finding with rule, points and what happened before', async () => {
		const [{ id }] = await findings('?rule=M-GUIDE');
		const view = (await (await officer()).get(`/api/monitoring/findings/${id}`)).json();
		expect(view).toMatchObject({ rule: 'M-GUIDE', points: 5, most: 10, earlier: [], items: [] });
	});
});

describe('a round', () => {
	it('reads an edition once, and again only when something about it changed', async () => {
		const id = await desk.draft({ title: '防汛通知' });
		await desk.publish(id);
		expect((await round()).work.scanned).toBeGreaterThan(0);
		expect((await round()).work.scanned).toBe(0);
		// As an older program would have left it.
		await desk.server.services.database.pool.query('update edition_scan set version = 1');
		expect((await round()).work.scanned).toBeGreaterThan(0);
	});

	it('keeps a score that its findings give again', async () => {
		await round();
		const { score } = (await (await officer()).get('/api/monitoring')).json().round;
		const { media, ...site } = score;
		const seen = await findings();
		expect(site).toEqual(scoreOf(seen));
		expect(media).toEqual(mediaScoreOf(seen));
	});

	it('sees public pages without their tags', async () => {
		const pages = (await findings('?rule=M-TAGS')).map(({ subject }: { subject: string }) => subject);
		// The site of the test county has no code and no domain.
		expect(pages).toContain('page:/');
		expect(pages.some((subject: string) => subject.startsWith('page:/d/'))).toBe(true);
	});

	it('sees a document made public with no secrecy review, and one its writer reviewed', async () => {
		const { pool } = desk.server.services.database;
		const bare = await desk.draft({ title: '没有审查的通知' });
		await desk.publish(bare);
		await pool.query('alter table secrecy_review disable trigger secrecy_review_append_only');
		await pool.query('delete from secrecy_review where document_id = $1', [bare]);
		const own = await desk.draft({ title: '自己审查的通知' });
		await desk.publish(own);
		await pool.query('update secrecy_review set reviewer_id = $2 where document_id = $1', [
			own,
			desk.county.people.clerk,
		]);
		await round();
		const subjects = async (rule: string) =>
			(await findings(`?rule=${rule}`)).map(({ subject }: { subject: string }) => subject);
		expect(await subjects('M-SECRECY')).toEqual([`document:${bare}`]);
		expect(await subjects('M-SELF')).toEqual([`document:${own}`]);
	});

	it('sees numbers used twice, a gap in a sequence, a service guide without its elements', async () => {
		const { pool } = desk.server.services.database;
		const numbered = { type: 'policy' as const, documentNumber: '柳政发〔2026〕9号' };
		const first = await desk.draft({ ...numbered, title: '养老服务办法' });
		const second = await desk.draft({ ...numbered, title: '防汛工作意见' });
		const guide = await desk.draft({
			title: '老年优待证办事指南',
			body: '<p>设定依据：条例。申请条件：年满60岁。办理材料：身份证。咨询电话：0999-8100001。</p>',
		});
		await round();
		// The county has told nobody how anything is applied for (国办秘函〔2019〕19号 单项否决：服务不实用).
		const none = (await findings('?rule=M-NOSERVICE'))[0];
		expect(none).toMatchObject({ severity: 'veto', subject: 'site', officeId: desk.county.county.id });
		expect((await standing()).vetoes).toContain(none.message);
		const bare = await desk.draft({ title: '高龄津贴申请指南', body: '<p>设定依据：条例。申请条件：年满80岁。</p>' });
		for (const id of [first, second, guide, bare]) await desk.publish(id);
		await pool.query('update index_sequence set last = last + 2');
		await round();
		expect((await findings('?rule=M-NUMBER'))[0]).toMatchObject({ subject: `document:${second}` });
		expect((await findings('?rule=M-INDEX-GAP'))[0].message).toContain('缺2个');
		const thin = await findings('?rule=M-SERVICE');
		expect(thin.map(({ subject }: { subject: string }) => subject)).toEqual([`document:${guide}`]);
		expect(thin[0].message).toContain('办理流程、办理时限、办理地点');
		const [veto] = await findings('?rule=M-SERVICE-BARE');
		expect(veto).toMatchObject({ severity: 'veto', subject: `document:${bare}` });
		expect(await findings('?rule=M-NOSERVICE')).toEqual([]);
		const { vetoes } = await standing();
		expect(vetoes).toContain(veto.message);
		expect(vetoes.join()).not.toContain('优待证');
		// How many make a veto is the county's to set.
		const county = await desk.as('countyOfficer');
		const { since } = (await county.get('/api/settings')).json().monitoring;
		expect((await county.put('/api/settings/monitoring', { value: { serviceGaps: 7 }, since })).statusCode).toBe(200);
		await round();
		expect(await findings('?rule=M-SERVICE-BARE')).toEqual([]);
		expect(await findings('?rule=M-SERVICE')).toHaveLength(2);
	});
});

describe('rectification', () => {
	it('asks the rule again about one matter, and closes what is gone without waiting for the night', async () => {
		const id = await leak('又一份名单');
		await round();
		const found = (await findings('?rule=M-LEAK')).find(({ subject }: { subject: string }) =>
			subject.endsWith(`:${id}`),
		);
		const { id: listId, rows } = await issue([found.id]);
		expect((await recheck(rows[0].id)).json()).toEqual({ isStillFound: true });
		expect((await recheck(rows[0].id, 'clerkB')).statusCode).toBe(404);
		await reply(rows[0].id, '已经撤下并处理。', '林晓');
		expect((await act(rows[0].id, 'close')).statusCode).toBe(422);
		await desk.move(id, 'clerk', 'withdraw', { reason: '含个人信息，撤下处理' });
		expect((await recheck(rows[0].id, 'clerk')).json()).toEqual({ isStillFound: false });
		expect((await act(rows[0].id, 'close')).statusCode).toBe(200);
		const [item] = (await (await officer()).get(`/api/rectifications/${listId}`)).json().rows;
		expect(item).toMatchObject({ state: 'closed', owner: '林晓', repeats: 0 });
		expect(item.steps.map(({ action }: { action: string }) => action)).toEqual([
			...['issue', 'recheck', 'reply', 'recheck', 'close'],
		]);
	});

	it('has no rule to ask about a matter entered by hand', async () => {
		const others = [{ officeId: desk.county.townshipA.id, message: '查阅点没有标识。', basis: '' }];
		const { id } = (
			await (await officer()).post('/api/rectifications', { title: '现场检查', dueOn: '2026-07-01', others })
		).json();
		const [item] = (await (await officer()).get(`/api/rectifications/${id}`)).json().rows;
		expect((await recheck(item.id)).statusCode).toBe(422);
	});

	it('an appeal that was upheld takes the finding out of the score, night after night', async () => {
		await round();
		const score = async () => (await (await officer()).get('/api/monitoring')).json().round.score;
		const before = await score();
		const [finding] = await findings(`?rule=M-GUIDE&officeId=${desk.county.townshipA.id}`);
		const { rows } = await issue([finding.id], '指南整改清单');
		await (await desk.as('clerk')).upload(`/api/rectification-items/${rows[0].id}/appeal`, [], {
			text: '指南由县里统一编制，下月公布。',
		});
		await act(rows[0].id, 'withdraw', { text: '情况属实，予以撤销。' });
		await round();
		const waived = (await findings(`?rule=M-GUIDE&officeId=${desk.county.townshipA.id}`))[0];
		expect(waived).toMatchObject({ id: finding.id, waivedBy: rows[0].id });
		const guides = ({ deductions }: { deductions: { rule: string; findings: number }[] }) =>
			deductions.find(({ rule }) => rule === 'M-GUIDE')?.findings ?? 0;
		expect(guides(await score())).toBe(guides(before) - 1);
	});

	it('knows an office that does the same again within a year, and names it in the circular', async () => {
		await desk.server.services.database.pool.query(
			`update rectification set issued_on = '2026-05-25' where title = '六月整改清单'`,
		);
		const id = await leak('第三份名单');
		await round();
		const found = (await findings('?rule=M-LEAK')).find(({ subject }: { subject: string }) =>
			subject.endsWith(`:${id}`),
		);
		const { id: listId, rows } = await issue([found.id], '再次整改清单');
		expect(rows[0].repeats).toBe(1);
		const paper = await (await officer()).get(`/api/rectifications/${listId}/circular`);
		expect(readDocx(paper.rawPayload).text).toContain('柳溪镇，《第三份名单》中发现1处疑似手机号码（一年内第2次）');
	});

	it('counts its loop, for the county and for the office alone, and as workbooks', async () => {
		const figures = async (person: 'countyOfficer' | 'clerk' | 'clerkB', query = '?from=2026-06-01&to=2026-06-30') =>
			await (await desk.as(person)).get(`/api/monitoring/figures${query}`);
		const { total, rows } = (await figures('countyOfficer')).json();
		expect(total).toMatchObject({ issued: 3, closed: 1, closedInTime: 1, appealed: 1, upheld: 1, repeated: 1 });
		expect(rows).toHaveLength(4);
		expect((await figures('clerk')).json().total).toMatchObject({ issued: 3 });
		expect((await figures('clerkB')).json().total).toMatchObject({ issued: 0 });
		expect((await figures('countyOfficer', '?from=2025-01-01&to=2025-12-31')).json().total.found).toBe(0);
		expect((await figures('countyOfficer', '?from=2026-06-02&to=2026-06-01')).statusCode).toBe(422);
		for (const path of ['/api/monitoring/figures/export', '/api/rectifications/1/sheet']) {
			const book = new ExcelJS.Workbook();
			await book.xlsx.load(Uint8Array.from((await (await officer()).get(path)).rawPayload).buffer);
			expect(book.worksheets[0]?.rowCount).toBeGreaterThan(1);
		}
	});
});
