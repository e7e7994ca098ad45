import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, FORMED_ON, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

const post = async (person: Parameters<Desk['as']>[0], url: string, body: object = {}) =>
	await (await desk.as(person)).post(url, body);

describe('the journey of a document', () => {
	let id: number;

	it('begins with what the office already says', async () => {
		const columnId = await desk.column('notices');
		const created = await post('clerk', '/api/documents', { columnId, type: 'notice', title: '试' });
		const { content, state, missing, moves } = await desk.read(created.json().id);
		expect(state).toBe('draft');
		expect(content).toMatchObject({ issuer: '柳溪镇人民政府', genre: '通知', attribute: 'active' });
		expect(missing.map(({ field }) => field)).toContain('formedOn');
		expect(moves.find(({ action }) => action === 'submit')).toMatchObject({ permitted: true, allowed: false });
	});

	it('is not handed on while something is missing, and says all of it', async () => {
		id = await desk.draft({ summary: '', theme: '' });
		const refused = await post('clerk', `/api/documents/${id}/submit`);
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues.map(({ field }: { field: string }) => field)).toEqual(['theme', 'summary']);
	});

	it('passes proofreading, secrecy review and signature, each by another person', async () => {
		id = await desk.draft();
		await desk.move(id, 'clerk', 'submit');
		expect((await post('clerk', `/api/documents/${id}/proofread`)).statusCode).toBe(422);
		await desk.move(id, 'reviewer', 'proofread', { comment: '已核对' });
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		expect((await desk.page(`/d/${id}`)).status).toBe(404);
		await desk.move(id, 'leader', 'sign-off');
		const after = await desk.read(id);
		expect(after).toMatchObject({ state: 'published', live: true });
		expect(after.indexNumber).toMatch(/^99990123A00000011X\/2026-\d{5}$/);
		expect(after.steps.map(({ label, actorName }) => [label, actorName])).toEqual([
			['提交校对', '林晓'],
			['校对通过', '周航'],
			['保密审查通过', '何敏'],
			['签发', '方远'],
			['立即发布', '方远'],
		]);
	});

	it('stands on the portal with its metadata block, page tags and breadcrumb', async () => {
		const { indexNumber } = await desk.read(id);
		const { status, body } = await desk.page(`/d/${id}`);
		expect(status).toBe(200);
		for (const part of [
			`<dt>索引号</dt><dd>${indexNumber}</dd>`,
			'<dt>主题分类</dt><dd>农业、林业、水利</dd>',
			'<dt>发文机关</dt><dd>柳溪镇人民政府</dd>',
			`<dt>成文日期</dt><dd>${FORMED_ON}</dd>`,
			'<dt>发布日期</dt><dd>2026-06-01</dd>',
			'<dt>有效性</dt><dd>有效</dd>',
			'<dt>公开方式</dt><dd>主动公开</dd>',
			'<dt>内容概述</dt>',
			'<meta name="ArticleTitle" content="关于做好汛期值班工作的通知"/>',
			'<meta name="PubDate" content="2026-06-01 09:00"/>',
			'<meta name="ContentSource" content="柳溪镇人民政府"/>',
			'<meta name="ColumnName" content="通知公告"/>',
			'<meta name="SiteName"',
			'<a href="/o/liuxi/c/notices">通知公告</a>',
			'二十四小时值班',
		])
			expect(body).toContain(part);
		// The page's own tools, and no script of a text.
		expect(body).not.toMatch(/<script(?! src="\/assets\/page-tools\.js")/);
	});

	it('is in the lists, the feed and the sitemap', async () => {
		for (const url of [
			'/',
			'/o/liuxi',
			'/o/liuxi/c/notices',
			'/latest/notices',
			'/feed.xml',
			'/o/liuxi/feed.xml',
			'/sitemaps/1.xml',
		])
			expect((await desk.page(url)).body, url).toContain(`/d/${id}`);
		for (const url of ['/o/shiqiao', '/o/liuxi/c/news', '/o/liuxi/c/a20-01'])
			expect((await desk.page(url)).body, url).not.toContain(`/d/${id}`);
	});

	it('is found by the search', async () => {
		await desk.server.settle();
		for (const q of ['汛期值班', '值班 柳溪镇', '防汛', '二十四小时', '“各村应当安排专人”'])
			expect((await desk.page(`/search?q=${encodeURIComponent(q)}`)).body, q).toContain(`/d/${id}`);
		expect((await desk.page(`/search?q=${encodeURIComponent('低保')}`)).body).not.toContain(`/d/${id}`);
	});

	it('is withdrawn with a reason, and only that is left', async () => {
		expect((await post('clerk', `/api/documents/${id}/withdraw`, { reason: '错' })).statusCode).toBe(422);
		await desk.move(id, 'leader', 'withdraw', { reason: '内容有误，更正后另行公开' });
		const { status, body } = await desk.page(`/d/${id}`);
		expect(status).toBe(410);
		expect(body).toContain('2026-06-01');
		expect(body).toContain('内容有误，更正后另行公开');
		expect(body).toContain('柳溪镇人民政府');
		expect(body).not.toContain('汛期');
	});
});

