import { Form, Input, Select } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason, DayInput } from '../../../ui/index.ts';
import type { DocumentDetail, Options, ValidityMark } from '../api.ts';
import { markValidity } from './move-calls.ts';
import { useMove } from './use-move.ts';

interface ValidityDialogProps {
	document: DocumentDetail;
	options: Options;
	open: boolean;
	onClose: () => void;
}

/** 废止、失效、修改: from which day, on which ground. The text stays on the portal, marked. */
export function ValidityDialog({ document, options, open, onClose }: ValidityDialogProps) {
	const { session } = useSession();
	const move = useMove();
	const send = ({ validity, onDay, basis }: Record<string, unknown>) => {
		const mark = { validity: validity as ValidityMark['validity'], onDay: String(onDay), basis: String(basis ?? '') };
		return move('markValidity', () => markValidity(document.id, mark));
	};
	return (
		<ConfirmReason
			open={open}
			title="标注效力"
			text="标注后正文仍在网站公开，标题旁注明效力状态。"
			reason="none"
			okLabel="标注"
			onConfirm={send}
			onClose={onClose}
		>
			<Form.Item name="validity" label="效力" rules={[{ required: true, message: '请选择效力。' }]}>
				<Select placeholder="请选择" options={options.validities.filter(({ value }) => value !== document.validity)} />
			</Form.Item>
			<Form.Item
				name="onDay"
				label="自何日起"
				initialValue={session.today}
				rules={[{ required: true, message: '请填写日期。' }]}
			>
				<DayInput label="自何日起" />
			</Form.Item>
			<Form.Item name="basis" label="依据" extra="宣布修改、废止或者失效的文件名称、文号或者条款">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</ConfirmReason>
	);
}
