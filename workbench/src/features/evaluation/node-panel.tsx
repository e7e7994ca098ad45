import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { SidePanel } from '../../ui/index.ts';
import type { TreeNode } from './api.ts';
import { NODE_KINDS, optionsOf, SAMPLINGS, SOURCES } from './words.ts';

interface NodePanelProps {
	open: boolean;
	/** Null for a new row. */
	node: TreeNode | null;
	onClose: () => void;
	onSave: (node: TreeNode) => void;
	onDrop: () => void;
}

/** One row of a tree. Kept with the tree, judged when it is fixed. */
export function NodePanel(props: NodePanelProps) {
	return (
		<SidePanel open={props.open} title={props.node ? '修改指标' : '增加指标'} onClose={props.onClose}>
			<NodeForm {...props} />
		</SidePanel>
	);
}

const NEW: TreeNode = {
	...{ code: '', kind: 'points', name: '', points: 0, checks: '', basis: '' },
	...{ sampling: 'manual', perFault: 0, source: null },
};

function NodeForm({ node, onClose, onSave, onDrop }: NodePanelProps) {
	const [form] = Form.useForm<TreeNode>();
	const kind = Form.useWatch('kind', form);
	const sampling = Form.useWatch('sampling', form);
	const keep = (values: TreeNode) => {
		const isCounted = values.kind === 'points' && values.sampling === 'automatic';
		onSave({ ...NEW, ...values, source: isCounted ? (values.source ?? null) : null });
		onClose();
	};
	return (
		<Form form={form} layout="vertical" initialValues={node ?? NEW} onFinish={keep}>
			<Form.Item
				name="code"
				label="编号"
				extra="如 1、1.2、1.2.3"
				rules={[{ required: true, pattern: /^\d{1,2}(\.\d{1,2}){0,2}$/, message: '编号由数字和点组成，如 1.2。' }]}
			>
				<Input maxLength={8} />
			</Form.Item>
			<Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}>
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="kind" label="类型">
				<Select options={optionsOf(NODE_KINDS)} />
			</Form.Item>
			{kind === 'veto' ? null : (
				<Form.Item name="points" label="分值">
					<InputNumber min={0} max={1000} />
				</Form.Item>
			)}
			{kind === 'group' ? null : <LeafFields isCounted={kind === 'points' && sampling === 'automatic'} />}
			<Flex gap={8} justify="end">
				{node ? (
					<Button
						danger
						onClick={() => {
							onDrop();
							onClose();
						}}
					>
						删除
					</Button>
				) : null}
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit">
					确定
				</Button>
			</Flex>
		</Form>
	);
}

function LeafFields({ isCounted }: { isCounted: boolean }) {
	return (
		<>
			<Form.Item name="sampling" label="采样方式">
				<Select options={optionsOf(SAMPLINGS)} />
			</Form.Item>
			{isCounted ? (
				<Form.Item name="source" label="数据来源">
					<Select options={optionsOf(SOURCES)} />
				</Form.Item>
			) : null}
			<Form.Item name="perFault" label="每处扣分" extra="填0表示记录时另定分数">
				<InputNumber min={0} max={1000} />
			</Form.Item>
			<Form.Item name="checks" label="检查内容">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="basis" label="依据">
				<Input maxLength={200} />
			</Form.Item>
		</>
	);
}
