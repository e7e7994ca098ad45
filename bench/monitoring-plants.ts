import type { OfficeFacts } from '../server/modules/supervision/index.ts';
import { below, pick } from './fuzz/random.ts';

const TODAY = '2026-06-15';

export type Random = () => number;
/** A fault of a rule put into an office, or the near-miss that only looks like it. */
export type Plant = (facts: OfficeFacts, id: number, random: Random, isFault: boolean) => string;

export const day = (ago: number) =>
	new Date(Date.parse(`${TODAY}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10);

export function soundOffice(id: number): OfficeFacts {
	return {
		today: TODAY,
		office: { id, name: `机关${id}`, slug: `o${id}` },
		columns: [],
		lastOn: day(3),
		guide: { published: true, missing: [], publishedOn: day(90), differs: [] },
		site: null,
		outside: [],
		contactOffice: '办公室',
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
		corrections: [],
		unconfirmed: [],
		vacant: [],
		code: '99990123A00000011X',
		normative: [],
		leaks: [],
		applications: [],
		concerns: [],
		report: null,
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
}

function addColumn(facts: OfficeFacts, id: number, change: Partial<OfficeFacts['columns'][number]>): string {
	const column = {
		id,
		slug: `c${id}`,
		name: `栏目${id}`,
		type: '数据发布',
		kind: 'usual',
		parentId: null,
		code: '',
		updateDays: null,
		isAbsent: false,
		isClosed: false,
	};
	facts.columns.push({ ...column, count: 9, lastOn: day(1), ...change });
	return `column:${id}`;
}

type Concern = OfficeFacts['concerns'][number];
const concern = (facts: OfficeFacts, id: number, change: Partial<Concern>) => {
	facts.concerns.push({ id, number: `HD${id}`, title: '路灯', kind: 'question', dueOn: day(5), days: 20, ...change });
	return `concern:${id}`;
};

/** A rule of one kind of words or records: its near-miss is of a kind no rule tells of. */
const ofWords =
	(kind: string, least = 1, most = 4): Plant =>
	(facts, id, random, isFault) => {
		const messages = Array.from({ length: least + below(random, most - least + 1) }, (_, n) => `第${n}处。`);
		facts.texts.push({ id, title: `通知${id}`, kind: isFault ? kind : 'watch', messages });
		return `document:${id}`;
	};
const ofRecord =
	(kind: string): Plant =>
	(facts, id, _random, isFault) => {
		facts.odd.push({ kind: isFault ? kind : 'none', id, title: `通知${id}`, facts: { 日期: day(9) } });
		return `document:${id}`;
	};

type Elsewhere = OfficeFacts['outside'][number];
const elsewhere = (facts: OfficeFacts, id: number, change: Partial<Elsewhere>): string => {
	facts.outside.push({
		...{ host: `h${id}.example`, name: `网站${id}`, changedOn: day(3), visits: { tried: 140, failed: 0 } },
		...{ dead: [], foreign: [], leaks: [], tagless: [] },
		...change,
	});
	return `host:h${id}.example`;
};
const page = (id: number) => `http://h${id}.example/`;
const ofPage =
	(change: (id: number) => Partial<Elsewhere>): Plant =>
	(facts, id, _random, isFault) => {
		elsewhere(facts, id, isFault ? change(id) : {});
		return `url:${page(id)}`;
	};

const tags = ['SiteName', 'SiteDomain', 'SiteIDCode'];

const PLANTS_MORE: Readonly<Record<string, Plant>> = {
	'M-VOICE': (facts, id, random, isFault) =>
		isFault ? concern(facts, id, { days: 20 + below(random, 71) }) : `concern:${id}`,
	'M-ERRATA': (facts, id, random, isFault) =>
		isFault ? concern(facts, id, { kind: 'siteError', days: 4 + below(random, 80) }) : `concern:${id}`,
	'M-VOICE-3M': (facts, id, random, isFault) =>
		isFault ? concern(facts, id, { days: 91 + below(random, 200) }) : `concern:${id}`,
	'M-ITEM': (facts, id, _random, isFault) =>
		addColumn(facts, id, { kind: 'item', count: 0, lastOn: null, isAbsent: !isFault }),
	'M-CLOSED': (facts, id, random, isFault) =>
		addColumn(facts, id, { isAbsent: true, isClosed: true, count: isFault ? 1 + below(random, 9) : 0 }),
	'M-NEWS': (facts, id, random, isFault) => {
		const [type, limit] = pick(random, [
			['工作动态', 14],
			['政策文件', 183],
		] as const);
		// The time the county set does not matter to the check; a near-miss is also what is below another column.
		const updateDays = pick(random, [null, limit, 365]);
		if (isFault) return addColumn(facts, id, { type, updateDays, lastOn: day(limit + 1) });
		const isBelow = type === '政策文件' && below(random, 2) === 0;
		const near = isBelow ? { parentId: 1, updateDays: null } : { updateDays };
		return addColumn(facts, id, { type, ...near, lastOn: day(isBelow ? limit + 1 : limit) });
	},
	'M-BUDGET': (facts, id, _random, isFault) => {
		const dated = { formedOn: day(60), due: day(40), publishedOn: null };
		if (isFault) facts.waiting.push({ id, type: 'budget', title: `预算${id}`, ...dated });
		return `document:${id}`;
	},
	'M-UNREAD': ofWords('unread'),
	'M-SERVICE': ofWords('service', 1, 3),
	'M-SERVICE-BARE': ofWords('service', 4, 7),
	'M-ATTR': ofWords('attribute'),
	'M-PENALTY': ofRecord('penalty'),
	'M-SELF': ofRecord('ownReview'),
	'M-SECRECY': ofRecord('unreviewed'),
	'M-SCHEDULED': ofRecord('scheduled'),
	'M-STUCK': ofRecord('stuck'),
	'M-NUMBER': ofRecord('sharedNumber'),
	'M-INDEX': ofRecord('sharedIndex'),
	'M-INDEX-GAP': (facts, id, random, isFault) => {
		if (isFault) facts.indexGaps.push({ prefix: `${id}/`, last: 9 + below(random, 9), given: 8 });
		return `index:${id}/`;
	},
	'M-CONSULT': (facts, id, _random, isFault) => {
		if (isFault) facts.consultations.push({ id, number: `${id}`, dueOn: day(9), days: 6 });
		return `application:${id}`;
	},
	'M-TAGS': (facts, id, _random, isFault) => {
		facts.site ??= { lastOn: day(1), pages: [], services: 1, servicesAt: '' };
		facts.site.pages.push({ path: `/d/${id}`, level: 'site', tags: isFault ? tags.slice(1) : tags });
		return `page:/d/${id}`;
	},
	'M-OUT-DOWN': (facts, id, random, isFault) =>
		elsewhere(facts, id, { visits: { tried: 140, failed: isFault ? 7 + below(random, 99) : below(random, 7) } }),
	'M-OUT-HOME': (facts, id, random, isFault) =>
		elsewhere(facts, id, { changedOn: day(isFault ? 15 + below(random, 99) : below(random, 15)) }),
	'M-OUT-LEAK': ofPage((id) => ({ leaks: [{ page: page(id), kinds: ['身份证号码'], count: 1 }] })),
	'M-OUT-DEAD': ofPage((id) => ({ dead: [{ page: page(id), targets: ['http://x.gov.cn/'] }] })),
	'M-OUT-LINK': ofPage((id) => ({ foreign: [{ page: page(id), hosts: ['ad.example'] }] })),
	'M-OUT-TAGS': ofPage((id) => ({ tagless: [{ page: page(id), missing: ['SiteName'] }] })),
};

export const PLANTS: Readonly<Record<string, Plant>> = {
	'M-EMPTY': (facts, id, random, isFault) =>
		addColumn(
			facts,
			id,
			isFault
				? { count: 0, lastOn: null }
				: { count: 0, lastOn: null, isAbsent: true, kind: pick(random, ['item', 'usual']) },
		),
	'M-FEW': (facts, id, random, isFault) =>
		addColumn(facts, id, { count: isFault ? 1 + below(random, 2) : 3 + below(random, 9) }),
	'M-STALE': (facts, id, random, isFault) => {
		const limit = 10 + below(random, 80);
		return addColumn(facts, id, { updateDays: limit, lastOn: day(isFault ? limit + 1 : limit) });
	},
	'M-LEAK': (facts, id, random, isFault) => {
		if (isFault) facts.leaks.push({ id, title: `名单${id}`, kinds: ['身份证号码'], count: 1 + below(random, 5) });
		return `document:${id}`;
	},
	'M-LATE': (facts, id, _random, isFault) => {
		if (isFault)
			facts.late.push({
				id,
				type: 'notice',
				title: `通知${id}`,
				formedOn: day(90),
				due: day(60),
				publishedOn: day(59),
			});
		return `document:${id}`;
	},
	...Object.fromEntries(
		Object.entries({
			'M-TERM': 'term',
			'M-LAW': 'law',
			'M-DATE': 'date',
			'M-MARK': 'mark',
			'M-INSIDE': 'inside',
			'M-FOREIGN': 'foreign',
		}).map(([rule, kind]): [string, Plant] => [
			rule,
			(facts, id, random, isFault) => {
				const messages = Array.from({ length: 1 + below(random, 4) }, (_, n) => `第${n}处。`);
				facts.texts.push({ id, title: `通知${id}`, kind: isFault ? kind : 'watch', messages });
				return `document:${id}`;
			},
		]),
	),
	'M-DEAD': (facts, id, random, isFault) => {
		if (isFault) facts.deadLinks.push({ id, title: `通知${id}`, targets: [1 + below(random, 9)] });
		return `document:${id}`;
	},
	'M-TWICE': (facts, id, random, isFault) => {
		if (isFault) facts.duplicates.push({ id, title: `通知${id}`, count: 2 + below(random, 3) });
		return `document:${id}`;
	},
	'M-TERMLESS': (facts, id, _random, isFault) => {
		if (isFault) facts.undated.push({ id, title: `办法${id}` });
		return `document:${id}`;
	},
	'M-CONFIRM': (facts, id, random, isFault) => {
		const channel = pick(random, ['post', 'portal', 'fax', 'email']);
		const workingDays = isFault ? 4 + below(random, 20) : below(random, 4);
		const arrivedOn = day(channel === 'post' ? (isFault ? 1 : 0) : 9);
		facts.unconfirmed.push({ id, number: `${id}`, channel, arrivedOn, workingDays });
		return `application:${id}`;
	},
	'M-CORRECT': (facts, id, random, isFault) => {
		const left = isFault ? -1 - below(random, 20) : below(random, 20);
		facts.corrections.push({ id, number: `${id}`, dueOn: day(0), left });
		return `application:${id}`;
	},
	'M-INTERPRET': (facts, id, _random, isFault) => {
		if (isFault) facts.unexplained.push({ id, title: `办法${id}`, publishedOn: day(30), due: day(27) });
		return `document:${id}`;
	},
	'M-WITHHELD': (facts, id, _random, isFault) => {
		if (isFault) facts.withheld.push({ id, title: `方案${id}`, decidedOn: day(400), due: day(30) });
		return `document:${id}`;
	},
	'M-DUE': (facts, id, _random, isFault) => {
		if (isFault)
			facts.waiting.push({
				id,
				type: 'notice',
				title: `通知${id}`,
				formedOn: day(60),
				due: day(30),
				publishedOn: null,
			});
		return `document:${id}`;
	},
	'M-EXPIRED': (facts, id, random, isFault) => {
		facts.normative.push({ id, title: `办法${id}`, expiresOn: day(1 + below(random, 300)), isMarked: !isFault });
		return `document:${id}`;
	},
	'M-EXPIRING': (facts, id, random, isFault) => {
		const ahead = isFault ? below(random, 91) : 91 + below(random, 300);
		facts.normative.push({ id, title: `办法${id}`, expiresOn: day(-ahead), isMarked: false });
		return `document:${id}`;
	},
	'M-APP-OVER': (facts, id, random, isFault) => {
		const overdueDays = isFault ? 1 + below(random, 30) : 0;
		facts.applications.push({
			id,
			number: `${id}`,
			title: '预算',
			dueOn: day(0),
			left: isFault ? null : 9,
			overdueDays,
		});
		return `application:${id}`;
	},
	'M-APP-NEAR': (facts, id, random, isFault) => {
		const left = isFault ? below(random, 4) : 4 + below(random, 16);
		facts.applications.push({ id, number: `${id}`, title: '预算', dueOn: day(-left), left, overdueDays: 0 });
		return `application:${id}`;
	},
	...PLANTS_MORE,
};
