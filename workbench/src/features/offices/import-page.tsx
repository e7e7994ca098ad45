import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { type Column, PageHeader, SheetImport } from '../../ui/index.ts';
import { checkImport, type ImportResult, runImport, TEMPLATE } from './api.ts';

export const COLUMNS: readonly Column<ImportResult['rows'][number]>[] = [
	{ key: 'name', title: '机关全称', render: ({ name }) => name || '（未填写）' },
	{ key: 'kind', title: '类别', render: ({ kindLabel }) => kindLabel || '—' },
	{ key: 'parent', title: '上级机关', render: ({ parentName }) => parentName || '—' },
	{ key: 'slug', title: '网址标识', render: ({ slug }) => slug || '—', notOnCard: true },
];

/** Offices from a table. */
export function ImportPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	return (
		<>
			<PageHeader
				title="从表格导入机关"
				subtitle="先检查，后导入；有一行不合格则全部不导入。"
				back={{ to: '/offices', label: '机关' }}
			/>
			<SheetImport
				template={TEMPLATE}
				hint="填好的 .xlsx 表格，每行一个机关"
				counted="个机关"
				verb="导入"
				columns={COLUMNS}
				check={checkImport}
				save={runImport}
				onSaved={async (done: ImportResult) => {
					await queries.invalidateQueries({ queryKey: ['offices'] });
					message.success(`已导入${done.imported}个机关。`);
					await navigate('/offices');
				}}
			/>
		</>
	);
}
