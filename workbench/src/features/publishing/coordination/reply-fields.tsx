import { Form, Input, Radio } from 'antd';

const REPLIES = [
	{ value: 'confirmed', label: '确认无误' },
	{ value: 'objected', label: '有意见' },
];

/** The answer itself: whoever has an opinion says which. */
export function ReplyFields() {
	const reply = Form.useWatch('reply') as string | undefined;
	return (
		<>
			<Form.Item name="reply" label="答复" rules={[{ required: true, message: '请选择答复结果。' }]}>
				<Radio.Group options={REPLIES} />
			</Form.Item>
			<Form.Item name="opinion" label={reply === 'objected' ? '意见' : '补充说明（可以不填）'}>
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</>
	);
}
