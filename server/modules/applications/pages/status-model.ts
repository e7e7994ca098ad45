import { chineseDay } from '../../../kernel/civil-day.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { overdueRemedy, remedyOf } from '../../../law/remedies.ts';
import type { Step } from '../../../portal/components/index.ts';
import { remedyOfLetter } from '../letters/remedy.ts';
import { STATES, type State } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';

const ANSWERED: readonly State[] = ['answered', 'archived', 'reconsideration', 'litigation', 'redo'];
const CLOSED: readonly State[] = [...ANSWERED, 'ended', 'left'];

/** The way of an application as its applicant sees it; what happens inside the office stays there. */
export function stepsOf({ application, facts }: CaseRecord): Step[] {
	const { state, receivedOn, submittedOn, concludedOn } = application;
	const registered = receivedOn !== null;
	const closed = CLOSED.includes(state);
	const step = (label: string, done: boolean, current: boolean, note?: string): Step => ({
		label,
		state: done ? 'done' : current ? 'current' : 'todo',
		note,
	});
	return [
		step('提交', true, false, chineseDay(submittedOn)),
		step('确认登记', registered || closed, !registered && !closed, receivedOn ? chineseDay(receivedOn) : undefined),
		step('办理', closed || state === 'signed', registered && !closed && state !== 'signed', workingNote(state)),
		step(
			closed && !ANSWERED.includes(state) ? STATES[state].label : '答复',
			closed,
			state === 'signed',
			closedNote(concludedOn, facts.clock.dueOn),
		),
	];
}

function workingNote(state: State): string | undefined {
	const shown: readonly State[] = [
		'supplementing',
		'thirdParty',
		'otherAgency',
		'explaining',
		'delayed',
		'awaitingFee',
	];
	return shown.includes(state) ? STATES[state].label : undefined;
}

function closedNote(concludedOn: string | null, dueOn: string | null): string | undefined {
	if (concludedOn) return chineseDay(concludedOn);
	return dueOn ? `应于${chineseDay(dueOn)}前` : undefined;
}

/** What the applicant is told of the result; null before there is one. */
export function resultOf({ application }: CaseRecord): string | null {
	const { outcome, state } = application;
	if (state === 'left') return '经审查，您提交的内容不作为政府信息公开申请处理。';
	return outcome === null || state === 'signed' ? null : OUTCOMES[outcome].name;
}

/** The remedy open to the applicant today: of the answer, or of the silence past the limit. */
export function remedyToday(record: CaseRecord): { title: string; text: string } {
	const { application, facts, decisions } = record;
	const { outcome, concludedOn } = application;
	if (outcome !== null && concludedOn !== null) {
		const answer = decisions.findLast(({ status }) => status === 'approved');
		const withheld = answer?.details.withheld.map(({ ground }) => ground) ?? [];
		const kind = remedyOf(outcome, { decidedOn: concludedOn, withheld, withdrawn: outcome === 'O23' });
		return { title: '对答复不服的', text: worded(record, kind) };
	}
	if (!facts.clock.overdue) return { title: '', text: '' };
	return { title: '答复期限已经届满，您尚未收到答复', text: worded(record, overdueRemedy(facts.today)) };
}

function worded(record: CaseRecord, kind: Parameters<typeof remedyOfLetter>[0]): string {
	const paragraph = remedyOfLetter(kind, { ...record, application: { delivery: 'post' } });
	return paragraph.ok ? paragraph.value : '';
}
