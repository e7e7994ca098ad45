import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Result } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { DescriptionList, FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type Entered, enterApplication, KEY, type Options, useOptions } from './api.ts';
import { printedCode } from './code-once.tsx';
import { ApplicantFields, ChannelFields, RequestFields } from './entry-fields.tsx';
import { type EntryValues, entryOf } from './entry-values.ts';
import './applications.css';

/** What came over the counter, by post, fax, e-mail or by word of mouth, entered by staff. */
export function EntryPage() {
	const options = useOptions();
	const [entered, setEntered] = useState<Entered | null>(null);
	return (
		<>
			<PageHeader
				title="登记申请"
				subtitle="当面、邮寄、传真、电子邮件和口头申请；申请人无需说明用途。"
				back={{ to: '/applications', label: '依申请公开' }}
			/>
			<Loaded query={options}>
				{(words) =>
					entered ? (
						<Done entered={entered} onNext={() => setEntered(null)} />
					) : (
						<EntryForm options={words} onEntered={setEntered} />
					)
				}
			</Loaded>
		</>
	);
}

function EntryForm({ options, onEntered }: { options: Options; onEntered: (entered: Entered) => void }) {
	const { today } = useViewer();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<EntryValues>(async (values) => {
		const entered = await enterApplication(entryOf(values));
		await queries.invalidateQueries({ queryKey: KEY });
		onEntered(entered);
	});
	const initial: Partial<EntryValues> = {
		channel: 'counter',
		submittedOn: today,
		request: { applicantKind: 'natural', form: 'paper', delivery: 'post', notify: 'none' },
		applicant: { idKind: 'idCard' },
	};
	return (
		<Form {...props} initialValues={initial} className="gk-form">
			<FormIssues fault={fault} />
			<ChannelFields options={options} />
			<ApplicantFields options={options} />
			<RequestFields options={options} />
			<Form.Item noStyle shouldUpdate={(before, after) => before.channel !== after.channel}>
				{({ getFieldValue }) =>
					getFieldValue('channel') === 'oral' ? (
						<Form.Item name="asDraft" valuePropName="checked" extra="打印代填的申请表，申请人核对签名后再提交。">
							<Checkbox>先存为草稿，待申请人确认</Checkbox>
						</Form.Item>
					) : null
				}
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				登记
			</Button>
		</Form>
	);
}

/** The receipt: number and code once, and the way on. */
function Done({ entered, onNext }: { entered: Entered; onNext: () => void }) {
	const { applicationId, number, code } = entered;
	return (
		<Result
			status="success"
			title={number === null ? '草稿已保存' : '申请已登记'}
			subTitle={
				code
					? '查询码只显示这一次，请告知申请人；接收回执上也印有查询码。'
					: number === null
						? '请申请人核对代填内容后提交。'
						: '与申请人确认后，生成接收回执和查询码。'
			}
			extra={
				<>
					<Link to={`/applications/${applicationId}`}>打开本件申请</Link>　<Button onClick={onNext}>继续登记</Button>
				</>
			}
		>
			{number === null ? null : (
				<DescriptionList
					narrow
					items={[
						{ label: '申请编号', value: number },
						...(code ? [{ label: '查询码', value: <strong className="gk-figure">{printedCode(code)}</strong> }] : []),
					]}
				/>
			)}
		</Result>
	);
}
