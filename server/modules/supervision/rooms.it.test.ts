import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter } from '../../../test/applications.ts';
import type { PersonKey } from '../../../test/fixtures.ts';
import { transact } from '../../platform/transaction.ts';
import { type Desk, openDesk, SHEET } from '../publishing/desk.setup.ts';
import { openComplaint } from './commands/open-complaint.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const A = () => desk.county.townshipA.id;
const B = () => desk.county.townshipB.id;
const post = async (who: PersonKey, url: string, body: object = {}) => {
	const answer = await (await desk.as(who)).post(url, body);
	if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
	return answer.json();
};
const get = async (who: PersonKey, url: string) => (await (await desk.as(who)).get(url)).json();
const round = () => post('countyOfficer', '/api/monitoring/rounds');
const findings = async (rule: string) => (await get('countyOfficer', `/api/monitoring/findings?rule=${rule}`)).rows;
const set = async (change: object) => {
	const { monitoring } = await get('countyOfficer', '/api/settings');
	const answer = await (await desk.as('countyOfficer')).put('/api/settings/monitoring', {
		...{ since: monitoring.since, value: { ...monitoring.value, ...change } },
	});
	if (answer.statusCode !== 200) throw new Error(answer.body);
};

const CHECK = {
	...{ checkedBy: '林晓、周航', checkedOn: '2026-06-01', verdict: 'true', measure: 'urge' },
	...{ finding: '道路工程结算信息应当公开，至今没有公开。', basis: '《条例》第二十条第（十）项、第四十七条' },
};
/** A complaint of somebody about township B, in the hand of township A's clerk. */
async function complaint(): Promise<number> {
	const { id } = await post('clerk', '/api/concerns', {
		...{ kind: 'complaint', officeId: A(), origin: 'visit', title: '甄有德反映工程资金' },
		body: '来访人甄有德反映石桥乡道路工程资金没有公开。',
	});
	await post('clerk', `/api/concerns/${id}/moves/accept`);
	return id;
}
const check = (id: number, change: object = {}) =>
	post('clerk', `/api/concerns/${id}/checks`, { aboutOfficeId: B(), ...CHECK, ...change });
interface Item {
	id: number;
	rectificationId: number;
	officeId: number;
	rule: string;
	findingId: number;
	state: string;
	dueOn: string;
	message: string;
	isStillFound: boolean;
}
const openItems = async (who: PersonKey = 'countyOfficer'): Promise<Item[]> =>
	(await get(who, '/api/rectifications/items/open')).rows;
const ofComplaint = async (id: number, who?: PersonKey) => {
	const own = [];
	for (const item of await openItems(who)) {
		const finding = item.findingId ? await get('countyOfficer', `/api/monitoring/findings/${item.findingId}`) : null;
		if (finding?.subject === `concern:${id}`) own.push(item);
	}
	return own;
};

