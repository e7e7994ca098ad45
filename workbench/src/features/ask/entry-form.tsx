import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { createEntry, type Draft, type Entry, KEY, saveEntry, useDocuments, useOffices } from './api.ts';

interface EntryPanelProps {
	open: boolean;
	/** Left out for a new one. */
	entry?: Entry;
	onClose: () => void;
}

/** Writing an entry; what everybody reads stays until it is published again. */
export function EntryPanel({ open, entry, onClose }: EntryPanelProps) {
	return (
		<SidePanel open={open} title={entry ? '修改问答' : '新建问答'} onClose={onClose}>
			<EntryForm entry={entry} onClose={onClose} />
		</SidePanel>
	);
}

interface Values {
	officeId: number;
	question: string;
	answer: string;
	/** One a line. */
	wordings?: string;
	documentId?: number | null;
	basis?: string;
	validUntil?: string | null;
}

function draftOf({ officeId, question, answer, wordings = '', documentId, basis, validUntil }: Values): Draft {
	const lines = wordings
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const linked = { documentId: documentId ?? null, basis: basis ?? '', validUntil: validUntil ?? null };
	return { officeId, content: { question: question ?? '', answer: answer ?? '', wordings: lines, ...linked } };
}

function EntryForm({ entry, onClose }: { entry: Entry | undefined; onClose: () => void }) {
	const { session } = useSession();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Values>(async (values) => {
		const draft = draftOf(values);
		if (entry) await saveEntry(entry.id, entry.revision, draft);
		else void navigate(`/faq/${(await createEntry(draft)).id}`);
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('已保存。');
		onClose();
	});
	const initial = entry
		? { officeId: entry.officeId, ...entry.content, wordings: entry.content.wordings.join('\n') }
		: { officeId: session.office?.id };
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Fields entry={entry} />
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}

function Fields({ entry }: { entry: Entry | undefined }) {
	const { data: offices } = useOffices();
	return (
		<>
			<Form.Item name="question" label="问题">
				<Input maxLength={100} showCount />
			</Form.Item>
			<Form.Item name="answer" label="答案" extra="公众看到的原文；请勿写入个人信息">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 6 }} />
			</Form.Item>
			<Form.Item name="wordings" label="其他问法" extra="一行一种，群众平时怎么问就怎么写；只用于查找，不展示">
				<Input.TextArea autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Form.Item name="officeId" label="解答机关">
				<Select options={offices ?? []} disabled={entry?.state === 'published'} showSearch optionFilterProp="label" />
			</Form.Item>
			<Form.Item name="documentId" label="依据文件">
				<DocumentSelect title={entry?.documentTitle ?? ''} />
			</Form.Item>
			<Form.Item name="basis" label="依据" extra="法律、文件的名称和条款，可以不填">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="validUntil" label="有效期至" extra="不填为长期有效；过期后不再展示">
				<DayInput />
			</Form.Item>
		</>
	);
}

interface DocumentSelectProps {
	id?: string;
	value?: number | null;
	onChange?: (value: number | null) => void;
	/** Of the document chosen before. */
	title: string;
}

function DocumentSelect({ id, value, onChange, title }: DocumentSelectProps) {
	const [q, setQ] = useState('');
	const { data = [] } = useDocuments(q);
	const isListed = value === null || value === undefined || data.some((option) => option.value === value);
	const options = isListed ? data : [{ value, label: title || `文件${value}` }, ...data];
	return (
		<Select
			id={id}
			value={value ?? undefined}
			onChange={(next?: number) => onChange?.(next ?? null)}
			showSearch
			allowClear
			filterOption={false}
			onSearch={setQ}
			options={options}
			placeholder="输入标题查找已公开的文件，可以不选"
		/>
	);
}
