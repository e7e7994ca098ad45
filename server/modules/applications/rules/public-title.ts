import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { MAX_TITLE } from './intake.ts';

/** Words under which everybody will read of a case; `more` is read along with them. */
export function checkPublicTitle(title: string, more = ''): Issue[] {
	const personal = kindsFound(findPersonalData(`${title}\n${more}`));
	return collectIssues(
		title === '' && issue('publish.title', messages.publicTitle, 'title'),
		title.length > MAX_TITLE && issue('publish.titleLong', messages.publicTitleLong(MAX_TITLE), 'title'),
		personal !== '' && issue('publish.personal', messages.publicTitlePersonal(personal), 'title'),
	);
}
