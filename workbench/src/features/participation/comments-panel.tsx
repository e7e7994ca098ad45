import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import {
	type Column,
	ConfirmReason,
	DataTable,
	FormIssues,
	formatInstant,
	SidePanel,
	useCommand,
	useServerForm,
} from '../../ui/index.ts';
import {
	type Comment,
	type Consultation,
	enterComment,
	groupComments,
	judgeOpinion,
	KEY,
	type NewComment,
	type Opinion,
	removeOpinion,
	revealCommenter,
	useConsultationOptions,
} from './consultation-api.ts';
import { ContactCard } from './contact-card.tsx';

const ORIGINS = { portal: '网站', letter: '来信', mail: '电子邮件', meeting: '座谈会' } as const;
const VERDICTS: Readonly<Record<string, string>> = {
	adopted: '采纳',
	partly: '部分采纳',
	declined: '未采纳',
	unrelated: '与草案无关',
};

/** What people say of a draft: read, put together where it is the same, and answered for. */
export function CommentsPanel({ consultation }: { consultation: Consultation }) {
	return (
		<>
			<OpinionsSection consultation={consultation} />
			<CommentsSection consultation={consultation} />
		</>
	);
}

function OpinionsSection({ consultation: { id, opinions, canSort, commentList } }: { consultation: Consultation }) {
	const [judged, setJudged] = useState<Opinion | null>(null);
	const remove = useCommand((opinionId: number) => removeOpinion(id, opinionId), { refresh: [KEY], done: '已删除。' });
	const columns: readonly Column<Opinion>[] = [
		{ key: 'summary', title: '意见要点', render: ({ summary }) => <span className="gk-break">{summary}</span> },
		{ key: 'comments', title: '条数', width: 80, render: ({ comments }) => `${comments}条` },
		{
			key: 'verdict',
			title: '采纳情况',
			width: 130,
			render: ({ verdict }) =>
				verdict ? <Tag color="success">{VERDICTS[verdict]}</Tag> : <Tag color="warning">待写明</Tag>,
		},
		{ key: 'reason', title: '理由', render: ({ reason }) => reason || '—' },
		{
			key: 'do',
			title: '操作',
			width: 170,
			render: (opinion) =>
				canSort ? (
					<Flex gap={8} wrap>
						<Button size="small" onClick={() => setJudged(opinion)}>
							写明采纳情况
						</Button>
						{opinion.comments === 0 ? (
							<Button size="small" loading={remove.busy} onClick={() => void remove.run(opinion.id)}>
								删除
							</Button>
						) : null}
					</Flex>
				) : (
					'—'
				),
		},
	];
	if (commentList.length === 0 && opinions.length === 0) return null;
	return (
		<section className="gk-panel">
			<h2>意见归并</h2>
			<DataTable
				label="归并后的意见"
				columns={columns}
				rows={opinions}
				rowKey={({ id: opinionId }) => opinionId}
				empty={{ title: '还没有归并', hint: '在下面选择相同的意见，归为一类。' }}
			/>
			<SidePanel open={judged !== null} title="写明采纳情况" onClose={() => setJudged(null)}>
				{judged ? <JudgeForm id={id} opinion={judged} onClose={() => setJudged(null)} /> : null}
			</SidePanel>
		</section>
	);
}

