import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfPassword, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { transact } from '../../platform/transaction.ts';
import { assignRole } from '../offices/commands/assign-role.ts';
import { createPerson } from '../offices/commands/create-person.ts';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

const MOVES: Record<string, object> = {
	submit: {},
	'skip-proofreading': { reason: '本机关仅有一名工作人员' },
	proofread: {},
	'secrecy-review': SHEET,
	'sign-off': {},
	'send-back': { comment: '请修改' },
	recall: {},
	publish: {},
	schedule: { publishAt: '2026-06-02T00:00:00Z' },
	unschedule: {},
	withdraw: { reason: '内容有误，撤下更正' },
	amend: { note: '更正电话号码' },
	abandon: { reason: '不再需要修订' },
	discard: { reason: '不再需要发布' },
	validity: { validity: 'repealed', onDay: '2026-06-01', basis: '新文件' },
};
const EVERYBODY: PersonKey[] = [
	'clerk',
	'reviewer',
	'secrecyReviewer',
	'leader',
	'clerkB',
	'leaderB',
	'secrecyReviewerB',
	'countyOfficer',
	'administrator',
];
const post = async (person: PersonKey, url: string, body: object = {}) => await (await desk.as(person)).post(url, body);
const save = async (person: PersonKey, id: number, version: number, change: object) => {
	const { content } = await desk.read(id);
	return await (await desk.as(person)).put(`/api/documents/${id}/draft`, {
		version,
		content: { ...content, ...change },
	});
};

describe('who may see and touch a document', () => {
	let id: number;
	beforeAll(async () => {
		id = await desk.draft();
	});

	it.each(['clerkB', 'leaderB', 'secrecyReviewerB', 'clerkD'] as const)(
		'for %s of another office it is not there',
		async (person) => {
			const browser = await desk.as(person);
			for (const path of ['', '/preview', '/sign-off-sheet', '/secrecy-sheet', '/attachments/1'])
				expect((await browser.get(`/api/documents/${id}${path}`)).statusCode, path).toBe(404);
			const { rows } = (await browser.get('/api/documents')).json();
			expect(rows).toEqual([]);
			const content = (await desk.read(id)).content;
			const status = (await browser.put(`/api/documents/${id}/draft`, { version: 1, content })).statusCode;
			expect([403, 404]).toContain(status);
		},
	);

	it('every move of another office’s document is 404 or 403, whoever asks', async () => {
		for (const person of ['clerkB', 'leaderB', 'secrecyReviewerB', 'reviewerB'] as const) {
			for (const [name, body] of Object.entries(MOVES)) {
				const { statusCode } = await post(person, `/api/documents/${id}/${name}`, body);
				expect([403, 404], `${person} ${name}`).toContain(statusCode);
			}
		}
		expect((await desk.read(id)).state).toBe('draft');
	});

	it('the county sees it and moves nothing', async () => {
		expect((await desk.read(id, 'countyOfficer')).id).toBe(id);
		for (const [name, body] of Object.entries(MOVES)) {
			const { statusCode } = await post('countyOfficer', `/api/documents/${id}/${name}`, body);
			expect([403, 409], name).toContain(statusCode);
		}
	});

	it('a county leader signs nothing of a township', async () => {
		const system = { kind: 'system' as const, name: '测试' };
		await transact(desk.server.as(system), async (tx) => {
			const person = {
				loginName: 'county-all',
				name: '何川',
				passwordHash: await hashOfPassword(),
				mustChangePassword: false,
			};
			const personId = await createPerson(tx, person);
			for (const role of ['countyOfficer', 'leader', 'clerk', 'secrecyReviewer', 'reviewer'] as const)
				await assignRole(tx, { personId, officeId: desk.county.county.id, role, from: '2020-01-01' });
		});
		const browser = await signIn(desk.server, 'county-all');
		expect((await browser.get(`/api/documents/${id}`)).statusCode).toBe(200);
		for (const [name, body] of Object.entries(MOVES)) {
			const { statusCode } = await browser.post(`/api/documents/${id}/${name}`, body);
			expect([403, 409], name).toContain(statusCode);
		}
		const { content, version } = await desk.read(id);
		expect((await browser.put(`/api/documents/${id}/draft`, { version, content })).statusCode).toBe(403);
		expect((await desk.read(id)).state).toBe('draft');
	});

	it('without a session there is nothing', async () => {
		for (const url of ['/api/documents', `/api/documents/${id}`, `/api/documents/${id}/preview`])
			expect((await desk.server.inject({ url })).statusCode).toBe(401);
	});

	it('only writers begin and save', async () => {
		for (const person of EVERYBODY.filter((one) => !one.startsWith('clerk'))) {
			expect((await post(person, '/api/documents', { columnId: 1, type: 'notice' })).statusCode, person).toBe(403);
			expect((await save(person, id, 1, {})).statusCode, person).toBe(403);
		}
	});

	it('a draft begins only in a column of the own office that takes documents', async () => {
		const guide = await desk.column('guide');
		const other = (await (await desk.as('clerkB')).get('/api/columns')).json()[5].id;
		for (const columnId of [guide, other, 999_999]) {
			const { statusCode, body } = await post('clerk', '/api/documents', { columnId, type: 'notice' });
			expect(statusCode).toBe(422);
			expect(body).toContain('columnId');
		}
	});
});

