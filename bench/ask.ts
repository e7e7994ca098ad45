import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC } from '../server/kernel/actor.ts';
import { answerOf } from '../server/modules/ask/index.ts';
import { reader } from '../server/platform/transaction.ts';
import { type AskCounty, openAskCounty } from './ask/county.ts';
import { calibrate } from './support/calibration.ts';

const LIMITS = { recall3: 0.9, notFound: 0.95 };

type Half = 'tuning' | 'held out';
const HALVES: readonly Half[] = ['tuning', 'held out'];

interface Question {
	/** Key of the document and words of the passage; null where nothing answers. */
	gold: { key: string; words: string } | null;
	text: string;
	half: Half;
}

interface Figures {
	asked: number;
	recall1: number;
	recall3: number;
	/** Of those with an answer: nothing found. */
	lost: number;
	unanswerable: number;
	notFound: number;
}

/**
 * Questions in citizens' words over the documents of an invented county: does the passage that answers stand among the first
 * three, and is nothing shown where nothing answers. Which half a question is in is decided by its hash; the rules were set with
 * the tuning half only (`ASK_SHOW=1` shows its failures and never those of the other).
 */
export async function run(): Promise<void> {
	const county = await openAskCounty();
	try {
		const questions = [...linesOf('answerable.tsv').map(answerable), ...linesOf('unanswerable.tsv').map(unanswerable)];
		const before = calibrate();
		const times: number[] = [];
		for (const half of HALVES) {
			const own = questions.filter((question) => question.half === half);
			print(half, await measure(county, own, times));
		}
		const sorted = times.sort((a, b) => a - b);
		const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
		console.log(`time a question: median ${at(0.5)} ms, p95 ${at(0.95)} ms · calibration ${before} → ${calibrate()}`);
	} finally {
		await county.close();
	}
}

function linesOf(name: string): string[][] {
	const text = readFileSync(join(import.meta.dirname, 'ask', name), 'utf8');
	return text
		.trim()
		.split('\n')
		.map((line) => line.split('\t'));
}

const halfOf = (text: string): Half =>
	(createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'held out';

function answerable([key = '', words = '', text = '']: string[]): Question {
	return { gold: { key, words: flat(words) }, text, half: halfOf(text) };
}

function unanswerable([, text = '']: string[]): Question {
	return { gold: null, text, half: halfOf(text) };
}

const flat = (text: string) => text.replace(/[\s|]/g, '');

async function measure(county: AskCounty, questions: readonly Question[], times: number[]): Promise<Figures> {
	const { database, clock, listeners } = county.services;
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	const figures: Figures = { asked: 0, recall1: 0, recall3: 0, lost: 0, unanswerable: 0, notFound: 0 };
	for (const { gold, text, half } of questions) {
		const began = performance.now();
		const { passages } = await answerOf(read, text);
		times.push(performance.now() - began);
		const place = passages.findIndex(
			({ source, body }) =>
				county.keys.get(`${source.kind} ${source.id}`) === gold?.key && flat(body).includes(gold?.words ?? ''),
		);
		const fails = gold ? place < 0 || place > 2 : passages.length > 0;
		if (fails && half === 'tuning' && process.env.ASK_SHOW)
			console.log(
				`  ${text}: ${gold ? `${gold.key} at ${place}` : 'nothing'}; ${passages[0]?.coverage.toFixed(2)} ${passages[0]?.body.slice(0, 40)}`,
			);
		if (!gold) {
			figures.unanswerable += 1;
			if (passages.length === 0) figures.notFound += 1;
			continue;
		}
		figures.asked += 1;
		if (passages.length === 0) figures.lost += 1;
		if (place === 0) figures.recall1 += 1;
		if (place >= 0 && place < 3) figures.recall3 += 1;
	}
	return figures;
}

function print(half: Half, { asked, recall1, recall3, lost, unanswerable: none, notFound }: Figures): void {
	const share = (part: number, whole: number) => (part / Math.max(whole, 1)).toFixed(3);
	console.log(`${half}: ${asked} questions with an answer, ${none} without`);
	console.log(`  recall@1 ${share(recall1, asked)}   recall@3 ${share(recall3, asked)} (limit ${LIMITS.recall3})`);
	console.log(`  nothing shown where nothing answers ${share(notFound, none)} (limit ${LIMITS.notFound})`);
	console.log(`  nothing shown though something answers ${share(lost, asked)}`);
}
