import type { CivilDay } from '../../../kernel/civil-day.ts';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { ConsultationKind, State } from '../model.ts';

/** What the statutory clock says of a case today, recomputed from its events each time. */
export interface ClockFacts {
	/** Last day for the answer; null before receipt, while the clock stands, or when a pause has no end yet. */
	readonly dueOn: CivilDay | null;
	readonly overdue: boolean;
	/** Last day for the one supplement notice (条例第三十条). */
	readonly supplementNoticeBy: CivilDay | null;
	/** Last day the applicant was given to supplement. */
	readonly supplementBy: CivilDay | null;
	/** Last day to pay the fee; null until it is known when the notice was received. */
	readonly payBy: CivilDay | null;
	readonly extended: boolean;
}

/** An answer waiting for its second signature. */
export interface PendingDecision {
	readonly outcome: OutcomeCode;
	readonly draftedBy: number;
	/** Gives out information, so that Art 17 asks for a secrecy review before it is signed. */
	readonly needsSecrecyReview: boolean;
	readonly secrecyPassed: boolean;
}

/** Everything the guards of the workflow table look at; gathered under the lock. */
export interface CaseFacts {
	readonly state: State;
	readonly today: CivilDay;
	readonly clock: ClockFacts;
	/** Person who acts; null for the applicant and for jobs. */
	readonly actorId: number | null;
	readonly handlerId: number | null;
	/** Whom the case was handed to and who has not signed for it yet. */
	readonly handedTo: number | null;
	readonly receivedOn: CivilDay | null;
	readonly supplementAsked: boolean;
	readonly supplementAnswered: boolean;
	/** Who proposed the extension that waits for approval. */
	readonly extensionProposedBy: number | null;
	/** Consultations not yet answered, in the order sent. */
	readonly awaiting: readonly ConsultationKind[];
	readonly decision: PendingDecision | null;
	/** Whether it has ended once: table 3 counts it, whatever comes after. */
	readonly concluded: boolean;
	/** Whether the answer gave out information. */
	readonly gaveInformation: boolean;
	/** Whether what was given out has been passed on to be published. */
	readonly passedOn: boolean;
	/** Whether the answer is listed for everybody. */
	readonly listed: boolean;
	/** A 更正申请 that waits for its result. */
	readonly correctionOpen: boolean;
	/** First day on which who applied may be erased; null while the file is not archived. */
	readonly retainedUntil: CivilDay | null;
	/** Whether who applied has been erased. */
	readonly erased: boolean;
	/** Reviews and suits open over this case, whoever brought them. */
	readonly remediesOpen: number;
	/** Whether a third party was ever asked (第三十二条). */
	readonly thirdPartyAsked: boolean;
	/** Whether the one notice of a fee has gone out. */
	readonly feeNotified: boolean;
	/** Whether a fee was paid and not all of it has gone back. */
	readonly feeRefundable: boolean;
	/** Whether a letter of refusal to go on has been asked for: reasons given under Art 35 were found unreasonable. */
	readonly explanation: 'none' | 'asked' | 'reasonable' | 'unreasonable';
}
