import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	DescriptionList,
	DueBadge,
	formatDay,
	History,
	Loaded,
	type MoveQuestion,
	MovesBar,
	PageHeader,
	StatusTag,
} from '../../ui/index.ts';
import { ContactCard } from './contact-card.tsx';
import { type Action, KEY, moveProposal, type Proposal, readProposal, revealDelegate } from './proposal-api.ts';
import { ProposalMovePanel } from './proposal-move.tsx';
import { PROPOSAL_DONE, PROPOSAL_LOOK } from './words.ts';

const RESULTS = { A: 'A类：已经解决或者采纳', B: 'B类：正在解决或者列入计划', C: 'C类：暂不能解决，留作参考' } as const;
const SATISFACTIONS = { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' } as const;
const PUBLICITY = { full: '全文公开', summary: '摘要公开', none: '不予公开' } as const;

export function ProposalPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readProposal(id) });
	return <Loaded query={query}>{(proposal) => <Page proposal={proposal} />}</Loaded>;
}

/** One proposal: what is asked, what was replied, what is public of it, and every hand on it. */
function Page({ proposal }: { proposal: Proposal }) {
	const { id, title, number, kindLabel, session, originalNumber, state, body, reply, steps } = proposal;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${kindLabel}　${number}　${session}　${originalNumber}`}
				back={{ to: '/proposals', label: '建议提案' }}
				tags={<StatusTag state={state} look={PROPOSAL_LOOK} />}
			/>
			<Moves proposal={proposal} />
			<section className="gk-panel">
				<h2>办理</h2>
				<Facts proposal={proposal} />
			</section>
			<section className="gk-panel">
				<h2>内容</h2>
				<p className="gk-pre">{body}</p>
			</section>
			{proposal.hasContact && proposal.mayReveal ? (
				<ContactCard reveal={(reason) => revealDelegate(id, reason)} />
			) : null}
			{reply ? (
				<section className="gk-panel">
					<h2>答复</h2>
					<p className="gk-pre">{reply}</p>
				</section>
			) : null}
			<PublicPanel proposal={proposal} />
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={steps.map(({ createdAt, personName, action, text }) => ({
						at: createdAt,
						actorName: personName,
						text: PROPOSAL_DONE[action] ?? action,
						note: text || undefined,
					}))}
				/>
			</section>
		</>
	);
}

function Facts({ proposal }: { proposal: Proposal }) {
	const { officeName, jointOffices, delegate, receivedOn, limitMonths, limits, repliedOn, replyNumber } = proposal;
	const { result, satisfaction, state, extensionNote } = proposal;
	const isOpen = state === 'inHand' || state === 'toSign';
	return (
		<DescriptionList
			items={[
				{ label: '主办机关', value: officeName },
				...(jointOffices.length > 0 ? [{ label: '会办机关', value: jointOffices.join('、') }] : []),
				{ label: '代表、委员', value: delegate },
				{ label: '收到日期', value: formatDay(receivedOn) },
				{
					label: `答复期限（${limitMonths}个月）`,
					value: isOpen ? (
						<DueBadge due={limits.replyDue} mark={limits.replyMark} withDay />
					) : (
						`${formatDay(limits.replyDue)}${limits.replyLate ? '，逾期答复' : ''}`
					),
				},
				...(repliedOn ? [{ label: '答复日期', value: formatDay(repliedOn) }] : []),
				...(replyNumber ? [{ label: '答复文号', value: replyNumber }] : []),
				...(result ? [{ label: '办理结果', value: RESULTS[result] }] : []),
				...(satisfaction ? [{ label: '满意程度', value: SATISFACTIONS[satisfaction] }] : []),
				...(extensionNote
					? [{ label: '期限调整', value: <span className="gk-pre">{extensionNote}</span>, wide: true }]
					: []),
			]}
		/>
	);
}

/** What was decided to be public, and until when it has to be. */
function PublicPanel({ proposal }: { proposal: Proposal }) {
	const { publicity, publicityReason, publicText, publishedOn, limits, number, state } = proposal;
	if (publicity === null) return null;
	return (
		<section className="gk-panel">
			<h2>公开意见</h2>
			<DescriptionList
				items={[
					{ label: '公开方式', value: PUBLICITY[publicity] },
					...(publicityReason ? [{ label: '理由', value: publicityReason }] : []),
					...(limits.publishDue && publishedOn === null && state === 'replied'
						? [{ label: '公开期限', value: <DueBadge due={limits.publishDue} mark={limits.publishMark} withDay /> }]
						: []),
					...(publishedOn
						? [{ label: '公开日期', value: `${formatDay(publishedOn)}${limits.publishLate ? '，逾期公开' : ''}` }]
						: []),
				]}
			/>
			{publicText ? <p className="gk-pre">{publicText}</p> : null}
			{state === 'published' ? (
				<a href={`/proposals/${number}`} target="_blank" rel="noreferrer">
					在网站查看
				</a>
			) : null}
		</section>
	);
}

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	return: { reason: 'required' },
	sign: { text: '签发后答复代表、委员；公开意见一并审定。' },
	publish: { text: '公开前检查个人信息；代表、委员的姓名和联系方式不公开。' },
	unpublish: { reason: 'required', danger: true },
	withdraw: { reason: 'required', danger: true },
};

function Moves({ proposal }: { proposal: Proposal }) {
	const queries = useQueryClient();
	const [asked, setAsked] = useState<Action | null>(null);
	const onMove = async (action: string, reason: string) => {
		if (!QUESTIONS[action]) return setAsked(action as Action);
		await moveProposal(proposal, action as Action, { text: reason });
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
	};
	return (
		<div className="gk-gap">
			<MovesBar moves={proposal.moves} onMove={onMove} questions={QUESTIONS} />
			<ProposalMovePanel proposal={proposal} action={asked} onClose={() => setAsked(null)} />
		</div>
	);
}
