import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DayInput, DownloadButton, FileUpload, formatDay, SidePanel } from '../../../ui/index.ts';
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

/** The report is sent with what it came to; a refusal is said beside the file and the words stay. */
export function AssessmentForm({ id, onDone }: { id: number; onDone: () => void }) {
	const { today } = useViewer();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [fields, setFields] = useState({ assessedOn: today, assessor: '', conclusion: '' });
	return (
		<Form layout="vertical" initialValues={fields} onValuesChange={(_changed, all) => setFields({ ...fields, ...all })}>
			<Form.Item name="assessedOn" label="评估日期" required>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="assessor" label="评估机构或者人员" required>
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item
				name="conclusion"
				label="评估结论"
				required
				extra="处理目的、方式是否合法、正当、必要；对个人权益的影响和安全风险；保护措施是否合法、有效并与风险相适应（第五十六条）。"
			>
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item label="评估报告" required>
				<FileUpload
					path={`/api/documents/${id}/impact-assessments`}
					fields={fields}
					hint="填好以上内容后选择评估报告，选择后即登记；登记后不能修改，至少保存三年"
					onUploaded={() => {
						void queries.invalidateQueries({ queryKey: ['documents'] });
						message.success('已登记影响评估。');
						onDone();
					}}
				/>
			</Form.Item>
		</Form>
	);
}
