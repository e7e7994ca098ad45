import { Alert, Form, Input } from 'antd';

/** Somebody consulted objects: the signer says why it goes out all the same (条例第十一条第二款). */
export function ObjectionReason({ objectors }: { objectors: readonly string[] }) {
	if (objectors.length === 0) return null;
	return (
		<>
			<Alert className="gk-gap" type="warning" showIcon title={`${objectors.join('、')}有意见，尚未协商一致`} />
			<Form.Item name="objectionReason" label="不采纳意见的理由" extra="没有正当理由的，请退回修改后再次协商">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</>
	);
}
