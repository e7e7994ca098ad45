import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, InputNumber } from 'antd';
import { ColumnSelect } from '../../parts/columns.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { addEntry, changeEntry, type Entry, KEY } from './api.ts';
import { ContentFields } from './content-fields.tsx';
import { type ContentValues, contentOf, contentValues } from './content-values.ts';

interface EntryPanelProps {
	/** Null while it is closed. */
	edited: Entry | 'new' | null;
	officeId: number;
	onClose: () => void;
}

/** An entry of the office beside its catalog: made or changed. */
export function EntryPanel({ edited, officeId, onClose }: EntryPanelProps) {
	const entry = edited === 'new' ? null : edited;
	return (
		<SidePanel open={edited !== null} title={entry ? `修改公开事项：${entry.title}` : '新增公开事项'} onClose={onClose}>
			<EntryForm entry={entry} officeId={officeId} onClose={onClose} />
		</SidePanel>
	);
}

interface Values extends ContentValues {
	field?: string;
	columnId?: number | null;
	position?: number | null;
}

function EntryForm({ entry, officeId, onClose }: { entry: Entry | null; officeId: number; onClose: () => void }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<Values>(async ({ field = '', columnId = null, position, ...values }) => {
		const body = { field, content: contentOf(values), columnId, position: position ?? 1000 };
		if (entry) await changeEntry(entry.id, { ...body, revision: entry.revision });
		else await addEntry(officeId, body);
		await queries.invalidateQueries({ queryKey: KEY });
		message.success(entry ? '公开事项已修改。' : '公开事项已新增。');
		onClose();
	});
	const initial: Values = {
		...contentValues(entry?.content ?? null),
		...(entry ? { field: entry.field } : {}),
		columnId: entry?.columnId ?? null,
		position: entry?.position ?? 1000,
	};
	return (
		<Form {...props} name="entry" initialValues={initial}>
			<FormIssues fault={fault} />
			<ContentFields fixedField={entry !== null && entry.standardId !== null} />
			<Form.Item name="columnId" label="接收信息的栏目" extra="不选时任何栏目的信息都可以归入">
				<ColumnSelect officeId={officeId} allowClear />
			</Form.Item>
			<Form.Item name="position" label="排列顺序" extra="数字小的排在前面">
				<InputNumber className="gk-full" min={0} max={100_000} precision={0} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{entry ? '保存' : '新增'}
				</Button>
			</Flex>
		</Form>
	);
}