describe('the list', () => {
	it('shows whose turn it is', async () => {
		const id = await desk.draft({ title: '关于开展环境整治的通知' });
		const todo = async (person: PersonKey) => {
			const { rows } = (await (await desk.as(person)).get('/api/documents?whose=todo')).json();
			return rows.map((row: { id: number }) => row.id).includes(id);
		};
		expect(await todo('clerk')).toBe(true);
		expect(await todo('reviewer')).toBe(false);
		await desk.move(id, 'clerk', 'submit');
		expect([await todo('clerk'), await todo('reviewer'), await todo('leader')]).toEqual([false, true, false]);
		await desk.move(id, 'reviewer', 'proofread');
		expect([await todo('reviewer'), await todo('secrecyReviewer')]).toEqual([false, true]);
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		expect([await todo('secrecyReviewer'), await todo('leader'), await todo('leaderB')]).toEqual([false, true, false]);
	});

	it('filters by state, column, words, writer, and counts each state', async () => {
		const browser = await desk.as('clerk');
		const list = async (query: string) => (await browser.get(`/api/documents?${query}`)).json();
		const all = await list('');
		expect(all.total).toBe(Object.values(all.states as Record<string, number>).reduce((a, b) => a + b, 0));
		const drafts = await list('state=draft');
		expect(drafts.rows.every(({ state }: { state: string }) => state === 'draft')).toBe(true);
		expect(drafts.states).toEqual(all.states);
		expect((await list(`text=${encodeURIComponent('环境整治')}`)).rows).toHaveLength(1);
		expect((await list(`text=${encodeURIComponent('%')}`)).total).toBe(0);
		expect((await list(`columnId=${await desk.column('news')}`)).total).toBe(0);
		expect((await list('whose=mine')).total).toBe(all.total);
		expect((await list('state=nonsense')).total).toBe(0);
		expect((await browser.get('/api/documents?page=0')).statusCode).toBe(422);
	});

	it('carries the clock of what is not public yet', async () => {
		const { rows } = (await (await desk.as('clerk')).get('/api/documents?state=draft')).json();
		expect(rows[0].clock).toMatchObject({ from: '2026-05-20', late: false });
	});
});

