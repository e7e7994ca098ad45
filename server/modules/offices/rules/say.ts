import { AppError, type ErrorCode } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { MESSAGES, type MessageKey } from '../messages.zh.ts';

/** An issue with the wording of its key. */
export function say<K extends MessageKey>(key: K, field?: string, ...given: Parameters<(typeof MESSAGES)[K]>): Issue {
	const message = MESSAGES[key] as (...words: readonly unknown[]) => string;
	return issue(key, message(...given), field);
}

/** Throws when something is wrong. @throws AppError `invalid` */
export function requireNone(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

/** A refusal of the whole action in the words of a key. */
export function refuse<K extends MessageKey>(
	code: ErrorCode,
	key: K,
	...given: Parameters<(typeof MESSAGES)[K]>
): AppError {
	return new AppError(code, { issues: [say(key, undefined, ...given)] });
}
