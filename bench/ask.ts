import { PUBLIC } from '../server/kernel/actor.ts';
import { answerOf } from '../server/modules/ask/index.ts';
import { reader } from '../server/platform/transaction.ts';
import { type AskCounty, openAskCounty } from './ask/county.ts';
import { flat, GROUPS, type Group, isHeldOut, type Question, readQuestions } from './ask/questions.ts';
import { calibrate } from './support/calibration.ts';

const LIMITS = { recall3: 0.9, notFound: 0.95 };

interface Figures {
	asked: number;
	/** The right passage is shown first, or among the first three: as an answer, and as what comes nearest where none is held to be one. */
	first: number;
	answered: number;
	nearest: number;
	unanswerable: number;
	/** Nothing is said to be an answer; nothing at all is shown. */
	notFound: number;
	nothing: number;
	/** Of these, no paper is of the matter. */
	far: number;
	farNothing: number;
}

/**
 * Questions in citizens' words over the documents of an invented county: does the passage that answers stand among the first
 * three, and is it said that nothing was found where nothing answers. `ASK_SHOW=1` shows the failures, and never those that are held out.
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

async function measure(county: AskCounty, questions: readonly Question[], times: number[]): Promise<Figures> {
	const { database, clock, listeners } = county.services;
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	const none = { unanswerable: 0, notFound: 0, nothing: 0, far: 0, farNothing: 0 };
	const figures: Figures = { asked: 0, first: 0, answered: 0, nearest: 0, ...none };
	for (const question of questions) {
		const { gold, text, isFar } = question;
		const began = performance.now();
		const { passages, nearest, sure } = await answerOf(read, text);
		times.push(performance.now() - began);
		const isAnswer = passages.length > 0;
		const shown = isAnswer ? passages : nearest;
		const place = shown.findIndex(
			({ source, body }) =>
				county.keys.get(`${source.kind} ${source.id}`) === gold?.key && flat(body).includes(gold?.words ?? ''),
		);
		const isRight = place >= 0 && place < 3;
		if ((gold ? !isRight : isAnswer) && !isHeldOut(question) && process.env.ASK_SHOW)
			console.log(
				`  ${text}: ${gold ? `${gold.key} at ${place}` : 'nothing'}; ${sure.answers.toFixed(2)} ${shown[0]?.body.slice(0, 40)}`,
			);
		const count = (what: keyof Figures, is = true) => {
			if (is) figures[what] += 1;
		};
		count(gold ? 'asked' : 'unanswerable');
		if (gold) {
			count('first', place === 0);
			count(isAnswer ? 'answered' : 'nearest', isRight);
		} else {
			count('notFound', !isAnswer);
			count('nothing', shown.length === 0);
			count('far', isFar);
			count('farNothing', isFar && shown.length === 0);
		}
	}
	return figures;
}

function print(group: Group, figures: Figures): void {
	const { asked, first, answered, nearest, unanswerable, notFound, nothing, far, farNothing } = figures;
	const share = (part: number, whole: number) => (part / Math.max(whole, 1)).toFixed(3);
	console.log(`${group}: ${asked} questions with an answer, ${unanswerable} without`);
	console.log(`  recall@3 said to be an answer ${share(answered, asked)} (limit ${LIMITS.recall3})`);
	console.log(
		`    recall@3 shown, as an answer or as what comes nearest ${share(answered + nearest, asked)}, recall@1 shown ${share(first, asked)}`,
	);
	console.log(`  «not found» where nothing answers ${share(notFound, unanswerable)} (limit ${LIMITS.notFound})`);
	console.log(
		`    nothing shown at all ${share(nothing, unanswerable)}, where all papers are far ${share(farNothing, far)}`,
	);
}