describe('a complaint found true (条例第四十七、五十一条)', () => {
	it('is a matter of the office complained of, with what was found, and nothing of who complained', async () => {
		const id = await complaint();
		await check(id);
		await desk.server.settle();
		const [item, ...more] = await ofComplaint(id);
		expect(more).toEqual([]);
		expect(item).toMatchObject({ officeId: B(), rule: 'M-COMPLAINT', state: 'issued', dueOn: '2026-06-16' });
		expect(item?.message).toContain('道路工程结算信息应当公开');
		const list = await get('clerkB', `/api/rectifications/${item?.rectificationId}`);
		expect(JSON.stringify(list)).not.toContain('甄有德');
		expect(JSON.stringify(list)).toContain('第四十七条');
		// The office that took the complaint in has nothing to put right.
		expect(await ofComplaint(id, 'clerk')).toEqual([]);
	});

	it('is opened once, though it is checked again, told twice at once, and seen by a round', async () => {
		const id = await complaint();
		await check(id, { verdict: 'partly' });
		await check(id, { measure: 'circular' });
		await desk.server.settle();
		const context = desk.server.as({ kind: 'system', name: '测试' });
		await Promise.all([1, 2].map(() => transact(context, (tx) => openComplaint(tx, id))));
		await round();
		expect(await ofComplaint(id)).toHaveLength(1);
		expect(
			(await findings('M-COMPLAINT')).filter((one: Item & { subject: string }) => one.subject === `concern:${id}`),
		).toHaveLength(1);
	});

	it('is not opened where the newest check found it untrue', async () => {
		const id = await complaint();
		await check(id);
		await check(id, { verdict: 'untrue', measure: 'none', finding: '复查发现名单已于五月张榜公开。' });
		await desk.server.settle();
		expect(await ofComplaint(id)).toEqual([]);
	});

	it('is answered with proof, checked again and closed like every other; sent back, it stands again', async () => {
		const id = await complaint();
		await check(id);
		await desk.server.settle();
		const [item] = await ofComplaint(id);
		if (!item) throw new Error('no item');
		const recheck = () => post('countyOfficer', `/api/rectification-items/${item.id}/recheck`);
		const reply = async (who: PersonKey) =>
			await (await desk.as(who)).upload(
				`/api/rectification-items/${item.id}/reply`,
				[{ name: '公开截图.txt', content: '已公开' }],
				{ text: '结算信息已经公开在项目栏目。' },
			);
		expect(await recheck()).toEqual({ isStillFound: true });
		expect((await reply('clerk')).statusCode).toBe(404);
		expect((await reply('clerkB')).statusCode).toBe(200);
		expect(await recheck()).toEqual({ isStillFound: false });
		await post('countyOfficer', `/api/rectification-items/${item.id}/moves/sendBack`, { text: '公开的内容不完整。' });
		await round();
		const [again] = await ofComplaint(id);
		expect(again).toMatchObject({ id: item.id, isStillFound: true });
		// It came back as a new finding of the same matter: no second list is issued for it.
		const [finding] = (await findings('M-COMPLAINT')).filter(
			(one: { subject: string }) => one.subject === `concern:${id}`,
		);
		expect(finding.rectificationId).toBe(item.rectificationId);
		const twice = await (await desk.as('countyOfficer')).post('/api/rectifications', {
			...{ title: '再次下发', dueOn: '2026-07-01', findingIds: [finding.id] },
		});
		expect(twice.json().issues[0].key).toBe('list.known');
		await reply('clerkB');
		await recheck();
		await post('countyOfficer', `/api/rectification-items/${item.id}/moves/close`);
		await round();
		expect(await ofComplaint(id)).toEqual([]);
	});

	it('names nobody: a check that holds a telephone number is refused beside its field', async () => {
		const id = await complaint();
		const answer = await (await desk.as('clerk')).post(`/api/concerns/${id}/checks`, {
			...{ aboutOfficeId: B(), ...CHECK, finding: '来电13800138000反映的情况属实。' },
		});
		expect([answer.statusCode, answer.json().issues[0].field]).toEqual([422, 'finding']);
	});
});

describe('accounts of the new media', () => {
	it('silent for longer than the county allows are a veto of theirs, and take nothing from the site', async () => {
		const open = (name: string, openedOn: string) =>
			post('clerk', '/api/channels', {
				...{ kind: 'wechat', name, address: 'liuxi', keeper: '林晓', openedOn, officeId: A() },
			});
		const silent = await open('柳溪发布', '2026-05-17');
		await open('柳溪文旅', '2026-05-18');
		await round();
		expect(await findings('M-MEDIA')).toMatchObject([{ subject: `channel:${silent.id}`, severity: 'veto' }]);
		const { round: last } = await get('countyOfficer', '/api/monitoring');
		expect(last.score.media).toMatchObject({ passed: false, points: 100 });
		expect(last.score.vetoes.join()).not.toContain('柳溪发布');
		// 闽侯 checks every ten days: a county may allow less than 19号 does.
		await set({ silentDays: 10, mediaFaults: [{ title: '客户端打不开', kind: 'points', points: 30 }] });
		await round();
		expect(await findings('M-MEDIA')).toHaveLength(2);
		expect((await get('countyOfficer', '/api/monitoring')).round.score.media.deductions).toEqual([
			{ rule: '', title: '客户端打不开', findings: 1, points: 30 },
		]);
		await post('clerk', `/api/channels/${silent.id}/activity`, { day: '2026-05-30', title: '汛期提示' });
		await round();
		expect(await findings('M-MEDIA')).toMatchObject([{ message: expect.stringContaining('柳溪文旅') }]);
	});
});