describe('editions', () => {
	it('an amended document shows the old edition until the new one is signed, under the same number', async () => {
		const id = await desk.draft({ title: '关于办理老年优待证的通告' });
		await desk.publish(id);
		const { indexNumber } = await desk.read(id);
		await desk.move(id, 'clerk', 'amend', { note: '更正办理地点' });
		const work = await desk.read(id);
		expect(work).toMatchObject({ state: 'draft', edition: 2, live: true });
		expect(work.content.changeNote).toBe('更正办理地点');
		const content = { ...work.content, body: '<p>办理地点改为便民服务中心二楼。</p>' };
		await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version: work.version, content });
		expect((await desk.page(`/d/${id}`)).body).not.toContain('二楼');
		await desk.publish(id);
		const { body } = await desk.page(`/d/${id}`);
		expect(body).toContain('二楼');
		expect(body).toContain('第2版');
		expect(body).toContain('更正办理地点');
		expect(await desk.read(id)).toMatchObject({ indexNumber, edition: 2, state: 'published' });
		expect((await desk.read(id)).revisions.map(({ edition, number }) => [edition, number])).toEqual([
			[1, 1],
			[2, 2],
		]);
	});

	it('an amendment can be given up; what is public stays', async () => {
		const id = await desk.draft({ title: '关于道路封闭施工的公告' });
		await desk.publish(id);
		await desk.move(id, 'clerk', 'amend', { note: '拟延长工期' });
		expect((await post('clerk', `/api/documents/${id}/discard`, { reason: '不再需要修改' })).statusCode).toBe(422);
		await desk.move(id, 'clerk', 'abandon', { reason: '工期没有变化' });
		expect(await desk.read(id)).toMatchObject({ state: 'published', edition: 1, live: true });
		expect((await desk.page(`/d/${id}`)).status).toBe(200);
	});

	it('a document can be withdrawn while its next edition is being written, and come back', async () => {
		const id = await desk.draft({ title: '关于公布举报电话的公告' });
		await desk.publish(id);
		await desk.move(id, 'clerk', 'amend', { note: '电话号码有误' });
		await desk.move(id, 'clerk', 'withdraw', { reason: '电话号码有误，更正后公开' });
		expect((await desk.page(`/d/${id}`)).status).toBe(410);
		await desk.move(id, 'clerk', 'amend', { note: '更正电话号码' });
		expect((await desk.page(`/d/${id}`)).status).toBe(410);
		await desk.publish(id);
		const page = await desk.page(`/d/${id}`);
		expect(page.status).toBe(200);
		expect(page.body).not.toContain('电话号码有误，更正后公开');
	});

	it('what never was public can be discarded, with a reason, and is 404', async () => {
		const id = await desk.draft();
		await desk.move(id, 'clerk', 'discard', { reason: '会议取消，不再发文' });
		expect((await desk.read(id)).moves).toEqual([]);
		expect((await desk.page(`/d/${id}`)).status).toBe(404);
	});
});

describe('sending back', () => {
	it('needs words, goes back to the writers, and the review starts anew', async () => {
		const id = await desk.draft();
		await desk.toSignature(id);
		expect((await post('leader', `/api/documents/${id}/send-back`, { comment: ' ' })).statusCode).toBe(422);
		await desk.move(id, 'leader', 'send-back', { comment: '请补充值班电话' });
		const back = await desk.read(id);
		expect(back).toMatchObject({ state: 'draft', mayEdit: true });
		expect(back.steps.at(-1)?.comment).toBe('请补充值班电话');
		expect((await post('leader', `/api/documents/${id}/sign-off`)).statusCode).toBe(409);
	});

	it('is done by whoever has it on the desk', async () => {
		const id = await desk.draft();
		await desk.move(id, 'clerk', 'submit');
		expect((await post('leader', `/api/documents/${id}/send-back`, { comment: '改' })).statusCode).toBe(403);
		expect((await post('secrecyReviewer', `/api/documents/${id}/send-back`, { comment: '改' })).statusCode).toBe(403);
		await desk.move(id, 'reviewer', 'send-back', { comment: '第二段有错字' });
		await desk.move(id, 'clerk', 'submit');
		await desk.move(id, 'clerk', 'recall');
		expect((await desk.read(id)).state).toBe('draft');
	});
});

