import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { asProblem, type Issue } from '../../api/index.ts';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	ConfirmReason,
	DataTable,
	formatInstant,
	Loaded,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { dropTree, fixTree, KEY, readTree, saveTree, type Tree, type TreeContent, type TreeNode } from './api.ts';
import { NodePanel } from './node-panel.tsx';
import { changedNode, faultsAt, inOrder, restOf, withNumber } from './tree-values.ts';
import { NODE_KINDS, pointsText, SAMPLINGS } from './words.ts';
import './evaluation.css';

export function TreePage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'tree', id], queryFn: () => readTree(id) });
	return <Loaded query={query}>{(tree) => <Page key={tree.revision} tree={tree} />}</Loaded>;
}

/** A tree of indicators: a draft is changed row by row and kept, a fixed one is read. */
function Page({ tree }: { tree: Tree }) {
	const { can } = useSession();
	const mayEdit = tree.state === 'draft' && can('evaluation.manage');
	const [content, setContent] = useState<TreeContent>(tree.content);
	const [issues, setIssues] = useState<readonly Issue[]>([]);
	const [editing, setEditing] = useState<number | 'new' | null>(null);
	/** What the server has of it: fixing keeps first, and may then be refused. */
	const [kept, setKept] = useState<Kept>({ content: tree.content, revision: tree.revision });
	const change = (next: TreeContent) => {
		setContent(next);
		setIssues([]);
	};
	return (
		<>
			<PageHeader
				title={tree.title}
				subtitle={`${tree.year}年　第${tree.version}版${tree.fixedAt ? `　${formatInstant(tree.fixedAt)}由${tree.fixedBy}固定` : ''}`}
				back={{ to: '/evaluation', label: '考核评估' }}
				tags={
					<StatusTag
						state={tree.state}
						look={{ draft: ['草稿', 'default'], fixed: ['已固定', 'success'] }}
						label={tree.stateLabel}
					/>
				}
				extra={
					mayEdit ? <Buttons tree={tree} content={content} kept={kept} onKept={setKept} onRefused={setIssues} /> : null
				}
			/>
			{issues.length > 0 ? <Faults issues={issues} /> : null}
			<Numbers content={content} mayEdit={mayEdit} onChange={change} />
			<DataTable
				label="指标"
				columns={columnsOf(content, issues, mayEdit ? setEditing : null)}
				rows={content.nodes}
				rowKey={(node) => content.nodes.indexOf(node)}
				empty={{ title: '还没有指标' }}
			/>
			{mayEdit ? (
				<>
					<Button className="ev-moves" onClick={() => setEditing('new')}>
						增加指标
					</Button>
					<NodePanel
						node={editing === null || editing === 'new' ? null : (content.nodes[editing] ?? null)}
						open={editing !== null}
						onClose={() => setEditing(null)}
						onSave={(node) => change(changedNode(content, editing, node))}
						onDrop={() => change({ ...content, nodes: content.nodes.filter((_, at) => at !== editing) })}
					/>
				</>
			) : null}
			{tree.contentHash ? <p className="gk-hint gk-break">校验值{tree.contentHash}</p> : null}
		</>
	);
}

interface Kept {
	content: TreeContent;
	revision: number;
}

interface ButtonsProps {
	tree: Tree;
	content: TreeContent;
	kept: Kept;
	onKept: (kept: Kept) => void;
	onRefused: (issues: readonly Issue[]) => void;
}