describe('what only people see on the site (国办秘函〔2019〕19号, 安全、泄密事故等严重问题)', () => {
	const forged = { title: '伪造发稿日期', kind: 'veto', points: 0, foundOn: '2026-05-20', ground: '/d/3 早于成文日期' };
	const site = async () => (await get('countyOfficer', '/api/monitoring')).round.score;

	it('is a veto of every round until it is put right, and none of the new media', async () => {
		await round();
		const before = await site();
		await set({ siteFaults: [forged] });
		await round();
		const after = await site();
		expect(after.vetoes).toEqual([...before.vetoes, '伪造发稿日期（2026-05-20发现：/d/3 早于成文日期）']);
		expect(after).toMatchObject({ passed: false, points: before.points, media: before.media });
		await set({ siteFaults: [] });
		await round();
		expect((await site()).vetoes).toEqual(before.vetoes);
	});

	it('is refused without its day or its proof, beside the field, and entered by the county alone', async () => {
		const { monitoring } = await get('countyOfficer', '/api/settings');
		const put = async (who: PersonKey, fault: object) =>
			await (await desk.as(who)).put('/api/settings/monitoring', {
				...{ since: monitoring.since, value: { ...monitoring.value, siteFaults: [fault] } },
			});
		for (const [field, fault] of Object.entries({
			foundOn: { ...forged, foundOn: '' },
			ground: { ...forged, ground: ' ' },
			title: { ...forged, title: '' },
		})) {
			const answer = await put('countyOfficer', fault);
			expect(answer.statusCode, field).toBe(422);
			expect(answer.json().issues.map((issue: { field: string }) => issue.field)).toEqual([
				`value.siteFaults.0.${field}`,
			]);
		}
		expect((await put('clerk', forged)).statusCode).toBe(403);
	});
});

