import { Button, Flex, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { type Column, ConfirmReason, DataTable, DayInput, formatDay } from '../../ui/index.ts';
import { giveCopies, type Issue, notePrinted, signFor } from './api.ts';
import { useToday } from './use-today.ts';

type Copy = Issue['handedOut'][number];
type Asked = 'printed' | 'give' | Copy;

interface CopiesProps {
	issue: Issue;
	onChanged: () => Promise<unknown>;
}

/** Copies printed, where they went, and who signed for them. */
export function CopiesPanel({ issue, onChanged }: CopiesProps) {
	const [asked, setAsked] = useState<Asked | null>(null);
	const { copies, copiesGiven, handedOut, mayManage } = issue;
	const columns: readonly Column<Copy>[] = [
		...COLUMNS,
		{
			key: 'receipt',
			title: '签收',
			width: 200,
			render: (copy) =>
				copy.receivedOn ? (
					`${copy.receivedBy}　${copy.receivedOn}`
				) : mayManage ? (
					<Button size="small" onClick={() => setAsked(copy)}>
						登记签收
					</Button>
				) : (
					'未签收'
				),
		},
	];
	return (
		<section className="gk-panel">
			<h2>印数和发放</h2>
			<p>
				印数 {copies} 份，已发放 {copiesGiven} 份。
			</p>
			{mayManage ? (
				<Flex gap={8} wrap className="gk-gap">
					<Button onClick={() => setAsked('printed')}>登记印数</Button>
					<Button onClick={() => setAsked('give')}>登记发放</Button>
				</Flex>
			) : null}
			<DataTable
				label="公报发放"
				columns={columns}
				rows={handedOut}
				rowKey={({ id }) => id}
				empty={{ title: '还没有发放' }}
			/>
			<Dialogs issue={issue} asked={asked} onChanged={onChanged} onClose={() => setAsked(null)} />
		</section>
	);
}

const COLUMNS: readonly Column<Copy>[] = [
	{ key: 'place', title: '地点', render: ({ place }) => place },
	{ key: 'copies', title: '份数', width: 80, align: 'right', render: ({ copies }) => copies },
	{ key: 'day', title: '发放日期', width: 130, render: ({ deliveredOn }) => formatDay(deliveredOn) },
];

function Dialogs({ issue, asked, onChanged, onClose }: CopiesProps & { asked: Asked | null; onClose: () => void }) {
	const today = useToday();
	const { id, copies } = issue;
	const copy = asked !== null && typeof asked === 'object' ? asked : null;
	const whole = { reason: 'none' as const, onClose };
	return (
		<>
			<ConfirmReason
				{...whole}
				open={asked === 'printed'}
				title="登记印数"
				okLabel="登记"
				onConfirm={async (values) => {
					await notePrinted(id, Number(values.copies ?? 0));
					await onChanged();
				}}
			>
				<Form.Item name="copies" label="印数" initialValue={copies}>
					<InputNumber min={0} className="gk-full" />
				</Form.Item>
			</ConfirmReason>
			<ConfirmReason
				{...whole}
				open={asked === 'give'}
				title="登记发放"
				okLabel="登记"
				onConfirm={async ({ place, copies: given, deliveredOn }) => {
					await giveCopies(id, {
						place: String(place ?? ''),
						copies: Number(given ?? 0),
						deliveredOn: String(deliveredOn ?? today),
					});
					await onChanged();
				}}
			>
				<Form.Item name="place" label="发放地点">
					<Input maxLength={60} />
				</Form.Item>
				<Form.Item name="copies" label="份数">
					<InputNumber min={1} className="gk-full" />
				</Form.Item>
				<Form.Item name="deliveredOn" label="发放日期" initialValue={today}>
					<DayInput />
				</Form.Item>
			</ConfirmReason>
			<ConfirmReason
				{...whole}
				open={copy !== null}
				title="登记签收"
				okLabel="登记"
				onConfirm={async ({ receivedBy, receivedOn }) => {
					if (!copy) return;
					await signFor(id, copy.id, {
						receivedBy: String(receivedBy ?? ''),
						receivedOn: String(receivedOn ?? today),
					});
					await onChanged();
				}}
			>
				<Form.Item name="receivedBy" label="签收人">
					<Input maxLength={30} />
				</Form.Item>
				<Form.Item name="receivedOn" label="签收日期" initialValue={today}>
					<DayInput />
				</Form.Item>
			</ConfirmReason>
		</>
	);
}
