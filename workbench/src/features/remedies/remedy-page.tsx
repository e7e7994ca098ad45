import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
	ConfirmReason,
	type Description,
	DescriptionList,
	DueBadge,
	formatDay,
	History,
	Loaded,
	PageHeader,
	StatusTag,
} from '../../ui/index.ts';
import { eraseClaimant, KEY, type Remedy, readRemedy, revealClaimant, useWords, type Words } from './api.ts';
import { StepPanel } from './step-forms.tsx';
import { labelIn, STANDING_LOOK, standingOf } from './words.ts';

/** One review or suit: what it is about, how it ended, what the office was told to do and whether it did. */
export function RemedyPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readRemedy(id) });
	const words = useWords();
	return (
		<Loaded query={query}>
			{(remedy) => <Loaded query={words}>{(known) => <Page remedy={remedy} words={known} />}</Loaded>}
		</Loaded>
	);
}

interface PartProps {
	remedy: Remedy;
	words: Words;
}

function Page({ remedy, words }: PartProps) {
	const { id, track, body, caseNumber, history, mayReveal, applicationId } = remedy;
	return (
		<>
			<PageHeader
				title={headOf(remedy)}
				subtitle={[labelIn(words.remedyTracks, track), body, caseNumber].filter(Boolean).join('　')}
				back={{ to: '/remedies', label: '复议诉讼' }}
				tags={<StatusTag state={standingOf(remedy)} look={STANDING_LOOK} />}
			/>
			<Steps remedy={remedy} words={words} />
			<section className="gk-panel">
				<h2>案件</h2>
				<DescriptionList items={[...facts(remedy, words), ...links(remedy)]} />
			</section>
			{remedy.order ? <OrderPanel remedy={remedy} words={words} /> : null}
			{mayReveal ? <ClaimantCard id={id} /> : null}
			{remedy.mayErase ? <EraseCard id={id} /> : null}
			{applicationId === null ? (
				<section className="gk-panel">
					<h2>办理经过</h2>
					<History entries={history.map(({ at, actorName, entry }) => ({ at, actorName, text: entry }))} />
				</section>
			) : null}
		</>
	);
}

/** A case over several applications is named by the first; all of them stand among the facts. */
function headOf({ title, applications: [first, ...more] }: Remedy): string {
	return first && more.length > 0 ? `${first.title}等${more.length + 1}件申请` : title;
}

function facts(remedy: Remedy, words: Words): Description[] {
	const { officeName, about, claimant, receivedOn, closedOn, result, note, simple, redoDays } = remedy;
	return [
		{ label: '机关', value: officeName },
		{ label: '起因', value: labelIn(words.remedySubjects, about) },
		{ label: '提起人', value: labelIn(words.claimants, claimant) },
		{ label: '收到副本', value: `${formatDay(receivedOn)}${simple ? '，简易程序' : ''}` },
		...replyFacts(remedy),
		...(closedOn ? [{ label: '审结', value: `${formatDay(closedOn)}，${labelIn(words.remedyResults, result)}` }] : []),
		...(redoDays ? [{ label: '责令重新答复', value: `${redoDays}个工作日内` }] : []),
		...(note ? [{ label: '文书号和要点', value: <span className="gk-pre">{note}</span>, wide: true }] : []),
	];
}

function Applications({ rows }: { rows: Remedy['applications'] }) {
	return rows.map(({ id, title }) => (
		<div key={id}>
			<Link to={`/applications/${id}`}>{title}</Link>
		</div>
	));
}

/** Our own answer: until when, or when it went out. */
function replyFacts({ reply, replyBy }: Remedy): Description[] {
	const { name, dueOn, mark, left, repliedOn, note, late } = reply;
	if (replyBy)
		return [{ label: `${name}期限`, value: <DueBadge due={dueOn} mark={mark} daysLeft={left ?? undefined} withDay /> }];
	if (!repliedOn) return [];
	const sent = `${formatDay(repliedOn)}提交${late ? '，逾期' : ''}（期限${formatDay(dueOn)}）${note ? `\n${note}` : ''}`;
	return [{ label: name, value: <span className="gk-pre">{sent}</span>, wide: true }];
}