describe('autosave', () => {
	it('answers what it kept: cleaned, with the next version', async () => {
		const id = await desk.draft();
		const { version } = await desk.read(id);
		const answer = await save('clerk', id, version, { body: '<p onclick="x">一</p><script>二</script>' });
		expect(answer.json()).toMatchObject({ version: version + 1, content: { body: '<p>一</p>' } });
	});

	it('of two who write at once one is told who and when, and nothing is lost', async () => {
		const id = await desk.draft();
		const { version } = await desk.read(id);
		const answers = await Promise.all([
			save('clerk', id, version, { title: '第一种写法' }),
			save('clerk', id, version, { title: '第二种写法' }),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const refused = answers.find(({ statusCode }) => statusCode === 409);
		expect(refused?.json().title).toMatch(/林晓已于6月1日 09:00保存/);
		const kept = answers.find(({ statusCode }) => statusCode === 200)?.json().content.title;
		expect((await desk.read(id)).content.title).toBe(kept);
	});

	it('is refused once the draft was handed on', async () => {
		const id = await desk.draft();
		const { version } = await desk.read(id);
		await desk.move(id, 'clerk', 'submit');
		expect((await save('clerk', id, version, {})).statusCode).toBe(409);
	});

	it('says where a field is wrong', async () => {
		const id = await desk.draft();
		const { version } = await desk.read(id);
		for (const change of [
			{ formedOn: '2026-02-30' },
			{ title: '长'.repeat(201) },
			{ attachments: [999_999] },
			{ type: 'secret' },
		]) {
			const answer = await save('clerk', id, version, change);
			expect(answer.statusCode, JSON.stringify(change).slice(0, 40)).toBe(422);
			expect(answer.json().issues[0].field).toContain(Object.keys(change)[0]);
		}
	});

	it('takes an empty text and a megabyte of it', async () => {
		const id = await desk.draft();
		let { version } = await desk.read(id);
		for (const body of ['', `<p>${'政府信息'.repeat(250_000)}</p>`]) {
			const answer = await save('clerk', id, version, { body });
			expect(answer.statusCode).toBe(200);
			version = answer.json().version;
		}
	});
});

describe('one person, one office', () => {
	it('may skip the proofreading with a reason, which is kept; others may not', async () => {
		const id = await desk.draft();
		const refused = await post('clerk', `/api/documents/${id}/skip-proofreading`, { reason: '人手不够，情况紧急' });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().title).toContain('其他校对人员');
		const browser = await desk.as('clerkD');
		const column = (await browser.get('/api/columns')).json().find(({ slug }: { slug: string }) => slug === 'news');
		const created = (await browser.post('/api/documents', { columnId: column.id, type: 'activity' })).json().id;
		const { content, version } = (await browser.get(`/api/documents/${created}`)).json();
		const whole = {
			...content,
			title: '县水务局开展防汛演练',
			formedOn: '2026-05-29',
			theme: '农业、林业、水利',
			summary: '防汛演练情况。',
			responsibleUnit: '局办公室',
			body: '<p>演练。</p>',
		};
		await browser.put(`/api/documents/${created}/draft`, { version, content: whole });
		expect((await browser.post(`/api/documents/${created}/skip-proofreading`, { reason: '' })).statusCode).toBe(422);
		const skipped = await browser.post(`/api/documents/${created}/skip-proofreading`, { reason: '本局只有一名信息员' });
		expect(skipped.json()).toMatchObject({ state: 'secrecyReview' });
		const { steps } = (await browser.get(`/api/documents/${created}`)).json();
		expect(steps.at(-1)).toMatchObject({ action: 'skipProofreading', comment: '本局只有一名信息员' });
	});
});

describe('two at once', () => {
	it('of two signatures one is told who signed and when', async () => {
		const system = { kind: 'system' as const, name: '测试' };
		await transact(desk.server.as(system), async (tx) => {
			const person = {
				loginName: 'leader2',
				name: '钟山',
				passwordHash: await hashOfPassword(),
				mustChangePassword: false,
			};
			const personId = await createPerson(tx, person);
			await assignRole(tx, { personId, officeId: desk.county.townshipA.id, role: 'leader', from: '2020-01-01' });
		});
		const second = await signIn(desk.server, 'leader2');
		const first = await desk.as('leader');
		for (let round = 0; round < 5; round += 1) {
			const id = await desk.draft();
			await desk.toSignature(id);
			const answers = await Promise.all(
				[first, second].map((browser) => browser.post(`/api/documents/${id}/sign-off`, {})),
			);
			expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
			const told = answers.find(({ statusCode }) => statusCode === 409)?.json();
			expect(told.title).toMatch(/(方远|钟山)已于6月1日 09:00/);
			const { steps } = await desk.read(id);
			expect(steps.filter(({ action }) => action === 'signOff')).toHaveLength(1);
		}
	});

	it('signing and recalling at once do not both happen', async () => {
		const id = await desk.draft();
		await desk.toSignature(id);
		const answers = await Promise.all([
			post('leader', `/api/documents/${id}/sign-off`, { release: 'now' }),
			post('clerk', `/api/documents/${id}/recall`),
		]);
		expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
	});
});

describe('index numbers', () => {
	it('have no gaps and no twins under twenty signatures at once, and a refused one uses none', async () => {
		const ids: number[] = [];
		for (let count = 0; count < 20; count += 1) {
			const id = await desk.draft({ title: `关于第${count + 1}号事项的通告` });
			await desk.toSignature(id);
			ids.push(id);
		}
		const refused = await desk.draft({ body: '<p>手机 13800138000</p>' });
		await desk.toSignature(refused);
		const leader = await desk.as('leader');
		const answers = await Promise.all(
			[refused, ...ids].map((id) => leader.post(`/api/documents/${id}/sign-off`, { release: 'hold' })),
		);
		expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, ...ids.map(() => 200)]);
		const serials = answers.slice(1).map((answer) => Number(/-(\d+)$/.exec(answer.json().indexNumber)?.[1]));
		const sorted = [...serials].sort((a, b) => a - b);
		expect(new Set(serials).size).toBe(20);
		expect((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)).toBe(19);
	}, 60_000);

	it('stay with their document when it goes back', async () => {
		const id = await desk.draft();
		await desk.toSignature(id);
		await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
		const { indexNumber } = await desk.read(id);
		await desk.move(id, 'leader', 'send-back', { comment: '补充附件' });
		await desk.publish(id);
		expect((await desk.read(id)).indexNumber).toBe(indexNumber);
	});

	it('are never used twice, also when the county changes its pattern and changes it back', async () => {
		const pattern = async (value: string) => {
			const { sql } = desk.server.services.database;
			const { sql: raw } = await import('kysely');
			await raw`insert into setting (key, value) values ('indexNumber', ${JSON.stringify({ pattern: value })}) on conflict (key) do update set value = excluded.value`.execute(
				sql,
			);
			await raw`delete from index_sequence where prefix like ${`%${value.slice(-10)}`}`.execute(sql);
		};
		const next = async () => {
			const id = await desk.draft();
			await desk.toSignature(id);
			await desk.move(id, 'leader', 'sign-off', { release: 'hold' });
			return (await desk.read(id)).indexNumber;
		};
		await pattern('{area}{yyyymm}-{serial:4}');
		const first = await next();
		expect(first).toBe('990123202606-0001');
		// The sequence is lost, as after a restore of half a database: the number is taken all the same.
		await pattern('{area}{yyyymm}-{serial:4}');
		expect(await next()).toBe('990123202606-0002');
	});
});
