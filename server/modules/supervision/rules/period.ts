import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

/** The days asked for; this year so far where nobody asked. @throws AppError `invalid` when it ends before it begins */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string) {
	const period = { from: from ?? `${(to ?? today).slice(0, 4)}-01-01`, to: to ?? today };
	if (period.to < period.from) throw new AppError('invalid', { issues: [issue('period.to', messages.period, 'to')] });
	return period;
}
