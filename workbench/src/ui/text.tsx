import { formatDay, formatInstant, formatMoney } from './format.ts';

const NOTHING = '—';

/** A civil day, 2026年6月1日; a dash when there is none. */
export function DateText({ day }: { day: string | null | undefined }) {
	return day ? <time dateTime={day}>{formatDay(day)}</time> : NOTHING;
}

/** An instant, 2026年6月1日 09:05, in the time of China. */
export function DateTimeText({ at }: { at: string | null | undefined }) {
	return at ? <time dateTime={at}>{formatInstant(at)}</time> : NOTHING;
}

/** An amount of yuan. */
export function MoneyText({ yuan }: { yuan: string | number | null | undefined }) {
	return yuan === null || yuan === undefined ? NOTHING : <span className="gk-figure">{formatMoney(yuan)}</span>;
}
