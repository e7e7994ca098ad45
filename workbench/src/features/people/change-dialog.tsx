import { Form, Input } from 'antd';
import { ConfirmReason, useCommand } from '../../ui/index.ts';
import { changePerson, type PersonDetail } from './api.ts';

interface DialogProps {
	person: PersonDetail;
	open: boolean;
	onClose: () => void;
}

/** Name, login name and phone. */
export function ChangeDialog({ person, open, onClose }: DialogProps) {
	const { run } = useCommand(() => Promise.resolve(), { done: '已保存。', refresh: [['people']] });
	return (
		<ConfirmReason
			open={open}
			title="修改人员"
			okLabel="保存"
			reason="none"
			onConfirm={async ({ name, loginName, phone }) => {
				const change = { name: String(name), loginName: String(loginName), phone: String(phone ?? '') };
				await changePerson(person.id, { ...change, revision: person.revision });
				await run();
			}}
			onClose={onClose}
		>
			<Form.Item
				name="name"
				label="姓名"
				initialValue={person.name}
				rules={[{ required: true, whitespace: true, message: '请填写姓名。' }]}
			>
				<Input maxLength={30} />
			</Form.Item>
			<Form.Item
				name="loginName"
				label="登录名"
				initialValue={person.loginName}
				rules={[{ required: true, whitespace: true, message: '请填写登录名。' }]}
			>
				<Input maxLength={32} autoCapitalize="none" />
			</Form.Item>
			<Form.Item name="phone" label="联系电话" initialValue={person.phone}>
				<Input maxLength={30} />
			</Form.Item>
		</ConfirmReason>
	);
}
