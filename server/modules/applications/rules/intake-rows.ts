import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { type Applicant, applicantOf, ID_KINDS } from '../identity/applicant.ts';
import { messages } from '../messages.zh.ts';
import type { Channel } from '../model.ts';
import { APPLICANT_KINDS, CHANNELS, DELIVERIES, FORMS, type IntakeDays, type Request } from '../model.ts';
import type { IntakeField, IntakeRow } from '../sheets/intake-sheet.ts';

/** A row of the sheet as the application it would become, and what is wrong with its words; the rest is judged like any entry. */
export interface RowEntry {
	readonly row: number;
	readonly entry: {
		readonly channel: Channel;
		readonly days: IntakeDays;
		readonly request: Request;
		readonly applicant: Applicant;
		readonly asDraft: false;
	};
	readonly issues: Issue[];
}

const CHANNEL_WORDS = Object.fromEntries(Object.entries(CHANNELS).map(([key, { label }]) => [key, label])) as Record<
	Channel,
	string
>;

export function entryOfRow({ row, values }: IntakeRow): RowEntry {
	const issues: Issue[] = [];
	const word = <K extends string>(field: IntakeField, words: Readonly<Record<K, string>>, fallback: K): K => {
		const text = plain(values[field]);
		const found = (Object.keys(words) as K[]).find((key) => plain(words[key]) === text);
		if (found === undefined && text !== '') issues.push(issue('row.word', messages.rowWord(values[field]), field));
		return found ?? fallback;
	};
	const day = (field: IntakeField) => dayOf(values[field]);
	const entry = {
		channel: word('channel', CHANNEL_WORDS, 'counter'),
		days: {
			submittedOn: day('submittedOn'),
			arrivedOn: day('arrivedOn') || null,
			confirmedOn: day('confirmedOn') || null,
		},
		request: requestOf(values, word('applicantKind', APPLICANT_KINDS, 'natural'), {
			form: word('form', FORMS, 'paper'),
			delivery: word('delivery', DELIVERIES, 'post'),
		}),
		applicant: applicantOf({
			name: values.name,
			idKind: word('idKind', ID_KINDS, 'idCard'),
			idNumber: values.idNumber.toUpperCase(),
			creditCode: values.creditCode.toUpperCase(),
			contactPerson: values.contactPerson,
			phone: values.phone,
			email: values.email,
			address: values.address,
		}),
		asDraft: false as const,
	};
	return { row, entry, issues: collectIssues(issues, blanks(values)) };
}

/** A blank has no word to be wrong: without this a row without a channel would come over the counter. */
function blanks(values: IntakeRow['values']): Issue[] {
	return collectIssues(
		values.channel === '' ? issue('row.channel', messages.rowChannel, 'channel') : null,
		values.applicantKind === '' ? issue('row.kind', messages.rowKind, 'applicantKind') : null,
	);
}

function requestOf(
	values: IntakeRow['values'],
	applicantKind: Request['applicantKind'],
	given: Pick<Request, 'form' | 'delivery'>,
): Request {
	const { title, documentNumber, features } = values;
	return {
		...{ applicantKind, title, documentNumber, features, ...given },
		...{ assisted: false, assistance: '', onBehalf: false, notify: 'none' },
	};
}

/** Brackets and spaces vary from keyboard to keyboard. */
function plain(text: string): string {
	return text.normalize('NFKC').replace(/\s/g, '');
}

/** A day as people write it: 2026-6-1, 2026/6/1, 2026.6.1, 2026年6月1日; anything else comes back to be told. */
function dayOf(text: string): string {
	const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(text));
	if (!found) return text;
	const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
	return isCivilDay(day) ? day : text;
}
