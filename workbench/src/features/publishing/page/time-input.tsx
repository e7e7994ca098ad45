import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const KEPT = 'YYYY-MM-DDTHH:mm';

interface TimeInputProps {
	id?: string;
	/** `2026-06-01T09:00`, on the clocks of China. */
	value?: string | null;
	onChange?: (wall: string | null) => void;
	/** First day that can be chosen, `YYYY-MM-DD`. */
	min: string;
}

/** Day and minute at which something is to happen; works as the input of a Form.Item. */
export function TimeInput({ id, value, onChange, min }: TimeInputProps) {
	return (
		<DatePicker
			id={id}
			className="gk-full"
			showTime={{ format: 'HH:mm', minuteStep: 5 }}
			format={['YYYY年M月D日 HH:mm', 'YYYY-MM-DD HH:mm']}
			placeholder="请选择日期和时间"
			minDate={dayjs(min, 'YYYY-MM-DD')}
			value={value ? dayjs(value, KEPT) : null}
			onChange={(date) => onChange?.(date ? date.format(KEPT) : null)}
		/>
	);
}
