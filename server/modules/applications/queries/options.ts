import { cite } from '../../../law/articles.ts';
import { LETTERS } from '../../../law/letters.ts';
import { OUTCOME_CODES, OUTCOMES, type WithholdingGround } from '../../../law/outcomes.ts';
import type { ChannelName } from '../../../platform/channels/index.ts';
import { ID_KINDS } from '../identity/applicant.ts';
import {
	APPLICANT_KINDS,
	CHANNELS,
	CLAIMANTS,
	CONSULTATIONS,
	CORRECTION_RESULTS,
	DELIVERIES,
	ELSEWHERE,
	FORMS,
	NOTIFICATIONS,
	ORDER_UNITS,
	REFUND_GROUNDS,
	REMEDY_ORDERS,
	REMEDY_RESULTS,
	REMEDY_SUBJECTS,
	REMEDY_TRACKS,
	REPLIES,
	SERVICE_WAYS,
	STATES,
} from '../model.ts';
import {
	DECISION_STEPS,
	GROUND_CHOICES,
	givesInformation,
	isProposable,
	offeredFields,
	PART_EVIDENCE,
} from '../rules/decision.ts';

interface Option {
	value: string;
	label: string;
}

function labelled(table: Readonly<Record<string, { readonly label: string }>>): Option[] {
	return Object.entries(table).map(([value, { label }]) => ({ value, label }));
}

function worded(table: Readonly<Record<string, string>>): Option[] {
	return Object.entries(table).map(([value, label]) => ({ value, label }));
}

/** All words the screens choose from, and how an answer is decided on: the screens hold none of them themselves. */
export function caseOptions(channels: readonly ChannelName[]) {
	return {
		states: labelled(STATES),
		channels: labelled(CHANNELS),
		applicantKinds: worded(APPLICANT_KINDS),
		forms: worded(FORMS),
		deliveries: worded(DELIVERIES),
		notifications: worded(NOTIFICATIONS),
		/** Which of them the county can do. */
		notifyBy: ['none', ...channels],
		replies: worded(REPLIES),
		serviceWays: worded(SERVICE_WAYS),
		remedyTracks: worded(REMEDY_TRACKS),
		remedyResults: worded(REMEDY_RESULTS),
		remedySubjects: worded(REMEDY_SUBJECTS),
		remedyOrders: worded(REMEDY_ORDERS),
		orderUnits: worded(ORDER_UNITS),
		claimants: worded(CLAIMANTS),
		refundGrounds: worded(REFUND_GROUNDS),
		elsewhere: worded(ELSEWHERE),
		correctionResults: worded(CORRECTION_RESULTS),
		consultations: labelled(CONSULTATIONS),
		idKinds: worded(ID_KINDS),
		grounds: GROUND_CHOICES.map((one) => ({ ...one, evidence: PART_EVIDENCE[one.value as WithholdingGround] ?? '' })),
		outcomes: OUTCOME_CODES.map((code) => {
			const { name, basis, letter } = OUTCOMES[code];
			return {
				code,
				name,
				basis: basis.map((article) => cite(article, true)).join('、'),
				letter: letter === null ? '' : LETTERS[letter].title,
				fields: offeredFields(code).map(({ key, label, unknown, optional = false }) => ({
					...{ key, label, optional },
					unknown: unknown ? { key: unknown.key, label: unknown.label } : null,
				})),
				proposable: isProposable(code),
				givesInformation: givesInformation(code),
			};
		}),
		steps: DECISION_STEPS.map((step) => ({ ...step, outcomes: [...step.outcomes] })),
	};
}
