import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface InstantInputProps {
	value?: string | null;
	onChange?: (instant: string | null) => void;
	id?: string;
}

const TYPED = ['YYYY年M月D日 HH:mm', 'YYYY-MM-DD HH:mm', 'YYYY/M/D HH:mm'];

/** A day and a time; works as the input of a Form.Item with an instant as its value. */
export function InstantInput({ value, onChange, id }: InstantInputProps) {
	return (
		<DatePicker
			id={id}
			className="gk-full"
			// Enter takes the time that was typed; it must not send the form around it as well.
			onKeyDown={(event) => {
				if (event.key === 'Enter') event.preventDefault();
			}}
			showTime={{ format: 'HH:mm' }}
			needConfirm={false}
			format={TYPED}
			placeholder="如 2026年6月1日 09:00"
			value={value ? dayjs(value) : null}
			onChange={(date) => onChange?.(date ? date.second(0).millisecond(0).toISOString() : null)}
		/>
	);
}
