import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	DescriptionList,
	DueBadge,
	formatInstant,
	History,
	Loaded,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { type Action, type Concern, KEY, moveConcern, readConcern, revealContact } from './api.ts';
import { Checks, Clocks, WishLine } from './concern-records.tsx';
import { ContactCard } from './contact-card.tsx';
import { MovePanel } from './move-panel.tsx';
import { DONE, LOOK } from './words.ts';

export function ConcernPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readConcern(id) });
	return <Loaded query={query}>{(concern) => <Page key={concern.state} concern={concern} />}</Loaded>;
}

/** One message: what was written, what is answered, what everybody reads, and every hand on it. */
function Page({ concern }: { concern: Concern }) {
	const { id, title, number, kindLabel, originLabel, urgent, state, publicTitle, publicBody, steps } = concern;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${kindLabel}　${number}　${originLabel}${urgent ? '　重大突发' : ''}`}
				back={{ to: '/concerns', label: '公众诉求' }}
				extra={<StatusTag state={state} look={LOOK} />}
			/>
			<Moves concern={concern} />
			<section className="gk-panel">
				<h2>来信内容</h2>
				<p className="gk-pre">{concern.body}</p>
				<Facts concern={concern} />
			</section>
			<Clocks concern={concern} />
			{concern.hasContact && concern.mayReveal ? <ContactCard reveal={(reason) => revealContact(id, reason)} /> : null}
			<Checks checks={concern.checks} />
			<AnswerPanel concern={concern} />
			{state === 'published' ? (
				<section className="gk-panel">
					<h2>公开的内容</h2>
					<p>
						<strong>{publicTitle}</strong>
					</p>
					<p className="gk-pre">{publicBody}</p>
					<a href={`/voice/${id}`} target="_blank" rel="noreferrer">
						在网站查看
					</a>
				</section>
			) : null}
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={steps.map(({ createdAt, personName, action, text }) => ({
						at: createdAt,
						actorName: personName,
						text: DONE[action] ?? action,
						note: text || undefined,
					}))}
				/>
			</section>
		</>
	);
}

/** What was answered; of a merged message, what the one it went into was answered. */
function AnswerPanel({ concern }: { concern: Concern }) {
	const { answer, mergedNumber, mergedAnswer } = concern;
	const text = mergedAnswer || answer;
	if (!text) return null;
	return (
		<section className="gk-panel">
			<h2>{mergedNumber ? `${mergedNumber}的答复` : '答复'}</h2>
			<p className="gk-pre">{text}</p>
			<WishLine concern={concern} />
		</section>
	);
}

const VERDICTS = { true: '属实', partly: '部分属实', untrue: '不属实' } as const;

function Facts({ concern }: { concern: Concern }) {
	const { officeName, receivedAt, limit, page, verdict, state, answeredAt, orderNumber, mergedNumber, askers } =
		concern;
	const isOpen = state === 'received' || state === 'inHand';
	return (
		<DescriptionList
			items={[
				{ label: '办理机关', value: officeName },
				{ label: '收到时间', value: formatInstant(receivedAt) },
				{
					label: '答复期限',
					value: (
						<>
							{isOpen ? <DueBadge due={limit.dueOn} mark={limit.mark} withDay /> : limit.dueOn}
							{limit.dueAt ? `　${formatInstant(limit.dueAt)}前` : ''}
							<div className="gk-hint">{limit.basis}</div>
						</>
					),
				},
				...(answeredAt ? [{ label: '答复时间', value: formatInstant(answeredAt) }] : []),
				...(verdict ? [{ label: '核查结果', value: VERDICTS[verdict] }] : []),
				...(orderNumber ? [{ label: '热线工单号', value: orderNumber }] : []),
				...(mergedNumber ? [{ label: '并入', value: mergedNumber }] : []),
				...(askers > 1 ? [{ label: '同一诉求', value: `${askers}件` }] : []),
				...(page ? [{ label: '页面网址', value: <span className="gk-break">{page}</span> }] : []),
			]}
		/>
	);
}

/** Buttons of what may be done now; all but 受理 ask for words. */
function Moves({ concern }: { concern: Concern }) {
	const [asked, setAsked] = useState<Action | null>(null);
	const accept = useCommand(() => moveConcern(concern.id, 'accept', {}), {
		refresh: [KEY, ['todo']],
		done: '已受理。',
	});
	const offered = concern.moves.filter(({ permitted, allowed }) => permitted && allowed);
	if (offered.length === 0) return null;
	return (
		<Flex gap={8} wrap className="gk-gap">
			{offered.map(({ action, label }, at) => (
				<Button
					key={action}
					type={at === 0 ? 'primary' : 'default'}
					danger={action === 'decline' || action === 'unpublish'}
					loading={action === 'accept' && accept.busy}
					onClick={() => (action === 'accept' ? void accept.run() : setAsked(action))}
				>
					{label}
				</Button>
			))}
			<MovePanel concern={concern} action={asked} onClose={() => setAsked(null)} />
		</Flex>
	);
}