describe('the secrecy review', () => {
	it('fills its sheet whole, and a disagreement sends the draft back', async () => {
		const id = await desk.draft();
		await desk.move(id, 'clerk', 'submit');
		await desk.move(id, 'reviewer', 'proofread');
		const empty = await post('secrecyReviewer', `/api/documents/${id}/secrecy-review`, {
			answers: {},
			conclusion: 'agree',
		});
		expect(empty.statusCode).toBe(422);
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', {
			...SHEET,
			conclusion: 'disagree',
			opinion: '删去值班表',
		});
		const back = await desk.read(id);
		expect(back.state).toBe('draft');
		expect(back.reviews).toMatchObject([{ conclusion: 'disagree', reviewerName: '何敏' }]);
	});

	it('can be referred, and is then ended by the answer of the authority', async () => {
		const id = await desk.draft();
		await desk.move(id, 'clerk', 'submit');
		await desk.move(id, 'reviewer', 'proofread');
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', {
			...SHEET,
			conclusion: 'refer',
			opinion: '水库数据能否公开不能确定',
		});
		expect((await desk.read(id)).state).toBe('referred');
		expect((await post('secrecyReviewer', `/api/documents/${id}/secrecy-review`, SHEET)).statusCode).toBe(422);
		const replied = { ...SHEET, authority: '县水务局', authorityReply: '可以公开' };
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', replied);
		expect((await desk.read(id)).state).toBe('signOff');
	});
});

describe('what is not to be opened', () => {
	it('is reviewed and signed, has a number, and never reaches the portal', async () => {
		const id = await desk.draft({ attribute: 'withheld', ground: '16-2', groundNote: '正在讨论的过程稿' });
		await desk.toSignature(id);
		const refused = await post('leader', `/api/documents/${id}/sign-off`, { release: 'now' });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().title).toContain('不能发布');
		expect((await desk.read(id)).state).toBe('signOff');
		await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
		expect(await desk.read(id)).toMatchObject({ state: 'signedOff', live: false });
		expect((await post('clerk', `/api/documents/${id}/publish`)).statusCode).toBe(422);
		expect((await desk.page(`/d/${id}`)).status).toBe(404);
	});
});

/** A draft that shows one file. */
async function withAttachment(name: string, content: Buffer): Promise<number> {
	const id = await desk.draft();
	const clerk = await desk.as('clerk');
	const [file] = (await clerk.upload(`/api/documents/${id}/attachments`, [{ name, content }])).json();
	const { version, content: words } = await desk.read(id);
	const saved = await clerk.put(`/api/documents/${id}/draft`, {
		version,
		content: { ...words, attachments: [file.id] },
	});
	expect(saved.statusCode).toBe(200);
	return id;
}

