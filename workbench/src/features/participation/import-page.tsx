import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { type Column, PageHeader, SheetImport } from '../../ui/index.ts';
import { checkOrders, type ImportResult, importOrders, KEY } from './api.ts';

export const COLUMNS: readonly Column<ImportResult['rows'][number]>[] = [
	{
		key: 'title',
		title: '诉求',
		render: ({ title, orderNumber }) => (
			<div className="gk-break">
				{title || '（未填写）'}
				<div className="gk-hint">{orderNumber}</div>
			</div>
		),
	},
	{ key: 'kind', title: '类别', width: 110, render: ({ kindLabel }) => kindLabel },
	{ key: 'office', title: '承办单位', width: 140, render: ({ officeName }) => officeName || '—' },
	{ key: 'known', title: '已登记', width: 90, render: ({ isKnown }) => (isKnown ? '是，将跳过' : '否') },
];

/** 导入热线工单: an order comes in once, however often its sheet is read. */
export function ImportPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	return (
		<>
			<PageHeader
				title="导入热线工单"
				subtitle="先检查，后导入；已经登记的工单自动跳过。表格载有来电人信息，读取后不保存。"
				back={{ to: '/concerns', label: '公众诉求' }}
			/>
			<SheetImport
				template="/api/concerns/import/template"
				hint="热线导出的或者填好的 .xlsx、.csv 表格，每行一件工单"
				accept={['.xlsx', '.csv']}
				counted="件工单"
				verb="导入"
				columns={COLUMNS}
				check={checkOrders}
				save={importOrders}
				onSaved={async ({ imported, rows }: ImportResult) => {
					await queries.invalidateQueries({ queryKey: KEY });
					message.success(`已导入${imported}件工单，跳过${rows.length - imported}件。`);
					await navigate('/concerns');
				}}
			/>
		</>
	);
}
