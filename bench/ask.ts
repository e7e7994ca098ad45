import { PUBLIC } from '../server/kernel/actor.ts';
import { answerOf } from '../server/modules/ask/index.ts';
import { reader } from '../server/platform/transaction.ts';
import { type AskCounty, openAskCounty } from './ask/county.ts';
import { flat, GROUPS, type Group, isHeldOut, type Question, readQuestions } from './ask/questions.ts';
import { calibrate } from './support/calibration.ts';

const LIMITS = { recall3: 0.9, notFound: 0.95 };

interface Figures {
	asked: number;
	recall1: number;
	recall3: number;
	/** Of those with an answer: nothing found. */
	lost: number;
	unanswerable: number;
	notFound: number;
	/** Of those with an answer that is not shown: the paper is among those that may have to do with the question. */
	named: number;
	/** Of those without an answer: some paper is named all the same, and of these questions those far from any paper. */
	namedInVain: number;
	far: number;
	namedFar: number;
}

/**
 * Questions in citizens' words over the documents of an invented county: does the passage that answers stand among the first
 * three, and is nothing shown where nothing answers. `ASK_SHOW=1` shows the failures, and never those that are held out.
 */
export async function run(): Promise<void> {
	const county = await openAskCounty();
	try {
		const questions = readQuestions();
		const before = calibrate();
		const times: number[] = [];
		for (const group of GROUPS) {
			const own = questions.filter((question) => question.group === group);
			print(group, await measure(county, own, times));
		}
		const sorted = times.sort((a, b) => a - b);
		const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
		console.log(`time a question: median ${at(0.5)} ms, p95 ${at(0.95)} ms · calibration ${before} → ${calibrate()}`);
	} finally {
		await county.close();
	}
}

const NAMED = { named: 0, namedInVain: 0, far: 0, namedFar: 0 };

async function measure(county: AskCounty, questions: readonly Question[], times: number[]): Promise<Figures> {
	const { database, clock, listeners } = county.services;
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	const figures: Figures = { asked: 0, recall1: 0, recall3: 0, lost: 0, unanswerable: 0, notFound: 0, ...NAMED };
	for (const question of questions) {
		const { gold, text } = question;
		const began = performance.now();
		const { passages, related, sure } = await answerOf(read, text);
		times.push(performance.now() - began);
		const place = passages.findIndex(
			({ source, body }) =>
				county.keys.get(`${source.kind} ${source.id}`) === gold?.key && flat(body).includes(gold?.words ?? ''),
		);
		const fails = gold ? place < 0 || place > 2 : passages.length > 0;
		if (fails && !isHeldOut(question) && process.env.ASK_SHOW)
			console.log(
				`  ${text}: ${gold ? `${gold.key} at ${place}` : 'nothing'}; ${sure.toFixed(2)} ${passages[0]?.body.slice(0, 40)}`,
			);
		if (!gold) {
			figures.unanswerable += 1;
			if (passages.length === 0) figures.notFound += 1;
			if (related.length > 0) figures.namedInVain += 1;
			if (question.isFar) figures.far += 1;
			if (question.isFar && related.length > 0) figures.namedFar += 1;
			continue;
		}
		if (related.some(({ source }) => county.keys.get(`${source.kind} ${source.id}`) === gold.key)) figures.named += 1;
		figures.asked += 1;
		if (passages.length === 0) figures.lost += 1;
		if (place === 0) figures.recall1 += 1;
		if (place >= 0 && place < 3) figures.recall3 += 1;
	}
	return figures;
}

function print(group: Group, figures: Figures): void {
	const { asked, recall1, recall3, lost, unanswerable: none, notFound, named, namedInVain, far, namedFar } = figures;
	const share = (part: number, whole: number) => (part / Math.max(whole, 1)).toFixed(3);
	console.log(`${group}: ${asked} questions with an answer, ${none} without`);
	console.log(`  recall@1 ${share(recall1, asked)}   recall@3 ${share(recall3, asked)} (limit ${LIMITS.recall3})`);
	console.log(`  nothing shown where nothing answers ${share(notFound, none)} (limit ${LIMITS.notFound})`);
	console.log(
		`  nothing shown though something answers ${share(lost, asked)}, its paper named by title ${share(named, asked)}`,
	);
	console.log(
		`  papers named by title where nothing answers ${share(namedInVain, none)}, where all papers are far ${share(namedFar, far)}`,
	);
}
