import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Accountability } from '../model.ts';

const lengthOf = (text: string) => [...text.trim()].length;

/** `personal`: kinds of personal data found in the facts, in words; empty when none. */
export function accountabilityIssues(
	given: Pick<Accountability, 'decidedBy' | 'decidedOn' | 'persons' | 'facts'>,
	today: string,
	personal: string,
): Issue[] {
	const { decidedBy, decidedOn, persons, facts } = given;
	return collectIssues(
		(lengthOf(decidedBy) < 2 || lengthOf(decidedBy) > 60) &&
			issue('accountability.by', messages.decidedBy, 'decidedBy'),
		(!isCivilDay(decidedOn) || decidedOn > today) && issue('accountability.day', messages.decidedOn, 'decidedOn'),
		(!Number.isInteger(persons) || persons < 0 || persons > 999) &&
			issue('accountability.persons', messages.persons, 'persons'),
		(lengthOf(facts) < 5 || lengthOf(facts) > 2000) && issue('accountability.facts', messages.facts, 'facts'),
		personal !== '' && issue('accountability.personal', messages.factsPersonal(personal), 'facts'),
	);
}

/** What the register counts: persons; a measure against an office alone counts once. */
export function counted({ persons }: Pick<Accountability, 'persons'>): number {
	return Math.max(1, persons);
}
