import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, InputNumber } from 'antd';
import { DayInput, FormIssues, Loaded, useServerForm } from '../../ui/index.ts';
import { GAZETTES, type Issue, type IssueInput, readSuggestion } from './api.ts';
import './channels.css';
import { type Chosen, DocumentPicker } from './document-picker.tsx';

interface EditorProps {
	initial: Partial<Issue> & { year: number; number: number; total: number; issuedOn: string; title: string };
	onSave: (values: IssueInput) => Promise<unknown>;
	onClose?: () => void;
}

type Values = Omit<IssueInput, 'year' | 'items'> & { chosen?: Chosen[] };

/** 编辑一期: numbers, foreword, what stands in it and in which order. */
export function GazetteEditor({ initial, onSave, onClose }: EditorProps) {
	const { fault, busy, props } = useServerForm<Values>(async ({ chosen = [], ...values }) => {
		const items = chosen.map(({ section, documentId }) => ({ section, documentId }));
		await onSave({ ...values, year: Number(values.issuedOn.slice(0, 4)), items });
		onClose?.();
	});
	const chosen = (initial.items ?? []).map(({ documentId, title, section }) => ({ documentId, title, section }));
	return (
		<Form {...props} initialValues={{ foreword: '', copies: 0, ...initial, chosen }}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="公报名称">
				<Input maxLength={60} />
			</Form.Item>
			<Flex gap={16} wrap>
				<Form.Item name="issuedOn" label="出版日期">
					<DayInput />
				</Form.Item>
				<Form.Item name="number" label="期号">
					<InputNumber min={1} />
				</Form.Item>
				<Form.Item name="total" label="总期号">
					<InputNumber min={1} />
				</Form.Item>
				<Form.Item name="copies" label="印数" extra="也可以出版后登记">
					<InputNumber min={0} />
				</Form.Item>
			</Flex>
			<Form.Item name="foreword" label="卷首语" extra="可以不填">
				<Input.TextArea maxLength={3000} showCount autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="chosen" label="刊登的文件">
				<DocumentPicker withSections />
			</Form.Item>
			<Flex gap={8} justify="end">
				{onClose ? <Button onClick={onClose}>取消</Button> : null}
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}

/** A new issue, with the numbers that come next. */
export function NewIssue({ officeId, ...rest }: Pick<EditorProps, 'onSave' | 'onClose'> & { officeId: number }) {
	const query = useQuery({ queryKey: [...GAZETTES, 'suggestion', officeId], queryFn: () => readSuggestion(officeId) });
	return <Loaded query={query}>{(suggestion) => <GazetteEditor initial={suggestion} {...rest} />}</Loaded>;
}
