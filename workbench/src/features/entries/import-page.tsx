import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useOfficeChoice } from '../../parts/office-choice.tsx';
import { type Column, PageHeader, SheetImport } from '../../ui/index.ts';
import { type ImportResult, importSheet, KEY, TEMPLATE } from './api.ts';

const COLUMNS: readonly Column<ImportResult['rows'][number]>[] = [
	{ key: 'title', title: '公开事项', render: ({ title }) => title || '（未填写）' },
	{ key: 'field', title: '领域', render: ({ fieldName }) => fieldName || '—' },
	{ key: 'timing', title: '公开时限', render: ({ timing }) => timing, notOnCard: true },
];

/** Entries from a table: into the catalog of an office, or into the standard catalog. */
export function ImportPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { officeId, office, several } = useOfficeChoice();
	const [search] = useSearchParams();
	const isStandard = search.has('standard');
	const target = isStandard ? null : officeId;
	const back = isStandard ? '/entries/standard' : `/entries${several ? `?office=${officeId}` : ''}`;
	return (
		<>
			<PageHeader
				title={isStandard ? '从表格导入标准目录' : '从表格导入公开事项'}
				subtitle={`${isStandard ? '适用于县直部门和乡镇，导入后可以修改。' : `导入${office?.name ?? '本机关'}的目录。`}先检查，后导入；有一行不合格则全部不导入。`}
				back={{ to: back, label: isStandard ? '标准目录' : '公开事项' }}
			/>
			<SheetImport
				template={TEMPLATE}
				hint="填好的 .xlsx 表格，每行一项"
				counted="项事项"
				verb="导入"
				columns={COLUMNS}
				check={(file) => importSheet(target, 'check', file)}
				save={(file) => importSheet(target, 'save', file)}
				onSaved={async (done: ImportResult) => {
					await queries.invalidateQueries({ queryKey: KEY });
					message.success(`已导入${done.imported}项。`);
					await navigate(back);
				}}
			/>
		</>
	);
}
