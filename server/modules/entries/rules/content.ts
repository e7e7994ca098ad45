import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { EntryContent } from '../model.ts';

const FIVE_YEARS = 1830;

/** What is wrong with the ten columns of an entry. A limit longer than the law's needs a law of its own in 依据. */
export function contentIssues(content: EntryContent): Issue[] {
	const { due } = content;
	const days = due.kind === 'standing' ? 1 : due.days;
	return collectIssues(
		content.first.trim() === '' && say('entry.first', 'first'),
		content.elements.trim() === '' && say('entry.elements', 'elements'),
		content.basis.trim() === '' && say('entry.basis', 'basis'),
		!(Number.isInteger(days) && days >= 1 && days <= FIVE_YEARS) && say('entry.days', 'due'),
		due.kind === 'event' && due.unit === 'working' && due.days > 20 && say('entry.limit', 'due'),
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
