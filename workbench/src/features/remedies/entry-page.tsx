import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { askForDocument, type NewRemedy, registerRemedy, STALE, useDocuments, useWords, type Words } from './api.ts';

/** A review or a suit that no application began; after a review that has ended, the suit that follows it. */
export function EntryPage() {
	const words = useWords();
	const [params] = useSearchParams();
	const follows = Number(params.get('follows')) || null;
	return (
		<>
			<PageHeader
				title={follows ? '登记复议后起诉' : '登记复议诉讼'}
				subtitle={follows ? '争议的事项沿用该行政复议案件。' : undefined}
				back={{ to: follows ? `/remedies/${follows}` : '/remedies', label: '复议诉讼' }}
			/>
			<Alert
				className="gk-gap"
				type="info"
				showIcon
				title="因申请引起的案件，包括第三方对公开决定提起的，请在申请的办理页面登记。"
				action={<Link to="/applications/register">打开申请台账</Link>}
			/>
			<Loaded query={words}>{(known) => <EntryForm words={known} follows={follows} />}</Loaded>
		</>
	);
}

type Values = Omit<NewRemedy, 'followsId' | 'receivedOn'> & { receivedOn?: string | null; about: 'document' | 'other' };

function EntryForm({ words, follows }: { words: Words; follows: number | null }) {
	const { today } = useViewer();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<Values>(async ({ about, ...values }) => {
		const chosen = about === 'document' ? { ...values, subject: '' } : { ...values, documentId: null };
		const { id } = await registerRemedy({ ...chosen, followsId: follows }).catch((thrown: unknown) => {
			throw about === 'document' && !follows ? askForDocument(thrown) : thrown;
		});
		await Promise.all(STALE.map((queryKey) => queries.invalidateQueries({ queryKey })));
		await navigate(`/remedies/${id}`);
	});
	const track = Form.useWatch('track', props.form);
	const initial = {
		...{ track: follows ? 'afterReview' : 'review', claimant: 'thirdParty', about: 'document' },
		...{ claimantName: '', caseNumber: '', body: '', subject: '', simple: false, receivedOn: today },
	};
	const tracks = words.remedyTracks.filter(({ value }) => (value === 'afterReview') === (follows !== null));
	const claimants = words.claimants.filter(({ value }) => value !== 'applicant');
	return (
		<Form {...props} initialValues={initial} className="gk-panel">
			<FormIssues fault={fault} />
			<Form.Item name="track" label="类型">
				<Radio.Group options={tracks} />
			</Form.Item>
			{follows ? null : <Matter />}
			<Form.Item name="claimant" label="提起人" extra="第三方：认为公开的信息侵害其商业秘密、个人隐私等合法权益的人。">
				<Radio.Group options={claimants} />
			</Form.Item>
			<Form.Item
				name="claimantName"
				label="姓名或者名称"
				extra="加密保存，登记簿、导出的表格和年度报告都不显示；可以不填。"
			>
				<Input maxLength={100} autoComplete="off" />
			</Form.Item>
			<Form.Item name="body" label={track === 'review' ? '行政复议机关' : '人民法院'} required>
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="caseNumber" label="案号">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="receivedOn" label="收到副本日期" required extra="答复、答辩的期限自此起算。">
				<DayInput max={today} />
			</Form.Item>
			{track === 'review' ? (
				<Form.Item name="simple" valuePropName="checked">
					<Checkbox>适用简易程序</Checkbox>
				</Form.Item>
			) : null}
			<Flex gap={8}>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记
				</Button>
			</Flex>
		</Form>
	);
}

/** What it is about: a document of the office, or a matter in words. */
function Matter() {
	const about = Form.useWatch('about');
	return (
		<>
			<Form.Item name="about" label="起因">
				<Radio.Group
					options={[
						{ value: 'document', label: '本机关的一条信息' },
						{ value: 'other', label: '其他事项' },
					]}
				/>
			</Form.Item>
			{about === 'other' ? (
				<Form.Item name="subject" label="争议的事项" required extra="如：没有公开2025年度征地信息。不写姓名。">
					<Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
				</Form.Item>
			) : (
				<Form.Item name="documentId" label="信息" required extra="公开了的，或者被认为应当公开而没有公开的。">
					<DocumentSelect />
				</Form.Item>
			)}
		</>
	);
}

interface DocumentSelectProps {
	id?: string;
	value?: number | null;
	onChange?: (value: number | null) => void;
}

function DocumentSelect({ id, value, onChange }: DocumentSelectProps) {
	const { session } = useSession();
	const [text, setText] = useState('');
	const { data = [] } = useDocuments(text, session.office?.id);
	return (
		<Select
			id={id}
			value={value ?? undefined}
			onChange={(next?: number) => onChange?.(next ?? null)}
			showSearch
			allowClear
			filterOption={false}
			onSearch={setText}
			options={data}
			placeholder="输入标题查找本机关的信息"
		/>
	);
}
