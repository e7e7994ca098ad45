import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';

const SHOWN = 'YYYY年M月D日';
const KEPT = 'YYYY-MM-DD';
/** What people type: 2026年6月1日, 2026-06-01, 20260601, 2026/6/1. */
const TYPED = [SHOWN, KEPT, 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY-M-D'];

interface DayLimits {
	/** First and last day that can be chosen, `YYYY-MM-DD`. */
	min?: string;
	max?: string;
	disabled?: boolean;
	id?: string;
}

interface DayInputProps extends DayLimits {
	value?: string | null;
	onChange?: (day: string | null) => void;
	label?: string;
}

/** Enter takes the day that was typed; it must not send the form around it as well. */
const keepForm = (event: KeyboardEvent<HTMLElement>) => {
	if (event.key === 'Enter') event.preventDefault();
};

const toDate = (day: string | null | undefined) => (day ? dayjs(day, KEPT) : null);

/** A civil day; works as the input of a Form.Item with the value `YYYY-MM-DD`. Typing is as good as choosing. */
export function DayInput({ value, onChange, min, max, label, ...rest }: DayInputProps) {
	return (
		<DatePicker
			{...rest}
			className="gk-full"
			onKeyDown={keepForm}
			aria-label={label}
			format={TYPED}
			placeholder="如 2026年6月1日"
			value={toDate(value)}
			minDate={min ? dayjs(min, KEPT) : undefined}
			maxDate={max ? dayjs(max, KEPT) : undefined}
			onChange={(date) => onChange?.(date ? date.format(KEPT) : null)}
		/>
	);
}

export type DayRange = readonly [string, string];

interface DayRangeInputProps extends DayLimits {
	value?: DayRange | null;
	onChange?: (range: DayRange | null) => void;
	/** Read aloud before 起 and 止. */
	label?: string;
}

/** First and last day, both included; the value is `[YYYY-MM-DD, YYYY-MM-DD]`. */
export function DayRangeInput({ value, onChange, min, max, label = '', ...rest }: DayRangeInputProps) {
	return (
		<DatePicker.RangePicker
			{...rest}
			className="gk-full"
			onKeyDown={keepForm}
			aria-label={label}
			format={TYPED}
			placeholder={['开始日期', '结束日期']}
			value={value ? [dayjs(value[0], KEPT), dayjs(value[1], KEPT)] : null}
			minDate={min ? dayjs(min, KEPT) : undefined}
			maxDate={max ? dayjs(max, KEPT) : undefined}
			onChange={(dates) => {
				const [first, last] = dates ?? [];
				onChange?.(first && last ? [first.format(KEPT), last.format(KEPT)] : null);
			}}
		/>
	);
}
