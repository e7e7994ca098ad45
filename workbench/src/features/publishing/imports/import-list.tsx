import { UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	DateTimeText,
	DownloadButton,
	PageHeader,
	SidePanel,
	StatusTag,
} from '../../../ui/index.ts';
import { IMPORTS, type ImportRun, readImports } from './api.ts';
import { ImportForm } from './import-form.tsx';
import { countsText, IMPORT_LOOK, isRunning, totalOf } from './words.ts';

/** Asked again while something is running. */
const AGAIN_MS = 3000;

/** Documents other systems have made public, taken in from files: every batch. */
export function ImportList() {
	const [open, setOpen] = useState(false);
	const query = useQuery({
		queryKey: [...IMPORTS, 'list'],
		queryFn: readImports,
		refetchInterval: ({ state }) => (state.data?.rows.some(isRunning) ? AGAIN_MS : false),
	});
	return (
		<>
			<PageHeader
				title="批量导入"
				subtitle="导入其他系统已经公开的信息，保留原发布时间、索引号和原网址；逐条检查个人信息。"
				back={{ to: '/documents', label: '信息发布' }}
				extra={
					<>
						<DownloadButton path="/api/imports/template" label="下载模板" />
						<Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setOpen(true)}>
							上传文件
						</Button>
					</>
				}
			/>
			<DataTable
				label="导入批次"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching && !query.data}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有导入过', hint: '下载模板填写，或者上传原网站导出的文件。' }}
			/>
			<SidePanel open={open} title="上传导入文件" onClose={() => setOpen(false)}>
				<ImportForm />
			</SidePanel>
		</>
	);
}

const COLUMNS: readonly Column<ImportRun>[] = [
	{
		key: 'name',
		title: '来源',
		render: ({ id, name, fileName }) => (
			<div className="gk-break">
				<Link to={`/documents/imports/${id}`}>{name}</Link>
				<div className="gk-hint">{fileName}</div>
			</div>
		),
	},
	{
		key: 'result',
		title: '结果',
		render: ({ checked, imported }) => countsText(totalOf(imported) > 0 ? imported : checked),
	},
	{
		key: 'by',
		title: '上传',
		width: 190,
		render: ({ createdByName, createdAt }) => (
			<>
				{createdByName} <DateTimeText at={createdAt} />
			</>
		),
	},
	{ key: 'state', title: '状态', width: 160, render: ({ state }) => <StatusTag state={state} look={IMPORT_LOOK} /> },
];