describe('personal data', () => {
	const body = '<p>联系人：王某，电话 13800138000。</p>';

	it('keeps a document from being signed until somebody says why, and the reason is kept', async () => {
		const id = await desk.draft({ body });
		await desk.toSignature(id);
		const warned = await desk.read(id, 'leader');
		expect(warned.personal).toMatchObject([{ kind: 'mobile' }]);
		expect(JSON.stringify(warned.personal)).not.toContain('13800138000');
		const refused = await post('leader', `/api/documents/${id}/sign-off`);
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues).toMatchObject([
			{ field: 'personalReason', key: 'personal.reason' },
			{ key: 'assessment.missing' },
		]);
		// It is no fault of the reason, which is beside the field.
		expect(refused.json().issues[1]).not.toHaveProperty('field');
		await desk.assess(id);
		await desk.move(id, 'leader', 'sign-off', { personalReason: '值班公用手机，经同意公开' });
		const step = (await desk.read(id)).steps.find(({ action }) => action === 'signOff');
		expect(step?.data).toMatchObject({ personalReason: '值班公用手机，经同意公开', found: ['手机号码'] });
	});

	it('is found in the hidden sheet of an attachment, which the public index and search never see before', async () => {
		const book = new ExcelJS.Workbook();
		book.addWorksheet('公示').addRow(['发放名单见附件']);
		book.addWorksheet('底表', { state: 'hidden' }).addRow(['李某', '13800138000']);
		const content = Buffer.from(await book.xlsx.writeBuffer());
		const id = await withAttachment('名单.xlsx', content);
		await desk.toSignature(id);
		expect((await desk.read(id)).personal).toMatchObject([{ kind: 'mobile', fileName: '名单.xlsx' }]);
		const refused = await post('leader', `/api/documents/${id}/sign-off`);
		expect(refused.json().issues).toMatchObject([{ key: 'personal.reason' }, { key: 'assessment.missing' }]);
		expect(refused.json().issues[0].message).toContain('附件「名单.xlsx」');
	});

	it('may stand in a picture: nobody signs before a person has looked, and it is kept who did', async () => {
		const png = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
			'base64',
		);
		const id = await withAttachment('现场.png', png);
		await desk.toSignature(id);
		const refused = await post('leader', `/api/documents/${id}/sign-off`);
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues).toMatchObject([{ field: 'checkedByHand' }]);
		await desk.move(id, 'leader', 'sign-off', { checkedByHand: true });
		const step = (await desk.read(id)).steps.find(({ action }) => action === 'signOff');
		expect(step?.data).toMatchObject({ checkedByHand: ['现场.png'] });
	});

	it('is masked in the words of a draft with one click', async () => {
		const id = await desk.draft({ body: '<p>张桂英，低保户，电话<b>138</b>00138000。</p>' });
		expect((await post('reviewer', `/api/documents/${id}/mask`)).statusCode).toBe(403);
		expect((await post('clerk', `/api/documents/${id}/mask`)).json()).toEqual({ masked: 2 });
		const { content, personal } = await desk.read(id);
		expect(content.body).toBe('<p>张**，低保户，电话<strong>138</strong>******00。</p>');
		expect(personal).toEqual([]);
		await desk.toSignature(id);
		expect((await post('clerk', `/api/documents/${id}/mask`)).statusCode).toBe(409);
	});

	it('of an attachment is searched once it is public, by its words', async () => {
		const id = await withAttachment('方案.txt', Buffer.from('隐龙潭清淤工程施工组织'));
		await desk.publish(id);
		await desk.server.settle();
		expect((await desk.page(`/search?q=${encodeURIComponent('隐龙潭清淤')}`)).body).toContain(`/d/${id}`);
	});

	it('is not asked about where nothing will be public', async () => {
		const id = await desk.draft({ body, attribute: 'onRequest', ground: '15', groundNote: '涉及个人隐私' });
		await desk.toSignature(id);
		await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
		expect((await desk.read(id)).state).toBe('signedOff');
	});
});

describe('the 20 working days', () => {
	it('late says why, and the sheet and the record keep it', async () => {
		const id = await desk.draft({ formedOn: '2026-03-02' });
		const { clock } = await desk.read(id);
		expect(clock).toMatchObject({ late: true, runs: true, from: '2026-03-02' });
		await desk.toSignature(id);
		const refused = await post('leader', `/api/documents/${id}/sign-off`);
		expect(refused.json().issues).toMatchObject([{ field: 'lateReason' }]);
		await desk.move(id, 'leader', 'sign-off', { lateReason: '数据核对延误', release: 'hold' });
		// The reason given with the signature stands for the release too.
		await desk.move(id, 'clerk', 'publish');
		expect((await desk.read(id)).clock).toMatchObject({ runs: false, daysLeft: null, late: true });
	});

	it('a reason in the draft is enough, a correction of old news asks none', async () => {
		const id = await desk.draft({ formedOn: '2026-03-02', lateReason: '印发后才移交公开' });
		await desk.publish(id);
		await desk.move(id, 'clerk', 'amend', { note: '更正错别字' });
		await desk.publish(id);
		expect((await desk.read(id)).state).toBe('published');
	});
});

