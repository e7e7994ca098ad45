import type { NewEntry } from './api.ts';

/** The entry form as its inputs hold it: what was not touched is not there. */
export interface EntryValues {
	channel: NewEntry['channel'];
	submittedOn: string | null;
	arrivedOn?: string | null;
	confirmedOn?: string | null;
	request: Partial<NewEntry['request']> & Pick<NewEntry['request'], 'applicantKind'>;
	applicant: Partial<NewEntry['applicant']>;
	asDraft?: boolean;
}

/** Ways that reach the office later than they were sent. */
const ARRIVES = ['post', 'registeredPost', 'fax', 'email'];
/** Ways whose receipt both sides have to confirm (条例第三十一条). */
const CONFIRMED = ['post', 'fax', 'email'];

export function arrives(channel: string | undefined): boolean {
	return ARRIVES.includes(channel ?? '');
}

export function needsConfirmation(channel: string | undefined): boolean {
	return CONFIRMED.includes(channel ?? '');
}

/** What is sent: days that do not belong to the channel are left out, whatever was typed before it was changed. */
export function entryOf(values: EntryValues): NewEntry {
	const { channel, submittedOn, arrivedOn, confirmedOn, request, applicant, asDraft } = values;
	return {
		channel,
		submittedOn: submittedOn ?? '',
		arrivedOn: arrives(channel) ? (arrivedOn ?? null) : null,
		confirmedOn: needsConfirmation(channel) ? (confirmedOn ?? null) : null,
		request: { ...request, title: request.title ?? '' },
		applicant,
		asDraft: channel === 'oral' && asDraft === true,
	};
}
