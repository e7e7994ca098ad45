import { Checkbox, Form, Input } from 'antd';
import { DayInput } from '../../ui/index.ts';
import type { Options } from './api.ts';

/** What a tick leaves among the blanks, which are texts. */
const TICKED = 'yes';

type Field = Options['outcomes'][number]['fields'][number];

/** A blank of the letter: what is known of a day may be left out; beside what cannot always be told stands the tick that says so. */
export function OutcomeField({ field: { key, label, unknown, optional } }: { field: Field }) {
	if (optional)
		return (
			<Form.Item name={['fields', key]} label={label} extra="知道的，写入告知书；不知道的，不填。">
				<DayInput label={label} />
			</Form.Item>
		);
	return (
		<>
			<Form.Item name={['fields', key]} label={label} required={unknown === null}>
				<Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
			</Form.Item>
			{unknown ? (
				<Form.Item
					name={['fields', unknown.key]}
					getValueProps={(value: unknown) => ({ checked: value === TICKED })}
					getValueFromEvent={({ target }: { target: { checked: boolean } }) => (target.checked ? TICKED : '')}
				>
					<Checkbox>{unknown.label}</Checkbox>
				</Form.Item>
			) : null}
		</>
	);
}
