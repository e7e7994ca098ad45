import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

/** The days the calendar knows (`kernel/calendar.ts`). */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** The days asked for; this year so far where nobody asked. @throws AppError `invalid` when it ends before it begins, or lies where no calendar does */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string) {
	const period = { from: from ?? `${(to ?? today).slice(0, 4)}-01-01`, to: to ?? today };
	if (period.to < period.from) throw new AppError('invalid', { issues: [issue('period.to', messages.period, 'to')] });
	if (period.from < FIRST_DAY)
		throw new AppError('invalid', { issues: [issue('period.from', messages.periodRange, 'from')] });
	if (period.to > LAST_DAY) throw new AppError('invalid', { issues: [issue('period.to', messages.periodRange, 'to')] });
	return period;
}
