import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { GazetteCopy, GazetteIssue } from '../model.ts';

type Numbers = Pick<GazetteIssue, 'title' | 'year' | 'number' | 'total' | 'issuedOn' | 'copies'>;

export function issueIssues(given: Numbers): Issue[] {
	const isCount = (n: number) => Number.isSafeInteger(n) && n > 0 && n < 100_000;
	const length = [...given.title.trim()].length;
	return collectIssues(
		(length < 2 || length > 60) && issue('gazette.title', messages.issueTitle, 'title'),
		!isCount(given.number) && issue('gazette.number', messages.issueNumber, 'number'),
		!isCount(given.total) && issue('gazette.total', messages.issueNumber, 'total'),
		given.issuedOn.slice(0, 4) !== String(given.year) && issue('gazette.year', messages.issueYear, 'year'),
		(!Number.isSafeInteger(given.copies) || given.copies < 0) && issue('gazette.copies', messages.copyCount, 'copies'),
	);
}

/** Copies given out so far. */
export function givenOut(copies: readonly Pick<GazetteCopy, 'copies'>[]): number {
	return copies.reduce((sum, { copies: n }) => sum + n, 0);
}

export function copyIssues(
	given: Pick<GazetteCopy, 'place' | 'copies' | 'deliveredOn'>,
	{ printed, sent, today }: { printed: number; sent: number; today: string },
): Issue[] {
	const left = printed - sent;
	const isCount = Number.isSafeInteger(given.copies) && given.copies > 0;
	return collectIssues(
		given.place.trim().length < 2 && issue('copy.place', messages.copyPlace, 'place'),
		!isCount && issue('copy.copies', messages.copyCount, 'copies'),
		isCount && given.copies > left && issue('copy.left', messages.copyTooMany(Math.max(0, left)), 'copies'),
		given.deliveredOn > today && issue('copy.day', messages.copyDay, 'deliveredOn'),
	);
}

/** Who signed for what was handed over, and when. */
export function receiptIssues(receivedBy: string, receivedOn: string, deliveredOn: string, today: string): Issue[] {
	return collectIssues(
		receivedBy.trim().length < 2 && issue('receipt.by', messages.receivedBy, 'receivedBy'),
		(receivedOn < deliveredOn || receivedOn > today) && issue('receipt.day', messages.receivedDay, 'receivedOn'),
	);
}

/** 「2026年第3期（总第57期）」. */
export function issueName({ year, number, total }: Pick<GazetteIssue, 'year' | 'number' | 'total'>): string {
	return `${year}年第${number}期（总第${total}期）`;
}
