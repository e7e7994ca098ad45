import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { Link } from 'react-router';
import { OfficeSelect } from '../../parts/offices.tsx';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import type { OfficeValues } from './api.ts';
import { type FieldGroup, GROUPS, KIND_LABELS, type OfficeField } from './fields.ts';

interface OfficeFormProps {
	initial: Partial<OfficeValues>;
	submitLabel: string;
	backTo: string;
	/** The office itself, which cannot be its own parent. */
	id?: number;
	onSend: (values: OfficeValues) => Promise<unknown>;
}

/** All that is known of an office, on one page; only the name group is asked for, the rest can follow later. */
export function OfficeForm({ initial, submitLabel, backTo, id, onSend }: OfficeFormProps) {
	const { fault, busy, props } = useServerForm<OfficeValues>(onSend);
	const isCounty = initial.kind === 'county';
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			{GROUPS.map((group) => (
				<Group key={group.title} group={group} withPlace={group === GROUPS[0]} isCounty={isCounty} id={id} />
			))}
			<Flex gap={8}>
				<Button type="primary" htmlType="submit" loading={busy}>
					{submitLabel}
				</Button>
				<Link to={backTo}>
					<Button tabIndex={-1}>取消</Button>
				</Link>
			</Flex>
		</Form>
	);
}

interface GroupProps {
	group: FieldGroup;
	withPlace: boolean;
	isCounty: boolean;
	id: number | undefined;
}

function Group({ group, withPlace, isCounty, id }: GroupProps) {
	return (
		<section className="gk-panel" aria-label={group.title}>
			<h2>{group.title}</h2>
			<div className="gk-columns">
				{group.fields.map((field) => (
					<TextField key={field.name} field={field} />
				))}
				{withPlace && !isCounty ? <Place id={id} /> : null}
			</div>
		</section>
	);
}

function TextField({ field }: { field: OfficeField }) {
	const { name, label, hint, maxLength, wide, required = false } = field;
	return (
		<Form.Item
			name={name}
			label={label}
			extra={hint}
			className={wide ? 'gk-wide' : undefined}
			rules={required ? [{ required: true, whitespace: true, message: `请填写${label}。` }] : []}
		>
			<Input maxLength={maxLength} />
		</Form.Item>
	);
}

/** Where the office stands in the county. */
function Place({ id }: { id: number | undefined }) {
	const kinds = ['department', 'township'].map((value) => ({ value, label: KIND_LABELS[value] }));
	return (
		<>
			<Form.Item name="kind" label="机关类别" rules={[{ required: true, message: '请选择机关类别。' }]}>
				<Select options={kinds} />
			</Form.Item>
			<Form.Item name="parentId" label="上级机关" rules={[{ required: true, message: '请选择上级机关。' }]}>
				<OfficeSelect label="上级机关" without={id === undefined ? [] : [id]} />
			</Form.Item>
			<Form.Item name="position" label="排列顺序" extra="数字小的排在前面">
				<InputNumber min={0} max={9999} precision={0} className="gk-full" />
			</Form.Item>
		</>
	);
}
