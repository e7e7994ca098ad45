import type { DayKind, WorkingCalendar } from '../../kernel/calendar.ts';
import { type CivilDay, type DayNumber, dayOfNumber } from '../../kernel/civil-day.ts';
import { ARTICLES, type Article, cite } from '../../law/articles.ts';
import { type ClockRuleSet, clockRules } from '../../law/clocks.ts';
import { type Clock, clockOf, countedRun } from './clock.ts';
import { dueOf } from './clock-due.ts';
import type { ClockEvent } from './clock-events.ts';
import type { Pause, Run, Trace } from './clock-model.ts';
import { traceClock } from './clock-trace.ts';

export type SegmentKind = 'counted' | 'extension' | 'paused' | 'delay' | 'void' | 'waiting';

/** A stretch of days that are treated alike, with the ground and the article. The days are from … to, both included. */
export interface Segment {
	readonly kind: SegmentKind;
	readonly from: CivilDay;
	/** Null: it has not ended. */
	readonly to: CivilDay | null;
	/** Working days in it. */
	readonly workingDays: number | null;
	readonly ground: string;
	readonly article: string;
}

/** One civil day of the explanation. */
export interface ClockDay {
	readonly day: CivilDay;
	readonly weekday: string;
	readonly kind: DayKind;
	readonly segment: SegmentKind;
	readonly counted: boolean;
	/** Which working day of the period it is; null when it is not counted. */
	readonly count: number | null;
	readonly reason: string;
	readonly provisional: boolean;
}

export interface Explanation {
	readonly clock: Clock;
	readonly segments: readonly Segment[];
}

/** Half open: the days d with from < d ≤ to, as all counting here. */
interface Stretch {
	readonly kind: SegmentKind;
	readonly from: DayNumber;
	readonly to: DayNumber | null;
	readonly ground: string;
	readonly article: Article;
}

const DEFAULT_RULES = clockRules();

/** How the due date came about, stretch by stretch. @throws RangeError as `traceClock`. */
export function explainClock(
	events: readonly ClockEvent[],
	calendar: WorkingCalendar,
	rules: ClockRuleSet = DEFAULT_RULES,
): Explanation {
	const trace = traceClock(events, calendar, rules);
	const segments = stretches(trace, calendar).map(({ kind, from, to, ground, article }) => ({
		kind,
		from: dayOfNumber(from + 1),
		to: to === null ? null : dayOfNumber(to),
		workingDays: to === null ? null : calendar.count(from, to),
		ground,
		article: cite(article, true),
	}));
	return { clock: clockOf(trace, calendar), segments };
}

/** Every civil day from arrival to the due date (or the last day known), counted or not, with its reason. */
export function explainDays(
	events: readonly ClockEvent[],
	calendar: WorkingCalendar,
	rules: ClockRuleSet = DEFAULT_RULES,
): ClockDay[] {
	const trace = traceClock(events, calendar, rules);
	const starts = new Map(trace.runs.map((run) => [run.start, run.ground]));
	const arrival = stretch('waiting', trace.arrivedOn - 1, trace.arrivedOn, '申请到达', ARTICLES.received);
	const days: ClockDay[] = [];
	let count = 0;
	for (const { kind, from, to, ground } of [arrival, ...stretches(trace, calendar)]) {
		const counts = kind === 'counted' || kind === 'extension';
		for (let number = from + 1; to !== null && number <= to; number += 1) {
			const { day, weekday, kind: dayKind, working, reason, provisional } = calendar.describe(dayOfNumber(number));
			const started = starts.get(number);
			const counted = counts && working;
			if (counted) count += 1;
			days.push({
				day,
				weekday,
				kind: started ? 'start' : dayKind,
				segment: kind,
				counted,
				count: counted ? count : null,
				reason: started ? START_REASONS[started] : working && kind !== 'counted' ? `${reason}，${ground}` : reason,
				provisional,
			});
		}
	}
	return days;
}

/** Art 85 民诉法: the day a period starts from is not counted. */
const START_REASONS: Record<Run['ground'], string> = {
	received: '收到申请之日，不计入',
	supplemented: '收到补正之日，不计入',
	feePaid: '完成缴费之日，不计入',
};

function stretches(trace: Trace, calendar: WorkingCalendar): Stretch[] {
	const all: Stretch[] = [];
	const { arrivedOn, receivedOn } = trace;
	if (receivedOn === null || receivedOn > arrivedOn) {
		all.push(stretch('waiting', arrivedOn, receivedOn, '等待与申请人确认，确认之日为收到申请之日', ARTICLES.received));
	}
	const counted = countedRun(trace);
	trace.runs.forEach((run, at) => {
		if (run === counted) all.push(...countedStretches(run, trace, calendar));
		else if (run.stop !== null) all.push(...supersededStretches(run, run.stop, trace.runs[at + 1]?.start ?? null));
		else all.push(...openFeeStretches(run, trace));
	});
	return all.filter(({ from, to }) => to === null || to > from);
}

