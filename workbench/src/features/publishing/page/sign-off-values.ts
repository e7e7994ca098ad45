import type { DocumentDetail, SignOff } from '../api.ts';
import { chinaInstant } from './china-time.ts';

export interface SignOffValues {
	comment?: string;
	personalReason?: string;
	checkedByHand?: boolean;
	objectionReason?: string;
	lateReason?: string;
	release?: NonNullable<SignOff['release']>;
	publishWall?: string | null;
}

/** The signature as it is sent. What is not to be opened is signed and kept, whatever the form says. */
export function signOffOf(values: SignOffValues, attribute: string): SignOff {
	const release = attribute === 'active' ? (values.release ?? 'now') : 'hold';
	return {
		comment: values.comment ?? '',
		personalReason: values.personalReason ?? '',
		checkedByHand: values.checkedByHand ?? false,
		objectionReason: values.objectionReason ?? '',
		lateReason: values.lateReason ?? '',
		release,
		publishAt: release === 'schedule' && values.publishWall ? chinaInstant(values.publishWall) : null,
	};
}

type Late = Pick<DocumentDetail, 'clock' | 'edition' | 'steps'> & {
	content: Pick<DocumentDetail['content'], 'lateReason' | 'attribute'>;
};

/** Whether a release has to say why it is late: the limit has passed and nobody has given a reason in this edition. */
export function asksLateReason({ clock, content, edition, steps }: Late): boolean {
	if (!clock.runs || !clock.late || content.attribute !== 'active' || content.lateReason.trim() !== '') return false;
	return !steps.some((step) => step.edition === edition && Boolean(step.data.lateReason));
}
