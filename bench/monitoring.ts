import { findingsOf, MONITOR_RULES, type OfficeFacts, scoreOf } from '../server/modules/supervision/index.ts';
import { pick, seeded } from './fuzz/random.ts';
import { day, PLANTS, soundOffice } from './monitoring-plants.ts';
import { PLANTS_OF_ROOMS } from './monitoring-plants-rooms.ts';
import { measureRounds } from './monitoring-rounds.ts';
import { rate, row } from './support/calibration.ts';

const OFFICES = 60;
const FAULTS = 1_500;

const GUIDE = { published: true, missing: [], publishedOn: day(90), differs: [] };

/** Faults of one a county, told by a field of the office: planted in an office of their own. */
const ONCE: Readonly<Record<string, [change: Partial<OfficeFacts>, miss: Partial<OfficeFacts>, subject: string]>> = {
	'M-SILENT': [{ lastOn: day(15) }, { lastOn: day(14) }, 'office'],
	'M-GUIDE': [{ guide: { ...GUIDE, missing: ['办公时间'] } }, { guide: GUIDE }, 'guide'],
	'M-GUIDE-OLD': [
		{ guide: { ...GUIDE, publishedOn: day(366) } },
		{ guide: { ...GUIDE, publishedOn: day(365) } },
		'guide',
	],
	'M-GUIDE-DIFF': [{ guide: { ...GUIDE, differs: ['联系电话'] } }, { guide: GUIDE }, 'guide'],
	'M-BODY': [{ contactOffice: '' }, { contactOffice: '办公室' }, 'office'],
	'M-HOME': [
		{ site: { lastOn: day(15), pages: [], services: 1, servicesAt: '' } },
		{ site: { lastOn: day(14), pages: [], services: 1, servicesAt: '' } },
		'site',
	],
	'M-NOSERVICE': [
		{ site: { lastOn: day(3), pages: [], services: 0, servicesAt: '' } },
		{ site: { lastOn: day(3), pages: [], services: 1, servicesAt: '' } },
		'site',
	],
	'M-RETURNED': [
		{ report: { year: 2025, due: day(-1), state: '退回修改', isLate: false, isReturned: true } },
		{ report: { year: 2025, due: day(-1), state: '编制中', isLate: false, isReturned: false } },
		'report:2025',
	],
	'M-META': [
		{ texts: [{ id: 1, title: '通知', kind: 'meta', messages: ['内容概述'] }] },
		{ texts: [{ id: 1, title: '通知', kind: 'watch', messages: ['内容概述'] }] },
		'office',
	],
	'M-POST': [{ vacant: ['签发'] }, { vacant: [] }, 'office'],
	'M-CODE': [{ code: '' }, { code: '99990123A00000011X' }, 'office'],
	'M-CONTACT': [{ contacts: ['联系电话'] }, { contacts: [] }, 'office'],
	'M-REPORT': [
		{ report: { year: 2025, due: day(100), state: '编制中', isLate: true, isReturned: false } },
		{ report: { year: 2025, due: day(-1), state: '编制中', isLate: false, isReturned: false } },
		'report:2025',
	],
	'M-AUDIT': [
		{ contradictions: { year: 2025, messages: ['合计不等于各项之和。'] } },
		{ contradictions: null },
		'report:2025',
	],
};

/** Several an office, each in a field of its own; in every other office their near-misses. */
function plantOnce(facts: OfficeFacts, at: number): string[] {
	// In another order at each office: rules that look at the same field take turns.
	const order = (index: number) => (index * 31 + at * 17) % 101;
	const names = Object.keys(ONCE);
	const all = Object.entries(ONCE).sort(([a], [b]) => order(names.indexOf(a)) - order(names.indexOf(b)));
	const taken = new Set<string>();
	const keys: string[] = [];
	for (const [rule, [change, miss, subject]] of all) {
		if (Object.keys(change).some((field) => taken.has(field))) continue;
		for (const field of Object.keys(change)) taken.add(field);
		const isFault = at % 2 === 0;
		Object.assign(facts, structuredClone(isFault ? change : miss));
		if (isFault) keys.push(`${facts.office.id} ${rule} ${subject}`);
	}
	return keys;
}

/** A county with faults and as many near-misses, and where each fault stands. */
export function plantedCounty(seed: number): { offices: OfficeFacts[]; planted: Set<string> } {
	const random = seeded(seed);
	const offices = Array.from({ length: OFFICES }, (_, i) => soundOffice(i + 1));
	const planted = new Set<string>();
	offices.forEach((facts, at) => {
		for (const key of plantOnce(facts, at)) planted.add(key);
	});
	const plants = { ...PLANTS, ...PLANTS_OF_ROOMS };
	const rules = Object.keys(plants);
	for (let id = 1; id <= FAULTS * 2; id++) {
		// A fault and its near-miss in turn, whatever the number of rules.
		const rule = rules[Math.ceil(id / 2) % rules.length] ?? '';
		const facts = pick(random, offices);
		const subject = plants[rule]?.(facts, id, random, id % 2 === 0) ?? '';
		if (id % 2 === 0) planted.add(`${facts.office.id} ${rule} ${subject}`);
	}
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
	await measureRounds(OFFICES);
}
