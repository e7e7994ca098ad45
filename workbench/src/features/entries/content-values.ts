import type { Content } from './api.ts';

type Due = Content['due'];

/** The ten columns as a form holds them. */
export interface ContentValues {
	first?: string;
	second?: string;
	elements?: string;
	basis?: string;
	dueKind?: Due['kind'];
	days?: number | null;
	unit?: 'working' | 'calendar';
	period?: 'month' | 'quarter' | 'half' | 'year';
	subject?: string;
	channels?: Content['channels'];
	audience?: Content['audience'];
	audienceNote?: string;
	way?: Content['way'];
	levels?: Content['levels'];
	words?: string[];
}

/** 条例第二十六条. */
const LAW_DAYS = 20;

export function contentValues(content: Content | null): ContentValues {
	if (!content) {
		return {
			...{ dueKind: 'event', days: LAW_DAYS, unit: 'working', period: 'quarter' },
			...{ channels: ['site'], audience: 'all', way: 'active', levels: ['township'], words: [] },
		};
	}
	const { due, ...same } = content;
	return {
		...same,
		dueKind: due.kind,
		days: due.kind === 'standing' ? LAW_DAYS : due.days,
		unit: due.kind === 'event' ? due.unit : 'working',
		period: due.kind === 'every' ? due.period : 'quarter',
	};
}

/** What the form says as it is sent. The server says what is missing. */
export function contentOf(values: ContentValues): Content {
	const { first = '', second = '', elements = '', basis = '', subject = '', audienceNote = '' } = values;
	const { channels = [], audience = 'all', way = 'active', levels = [], words = [] } = values;
	const note = audience === 'some' ? audienceNote : '';
	return {
		first,
		second,
		elements,
		basis,
		due: dueOf(values),
		subject,
		channels,
		audience,
		audienceNote: note,
		way,
		levels,
		words,
	};
}

function dueOf({ dueKind = 'event', days, unit = 'working', period = 'quarter' }: ContentValues): Due {
	switch (dueKind) {
		case 'standing':
			return { kind: 'standing' };
		case 'every':
			return { kind: 'every', period, days: days ?? 0 };
		case 'event':
			return { kind: 'event', days: days ?? 0, unit };
	}
}
