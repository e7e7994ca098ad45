import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../../app/session-context.tsx';
import { useOffices } from '../../../parts/offices.tsx';
import { FilePicker, FormIssues, useServerForm } from '../../../ui/index.ts';
import { type NewImport, sendImport } from './api.ts';

const ACCEPT = ['.xlsx', '.csv', '.jsonl', '.ndjson', '.xml', '.zip'];

/** A file and where its documents go when they do not say; it is looked through before anything is public. */
export function ImportForm() {
	const navigate = useNavigate();
	const { data: offices = [] } = useOffices();
	const { session } = useSession();
	const { fault, busy, props } = useServerForm<NewImport>(async (values) => {
		const { id } = await sendImport(values);
		void navigate(`/documents/imports/${id}`);
	});
	return (
		<Form {...props} initialValues={{ file: [], officeId: session.office?.id, createColumns: false }}>
			<FormIssues fault={fault} />
			<Form.Item name="file" label="文件" rules={[{ required: true, message: '请选择要导入的文件。' }]}>
				<FilePicker
					hint="Excel（.xlsx）、.csv、.jsonl、WordPress 导出的 .xml；有附件或者是网页的，连同数据文件打包为 .zip"
					accept={ACCEPT}
				/>
			</Form.Item>
			<Form.Item name="name" label="来源名称" extra="同一来源的同一条只导入一次；不填时用文件名。">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="officeId" label="没有写明机关的，归入">
				<Select
					allowClear
					showSearch={{ optionFilterProp: 'label' }}
					options={offices.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			</Form.Item>
			<Form.Item name="column" label="没有写明栏目、或者栏目不存在的，归入" extra="填写栏目名称，如「通知公告」。">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="createColumns" valuePropName="checked">
				<Checkbox>新建数据中有而机关没有的栏目</Checkbox>
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				上传并检查
			</Button>
		</Form>
	);
}
