import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { type CivilDay, chineseDay, isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { computeClock } from '../clock.ts';
import type { ClockEvent } from '../clock-events.ts';
import { CHANNELS, type Channel, type IntakeDays } from '../model.ts';

/** A day that exists, is not in the future, and not before what has to come first. */
export function checkDay(
	field: string,
	label: string,
	day: unknown,
	limits: { today: CivilDay; notBefore?: CivilDay | null; before?: string },
): Issue | null {
	if (!isCivilDay(day)) return issue('day.invalid', `请填写${label}，格式如2026-06-01。`, field);
	if (day > limits.today) return issue('day.future', `${label}不能晚于今天（${chineseDay(limits.today)}）。`, field);
	if (limits.notBefore && day < limits.notBefore) {
		const what = limits.before ?? '此前事项的日期';
		return issue('day.early', `${label}不能早于${what}（${chineseDay(limits.notBefore)}）。`, field);
	}
	return null;
}

/** A last day given to somebody: exists, and lies ahead. */
export function checkFutureDay(field: string, label: string, day: unknown, today: CivilDay): Issue | null {
	if (!isCivilDay(day)) return issue('day.invalid', `请填写${label}，格式如2026-06-01。`, field);
	if (day <= today) return issue('day.past', `${label}应当晚于今天（${chineseDay(today)}）。`, field);
	if (day > `${Number(today.slice(0, 4)) + 2}-12-31`) return issue('day.far', `${label}过于遥远，请核对年份。`, field);
	return null;
}

/** The three days of Art 31 in their order. */
export function checkIntakeDays(channel: Channel, days: IntakeDays, today: CivilDay): Issue[] {
	const { submittedOn, arrivedOn, confirmedOn } = days;
	const sent = channel === 'counter' || channel === 'oral' ? '提交日期' : '寄出（提交）日期';
	return collectIssues(
		checkDay('submittedOn', sent, submittedOn, { today }),
		needsArrival(channel) || arrivedOn !== null
			? checkDay('arrivedOn', channel === 'registeredPost' ? '签收日期' : '收到日期', arrivedOn, {
					today,
					notBefore: isCivilDay(submittedOn) ? submittedOn : null,
					before: sent,
				})
			: null,
		confirmedOn === null
			? null
			: checkDay('confirmedOn', '与申请人确认日期', confirmedOn, {
					today,
					notBefore: isCivilDay(arrivedOn) ? arrivedOn : null,
					before: '收到日期',
				}),
	);
}

function needsArrival(channel: Channel): boolean {
	return channel !== 'counter' && channel !== 'oral';
}

/** What the clock is told of the receipt, in the words of its events. */
export function receiptEvents(channel: Channel, days: IntakeDays): ClockEvent[] {
	const { clock, confirmed } = CHANNELS[channel];
	const on = needsArrival(channel) ? (days.arrivedOn ?? days.submittedOn) : days.submittedOn;
	const received: ClockEvent = { type: 'received', on, channel: clock };
	return confirmed && days.confirmedOn !== null ? [received, { type: 'confirmed', on: days.confirmedOn }] : [received];
}

/** 收到申请之日 (条例第三十一条); null while it waits for confirmation. */
export function receivedOn(channel: Channel, days: IntakeDays, calendar: WorkingCalendar): CivilDay | null {
	return computeClock(receiptEvents(channel, days), calendar).receivedOn;
}

/** Why this is the day of receipt, for the register and the receipt. */
export function receivedBecause(channel: Channel): string {
	switch (channel) {
		case 'counter':
		case 'oral':
			return '当面提交，以提交之日为收到申请之日（《条例》第三十一条第（一）项）';
		case 'registeredPost':
			return '邮寄，以签收之日为收到申请之日（《条例》第三十一条第（二）项）';
		case 'post':
			return '邮寄且无需签收，以与申请人确认之日为收到申请之日（《条例》第三十一条第（二）项）';
		default:
			return '通过互联网渠道或者传真提交，以双方确认之日为收到申请之日（《条例》第三十一条第（三）项）';
	}
}
