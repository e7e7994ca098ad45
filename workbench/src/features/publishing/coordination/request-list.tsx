import { Button, Flex, Tag } from 'antd';
import { DateText, DateTimeText, DueBadge, StatusTag } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import type { CoordinationRequest } from './api.ts';
import { ProofList } from './proof-list.tsx';
import { REQUEST_LOOK } from './states.ts';

interface RequestListProps {
	id: number;
	requests: readonly CoordinationRequest[];
	proofs: DocumentDetail['proofs'];
	mayWrite: boolean;
	onReply: (request: CoordinationRequest) => void;
	onWithdraw: (request: CoordinationRequest) => void;
}

/** Who was asked in this edition, the newest first, and what each answered. */
export function RequestList({ id, requests, proofs, mayWrite, onReply, onWithdraw }: RequestListProps) {
	if (requests.length === 0) return null;
	return (
		<ul className="pub-requests" aria-label="征求意见">
			{[...requests].reverse().map((request) => (
				<li key={request.id}>
					<Request request={request} />
					<ProofList id={id} requestId={request.id} proofs={proofs} mayAdd={mayWrite && isAnswered(request)} />
					{mayWrite && request.state === 'waiting' ? (
						<Flex gap={8} wrap>
							{request.inCounty ? null : (
								<Button size="small" onClick={() => onReply(request)}>
									登记答复
								</Button>
							)}
							<Button size="small" onClick={() => onWithdraw(request)}>
								撤回
							</Button>
						</Flex>
					) : null}
				</li>
			))}
		</ul>
	);
}

/** By a body outside the county, which sends a letter. */
function isAnswered({ inCounty, outcome }: CoordinationRequest): boolean {
	return !inCounty && outcome !== null && outcome.kind !== 'withdrawn';
}

function Request({ request }: { request: CoordinationRequest }) {
	const { name, state, question, askedAt, askedBy, replyBy, overdue, outcome, inCounty } = request;
	return (
		<>
			<div>
				<strong>{name}</strong> {inCounty ? null : <Tag>县外机关</Tag>}
				<StatusTag state={state} look={REQUEST_LOOK} />
				{overdue && outcome ? <Tag>超过期限答复</Tag> : null}
			</div>
			<div className="gk-break">问：{question}</div>
			{state === 'waiting' ? (
				<div>
					请于 <DueBadge due={replyBy} withDay /> 前答复
				</div>
			) : null}
			{outcome?.words ? (
				<div className="gk-break">
					{outcome.kind === 'withdrawn' ? '撤回理由' : '答'}：{outcome.words}
				</div>
			) : null}
			<div className="gk-hint">
				{askedBy}于 <DateTimeText at={askedAt} /> 发出
				{outcome ? (
					<>
						；<DateText day={outcome.onDay} /> {[outcome.reference, outcome.personName].filter(Boolean).join('，')}
					</>
				) : null}
			</div>
		</>
	);
}
