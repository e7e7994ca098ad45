import { type TableForm, unitOf } from '../../forms/index.ts';
import type { Cell } from '../../model/index.ts';
import { parseFigure } from '../figure.ts';
import { solveJointly } from './joint.ts';
import type { Segment } from './segment.ts';
import { groupsAddUp, type Split, splits } from './split.ts';

/** Figures the narrative states plainly, by address; they may decide between the cuts of a run in table 2. */
export type Stated = ReadonlyMap<string, number>;

/** A row whose cells ran together. */
interface Run {
	segment: Segment;
	table: string;
	/** Every cut into as many figures as there are cells. */
	all: Split[];
	/** Those that satisfy the sum printed in the row itself. */
	fitting: Split[];
}

/**
 * Turns printed rows into cells. A row with one piece per cell is read as it stands; a run of digits is cut only when
 * exactly one cut satisfies the row's own sum, else the column sums, else (table 2) what the narrative states.
 * Everything else is `unreadable`; a row without any piece leaves its cells `absent`.
 */
export function resolveSegments(form: TableForm, segments: readonly Segment[], stated: Stated): Map<string, Cell> {
	const cells = new Map<string, Cell>();
	const lost: Segment[] = [];
	let runs: Run[] = [];
	const isShifted = segments.some(
		(segment) => segment.pieces.length > segment.addresses.length && (startsOf(segment)[0] ?? 0) > 0,
	);
	for (const segment of segments) {
		if (segment.pieces.length === 0 || readDirect(form, segment, cells, isShifted)) continue;
		const run = prepareRun(segment);
		if (run) runs.push(run);
		else lost.push(segment);
	}
	// Where one row lost its empty cells others may have too: blanks and digits then prove nothing about the borders.
	const isLossy = lost.length > 0 || runs.some(isTooShort);
	runs = settle(runs, cells, (run) => (isLossy && run.segment.pieces.length > 1 ? undefined : settleByOwnSum(run)));
	if (!isLossy) {
		runs = settle(runs, cells, settleByDigits);
		runs = settleByColumns(form, runs, cells);
		runs = settle(runs, cells, (run) => settleByNarrative(run, stated));
	}
	for (const segment of [...lost, ...runs.map((run) => run.segment)]) markUnreadable(segment, cells);
	return cells;
}

function readDirect(form: TableForm, segment: Segment, cells: Map<string, Cell>, isShifted: boolean): boolean {
	const { addresses, pieces } = segment;
	const isHard = pieces.every((piece) => piece.gap === 2);
	if (pieces.length < addresses.length || (pieces.length > addresses.length && !isHard)) return false;
	const from = firstFigure(segment, isShifted);
	if (from === undefined) return false;
	addresses.forEach((address, i) => {
		const piece = pieces[from + i];
		if (!piece) return;
		const { value, state } = parseFigure(piece.text, unitOf(address, form));
		cells.set(address, { value, state, raw: piece.text, at: piece.at });
	});
	return true;
}

/** Where the figures of a row may begin so that every cell beyond them is blank, as the lost span of a label leaves them. */
function startsOf({ addresses, pieces }: Segment): number[] {
	const isBlank = (from: number, to: number) => pieces.slice(from, to).every(({ text }) => text === '');
	const places = Array.from({ length: Math.max(0, pieces.length - addresses.length + 1) }, (_, from) => from);
	return places.filter((from) => isBlank(0, from) && isBlank(from + addresses.length, pieces.length));
}

/**
 * Where they do begin. Blanks at both ends allow several places: the row's own sum decides, else the figures stand
 * right behind the label, unless another row shows that in this file they do not.
 */
function firstFigure(segment: Segment, isShifted: boolean): number | undefined {
	const { addresses, pieces } = segment;
	if (pieces.length === addresses.length) return 0;
	const starts = startsOf(segment);
	if (starts.length < 2 || pieces.every(({ text }) => text === '')) return starts[0];
	const figures = (from: number) =>
		pieces.slice(from, from + addresses.length).map(({ text }) => parseFigure(text).value ?? 0);
	const adding = starts.filter((from) => groupsAddUp(addresses.length)(figures(from)));
	if (adding.length === 1) return adding[0];
	return isShifted ? undefined : starts[0];
}

