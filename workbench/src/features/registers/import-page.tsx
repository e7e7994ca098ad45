import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
	type Column,
	DataTable,
	DownloadButton,
	EmptyState,
	FilePicker,
	Loaded,
	PageHeader,
	useCommand,
} from '../../ui/index.ts';
import { type ImportResult, importSheet, type Kind, useKinds } from './api.ts';

type RowIssue = ImportResult['issues'][number];

const COLUMNS: readonly Column<RowIssue>[] = [
	{ key: 'row', title: '行', width: 100, render: ({ row }) => (row === 0 ? '整张表' : `第${row}行`) },
	{ key: 'message', title: '需要修改', render: ({ message }) => message },
];

export function ImportPage() {
	const key = useParams().kind ?? '';
	const kinds = useKinds();
	return (
		<Loaded query={kinds}>
			{(groups) => {
				const kind = groups.flatMap((group) => group.kinds).find((one) => one.key === key);
				return kind ? <ImportSheet kind={kind} /> : <EmptyState title="没有这种台账" />;
			}}
		</Loaded>
	);
}

/** A filled template into a register: taken whole, or told row by row what is wrong. */
function ImportSheet({ kind }: { kind: Kind }) {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [files, setFiles] = useState<File[]>([]);
	const [issues, setIssues] = useState<RowIssue[] | null>(null);
	const send = useCommand((file: File) => importSheet(kind.key, file), {
		onDone: async (result) => {
			setIssues(result.issues);
			if (result.imported === 0) return;
			await queries.invalidateQueries({ queryKey: ['registers'] });
			message.success(`已登记${result.imported}条。`);
			await navigate(`/registers/${kind.key}`);
		},
	});
	const [file] = files;
	return (
		<>
			<PageHeader
				title={`从表格导入：${kind.label}`}
				subtitle="有一行不合格则全部不登记；改好后重新选择文件即可。"
				back={{ to: `/registers/${kind.key}`, label: kind.label }}
			/>
			<div className="gk-panel">
				<Flex vertical gap={12} align="start">
					<DownloadButton path={`/api/registers/template?kind=${kind.key}`} label="下载模板" />
					<FilePicker
						hint="填好的 .xlsx 表格，一次最多2000行"
						accept={['.xlsx']}
						maxBytes={5 * 1024 * 1024}
						value={files}
						onChange={(chosen) => {
							setFiles(chosen);
							setIssues(null);
						}}
					/>
					<Button
						type="primary"
						disabled={!file}
						loading={send.busy}
						onClick={() => (file ? void send.run(file) : undefined)}
					>
						导入
					</Button>
				</Flex>
			</div>
			{issues && issues.length > 0 ? (
				<div aria-live="polite">
					<Alert className="gk-gap" type="error" showIcon title={`有${issues.length}处需要修改，没有登记任何一行。`} />
					<DataTable
						label="需要修改的行"
						columns={COLUMNS}
						rows={issues}
						rowKey={({ row, key, field }) => `${row} ${key} ${field ?? ''}`}
						empty={{ title: '没有问题' }}
					/>
				</div>
			) : null}
		</>
	);
}
