import { addAmounts, type PeriodTotal, REGISTER_KINDS } from '../../registers/index.ts';
import type { FeeTotals } from '../compile/sources.ts';
import type { Told } from '../model.ts';
import type { Fact, Facts } from './references.ts';

/** What the words may count beyond the tables. */
export interface ToldInput {
	totals: readonly PeriodTotal[];
	/** Items published in the year. */
	published: number;
	fees: FeeTotals;
}

/** Counts beyond the tables by key: `published`, `fee.<what>`, `register.<kind>` with its fields and choices. */
export function toldFacts({ totals, published, fees }: ToldInput): Facts {
	const facts = new Map<string, Fact>();
	for (const total of totals) addRegister(facts, total);
	facts.set('published', { label: '主动公开政府信息条数', value: String(published), unit: '条' });
	const rows = [
		['fee.notices', '信息处理费收费通知', fees.notices, '件'],
		['fee.charged', '信息处理费通知金额', fees.charged, '元'],
		['fee.collected', '信息处理费实收金额', fees.collected, '元'],
	] as const;
	for (const [key, label, value, unit] of rows) facts.set(key, { label, value: String(value), unit });
	return facts;
}

function addRegister(facts: Map<string, Fact>, total: PeriodTotal): void {
	const kind = REGISTER_KINDS.find((one) => one.key === total.kind);
	if (!kind) return;
	const known = total.quantity !== null;
	const name = `register.${kind.key}`;
	facts.set(name, { label: `台账：${kind.label}`, value: total.quantity, unit: kind.unit });
	for (const field of kind.fields) {
		const sum = total.fields[field.key];
		if (sum !== undefined) {
			const label = `台账：${kind.label}·${field.label}`;
			facts.set(`${name}.${field.key}`, { label, value: known ? sum : null, unit: field.unit ?? '' });
		}
		for (const choice of field.choices ?? []) {
			const key = `${field.key}=${choice.key}`;
			const value = known ? (total.choices[key] ?? '0') : null;
			facts.set(`${name}.${key}`, { label: `台账：${kind.label}·${choice.label}`, value, unit: kind.unit });
		}
	}
}

/** The figures alone, as a signature keeps them. */
export function toldOf(facts: Facts): Told {
	return Object.fromEntries([...facts].map(([key, { value }]) => [key, value]));
}

/** An office with what it counts beyond the tables; null where it reported on paper, and that is not known. */
export interface OfficeTold {
	officeName: string;
	told: Told | null;
}

/** The same counts for the whole county: its own and those of each office. A sum with an unknown in it is unknown. */
export function wholeCounty(own: Facts, officeName: string, offices: readonly OfficeTold[]): Facts {
	return new Map(
		[...own].map(([key, fact]): [string, Fact] => {
			const parts = [
				{ officeName, value: fact.value },
				...offices.map(({ told, ...office }) => ({ ...office, value: told?.[key] ?? null })),
			];
			const unknown = parts.flatMap((part) => (part.value === null ? [part.officeName] : []));
			return [
				key,
				{
					label: `${fact.label}（全县）`,
					value: addAmounts(parts.map(({ value }) => value)),
					unit: fact.unit,
					...(unknown.length > 0 ? { unknownOf: unknown } : {}),
				},
			];
		}),
	);
}
