import { Select } from 'antd';
import { DayInput } from '../../../ui/index.ts';
import { HOURS, wallOf, wallParts } from './china-time.ts';

interface TimeInputProps {
	id?: string;
	/** `2026-06-01T09:00`, on the clocks of China. */
	value?: string | null;
	onChange?: (wall: string | null) => void;
	/** First day that can be chosen, `YYYY-MM-DD`. */
	min: string;
}

/** Day and half hour at which something is to happen; works as the input of a Form.Item, with the keyboard and on a phone. */
export function TimeInput({ id, value, onChange, min }: TimeInputProps) {
	const { day, time } = wallParts(value);
	return (
		<div className="pub-time">
			<DayInput
				{...(id === undefined ? {} : { id })}
				label="发布日期"
				min={min}
				value={day}
				onChange={(next) => onChange?.(wallOf(next, time))}
			/>
			<Select
				aria-label="发布时刻"
				options={HOURS.map((one) => ({ value: one, label: one }))}
				value={time}
				disabled={day === null}
				onChange={(next: string) => onChange?.(wallOf(day, next))}
			/>
		</div>
	);
}
