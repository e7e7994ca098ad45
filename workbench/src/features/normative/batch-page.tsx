import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	ConfirmReason,
	DataTable,
	DayInput,
	DownloadButton,
	History,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { type Batch, type BatchAction, type BatchItem, KEY, moveBatch, readBatch } from './api.ts';
import { ConcludePanel } from './conclude-panel.tsx';
import './normative.css';
import { BATCH_LOOK } from './words.ts';

export function BatchPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'batch', id], queryFn: () => readBatch(id) });
	return <Loaded query={query}>{(batch) => <Page batch={batch} />}</Loaded>;
}

const QUESTIONS = {
	sign: { text: '审签后不能再修改结论，需要修改的先退回。', reason: 'optional' as const, reasonLabel: '审签意见' },
	reopen: { reason: 'required' as const, reasonLabel: '退回理由' },
	cancel: { reason: 'required' as const, reasonLabel: '取消理由', danger: true },
};

/** One clean-up: its documents with their conclusions, the signature, and the lists. */
function Page({ batch }: { batch: Batch }) {
	const { id, title, officeName, wholeCounty, onDay, state, counts, moves, items, steps, documentId } = batch;
	const [chosen, setChosen] = useState<number[]>([]);
	const [asking, setAsking] = useState(false);
	const [closing, setClosing] = useState(false);
	const { run, busy } = useCommand((action: BatchAction, text: string) => moveBatch(batch, action, text), {
		refresh: [KEY, ['todo']],
		done: '已办理。',
	});
	const mayConclude = items.some((item) => item.mayConclude);
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${wholeCounty ? '全县' : officeName}　截至${onDay}　共${counts.all}件：继续有效${counts.keep}，修改${counts.revise}，废止${counts.repeal}，失效${counts.lapse}`}
				back={{ to: '/normative/batches', label: '规范性文件清理' }}
				tags={<StatusTag state={state} look={BATCH_LOOK} />}
			/>
			<div className="gk-gap">
				<MovesBar
					moves={moves.filter(({ action, allowed }) => allowed || action !== 'cancel')}
					questions={QUESTIONS}
					busy={busy}
					onMove={async (action, text) =>
						action === 'close' ? setClosing(true) : await run(action as BatchAction, text)
					}
				/>
			</div>
			<Lists batch={batch} />
			{documentId ? (
				<p>
					公布清理结果的公告已经拟好：<Link to={`/documents/${documentId}`}>查看草稿</Link>
				</p>
			) : null}
			{mayConclude ? (
				<Flex gap={8} className="gk-gap" wrap align="center">
					<Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
						{`对选中的${chosen.length}件提出结论`}
					</Button>
					<Button
						onClick={() => setChosen(items.flatMap((one) => (one.mayConclude && !one.conclusion ? [one.id] : [])))}
					>
						选中没有结论的
					</Button>
				</Flex>
			) : null}
			<div className="gk-gap">
				<DataTable
					label="清理的文件"
					columns={COLUMNS}
					rows={items}
					rowKey={(item) => item.id}
					selection={mayConclude ? { keys: chosen, onChange: (keys) => setChosen(keys.map(Number)) } : undefined}
					empty={{ title: '没有需要清理的文件' }}
				/>
			</div>
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={steps.map(({ createdAt, personName, label, text }) => ({
						...{ at: createdAt, actorName: personName, text: label, note: text || undefined },
					}))}
				/>
			</section>
			<ConcludePanel
				batchId={id}
				itemIds={chosen}
				open={asking}
				onClose={() => setAsking(false)}
				onDone={() => setChosen([])}
			/>
			<CloseDialog batch={batch} open={closing} onClose={() => setClosing(false)} />
		</>
	);
}

const LISTS = [
	{ key: 'keep', label: '继续有效目录' },
	{ key: 'repeal', label: '废止目录' },
	{ key: 'lapse', label: '失效目录' },
] as const;

function Lists({ batch: { id, state } }: { batch: Batch }) {
	// Before the signature they are not what will be.
	if (state !== 'signed' && state !== 'closed') return null;
	return (
		<Flex gap={8} wrap className="gk-gap">
			{LISTS.flatMap(({ key, label }) =>
				(['docx', 'xlsx'] as const).map((format) => (
					<DownloadButton
						key={`${key} ${format}`}
						size="small"
						path={`/api/normative/batches/${id}/list?list=${key}&format=${format}`}
						label={`${label}（${format === 'docx' ? 'Word' : 'Excel'}）`}
					/>
				)),
			)}
		</Flex>
	);
}

const COLUMNS: readonly Column<BatchItem>[] = [
	{
		key: 'title',
		title: '文件',
		render: ({ documentId, title, documentNumber }) => (
			<div className="gk-break">
				<a href={`/d/${documentId}`} target="_blank" rel="noreferrer">
					{title}
				</a>
				<div className="gk-hint">{documentNumber}</div>
			</div>
		),
	},
	{ key: 'office', title: '制定机关', width: 120, render: ({ officeName }) => officeName },
	{ key: 'formed', title: '成文日期', width: 120, render: ({ formedOn }) => formedOn },
	{ key: 'expires', title: '有效期至', width: 120, render: ({ expiresOn }) => expiresOn ?? '未规定' },
	{
		key: 'conclusion',
		title: '清理结论',
		width: 280,
		render: ({ conclusion, conclusionLabel, reason, personName }) =>
			conclusion ? (
				<div className="gk-break">
					<strong>{conclusionLabel}</strong>　{personName}
					<div className="gk-hint">{reason}</div>
				</div>
			) : (
				'尚无结论'
			),
	},
];

function CloseDialog({ batch, open, onClose }: { batch: Batch; open: boolean; onClose: () => void }) {
	const { session } = useSession();
	const { run } = useCommand((effectiveOn: string) => moveBatch(batch, 'close', '', effectiveOn), {
		refresh: [KEY, ['todo'], ['documents']],
		done: '清理结论已执行，公告草稿已经拟好。',
	});
	return (
		<ConfirmReason
			open={open}
			title="执行清理结论"
			text={`废止${batch.counts.repeal}件、宣布失效${batch.counts.lapse}件，网站自生效日期起标注效力；生成三个目录和公布清理结果的公告草稿。执行后不能撤回。`}
			reason="none"
			okLabel="执行"
			onConfirm={async ({ effectiveOn }: Record<string, unknown>) => {
				await run(String(effectiveOn));
			}}
			onClose={onClose}
		>
			<Form.Item name="effectiveOn" label="废止、失效的生效日期" initialValue={session.today}>
				<DayInput label="废止、失效的生效日期" min={session.today} />
			</Form.Item>
		</ConfirmReason>
	);
}
