import { Button, Form, Input, Select } from 'antd';
import { DayInput, FormIssues, useServerForm } from '../../ui/index.ts';
import type { Entry, Field, Kind } from './api.ts';

/** What is typed into a line; figures stay text, the server judges them. */
export interface EntryValues {
	day: string;
	quantity: string;
	fields?: Record<string, string | number | undefined>;
	note?: string;
	reason?: string;
}

interface EntryFormProps {
	kind: Kind;
	/** The line that is corrected; then a reason is asked for. */
	correcting?: Entry;
	onSend: (values: EntryValues) => Promise<unknown>;
}

/** One line of a register. */
export function EntryForm({ kind, correcting, onSend }: EntryFormProps) {
	const { fault, busy, props } = useServerForm<EntryValues>(onSend);
	const initial = correcting
		? { day: correcting.day, quantity: correcting.quantity, fields: correcting.fields, note: correcting.note }
		: {};
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			{kind.hint ? <p className="gk-hint">{kind.hint}</p> : null}
			<Form.Item name="day" label={kind.measure === 'stock' ? '自何日起' : '日期'} required>
				<DayInput />
			</Form.Item>
			<Form.Item name="quantity" label={kind.measure === 'stock' ? '变化后的总数' : '数量'} required>
				<Input inputMode="decimal" maxLength={30} suffix={kind.unit} autoComplete="off" />
			</Form.Item>
			{kind.fields.map((field) => (
				<Form.Item key={field.key} name={['fields', field.key]} label={field.label} required={field.required ?? false}>
					<FieldInput field={field} />
				</Form.Item>
			))}
			<Form.Item name="note" label="备注">
				<Input.TextArea rows={2} maxLength={2000} />
			</Form.Item>
			{correcting ? (
				<Form.Item name="reason" label="更正理由" required>
					<Input.TextArea rows={2} maxLength={500} showCount />
				</Form.Item>
			) : null}
			<Button type="primary" htmlType="submit" loading={busy}>
				{correcting ? '保存更正' : '登记'}
			</Button>
		</Form>
	);
}

interface FieldInputProps {
	field: Field;
	id?: string;
	value?: string | number;
	onChange?: (value: string) => void;
}

function FieldInput({ field, id, value, onChange }: FieldInputProps) {
	if (field.type === 'choice') {
		const options = (field.choices ?? []).map((choice) => ({ value: choice.key, label: choice.label }));
		return (
			<Select
				id={id}
				value={value === undefined ? undefined : String(value)}
				onChange={onChange}
				options={options}
				placeholder="请选择"
			/>
		);
	}
	const figure = field.type !== 'text';
	return (
		<Input
			id={id}
			value={value}
			onChange={({ target }) => onChange?.(target.value)}
			maxLength={figure ? 30 : 500}
			inputMode={figure ? 'decimal' : 'text'}
			suffix={field.unit}
			autoComplete="off"
		/>
	);
}

/** Empty inputs are not sent: an optional particular is left out, not kept as an empty text. */
export function givenFields(values: EntryValues): Record<string, string | number> {
	const given = Object.entries(values.fields ?? {}).filter(([, value]) => value !== undefined && value !== '');
	return Object.fromEntries(given) as Record<string, string | number>;
}
