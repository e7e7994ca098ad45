import type { Reader } from '../../../platform/transaction.ts';
import { SESSION_ENDS } from '../model.ts';
import { selectOffices } from '../store/offices.ts';
import { type SessionRow, selectSessions } from '../store/sessions.ts';
import { hasExpired } from './sessions.ts';

/** The last sessions of a person, newest first, told apart by what people recognise: place, device, time. */
export async function sessionsOf(reader: Reader, personId: number, currentId: string) {
	const offices = await selectOffices(reader);
	return (await selectSessions(reader, personId)).map((session) => ({
		id: session.id,
		current: session.id === currentId,
		officeName: offices.find(({ id }) => id === session.officeId)?.shortName ?? '',
		createdAt: session.createdAt.toISOString(),
		lastSeenAt: session.lastSeenAt.toISOString(),
		ip: session.ip,
		device: deviceOf(session.userAgent),
		state: stateOf(session, reader.now),
		endedAt: session.endedAt?.toISOString() ?? null,
		endReason: session.endReason ? SESSION_ENDS[session.endReason] : null,
	}));
}

function stateOf(session: SessionRow, now: Date): 'live' | 'ended' | 'expired' {
	if (session.endedAt) return 'ended';
	return hasExpired(session, now) ? 'expired' : 'live';
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/MicroMessenger/, '微信'],
	[/Edg(e|A|iOS)?\//, 'Edge 浏览器'],
	[/Firefox\//, 'Firefox 浏览器'],
	[/Chrome\//, 'Chrome 内核浏览器'],
	[/Safari\//, 'Safari 浏览器'],
	[/Trident|MSIE/, 'IE 浏览器'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/HarmonyOS|OpenHarmony/, '鸿蒙'],
	[/Windows/, 'Windows'],
	[/Android/, '安卓'],
	[/iPhone|iPad/, '苹果手机或平板'],
	[/Mac OS X/, 'macOS'],
	[/Linux/, 'Linux'],
];

/** A browser's own description in words, as far as it can be told. */
export function deviceOf(userAgent: string): string {
	const find = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
	return [find(SYSTEMS), find(BROWSERS)].filter(Boolean).join('，') || '未知设备';
}
