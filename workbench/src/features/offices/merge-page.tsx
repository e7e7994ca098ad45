import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Flex, Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { OfficeSelect, useOffices } from '../../parts/offices.tsx';
import { FormIssues, PageHeader, useServerForm } from '../../ui/index.ts';
import { mergeOffices } from './api.ts';

interface MergeValues {
	from: number;
	into: number;
	understood: boolean;
}

/** Merging an office into another: what it means is said before, and has to be confirmed, because there is no way back. */
export function MergePage() {
	const [address] = useSearchParams();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { fault, busy, form, props } = useServerForm<MergeValues>(async ({ from, into }) => {
		await mergeOffices(from, into);
		await queries.invalidateQueries({ queryKey: ['offices'] });
		message.success('机关已合并。');
		await navigate(`/offices/${into}`);
	});
	const asked = Number(address.get('from'));
	const [chosen, setChosen] = useState<Partial<MergeValues>>({ from: asked > 0 ? asked : undefined });
	return (
		<>
			<PageHeader
				title="合并机关"
				subtitle="机构改革撤并机关时使用。原机关的记录、文书和名称历史都保留。"
				back={{ to: '/offices', label: '机关' }}
			/>
			<Form
				{...props}
				className="gk-panel gk-form"
				initialValues={chosen}
				onValuesChange={() => setChosen(form.getFieldsValue())}
			>
				<FormIssues fault={fault} />
				<Form.Item name="from" label="撤并的机关" rules={[{ required: true, message: '请选择撤并的机关。' }]}>
					<OfficeSelect label="撤并的机关" kinds={['department', 'township']} />
				</Form.Item>
				<Form.Item name="into" label="接收的机关" rules={[{ required: true, message: '请选择接收的机关。' }]}>
					<OfficeSelect label="接收的机关" without={chosen.from ? [chosen.from] : []} />
				</Form.Item>
				<Effects from={chosen.from} into={chosen.into} />
				<Form.Item
					name="understood"
					valuePropName="checked"
					rules={[
						{
							validator: (_rule, checked: boolean) =>
								checked ? Promise.resolve() : Promise.reject(new Error('请确认已核对批准文件。')),
						},
					]}
				>
					<Checkbox>已核对机构撤并的批准文件，知悉合并后不能撤销</Checkbox>
				</Form.Item>
				<Flex gap={8}>
					<Button type="primary" danger htmlType="submit" loading={busy}>
						合并
					</Button>
					<Button onClick={() => void navigate('/offices')}>取消</Button>
				</Flex>
			</Form>
		</>
	);
}

/** What a merge does, with the names of the two offices. */
function Effects({ from, into }: { from: number | undefined; into: number | undefined }) {
	const { data = [] } = useOffices();
	const old = data.find(({ id }) => id === from)?.name;
	const next = data.find(({ id }) => id === into)?.name;
	if (!old || !next) return null;
	const effects = [
		`「${old}」自今天起停用，其公开网址自动转到「${next}」。`,
		`「${old}」的人员保留原角色，转到「${next}」。`,
		`「${old}」未办结的申请和尚未发布的信息由「${next}」的人员继续办理。`,
		'已制作的文书、已公开的信息和以往年度报告仍使用当时的机关名称。',
	];
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title="合并后"
			description={
				<ul className="gk-plain-list">
					{effects.map((text) => (
						<li key={text}>{text}</li>
					))}
				</ul>
			}
		/>
	);
}
