import { describe, expect, it } from 'vitest';
import { standardColumns } from '../../catalog/standard/columns.ts';
import { findingsOf } from '../commands/run-round.ts';
import type { ColumnFacts, OfficeFacts, OutsideSite, TaggedPage } from '../model.ts';
import { MONITOR_RULES } from './index.ts';
import { mediaScoreOf, scoreOf } from './score.ts';

const TODAY = '2026-06-15';
const column = (id: number, change: Partial<ColumnFacts> = {}): ColumnFacts => ({
	...{ id, slug: `c${id}`, name: `栏目${id}`, type: '数据发布', kind: 'usual', updateDays: null },
	...{ parentId: null, code: '' },
	...{ isAbsent: false, isClosed: false },
	...{ count: 5, lastOn: '2026-06-10' },
	...change,
});
/** An office at which nothing is to be found. */
const sound: OfficeFacts = {
	today: TODAY,
	office: { id: 1, name: '柳溪镇人民政府', slug: 'liuxi' },
	columns: [column(1), column(2, { type: '工作动态' })],
	lastOn: '2026-06-10',
	guide: { published: true, missing: [], publishedOn: '2026-01-10', differs: [] },
	site: {
		lastOn: '2026-06-10',
		pages: [{ path: '/', level: 'site', tags: ['SiteName', 'SiteDomain', 'SiteIDCode'] }],
		services: 1,
		servicesAt: '',
	},
	outside: [],
	contactOffice: '党政综合办公室',
	odd: [],
	indexGaps: [],
	consultations: [],
	late: [],
	waiting: [],
	unexplained: [],
	withheld: [],
	texts: [],
	deadLinks: [],
	duplicates: [],
	undated: [],
	corrections: [{ id: 8, number: '2', dueOn: '2026-06-15', left: 0 }],
	unconfirmed: [{ id: 7, number: '3', channel: 'portal', arrivedOn: '2026-06-10', workingDays: 3 }],
	vacant: [],
	code: '99990123A00000011X',
	normative: [{ id: 5, title: '办法', expiresOn: '2030-01-01', isMarked: false }],
	leaks: [],
	applications: [{ id: 9, number: '1', title: '预算', dueOn: '2026-06-30', left: 10, overdueDays: 0 }],
	report: null,
	concerns: [],
	contacts: [],
	entries: [],
	entryDays: 30,
	serviceGaps: 4,
	media: [],
	expiring: [],
	unfiled: [],
	unjudged: [],
	urgent: [],
	unanswered: [],
	proposals: [],
	complaints: [],
	draftLeaks: [],
	contradictions: null,
};
const rulesOf = (change: Partial<OfficeFacts>) => findingsOf({ ...sound, ...change }).map(({ rule }) => rule);
const guide = sound.guide;
const late = { id: 7, title: '通知', type: 'notice', formedOn: '2026-01-05', due: '2026-02-02' };
const report = { year: 2025, due: '2026-12-31', state: '编制中', isLate: false, isReturned: false };
const concern = { id: 4, number: 'HD202600001', title: '路灯', kind: 'question', dueOn: '2026-06-01', days: 20 };
const application = { id: 9, number: '1', title: '预算', dueOn: '2026-06-10', left: null, overdueDays: 3 };

/** A hint of one kind in a public text. */
/** A service guide with so many elements missing. */
const gaps = (n: number): Partial<OfficeFacts> => ({
	texts: [
		{ id: 3, title: '优待证办事指南', kind: 'service', messages: Array.from({ length: n }, (_, at) => `要素${at}`) },
	],
});
const text = (kind: string) => ({ texts: [{ id: 3, title: '通知', kind, messages: ['甲。', '乙。'] }] });

