import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	ConfirmReason,
	DayInput,
	DescriptionList,
	DownloadButton,
	formatDay,
	History,
	Loaded,
	PageHeader,
	StatusTag,
} from '../../ui/index.ts';
import { DELIVERIES, type DeliveryDetail, moveDelivery, readDelivery } from './api.ts';
import { useToday } from './use-today.ts';
import { DELIVERY_LOOK, noteOf } from './words.ts';

export function DeliveryPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...DELIVERIES, id], queryFn: () => readDelivery(id) });
	return <Loaded query={query}>{(delivery) => <Page delivery={delivery} />}</Loaded>;
}

/** One delivery: its list, its package, the hand-over and who signed. */
function Page({ delivery }: { delivery: DeliveryDetail }) {
	const { id, name, placeName, state, carrierLabel, deliveredOn, receivedBy, receivedOn, reason, list } = delivery;
	return (
		<>
			<PageHeader
				title={name}
				subtitle={placeName}
				back={{ to: '/channels/deliveries', label: '移交查阅场所' }}
				tags={<StatusTag state={state} look={DELIVERY_LOOK} />}
			/>
			<Flex gap={8} wrap className="gk-gap">
				<DownloadButton type="primary" path={`/api/deliveries/${id}/package`} label="下载移交包" />
				<DownloadButton path={`/api/deliveries/${id}/list`} label="移交清单" />
				<DownloadButton path={`/api/deliveries/${id}/list?format=pdf`} label="移交清单（PDF）" />
				<Moves delivery={delivery} />
			</Flex>
			<section className="gk-panel">
				<h2>移交情况</h2>
				<DescriptionList
					items={[
						{ label: '载体', value: carrierLabel },
						{ label: '信息', value: `${list.length} 条` },
						...(deliveredOn ? [{ label: '移交日期', value: formatDay(deliveredOn) }] : []),
						...(receivedOn ? [{ label: '签收', value: `${receivedBy}　${formatDay(receivedOn)}` }] : []),
						...(reason ? [{ label: '理由', value: reason }] : []),
					]}
				/>
			</section>
			<section className="gk-panel">
				<h2>移交清单</h2>
				<ol>
					{list.map(({ documentId, title, indexNumber, isWithdrawn }) => (
						<li key={documentId} className="gk-break">
							{isWithdrawn ? '（已撤下）' : title}
							<span className="gk-hint">　{indexNumber}</span>
						</li>
					))}
				</ol>
			</section>
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={delivery.history.map(({ at, actorName, entry, data }) => ({
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

function Moves({ delivery }: { delivery: DeliveryDetail }) {
	const today = useToday();
	const queries = useQueryClient();
	const [asked, setAsked] = useState<string | null>(null);
	const offered = delivery.moves.filter(({ permitted, allowed }) => permitted && allowed);
	return (
		<>
			{offered.map(({ action, label }) => (
				<Button key={action} danger={action === 'cancel'} onClick={() => setAsked(action)}>
					{label}
				</Button>
			))}
			<ConfirmReason
				open={asked !== null}
				title={offered.find(({ action }) => action === asked)?.label ?? ''}
				okLabel="登记"
				reason={asked === 'cancel' ? 'required' : 'none'}
				onConfirm={async ({ day, receivedBy, reason }) => {
					await moveDelivery(delivery, asked as 'deliver' | 'receive' | 'cancel', {
						day: String(day ?? today),
						receivedBy: String(receivedBy ?? ''),
						reason,
					});
					await queries.invalidateQueries({ queryKey: DELIVERIES });
				}}
				onClose={() => setAsked(null)}
			>
				{asked === 'receive' ? (
					<Form.Item name="receivedBy" label="签收人">
						<Input maxLength={30} />
					</Form.Item>
				) : null}
				{asked === 'cancel' ? null : (
					<Form.Item name="day" label="日期" initialValue={today}>
						<DayInput />
					</Form.Item>
				)}
			</ConfirmReason>
		</>
	);
}
