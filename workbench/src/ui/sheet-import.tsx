import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Steps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProblemError } from '../api/index.ts';
import { type Column, DataTable } from './data-table.tsx';
import { DownloadButton } from './download-button.tsx';
import { FilePicker } from './file-picker.tsx';
import { useCommand } from './use-command.ts';

/** A row of a sheet as the server judged it. */
export interface JudgedRow {
	row: number;
	issues: readonly { key: string; field?: string | undefined; message: string }[];
}

export interface SheetImportProps<R extends JudgedRow, A extends { ready: boolean; rows: readonly R[] }> {
	/** Address of the empty template. */
	template: string;
	/** What the file is: 「填好的 .xlsx 表格，每行一个机关」. */
	hint: string;
	/** Endings that are taken; .xlsx when left out. */
	accept?: readonly string[];
	/** Measure word and noun of a row: 「个机关」. */
	counted: string;
	/** The last step and its button: 「导入」. */
	verb: string;
	/** Columns between the number of the row and the verdict. */
	columns: readonly Column<R>[];
	check: (file: File) => Promise<A>;
	save: (file: File) => Promise<A>;
	onSaved: (done: A) => void | Promise<void>;
}

/** Rows from a table: download the template, check the filled one, take it whole or not at all. */
export function SheetImport<R extends JudgedRow, A extends { ready: boolean; rows: readonly R[] }>({
	template,
	hint,
	accept = ['.xlsx'],
	counted,
	verb,
	columns,
	onSaved,
	...work
}: SheetImportProps<R, A>) {
	const [files, setFiles] = useState<File[]>([]);
	const [result, setResult] = useState<A | null>(null);
	const [refusal, setRefusal] = useState<string | null>(null);
	const onRefused = ({ title }: ProblemError) => setRefusal(title);
	const check = useCommand(work.check, { onDone: setResult, onRefused });
	const save = useCommand(work.save, { onRefused, onDone: onSaved });
	const [file] = files;
	const choose = (chosen: File[]) => {
		setFiles(chosen);
		setResult(null);
		setRefusal(null);
		const [first] = chosen;
		if (first) void check.run(first);
	};
	return (
		<>
			<div className="gk-panel">
				<Steps
					size="small"
					className="gk-gap"
					current={result ? 2 : file ? 1 : 0}
					items={[{ title: '填写模板' }, { title: '检查' }, { title: `确认${verb}` }]}
				/>
				<Flex vertical gap={12}>
					<div>
						<DownloadButton path={template} label="下载模板" />
					</div>
					<FilePicker hint={hint} accept={accept} maxBytes={10 * 1024 * 1024} value={files} onChange={choose} />
				</Flex>
			</div>
			<div aria-live="assertive">
				{refusal ? <Alert className="gk-gap" type="error" showIcon title={refusal} /> : null}
			</div>
			{check.busy ? <Alert className="gk-gap" type="info" showIcon role="status" title="正在检查…" /> : null}
			{result ? <JudgedRows rows={result.rows} columns={columns} verb={verb} /> : null}
			{result && file ? (
				<Flex gap={8}>
					<Button type="primary" disabled={!result.ready} loading={save.busy} onClick={() => void save.run(file)}>
						{`${verb}${result.rows.length}${counted}`}
					</Button>
				</Flex>
			) : null}
		</>
	);
}

interface JudgedRowsProps<R extends JudgedRow> {
	rows: readonly R[];
	columns: readonly Column<R>[];
	verb: string;
}

/** What the check found, row by row, those to mend first. */
export function JudgedRows<R extends JudgedRow>({ rows, columns, verb }: JudgedRowsProps<R>) {
	const bad = rows.filter(({ issues }) => issues.length > 0);
	const good = rows.filter(({ issues }) => issues.length === 0);
	const all: Column<R>[] = [
		{ key: 'row', title: '行', render: ({ row }) => `第${row}行`, width: 80 },
		...columns,
		{ key: 'issues', title: '检查结果', render: ({ issues }) => verdict(issues, verb) },
	];
	return (
		<div className="gk-gap" aria-live="polite">
			{bad.length > 0 ? (
				<Alert
					className="gk-gap"
					type="error"
					showIcon
					title={`共${rows.length}行，其中${bad.length}行需要修改。请在表格中改好后重新选择文件。`}
				/>
			) : (
				<Alert className="gk-gap" type="success" showIcon title={`共${good.length}行，全部可以${verb}。`} />
			)}
			<DataTable
				label="检查结果"
				columns={all}
				rows={[...bad, ...good]}
				rowKey={({ row }) => row}
				empty={{ title: '表格中没有内容' }}
			/>
		</div>
	);
}

function verdict(issues: JudgedRow['issues'], verb: string): ReactNode {
	if (issues.length === 0) {
		return (
			<span className="gk-good">
				<CheckCircleOutlined aria-hidden /> 可以{verb}
			</span>
		);
	}
	return (
		<ul className="gk-plain-list gk-bad">
			{issues.map(({ key, field, message }) => (
				<li key={`${key} ${field ?? ''}`}>
					<CloseCircleOutlined aria-hidden /> {message}
				</li>
			))}
		</ul>
	);
}
