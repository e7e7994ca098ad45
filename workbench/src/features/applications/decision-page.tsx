import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
	ConfirmReason,
	DueBadge,
	EmptyState,
	FormIssues,
	Loaded,
	PageHeader,
	useCommand,
	useServerForm,
} from '../../ui/index.ts';
import {
	type CaseView,
	KEY,
	movePath,
	type Options,
	type Preview,
	previewAnswer,
	sendTo,
	useCase,
	useOptions,
} from './api.ts';
import { DecisionSteps } from './decision-steps.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { type DraftAnswer, proposalOf } from './proposal.ts';
import { daysLeftOf } from './words.ts';
import './applications.css';

/** The five questions of the decision order on one page, the answer drafted at the end of it. */
export function DecisionPage() {
	const id = Number(useParams().id);
	const query = useCase(id);
	const options = useOptions();
	return (
		<Loaded query={options}>
			{(words) => <Loaded query={query}>{(view) => <Guided id={id} view={view} options={words} />}</Loaded>}
		</Loaded>
	);
}

interface GuidedProps {
	id: number;
	view: CaseView;
	options: Options;
}

function Guided({ id, view, options }: GuidedProps) {
	const { summary, moves } = view;
	const back = { to: `/applications/${id}`, label: summary.number ?? '返回' };
	const move = moves.find(({ action }) => action === 'propose');
	if (!move?.allowed) {
		const why = move?.reasons.map(({ message }) => message).join('') ?? '当前状态不能拟定答复。';
		return (
			<>
				<PageHeader title="拟定答复" back={back} />
				<EmptyState title="不能拟定答复" hint={why} />
			</>
		);
	}
	return (
		<>
			<PageHeader
				title="拟定答复"
				subtitle={summary.title}
				tags={<DueBadge due={summary.dueOn} mark={summary.mark} daysLeft={daysLeftOf(summary)} withDay />}
				back={back}
			/>
			<AnswerForm id={id} view={view} options={options} />
		</>
	);
}

/** Where a draft was sent back, the clerk goes on from it. */
function startFrom({ decisions }: CaseView): Partial<DraftAnswer> {
	const last = decisions.findLast(({ status }) => status === 'returned' || status === 'recalled');
	return last ? { outcome: last.outcome, ...last.details } : { withheld: [], enclosureIds: [], fields: {} };
}

function AnswerForm({ id, view, options }: GuidedProps) {
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [preview, setPreview] = useState<Preview | null>(null);
	const [asking, setAsking] = useState(false);
	const { form, fault, busy, props } = useServerForm<DraftAnswer>(async (values) => {
		await sendTo(movePath(id, 'propose'), proposalOf(values));
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('已提交审签。');
		await navigate(`/applications/${id}`);
	});
	const look = useCommand(async () =>
		setPreview(await previewAnswer(id, proposalOf(form.getFieldsValue(true) as DraftAnswer))),
	);
	const returned = view.decisions.findLast(({ status }) => status === 'returned');
	return (
		<Form {...props} initialValues={startFrom(view)}>
			{returned ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title={`${returned.decidedByName}退回修改：${returned.note}`}
				/>
			) : null}
			<DecisionSteps id={id} view={view} options={options} />
			<section className="ga-step">
				<FormIssues fault={fault} />
				<Flex gap={8} wrap>
					<Button onClick={() => void look.run()} loading={look.busy}>
						预览文书
					</Button>
					<Button type="primary" onClick={() => setAsking(true)} loading={busy}>
						提交审签
					</Button>
				</Flex>
				{preview ? <PreviewBox preview={preview} /> : null}
			</section>
			<ConfirmReason
				open={asking}
				title="提交审签"
				text="提交后由第二人审签；提供政府信息的，先经保密审查。"
				reason="none"
				okLabel="提交"
				onConfirm={async () => form.submit()}
				onClose={() => setAsking(false)}
			/>
		</Form>
	);
}

function PreviewBox({ preview }: { preview: Preview }) {
	return (
		<>
			{preview.issues.length > 0 ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title="提交前还需补齐"
					description={
						<ul className="gk-plain-list">
							{preview.issues.map(({ key, message, field }) => (
								<li key={`${key} ${field ?? ''} ${message}`}>{message}</li>
							))}
						</ul>
					}
				/>
			) : null}
			<LetterPreview preview={preview} />
		</>
	);
}
