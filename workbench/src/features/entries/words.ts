import type { StatusLook } from '../../ui/index.ts';
import type { Entry } from './api.ts';

export const LOOK: StatusLook = {
	proposed: ['待确认', 'warning'],
	adopted: ['已采用', 'success'],
	trimmed: ['不适用', 'default'],
};

type Duty = NonNullable<Entry['duty']>;

export const DUTY_LOOK: StatusLook = {
	met: ['已公开', 'success'],
	open: ['尚未到期', 'default'],
	none: ['尚无信息', 'default'],
	late: ['超期公开', 'warning'],
	missing: ['应公开未公开', 'error'],
};

/** An event that has not happened has no day to come: nothing is due, and nothing is there. */
export function dutyState({ state, dueOn }: Pick<Duty, 'state' | 'dueOn'>): string {
	return state === 'open' && dueOn === null ? 'none' : state;
}

/** Periods that were missed or met late, and the next that is due, in words; empty when there is nothing to tell. */
export function dutyNote({ periods, dueOn, lateIds }: Duty): string {
	const named = (state: string) => periods.filter((period) => period.state === state).map(({ label }) => label);
	const missed = named('missed');
	const late = named('late');
	return [
		missed.length > 0 && `${missed.join('、')}未公开`,
		late.length > 0 && `${late.join('、')}超期`,
		lateIds.length > 0 && `${lateIds.length}条超期`,
		dueOn !== null && `下次${dueOn}前`,
	]
		.filter((part) => part !== false)
		.join('；');
}