const arrived = (channel: string, arrivedOn: string, workingDays: number): Partial<OfficeFacts> => ({
	unconfirmed: [{ id: 7, number: '3', channel, arrivedOn, workingDays }],
});
const odd = (kind: string, facts: Record<string, string> = {}): Partial<OfficeFacts> => ({
	odd: [{ kind, id: 3, title: '通知', facts }],
});
const entry = (change: Partial<OfficeFacts['entries'][number]>): Partial<OfficeFacts> => ({
	entries: [
		{ id: 6, field: '养老服务', title: '老年人补贴', state: 'missing', detail: '2026年第一季度', days: 0, ...change },
	],
});
const legal = (why: 'simplified' | 'calledOld'): Partial<OfficeFacts> => ({
	unjudged: [{ id: 5, title: '办法', why, reason: '防汛应急' }],
});
const urgent = (isLate: boolean): Partial<OfficeFacts> => ({
	urgent: [{ id: 3, title: '防汛通告', publishedOn: '2026-06-08', due: '2026-06-11', isLate }],
});
const proposal = (what: 'reply' | 'publish'): Partial<OfficeFacts> => ({
	proposals: [{ id: 2, number: 'JY2026001', what, dueOn: '2026-06-01' }],
});
const complaint = (isAnswered: boolean): Partial<OfficeFacts> => ({
	complaints: [
		{
			...{ id: 4, number: 'HD202600004', verdict: '属实', measure: '督促整改', checkedOn: '2026-06-01', isAnswered },
			...{ finding: '收费标准没有在网站公开。', basis: '条例第二十条' },
		},
	],
});
const PAGE = 'http://old.example.gov.cn/a.html';
const outside = (change: Partial<OutsideSite>): Partial<OfficeFacts> => ({
	outside: [
		{
			...{ host: 'old.example.gov.cn', name: '旧网站', changedOn: '2026-06-10', visits: { tried: 0, failed: 0 } },
			...{ dead: [], foreign: [], leaks: [], tagless: [] },
			...change,
		},
	],
});
const COLUMN_TAGS = [
	...['SiteName', 'SiteDomain', 'SiteIDCode'],
	...['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
];
const tagged = (level: TaggedPage['level'], tags: string[]): Partial<OfficeFacts> => ({
	site: { lastOn: '2026-06-10', pages: [{ path: '/d/1', level, tags }], services: 1, servicesAt: '' },
});

/** Each fault with the near-miss beside it. */
const CASES: [rule: string, fault: Partial<OfficeFacts>, miss: Partial<OfficeFacts>][] = [
	[
		'M-EMPTY',
		{ columns: [column(1, { count: 0, lastOn: null })] },
		{ columns: [column(1, { count: 0, lastOn: null, isAbsent: true })] },
	],
	[
		'M-ITEM',
		{ columns: [column(1, { count: 0, lastOn: null, kind: 'item' })] },
		{ columns: [column(1, { count: 0, lastOn: null, kind: 'item', isAbsent: true })] },
	],
	[
		'M-CLOSED',
		{ columns: [column(1, { isAbsent: true, isClosed: true })] },
		{ columns: [column(1, { count: 0, isAbsent: true, isClosed: true })] },
	],
	['M-FEW', { columns: [column(1, { count: 2 })] }, { columns: [column(1, { count: 3 })] }],
	[
		'M-NEWS',
		{ columns: [column(1, { type: '工作动态', lastOn: '2026-05-31' })] },
		{ columns: [column(1, { type: '工作动态', lastOn: '2026-06-01' })] },
	],
	[
		'M-NEWS',
		{ columns: [column(1, { type: '政策文件', updateDays: 365, lastOn: '2025-12-13' })] },
		{ columns: [column(1, { type: '政策文件', updateDays: 365, lastOn: '2025-12-14' })] },
	],
	[
		'M-NEWS',
		{ columns: [column(1, { type: '政策文件', code: 'A20-01', lastOn: '2025-12-13' })] },
		{ columns: [column(1, { type: '政策文件', code: 'A20-01', parentId: 9, lastOn: '2025-12-13' })] },
	],
	[
		'M-STALE',
		{ columns: [column(1, { updateDays: 30, lastOn: '2026-05-15' })] },
		{ columns: [column(1, { updateDays: 31, lastOn: '2026-05-15' })] },
	],
	['M-SILENT', { lastOn: '2026-05-31' }, { lastOn: '2026-06-01' }],
	['M-SILENT', { lastOn: null }, {}],
	['M-LEAK', { leaks: [{ id: 3, title: '名单', kinds: ['身份证号码'], count: 2 }] }, {}],
	['M-LATE', { late: [{ ...late, publishedOn: '2026-02-10' }] }, {}],
	['M-WITHHELD', { withheld: [{ id: 8, title: '方案', decidedOn: '2025-01-01', due: '2026-01-01' }] }, {}],
	['M-INTERPRET', { unexplained: [{ id: 7, title: '办法', publishedOn: '2026-06-01', due: '2026-06-04' }] }, {}],
	['M-TERM', text('term'), text('watch')],
	['M-LAW', text('law'), text('leaders')],
	['M-DATE', text('date'), {}],
	['M-MARK', text('mark'), {}],
	['M-INSIDE', text('inside'), text('foreign')],
	['M-FOREIGN', text('foreign'), text('inside')],
	['M-DEAD', { deadLinks: [{ id: 3, title: '通知', targets: [4] }] }, {}],
	['M-TWICE', { duplicates: [{ id: 3, title: '通知', count: 2 }] }, {}],
	['M-TERMLESS', { undated: [{ id: 3, title: '办法' }] }, {}],
	['M-CONFIRM', arrived('portal', '2026-06-09', 4), arrived('portal', '2026-06-10', 3)],
	// 条例第三十一条第二项: ordinary mail is confirmed on the day it arrives, also on a day of rest (14 June is a Sunday).
	['M-CONFIRM', arrived('post', '2026-06-14', 0), arrived('post', TODAY, 0)],
	['M-CONFIRM', arrived('post', '2026-06-12', 1), arrived('fax', '2026-06-12', 1)],
	['M-CONFIRM', arrived('email', '2026-06-09', 4), arrived('email', '2026-06-10', 3)],
	[
		'M-CORRECT',
		{ corrections: [{ id: 8, number: '2', dueOn: '2026-06-12', left: -1 }] },
		{ corrections: [{ id: 8, number: '2', dueOn: '2026-06-15', left: 0 }] },
	],
	['M-POST', { vacant: ['保密审查'] }, {}],
	['M-CODE', { code: ' ' }, {}],
	['M-DUE', { waiting: [{ ...late, publishedOn: null }] }, {}],
	[
		'M-EXPIRED',
		{ normative: [{ id: 5, title: '办法', expiresOn: '2026-06-14', isMarked: false }] },
		{ normative: [{ id: 5, title: '办法', expiresOn: '2026-06-14', isMarked: true }] },
	],
	[
		'M-EXPIRING',
		{ normative: [{ id: 5, title: '办法', expiresOn: '2026-06-15', isMarked: false }] },
		{ normative: [{ id: 5, title: '办法', expiresOn: '2026-09-14', isMarked: false }] },
	],
	['M-GUIDE', { guide: { ...guide, missing: ['办公时间'] } }, {}],
	['M-GUIDE', { guide: { ...guide, published: false, publishedOn: null } }, {}],
	[
		'M-GUIDE-OLD',
		{ guide: { ...guide, publishedOn: '2025-06-14' } },
		{ guide: { ...guide, publishedOn: '2025-06-15' } },
	],
	['M-GUIDE-DIFF', { guide: { ...guide, differs: ['联系电话'] } }, {}],
	['M-BODY', { contactOffice: ' ' }, {}],
	[
		'M-HOME',
		{ site: { lastOn: '2026-05-31', pages: [], services: 1, servicesAt: '' } },
		{ site: { lastOn: '2026-06-01', pages: [], services: 1, servicesAt: '' } },
	],
	['M-HOME', { site: { lastOn: null, pages: [], services: 1, servicesAt: '' } }, { site: null }],
	['M-TAGS', tagged('column', ['SiteName', 'SiteDomain', 'SiteIDCode']), tagged('column', COLUMN_TAGS)],
	[
		'M-TAGS',
		tagged('article', COLUMN_TAGS),
		tagged(
			'column',
			COLUMN_TAGS.map((name) => name.toLowerCase()),
		),
	],
	['M-BUDGET', { waiting: [{ ...late, type: 'budget', publishedOn: null }] }, {}],
	['M-BUDGET', { late: [{ ...late, type: 'budget', publishedOn: '2026-02-10' }] }, {}],
	['M-UNREAD', text('unread'), {}],
	['M-SERVICE', text('service'), text('meta')],
	['M-SERVICE', gaps(3), gaps(4)],
	['M-SERVICE', { ...gaps(4), serviceGaps: 5 }, { ...gaps(4), serviceGaps: 1 }],
	// 国办秘函〔2019〕19号 单项否决: 服务不实用.
	['M-SERVICE-BARE', gaps(4), gaps(3)],
	['M-SERVICE-BARE', { ...gaps(1), serviceGaps: 1 }, { ...gaps(4), serviceGaps: 5 }],
	[
		'M-NOSERVICE',
		{ site: { lastOn: TODAY, pages: [], services: 0, servicesAt: '' } },
		{ site: { lastOn: TODAY, pages: [], services: 1, servicesAt: '' } },
	],
	[
		'M-NOSERVICE',
		{ site: { lastOn: TODAY, pages: [], services: 0, servicesAt: '' } },
		{ site: { lastOn: TODAY, pages: [], services: 0, servicesAt: 'https://zwfw.example.gov.cn/' } },
	],
	['M-NOSERVICE', { site: { lastOn: TODAY, pages: [], services: 0, servicesAt: '' } }, { site: null }],
	['M-ATTR', text('attribute'), {}],
	['M-META', text('meta'), text('attribute')],
	['M-PENALTY', odd('penalty', { 撤销日期: '2026-06-01', 应撤下: '2026-06-04' }), odd('scheduled')],
	['M-SELF', odd('ownReview', { 审查人: '何敏' }), odd('unreviewed')],
	['M-SECRECY', odd('unreviewed', { 保密审查: '没有记录' }), odd('ownReview')],
	['M-SCHEDULED', odd('scheduled', { 定时: '2026-06-01' }), odd('stuck')],
	['M-STUCK', odd('stuck', { 环节: '待签发', 自: '2026-05-01', 工作日: '30' }), odd('scheduled')],
	['M-NUMBER', odd('sharedNumber', { 文号: '柳政发〔2026〕1号', 条数: '2' }), odd('sharedIndex')],
	['M-INDEX', odd('sharedIndex', { 索引号: '9999/2026-00001', 条数: '2' }), odd('sharedNumber')],
	['M-INDEX-GAP', { indexGaps: [{ prefix: '9999/2026-', last: 9, given: 7 }] }, {}],
	['M-CONSULT', { consultations: [{ id: 9, number: '1', dueOn: '2026-06-01', days: 10 }] }, {}],
	['M-OUT-DOWN', outside({ visits: { tried: 20, failed: 1 } }), outside({ visits: { tried: 21, failed: 1 } })],
	['M-OUT-DOWN', outside({ visits: { tried: 40, failed: 40 } }), outside({ visits: { tried: 19, failed: 19 } })],
	['M-OUT-HOME', outside({ changedOn: '2026-05-31' }), outside({ changedOn: '2026-06-01' })],
	['M-OUT-LEAK', outside({ leaks: [{ page: PAGE, kinds: ['身份证号码'], count: 2 }] }), outside({ changedOn: null })],
	['M-OUT-DEAD', outside({ dead: [{ page: PAGE, targets: [`${PAGE}x`] }] }), outside({})],
	['M-OUT-LINK', outside({ foreign: [{ page: PAGE, hosts: ['ad.example'] }] }), outside({})],
	['M-OUT-TAGS', outside({ tagless: [{ page: PAGE, missing: ['SiteName'] }] }), outside({})],
	['M-CONTACT', { contacts: ['联系电话'] }, {}],
	['M-APP-OVER', { applications: [application] }, {}],
	[
		'M-APP-NEAR',
		{ applications: [{ ...application, left: 3, overdueDays: 0 }] },
		{ applications: [{ ...application, left: 4, overdueDays: 0 }] },
	],
	['M-VOICE', { concerns: [concern] }, { concerns: [{ ...concern, kind: 'siteError' }] }],
	['M-ERRATA', { concerns: [{ ...concern, kind: 'siteError' }] }, { concerns: [concern] }],
	['M-VOICE-3M', { concerns: [{ ...concern, days: 91 }] }, { concerns: [{ ...concern, days: 90 }] }],
	['M-REPORT', { report: { ...report, isLate: true } }, { report }],
	['M-RETURNED', { report: { ...report, isReturned: true } }, { report }],
	[
		'M-AUDIT',
		{ contradictions: { year: 2025, messages: ['合计不等于各项之和。'] } },
		{ contradictions: { year: 2025, messages: [] } },
	],
	['M-ENTRY', entry({}), entry({ state: 'proposed', detail: '2026-06-01', days: 14 })],
	['M-ENTRY-LATE', entry({ state: 'late' }), {}],
	[
		'M-ENTRY-OPEN',
		entry({ state: 'proposed', detail: '2026-05-15', days: 31 }),
		entry({ state: 'proposed', detail: '2026-05-16', days: 30 }),
	],
	['M-MEDIA', { media: [{ id: 2, kind: '微信公众号', name: '柳溪发布', lastOn: '2026-05-31', days: 15 }] }, {}],
	['M-EVAL', { expiring: [{ id: 5, title: '办法', expiresOn: '2026-11-01', days: 139 }] }, {}],
	[
		'M-FILING',
		{ unfiled: [{ id: 5, title: '办法', number: '柳规〔2026〕1号', publishedOn: '2026-05-01', due: '2026-05-16' }] },
		{},
	],
	['M-LEGAL', legal('calledOld'), legal('simplified')],
	['M-LEGAL-SKIP', legal('simplified'), legal('calledOld')],
	['M-URGENT', urgent(true), urgent(false)],
	[
		'M-FEEDBACK',
		{ unanswered: [{ id: 3, number: 'ZJ202600001', title: '办法', toDay: '2026-04-30', dueOn: '2026-05-29' }] },
		{},
	],
	['M-PROPOSAL', proposal('reply'), proposal('publish')],
	['M-PROPOSAL-OUT', proposal('publish'), proposal('reply')],
	['M-COMPLAINT', complaint(false), complaint(true)],
	[
		'M-LEAK-DRAFT',
		{ draftLeaks: [{ id: 3, number: 'ZJ202600001', title: '办法', kinds: ['手机号码'], count: 1 }] },
		{},
	],
];

describe('what a round looks after', () => {
	it('finds nothing at an office where nothing is wrong', () => {
		expect(rulesOf({})).toEqual([]);
	});

	it.each(CASES)('%s finds its fault and passes over what only looks like it', (rule, fault, miss) => {
		expect(rulesOf(fault)).toEqual([rule]);
		expect(rulesOf(miss)).not.toContain(rule);
	});

	it('has a fault for every rule', () => {
		expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(MONITOR_RULES.map(({ id }) => id)));
	});

	it('names the office nowhere and the applicant nowhere: subject, facts and address open the proof', () => {
		for (const [, fault] of CASES) {
			for (const { subject, evidence, message } of findingsOf({ ...sound, ...fault })) {
				expect(subject).toMatch(
					/^(office|guide|site|(column|document|application|concern|report|entry|channel|consultation|proposal):\d+|(page|url|host|index):.+)$/,
				);
				expect(Object.keys(evidence.facts).length).toBeGreaterThan(0);
				expect(evidence.path).toMatch(/^(\/|http:\/\/old\.example\.gov\.cn\/)/);
				expect(message.length).toBeGreaterThan(5);
			}
		}
	});
});

