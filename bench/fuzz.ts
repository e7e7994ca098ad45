import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IsolationError, isolateEach } from '../annual-report/src/isolate/index.ts';
import { damaged, type Kind, kinds } from './fuzz/inputs.ts';
import type { Outcome } from './fuzz/thread.ts';
import { traps } from './fuzz/traps.ts';

const HANG_MS = 10_000;
const MEMORY_MB = 1024;
/** Inputs between two writes of the state: a run that is killed goes on from there. */
const STEP = 250;

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		/** Share of the whole run, such as 0.01. */
		share: { type: 'string', default: '1' },
		only: { type: 'string' },
		folder: { type: 'string', default: join(tmpdir(), 'gongkai-fuzz') },
	},
});
const seed = Number(values.seed);
const share = Number(values.share);
if (!Number.isSafeInteger(seed) || !(share > 0 && share <= 1)) {
	console.error('用法：npm run fuzz -- [--seed 1] [--share 0.01] [--only html] [--folder 目录]');
	process.exit(2);
}
const folder = values.folder;
mkdirSync(folder, { recursive: true });
const stateFile = join(folder, `seed-${seed}.json`);

interface Tally {
	done: number;
	read: number;
	refused: number;
	/** Ended by the guard of time in a library's parser, and answered with one sentence. */
	ended: number;
	hung: number;
	memory: number;
	crashed: number;
	wrong: number;
	heapMb: number;
}

/** Kinds whose parser is not ours: pdfjs, word-extractor, exceljs. */
const libraries = new Set(['pdf', 'doc', 'xlsx']);

const state: Record<string, Tally> = restore();
const faults: string[] = [];

function restore(): Record<string, Tally> {
	try {
		return JSON.parse(readFileSync(stateFile, 'utf8')) as Record<string, Tally>;
	} catch {
		return {};
	}
}

function tallyOf(name: string): Tally {
	const fresh = { done: 0, read: 0, refused: 0, ended: 0, hung: 0, memory: 0, crashed: 0, wrong: 0, heapMb: 0 };
	state[name] ??= fresh;
	return state[name] ?? fresh;
}

async function runStep(name: string, inputs: readonly { fileName: string; bytes: () => Uint8Array }[]): Promise<void> {
	const task = {
		module: new URL('./fuzz/thread.ts', import.meta.url),
		name: 'attempt',
		timeoutMs: HANG_MS,
		memoryMb: MEMORY_MB,
	};
	const asked = inputs.map(({ fileName, bytes }) => async () => ({ bytes: bytes(), fileName }));
	const outcomes = await isolateEach<Outcome>(task, asked);
	const tally = tallyOf(name);
	outcomes.forEach((outcome, i) => {
		count(name, tally, outcome, inputs[i]?.fileName ?? '', () => inputs[i]?.bytes() ?? new Uint8Array());
	});
	tally.done += inputs.length;
	writeFileSync(stateFile, JSON.stringify(state));
}

function count(
	name: string,
	tally: Tally,
	outcome: Outcome | IsolationError,
	fileName: string,
	bytes: () => Uint8Array,
): void {
	let fault = '';
	if (outcome instanceof IsolationError) {
		// What can be mended here must not need the guard; what hangs in a library is what the guard is for.
		if (outcome.reason === 'timeout' && libraries.has(name)) {
			tally.ended++;
			return;
		}
		if (outcome.reason === 'timeout') tally.hung++;
		else if (outcome.reason === 'memory') tally.memory++;
		else tally.crashed++;
		fault = `${outcome.reason} ${String(outcome.cause ?? '')}`;
	} else {
		tally.read += outcome.read;
		tally.refused += outcome.refused;
		tally.heapMb = Math.max(tally.heapMb, outcome.heapMb);
		if (outcome.wrong.length > 0) {
			tally.wrong++;
			fault = outcome.wrong.join('; ');
		}
	}
	if (fault === '') return;
	// Kept beside the state, so that what failed can be tried again by itself.
	const kept = join(folder, fileName);
	writeFileSync(kept, bytes());
	faults.push(`${kept}: ${fault.slice(0, 200)}`);
}

async function runKind(kind: Kind): Promise<void> {
	const wanted = Math.max(1, Math.round(kind.count * share));
	while (tallyOf(kind.name).done < wanted) {
		const from = tallyOf(kind.name).done;
		const size = Math.min(STEP, wanted - from);
		const inputs = Array.from({ length: size }, (_, i) => ({
			fileName: `${seed}-${from + i}.${kind.name}`,
			bytes: () => damaged(kind, seed, from + i),
		}));
		await runStep(kind.name, inputs);
		if (process.stderr.isTTY) process.stderr.write(`\r${kind.name} ${tallyOf(kind.name).done}/${wanted}   `);
	}
}

console.log(`seed ${seed}, share ${share}, state in ${stateFile}`);
const started = Date.now();
for (const kind of await kinds()) if (!values.only || values.only === kind.name) await runKind(kind);
if ((!values.only || values.only === 'traps') && tallyOf('traps').done === 0) {
	for (const { name, bytes } of traps()) await runStep('traps', [{ fileName: `trap-${name}`, bytes }]);
}
console.table(state);
for (const fault of faults) console.log(fault);
const bad = Object.values(state).reduce(
	(sum, { hung, memory, crashed, wrong }) => sum + hung + memory + crashed + wrong,
	0,
);
const total = Object.values(state).reduce((sum, { done }) => sum + done, 0);
console.log(`${total} inputs, ${bad} faults, ${Math.round((Date.now() - started) / 1000)} s in this run`);
process.exit(bad > 0 ? 1 : 0);
