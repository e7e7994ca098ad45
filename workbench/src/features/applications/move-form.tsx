import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { DayInput, FormIssues, plusDays, SidePanel, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import type { FieldSpec, FormSpec } from './form-spec.ts';

type Values = Record<string, unknown>;

interface MoveFormProps {
	title: string;
	spec: FormSpec;
	submitLabel: string;
	onSend: (values: Values) => Promise<unknown>;
}

/** The form of a move, from its description. What the server refuses stands beside the input it belongs to. */
export function MoveForm({ spec, submitLabel, onSend }: Omit<MoveFormProps, 'title'>) {
	const { fault, busy, props } = useServerForm<Values>((values) => onSend({ ...spec.fixed, ...filled(spec, values) }));
	const initial = Object.fromEntries(
		spec.fields.flatMap(({ name, initial: value }) =>
			value === undefined || typeof name !== 'string' ? [] : [[name, value]],
		),
	);
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			{spec.text ? <p className="gk-hint ga-hint">{spec.text}</p> : null}
			{spec.fields.map((field) => (
				<MoveField key={String(field.name)} field={field} />
			))}
			<Button type="primary" htmlType="submit" loading={busy}>
				{submitLabel}
			</Button>
		</Form>
	);
}

/** The same form in a panel beside the case. */
export function MovePanel({ open, onClose, ...form }: MoveFormProps & { open: boolean; onClose: () => void }) {
	return (
		<SidePanel open={open} title={form.title} onClose={onClose} width={480}>
			<MoveForm {...form} />
		</SidePanel>
	);
}

/** What was left empty goes as an empty text, a day as null: the server says what is missing. */
function filled(spec: FormSpec, values: Values): Values {
	const sent: Values = {};
	for (const { name, kind } of spec.fields) {
		const nothing = ['day', 'futureDay', 'number', 'money'].includes(kind) ? null : kind === 'yes' ? false : '';
		if (typeof name === 'string') sent[name] = values[name] ?? nothing;
		else {
			const [outer, inner] = name;
			const given = (values[outer] ?? {}) as Values;
			sent[outer] = { ...(sent[outer] as Values | undefined), [inner]: given[inner] ?? '' };
		}
	}
	return sent;
}

function MoveField({ field }: { field: FieldSpec }) {
	const { when } = field;
	if (!when) return <PlainField field={field} />;
	return (
		<Form.Item noStyle shouldUpdate={(before, after) => before[when.name] !== after[when.name]}>
			{({ getFieldValue }) => (when.is.includes(getFieldValue(when.name)) ? <PlainField field={field} /> : null)}
		</Form.Item>
	);
}

function PlainField({ field }: { field: FieldSpec }) {
	const { name, label, kind, required = false, hint } = field;
	const path = typeof name === 'string' ? name : [...name];
	if (kind === 'yes') {
		return (
			<Form.Item name={path} valuePropName="checked" extra={hint}>
				<Checkbox>{label}</Checkbox>
			</Form.Item>
		);
	}
	return (
		<Form.Item name={path} label={label} required={required} extra={hint}>
			<FieldInput field={field} />
		</Form.Item>
	);
}

/** antd gives value and onChange to what stands directly below a Form.Item, so they are handed on. */
function FieldInput({ field, ...input }: { field: FieldSpec; value?: unknown; onChange?: (value: unknown) => void }) {
	const { today } = useViewer();
	const given = input as Record<string, never>;
	switch (field.kind) {
		case 'area':
			return <Input.TextArea rows={4} maxLength={5000} {...given} />;
		case 'day':
			return <DayInput max={today} {...given} />;
		case 'futureDay':
			return <DayInput min={plusDays(today, 1)} {...given} />;
		case 'number':
			return <InputNumber min={0} precision={0} className="gk-full" {...given} />;
		case 'money':
			return <InputNumber min={0} precision={2} suffix="元" className="gk-full" {...given} />;
		case 'select':
			return <Select options={[...(field.options ?? [])]} placeholder="请选择" {...given} />;
		default:
			return <Input maxLength={200} autoComplete="off" {...given} />;
	}
}
