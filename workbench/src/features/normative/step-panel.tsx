import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FilePicker, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { KEY, type Project, type ProjectAction, type StepValues, takeStep } from './api.ts';
import { ASKS, bodyLabel, type Field } from './words.ts';

interface StepPanelProps {
	project: Project;
	action: ProjectAction | null;
	onClose: () => void;
}

/** One step: its day, what it says, and its papers. */
export function StepPanel({ project, action, onClose }: StepPanelProps) {
	const move = project.moves.find((one) => one.action === action);
	return (
		<SidePanel open={action !== null} title={move?.label ?? ''} onClose={onClose}>
			{action ? (
				<StepForm key={action} project={project} action={action} basis={move?.basis} onClose={onClose} />
			) : null}
		</SidePanel>
	);
}

interface StepFormProps {
	project: Project;
	action: ProjectAction;
	basis: string | undefined;
	onClose: () => void;
}

function StepForm({ project, action, basis, onClose }: StepFormProps) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [files, setFiles] = useState<File[]>([]);
	const { fields, hint } = ASKS[action];
	const { fault, busy, props } = useServerForm<StepValues>(async (values) => {
		await takeStep(project, action, values, files);
		await Promise.all([KEY, ['todo'], ['documents']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办理。');
		onClose();
	});
	return (
		<Form {...props} initialValues={{ onDay: session.today }}>
			{basis ? <p className="gk-hint gk-gap">依据：{basis}</p> : null}
			<FormIssues fault={fault} />
			<Form.Item name="onDay" label="办理日期">
				<DayInput label="办理日期" max={session.today} />
			</Form.Item>
			{fields.map((field) => (
				<StepInput key={field} field={field} action={action} />
			))}
			{hint ? <p className="gk-hint gk-gap">{hint}。</p> : null}
			<Form.Item label="材料">
				<FilePicker hint="意见书、纪要、回执等，最多10个" multiple value={files} onChange={setFiles} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy} danger={action === 'stop'}>
					确定
				</Button>
			</Flex>
		</Form>
	);
}

const TEXTS: Readonly<Partial<Record<Field, { label: string; extra?: string; max: number }>>> = {
	link: { label: '征求意见网址', extra: '没有的可以不填', max: 500 },
	consultation: { label: '征求意见编号', extra: '在网站公开征求意见的，填写其编号', max: 60 },
	meeting: { label: '会议名称', max: 100 },
	filingNumber: { label: '备案号', max: 60 },
};
const DAYS: Readonly<Partial<Record<Field, string>>> = { startsOn: '征求意见开始', endsOn: '征求意见截止' };
const COUNTS: Readonly<Partial<Record<Field, string>>> = {
	opinions: '收到意见（条）',
	adopted: '采纳意见（条）',
	copies: '印发份数',
};

function StepInput({ field, action }: { field: Field; action: ProjectAction }) {
	const text = field === 'body' ? { label: bodyLabel(action), max: 100 } : TEXTS[field];
	if (text)
		return (
			<Form.Item name={field} label={text.label} extra={'extra' in text ? text.extra : undefined}>
				<Input maxLength={text.max} />
			</Form.Item>
		);
	const day = DAYS[field];
	if (day)
		return (
			<Form.Item name={field} label={day}>
				<DayInput label={day} />
			</Form.Item>
		);
	const count = COUNTS[field];
	if (count)
		return (
			<Form.Item name={field} label={count}>
				<InputNumber min={0} max={1_000_000} precision={0} className="gk-full" />
			</Form.Item>
		);
	return (
		<Form.Item name={field} label={ASKS[action].text}>
			<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 3 }} />
		</Form.Item>
	);
}
