import { Checkbox, Form, Input } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason, DayInput } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { keepRecord } from './api.ts';
import { useCoordinate } from './use-coordinate.ts';
import { recordOf } from './values.ts';

interface RecordDialogProps {
	document: DocumentDetail;
	open: boolean;
	onClose: () => void;
}

/** Whether others are concerned, and which approval it has (条例第十一条). */
export function RecordDialog({ document: { id, coordination }, open, onClose }: RecordDialogProps) {
	const send = useCoordinate();
	const { record } = coordination;
	return (
		<ConfirmReason
			open={open}
			title="登记协商和批准事项"
			text="涉及其他机关的，签发前应当协商一致；依照法律、行政法规和国家有关规定需要批准的，未经批准不得公开（条例第十一条）。"
			reason="none"
			okLabel="保存"
			onConfirm={(values) => send(() => keepRecord(id, recordOf(values, record.id)), '已登记。')}
			onClose={onClose}
		>
			<RecordFields record={record} />
		</ConfirmReason>
	);
}

function RecordFields({ record }: { record: DocumentDetail['coordination']['record'] }) {
	const { session } = useSession();
	const needsApproval = Form.useWatch('needsApproval') as boolean | undefined;
	return (
		<>
			<Form.Item name="involvesOthers" valuePropName="checked" initialValue={record.involvesOthers}>
				<Checkbox>内容涉及其他机关</Checkbox>
			</Form.Item>
			<Form.Item name="needsApproval" valuePropName="checked" initialValue={record.needsApproval}>
				<Checkbox>依照法律、行政法规和国家有关规定需要批准</Checkbox>
			</Form.Item>
			{(needsApproval ?? record.needsApproval) ? (
				<>
					<Form.Item name="authority" label="批准机关" initialValue={record.authority}>
						<Input maxLength={100} />
					</Form.Item>
					<Form.Item name="approvedOn" label="批准日期" initialValue={record.approvedOn}>
						<DayInput label="批准日期" max={session.today} />
					</Form.Item>
					<Form.Item
						name="approvalNumber"
						label="批准文号"
						initialValue={record.approvalNumber}
						extra="三项可以在收到批准后再填，填齐后才能签发"
					>
						<Input maxLength={60} />
					</Form.Item>
				</>
			) : null}
		</>
	);
}