describe('columns that are not updated (国办秘函〔2019〕19号, 栏目不更新)', () => {
	const vetoes = (columns: ColumnFacts[]) => scoreOf(findingsOf({ ...sound, columns })).vetoes;

	it.each([null, 7, 14, 30, 365])(
		'five columns of news three weeks old are a veto, with %s days set by the county',
		(updateDays) => {
			const news = [1, 2, 3, 4, 5].map((id) => column(id, { type: '工作动态', updateDays, lastOn: '2026-05-25' }));
			expect(vetoes(news)).toEqual(['动态、公告、政策类栏目没有更新5个，达到5个']);
			expect(vetoes(news.slice(1))).toEqual([]);
		},
	);

	it('news, notices and policies of a fresh county count towards the five, and nothing else of it', () => {
		const columns = standardColumns('township')
			.filter(({ kind }) => kind === 'usual')
			.map(({ name, type, kind, code, updateDays }, id) =>
				column(id, { name, type, kind, code, updateDays, lastOn: '2025-11-01' }),
			);
		const found = findingsOf({ ...sound, columns });
		expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['M-NEWS']));
		expect(found.map(({ evidence }) => evidence.facts.栏目)).toEqual(['工作动态', '通知公告', '政策文件']);
	});

	it('five columns the county wants sooner than the check does are none before its two weeks are over', () => {
		const news = [1, 2, 3, 4, 5].map((id) => column(id, { type: '工作动态', updateDays: 7, lastOn: '2026-06-05' }));
		expect(rulesOf({ columns: news })).toEqual(Array.from({ length: 5 }, () => 'M-STALE'));
		expect(vetoes(news)).toEqual([]);
	});

	it('takes points once from a column dead by both limits', () => {
		const both = { type: '工作动态', updateDays: 7, lastOn: '2026-05-25' };
		expect(rulesOf({ columns: [column(1, both)] })).toEqual(['M-NEWS']);
		expect(scoreOf(findingsOf({ ...sound, columns: [column(1, both)] })).points).toBe(96);
	});

	it('counts no budgets, subsidies and plans, which come once a year, however many', () => {
		const yearly = [
			{ type: '数据发布', code: 'A20-07' },
			{ type: '数据发布', code: 'A20-11' },
			{ type: '政策文件', code: 'A20-03' },
		].flatMap((one) => [one, one, one]);
		expect(rulesOf({ columns: yearly.map((one, id) => column(id, { ...one, lastOn: '2025-07-01' })) })).toEqual([]);
	});
});

