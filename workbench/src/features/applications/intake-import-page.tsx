import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Column, DataTable, PageHeader, SheetImport } from '../../ui/index.ts';
import { checkIntake, type IntakeResult, KEY, registerIntake } from './api.ts';
import { printedCode } from './code-once.tsx';

type Row = IntakeResult['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
	{ key: 'title', title: '所需政府信息', render: ({ title }) => title || '（未填写）' },
	{ key: 'channel', title: '提交渠道', render: ({ channel }) => channel },
	{ key: 'kind', title: '申请人类型', render: ({ applicantKind }) => applicantKind },
];

const DONE: readonly Column<Row>[] = [
	{ key: 'row', title: '行', render: ({ row }) => `第${row}行`, width: 80 },
	{
		key: 'number',
		title: '申请编号',
		render: ({ number, applicationId }) => <Link to={`/applications/${applicationId}`}>{number}</Link>,
	},
	{ key: 'title', title: '所需政府信息', render: ({ title }) => title },
	{ key: 'code', title: '查询码', render: ({ code }) => (code ? printedCode(code) : '待确认后取得') },
];

/** 批量登记: applications from a table, each with its number, its receipt and its query code. */
export function IntakeImportPage() {
	const queries = useQueryClient();
	const [done, setDone] = useState<IntakeResult | null>(null);
	return (
		<>
			<PageHeader
				title="批量登记申请"
				subtitle="先检查，后登记；有一行不合格则全部不登记。表格载有申请人身份，读取后不保存。"
				back={{ to: '/applications', label: '依申请公开' }}
			/>
			{done ? (
				<Registered rows={done.rows} />
			) : (
				<SheetImport
					template="/api/applications/import/template"
					hint="填好的 .xlsx 表格，每行一件申请"
					counted="件申请"
					verb="登记"
					columns={COLUMNS}
					check={checkIntake}
					save={registerIntake}
					onSaved={async (result: IntakeResult) => {
						setDone(result);
						await queries.invalidateQueries({ queryKey: KEY });
					}}
				/>
			)}
		</>
	);
}

function Registered({ rows }: { rows: IntakeResult['rows'] }) {
	return (
		<>
			<Alert
				className="gk-gap"
				type="success"
				showIcon
				title={`已登记${rows.length}件申请。查询码只显示这一次，请打印本页，随回执交给申请人。`}
				action={
					<Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
						打印
					</Button>
				}
			/>
			<DataTable
				label="已登记的申请"
				columns={DONE}
				rows={rows}
				rowKey={({ row }) => row}
				empty={{ title: '没有登记申请' }}
			/>
		</>
	);
}
