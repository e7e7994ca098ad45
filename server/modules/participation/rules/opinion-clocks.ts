import type { Concern, OpinionResponse, Stage } from '../model.ts';

const HOUR = 3_600_000;

/** A clock of 舆情: until when which word is due, when it came, and whether that is late. Computed, never stored. */
export interface OpinionClock {
	stage: Exclude<Stage, 'followUp'>;
	label: string;
	hours: number;
	dueAt: Date;
	metAt: Date | null;
	late: boolean;
	basis: string;
}

/** 国办发〔2016〕80号: five hours for authoritative information, a day for the press conference; 61号: two days for the others. */
const GRAVE = [
	{ stage: 'authoritative', label: '发布权威信息', hours: 5, basis: '国办发〔2016〕80号' },
	{ stage: 'conference', label: '举行新闻发布会', hours: 24, basis: '国办发〔2016〕80号' },
] as const;
const OTHER = [{ stage: 'response', label: '作出回应', hours: 48, basis: '国办发〔2016〕61号' }] as const;

/** The clocks that run for a 舆情, from the moment it was found. */
export function opinionClocks(
	{ urgent, receivedAt, answeredAt }: Pick<Concern, 'urgent' | 'receivedAt' | 'answeredAt'>,
	responses: readonly Pick<OpinionResponse, 'stage' | 'at'>[],
	now: Date,
): OpinionClock[] {
	return (urgent ? GRAVE : OTHER).map(({ stage, label, hours, basis }) => {
		const dueAt = new Date(receivedAt.getTime() + hours * HOUR);
		const metAt = metBy(stage, responses, answeredAt);
		return { stage, label, hours, basis, dueAt, metAt, late: (metAt ?? now) > dueAt };
	});
}

/** An answer is a word, too; it is no press conference. Authoritative information answers what is not grave as well. */
function metBy(
	stage: OpinionClock['stage'],
	responses: readonly Pick<OpinionResponse, 'stage' | 'at'>[],
	answeredAt: Date | null,
): Date | null {
	const counts: readonly Stage[] = stage === 'response' ? ['response', 'authoritative', 'conference'] : [stage];
	const times = responses.filter((one) => counts.includes(one.stage)).map(({ at }) => at.getTime());
	if (answeredAt !== null && stage !== 'conference') times.push(answeredAt.getTime());
	return times.length > 0 ? new Date(Math.min(...times)) : null;
}
