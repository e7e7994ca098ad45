import { Form, Input, Select } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason, DayInput } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { askOthers } from './api.ts';
import { useCoordinate } from './use-coordinate.ts';
import { askOf } from './values.ts';

interface AskDialogProps {
	document: DocumentDetail;
	open: boolean;
	onClose: () => void;
}

/** 协商: which bodies are asked what, about the text as it stands now. */
export function AskDialog({ document: { id, coordination }, open, onClose }: AskDialogProps) {
	const { session } = useSession();
	const send = useCoordinate();
	return (
		<ConfirmReason
			open={open}
			title="征求其他机关意见"
			text="对方只能看到现在的正文和附件；此后改动的，需要再次征求。本县机关在系统中答复，县外机关的答复由本机关登记。"
			reason="none"
			okLabel="发出"
			onConfirm={(values) => send(() => askOthers(id, askOf(values)), '已发出。')}
			onClose={onClose}
		>
			<Form.Item name="officeIds" label="本县机关">
				<Select
					mode="multiple"
					placeholder="可以选择多个"
					showSearch={{ optionFilterProp: 'label' }}
					options={coordination.choices.map((one) => ({ value: one.id, label: one.name }))}
				/>
			</Form.Item>
			<Form.Item name="outside" label="县外机关" extra="填写全称，按回车后可以再填">
				<Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '；', ';']} />
			</Form.Item>
			<Form.Item
				name="question"
				label="需要确认的内容"
				rules={[{ required: true, whitespace: true, message: '请写明需要对方确认的内容。' }]}
			>
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="replyBy" label="答复期限" initialValue={coordination.replyBy} extra="默认为县里约定的期限">
				<DayInput label="答复期限" min={session.today} />
			</Form.Item>
		</ConfirmReason>
	);
}
