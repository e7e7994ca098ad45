import { useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { DayInput, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { DISPATCHES, type Dispatch, type DispatchAction, type DispatchMove, moveDispatch } from './api.ts';
import { useToday } from './use-today.ts';

interface PanelProps {
	dispatch: Dispatch;
	action: DispatchAction | null;
	onClose: () => void;
}

/** The words and days a move needs. */
export function DispatchPanel({ dispatch, action, onClose }: PanelProps) {
	const label = dispatch.moves.find((move) => move.action === action)?.label ?? '';
	return (
		<SidePanel open={action !== null} title={label} onClose={onClose}>
			{action ? <MoveForm dispatch={dispatch} action={action} label={label} onClose={onClose} /> : null}
		</SidePanel>
	);
}

type Values = Omit<Partial<DispatchMove>, 'at'> & { at?: Dayjs | null };

function MoveForm({ dispatch, action, label, onClose }: PanelProps & { action: DispatchAction; label: string }) {
	const today = useToday();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Values>(async ({ at, ...values }) => {
		await moveDispatch(dispatch, action, { ...values, at: at ? at.toISOString() : null });
		await Promise.all([DISPATCHES, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办理。');
		onClose();
	});
	const goesOut = action === 'send' || action === 'update';
	const initial = {
		...{ link: dispatch.link, place: dispatch.place, reason: '' },
		...{ shownFrom: dispatch.shownFrom ?? today, shownTo: dispatch.shownTo },
	};
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			{goesOut ? <OutFields dispatch={dispatch} withTime={action === 'send'} /> : <ReasonField action={action} />}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{label}
				</Button>
			</Flex>
		</Form>
	);
}

function OutFields({ dispatch: { isPosted, needsLink }, withTime }: { dispatch: Dispatch; withTime: boolean }) {
	return (
		<>
			{withTime ? (
				<Form.Item name="at" label="发布时间" extra="不填为现在">
					<DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" className="gk-full" maxDate={dayjs()} />
				</Form.Item>
			) : null}
			{isPosted ? (
				<>
					<Form.Item name="place" label="地点">
						<Input maxLength={100} />
					</Form.Item>
					<Form.Item name="shownFrom" label="张贴起日">
						<DayInput />
					</Form.Item>
					<Form.Item name="shownTo" label="张贴止日" extra="征收土地公告等法律规定了公示期的，不少于规定的天数">
						<DayInput />
					</Form.Item>
				</>
			) : (
				<Form.Item name="link" label="链接" extra={needsLink ? '发布后的网址' : '没有网址的可以不填'}>
					<Input maxLength={500} />
				</Form.Item>
			)}
		</>
	);
}

function ReasonField({ action }: { action: DispatchAction }) {
	return (
		<Form.Item name="reason" label={action === 'remove' ? '说明' : '理由'}>
			<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
		</Form.Item>
	);
}