describe('what the other rooms know', () => {
	it('is found: an urgent text nobody read, a draft without a result, a reply that is late, entries nobody answered', async () => {
		const id = await desk.draft({ title: '关于启动防汛三级响应的通告' });
		await desk.move(id, 'clerk', 'submit-urgent', { reason: '强降雨将至，须立即通告转移。' });
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		await desk.move(id, 'leader', 'sign-off');
		const draft = await post('clerk', '/api/consultations', {
			...{ kind: 'other', title: '集贸市场管理办法（征求意见稿）', explanation: '现有规定制定于十年前，需要更新。' },
			...{ body: '第一条 为了规范经营秩序，制定本办法。', how: '', toDay: '2026-07-10' },
		});
		for (const [who, action] of [
			['clerk', 'submit'],
			['leader', 'sign'],
		] as const) {
			const { revision } = await get('clerk', `/api/consultations/${draft.id}`);
			await post(who, `/api/consultations/${draft.id}/moves/${action}`, { revision });
		}
		const proposal = await post('clerk', '/api/proposals', {
			...{ officeId: A(), kind: 'deputy', session: '青河县第十八届人民代表大会第五次会议', originalNumber: '第1号' },
			...{
				title: '关于增设公交站点的建议',
				delegate: '穆怀远',
				body: '建议增设一处公交站点。',
				receivedOn: '2026-06-01',
			},
			...{ limitMonths: 1 },
		});
		await post('countyOfficer', '/api/entries/standard/start');
		await post('countyOfficer', '/api/entries/standard/push');
		await round();
		for (const rule of ['M-URGENT', 'M-FEEDBACK', 'M-PROPOSAL', 'M-ENTRY-OPEN'])
			expect(await findings(rule), rule).toEqual([]);
		desk.on('2026-09-01T02:00:00Z');
		await round();
		expect(await findings('M-URGENT')).toMatchObject([{ subject: `document:${id}`, officeId: A() }]);
		expect(await findings('M-FEEDBACK')).toMatchObject([{ subject: `consultation:${draft.id}`, officeId: A() }]);
		const [late] = await findings('M-PROPOSAL');
		expect(late).toMatchObject({ subject: `proposal:${proposal.id}`, officeId: A() });
		expect(JSON.stringify(late)).not.toMatch(/穆怀远|公交/);
		expect((await findings('M-ENTRY-OPEN')).length).toBeGreaterThan(0);
		await set({ entryDays: 365 });
		await round();
		expect(await findings('M-ENTRY-OPEN')).toEqual([]);
	});

	it('is found: personal data in a file of a draft that came to the public before files were read', async () => {
		const draft = await post('clerk', '/api/consultations', {
			...{
				kind: 'other',
				title: '补贴发放方案（征求意见稿）',
				explanation: '补贴标准需要征求意见。',
				body: '补贴标准、对象和发放时间见附件。',
			},
			...{ how: '', toDay: '2026-12-31' },
		});
		for (const [who, action] of [
			['clerk', 'submit'],
			['leader', 'sign'],
		] as const) {
			const { revision } = await get('clerk', `/api/consultations/${draft.id}`);
			await post(who, `/api/consultations/${draft.id}/moves/${action}`, { revision });
		}
		const file = await desk.server.services.files.put(Buffer.from('联系人 13800138000'), 1000);
		const { pool } = desk.server.services.database;
		await pool.query(
			`insert into file (sha256, size, media_type, created_at) values ($1, $2, 'text/plain', now()) on conflict do nothing`,
			[file.sha256, file.size],
		);
		await pool.query(
			`insert into consultation_file (consultation_id, sha256, file_name, media_type, size) values ($1, $2, '名单.txt', 'text/plain', $3)`,
			[draft.id, file.sha256, file.size],
		);
		await round();
		const [leak] = await findings('M-LEAK-DRAFT');
		expect(leak).toMatchObject({
			subject: `consultation:${draft.id}`,
			severity: 'veto',
			evidence: { facts: { 种类: '手机号码' } },
		});
		expect(JSON.stringify(leak)).not.toContain('13800138000');
		const { revision } = await get('clerk', `/api/consultations/${draft.id}`);
		await post('leader', `/api/consultations/${draft.id}/moves/withdraw`, { revision, text: '附件有误，重新征集。' });
		await round();
		expect(await findings('M-LEAK-DRAFT')).toEqual([]);
	});
});

describe('an application that waits to be confirmed', () => {
	it('by ordinary mail is found the next day, by the internet or fax after three working days (条例第三十一条第二项)', async () => {
		desk.on('2026-09-01T02:00:00Z');
		const arrive = async (channel: string) => {
			const { id } = await enter(desk, { channel, submittedOn: '2026-08-31', arrivedOn: '2026-09-01' });
			return `application:${id}`;
		};
		const letter = await arrive('post');
		const fax = await arrive('fax');
		const subjects = async () =>
			(await findings('M-CONFIRM')).map(({ subject }: { subject: string }) => subject).sort();
		await round();
		expect(await subjects()).toEqual([]);
		desk.on('2026-09-02T02:00:00Z');
		await round();
		expect(await subjects()).toEqual([letter]);
		expect((await findings('M-CONFIRM'))[0].message).toContain('应当当日与申请人确认');
		desk.on('2026-09-07T02:00:00Z');
		await round();
		expect(await subjects()).toEqual([letter, fax].sort());
	});
});
