import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { EntryContent } from '../model.ts';

const FIVE_YEARS = 1830;

/**
 * What is wrong with the ten columns of an entry. A limit longer than that of 条例第二十六条 stands only where 依据 names the law that
 * sets it (法律、法规对政府信息公开的期限另有规定的，从其规定).
 */
export function contentIssues(content: EntryContent): Issue[] {
	const { due } = content;
	const days = due.kind === 'standing' ? 1 : due.days;
	return collectIssues(
		content.first.trim() === '' && say('entry.first', 'first'),
		content.elements.trim() === '' && say('entry.elements', 'elements'),
		content.basis.trim() === '' && say('entry.basis', 'basis'),
		!(Number.isInteger(days) && days >= 1 && days <= FIVE_YEARS) && say('entry.days', 'due'),
		isLonger(due) && !namesOwnLaw(content.basis) && say('entry.limit', 'due'),
		content.channels.length === 0 && say('entry.channels', 'channels'),
		content.way === 'active' &&
			content.audience === 'all' &&
			!content.channels.includes('site') &&
			say('entry.site', 'channels'),
		content.levels.length === 0 && say('entry.levels', 'levels'),
		content.audience === 'some' && content.audienceNote.trim() === '' && say('entry.audience', 'audienceNote'),
		content.words.some((word) => word.length < 2) && say('entry.words', 'words'),
	);
}

/** 条例第二十六条: 20 working days are never fewer than 28 days of the calendar. */
const WORKING = 20;
const CALENDAR = 28;

function isLonger(due: EntryContent['due']): boolean {
	if (due.kind === 'standing') return false;
	return due.days > (due.kind === 'event' && due.unit === 'calendar' ? CALENDAR : WORKING);
}

/** A law besides the Regulations themselves. */
function namesOwnLaw(basis: string): boolean {
	return [...basis.matchAll(/《([^》]+)》/g)].some(([, title = '']) => !title.includes('政府信息公开条例'));
}
