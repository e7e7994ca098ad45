import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { type CatalogColumn, useColumns } from '../../parts/columns.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { changeColumn, createColumn } from './api.ts';
import { AbsenceFields, ColumnFields, UpkeepFields } from './column-fields.tsx';
import { type ColumnValues, columnChange, columnValues, newColumn } from './column-values.ts';

interface ColumnPanelProps {
	/** Null while it is closed. */
	edited: CatalogColumn | 'new' | null;
	officeId: number;
	onClose: () => void;
}

/** A column beside the catalog: made or changed. */
export function ColumnPanel({ edited, officeId, onClose }: ColumnPanelProps) {
	const column = edited === 'new' ? null : edited;
	return (
		<SidePanel open={edited !== null} title={column ? `修改栏目：${column.name}` : '新增栏目'} onClose={onClose}>
			<ColumnForm column={column} officeId={officeId} onClose={onClose} />
		</SidePanel>
	);
}

interface ColumnFormProps {
	column: CatalogColumn | null;
	officeId: number;
	onClose: () => void;
}

function ColumnForm({ column, officeId, onClose }: ColumnFormProps) {
	const { session } = useSession();
	const { message } = App.useApp();
	const queries = useQueryClient();
	const { data: columns = [] } = useColumns(officeId);
	const { fault, busy, props } = useServerForm<ColumnValues>(async (values) => {
		if (column) await changeColumn(column.id, columnChange(values, column.revision));
		else await createColumn(newColumn(values, officeId));
		await queries.invalidateQueries({ queryKey: ['columns'] });
		message.success(column ? '栏目已修改。' : '栏目已新增。');
		onClose();
	});
	const fixed = column !== null && column.kind !== 'usual';
	return (
		<Form {...props} name="column" initialValues={columnValues(column, columns, session.today)}>
			<FormIssues fault={fault} />
			<ColumnFields fixed={fixed} known={column !== null} />
			<UpkeepFields closable={column !== null && !fixed} />
			{column?.kind === 'item' ? <AbsenceFields /> : null}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{column ? '保存' : '新增'}
				</Button>
			</Flex>
		</Form>
	);
}
