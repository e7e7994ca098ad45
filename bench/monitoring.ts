import { findingsOf, MONITOR_RULES, type OfficeFacts, scoreOf } from '../server/modules/supervision/index.ts';
import { below, pick, seeded } from './fuzz/random.ts';
import { rate, row } from './support/calibration.ts';

const OFFICES = 60;
const FAULTS = 1_000;
const TODAY = '2026-06-15';

type Random = () => number;
/** A fault of a rule put into an office, or the near-miss that only looks like it. */
type Plant = (facts: OfficeFacts, id: number, random: Random, isFault: boolean) => string;

const day = (ago: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10);

function soundOffice(id: number): OfficeFacts {
	return {
		today: TODAY,
		office: { id, name: `机关${id}`, slug: `o${id}` },
		columns: [],
		lastOn: day(3),
		guide: { published: true, missing: [] },
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
	};
}

function addColumn(facts: OfficeFacts, id: number, change: Partial<OfficeFacts['columns'][number]>): string {
	const column = {
		id,
		slug: `c${id}`,
		name: `栏目${id}`,
		type: '数据发布',
		kind: 'usual',
		updateDays: null,
		isAbsent: false,
	};
	facts.columns.push({ ...column, count: 9, lastOn: day(1), ...change });
	return `column:${id}`;
}

const PLANTS: Readonly<Record<string, Plant>> = {
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
		if (isFault) facts.late.push({ id, title: `通知${id}`, formedOn: day(90), due: day(60), publishedOn: day(59) });
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
		const workingDays = isFault ? 4 + below(random, 20) : below(random, 4);
		facts.unconfirmed.push({ id, number: `${id}`, arrivedOn: day(9), workingDays });
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
		if (isFault) facts.waiting.push({ id, title: `通知${id}`, formedOn: day(60), due: day(30), publishedOn: null });
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
	'M-VOICE': (facts, id, random, isFault) => {
		if (isFault)
			facts.concerns.push({ id, number: `HD${id}`, title: '路灯', dueOn: day(5), days: 20 + below(random, 100) });
		return `concern:${id}`;
	},
};

/** Faults of one a county, told by a field of the office: planted in an office of their own. */
const ONCE: Readonly<Record<string, [change: Partial<OfficeFacts>, miss: Partial<OfficeFacts>, subject: string]>> = {
	'M-SILENT': [{ lastOn: day(15) }, { lastOn: day(14) }, 'office'],
	'M-GUIDE': [
		{ guide: { published: true, missing: ['办公时间'] } },
		{ guide: { published: true, missing: [] } },
		'guide',
	],
	'M-POST': [{ vacant: ['签发'] }, { vacant: [] }, 'office'],
	'M-CODE': [{ code: '' }, { code: '99990123A00000011X' }, 'office'],
	'M-CONTACT': [{ contacts: ['联系电话'] }, { contacts: [] }, 'office'],
	'M-REPORT': [
		{ report: { year: 2025, due: day(100), state: '编制中', isLate: true } },
		{ report: { year: 2025, due: day(-1), state: '编制中', isLate: false } },
		'report:2025',
	],
};

/** A county with faults and as many near-misses, and where each fault stands. */
export function plantedCounty(seed: number): { offices: OfficeFacts[]; planted: Set<string> } {
	const random = seeded(seed);
	const offices = Array.from({ length: OFFICES }, (_, i) => soundOffice(i + 1));
	const planted = new Set<string>();
	const rules = Object.keys(PLANTS);
	for (let id = 1; id <= FAULTS * 2; id++) {
		// A fault and its near-miss in turn, whatever the number of rules.
		const rule = rules[Math.ceil(id / 2) % rules.length] ?? '';
		const facts = pick(random, offices);
		const subject = PLANTS[rule]?.(facts, id, random, id % 2 === 0) ?? '';
		if (id % 2 === 0) planted.add(`${facts.office.id} ${rule} ${subject}`);
	}
	const ways = Object.keys(ONCE).length;
	Object.entries(ONCE).forEach(([rule, [change, miss, subject]], at) => {
		for (let i = at; i < OFFICES; i += ways) {
			const facts = offices[i];
			const isFault = i % (2 * ways) < ways;
			if (facts) Object.assign(facts, isFault ? change : miss);
			if (facts && isFault) planted.add(`${facts.office.id} ${rule} ${subject}`);
		}
	});
	return { offices, planted };
}

export interface MonitorRow {
	rule: string;
	planted: number;
	found: number;
	wrong: number;
}

/** What a round finds of it, by rule. */
export function measureMonitoring(seed: number): MonitorRow[] {
	const { offices, planted } = plantedCounty(seed);
	const found = new Set(
		offices.flatMap(findingsOf).map(({ officeId, rule, subject }) => `${officeId} ${rule} ${subject}`),
	);
	const of = (keys: Iterable<string>, rule: string) => [...keys].filter((key) => key.split(' ')[1] === rule);
	return MONITOR_RULES.map(({ id }) => ({
		rule: id,
		planted: of(planted, id).length,
		found: of(planted, id).filter((key) => found.has(key)).length,
		wrong: of(found, id).filter((key) => !planted.has(key)).length,
	}));
}

export async function run(): Promise<void> {
	console.table(measureMonitoring(1));
	const { offices } = plantedCounty(1);
	const perSecond = await rate(() => scoreOf(offices.flatMap(findingsOf)));
	row(`rules and score over ${OFFICES} offices, ${FAULTS} faults`, perSecond, 'rounds/s');
}
