import { Button, Flex, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type NewProposal, registerProposal, useProposalOptions } from './proposal-api.ts';

interface RegisterPanelProps {
	open: boolean;
	onClose: () => void;
}

export function RegisterPanel({ open, onClose }: RegisterPanelProps) {
	return (
		<SidePanel open={open} title="登记建议提案" onClose={onClose}>
			<RegisterForm onClose={onClose} />
		</SidePanel>
	);
}

interface Values extends Omit<NewProposal, 'contact'> {
	phone?: string;
	email?: string;
}

function RegisterForm({ onClose }: { onClose: () => void }) {
	const { session } = useSession();
	const { today } = useViewer();
	const navigate = useNavigate();
	const { data: options } = useProposalOptions();
	const { fault, busy, props } = useServerForm<Values>(async ({ phone = '', email = '', receivedOn, ...rest }) => {
		const { id } = await registerProposal({ ...rest, receivedOn: receivedOn ?? '', contact: { phone, email } });
		onClose();
		await navigate(`/proposals/${id}`);
	});
	const initial = {
		kind: 'deputy' as const,
		officeId: session.office?.id,
		jointOfficeIds: [],
		limitMonths: 3,
		receivedOn: today,
	};
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Form.Item name="kind" label="类别">
				<Radio.Group options={options?.kinds ?? []} />
			</Form.Item>
			<Form.Item name="session" label="届次会议">
				<Input maxLength={60} placeholder="如：县第十八届人民代表大会第五次会议" />
			</Form.Item>
			<Form.Item name="originalNumber" label="编号">
				<Input maxLength={30} placeholder="如：第23号" />
			</Form.Item>
			<Form.Item name="title" label="案由">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="body" label="内容">
				<Input.TextArea maxLength={20_000} showCount autoSize={{ minRows: 5, maxRows: 16 }} />
			</Form.Item>
			<Form.Item name="delegate" label="代表、委员" extra="几位的用顿号隔开；不会公开">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="phone" label="联系电话" extra="加密保存，不会公开">
				<Input maxLength={30} />
			</Form.Item>
			<Form.Item name="officeId" label="主办机关">
				<Select options={options?.offices ?? []} />
			</Form.Item>
			<Form.Item name="jointOfficeIds" label="会办机关" extra="没有的不选">
				<Select mode="multiple" options={options?.offices ?? []} />
			</Form.Item>
			<Form.Item name="receivedOn" label="收到日期">
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="limitMonths" label="办理期限（月）" extra="一般三个月，自收到次日起算">
				<InputNumber min={1} max={12} />
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
