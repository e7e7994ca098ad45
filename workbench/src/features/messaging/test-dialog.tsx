import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Radio } from 'antd';
import { ConfirmReason } from '../../ui/index.ts';
import { type Channel, KEY, sendTest } from './api.ts';

interface TestDialogProps {
	open: boolean;
	channels: readonly Channel[];
	onClose: () => void;
}

/** A message to oneself: whether a channel works shows before the first applicant waits for one. */
export function TestDialog({ open, channels, onClose }: TestDialogProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const send = async (values: Record<string, unknown>) => {
		const { channel, to = '' } = values as { channel: Channel['name']; to?: string };
		await sendTest({ channel, to });
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('测试消息已排队，几秒后可在列表中看到结果。');
	};
	const ready = channels.filter(({ isOpen }) => isOpen);
	return (
		<ConfirmReason
			open={open}
			title="发送测试消息"
			text="给自己发一条，确认设置可用。"
			reason="none"
			okLabel="发送"
			onConfirm={send}
			onClose={onClose}
		>
			<Form.Item name="channel" label="方式" initialValue={ready[0]?.name}>
				<Radio.Group options={ready.map(({ name, label }) => ({ value: name, label }))} />
			</Form.Item>
			<Form.Item name="to" label="电子邮箱或者手机号码" required>
				<Input maxLength={200} />
			</Form.Item>
		</ConfirmReason>
	);
}
