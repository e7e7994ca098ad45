import type { DayNumber } from '../../kernel/civil-day.ts';
import type { ClockRules } from '../../law/clocks.ts';
import type { ConsultationKind } from './clock-events.ts';
import type { ClockNote } from './clock-notes.ts';

/** A consultation whose time does not count (第三十三条第三款): the days d with from < d ≤ to. */
export interface Pause {
	readonly id: string;
	readonly kind: ConsultationKind | 'fee';
	/** Day the consultation was sent. */
	readonly from: DayNumber;
	/** Day of the reply, at most the day the asked one's time ran out; null: no end known yet. */
	to: DayNumber | null;
	/** No reply yet: `to` is the day their time will run out. */
	open: boolean;
}

/** One stretch in which the answer period runs. A supplement or a payment begins a new one. */
export interface Run {
	/** Day 0. */
	readonly start: DayNumber;
	readonly ground: 'received' | 'supplemented' | 'feePaid';
	/** Working days before any extension. */
	readonly base: number;
	extension: number;
	extendedOn: DayNumber | null;
	delayedOn: DayNumber | null;
	delayedUntil: DayNumber | null;
	/** Day it stopped for good. */
	stop: DayNumber | null;
	stoppedBy: 'supplementRequested' | 'feeNotified' | 'served' | 'ended' | null;
}

export type ClockStatus =
	| 'awaitingConfirmation'
	| 'running'
	| 'awaitingSupplement'
	| 'awaitingFee'
	| 'served'
	| 'ended';

/** Everything a history of events has led to; the answers and the explanation are read from it. */
export interface Trace {
	readonly regulation: '711' | '492';
	readonly rules: ClockRules;
	readonly arrivedOn: DayNumber;
	/** Day of receipt by 第三十一条; null while it waits for confirmation. */
	readonly receivedOn: DayNumber | null;
	/** The events, by position, that brought and that fixed the receipt. */
	readonly receivedAt: number;
	readonly fixedAt: number | null;
	status: ClockStatus;
	/** The last one is the one that counts. */
	readonly runs: Run[];
	/** In the order sent. */
	readonly pauses: Pause[];
	supplement: {
		readonly requestedOn: DayNumber;
		readonly until: DayNumber | null;
		suppliedOn: DayNumber | null;
	} | null;
	fee: { readonly notifiedOn: DayNumber; readonly payBy: DayNumber | null; paidOn: DayNumber | null } | null;
	extensionUsed: boolean;
	servedOn: DayNumber | null;
	endedOn: DayNumber | null;
	readonly notes: ClockNote[];
}