function links({ applications, documentId, mayOpenDocument, followsId, followedBy }: Remedy): Description[] {
	return [
		...(applications.length > 0 ? [{ label: '申请', value: <Applications rows={applications} />, wide: true }] : []),
		...(documentId && mayOpenDocument
			? [{ label: '信息', value: <Link to={`/documents/${documentId}`}>打开信息</Link> }]
			: []),
		...(followsId ? [{ label: '此前的行政复议', value: <Link to={`/remedies/${followsId}`}>打开案件</Link> }] : []),
		...followedBy.map((id) => ({ label: '此后的诉讼', value: <Link to={`/remedies/${id}`}>打开案件</Link> })),
	];
}

function OrderPanel({ remedy: { order }, words }: PartProps) {
	if (!order) return null;
	const { kind, orderedOn, dueOn, mark, doneOn, doneNote, late, left } = order;
	const due = doneOn ? (
		formatDay(dueOn ?? '')
	) : (
		<DueBadge due={dueOn} mark={mark} daysLeft={left ?? undefined} withDay />
	);
	return (
		<section className="gk-panel">
			<h2>责令履行</h2>
			<DescriptionList
				items={[
					{ label: '履行事项', value: labelIn(words.remedyOrders, kind) },
					{ label: '决定、判决日期', value: formatDay(orderedOn) },
					{ label: '履行期限', value: dueOn ? due : '文书没有写明' },
					...(doneOn ? [{ label: '履行日期', value: `${formatDay(doneOn)}${late ? '，逾期履行' : ''}` }] : []),
					...(doneNote ? [{ label: '履行情况', value: <span className="gk-pre">{doneNote}</span>, wide: true }] : []),
				]}
			/>
		</section>
	);
}

function Steps({ remedy, words }: PartProps) {
	const navigate = useNavigate();
	const [open, setOpen] = useState<'reply' | 'close' | 'follow' | null>(null);
	const { id, mayHandle, mayReply, track, closedOn, order, reply } = remedy;
	if (!mayHandle && !mayReply) return null;
	return (
		<Flex gap={8} wrap className="gk-gap">
			{mayReply ? (
				<Button type="primary" onClick={() => setOpen('reply')}>
					登记{reply.name}
				</Button>
			) : null}
			{mayHandle && closedOn === null ? <Button onClick={() => setOpen('close')}>登记结果</Button> : null}
			{mayHandle && order && order.doneOn === null ? (
				<Button type="primary" onClick={() => setOpen('follow')}>
					登记履行情况
				</Button>
			) : null}
			{mayHandle && track === 'review' && closedOn !== null ? (
				<Button onClick={() => void navigate(`/remedies/new?follows=${id}`)}>登记复议后起诉</Button>
			) : null}
			<StepPanel step={open} remedy={remedy} words={words} onClose={() => setOpen(null)} />
		</Flex>
	);
}

/** Who brought it, shown for a reason that is kept. */
function ClaimantCard({ id }: { id: number }) {
	const [asking, setAsking] = useState(false);
	const [name, setName] = useState<string | null>(null);
	return (
		<section className="gk-panel">
			<h2>复议申请人或者原告</h2>
			{name === null ? <Button onClick={() => setAsking(true)}>查看姓名或者名称</Button> : <p>{name}</p>}
			<ConfirmReason
				open={asking}
				title="查看姓名或者名称"
				text="查看的事由将记入办理经过和操作日志。"
				reasonLabel="查看事由"
				okLabel="查看"
				onConfirm={async ({ reason }) => setName((await revealClaimant(id, reason)).name)}
				onClose={() => setAsking(false)}
			/>
		</section>
	);
}

/** After the years the county keeps names; what table 4 counts stays. */
function EraseCard({ id }: { id: number }) {
	const queries = useQueryClient();
	const [asking, setAsking] = useState(false);
	return (
		<section className="gk-panel">
			<h2>保管期满</h2>
			<Button danger onClick={() => setAsking(true)}>
				销毁姓名或者名称
			</Button>
			<ConfirmReason
				open={asking}
				title="销毁姓名或者名称"
				text="从此无法恢复；案件、日期和结果保留。"
				reasonLabel="销毁理由和批准依据"
				okLabel="销毁"
				onConfirm={async ({ reason }) => {
					await eraseClaimant(id, reason);
					await queries.invalidateQueries({ queryKey: KEY });
				}}
				onClose={() => setAsking(false)}
			/>
		</section>
	);
}
