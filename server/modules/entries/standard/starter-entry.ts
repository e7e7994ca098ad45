import type { Channel, DueRule, EntryContent, Level, Target } from '../model.ts';
import { LAW_LIMIT } from '../rules/timing.ts';

/**
 * What a county starts its standard catalog from, in our own words: two or three entries a field, to be changed and added to. The
 * catalogs the ministries print are far longer and are imported as a sheet.
 */
export interface StarterEntry {
	field: string;
	targets: Target[];
	content: EntryContent;
}

export const QUARTERLY: DueRule = { kind: 'every', period: 'quarter', days: 20 };
export const YEARLY: DueRule = { kind: 'every', period: 'year', days: 20 };
export const MONTHLY: DueRule = { kind: 'every', period: 'month', days: 20 };
export const STANDING: DueRule = { kind: 'standing' };
/** 预算法第十四条: of days as the calendar counts them. */
export const BUDGET: DueRule = { kind: 'event', days: 20, unit: 'calendar' };

export const BOTH: Target[] = ['department', 'township'];
export const TOWNSHIPS: Target[] = ['township'];
export const DEPARTMENTS: Target[] = ['department'];
export const ALL: Target[] = ['county', 'department', 'township'];

const OPEN_LAW = '《政府信息公开条例》';
export const item = (numeral: string, law = '') =>
	`${OPEN_LAW}第二十条第（${numeral}）项${law === '' ? '' : `；${law}`}`;
export const local = (law = '') => `${OPEN_LAW}第二十一条${law === '' ? '' : `；${law}`}`;

interface Particulars {
	due?: DueRule;
	targets?: Target[];
	channels?: Channel[];
	levels?: Level[];
	/** Told to a group instead of to all. */
	to?: string;
}

export function entry(
	field: number,
	[first, second]: readonly [string, string],
	elements: string,
	basis: string,
	words: string,
	{ due = LAW_LIMIT, targets = BOTH, channels = ['site'], levels = ['county', 'township'], to = '' }: Particulars = {},
): StarterEntry {
	return {
		field: `F${String(field).padStart(2, '0')}`,
		targets,
		content: {
			...{ first, second, elements, basis, due, channels, levels },
			subject: '',
			audience: to === '' ? 'all' : 'some',
			audienceNote: to,
			way: 'active',
			words: words.split(' '),
		},
	};
}

export const ON_BOARD: Channel[] = ['site', 'board'];
export const TO_VILLAGE: Particulars = { channels: ON_BOARD, levels: ['township', 'village'], targets: TOWNSHIPS };
