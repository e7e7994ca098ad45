import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, InputNumber, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { createTree, KEY, type TreeRow } from './api.ts';

interface TreePanelProps {
	open: boolean;
	trees: readonly TreeRow[];
	onClose: () => void;
}

/** Begins a tree for a year: from the one we ship, from the year before, or from another version. */
export function TreePanel(props: TreePanelProps) {
	return (
		<SidePanel open={props.open} title="新建指标体系" onClose={props.onClose}>
			<TreeForm {...props} />
		</SidePanel>
	);
}

interface Values {
	year: number;
	from: string;
}

function TreeForm({ trees, onClose }: TreePanelProps) {
	const { session } = useSession();
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { fault, busy, props } = useServerForm<Values>(async ({ year, from }) => {
		const origin = /^\d+$/.test(from)
			? { kind: 'tree' as const, id: Number(from) }
			: { kind: from === 'lastYear' ? ('lastYear' as const) : ('standard' as const) };
		const { id } = await createTree(year, origin);
		await queries.invalidateQueries({ queryKey: KEY });
		onClose();
		void navigate(`/evaluation/trees/${id}`);
	});
	const options = [
		{ value: 'standard', label: '系统自带的指标（可以修改）' },
		{ value: 'lastYear', label: '复制上一年度已固定的指标' },
		...trees.map(({ id, title, version }) => ({ value: String(id), label: `复制${title}（第${version}版）` })),
	];
	return (
		<Form {...props} initialValues={{ year: Number(session.today.slice(0, 4)), from: 'standard' }}>
			<FormIssues fault={fault} />
			<Form.Item name="year" label="考核年度" rules={[{ required: true, message: '请填写考核年度。' }]}>
				<InputNumber min={2008} max={2200} />
			</Form.Item>
			<Form.Item name="from" label="从哪里开始">
				<Radio.Group className="ev-choices" options={options} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					新建
				</Button>
			</Flex>
		</Form>
	);
}
