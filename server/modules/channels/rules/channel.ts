import { addDays } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { type Channel, type ChannelInput, kindRow, SILENT_DAYS } from '../model.ts';

function between(text: string, least: number, most: number): boolean {
	const length = [...text.trim()].length;
	return length >= least && length <= most;
}

export function isWebLink(text: string): boolean {
	if (!/^https?:\/\//i.test(text) || text.length > 500) return false;
	return URL.canParse(text);
}

/** What keeps an account or a place from being recorded. */
export function channelIssues(given: ChannelInput, today: string): Issue[] {
	const isPlace = given.kind === 'accessPoint';
	const isSite = given.kind === 'website';
	return collectIssues(
		!between(given.name, 2, 60) && issue('channel.name', messages.name, 'name'),
		!between(given.address, 1, 200) && issue('channel.address', messages.address, 'address'),
		isSite &&
			given.address !== '' &&
			!isWebLink(given.address) &&
			issue('channel.site', messages.addressLink, 'address'),
		isPlace && given.placeKind === null && issue('channel.placeKind', messages.placeKind, 'placeKind'),
		isPlace && !between(given.hours, 2, 200) && issue('channel.hours', messages.hours, 'hours'),
		given.openedOn > today && issue('channel.openedOn', messages.openedOn, 'openedOn'),
	);
}

export function closingIssues(channel: Pick<Channel, 'openedOn'>, day: string, reason: string, today: string): Issue[] {
	return collectIssues(
		(day < channel.openedOn || day > today) && issue('channel.closedOn', messages.closedOn, 'day'),
		reasonIssues(reason),
	);
}

export function reasonIssues(reason: string, field = 'reason'): Issue[] {
	return between(reason, 5, 500) ? [] : [issue('channel.reason', messages.reason, field)];
}

/** What was put out without this house, as its keepers note it. */
export function activityIssues(
	channel: Pick<Channel, 'openedOn'>,
	{ day, title, link }: { day: string; title: string; link: string },
	today: string,
): Issue[] {
	return collectIssues(
		(day < channel.openedOn || day > today) && issue('activity.day', messages.activityDay, 'day'),
		!between(title, 2, 200) && issue('activity.title', messages.activityTitle, 'title'),
		link !== '' && !isWebLink(link) && issue('activity.link', messages.link, 'link'),
	);
}

export function visitIssues(
	channel: Pick<Channel, 'openedOn' | 'kind'>,
	month: string,
	visitors: number,
	today: string,
): Issue[] {
	const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month >= channel.openedOn.slice(0, 7);
	return collectIssues(
		channel.kind !== 'accessPoint' && issue('visit.kind', messages.notAccessPoint),
		(!isMonth || month > today.slice(0, 7)) && issue('visit.month', messages.month, 'month'),
		(!Number.isSafeInteger(visitors) || visitors < 0) && issue('visit.visitors', messages.visitors, 'visitors'),
	);
}

type Account = Pick<Channel, 'id' | 'officeId' | 'kind' | 'name' | 'closedOn'>;

/**
 * Names of the other accounts of the new media its office keeps open in the same kind: one a platform in principle
 * (国办发〔2018〕123号), so a second one is pointed out and not refused. None for a closed account, and for what is no account.
 */
export function otherAccounts({ id, officeId, kind, closedOn }: Account, all: readonly Account[]): string[] {
	if (!kindRow(kind).newMedia || closedOn !== null) return [];
	return all
		.filter((one) => one.id !== id && one.officeId === officeId && one.kind === kind && one.closedOn === null)
		.map(({ name }) => name);
}

/**
 * Days since anything went out through an account of the new media, when these are more than `limit`; null for one that
 * lives, is closed, or is none. An account that never put anything out is silent since it was opened.
 */
export function silentDays(
	channel: Pick<Channel, 'kind' | 'openedOn' | 'closedOn'>,
	lastOn: string | null,
	today: string,
	limit: number = SILENT_DAYS,
): number | null {
	if (!kindRow(channel.kind).newMedia || channel.closedOn !== null) return null;
	const since = lastOn !== null && lastOn > channel.openedOn ? lastOn : channel.openedOn;
	if (addDays(since, limit) >= today) return null;
	return Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
}
