import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';

/** Problems with what is done about each: 「无」 alone is no section five. */
export function ProblemFields() {
	return (
		<Form.List name="problems">
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<fieldset key={key} className="gk-panel">
							<legend className="gk-unseen">问题{name + 1}</legend>
							<Form.Item name={[name, 'problem']} label={`问题${name + 1}`} required>
								<Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
							</Form.Item>
							<Form.Item name={[name, 'measure']} label="改进措施" required>
								<Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
							</Form.Item>
							<Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={() => remove(name)}>
								删除问题{name + 1}
							</Button>
						</fieldset>
					))}
					<Flex className="gk-gap">
						<Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ problem: '', measure: '' })}>
							增加一个问题
						</Button>
					</Flex>
				</>
			)}
		</Form.List>
	);
}
