import { locatePersonalData, PERSONAL_KINDS } from '../server/modules/publishing/index.ts';
import { type LeakText, makeTexts } from './leaks/make.ts';

export interface LeakRow {
	kind: string;
	planted: number;
	found: number;
	wrong: number;
	recall: number;
	precision: number;
}

/** Checked by a checksum or a fixed shape; the others by the words around them. */
const FIXED = ['idNumber', 'bankCard', 'mobile', 'socialCard', 'plate'];

/** How much of what was planted is found, and how much is found that was not, by kind. */
export function measureLeaks(texts: readonly LeakText[]): LeakRow[] {
	const rows = new Map<string, LeakRow>();
	const rowOf = (kind: string) => {
		const row = rows.get(kind) ?? { kind, planted: 0, found: 0, wrong: 0, recall: 1, precision: 1 };
		rows.set(kind, row);
		return row;
	};
	for (const { text, planted } of texts) {
		const spots = locatePersonalData(text);
		const meets = (a: { at: number; length: number }, b: { at: number; length: number }) =>
			a.at < b.at + b.length && b.at < a.at + a.length;
		for (const one of planted) {
			rowOf(one.kind).planted++;
			if (spots.some((spot) => spot.kind === one.kind && meets(spot, one))) rowOf(one.kind).found++;
			else if (process.argv.includes('--verbose'))
				console.log(`missed ${one.kind} «${text.slice(one.at - 12, one.at + one.length + 12)}»`);
		}
		for (const spot of spots.filter((one) => !planted.some((other) => other.kind === one.kind && meets(one, other)))) {
			rowOf(spot.kind).wrong++;
			if (process.argv.includes('--verbose'))
				console.log(`wrong ${spot.kind} «${text.slice(spot.at - 12, spot.at + spot.length + 12)}»`);
		}
	}
	return [...rows.values()].map((row) => ({
		...row,
		recall: share(row.found, row.planted),
		precision: share(row.found, row.found + row.wrong),
	}));
}

function share(part: number, whole: number): number {
	return whole === 0 ? 1 : Number((part / whole).toFixed(4));
}

/** The least a kind has to reach. */
export function limitsOf(kind: string): { recall: number; precision: number } {
	return FIXED.includes(kind) ? { recall: 0.995, precision: 0.98 } : { recall: 0.95, precision: 0.9 };
}

export async function run(): Promise<void> {
	const rows = measureLeaks(makeTexts(1, 2_400));
	console.table(
		rows.map((row) => ({
			...row,
			kind: PERSONAL_KINDS[row.kind as keyof typeof PERSONAL_KINDS],
			'limit recall': limitsOf(row.kind).recall,
			'limit precision': limitsOf(row.kind).precision,
		})),
	);
}
