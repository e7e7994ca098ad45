import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { upload } from '../../../api/index.ts';
import {
	DayInput,
	DownloadButton,
	FilePicker,
	FormIssues,
	formatDay,
	SidePanel,
	useServerForm,
} from '../../../ui/index.ts';
import { useViewer } from '../../../ui/viewer.ts';
import type { DocumentDetail } from '../api.ts';

type Shown = Pick<DocumentDetail, 'id' | 'edition' | 'content' | 'personal' | 'assessments' | 'mayAssess'>;

/** 个人信息保护影响评估 (个人信息保护法第五十五条): shown where personal information was found, or one has been made. */
export function AssessmentPanel({ document }: { document: Shown }) {
	const { id, edition, content, personal, assessments, mayAssess } = document;
	const [open, setOpen] = useState(false);
	const asked = content.attribute === 'active' && personal.length > 0;
	if (!asked && assessments.length === 0) return null;
	const missing = asked && !assessments.some((one) => one.edition === edition);
	return (
		<section className="gk-panel">
			<h2>个人信息保护影响评估</h2>
			{missing ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title="发现个人信息，确需公开的，应当事前进行影响评估；没有评估的不能签发。"
				/>
			) : null}
			<ul className="gk-plain-list">
				{assessments.map((one) => (
					<li key={one.id} className="gk-break">
						第{one.edition}版，{formatDay(one.assessedOn)}，{one.assessor}：{one.conclusion}
						<div className="gk-hint">{one.personName}登记，长期保存</div>
						<DownloadButton
							size="small"
							path={`/api/documents/${id}/impact-assessments/${one.id}`}
							label={one.fileName}
						/>
					</li>
				))}
			</ul>
			{mayAssess ? (
				<Button size="small" onClick={() => setOpen(true)}>
					登记影响评估
				</Button>
			) : null}
			<SidePanel open={open} title="登记影响评估" onClose={() => setOpen(false)} width={480}>
				<AssessmentForm id={id} onDone={() => setOpen(false)} />
			</SidePanel>
		</section>
	);
}

interface AssessmentValues {
	assessedOn: string;
	assessor?: string;
	conclusion?: string;
	file?: File[];
}

/** The report goes with what it came to; nothing of it can be changed afterwards, so that it is sent with a button. */
export function AssessmentForm({ id, onDone }: { id: number; onDone: () => void }) {
	const { today } = useViewer();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<AssessmentValues>(
		async ({ assessedOn, assessor = '', conclusion = '', file = [] }) => {
			const fields = { assessedOn, assessor, conclusion };
			await upload(`/api/documents/${id}/impact-assessments`, file, { fields });
			await queries.invalidateQueries({ queryKey: ['documents'] });
			message.success('已登记影响评估。');
			onDone();
		},
	);
	return (
		<Form {...props} initialValues={{ assessedOn: today }}>
			<FormIssues fault={fault} />
			<Form.Item name="assessedOn" label="评估日期" rules={[{ required: true, message: '请填写评估日期。' }]}>
				<DayInput max={today} label="评估日期" />
			</Form.Item>
			<Form.Item
				name="assessor"
				label="评估机构或者人员"
				rules={[{ required: true, whitespace: true, message: '请填写作出评估的机构或者人员。' }]}
			>
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item
				name="conclusion"
				label="评估结论"
				rules={[{ required: true, whitespace: true, message: '请填写评估结论。' }]}
				extra="处理目的、方式是否合法、正当、必要；对个人权益的影响和安全风险；保护措施是否合法、有效并与风险相适应（《个人信息保护法》第五十六条）"
			>
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item name="file" label="评估报告" rules={[{ required: true, message: '请选择评估报告。' }]}>
				<FilePicker hint="登记后不能修改，至少保存三年" />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onDone}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记
				</Button>
			</Flex>
		</Form>
	);
}
