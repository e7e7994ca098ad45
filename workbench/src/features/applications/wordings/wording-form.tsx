import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input } from 'antd';
import { useRef } from 'react';
import { FormIssues, useCommand, useServerForm } from '../../../ui/index.ts';
import { saveFrom } from '../save.ts';
import { changeWording, KEY, type WordingView } from './api.ts';
import { BlankList } from './blank-list.tsx';
import { Sheet } from './sheet.tsx';

interface Values {
	title: string;
	source: string;
	note: string;
}

/** The wording as text beside what it will look like; the blanks are put in by a click. */
export function WordingForm({ view }: { view: WordingView }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const body = useRef<HTMLDivElement>(null);
	const { form, fault, busy, props } = useServerForm<Values>(async ({ note, title, source }) => {
		const isStandard = title === view.standard.title && source === view.standard.source;
		await changeWording(view.name, { edition: view.edition, text: isStandard ? null : { title, source }, note });
		message.success('文书格式已保存，用于以后制作的文书。');
		await queries.invalidateQueries({ queryKey: KEY });
	});
	const sample = useCommand((format: 'docx' | 'pdf') => {
		const { title, source } = form.getFieldsValue();
		return saveFrom(`/api/applications/wordings/${view.name}/sample?format=${format}`, { title, source }, '样张');
	});
	const insert = (label: string) => {
		const area = body.current?.querySelector('textarea');
		const source: string = form.getFieldValue('source') ?? '';
		const at = area?.selectionStart ?? source.length;
		const blank = `{${label}}`;
		form.setFieldValue('source', source.slice(0, at) + blank + source.slice(area?.selectionEnd ?? at));
		// The caret goes behind what was put in, once the text stands in the box.
		requestAnimationFrame(() => {
			area?.focus();
			area?.setSelectionRange(at + blank.length, at + blank.length);
		});
	};
	return (
		<Form {...props} initialValues={{ title: view.title, source: view.source, note: '' }}>
			<FormIssues fault={fault} />
			<div className="ga-wording">
				<div className="gk-panel" ref={body}>
					<Form.Item name="title" label="文书名称" required>
						<Input maxLength={60} />
					</Form.Item>
					<Form.Item
						name="source"
						label="正文"
						required
						extra="每行一段；表格的一行写作「| 栏名 | {内容} |」。内容全为空的段落不印出。"
					>
						<Input.TextArea autoSize={{ minRows: 10 }} />
					</Form.Item>
					<BlankList blanks={view.blanks} onPick={insert} />
					<Form.Item name="note" label="修改理由" required>
						<Input maxLength={200} />
					</Form.Item>
					<Flex gap={8} wrap>
						<Button type="primary" htmlType="submit" loading={busy}>
							保存
						</Button>
						<Button onClick={() => form.setFieldsValue(view.standard)}>填入标准格式</Button>
						<Button onClick={() => void sample.run('docx')}>样张（Word）</Button>
						<Button onClick={() => void sample.run('pdf')}>样张（PDF）</Button>
					</Flex>
				</div>
				<Form.Item noStyle shouldUpdate>
					{() => (
						<Sheet
							title={form.getFieldValue('title') ?? view.title}
							source={form.getFieldValue('source') ?? view.source}
							blanks={view.blanks}
						/>
					)}
				</Form.Item>
			</div>
		</Form>
	);
}
