import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useSession } from '../../../app/session-context.tsx';
import { DescriptionList } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import type { CoordinationRequest } from './api.ts';
import { AskDialog } from './ask-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';
import { RequestList } from './request-list.tsx';
import { approvalWords } from './states.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Open = { what: 'record' | 'ask' } | { what: 'reply' | 'withdraw'; request: CoordinationRequest };

/** 信息来源, 协商确认 and 批准 (条例第十条、第十一条): what has to be settled with others before the signature. */
export function CoordinationPanel({ document }: { document: DocumentDetail }) {
	const { coordination, edition, office, content } = document;
	const { session, can } = useSession();
	const [open, setOpen] = useState<Open | null>(null);
	const { origin, record, unsettled, isOpen } = coordination;
	const mayWrite = isOpen && office.id === session.office?.id && can('document.draft');
	const requests = coordination.requests.filter((one) => one.edition === edition);
	const close = () => setOpen(null);
	const others = record.involvesOthers || requests.length > 0 ? '涉及其他机关' : '不涉及其他机关';
	return (
		<section className="gk-panel">
			<h2>来源、协商与批准</h2>
			{unsettled && isOpen && content.attribute === 'active' ? (
				<Alert className="gk-gap" type="warning" showIcon title={unsettled} />
			) : null}
			<DescriptionList
				narrow
				items={[
					{ label: '信息来源', value: origin.text },
					...(origin.isUs || !origin.who ? [] : [{ label: '负责公开', value: origin.who }]),
					{ label: '协商确认', value: others },
					{ label: '批准', value: approvalWords(coordination) },
				]}
			/>
			<RequestList
				id={document.id}
				requests={requests}
				proofs={document.proofs}
				mayWrite={mayWrite}
				onReply={(request) => setOpen({ what: 'reply', request })}
				onWithdraw={(request) => setOpen({ what: 'withdraw', request })}
			/>
			{mayWrite ? (
				<Flex gap={8} wrap className="pub-coordination-buttons">
					<Button size="small" type="primary" ghost onClick={() => setOpen({ what: 'ask' })}>
						征求其他机关意见
					</Button>
					<Button size="small" onClick={() => setOpen({ what: 'record' })}>
						登记协商和批准事项
					</Button>
				</Flex>
			) : null}
			<RecordDialog document={document} open={open?.what === 'record'} onClose={close} />
			<AskDialog document={document} open={open?.what === 'ask'} onClose={close} />
			<ReplyDialog id={document.id} request={open?.what === 'reply' ? open.request : null} onClose={close} />
			<WithdrawDialog id={document.id} request={open?.what === 'withdraw' ? open.request : null} onClose={close} />
		</section>
	);
}
