import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { type Column, DataTable } from '../../ui/index.ts';
import type { ImportResult } from './api.ts';

type Row = ImportResult['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
	{ key: 'row', title: '行', render: ({ row }) => `第${row}行`, width: 80 },
	{ key: 'name', title: '机关全称', render: ({ name }) => name || '（未填写）' },
	{ key: 'kind', title: '类别', render: ({ kindLabel }) => kindLabel || '—' },
	{ key: 'parent', title: '上级机关', render: ({ parentName }) => parentName || '—' },
	{ key: 'slug', title: '网址标识', render: ({ slug }) => slug || '—', notOnCard: true },
	{ key: 'issues', title: '检查结果', render: (row) => <Verdict row={row} /> },
];

function Verdict({ row }: { row: Row }) {
	if (row.issues.length === 0) {
		return (
			<span className="gk-good">
				<CheckCircleOutlined aria-hidden /> 可以导入
			</span>
		);
	}
	return (
		<ul className="gk-plain-list gk-bad">
			{row.issues.map(({ key, field, message }) => (
				<li key={`${key} ${field ?? ''}`}>
					<CloseCircleOutlined aria-hidden /> {message}
				</li>
			))}
		</ul>
	);
}

/** What the check found, row by row, those to mend first. */
export function ImportRows({ result }: { result: ImportResult }) {
	const bad = result.rows.filter(({ issues }) => issues.length > 0);
	const good = result.rows.filter(({ issues }) => issues.length === 0);
	return (
		<div className="gk-gap" aria-live="polite">
			{bad.length > 0 ? (
				<Alert
					className="gk-gap"
					type="error"
					showIcon
					title={`共${result.rows.length}行，其中${bad.length}行需要修改。请在表格中改好后重新选择文件。`}
				/>
			) : (
				<Alert className="gk-gap" type="success" showIcon title={`共${good.length}行，全部可以导入。`} />
			)}
			<DataTable
				label="检查结果"
				columns={COLUMNS}
				rows={[...bad, ...good]}
				rowKey={({ row }) => row}
				empty={{ title: '表格中没有机关' }}
			/>
		</div>
	);
}
