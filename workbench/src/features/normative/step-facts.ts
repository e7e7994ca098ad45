import type { Step } from './api.ts';

/** What a step says besides its text, as label and value. */
export function stepFacts({ data }: Pick<Step, 'data'>): { label: string; value: string }[] {
	const { startsOn, endsOn, link, consultation, opinions, adopted, body, meeting, filingNumber, number, copies } = data;
	const facts: [string, string | undefined][] = [
		['征求意见期限', startsOn && endsOn ? `${startsOn}至${endsOn}` : undefined],
		['征求意见编号', consultation],
		['网址', link],
		['收到意见', opinions === undefined ? undefined : `${opinions}条，采纳${adopted ?? 0}条`],
		['机构', body],
		['会议', meeting],
		['文号', number],
		['印发份数', copies === undefined ? undefined : `${copies}份`],
		['备案号', filingNumber],
	];
	return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
