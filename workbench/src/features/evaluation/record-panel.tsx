import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { FilePicker, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { KEY, readFindings, recordDeduction, type Sheet, type TreeNode } from './api.ts';
import { EVIDENCE_KINDS, NODE_KINDS, optionsOf, pointsText } from './words.ts';

interface RecordPanelProps {
	open: boolean;
	sheet: Sheet;
	onClose: () => void;
}

/** A fault with its evidence, taken now. */
export function RecordPanel(props: RecordPanelProps) {
	return (
		<SidePanel open={props.open} title="记录扣分" onClose={props.onClose}>
			<RecordForm {...props} />
		</SidePanel>
	);
}

interface Values {
	code?: string;
	faults?: number;
	points?: number;
	kind: keyof typeof EVIDENCE_KINDS;
	ref?: string;
	text?: string;
	note?: string;
}

function RecordForm({ sheet, onClose }: RecordPanelProps) {
	const { can } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [files, setFiles] = useState<File[]>([]);
	const { form, fault, busy, props } = useServerForm<Values>(async ({ faults, points, ...values }) => {
		const fields = {
			...values,
			faults: String(faults ?? 1),
			points: String(points ?? ''),
			officeId: String(sheet.officeId),
		};
		const given = Object.entries(fields).map(([name, value]) => [name, value ?? '']);
		await recordDeduction(sheet.round.id, Object.fromEntries(given), values.kind === 'file' ? files : []);
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('已记录。');
		onClose();
	});
	const code = Form.useWatch('code', form);
	const kind = Form.useWatch('kind', form);
	const chosen = sheet.nodes.find((node) => node.code === code);
	const kinds = optionsOf(EVIDENCE_KINDS).filter(({ value }) => value !== 'finding' || can('evaluation.manage'));
	return (
		<Form {...props} initialValues={{ kind: 'link', faults: 1 }}>
			<FormIssues fault={fault} />
			<Form.Item name="code" label="指标" rules={[{ required: true, message: '请选择指标。' }]}>
				<Select showSearch={{ optionFilterProp: 'label' }} options={byHand(sheet.nodes)} />
			</Form.Item>
			{chosen?.checks ? <p className="gk-hint gk-gap">{chosen.checks}</p> : null}
			<PointsField node={chosen} />
			<Form.Item name="kind" label="证据">
				<Select options={kinds} />
			</Form.Item>
			<RefField kind={kind} officeId={sheet.officeId} />
			{kind === 'file' ? (
				<Form.Item label="文件" name="files">
					<FilePicker hint="一个文件或者截图" value={files} onChange={setFiles} />
				</Form.Item>
			) : null}
			<Form.Item name="text" label="看到的内容" extra="写明事实；不要写个人信息。系统保存文字、时间和校验值">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item name="note" label="说明">
				<Input maxLength={500} placeholder="可以不填" />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					记录
				</Button>
			</Flex>
		</Form>
	);
}

function byHand(nodes: readonly TreeNode[]) {
	return nodes
		.filter(({ kind, source }) => kind !== 'group' && source === null)
		.map(({ code, name, kind }) => ({
			value: code,
			label: `${code} ${name}${kind === 'points' ? '' : `（${NODE_KINDS[kind]}）`}`,
		}));
}

function PointsField({ node }: { node: TreeNode | undefined }) {
	if (!node || node.kind === 'veto') return null;
	if (node.perFault > 0)
		return (
			<Form.Item
				name="faults"
				label="问题个数"
				extra={`每处扣${pointsText(node.perFault)}分，本指标最多${pointsText(node.points)}分`}
			>
				<InputNumber min={1} max={999} precision={0} />
			</Form.Item>
		);
	return (
		<Form.Item name="points" label={node.kind === 'bonus' ? '加分' : '扣分'} extra={`最多${pointsText(node.points)}分`}>
			<InputNumber min={0} max={node.points} step={0.5} />
		</Form.Item>
	);
}

const REFS = {
	link: { label: '网址', placeholder: 'https://' },
	document: { label: '本网站信息的网址', placeholder: '如 /d/12' },
} as const;

function RefField({ kind, officeId }: { kind: Values['kind'] | undefined; officeId: number }) {
	if (kind === 'finding') return <FindingField officeId={officeId} />;
	if (kind !== 'link' && kind !== 'document') return null;
	const { label, placeholder } = REFS[kind];
	return (
		<Form.Item name="ref" label={label}>
			<Input maxLength={500} placeholder={placeholder} />
		</Form.Item>
	);
}

/** Open findings of the office, for the county to name one. */
function FindingField({ officeId }: { officeId: number }) {
	const { data } = useQuery({ queryKey: [...KEY, 'findings', officeId], queryFn: () => readFindings(officeId) });
	return (
		<Form.Item name="ref" label="监测问题">
			<Select
				showSearch={{ optionFilterProp: 'label' }}
				options={(data?.rows ?? []).map(({ id, message }) => ({ value: String(id), label: message }))}
			/>
		</Form.Item>
	);
}
