import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select } from 'antd';
import { DayInput, FormIssues, useServerForm } from '../../ui/index.ts';
import { addHolder, changeHolder, type Holder, type HolderBody, POSTS_KEY } from './api.ts';

const POSTS = [
	{ value: 'groupHead', label: '领导小组组长' },
	{ value: 'groupDeputy', label: '领导小组副组长' },
	{ value: 'groupMember', label: '领导小组成员' },
	{ value: 'agencyHead', label: '工作机构负责人' },
	{ value: 'agencyStaff', label: '工作机构工作人员' },
	{ value: 'liaison', label: '联络员' },
];

/** Somebody in the roster of one's own office. */
export function HolderForm({ holder, onClose }: { holder: Holder | null; onClose: () => void }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<HolderBody>(async (values) => {
		const { name = '', position = '', phone = '', since, until } = values;
		const body = { ...values, name, position, phone, since: since ?? '', until: until ?? null, personId: null };
		if (holder) await changeHolder(holder.id, { ...body, personId: holder.personId, revision: holder.revision });
		else await addHolder(body);
		await queries.invalidateQueries({ queryKey: POSTS_KEY });
		message.success('已保存。');
		onClose();
	});
	return (
		<Form {...props} initialValues={holder ?? { post: 'liaison' }}>
			<FormIssues fault={fault} />
			<Form.Item name="post" label="岗位">
				<Select options={POSTS} />
			</Form.Item>
			<Form.Item name="name" label="姓名">
				<Input maxLength={30} />
			</Form.Item>
			<Form.Item name="position" label="职务">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="phone" label="办公电话">
				<Input maxLength={30} />
			</Form.Item>
			<Form.Item name="since" label="任职日期">
				<DayInput />
			</Form.Item>
			<Form.Item name="until" label="离任日期" extra="在任的不填">
				<DayInput />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}
