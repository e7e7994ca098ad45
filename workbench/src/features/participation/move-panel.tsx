import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import {
	type Action,
	type Check,
	type Concern,
	checkComplaint,
	documentNumber,
	KEY,
	type MoveBody,
	moveConcern,
	type OpinionResponse,
	respondToOpinion,
	useConcernOptions,
} from './api.ts';
import { CheckFields, ResponseFields, WishFields } from './record-fields.tsx';
import { DONE } from './words.ts';

interface MovePanelProps {
	concern: Concern;
	action: Action | null;
	onClose: () => void;
}

/** The words a move needs. */
export function MovePanel({ concern, action, onClose }: MovePanelProps) {
	return (
		<SidePanel open={action !== null} title={DONE[action ?? 'answer'] ?? ''} onClose={onClose}>
			{action ? <MoveForm concern={concern} action={action} onClose={onClose} /> : null}
		</SidePanel>
	);
}

type Values = Partial<Omit<MoveBody, 'wishDocument'>> & {
	wishDocument?: string;
	stage?: OpinionResponse['stage'];
	at?: string;
	link?: string;
};

function moveOf({ wishDocument, stage: _stage, at: _at, link: _link, ...rest }: Values): Partial<MoveBody> {
	return { ...rest, wishDocument: wishDocument ? documentNumber(wishDocument) : null };
}

/** The time is typed as it is on the clock of the county. */
function responseOf({ stage = 'response', at = '', text = '', link = '' }: Values): OpinionResponse {
	return { stage, at: at ? `${at}:00+08:00` : '', text, link };
}

function MoveForm({ concern, action, onClose }: MovePanelProps & { action: Action }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Values>(async (values) => {
		if (action === 'check') await checkComplaint(concern.id, values as unknown as Check);
		else if (action === 'respond') await respondToOpinion(concern.id, responseOf(values));
		else await moveConcern(concern.id, action, moveOf(values));
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办理。');
		onClose();
	});
	const initial = {
		text: action === 'amend' ? concern.answer : '',
		wish: concern.wish ?? undefined,
		wishDocument: concern.wishDocument === null ? '' : String(concern.wishDocument),
		wishDay: concern.wishDay,
		wishGround: concern.wishGround,
		publicTitle: concern.publicTitle || concern.title,
		publicBody: concern.publicBody || concern.body,
	};
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Fields concern={concern} action={action} />
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy} danger={action === 'decline' || action === 'unpublish'}>
					{DONE[action]}
				</Button>
			</Flex>
		</Form>
	);
}

function Fields({ concern, action }: { concern: Concern; action: Action }) {
	switch (action) {
		case 'transfer':
			return <TransferFields officeId={concern.officeId} />;
		case 'merge':
			return (
				<Form.Item name="into" label="并入的诉求编号" extra="对方凭查询码看到的是并入诉求的答复">
					<Input maxLength={20} placeholder="如 HD202600001" />
				</Form.Item>
			);
		case 'publish':
			return <PublishFields />;
		case 'answer':
		case 'amend':
			return <AnswerFields isWish={concern.kind === 'wanted'} />;
		case 'check':
			return <CheckFields officeId={concern.officeId} />;
		case 'respond':
			return <ResponseFields urgent={concern.urgent} />;
		default:
			return <ReasonField />;
	}
}

function ReasonField() {
	return (
		<Form.Item name="text" label="理由">
			<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
		</Form.Item>
	);
}

function TransferFields({ officeId }: { officeId: number }) {
	const { data } = useConcernOptions();
	return (
		<>
			<Form.Item name="officeId" label="转办到" rules={[{ required: true, message: '请选择机关。' }]}>
				<Select options={(data?.offices ?? []).filter(({ value }) => value !== officeId)} />
			</Form.Item>
			<ReasonField />
		</>
	);
}

function AnswerFields({ isWish }: { isWish: boolean }) {
	return (
		<>
			{isWish ? <WishFields /> : null}
			<Form.Item name="text" label="答复内容">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 8 }} />
			</Form.Item>
		</>
	);
}

function PublishFields() {
	return (
		<>
			<p className="gk-gap">公开的标题和内容可以与来信不同；请隐去姓名、电话、住址等个人信息。</p>
			<Form.Item name="publicTitle" label="公开的标题">
				<Input maxLength={80} />
			</Form.Item>
			<Form.Item name="publicBody" label="公开的来信内容">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 6 }} />
			</Form.Item>
		</>
	);
}
