import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { ConfirmReason, DayInput } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type OfficeDetail, renameOffice } from './api.ts';

interface RenameDialogProps {
	office: OfficeDetail;
	open: boolean;
	onClose: () => void;
}

/** A new name from a day on; what was issued before keeps the name of its day. */
export function RenameDialog({ office, open, onClose }: RenameDialogProps) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { today } = useViewer();
	return (
		<ConfirmReason
			open={open}
			title={`更名：${office.name}`}
			okLabel="更名"
			reason="none"
			text="更名前制作的文书、信息和年度报告仍使用当时的名称。"
			onConfirm={async ({ name, shortName, on }) => {
				const change = { name: String(name), shortName: String(shortName), on: String(on) };
				await renameOffice(office.id, { ...change, revision: office.revision });
				await queries.invalidateQueries({ queryKey: ['offices'] });
				message.success('机关已更名。');
			}}
			onClose={onClose}
		>
			<Form.Item
				name="name"
				label="新的机关全称"
				rules={[{ required: true, whitespace: true, message: '请填写机关全称。' }]}
			>
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item
				name="shortName"
				label="新的简称"
				rules={[{ required: true, whitespace: true, message: '请填写简称。' }]}
			>
				<Input maxLength={20} />
			</Form.Item>
			<Form.Item
				name="on"
				label="启用日期"
				rules={[{ required: true, message: '请填写启用日期。' }]}
				extra="批准文件规定的日期，不晚于今天"
			>
				<DayInput max={today} />
			</Form.Item>
		</ConfirmReason>
	);
}
