import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { countyLimits, countySettings, demoSignIns } from '../index.ts';
import { putSetting } from '../store/settings.ts';

let server: TestApp;
let officer: Browser;
beforeAll(async () => {
	server = await createTestApp();
	await makeCounty(server);
	officer = await signIn(server, 'countyOfficer');
});
afterAll(() => server.close());
const read = () => countySettings(reader(server.as({ kind: 'public' })));
const SITE = {
	name: '青河县政府信息公开平台',
	county: '青河县',
	siteCode: '9901230001',
	domain: 'www.qinghe.example',
	footer: ['主办单位：青河县人民政府办公室'],
};
const put = (key: string, value: object, since: string | null = null) =>
	officer.put(`/api/settings/${key}`, { value, since });
const since = async (key: string) => (await officer.get('/api/settings')).json()[key].since;

describe('the county’s settings', () => {
	test('have a default each until somebody decides', async () => {
		expect(await read()).toEqual({
			site: { name: '政府信息公开平台', county: '', siteCode: '', domain: '', footer: [] },
			calendar: { countyDaysStopClocks: false },
			reports: {
				departmentDeadline: '01-31',
				townshipDeadline: '01-31',
				countyDeadline: '03-31',
				remindBefore: [15, 5, 1],
			},
			audit: { similarity: 70, normativeMade: 8, normativeInForce: 50 },
			applications: { retentionYears: 10, answersShown: false, feeEffect: 'restart', feeRefunds: 'deducted' },
			limits: {
				correctionDays: 20,
				interpretationDays: 3,
				withheldReviewMonths: 12,
				consultationResultDays: 20,
				proposalPublishDays: 20,
				coordinationDays: 5,
				...{ questionDays: 15, complaintReplyDays: 15, wantedDays: 15, siteErrorDays: 3 },
				savedFormDays: 30,
			},
			publishing: { watchWords: [], leaders: [] },
			normative: { consultationDays: 7, filingDays: 15, termYears: 5, remindMonths: 6 },
			monitoring: {
				...{ bonus: [], sites: [], pagesPerSite: 200, delaySeconds: 2 },
				...{ silentDays: 14, mediaFaults: [], siteFaults: [], entryDays: 30, complaintDays: 15, serviceGaps: 4 },
				servicesAt: '',
			},
			indexNumber: { pattern: '{code}/{yyyy}-{serial:5}' },
		});
	});

	test('the site’s name stands on the portal at once, and the demo’s banner stays', async () => {
		await transact(server.as({ kind: 'system', name: 'test' }), (tx) => putSetting(tx, 'site', { demo: true }));
		expect((await put('site', SITE, await since('site'))).statusCode).toBe(200);
		expect((await read()).site).toEqual(SITE);
		const session = (await server.inject({ url: '/api/session' })).json();
		expect(session.site).toMatchObject({ countyName: '青河县', systemName: '青河县政府信息公开平台', demo: true });
		await new Promise((resolve) => setTimeout(resolve, 1100));
		expect((await server.inject({ url: '/no-such-page' })).body).toContain('青河县政府信息公开平台');
	});

	test('set the limits no law sets, and none that a law does', async () => {
		expect(
			(await put('limits', { correctionDays: 15, withheldReviewMonths: 6 }, await since('limits'))).statusCode,
		).toBe(200);
		const limits = await countyLimits(reader(server.as({ kind: 'public' })));
		expect([limits.correction.n, limits.withheldReview.n, limits.interpretation.n]).toEqual([15, 6, 3]);
		// 条例第三十三条、第三十二条 are nobody's to change.
		expect([limits.answer.n, limits.extension.n, limits.thirdParty.n]).toEqual([20, 20, 15]);
		expect((await put('limits', { answerDays: 30 }, await since('limits'))).statusCode).toBe(422);
	});

	test('two people at once: the second is told', async () => {
		const seen = await since('reports');
		expect((await put('reports', { townshipDeadline: '01-20' }, seen)).statusCode).toBe(200);
		const late = await put('reports', { townshipDeadline: '01-25' }, seen);
		expect(late.statusCode).toBe(409);
		expect(late.json().title).toBe('内容已被他人更新，请刷新后再修改。');
		expect((await read()).reports.townshipDeadline).toBe('01-20');
		const race = await since('indexNumber');
		const answers = await Promise.all([
			put('indexNumber', { pattern: '{area}-{yyyy}-{serial:4}' }, race),
			put('indexNumber', { pattern: '{code}/{yyyymm}-{serial:5}' }, race),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});

	test('what was before and after is in the audit trail', async () => {
		const [entry] = (await officer.get('/api/audit?event=settings.changed')).json().entries;
		expect(entry).toMatchObject({ actorName: '顾宁', summary: '修改设置：索引号规则' });
		expect(Object.keys(entry.data)).toEqual(['key', 'after', 'before']);
	});
});

describe('are refused', () => {
	test.each<[string, object, string]>([
		['site', { ...SITE, name: '' }, '请填写网站名称'],
		['site', { ...SITE, name: '县'.repeat(61) }, '不超过60个字'],
		['site', { ...SITE, siteCode: '123' }, '网站标识码为10位数字或字母'],
		['site', { ...SITE, domain: 'http://www.qinghe.example/' }, '请填写域名，如 www.example.gov.cn'],
		['site', { ...SITE, footer: Array(9).fill('行') }, '页脚不超过8行'],
		['reports', { departmentDeadline: '02-01' }, '县直部门不晚于1月31日（条例第四十九条）'],
		['reports', { countyDeadline: '04-01' }, '县级年度报告不晚于3月31日（条例第四十九条）'],
		['reports', { townshipDeadline: '1月20日' }, '应为月-日，如 01-31'],
		['normative', { termYears: 21 }, '有效期的年数不超过20'],
		['audit', { similarity: 29 }, '雷同的比例至少为30%'],
		['audit', { similarity: 70.5 }, '雷同的比例应为整数'],
		['audit', { normativeMade: 0 }, '本年制发的件数至少为1'],
		['limits', { correctionDays: 61 }, '更正申请的办结期限不超过60'],
		['limits', { withheldReviewMonths: 0 }, '不予公开信息的评估间隔至少为1'],
		['limits', { savedFormDays: 1.5 }, '暂存申请的保留天数应为整数'],
		['indexNumber', { pattern: '{code}-{yyyy}' }, '须包含顺序号，如 {serial:5}'],
		['indexNumber', { pattern: '{code}-{serial:5}' }, '须包含年份 {yyyy} 或年月 {yyyymm}'],
		['indexNumber', { pattern: '{code}/{yyyy}<b>{serial:5}' }, '只能使用 {code}'],
	])('%s %j', async (key, value, sentence) => {
		const answer = await put(key, value, await since(key));
		expect(answer.statusCode).toBe(422);
		expect(
			answer
				.json()
				.issues.map(({ message }: { message: string }) => message)
				.join(),
		).toContain(sentence);
	});

	test('a key nobody knows, a field nobody knows', async () => {
		expect((await put('secrets', {})).statusCode).toBe(404);
		expect((await put('calendar', { countyDaysStopClocks: true, more: 1 }, await since('calendar'))).statusCode).toBe(
			422,
		);
	});
});

test('a stored value an older version left behind counts as not set', async () => {
	const system = server.as({ kind: 'system', name: 'test' });
	await transact(system, (tx) => putSetting(tx, 'reports', { departmentDeadline: '12-31' }));
	expect((await read()).reports.departmentDeadline).toBe('01-31');
	await transact(system, (tx) => putSetting(tx, 'calendar', 'nonsense'));
	expect((await read()).calendar.countyDaysStopClocks).toBe(false);
});

test('the demo’s sign-ins are offered on this machine only', async () => {
	const account = { userName: 'xinxi', password: 'x', personName: '某人', officeName: '某镇', roleLabel: '信息员' };
	await transact(server.as({ kind: 'system', name: 'test' }), (tx) => putSetting(tx, 'demo.signIns', [account]));
	expect(await demoSignIns(reader(server.as({ kind: 'public' })))).toEqual([account]);
	expect((await server.inject({ url: '/api/session' })).json().site.demoAccounts).toEqual([account]);
	const far = await server.inject({ url: '/api/session', remoteAddress: '10.0.0.9' });
	expect(far.json().site.demoAccounts).toEqual([]);
});
