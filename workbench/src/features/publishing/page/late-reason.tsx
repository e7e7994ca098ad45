import { Form, Input } from 'antd';
import { formatDay } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';

/** Later than 条例第二十六条 allows: said why, once an edition. */
export function LateReason({ document: { clock } }: { document: DocumentDetail }) {
	return (
		<Form.Item
			name="lateReason"
			label="逾期公开的原因"
			extra={clock.due ? `应于${formatDay(clock.due)}前公开（${clock.basis}）` : undefined}
		>
			<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
		</Form.Item>
	);
}
