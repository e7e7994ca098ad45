import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
	type Column,
	ConfirmReason,
	DataTable,
	DownloadButton,
	formatInstant,
	Loaded,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import {
	KEY,
	pushStandard,
	readStandard,
	type Standard,
	type StandardEntry,
	startStandard,
	useEntryOptions,
} from './api.ts';
import './entries.css';
import { StandardPanel } from './standard-panel.tsx';

/** 县级标准目录: what the county asks of its offices, and how many have answered. */
export function StandardPage() {
	const query = useQuery({ queryKey: [...KEY, 'standard'], queryFn: readStandard });
	const [edited, setEdited] = useState<StandardEntry | 'new' | null>(null);
	const [pushing, setPushing] = useState(false);
	const push = useCommand(pushStandard, {
		refresh: [KEY],
		done: ({ number, offices, proposed }) => `标准目录第${number}版已下达，${offices}个机关有${proposed}项待确认。`,
	});
	const start = useCommand(startStandard, { refresh: [KEY], done: ({ imported }) => `已载入${imported}项示范事项。` });
	const manages = query.data?.mayManage ?? false;
	const isEmpty = query.data?.entries.length === 0;
	return (
		<>
			<PageHeader
				title="标准目录"
				subtitle="县政务公开办按26个领域制定，下达各机关采用。"
				back={{ to: '/entries', label: '公开事项' }}
				extra={
					<Flex gap={8} wrap>
						<DownloadButton path="/api/entries/standard/sheet" label="导出" />
						{manages ? (
							<>
								{isEmpty ? (
									<Button loading={start.busy} onClick={() => void start.run()}>
										载入示范事项
									</Button>
								) : null}
								<Link to="/entries/import?standard=1">
									<Button>导入</Button>
								</Link>
								<Button onClick={() => setEdited('new')}>新增事项</Button>
								<Button type="primary" disabled={isEmpty} onClick={() => setPushing(true)}>
									下达
								</Button>
							</>
						) : null}
					</Flex>
				}
			/>
			<Loaded query={query}>
				{(standard) => <StandardBody standard={standard} edit={manages ? setEdited : null} />}
			</Loaded>
			<StandardPanel edited={edited} onClose={() => setEdited(null)} />
			<ConfirmReason
				open={pushing}
				title="下达标准目录"
				text="各适用机关会收到尚未答复的事项，逐项采用或者登记不适用。已经采用的事项不会自动改变，机关可以按新标准更新。"
				reason="optional"
				reasonLabel="说明"
				okLabel="下达"
				onConfirm={async ({ reason }) => await push.run(reason)}
				onClose={() => setPushing(false)}
			/>
		</>
	);
}

interface BodyProps {
	standard: Standard;
	edit: ((entry: StandardEntry) => void) | null;
}

function StandardBody({ standard: { pushed, entries }, edit }: BodyProps) {
	const { data: options } = useEntryOptions();
	const names = new Map((options?.fields ?? []).map(({ code, name }) => [code, name]));
	return (
		<>
			<Alert
				className="gk-gap"
				type="info"
				showIcon
				title={pushed ? `第${pushed.number}版于${formatInstant(pushed.publishedAt)}下达。` : '标准目录还没有下达。'}
			/>
			<DataTable
				label="标准目录"
				columns={columnsFor(names, edit)}
				rows={entries}
				rowKey={({ id }) => id}
				empty={{ title: '标准目录中还没有事项', hint: '可以载入示范事项后修改，也可以从表格导入。' }}
			/>
		</>
	);
}

const LOOK = { ended: ['已停用', 'default'] } as const;

function columnsFor(fields: ReadonlyMap<string, string>, edit: BodyProps['edit']): Column<StandardEntry>[] {
	const columns: Column<StandardEntry>[] = [
		{ key: 'field', title: '领域', width: 120, render: ({ field }) => fields.get(field) ?? field },
		{
			key: 'title',
			title: '公开事项',
			render: ({ code, title, content, ended }) => (
				<div className="ent-cell">
					{title} {ended ? <StatusTag state="ended" look={LOOK} /> : null}
					<div className="gk-hint">
						{code}　{content.elements}
					</div>
				</div>
			),
		},
		{ key: 'timing', title: '公开时限', width: 220, render: ({ timing }) => timing },
		{
			key: 'taken',
			title: '机关采用情况',
			render: ({ meant, adopted, trimmed, proposed }) =>
				`适用${meant}个，采用${adopted}，不适用${trimmed}，待确认${proposed}`,
		},
	];
	if (!edit) return columns;
	return [
		...columns,
		{
			key: 'edit',
			title: '操作',
			width: 80,
			render: (entry) => (
				<Button size="small" aria-label={`修改：${entry.title}`} onClick={() => edit(entry)}>
					修改
				</Button>
			),
		},
	];
}
