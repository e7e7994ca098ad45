import { Alert, Form, Input } from 'antd';
import type { DocumentDetail } from '../api.ts';

/** The disclosure office would open it: the signer says why it is kept back all the same (国办发〔2016〕80号). */
export function OpinionReason({ document: { disclosure } }: { document: DocumentDetail }) {
	if (disclosure?.opinion?.kind !== 'open') return null;
	return (
		<>
			<Alert
				className="gk-gap"
				type="warning"
				showIcon
				title="县政务公开工作机构认为应当公开"
				description={disclosure.opinion.reason}
			/>
			<Form.Item name="objectionReason" label="仍不予公开的理由" extra="没有正当理由的，请退回修改公开属性">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</>
	);
}
