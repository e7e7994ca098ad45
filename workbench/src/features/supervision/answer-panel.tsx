import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { FilePicker, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { answerItem, KEY } from './api.ts';

interface AnswerPanelProps {
	id: number;
	kind: 'reply' | 'appeal' | null;
	onClose: () => void;
}

const WORDS = {
	reply: { title: '报送整改结果', label: '整改情况', ok: '报送', done: '整改结果已报送。' },
	appeal: { title: '申诉', label: '申诉理由', ok: '提交申诉', done: '申诉已提交。' },
} as const;

/** What the office did, or why there is nothing to do, with its proofs. */
export function AnswerPanel({ id, kind, onClose }: AnswerPanelProps) {
	return (
		<SidePanel open={kind !== null} title={WORDS[kind ?? 'reply'].title} onClose={onClose}>
			<AnswerForm id={id} kind={kind ?? 'reply'} onClose={onClose} />
		</SidePanel>
	);
}

function AnswerForm({ id, kind, onClose }: { id: number; kind: 'reply' | 'appeal'; onClose: () => void }) {
	const { label, ok, done } = WORDS[kind];
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [files, setFiles] = useState<File[]>([]);
	const { fault, busy, props } = useServerForm<{ text?: string; owner?: string }>(async ({ text = '', owner = '' }) => {
		await answerItem(id, kind, { text, owner, files });
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success(done);
		onClose();
	});
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			<Form.Item name="text" label={label} rules={[{ required: true, whitespace: true, message: `请填写${label}。` }]}>
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			{kind === 'reply' ? (
				<Form.Item name="owner" label="责任人" extra="负责这项整改的人，可以不填">
					<Input maxLength={30} />
				</Form.Item>
			) : null}
			<Form.Item label="佐证材料">
				<FilePicker hint="截图、文件或者照片，最多10个" multiple value={files} onChange={setFiles} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{ok}
				</Button>
			</Flex>
		</Form>
	);
}
