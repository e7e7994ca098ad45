import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
	type Column,
	DataTable,
	FilePicker,
	formatInstant,
	PageHeader,
	StatusTag,
	useCommand,
	useListParams,
} from '../../../ui/index.ts';
import { adoptMatching, type OutsideRow, readOutsideReports, sendOutside } from '../api.ts';
import { OutsideMatrix } from './outside-matrix.tsx';
import '../reports.css';

const ACCEPT = ['.docx', '.doc', '.wps', '.rtf', '.pdf', '.ofd', '.xlsx', '.html', '.htm', '.txt', '.md', '.zip'];
const LOOK = { read: ['已读取', 'success'], failed: ['未能读取', 'error'] } as const;

/** Reports made elsewhere: uploaded, read, audited, kept. */
export function OutsideListPage() {
	const list = useListParams({});
	const query = useQuery({
		queryKey: ['reports', 'outside', list.page, list.pageSize],
		queryFn: () => readOutsideReports(list.page, list.pageSize),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="读取外部报告"
				subtitle="上传其他来源的年度报告，识别格式和表格数据，并按勾稽关系核对；同一批上传的各年、各机关报告互相对照。"
			/>
			<UploadBox />
			<AdoptAll />
			<OutsideMatrix />
			<DataTable
				label="读取过的报告"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '还没有读取过报告' }}
			/>
		</>
	);
}

/** All old reports at once: each becomes the past report of the office and year it names. */
function AdoptAll() {
	const { run, busy } = useCommand(adoptMatching, {
		refresh: [['reports']],
		done: ({ adopted, unknown }) =>
			unknown.length === 0
				? `已将${adopted}份报告作为往年报告。`
				: `已将${adopted}份报告作为往年报告；未找到对应机关：${unknown.join('、')}。`,
	});
	return (
		<p className="gk-gap">
			<Button loading={busy} onClick={() => void run()}>
				按机关名称作为往年报告
			</Button>
			<span className="gk-hint">
				　每份报告归入其写明的机关和年度，已经选定的不变；下一年度的结转和历年对照由此取数。
			</span>
		</p>
	);
}

function UploadBox() {
	const navigate = useNavigate();
	const [files, setFiles] = useState<File[]>([]);
	const [percent, setPercent] = useState(0);
	const send = useCommand(() => sendOutside(files, setPercent), {
		refresh: [['reports', 'outside']],
		done: ({ ids }) => `已处理${ids.length}个文件。`,
		onDone: ({ ids }) => {
			setFiles([]);
			const [only] = ids;
			if (ids.length === 1 && only !== undefined) void navigate(`/outside-reports/${only}`);
		},
	});
	return (
		<div className="gk-panel">
			<FilePicker
				hint="Word、WPS、PDF、OFD、Excel、网页或者文本，一次最多20个；更多的打成一个zip压缩包"
				accept={ACCEPT}
				multiple
				value={files}
				onChange={setFiles}
			/>
			{send.busy ? (
				<Alert
					className="gk-gap"
					type="info"
					role="status"
					showIcon
					title={percent < 100 ? '正在上传…' : '正在读取和核对，较大的文件需要几十秒…'}
					description={<Progress percent={percent} size="small" aria-label="上传进度" />}
				/>
			) : null}
			<Button type="primary" disabled={files.length === 0} loading={send.busy} onClick={() => void send.run()}>
				读取{files.length > 1 ? `${files.length}个文件` : ''}
			</Button>
		</div>
	);
}

const COLUMNS: readonly Column<OutsideRow>[] = [
	{ key: 'file', title: '文件', render: ({ id, fileName }) => <Link to={`/outside-reports/${id}`}>{fileName}</Link> },
	{
		key: 'organ',
		title: '机关',
		render: ({ organ, state, failure }) => (state === 'failed' ? failure : (organ ?? '未识别')),
	},
	{ key: 'year', title: '年度', width: 90, render: ({ year }) => year ?? '—' },
	{ key: 'form', title: '格式', width: 110, render: ({ form }) => formText(form) },
	{ key: 'state', title: '状态', width: 110, render: ({ state }) => <StatusTag state={state} look={LOOK} /> },
	{
		key: 'findings',
		title: '问题',
		width: 150,
		render: ({ state, errors, warnings }) => (state === 'failed' ? '—' : `错误 ${errors}，疑点 ${warnings}`),
	},
	{
		key: 'person',
		title: '上传',
		width: 220,
		render: ({ personName, createdAt }) => `${personName}，${formatInstant(createdAt)}`,
	},
];

/** 「2021年格式」; a narrative without tables has none. */
export function formText(form: string | null): string {
	if (form === null) return '—';
	return form === 'none' ? '无统一表格' : `${form}年格式`;
}
