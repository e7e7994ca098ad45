import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, Radio } from 'antd';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { moveTraining, REFRESH, type Training } from './api.ts';

interface CloseDialogProps {
	open: boolean;
	training: Training;
	onClose: () => void;
}

const SEPARATE = 0;

/** The register has lines of that very day: is it one of them, or another event? Nothing is counted twice unasked. */
export function CloseDialog({ open, training, onClose }: CloseDialogProps) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, clear, props } = useServerForm<{ entryId: number }>(async ({ entryId }) => {
		const isSeparate = entryId === SEPARATE;
		await moveTraining(training.id, 'close', { entryId: isSeparate ? null : entryId, separate: isSeparate });
		await Promise.all(REFRESH.map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办结。');
		onClose();
	});
	const options = [
		...training.sameDay.map(({ id, topic, trainees }) => ({
			value: id,
			label: `就是台账第${id}号（${topic || '没有写明内容'}${trainees ? `，${trainees}人次` : ''}），关联即可`,
		})),
		{ value: SEPARATE, label: '是另一件事，另行记入台账' },
	];
	return (
		<Modal
			open={open}
			title="办结并记入台账"
			okText="办结"
			cancelText="取消"
			okButtonProps={{ loading: busy, htmlType: 'submit', form: 'close-training' }}
			onCancel={onClose}
			afterClose={clear}
			destroyOnHidden
		>
			<Form {...props} id="close-training">
				<FormIssues fault={fault} />
				<Form.Item
					name="entryId"
					label="本机关台账中已有同一天的同类登记，请核对是否同一件事："
					rules={[{ required: true, message: '请选择。' }]}
				>
					<Radio.Group options={options} />
				</Form.Item>
			</Form>
		</Modal>
	);
}