describe('the score (国办秘函〔2019〕19号)', () => {
	const findings = (rule: string, n: number) =>
		Array.from({ length: n }, (_, i) => ({ rule, message: `${rule} ${i}` }));

	it('takes each rule’s points up to its most', () => {
		expect(scoreOf([])).toEqual({ vetoes: [], points: 100, deductions: [], bonus: [], total: 100, passed: true });
		expect(scoreOf(findings('M-APP-OVER', 2)).points).toBe(90);
		expect(scoreOf(findings('M-APP-OVER', 50)).points).toBe(80);
		expect(scoreOf([...findings('M-LATE', 3)]).deductions).toEqual([
			{ rule: 'M-LATE', title: '超过法定期限公开', findings: 3, points: 1.5 },
		]);
	});

	it('fails by a veto whatever the points: five blank columns, ten not updated, leaked data', () => {
		expect(scoreOf(findings('M-EMPTY', 4)).passed).toBe(true);
		expect(scoreOf(findings('M-EMPTY', 5))).toMatchObject({ points: 80, passed: false });
		expect(scoreOf([...findings('M-EMPTY', 3), ...findings('M-ITEM', 2)]).vetoes).toEqual(['空白栏目5个，达到5个']);
		expect(scoreOf(findings('M-STALE', 9)).passed).toBe(true);
		expect(scoreOf(findings('M-STALE', 10)).vetoes).toHaveLength(1);
		expect(scoreOf(findings('M-NEWS', 4)).passed).toBe(true);
		expect(scoreOf(findings('M-NEWS', 5)).vetoes).toHaveLength(1);
		expect(scoreOf([...findings('M-NEWS', 4), ...findings('M-STALE', 6)]).vetoes).toHaveLength(1);
		expect(scoreOf(findings('M-VOICE-3M', 1)).passed).toBe(false);
		expect(scoreOf(findings('M-HOME', 1)).passed).toBe(false);
		expect(scoreOf(findings('M-LEAK', 1))).toMatchObject({ points: 100, passed: false, vetoes: ['M-LEAK 0'] });
	});

	it('counts a bonus above eighty points only, thirty in all, and never over a veto', () => {
		const bonus = [
			{ title: '图解和视频解读', points: 20 },
			{ title: '无障碍改造', points: 20 },
		];
		expect(scoreOf([], bonus)).toMatchObject({ points: 100, total: 130, bonus: [{ points: 20 }, { points: 10 }] });
		expect(scoreOf(findings('M-APP-OVER', 4), bonus)).toMatchObject({ points: 80, total: 80, bonus: [] });
		expect(scoreOf(findings('M-LEAK', 1), bonus)).toMatchObject({ points: 100, total: 100, passed: false });
	});

	it('fails the site by a veto only people can see, with its day and its proof', () => {
		const forged = { title: '伪造发稿日期', kind: 'veto' as const, points: 0, foundOn: '2026-06-10', ground: '/d/3' };
		const faults = [forged, { ...forged, title: '错别字', kind: 'points' as const, points: 2.5 }];
		const score = scoreOf([], [{ title: '图解', points: 20 }], faults);
		expect(score.vetoes).toEqual(['伪造发稿日期（2026-06-10发现：/d/3）']);
		expect(score.deductions).toEqual([{ rule: '', title: '错别字（2026-06-10发现：/d/3）', findings: 1, points: 2.5 }]);
		// A veto takes the bonus with it; points alone take none.
		expect(score).toMatchObject({ points: 97.5, total: 97.5, passed: false, bonus: [] });
		expect(scoreOf([], [], faults.slice(1))).toMatchObject({ points: 97.5, passed: true, vetoes: [] });
		expect(scoreOf([], [], [{ ...forged, kind: 'points', points: 41 }])).toMatchObject({ points: 59, passed: false });
		expect(mediaScoreOf([], [])).toMatchObject({ points: 100, passed: true });
	});

	it('judges the new media by themselves: two weeks of silence are their veto and none of the site', () => {
		const silent = findings('M-MEDIA', 1);
		expect(scoreOf(silent)).toMatchObject({ vetoes: [], points: 100, passed: true });
		expect(mediaScoreOf(silent)).toMatchObject({ vetoes: ['M-MEDIA 0'], passed: false, total: 100 });
		expect(mediaScoreOf(findings('M-LEAK', 3))).toMatchObject({ vetoes: [], points: 100, passed: true });
		expect(mediaScoreOf(findings('M-APP-OVER', 50)).points).toBe(100);
	});

	it('takes from the new media what the county entered, down to nothing, and lets sixty points pass', () => {
		const points = (taken: number) => mediaScoreOf([], [{ title: '没有互动功能', kind: 'points', points: taken }]);
		expect(points(40)).toMatchObject({ points: 60, passed: true });
		expect(points(40.1)).toMatchObject({ points: 59.9, passed: false });
		expect(mediaScoreOf([], Array(3).fill({ title: '扣分', kind: 'points', points: 50 })).points).toBe(0);
		const veto = { title: '客户端不能使用', kind: 'veto' as const, points: 0 };
		expect(mediaScoreOf([], [veto])).toMatchObject({ vetoes: ['客户端不能使用'], points: 100, passed: false });
		expect(points(0).deductions).toEqual([]);
	});

	it('has no dust of binary fractions in it', () => {
		expect(scoreOf(findings('M-TERM', 3)).points).toBe(99.4);
		expect(scoreOf(findings('M-TERM', 3)).deductions[0]?.points).toBe(0.6);
	});

	it('is the same however the findings are ordered', () => {
		const all = MONITOR_RULES.flatMap(({ id }) => findings(id, 3));
		expect(scoreOf([...all].reverse()).points).toBe(scoreOf(all).points);
	});
});