function stretch(kind: SegmentKind, from: DayNumber, to: DayNumber | null, ground: string, article: Article): Stretch {
	return { kind, from, to, ground, article };
}

function supersededStretches(run: Run, stop: DayNumber, next: DayNumber | null): Stretch[] {
	if (run.stoppedBy === 'feeNotified') {
		return [
			stretch('void', run.start, stop, '缴费后重新计算，此前经过的期限不再计入', ARTICLES.feeNotice),
			stretch('waiting', stop, next, '等待申请人缴纳信息处理费', ARTICLES.feeNotice),
		];
	}
	return [
		stretch('void', run.start, stop, '收到补正后重新计算，此前经过的期限不再计入', ARTICLES.supplement),
		stretch('waiting', stop, next, '等待申请人补正', ARTICLES.supplement),
	];
}

/** A fee is awaited and the period will run on after it: what has run so far, then the wait. */
function openFeeStretches(run: Run, { fee, rules, regulation }: Trace): Stretch[] {
	if (!fee) return [];
	const article = regulation === '492' ? ARTICLES.oldAnswerLimit : ARTICLES.answerLimit;
	const ground = `答复期限${rules.answerDays}个工作日`;
	return [
		stretch('counted', run.start, fee.notifiedOn, ground, article),
		stretch('waiting', fee.notifiedOn, null, '等待申请人缴纳信息处理费', ARTICLES.feeNotice),
	];
}

function countedStretches(run: Run, trace: Trace, calendar: WorkingCalendar): Stretch[] {
	const old = trace.regulation === '492';
	const answer = stretch(
		'counted',
		run.start,
		null,
		`答复期限${run.base}个工作日`,
		old ? ARTICLES.oldAnswerLimit : ARTICLES.answerLimit,
	);
	if (run.delayedOn !== null && run.delayedUntil !== null) {
		const agreed = stretch('delay', run.delayedOn, run.delayedUntil, '已告知申请人延迟答复的期限', ARTICLES.excessive);
		return [...cutByPauses({ ...answer, to: run.delayedOn }, trace.pauses), agreed];
	}
	const due = dueOf(run, trace.pauses, calendar);
	const pieces = cutByPauses({ ...answer, to: due }, trace.pauses);
	if (run.extension === 0) return pieces;
	const ground = `延长答复期限${run.extension}个工作日`;
	return splitExtension(pieces, run.base, calendar, ground, old ? ARTICLES.oldAnswerLimit : ARTICLES.extension);
}

/** Cuts a stretch at the ends of all pauses; where several overlap, the piece names them all and counts once. */
function cutByPauses(whole: Stretch, pauses: readonly Pause[]): Stretch[] {
	const end = whole.to ?? Number.POSITIVE_INFINITY;
	const cuts = new Set([whole.from, end]);
	for (const { from, to } of pauses) {
		if (from > whole.from && from < end) cuts.add(from);
		if (to !== null && to > whole.from && to < end) cuts.add(to);
	}
	const points = [...cuts].sort((a, b) => a - b);
	return points.slice(1).map((to, at) => {
		const from = points[at] ?? whole.from;
		const active = pauses.filter((pause) => pause.from <= from && (pause.to === null || pause.to >= to));
		const last = to === Number.POSITIVE_INFINITY ? null : to;
		if (active.length === 0) return { ...whole, from, to: last };
		const names = [...new Set(active.map(({ kind }) => PAUSE_GROUNDS[kind]))];
		return stretch(
			'paused',
			from,
			last,
			`${names.join('、')}，不计入答复期限`,
			PAUSE_ARTICLES[active[0]?.kind ?? 'thirdParty'],
		);
	});
}

const PAUSE_GROUNDS: Record<Pause['kind'], string> = {
	thirdParty: '征求第三方意见',
	otherAgency: '征求其他机关意见',
	determination: '报请有关主管部门或者保密行政管理部门确定',
	fee: '等待申请人缴纳信息处理费',
};

const PAUSE_ARTICLES: Record<Pause['kind'], Article> = {
	thirdParty: ARTICLES.consultationTime,
	otherAgency: ARTICLES.consultationTime,
	determination: ARTICLES.consultationTime,
	fee: ARTICLES.feeNotice,
};

/** What is counted after the base period belongs to the extension. */
function splitExtension(
	pieces: readonly Stretch[],
	base: number,
	calendar: WorkingCalendar,
	ground: string,
	article: Article,
): Stretch[] {
	let left = base;
	return pieces.flatMap((piece) => {
		if (piece.kind !== 'counted' || piece.to === null) return [piece];
		const days = calendar.count(piece.from, piece.to);
		const kept = Math.min(days, left);
		left -= kept;
		if (kept === days) return [piece];
		const cut = calendar.add(piece.from, kept);
		const rest = stretch('extension', cut, piece.to, ground, article);
		return kept === 0 ? [rest] : [{ ...piece, to: cut }, rest];
	});
}
