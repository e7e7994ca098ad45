import { addDays } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { civilDay } from '../../../platform/clock.ts';
import { say } from '../messages.zh.ts';
import type { CoordinationRequest, ReplyKind } from './coordination.ts';
import { reasonIssues } from './reason.ts';

/** What stands in the forms of 协商确认, judged. */

export interface Target {
	/** Null for a body outside the county. */
	officeId: number | null;
	name: string;
}

const MOST_DAYS = 60;

export function farthestReply(today: string): string {
	return addDays(today, MOST_DAYS);
}

/** Whom to ask, each once, and what is wrong with the choice. `offices` are those of the county. */
export function targetsOf(
	{ officeIds, outside }: { officeIds: readonly number[]; outside: readonly string[] },
	offices: readonly { id: number; name: string; shortName: string }[],
	own: number,
): { targets: Target[]; issues: Issue[] } {
	const ids = [...new Set(officeIds)];
	const names = [...new Set(outside.map((name) => name.trim()).filter(Boolean))];
	const chosen = ids.map((id) => offices.find((office) => office.id === id));
	const inside = names.filter((name) => offices.some((office) => office.name === name || office.shortName === name));
	const issues = collectIssues(
		ids.length + names.length === 0 && say('coordination.whom', 'officeIds'),
		chosen.includes(undefined) && say('coordination.office', 'officeIds'),
		ids.includes(own) && say('coordination.self', 'officeIds'),
		inside.map((name) => say('coordination.inside', 'outside', name)),
	);
	const targets = [
		...chosen.flatMap((office) => (office ? [{ officeId: office.id, name: office.name }] : [])),
		...names.map((name) => ({ officeId: null, name })),
	];
	return { targets, issues };
}

/** Whoever has an opinion says which. */
export function opinionIssues(reply: ReplyKind, opinion: string): Issue[] {
	const isSilent = reply === 'objected' && reasonIssues(opinion).length > 0;
	return isSilent ? [say('coordination.opinion', 'opinion')] : [];
}

/** The reply of a body outside, as it is entered. */
export function replyIssues(
	given: { reply: ReplyKind; opinion: string; repliedOn: string; reference: string },
	{ at }: Pick<CoordinationRequest, 'at'>,
	today: string,
): Issue[] {
	const { reply, opinion, repliedOn, reference } = given;
	return collectIssues(
		opinionIssues(reply, opinion),
		(repliedOn < civilDay(at) || repliedOn > today) && say('coordination.repliedOn', 'repliedOn'),
		reference.trim() === '' && say('coordination.reference', 'reference'),
	);
}
