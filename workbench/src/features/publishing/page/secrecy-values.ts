import type { Review, SecrecySheet } from '../api.ts';

/** The sheet as its inputs hold it: what is not yet answered is left out. */
export interface SheetValues {
	answers?: Record<string, { answer?: 'no' | 'yes'; note?: string } | undefined>;
	conclusion?: SecrecySheet['conclusion'];
	opinion?: string;
	authority?: string;
	authorityReply?: string;
}

/** The sheet as it is sent; questions without an answer are not there, and the server names them. */
export function sheetOf(values: SheetValues & { conclusion: SecrecySheet['conclusion'] }): SecrecySheet {
	const answered = Object.entries(values.answers ?? {}).flatMap(([key, given]) =>
		// A note belongs to a «yes»; what was typed before changing one's mind is not kept.
		given?.answer
			? [[key, { answer: given.answer, note: given.answer === 'yes' ? (given.note ?? '') : '' }] as const]
			: [],
	);
	const { conclusion, opinion = '', authority = '', authorityReply = '' } = values;
	return { answers: Object.fromEntries(answered), conclusion, opinion, authority, authorityReply };
}

/** What the sheet begins with: nothing, or after 报请确定 the answers that led to it. */
export function firstValues(reviews: readonly Review[], state: string, edition: number): SheetValues {
	const last = reviews.findLast((review) => review.edition === edition);
	if (state !== 'referred' || !last) return {};
	return { answers: last.answers as SheetValues['answers'], opinion: last.opinion };
}
