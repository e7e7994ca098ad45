import { Button, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { HelpLink } from '../../app/help-link.tsx';
import { useSession } from '../../app/session-context.tsx';
import { ColumnSelect, useColumns } from '../../parts/columns.tsx';
import { FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { createDocument, type NewDocument, type Options, useOptions } from './api.ts';
import { suggestedColumn } from './suggested-column.ts';

/** What is asked before writing begins: the type, which says most of the rest, the column and a title. */
export function NewPage() {
	const options = useOptions();
	return (
		<>
			<PageHeader
				title="拟稿"
				subtitle="选定类型和栏目后即可编写，其余内容随写随存。"
				back={{ to: '/documents', label: '信息发布' }}
				extra={<HelpLink category="publishing" />}
			/>
			<Loaded query={options}>{(data) => <NewForm options={data} />}</Loaded>
		</>
	);
}

function NewForm({ options }: { options: Options }) {
	const { session } = useSession();
	const officeId = session.office?.id ?? 0;
	const { data: columns = [] } = useColumns(officeId);
	const navigate = useNavigate();
	const { form, fault, busy, props } = useServerForm<NewDocument>(async (values) => {
		const { id } = await createDocument(values);
		await navigate(`/documents/${id}/edit`);
	});
	const types = options.types.filter(({ made }) => !made);
	return (
		<Form {...props} className="gk-panel gk-form" initialValues={{ title: '' }}>
			<FormIssues fault={fault} />
			<Form.Item name="type" label="信息类型" rules={[{ required: true, message: '请选择信息类型。' }]}>
				<Select
					placeholder="请选择信息类型"
					showSearch={{ optionFilterProp: 'label' }}
					options={types.map(({ value, label }) => ({ value, label }))}
					onChange={(type: string) => {
						const columnId = suggestedColumn(types, columns, type);
						if (columnId) form.setFieldValue('columnId', columnId);
					}}
				/>
			</Form.Item>
			<Form.Item
				name="columnId"
				label="栏目"
				extra="按类型自动选定，可以改选；法定公开事项请选「法定主动公开内容」下的对应事项。"
				rules={[{ required: true, message: '请选择栏目。' }]}
			>
				<ColumnSelect officeId={officeId} />
			</Form.Item>
			<Form.Item name="title" label="标题" extra="可以稍后填写">
				<Input maxLength={200} />
			</Form.Item>
			<Flex gap={8}>
				<Button type="primary" htmlType="submit" loading={busy}>
					开始编写
				</Button>
				<Button onClick={() => void navigate('/documents')}>取消</Button>
			</Flex>
		</Form>
	);
}
