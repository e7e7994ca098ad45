import { addDays } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { Project, ProjectStep, StepData } from '../model.ts';
import type { Action } from '../workflow.ts';

/** A step as it is handed in. */
export interface GivenStep {
	onDay: string | null;
	text: string;
	data: StepData;
}

export interface AboutStep {
	project: Pick<Project, 'major'>;
	/** What was done before, oldest first. */
	steps: readonly Pick<ProjectStep, 'action' | 'onDay' | 'data'>[];
	today: string;
	/** Days of consultation a decision needs that is not a major one. */
	consultationDays: number;
}

/** 《重大行政决策程序暂行条例》第十五条. */
export const MAJOR_DAYS = 30;

const least = (text: string, n: number) => [...text.trim()].length >= n;
const blank = (text: string | undefined) => (text ?? '').trim() === '';

/** What is wrong with a step: its day, and what it has to say. Pure. */
export function stepIssues(action: Action, given: GivenStep, about: AboutStep): Issue[] {
	return [...dayIssues(given.onDay, about), ...NEEDS[action](given, about)];
}

function dayIssues(onDay: string | null, { steps, today }: AboutStep): Issue[] {
	if (onDay === null) return [say('step.noDay', 'onDay')];
	const before = steps.at(-1)?.onDay;
	return collectIssues(
		onDay > today && say('step.day', 'onDay'),
		before !== undefined && onDay < before && say('step.before', 'onDay', before),
	);
}

type Need = (given: GivenStep, about: AboutStep) => Issue[];

const nothing: Need = () => [];
const ground: Need = ({ text }) => (least(text, 5) ? [] : [say('step.ground', 'text')]);
const reason: Need = ({ text }) => (least(text, 5) ? [] : [say('step.reason', 'text')]);

const opinion: Need = ({ text, data }) =>
	collectIssues(blank(data.body) && say('step.body', 'body'), !least(text, 5) && say('step.opinion', 'text'));

const decision: Need = ({ text, data }) =>
	collectIssues(blank(data.meeting) && say('step.meeting', 'meeting'), !least(text, 5) && say('step.decision', 'text'));

const consultation: Need = ({ text, data }, { project, consultationDays }) => {
	const { startsOn, endsOn, link = '' } = data;
	const wanted = project.major ? MAJOR_DAYS : consultationDays;
	if (!startsOn) return [say('step.startsOn', 'startsOn')];
	if (!endsOn || endsOn <= startsOn) return [say('step.endsOn', 'endsOn')];
	// 第十五条: a shorter one is explained.
	const isShort = addDays(startsOn, wanted) > endsOn && !least(text, 5);
	return collectIssues(
		isShort && say('step.short', 'endsOn', String(wanted)),
		!/^(https?:\/\/|\/(?!\/)|$)/.test(link) && say('step.link', 'link'),
	);
};

const result: Need = ({ onDay, text, data }, { steps, today }) => {
	const opened = steps.findLast(({ action }) => action === 'openConsultation');
	const until = opened?.data.endsOn;
	const { opinions, adopted = 0 } = data;
	return collectIssues(
		// Whatever day it is called closed on: nobody's last day to write is taken away.
		until !== undefined && (onDay ?? today) <= until && say('step.notEnded', 'onDay', until),
		opinions === undefined && say('step.opinions', 'opinions'),
		adopted > (opinions ?? 0) && say('step.adopted', 'adopted'),
		!least(text, 5) && say('step.text', 'text'),
	);
};

const filing: Need = ({ data }) => (blank(data.body) ? [say('step.filingBody', 'body')] : []);
const filed: Need = ({ data }) => (blank(data.filingNumber) ? [say('step.filingNumber', 'filingNumber')] : []);

/** What each step has to say. */
const NEEDS: Readonly<Record<Action, Need>> = {
	finishDraft: ({ text }) => (least(text, 5) ? [] : [say('step.text', 'text')]),
	openConsultation: consultation,
	skipConsultation: ground,
	closeConsultation: result,
	passReview: opinion,
	returnReview: opinion,
	skipReview: ground,
	discuss: decision,
	returnDiscussion: decision,
	skipDiscussion: ground,
	sign: nothing,
	number: nothing,
	submitFiling: filing,
	registerFiling: filed,
	returnFiling: reason,
	stop: reason,
};
