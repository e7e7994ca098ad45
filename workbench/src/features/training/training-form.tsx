import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, useServerForm } from '../../ui/index.ts';
import {
	changeTraining,
	createTraining,
	REFRESH,
	type Training,
	type TrainingBody,
	useTrainingOptions,
} from './api.ts';

const EMPTY = { kind: 'training', title: '', hours: '', place: '', speaker: '', content: '', minutes: '' } as const;

/** A plan, new or to be changed; the minutes once it has been held. */
export function TrainingForm({ training, onClose }: { training?: Training; onClose: () => void }) {
	const { session } = useSession();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<TrainingBody>(async (values) => {
		const body = { ...EMPTY, ...values, day: values.day ?? '' };
		if (training) await changeTraining(training.id, { ...body, revision: training.revision });
		const made = training ? null : await createTraining(body);
		await Promise.all(REFRESH.map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已保存。');
		onClose();
		if (made) void navigate(`/trainings/${made.id}`);
	});
	const initial = training
		? { ...training, offices: training.invited.map(({ officeId }) => officeId) }
		: { ...EMPTY, offices: session.office ? [session.office.id] : [] };
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Fields isHeld={training?.state === 'held'} />
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}

function Fields({ isHeld }: { isHeld: boolean }) {
	const { session } = useSession();
	const { data: options } = useTrainingOptions();
	const isCounty = session.permissions.includes('exam.manage');
	const offices = (options?.offices ?? []).filter(({ value }) => isCounty || value === session.office?.id);
	return (
		<>
			<Form.Item name="kind" label="类别">
				<Radio.Group options={options?.kinds ?? []} />
			</Form.Item>
			<Form.Item name="title" label="名称">
				<Input maxLength={100} placeholder="如：依申请公开答复规范培训" />
			</Form.Item>
			<Form.Item name="day" label="日期">
				<DayInput />
			</Form.Item>
			<Form.Item name="hours" label="时间">
				<Input maxLength={40} placeholder="如：9:00—11:30" />
			</Form.Item>
			<Form.Item name="place" label="地点">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="speaker" label="主讲或者主持">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item
				name="offices"
				label="参加的机关"
				extra={isCounty ? undefined : '本机关自己举办的，参加人员可以是站所和村（社区）人员'}
			>
				<Select mode="multiple" options={offices} optionFilterProp="label" />
			</Form.Item>
			<Form.Item name="content" label="内容">
				<Input.TextArea maxLength={5000} autoSize={{ minRows: 4 }} />
			</Form.Item>
			{isHeld ? (
				<Form.Item name="minutes" label="纪要">
					<Input.TextArea maxLength={20_000} autoSize={{ minRows: 8 }} />
				</Form.Item>
			) : null}
		</>
	);
}
