import type { Tone } from '../../ui/index.ts';
import type { Row } from './api.ts';

/** Label of a value in a list of options; the value itself when it is not there. */
export function labelIn(options: readonly { value: string; label: string }[], value: string | null): string {
	if (value === null) return '';
	return options.find((option) => option.value === value)?.label ?? value;
}

/** How far a case has come: open, closed, or closed with something still to be done. */
export type Standing = 'pending' | 'ordered' | 'closed';

export const STANDING_LOOK: Readonly<Record<Standing, readonly [string, Tone]>> = {
	pending: ['尚未审结', 'processing'],
	ordered: ['待履行', 'warning'],
	closed: ['已审结', 'default'],
};

export const STANDINGS = [
	...Object.entries(STANDING_LOOK).map(([value, [label]]) => ({ value, label })),
	{ value: 'unanswered', label: '待提交答复、答辩' },
];

export function standingOf({ closedOn, order }: Pick<Row, 'closedOn' | 'order'>): Standing {
	if (closedOn === null) return 'pending';
	return order && order.doneOn === null ? 'ordered' : 'closed';
}

/** Where it is worked on: what an application began, with the application. */
export function placeOf({ id, applicationId }: Pick<Row, 'id' | 'applicationId'>): string {
	return applicationId === null ? `/remedies/${id}` : `/applications/${applicationId}`;
}
