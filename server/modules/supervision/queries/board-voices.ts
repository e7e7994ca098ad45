import type { Reader } from '../../../platform/transaction.ts';
import {
	type ParticipationFigures,
	type ParticipationSubject,
	participationByOffice,
	participationLines,
} from '../../participation/index.ts';
import type { BoardRecord } from '../model.ts';

interface Voice {
	label: string;
	subject: ParticipationSubject;
	/** Ids of the records it counts, each once. */
	of: (figures: ParticipationFigures) => readonly number[];
}

/** Figures of 互动回应 that stand on the board. */
export const VOICES = {
	concernsReceived: { label: '收到诉求', subject: 'concerns', of: ({ concerns }) => concerns.received.ids },
	concernsAnswered: { label: '答复诉求', subject: 'concerns', of: ({ concerns }) => concerns.answered.ids },
	concernsLate: { label: '诉求超期', subject: 'concerns', of: ({ concerns }) => concerns.late.ids },
	complaints: { label: '投诉举报', subject: 'concerns', of: ({ concerns }) => concerns.complaints.ids },
	complaintsTrue: { label: '投诉查实', subject: 'concerns', of: ({ concerns }) => concerns.complaintsTrue.ids },
	consultationsOpened: {
		label: '征集意见',
		subject: 'consultations',
		of: ({ consultations }) => consultations.opened.ids,
	},
	consultationsAnswered: {
		label: '公布采纳情况',
		subject: 'consultations',
		of: ({ consultations }) => consultations.answered.ids,
	},
	consultationsLate: { label: '反馈超期', subject: 'consultations', of: ({ consultations }) => consultations.late.ids },
	proposalsReceived: {
		label: '收到建议提案',
		subject: 'proposals',
		of: ({ proposals: { deputy, committee } }) => [...deputy.received.ids, ...committee.received.ids],
	},
	proposalsReplied: {
		label: '答复建议提案',
		subject: 'proposals',
		of: ({ proposals: { deputy, committee } }) => [...deputy.replied.ids, ...committee.replied.ids],
	},
	proposalsPublished: {
		label: '公开建议提案答复',
		subject: 'proposals',
		of: ({ proposals: { deputy, committee } }) => [...deputy.published.ids, ...committee.published.ids],
	},
	proposalsLate: {
		label: '建议提案超期',
		subject: 'proposals',
		of: ({ proposals: { lateReply, latePublication } }) => [...new Set([...lateReply.ids, ...latePublication.ids])],
	},
} as const satisfies Record<string, Voice>;
export type VoiceKey = keyof typeof VOICES;
export const VOICE_KEYS = Object.keys(VOICES) as [VoiceKey, ...VoiceKey[]];

/** The figures of every office: nothing where nobody wrote. */
export async function voicesOf(reader: Reader, { from, to }: { from: string; to: string }) {
	const figures = await participationByOffice(reader, from, to);
	return (officeId: number) => {
		const own = figures.get(officeId);
		const count = (key: VoiceKey) => (own ? VOICES[key].of(own).length : 0);
		return Object.fromEntries(VOICE_KEYS.map((key) => [key, count(key)])) as Record<VoiceKey, number>;
	};
}

/** What a figure counts; never what somebody wrote. */
export async function voiceRecords(
	reader: Reader,
	key: VoiceKey,
	officeIds: ReadonlySet<number>,
	{ from, to }: { from: string; to: string },
): Promise<BoardRecord[]> {
	const figures = await participationByOffice(reader, from, to);
	const { subject, of } = VOICES[key];
	const ids = [...figures].flatMap(([officeId, own]) => (officeIds.has(officeId) ? of(own) : []));
	return (await participationLines(reader, subject, ids)).map(({ id, officeId, number, label, stateLabel, day }) => ({
		...{ officeId, title: `${label}　${number}`, note: stateLabel, day, path: `/workbench/${subject}/${id}` },
	}));
}
