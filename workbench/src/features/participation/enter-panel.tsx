import { Button, Checkbox, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { enterConcern, type NewConcern, useConcernOptions } from './api.ts';

interface EnterPanelProps {
	open: boolean;
	onClose: () => void;
}

/** A message that came by the hotline, a letter, a visit, or that was seen in the media. */
export function EnterPanel({ open, onClose }: EnterPanelProps) {
	return (
		<SidePanel open={open} title="登记诉求" onClose={onClose}>
			<EnterForm onClose={onClose} />
		</SidePanel>
	);
}

interface Values extends Omit<NewConcern, 'contact'> {
	name?: string;
	phone?: string;
}

function EnterForm({ onClose }: { onClose: () => void }) {
	const { session } = useSession();
	const navigate = useNavigate();
	const { data: options } = useConcernOptions();
	const { form, fault, busy, props } = useServerForm<Values>(async ({ name = '', phone = '', ...rest }) => {
		const { id } = await enterConcern({ ...rest, receivedAt: null, contact: { name, phone, email: '' } });
		onClose();
		void navigate(`/concerns/${id}`);
	});
	const kind = Form.useWatch('kind', form);
	return (
		<Form
			{...props}
			initialValues={{ kind: 'question', origin: 'hotline', officeId: session.office?.id, urgent: false, page: '' }}
		>
			<FormIssues fault={fault} />
			<Form.Item name="origin" label="来源">
				<Select options={options?.origins.filter(({ value }) => value !== 'portal') ?? []} />
			</Form.Item>
			<Form.Item name="kind" label="类别">
				<Select options={options?.kinds ?? []} />
			</Form.Item>
			{kind === 'opinion' ? (
				<Form.Item
					name="urgent"
					valuePropName="checked"
					extra="重大突发事件5小时内发布权威信息、24小时内举行新闻发布会"
				>
					<Checkbox>特别重大、重大突发事件</Checkbox>
				</Form.Item>
			) : null}
			<Form.Item name="officeId" label="办理机关">
				<Select options={options?.offices ?? []} />
			</Form.Item>
			<Form.Item name="title" label="标题">
				<Input maxLength={80} />
			</Form.Item>
			<Form.Item name="body" label="内容">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 5 }} />
			</Form.Item>
			{kind === 'siteError' ? (
				<Form.Item name="page" label="页面网址">
					<Input maxLength={500} />
				</Form.Item>
			) : null}
			<Form.Item name="name" label="姓名" extra="可以不填，加密保存">
				<Input maxLength={50} />
			</Form.Item>
			<Form.Item name="phone" label="电话">
				<Input maxLength={30} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记
				</Button>
			</Flex>
		</Form>
	);
}
