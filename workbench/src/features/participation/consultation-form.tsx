import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { DayInput, daysBetween, FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { documentNumber } from './api.ts';
import {
	type Consultation,
	type Draft,
	draftConsultation,
	KEY,
	readConsultation,
	saveConsultation,
	useConsultationOptions,
} from './consultation-api.ts';

type Values = Omit<Draft, 'documentId'> & { documentId?: string };

/** As `LEAST_DAYS` of the server; the server decides. */
const LEAST_DAYS = 30;

export function NewConsultationPage() {
	return <DraftForm known={null} />;
}

export function EditConsultationPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readConsultation(id) });
	return <Loaded query={query}>{(known) => <DraftForm key={known.id} known={known} />}</Loaded>;
}

const draftOf = ({ documentId, ...rest }: Values): Draft => ({
	...rest,
	documentId: documentId ? (documentNumber(documentId) ?? 0) || null : null,
	fromDay: rest.fromDay ?? null,
	toDay: rest.toDay ?? '',
});

function DraftForm({ known }: { known: Consultation | null }) {
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<Values>(async (values) => {
		const draft = draftOf(values);
		const id = known ? known.id : (await draftConsultation(draft)).id;
		if (known) await saveConsultation(id, { ...draft, revision: known.revision });
		await queries.invalidateQueries({ queryKey: KEY });
		await navigate(`/consultations/${id}`);
	});
	const initial = known
		? { ...known, documentId: known.documentId === null ? '' : String(known.documentId) }
		: { kind: 'decision' as const, title: '', body: '', documentId: '', explanation: '', how: '', shortReason: '' };
	return (
		<>
			<PageHeader
				title={known ? '修改征集' : '起草征集'}
				back={{ to: known ? `/consultations/${known.id}` : '/consultations', label: '意见征集' }}
			/>
			<Form {...props} initialValues={initial} className="gk-panel">
				<FormIssues fault={fault} />
				<Fields />
				<Flex gap={8} justify="end">
					<Button type="primary" htmlType="submit" loading={busy}>
						保存
					</Button>
				</Flex>
			</Form>
		</>
	);
}

function Fields() {
	const { data: options } = useConsultationOptions();
	return (
		<>
			<Form.Item name="kind" label="类别">
				<Select options={options?.kinds ?? []} />
			</Form.Item>
			<Form.Item name="title" label="标题">
				<Input maxLength={100} placeholder="如：青河县集贸市场管理办法（征求意见稿）" />
			</Form.Item>
			<Form.Item name="body" label="草案全文" extra="也可以关联已经公开的信息，或者保存后上传附件，三者至少有一项">
				<Input.TextArea maxLength={100_000} showCount autoSize={{ minRows: 8, maxRows: 24 }} />
			</Form.Item>
			<Form.Item name="documentId" label="关联的信息" extra="已经在网站公开的信息的编号或者网址，如 /d/12；可以不填">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="explanation" label="起草说明">
				<Input.TextArea maxLength={10_000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item name="how" label="其他反馈方式" extra="来信地址、电子邮箱等；网上提交不用写">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Days />
		</>
	);
}

/** The days, and what fewer than thirty of them ask for. */
function Days() {
	const { today } = useViewer();
	const from: string | null | undefined = Form.useWatch('fromDay');
	const to: string | null | undefined = Form.useWatch('toDay');
	const days = to ? daysBetween(from && from > today ? from : today, to) : null;
	return (
		<>
			<Form.Item name="fromDay" label="开始日期" extra="不填的，自签发当日起">
				<DayInput min={today} />
			</Form.Item>
			<Form.Item name="toDay" label="截止日期" extra="截止日当天24时自动截止">
				<DayInput min={today} />
			</Form.Item>
			{days !== null && days < LEAST_DAYS ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title={`只有${days}日，少于30日（首日不计），应当说明理由，理由将向社会公开。`}
				/>
			) : null}
			<Form.Item
				name="shortReason"
				label="期限少于30日的理由"
				extra="《重大行政决策程序暂行条例》第十五条；不少于30日的不填"
			>
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</>
	);
}