/** Keeping a draft asks nothing of its weights; fixing it does, and keeps what was changed first. */
function Buttons({ tree: { id, title }, content, kept, onKept, onRefused }: ButtonsProps) {
	const { revision } = kept;
	const isChanged = content !== kept.content;
	const queries = useQueryClient();
	const navigate = useNavigate();
	const [asked, setAsked] = useState<'fix' | 'drop' | null>(null);
	const keep = () => saveTree(id, { revision, title, content: inOrder(content) });
	const save = useCommand(keep, { refresh: [KEY], done: '已保存。' });
	const fix = async () => {
		const next = isChanged ? revision + 1 : revision;
		if (isChanged) {
			await keep();
			onKept({ content, revision: next });
		}
		try {
			await fixTree(id, next);
		} catch (thrown) {
			const { issues } = asProblem(thrown);
			if (issues.length === 0) throw thrown;
			onRefused(issues);
			return;
		}
		await queries.invalidateQueries({ queryKey: KEY });
	};
	return (
		<>
			<Button danger onClick={() => setAsked('drop')}>
				删除草稿
			</Button>
			<Button disabled={!isChanged} loading={save.busy} onClick={() => void save.run()}>
				保存
			</Button>
			<Button type="primary" onClick={() => setAsked('fix')}>
				固定
			</Button>
			<ConfirmReason
				open={asked !== null}
				title={asked === 'drop' ? '删除草稿' : '固定指标体系'}
				text={asked === 'drop' ? '草稿删除后不能恢复。' : '固定后不能修改；需要调整的，另建一版。'}
				reason="none"
				okLabel={asked === 'drop' ? '删除' : '固定'}
				danger={asked === 'drop'}
				onConfirm={async () => {
					if (asked === 'fix') return await fix();
					await dropTree(id, revision);
					await queries.invalidateQueries({ queryKey: [...KEY, 'trees'] });
					await navigate('/evaluation');
				}}
				onClose={() => setAsked(null)}
			/>
		</>
	);
}

function Faults({ issues }: { issues: readonly Issue[] }) {
	const rest = restOf(issues);
	return (
		<Alert
			className="gk-gap"
			type="error"
			showIcon
			title={rest.length > 0 ? rest.join('') : `有${issues.length}处需要修改，请见标红的指标。`}
		/>
	);
}

const NUMBERS = [
	['total', '总分'],
	['excellent', '优秀，不低于'],
	['good', '良好，不低于'],
	['pass', '合格，不低于'],
	['bonusFrom', '加分起点，不低于'],
	['bonusCap', '加分上限'],
] as const;

interface NumbersProps {
	content: TreeContent;
	mayEdit: boolean;
	onChange: (content: TreeContent) => void;
}

function Numbers({ content, mayEdit, onChange }: NumbersProps) {
	const all = { ...content, ...content.grades };
	return (
		<div className="gk-panel ev-numbers">
			{NUMBERS.map(([key, label]) => (
				<div key={key}>
					<label htmlFor={`ev-${key}`}>{label}</label>
					<div>
						{mayEdit ? (
							<InputNumber
								id={`ev-${key}`}
								min={0}
								max={1000}
								value={all[key]}
								onChange={(value) => onChange(withNumber(content, key, value ?? 0))}
							/>
						) : (
							<strong id={`ev-${key}`}>{pointsText(all[key])}</strong>
						)}
					</div>
				</div>
			))}
		</div>
	);
}

interface NameCellProps {
	node: TreeNode;
	at: number;
	issues: readonly Issue[];
	onEdit: ((at: number) => void) | null;
}

/** Code and name of a row, and beside it what the server says of the row. */
function NameCell({ node: { code, name, kind }, at, issues, onEdit }: NameCellProps) {
	return (
		<div className={kind === 'group' ? 'ev-row-group' : undefined}>
			{onEdit ? (
				<Button type="link" size="small" onClick={() => onEdit(at)}>
					{code} {name || '未命名'}
				</Button>
			) : (
				`${code} ${name}`
			)}
			{faultsAt(issues, at).map((message) => (
				<span key={message} className="ev-fault">
					{message}
				</span>
			))}
		</div>
	);
}

function columnsOf(
	{ nodes }: TreeContent,
	issues: readonly Issue[],
	onEdit: ((at: number) => void) | null,
): readonly Column<TreeNode>[] {
	return [
		{
			key: 'name',
			title: '指标',
			render: (node) => <NameCell node={node} at={nodes.indexOf(node)} issues={issues} onEdit={onEdit} />,
		},
		{ key: 'points', title: '分值', width: 80, align: 'right', render: ({ points }) => pointsText(points) },
		{ key: 'kind', title: '类型', width: 100, render: ({ kind }) => NODE_KINDS[kind] },
		{
			key: 'perFault',
			title: '每处扣分',
			width: 100,
			align: 'right',
			render: ({ perFault }) => (perFault > 0 ? pointsText(perFault) : '—'),
		},
		{
			key: 'sampling',
			title: '采样方式',
			width: 130,
			render: ({ kind, sampling }) => (kind === 'group' ? '—' : SAMPLINGS[sampling]),
		},
		{
			key: 'checks',
			title: '检查内容和依据',
			render: ({ checks, basis }) => (
				<div className="gk-break">
					{checks}
					{basis ? <div className="gk-hint">{basis}</div> : null}
				</div>
			),
		},
	];
}
