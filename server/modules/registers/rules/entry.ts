import { isCivilDay } from '../../../kernel/civil-day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Amount, decimalsOf, parseAmount } from '../counting/amount.ts';
import { messages } from '../messages.zh.ts';
import type { EntryInput, RegisterField, RegisterKind } from '../model.ts';

const FIRST_DAY = '2008-05-01';
const MAX_NOTE = 2000;
const MAX_TEXT = 500;

/** Everything that is wrong with a line, beside the field it concerns. */
export function entryIssues(kind: RegisterKind, input: EntryInput, today: string): Issue[] {
	const issues = [...dayIssues(input.day, today), ...quantityIssues(kind, input.quantity)];
	const quantity = parseAmount(input.quantity);
	for (const field of kind.fields) issues.push(...fieldIssues(field, input.fields[field.key], quantity));
	for (const key of Object.keys(input.fields)) {
		if (!kind.fields.some((field) => field.key === key)) {
			issues.push(issue('entry.unknownField', messages.unknownField(key), `fields.${key}`));
		}
	}
	if (input.note.length > MAX_NOTE) issues.push(issue('entry.note', messages.tooLong('备注', MAX_NOTE), 'note'));
	return issues;
}

/** A day that exists, not in the future, not before the Regulations came into force. */
export function dayIssues(day: string, today: string): Issue[] {
	if (!isCivilDay(day)) return [issue('entry.day', messages.badDay, 'day')];
	if (day > today) return [issue('entry.future', messages.future, 'day')];
	if (day < FIRST_DAY) return [issue('entry.tooEarly', messages.tooEarly, 'day')];
	return [];
}

function quantityIssues(kind: RegisterKind, text: string): Issue[] {
	const bad = amountIssue(text, kind.decimals, '数量', 'quantity');
	if (bad) return [bad];
	// Nothing done is no line of a register but a zero report with its ground; a stock may well be none.
	if (kind.measure === 'sum' && parseAmount(text) === 0n) return [issue('entry.zero', messages.zeroLine, 'quantity')];
	return [];
}

function amountIssue(text: string, decimals: number, label: string, field: string): Issue | null {
	if (parseAmount(text) === null) {
		return issue('entry.number', decimals === 0 ? messages.notInteger(label) : messages.notAmount(label), field);
	}
	if (decimalsOf(text) <= decimals) return null;
	return issue(
		'entry.decimals',
		decimals === 0 ? messages.notInteger(label) : messages.tooFine(label, decimals),
		field,
	);
}

function fieldIssues(field: RegisterField, value: string | number | undefined, quantity: Amount | null): Issue[] {
	const path = `fields.${field.key}`;
	const text = value === undefined ? '' : String(value).trim();
	if (text === '') return field.required ? [issue('entry.required', messages.required(field.label), path)] : [];
	switch (field.type) {
		case 'choice':
			if (field.choices?.some((choice) => choice.key === text)) return [];
			return [issue('entry.choice', messages.badChoice(field.label), path)];
		case 'text':
			return text.length > MAX_TEXT ? [issue('entry.text', messages.tooLong(field.label, MAX_TEXT), path)] : [];
		default:
			return numberIssues(field, text, quantity, path);
	}
}

function numberIssues(field: RegisterField, text: string, quantity: Amount | null, path: string): Issue[] {
	const bad = amountIssue(text, field.decimals ?? 0, field.label, path);
	if (bad) return [bad];
	const amount = parseAmount(text);
	if (field.withinQuantity && amount !== null && quantity !== null && amount > quantity) {
		return [issue('entry.within', messages.withinQuantity(field.label), path)];
	}
	return [];
}

/** Reasons are read by auditors years later: one is wanted, and not a book. */
export function reasonIssues(reason: string, field = 'reason'): Issue[] {
	const text = reason.trim();
	if (text === '') return [issue('reason.missing', messages.reasonMissing, field)];
	return text.length > MAX_TEXT ? [issue('reason.long', messages.tooLong('理由', MAX_TEXT), field)] : [];
}
