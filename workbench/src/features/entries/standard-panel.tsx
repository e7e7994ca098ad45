import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Flex, Form, InputNumber, Select } from 'antd';
import { useOffices } from '../../parts/offices.tsx';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { addStandard, changeStandard, KEY, type StandardEntry, useEntryOptions } from './api.ts';
import { ContentFields } from './content-fields.tsx';
import { type ContentValues, contentOf, contentValues } from './content-values.ts';

interface StandardPanelProps {
	edited: StandardEntry | 'new' | null;
	onClose: () => void;
}

/** An entry of the standard catalog: made, changed, ended. */
export function StandardPanel({ edited, onClose }: StandardPanelProps) {
	const entry = edited === 'new' ? null : edited;
	return (
		<SidePanel open={edited !== null} title={entry ? `修改标准事项：${entry.title}` : '新增标准事项'} onClose={onClose}>
			<StandardForm entry={entry} onClose={onClose} />
		</SidePanel>
	);
}

interface Values extends ContentValues {
	field?: string;
	targets?: StandardEntry['targets'];
	officeIds?: number[];
	position?: number | null;
	ended?: boolean;
}

function TargetFields() {
	const { data: options } = useEntryOptions();
	const { data: offices = [] } = useOffices();
	const active = offices
		.filter(({ status }) => status === 'active')
		.map(({ id, name }) => ({ value: id, label: name }));
	return (
		<>
			<Form.Item name="targets" label="适用机关">
				<Select mode="multiple" options={options?.targets ?? []} />
			</Form.Item>
			<Form.Item name="officeIds" label="另外适用的机关" extra="只由个别机关承担的事项，可以不选类别，只选机关">
				<Select mode="multiple" options={active} showSearch={{ optionFilterProp: 'label' }} />
			</Form.Item>
		</>
	);
}

function StandardForm({ entry, onClose }: { entry: StandardEntry | null; onClose: () => void }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const { fault, busy, props } = useServerForm<Values>(async (values) => {
		const { field = '', targets = [], officeIds = [], position, ended = false, ...rest } = values;
		const body = { field, content: contentOf(rest), targets, officeIds, position: position ?? 1000 };
		if (entry) await changeStandard(entry.id, { ...body, ended, revision: entry.revision });
		else await addStandard(body);
		await queries.invalidateQueries({ queryKey: KEY });
		message.success(entry ? '标准事项已修改，下达后机关可以更新。' : '标准事项已新增，下达后机关才能看到。');
		onClose();
	});
	const initial: Values = {
		...contentValues(entry?.content ?? null),
		...(entry ? { field: entry.field } : {}),
		targets: entry?.targets ?? ['township'],
		officeIds: entry?.officeIds ?? [],
		position: entry?.position ?? 1000,
		ended: entry?.ended ?? false,
	};
	return (
		<Form {...props} name="standard" initialValues={initial}>
			<FormIssues fault={fault} />
			<TargetFields />
			<ContentFields fixedField={entry !== null} />
			<Form.Item name="position" label="排列顺序" extra="数字小的排在前面">
				<InputNumber className="gk-full" min={0} max={100_000} precision={0} />
			</Form.Item>
			{entry ? (
				<Form.Item name="ended" valuePropName="checked" extra="停用后不再下达；机关已经采用的会看到标准已取消">
					<Checkbox>停用该事项</Checkbox>
				</Form.Item>
			) : null}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					{entry ? '保存' : '新增'}
				</Button>
			</Flex>
		</Form>
	);
}
