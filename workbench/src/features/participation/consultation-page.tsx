import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
	ConfirmReason,
	DayInput,
	DescriptionList,
	DueBadge,
	FileUpload,
	formatDay,
	formatSize,
	History,
	Loaded,
	type MoveQuestion,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { CommentsPanel } from './comments-panel.tsx';
import {
	type Consultation,
	dropFile,
	KEY,
	type MoveAction,
	moveConsultation,
	readConsultation,
} from './consultation-api.ts';
import { asksAboutFiles, FileCheck, SignDialog } from './file-check.tsx';
import { CONSULTATION_DONE, CONSULTATION_LOOK } from './words.ts';

export function ConsultationPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readConsultation(id) });
	return <Loaded query={query}>{(consultation) => <Page consultation={consultation} />}</Loaded>;
}

/** One draft: its words, what people say of it, what is made of that, and every hand on it. */
function Page({ consultation }: { consultation: Consultation }) {
	const { title, number, kindLabel, state, phase, phaseLabel, openedAt, steps } = consultation;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${kindLabel}　${number}`}
				back={{ to: '/consultations', label: '意见征集' }}
				tags={
					state === 'open' && phase ? (
						<Tag color="processing">{phaseLabel}</Tag>
					) : (
						<StatusTag state={state} look={CONSULTATION_LOOK} />
					)
				}
			/>
			<Moves consultation={consultation} />
			<section className="gk-panel">
				<h2>征集</h2>
				<Facts consultation={consultation} />
			</section>
			{openedAt ? <CommentsPanel consultation={consultation} /> : null}
			{consultation.result ? (
				<section className="gk-panel">
					<h2>反馈说明</h2>
					<p className="gk-pre">{consultation.result}</p>
				</section>
			) : null}
			<DraftPanel consultation={consultation} />
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={steps.map(({ createdAt, personName, action, text }) => ({
						at: createdAt,
						actorName: personName,
						text: CONSULTATION_DONE[action] ?? action,
						note: text || undefined,
					}))}
				/>
			</section>
		</>
	);
}

function Facts({ consultation }: { consultation: Consultation }) {
	const { officeName, fromDay, toDay, days, shortReason, extensionNote, phase, resultLimit, number } = consultation;
	return (
		<DescriptionList
			items={[
				{ label: '机关', value: consultation.openedAt ? <PublicLink number={number} name={officeName} /> : officeName },
				{
					label: '期限',
					value: `${fromDay ? formatDay(fromDay) : '签发当日'}至${formatDay(toDay)}${days === null ? '' : `，共${days}日`}`,
				},
				...(resultLimit && phase === 'closed'
					? [
							{
								label: '反馈期限',
								value: (
									<>
										<DueBadge due={resultLimit.dueOn} mark={resultLimit.mark} withDay />
										<div className="gk-hint">自截止之日起计算，期限由县级设置约定</div>
									</>
								),
							},
						]
					: []),
				...(shortReason ? [{ label: '少于30日的理由', value: shortReason, wide: true }] : []),
				...(extensionNote
					? [{ label: '期限调整', value: <span className="gk-pre">{extensionNote}</span>, wide: true }]
					: []),
			]}
		/>
	);
}

function PublicLink({ number, name }: { number: string; name: string }) {
	return (
		<>
			{name}{' '}
			<a href={`/consultations/${number}`} target="_blank" rel="noreferrer">
				在网站查看
			</a>
		</>
	);
}

/** The words and files of the draft; changed only before they are sent to be signed. */
function DraftPanel({ consultation }: { consultation: Consultation }) {
	const { id, body, explanation, how, documentId, documentTitle, moves, files } = consultation;
	const queries = useQueryClient();
	const drop = useCommand((fileId: number) => dropFile(id, fileId), { refresh: [KEY], done: '已删除。' });
	const canEdit = moves.some(({ action, permitted, allowed }) => action === 'edit' && permitted && allowed);
	return (
		<section className="gk-panel">
			<h2>草案</h2>
			{documentId ? (
				<p>
					<a href={`/d/${documentId}`} target="_blank" rel="noreferrer">
						{documentTitle ?? '关联的信息已经撤下'}
					</a>
				</p>
			) : null}
			{body ? <p className="gk-pre">{body}</p> : null}
			<ul className="gk-plain-list">
				{files.map(({ id: fileId, fileName, size }) => (
					<li key={fileId}>
						{fileName}（{formatSize(size)}）
						{canEdit ? (
							<Button type="link" size="small" loading={drop.busy} onClick={() => void drop.run(fileId)}>
								删除
							</Button>
						) : null}
					</li>
				))}
			</ul>
			{consultation.openedAt ? null : <FileCheck check={consultation.fileCheck} />}
			{canEdit ? (
				<FileUpload
					path={`/api/consultations/${id}/files`}
					hint="PDF、Word、Excel 等"
					multiple
					onUploaded={() => void queries.invalidateQueries({ queryKey: KEY })}
				/>
			) : null}
			<h3>起草说明</h3>
			<p className="gk-pre">{explanation || '—'}</p>
			{how ? (
				<>
					<h3>其他反馈方式</h3>
					<p className="gk-pre">{how}</p>
				</>
			) : null}
			{canEdit ? (
				<Link to={`/consultations/${id}/edit`}>
					<Button>修改草案</Button>
				</Link>
			) : null}
		</section>
	);
}

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	submit: { text: '送签后不能再修改。' },
	return: { reason: 'required' },
	sign: { text: '签发后立即在网站公开，开始日期已到的即可提出意见。' },
	withdraw: { reason: 'optional', text: '已经公开的，理由将显示在原网址。', danger: true },
	returnResult: { reason: 'required' },
	publishResult: { text: '公布后，提意见的人可以查到自己的意见是否采纳；意见原文不公开。' },
	retractResult: { reason: 'required', danger: true },
};

/** What may be done now; extending and the result ask for more than a reason. */
function Moves({ consultation }: { consultation: Consultation }) {
	const [asked, setAsked] = useState<MoveAction | null>(null);
	const move = useCommand(
		(action: MoveAction, body: { text?: string; toDay?: string | null }) =>
			moveConsultation(consultation, action, body),
		{ refresh: [KEY, ['todo']], done: '已办理。' },
	);
	const onMove = async (action: string, reason: string) => {
		if (action === 'extend' || action === 'submitResult') return setAsked(action);
		if (action === 'sign' && asksAboutFiles(consultation.fileCheck)) return setAsked(action);
		if (!QUESTIONS[action]) return void (await move.run(action as MoveAction, { text: reason }));
		await moveConsultation(consultation, action as MoveAction, { text: reason });
		await done();
	};
	const { sign: _, ...asIs } = QUESTIONS;
	// A dialog of its own asks the signer about the files.
	const questions = asksAboutFiles(consultation.fileCheck) ? asIs : QUESTIONS;
	const queries = useQueryClient();
	const done = () => Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
	return (
		<div className="gk-gap">
			{consultation.withdrawReason ? (
				<Alert className="gk-gap" type="warning" showIcon title={`撤回理由：${consultation.withdrawReason}`} />
			) : null}
			<MovesBar moves={consultation.moves} onMove={onMove} questions={questions} busy={move.busy} hide={['edit']} />
			<SignDialog
				open={asked === 'sign'}
				check={consultation.fileCheck}
				onSign={async (word) => {
					await moveConsultation(consultation, 'sign', word);
					await done();
				}}
				onClose={() => setAsked(null)}
			/>
			<ConfirmReason
				open={asked === 'extend'}
				title="延长期限"
				okLabel="延长期限"
				text="新的截止日期和理由将向社会公开。"
				onConfirm={async ({ reason, toDay }) => {
					await moveConsultation(consultation, 'extend', { text: reason, toDay: (toDay as string | null) ?? null });
					await done();
				}}
				onClose={() => setAsked(null)}
			>
				<Form.Item name="toDay" label="新的截止日期">
					<DayInput min={consultation.toDay} />
				</Form.Item>
			</ConfirmReason>
			<ConfirmReason
				open={asked === 'submitResult'}
				title="反馈送签"
				okLabel="送签"
				text={`收到意见${consultation.counts.comments}条，归并为${consultation.counts.opinions}类。条数、主要意见和理由自动列入反馈。`}
				reason="none"
				onConfirm={async ({ text }) => {
					await moveConsultation(consultation, 'submitResult', { text: String(text ?? '') });
					await done();
				}}
				onClose={() => setAsked(null)}
			>
				<Form.Item name="text" label="反馈说明" initialValue={consultation.result}>
					<Input.TextArea rows={6} maxLength={10_000} showCount />
				</Form.Item>
			</ConfirmReason>
		</div>
	);
}
