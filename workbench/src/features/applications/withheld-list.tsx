import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { Options } from './api.ts';

/** The parts withheld, each with its own ground and reason (条例第三十七条). */
export function WithheldList({ options }: { options: Options }) {
	return (
		<Form.List name="withheld">
			{(parts, { add, remove }) => (
				<>
					{parts.map(({ key, name }) => (
						<fieldset key={key} className="gk-panel">
							<legend>不予公开的内容{name + 1}</legend>
							<Form.Item name={[name, 'part']} label="内容" required>
								<Input maxLength={500} />
							</Form.Item>
							<Form.Item name={[name, 'ground']} label="依据" required initialValue="15">
								<Select options={[...options.grounds]} />
							</Form.Item>
							<PartEvidence name={name} options={options} />
							<Form.Item name={[name, 'reason']} label="理由" required>
								<Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
							</Form.Item>
							<Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={() => remove(name)}>
								删除本项
							</Button>
						</fieldset>
					))}
					<Form.Item>
						<Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ ground: '15' })}>
							添加不予公开的内容
						</Button>
					</Form.Item>
				</>
			)}
		</Form.List>
	);
}

/** What the file must hold for the ground that is chosen; an input only where there is something to hold. */
function PartEvidence({ name, options }: { name: number; options: Options }) {
	const ground = Form.useWatch(['withheld', name, 'ground']);
	const label = options.grounds.find(({ value }) => value === ground)?.evidence;
	if (!label) return null;
	return (
		<Form.Item name={[name, 'evidence']} label={label} required extra="留存备查，不写入告知书。">
			<Input maxLength={500} />
		</Form.Item>
	);
}