describe('scheduled publication', () => {
	it('waits for its hour and then publishes itself', async () => {
		const id = await desk.draft({ title: '关于今日停水的通告' });
		await desk.toSignature(id);
		const past = await post('leader', `/api/documents/${id}/sign-off`, {
			release: 'schedule',
			publishAt: '2026-05-31T00:00:00Z',
		});
		expect(past.json().issues).toMatchObject([{ field: 'publishAt' }]);
		await desk.move(id, 'leader', 'sign-off', { release: 'schedule', publishAt: '2026-06-01T01:20:00Z' });
		expect((await desk.read(id)).state).toBe('scheduled');
		await desk.server.settle();
		expect((await desk.page(`/d/${id}`)).status).toBe(404);
		desk.server.clock.set('2026-06-01T01:21:00Z');
		const { jobs } = await import('./jobs.ts');
		await jobs['publishing.publishDue']?.(
			{ id: 0, kind: '', payload: {}, attempts: 1, maxAttempts: 1 },
			desk.server.services,
		);
		expect((await desk.page(`/d/${id}`)).status).toBe(200);
		const steps = (await desk.read(id)).steps;
		expect(steps.at(-1)).toMatchObject({ action: 'publish', actorName: '定时发布' });
		desk.server.clock.set('2026-06-01T01:00:00Z');
	});

	it('can be stopped', async () => {
		const id = await desk.draft();
		await desk.toSignature(id);
		await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
		await desk.move(id, 'clerk', 'schedule', { publishAt: '2026-06-01T01:20:00Z' });
		await desk.move(id, 'clerk', 'unschedule');
		expect(await desk.read(id)).toMatchObject({ state: 'signedOff', publishAt: null });
	});
});

describe('validity', () => {
	it('a repealed document keeps its text, marked, with the ground', async () => {
		const columnId = await desk.column('policies');
		const id = await desk.draft({
			type: 'normative',
			columnId,
			documentNumber: '柳政发〔2026〕1号',
			title: '柳溪镇河道管理办法',
		});
		await desk.publish(id);
		const body = { validity: 'repealed', onDay: '2026-06-01', basis: '柳政发〔2026〕9号' };
		expect((await post('clerk', `/api/documents/${id}/validity`, { ...body, basis: '' })).statusCode).toBe(422);
		await desk.move(id, 'leader', 'validity', body);
		expect((await post('leader', `/api/documents/${id}/validity`, body)).statusCode).toBe(422);
		const page = await desk.page(`/d/${id}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain('已废止');
		expect(page.body).toContain('柳政发〔2026〕9号');
		expect(page.body).toContain('二十四小时值班');
	});
});

describe('what is not opened is looked at again (条例第十八条)', () => {
	it('is due twelve months after it was decided, and again after each review; to open it is to send it back', async () => {
		const { reader } = await import('../../platform/transaction.ts');
		const { withheldOverdue } = await import('./queries/withheld.ts');
		const due = async () => {
			const found = await withheldOverdue(reader(desk.server.as({ kind: 'system', name: 'test' })));
			return found.filter(({ id }) => id === made).map(({ id, decidedOn, due: day }) => [id, decidedOn, day]);
		};
		let made = 0;
		const about = {
			attribute: 'withheld' as const,
			ground: '16-2' as const,
			groundNote: '尚在讨论',
			title: '路口改造设想',
		};
		const id = await desk.draft(about);
		made = id;
		await desk.toSignature(id);
		await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
		expect(await due()).toEqual([]);
		desk.server.clock.set('2027-06-03T01:00:00Z');
		expect(await due()).toEqual([[id, '2026-06-01', '2027-06-01']]);
		// 第十八条 says 定期: how often is the county's word.
		const officer = await desk.as('countyOfficer');
		const monthly = async (withheldReviewMonths: number) => {
			const { since } = (await officer.get('/api/settings')).json().limits;
			const answer = await officer.put('/api/settings/limits', { value: { withheldReviewMonths }, since });
			expect(answer.statusCode, answer.body).toBe(200);
		};
		await monthly(13);
		expect(await due()).toEqual([]);
		await monthly(12);
		const leader = await desk.as('leader');
		const review = (body: object) => leader.post(`/api/documents/${id}/keep-withheld`, body);
		desk.server.clock.set('2026-06-01T02:00:00Z');
		expect((await review({ reason: '' })).statusCode).toBe(422);
		expect(
			(await (await desk.as('clerk')).post(`/api/documents/${id}/keep-withheld`, { reason: '仍在讨论方案' }))
				.statusCode,
		).toBe(403);
		expect((await review({ reason: '方案仍在讨论，没有变化' })).statusCode).toBe(200);
		expect((await desk.read(id)).steps.at(-1)).toMatchObject({
			action: 'keepWithheld',
			comment: '方案仍在讨论，没有变化',
		});
		await desk.move(id, 'leader', 'send-back', { comment: '评估后认为可以公开，请修改公开属性' });
		expect((await desk.read(id)).state).toBe('draft');
		desk.server.clock.set('2027-06-03T01:00:00Z');
		expect(await due()).toEqual([]);
		desk.server.clock.set('2026-06-01T01:00:00Z');
	});
});
