/**
 * One thing that is wrong, in words a clerk or a citizen can act on. Rules return issues, they never throw.
 *
 * - `field`: path of the input beside which the message stands (`applicant.phone`, `items.0.title`); absent when the
 *   whole action is refused.
 * - `key`: stable identifier for tests and for the API (`extension.used`), never shown.
 * - `message`: one Chinese sentence.
 */
export interface Issue {
	readonly field?: string;
	readonly key: string;
	readonly message: string;
}

export function issue(key: string, message: string, field?: string): Issue {
	return field === undefined ? { key, message } : { field, key, message };
}

type Maybe<T> = T | null | undefined | false;

/** Flattens the answers of several rules; `null`, `undefined` and `false` mean «nothing wrong». */
export function collectIssues(...answers: ReadonlyArray<Maybe<Issue | readonly Issue[]>>): Issue[] {
	const found: Issue[] = [];
	for (const answer of answers) {
		if (!answer) continue;
		if (isIssue(answer)) found.push(answer);
		else found.push(...answer);
	}
	return found;
}

function isIssue(answer: Issue | readonly Issue[]): answer is Issue {
	return !Array.isArray(answer);
}

/** Moves the issues of a nested input under its place in the whole form. */
export function underField(prefix: string, issues: readonly Issue[]): Issue[] {
	return issues.map((one) => ({ ...one, field: one.field === undefined ? prefix : `${prefix}.${one.field}` }));
}

/** Messages grouped for a form: by field, in the order found; the key `''` holds those without a field. */
export function issuesByField(issues: readonly Issue[]): Map<string, string[]> {
	const grouped = new Map<string, string[]>();
	for (const one of issues) {
		const field = one.field ?? '';
		const messages = grouped.get(field);
		if (messages) messages.push(one.message);
		else grouped.set(field, [one.message]);
	}
	return grouped;
}
