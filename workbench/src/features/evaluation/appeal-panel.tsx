import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { FilePicker, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { appealDeduction, KEY } from './api.ts';

interface AppealPanelProps {
	id: number;
	open: boolean;
	onClose: () => void;
}

/** Why an office does not agree, with its proofs. Once for each deduction. */
export function AppealPanel(props: AppealPanelProps) {
	return (
		<SidePanel open={props.open} title="申诉" onClose={props.onClose}>
			<AppealForm {...props} />
		</SidePanel>
	);
}

function AppealForm({ id, onClose }: AppealPanelProps) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [files, setFiles] = useState<File[]>([]);
	const { fault, busy, props } = useServerForm<{ text?: string }>(async ({ text = '' }) => {
		await appealDeduction(id, text, files);
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('申诉已提交。');
		onClose();
	});
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			<p className="gk-gap">每项扣分可以申诉一次，由县政务公开办决定维持、调整或者撤销。</p>
			<Form.Item name="text" label="申诉理由">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item label="佐证材料">
				<FilePicker hint="截图、文件或者照片，最多10个" multiple value={files} onChange={setFiles} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					提交申诉
				</Button>
			</Flex>
		</Form>
	);
}
