import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
	DescriptionList,
	DownloadButton,
	EmptyState,
	FileUpload,
	formatInstant,
	History,
	Loaded,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { askForDraft, DISPATCHES, type Dispatch, type DispatchAction, moveDispatch, readDispatch } from './api.ts';
import { DispatchPanel } from './dispatch-panel.tsx';
import { DISPATCH_LOOK, NEED_LOOK, noteOf } from './words.ts';

export function DispatchPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...DISPATCHES, id], queryFn: () => readDispatch(id) });
	return (
		<Loaded query={query}>{(dispatch) => <Page dispatch={dispatch} onChanged={() => void query.refetch()} />}</Loaded>
	);
}

const NEEDED: Readonly<Record<string, string>> = {
	takeDown: '信息已经撤下，请从该渠道撤下后确认。',
	update: '信息已经更新，请在该渠道更新后确认。',
	expired: '公示期已满，可以撤下。',
};

/** One document in one channel: what to do, the proof, and every hand on it. */
function Page({ dispatch, onChanged }: { dispatch: Dispatch; onChanged: () => void }) {
	const { title, channelName, kindLabel, state, need, documentId, history } = dispatch;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${channelName}（${kindLabel}）`}
				back={{ to: '/dispatches', label: '渠道推送' }}
				tags={
					<>
						<StatusTag state={state} look={DISPATCH_LOOK} />
						{need && need !== 'send' ? <StatusTag state={need} look={NEED_LOOK} /> : null}
					</>
				}
				extra={
					<Link to={`/documents/${documentId}/channels`}>
						<Button tabIndex={-1}>文稿和其他渠道</Button>
					</Link>
				}
			/>
			{need && NEEDED[need] ? <Alert type="warning" showIcon className="gk-gap" title={NEEDED[need]} /> : null}
			<Moves dispatch={dispatch} />
			<section className="gk-panel">
				<h2>发布情况</h2>
				<Facts dispatch={dispatch} />
			</section>
			{dispatch.isPosted || dispatch.proofs.length > 0 || dispatch.mayUpload ? (
				<Proofs dispatch={dispatch} onChanged={onChanged} />
			) : null}
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={history.map(({ at, actorName, entry, data }) => ({
						at,
						actorName,
						text: entry,
						note: noteOf(data),
					}))}
				/>
			</section>
		</>
	);
}

const DRAFT = {
	none: '没有写入',
	asked: '正在写入，请稍后刷新',
	made: '已写入草稿箱，请在公众平台检查后群发',
	failed: '',
};

function Facts({ dispatch }: { dispatch: Dispatch }) {
	const { link, place, shownFrom, shownTo, sentAt, removedAt, reason, draftState, draftFailure, kind } = dispatch;
	return (
		<DescriptionList
			items={[
				{ label: '发布时间', value: sentAt ? formatInstant(sentAt) : '还没有发布' },
				...(link ? [{ label: '链接', value: <a href={link}>{link}</a> }] : []),
				...(place ? [{ label: '地点', value: place }] : []),
				...(shownFrom && shownTo ? [{ label: '张贴期间', value: `${shownFrom} 至 ${shownTo}` }] : []),
				...(kind === 'wechat' ? [{ label: '草稿箱', value: draftFailure || DRAFT[draftState] }] : []),
				...(removedAt ? [{ label: '撤下时间', value: formatInstant(removedAt) }] : []),
				...(reason ? [{ label: '说明', value: reason }] : []),
			]}
		/>
	);
}

function Proofs({ dispatch, onChanged }: { dispatch: Dispatch; onChanged: () => void }) {
	const { id, proofs, mayUpload, state } = dispatch;
	const moment = state === 'sent' ? 'removal' : 'posting';
	return (
		<section className="gk-panel">
			<h2>张贴、撤下的证明</h2>
			{proofs.length === 0 ? <EmptyState title="还没有上传" /> : null}
			<ul className="gk-files">
				{proofs.map((proof) => (
					<li key={proof.id}>
						{proof.moment === 'posting' ? '张贴' : '撤下'}　
						<DownloadButton size="small" path={`/api/dispatches/${id}/proofs/${proof.id}`} label={proof.fileName} />
						<span className="gk-hint">　{formatInstant(proof.addedAt)}</span>
					</li>
				))}
			</ul>
			{mayUpload ? (
				<FileUpload
					path={`/api/dispatches/${id}/proofs`}
					fields={{ moment }}
					hint={`${moment === 'posting' ? '张贴' : '撤下'}的照片（JPG、PNG、WebP）或者 PDF；照片中的位置、时间等信息自动清除`}
					accept={['.jpg', '.jpeg', '.png', '.webp', '.pdf']}
					onUploaded={onChanged}
				/>
			) : null}
		</section>
	);
}

function Moves({ dispatch }: { dispatch: Dispatch }) {
	const [asked, setAsked] = useState<DispatchAction | null>(null);
	const refresh = [DISPATCHES, ['todo']];
	const retry = useCommand(() => moveDispatch(dispatch, 'retry', {}), { refresh, done: '已办理。' });
	const draft = useCommand(() => askForDraft(dispatch.id), { refresh, done: '已提交，正在写入草稿箱。' });
	const offered = dispatch.moves.filter(({ permitted, allowed }) => permitted && allowed);
	if (offered.length === 0) return null;
	return (
		<Flex gap={8} wrap className="gk-gap">
			{offered.map(({ action, label }, at) => (
				<Button
					key={action}
					type={at === 0 ? 'primary' : 'default'}
					danger={action === 'cancel'}
					loading={action === 'retry' && retry.busy}
					onClick={() => (action === 'retry' ? void retry.run() : setAsked(action as DispatchAction))}
				>
					{label}
				</Button>
			))}
			{dispatch.mayDraft ? (
				<Button loading={draft.busy} disabled={dispatch.draftState === 'asked'} onClick={() => void draft.run()}>
					写入公众号草稿箱
				</Button>
			) : null}
			<DispatchPanel dispatch={dispatch} action={asked} onClose={() => setAsked(null)} />
		</Flex>
	);
}