function JudgeForm({ id, opinion, onClose }: { id: number; opinion: Opinion; onClose: () => void }) {
	const queries = useQueryClient();
	const { data: options } = useConsultationOptions();
	const { fault, busy, props } = useServerForm<Pick<Opinion, 'summary' | 'verdict' | 'reason'>>(async (values) => {
		await judgeOpinion(id, opinion.id, { ...values, revision: opinion.revision });
		await queries.invalidateQueries({ queryKey: KEY });
		onClose();
	});
	return (
		<Form {...props} initialValues={opinion}>
			<FormIssues fault={fault} />
			<Form.Item name="summary" label="意见要点" extra="将在反馈中公开，请不要写提意见人的姓名">
				<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Form.Item name="verdict" label="采纳情况" rules={[{ required: true, message: '请选择采纳情况。' }]}>
				<Select options={options?.verdicts ?? []} />
			</Form.Item>
			<Form.Item name="reason" label="理由" extra="部分采纳、未采纳的必填，将在反馈中公开">
				<Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}

const isUnsorted = ({ opinionId }: Comment) => opinionId === null;

function CommentsSection({ consultation }: { consultation: Consultation }) {
	const { id, commentList, opinions, canSort, mayReveal } = consultation;
	const [chosen, setChosen] = useState<(string | number)[]>([]);
	const [grouping, setGrouping] = useState(false);
	const [entering, setEntering] = useState(false);
	const [shown, setShown] = useState<Comment | null>(null);
	const summaries = new Map(opinions.map((opinion) => [opinion.id, opinion.summary]));
	const columns: readonly Column<Comment>[] = [
		{
			key: 'body',
			title: '意见',
			render: ({ body, clause, number, origin, receivedAt }) => (
				<div className="gk-break">
					{clause ? <strong>{clause}　</strong> : null}
					{body}
					<div className="gk-hint">
						{number}　{ORIGINS[origin]}　{formatInstant(receivedAt)}
					</div>
				</div>
			),
		},
		{
			key: 'opinion',
			title: '归入',
			width: 220,
			render: ({ opinionId }) => (opinionId === null ? <Tag color="warning">未归类</Tag> : summaries.get(opinionId)),
		},
		{
			key: 'contact',
			title: '联系方式',
			width: 120,
			render: (comment) =>
				comment.hasContact && mayReveal ? (
					<Button size="small" onClick={() => setShown(comment)}>
						查看
					</Button>
				) : (
					'—'
				),
		},
	];
	return (
		<section className="gk-panel">
			<h2>收到的意见（{commentList.length}条）</h2>
			{canSort ? (
				<Flex gap={8} wrap className="gk-gap">
					<Button type="primary" disabled={chosen.length === 0} onClick={() => setGrouping(true)}>
						归并所选（{chosen.length}）
					</Button>
					<Button onClick={() => setChosen(commentList.filter(isUnsorted).map((comment) => comment.id))}>
						选中全部未归类
					</Button>
					<Button onClick={() => setEntering(true)}>登记来信、座谈会意见</Button>
				</Flex>
			) : null}
			<DataTable
				label="收到的意见"
				columns={columns}
				rows={commentList}
				rowKey={(comment) => comment.id}
				selection={canSort ? { keys: chosen, onChange: setChosen } : undefined}
				empty={{ title: '还没有收到意见' }}
			/>
			<GroupDialog
				open={grouping}
				consultation={consultation}
				chosen={chosen.map(Number)}
				onClose={(isDone) => {
					setGrouping(false);
					if (isDone) setChosen([]);
				}}
			/>
			<SidePanel open={entering} title="登记意见" onClose={() => setEntering(false)}>
				<EnterForm id={id} onClose={() => setEntering(false)} />
			</SidePanel>
			<SidePanel open={shown !== null} title={shown?.number ?? ''} onClose={() => setShown(null)}>
				{shown ? <ContactCard key={shown.id} reveal={(reason) => revealCommenter(id, shown.id, reason)} /> : null}
			</SidePanel>
		</section>
	);
}

interface GroupDialogProps {
	open: boolean;
	consultation: Consultation;
	chosen: number[];
	onClose: (isDone: boolean) => void;
}

/** Puts the chosen comments under an opinion there is, or under a new one. */
function GroupDialog({ open, consultation: { id, opinions }, chosen, onClose }: GroupDialogProps) {
	const queries = useQueryClient();
	return (
		<ConfirmReason
			open={open}
			title={`归并${chosen.length}条意见`}
			okLabel="归并"
			text="归入已有的一类，或者写一个新的要点；都不填的，移出原来的归类。"
			reason="none"
			onConfirm={async ({ opinionId, summary }) => {
				await groupComments(id, {
					commentIds: chosen,
					opinionId: (opinionId as number | undefined) ?? null,
					summary: String(summary ?? ''),
				});
				await queries.invalidateQueries({ queryKey: KEY });
				onClose(true);
			}}
			onClose={() => onClose(false)}
		>
			{opinions.length > 0 ? (
				<Form.Item name="opinionId" label="归入已有的意见">
					<Select allowClear options={opinions.map((opinion) => ({ value: opinion.id, label: opinion.summary }))} />
				</Form.Item>
			) : null}
			<Form.Item name="summary" label="新的意见要点">
				<Input.TextArea rows={3} maxLength={500} showCount />
			</Form.Item>
		</ConfirmReason>
	);
}

function EnterForm({ id, onClose }: { id: number; onClose: () => void }) {
	const queries = useQueryClient();
	const { data: options } = useConsultationOptions();
	type Values = Omit<NewComment, 'contact'> & { name?: string; phone?: string };
	const { fault, busy, props } = useServerForm<Values>(async ({ name = '', phone = '', ...rest }) => {
		await enterComment(id, { ...rest, contact: { name, phone, email: '' } });
		await queries.invalidateQueries({ queryKey: KEY });
		onClose();
	});
	return (
		<Form {...props} initialValues={{ origin: 'letter', clause: '', body: '' }}>
			<FormIssues fault={fault} />
			<Form.Item name="origin" label="来源">
				<Select options={(options?.origins ?? []).filter(({ value }) => value !== 'portal')} />
			</Form.Item>
			<Form.Item name="clause" label="针对的条款">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="body" label="意见">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 5 }} />
			</Form.Item>
			<Form.Item name="name" label="姓名或者单位" extra="可以不填，加密保存">
				<Input maxLength={50} />
			</Form.Item>
			<Form.Item name="phone" label="电话">
				<Input maxLength={30} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记
				</Button>
			</Flex>
		</Form>
	);
}