/** A row is a run when no cell border was kept inside it; borders that are kept say that cells were lost instead. */
function prepareRun(segment: Segment): Run | undefined {
	const { addresses, pieces } = segment;
	if (pieces.some((piece, i) => piece.text === '' || (i > 0 && piece.gap === 2))) return undefined;
	const texts = pieces.map((piece) => piece.text);
	const table = addresses[0]?.slice(0, 2) ?? '';
	const all = splits(texts, addresses.length, undefined, table === 't2');
	const fitting = table === 't2' ? [] : splits(texts, addresses.length, groupsAddUp(groupSize(table)));
	return { segment, table, all, fitting };
}

/** Fewer characters than cells: some of the cells were empty and are gone. */
function isTooShort({ segment }: Run): boolean {
	return segment.pieces.reduce((sum, piece) => sum + piece.text.length, 0) < segment.addresses.length;
}

/** How many cells one sum of a row spans. */
function groupSize(table: string): number {
	return table === 't4' ? 5 : 7;
}

function settle(
	runs: Run[],
	cells: Map<string, Cell>,
	choose: (run: Run) => { split: Split | undefined; by: string } | undefined,
): Run[] {
	return runs.filter((run) => {
		const answer = choose(run);
		if (!answer?.split) return true;
		write(run.segment, answer.split, answer.by, cells);
		return false;
	});
}

/**
 * One cut that adds up. Where there are as many digits as cells the cut needed no sum to be found, so the sum stays
 * free to be tested (`by` names the digits).
 */
function settleByOwnSum(run: Run): { split: Split | undefined; by: string } | undefined {
	if (run.fitting.length !== 1) return undefined;
	const rule = run.table === 't4' ? 'T4-SUM' : 'T3-ROW';
	return { split: run.fitting[0], by: run.all.length === 1 ? 'digits' : rule };
}

/**
 * As many digits as cells, but the sum fails (or there is none): believed only in a table that lost no cell, because
 * an empty cell that vanished would shift its neighbours.
 */
function settleByDigits(run: Run): { split: Split | undefined; by: string } | undefined {
	return run.all.length === 1 && run.fitting.length === 0 ? { split: run.all[0], by: 'digits' } : undefined;
}

function settleByColumns(form: TableForm, runs: Run[], cells: Map<string, Cell>): Run[] {
	const open = runs.filter((run) => run.table === 't3' && run.all.length > 0);
	if (open.length === 0) return runs;
	const answers = solveJointly(
		form,
		open.map((run) => ({
			addresses: run.segment.addresses,
			candidates: run.fitting.length > 0 ? run.fitting : run.all,
		})),
		cells,
	);
	return settle(runs, cells, (run) => {
		const by = run.fitting.length > 0 ? 'T3-ROW T3-SUM T3-BAL' : 'T3-SUM T3-BAL';
		return { split: answers[open.indexOf(run)], by };
	});
}

function settleByNarrative(run: Run, stated: Stated): { split: Split | undefined; by: string } | undefined {
	const known = run.segment.addresses.map((address) => stated.get(address));
	if (known.every((value) => value === undefined)) return undefined;
	const matches = run.all.filter((split) =>
		split.every((text, i) => known[i] === undefined || numberOf(text) === known[i]),
	);
	return matches.length === 1 ? { split: matches[0], by: 'narrative' } : undefined;
}

function write(segment: Segment, split: Split, by: string, cells: Map<string, Cell>): void {
	const at = segment.pieces[0]?.at ?? segment.at;
	segment.addresses.forEach((address, i) => {
		const raw = split[i] ?? '';
		cells.set(address, { value: numberOf(raw), state: 'reconstructed', raw, at, by });
	});
}

function numberOf(text: string): number {
	return Number(text.replace(/[－−]/, '-'));
}

function markUnreadable(segment: Segment, cells: Map<string, Cell>): void {
	const raw = segment.pieces
		.map((piece) => piece.text)
		.join(' ')
		.trim();
	const at = segment.pieces[0]?.at ?? segment.at;
	for (const address of segment.addresses) cells.set(address, { value: null, state: 'unreadable', raw, at });
}
