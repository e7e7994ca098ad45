import type { OfficeFacts } from '../server/modules/supervision/index.ts';
import { below, pick } from './fuzz/random.ts';
import { day, type Plant } from './monitoring-plants.ts';

type EntryFacts = OfficeFacts['entries'][number];
const entry = (facts: OfficeFacts, id: number, change: Partial<EntryFacts>): string => {
	const base = { id, field: '养老服务', title: `事项${id}`, state: 'proposed' as const, detail: day(1), days: 1 };
	facts.entries.push({ ...base, ...change });
	return `entry:${id}`;
};

/** What the rooms know of themselves. A near-miss is the same thing in the state its rule passes over. */
export const PLANTS_OF_ROOMS: Readonly<Record<string, Plant>> = {
	'M-ENTRY': (facts, id, _random, isFault) => entry(facts, id, isFault ? { state: 'missing', detail: '一季度' } : {}),
	'M-ENTRY-LATE': (facts, id, _random, isFault) => entry(facts, id, isFault ? { state: 'late', detail: '一季度' } : {}),
	'M-ENTRY-OPEN': (facts, id, random, isFault) => {
		const days = isFault ? 31 + below(random, 99) : 1 + below(random, 30);
		return entry(facts, id, { detail: day(days), days });
	},
	'M-MEDIA': (facts, id, random, isFault) => {
		const days = 15 + below(random, 99);
		if (isFault) facts.media.push({ id, kind: '政务微博', name: `账号${id}`, lastOn: day(days), days });
		return `channel:${id}`;
	},
	'M-EVAL': (facts, id, random, isFault) => {
		const days = 91 + below(random, 80);
		const expiresOn = day(-days);
		// Evaluated, it ends as soon and is looked after by nobody.
		if (isFault) facts.expiring.push({ id, title: `办法${id}`, expiresOn, days });
		else facts.normative.push({ id, title: `办法${id}`, expiresOn, isMarked: false });
		return `document:${id}`;
	},
	'M-FILING': (facts, id, _random, isFault) => {
		const dated = { publishedOn: day(20), due: day(5) };
		if (isFault) facts.unfiled.push({ id, title: `办法${id}`, number: `规〔2026〕${id}号`, ...dated });
		return `document:${id}`;
	},
	'M-LEGAL': (facts, id, _random, isFault) => {
		if (isFault) facts.unjudged.push({ id, title: `办法${id}`, why: 'calledOld', reason: '旧文件' });
		return `document:${id}`;
	},
	'M-LEGAL-SKIP': (facts, id, _random, isFault) => {
		if (isFault) facts.unjudged.push({ id, title: `办法${id}`, why: 'simplified', reason: '防汛应急' });
		return `document:${id}`;
	},
	'M-URGENT': (facts, id, random, isFault) => {
		const ago = isFault ? 4 + below(random, 30) : below(random, 4);
		facts.urgent.push({ id, title: `通告${id}`, publishedOn: day(ago), due: day(ago - 3), isLate: isFault });
		return `document:${id}`;
	},
	'M-FEEDBACK': (facts, id, _random, isFault) => {
		const dated = { toDay: day(60), dueOn: day(30) };
		if (isFault) facts.unanswered.push({ id, number: `ZJ${id}`, title: `办法${id}`, ...dated });
		return `consultation:${id}`;
	},
	'M-PROPOSAL': (facts, id, _random, isFault) => {
		if (isFault) facts.proposals.push({ id, number: `JY${id}`, what: 'reply', dueOn: day(3) });
		return `proposal:${id}`;
	},
	'M-PROPOSAL-OUT': (facts, id, _random, isFault) => {
		if (isFault) facts.proposals.push({ id, number: `JY${id}`, what: 'publish', dueOn: day(3) });
		return `proposal:${id}`;
	},
	'M-COMPLAINT': (facts, id, random, isFault) => {
		const verdict = pick(random, ['属实', '部分属实']);
		const told = { verdict, measure: '督促整改', checkedOn: day(9), finding: '没有公开。', basis: '条例第二十条' };
		facts.complaints.push({ id, number: `HD${id}`, ...told, isAnswered: !isFault });
		return `concern:${id}`;
	},
	'M-LEAK-DRAFT': (facts, id, _random, isFault) => {
		if (isFault) facts.draftLeaks.push({ id, number: `ZJ${id}`, title: `办法${id}`, kinds: ['手机号码'], count: 1 });
		return `consultation:${id}`;
	},
};
