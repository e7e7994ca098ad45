import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import { GUIDE_FIELDS, type GuideContent } from '../standard/guide.ts';

/** What keeps a guide from being published: every field 条例第十二条 names, and a telephone that can be one. */
export function guideIssues(content: GuideContent): Issue[] {
	const missing = GUIDE_FIELDS.filter(({ key, required }) => required && content[key].trim() === '');
	const digits = content.phone.replace(/\D/g, '');
	return collectIssues(
		missing.map(({ key, label }) => say('guide.missing', key, label)),
		content.phone.trim() !== '' && (digits.length < 5 || digits.length > 40) && say('guide.phone', 'phone'),
	);
}
