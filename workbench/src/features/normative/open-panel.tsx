import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { changeProject, type GivenProject, KEY, openProject, type Project } from './api.ts';

interface OpenPanelProps {
	open: boolean;
	/** The project that is changed; left out for a new one. */
	project?: Project;
	onClose: () => void;
}

/** 立项: what is to be made, on which ground, and whether it is a major decision. */
export function OpenPanel({ open, project, onClose }: OpenPanelProps) {
	return (
		<SidePanel open={open} title={project ? '修改立项内容' : '立项'} onClose={onClose}>
			<OpenForm project={project} onClose={onClose} />
		</SidePanel>
	);
}

function OpenForm({ project, onClose }: Omit<OpenPanelProps, 'open'>) {
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<GivenProject>(async (values) => {
		if (project) await changeProject(project.id, project.revision, values);
		const made = project ? null : await openProject(values);
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		onClose();
		if (made) void navigate(`/normative/${made.id}`);
	});
	return (
		<Form {...props} initialValues={project ?? { title: '', basis: '', major: false }}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="文件名称">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="basis" label="制定依据和必要性">
				<Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item name="major" valuePropName="checked" extra="公开征求意见一般不少于30日">
				<Checkbox>属于重大行政决策</Checkbox>
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{project ? '保存' : '立项'}
				</Button>
			</Flex>
		</Form>
	);
}
