import type { Feed, Measure, RegisterField, RegisterForm, RegisterKind } from '../model.ts';

interface KindSpec {
	hint?: string;
	unit?: string;
	decimals?: number;
	fields?: readonly RegisterField[];
	feeds?: readonly Feed[];
	zeroBasis?: string;
}

/** A register whose lines are added up over the period. */
export function counted(key: string, label: string, spec: KindSpec = {}): RegisterKind {
	return kind(key, label, 'sum', spec);
}

/** A register that tells how many there are at a time; the last line on or before a day holds. */
export function stock(key: string, label: string, spec: KindSpec = {}): RegisterKind {
	return kind(key, label, 'stock', spec);
}

function kind(key: string, label: string, measure: Measure, spec: KindSpec): RegisterKind {
	return {
		key,
		label,
		measure,
		hint: spec.hint ?? '',
		unit: spec.unit ?? '次',
		decimals: spec.decimals ?? 0,
		fields: spec.fields ?? [],
		feeds: spec.feeds ?? [],
		zeroBasis: spec.zeroBasis ?? `经核对工作记录，本年度没有${label}事项。`,
	};
}

/** Feeds of the same quantity into several forms: `['2021', 't2.license.decisions'], …`. */
export function into(...targets: readonly (readonly [RegisterForm, string])[]): Feed[] {
	return targets.map(([form, address]) => ({ form, address }));
}

export function integerField(
	key: string,
	label: string,
	unit: string,
	more: Partial<RegisterField> = {},
): RegisterField {
	return { key, label, type: 'integer', unit, ...more };
}

export function textField(key: string, label: string, more: Partial<RegisterField> = {}): RegisterField {
	return { key, label, type: 'text', ...more };
}

export function choiceField(key: string, label: string, choices: Readonly<Record<string, string>>): RegisterField {
	const list = Object.entries(choices).map(([choice, name]) => ({ key: choice, label: name }));
	return { key, label, type: 'choice', required: true, choices: list };
}
