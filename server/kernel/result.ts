import { AppError } from './errors.ts';
import type { Issue } from './issue.ts';

/** What a rule or a parser answers: a value, or at least one issue. */
export type Result<T> = Ok<T> | Failed;
export interface Ok<T> {
	readonly ok: true;
	readonly value: T;
}
export interface Failed {
	readonly ok: false;
	readonly issues: readonly Issue[];
}

export function ok<T>(value: T): Ok<T> {
	return { ok: true, value };
}

/** @throws RangeError without an issue: a refusal that gives no reason must not reach a user. */
export function failed(...issues: readonly Issue[]): Failed {
	if (issues.length === 0) throw new RangeError('failed() needs at least one issue');
	return { ok: false, issues };
}

/** `ok(value)` when nothing was found wrong with it. */
export function resultOf<T>(value: T, issues: readonly Issue[]): Result<T> {
	return issues.length === 0 ? ok(value) : failed(...issues);
}

export function mapResult<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
	return result.ok ? ok(change(result.value)) : result;
}

export function thenResult<T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> {
	return result.ok ? next(result.value) : result;
}

/** All values, or the issues of every failure together: a form must show all its mistakes at once. */
export function allResults<T>(results: readonly Result<T>[]): Result<T[]> {
	const values: T[] = [];
	const issues: Issue[] = [];
	for (const result of results) {
		if (result.ok) values.push(result.value);
		else issues.push(...result.issues);
	}
	return resultOf(values, issues);
}

/** The value. @throws AppError `invalid` (422) carrying the issues. For the edge of a command, not inside rules. */
export function valueOrThrow<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new AppError('invalid', { issues: result.issues });
}
