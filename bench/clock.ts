import { officialCalendar } from '../server/law/calendars.ts';
import { type ClockEvent, computeClock } from '../server/modules/applications/index.ts';
import { rate, row } from './support/calibration.ts';

const LIMIT = 200_000;
const HISTORIES = 4096;

/** A repeatable mix: plain cases, supplements, consultations, extensions, fees, over 2019–2026. */
function histories(): ClockEvent[][] {
	let seed = 20260601;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
		return (seed >>> 8) % below;
	};
	const start = Date.UTC(2019, 4, 15);
	const on = (day: number) => new Date(start + day * 86_400_000).toISOString().slice(0, 10);
	return Array.from({ length: HISTORIES }, () => {
		const day = random(2500);
		const events: ClockEvent[] = [{ type: 'received', on: on(day) }];
		const kind = random(5);
		if (kind === 1)
			events.push({ type: 'supplementRequested', on: on(day + 4) }, { type: 'supplemented', on: on(day + 12) });
		if (kind === 2)
			events.push(
				{ type: 'consultationSent', on: on(day + 5), id: '1', kind: 'thirdParty' },
				{ type: 'consultationClosed', on: on(day + 15), id: '1' },
			);
		if (kind === 3) events.push({ type: 'extended', on: on(day + 10), days: 20 });
		if (kind === 4) events.push({ type: 'feeNotified', on: on(day + 6) }, { type: 'feePaid', on: on(day + 14) });
		if (random(2) === 1) events.push({ type: 'served', on: on(day + 20 + random(20)) });
		return events;
	});
}

/** Due dates (without the day list) of whole event histories, a second on one core. */
export async function run(): Promise<void> {
	const all = histories();
	const calendar = officialCalendar.latest;
	let next = 0;
	const perSecond = await rate(() => {
		for (let i = 0; i < 64; i++) computeClock(all[next++ % HISTORIES] ?? [], calendar);
	});
	row('statutory clock, event histories', perSecond * 64, '/s', { name: 'limit', value: LIMIT });
}
