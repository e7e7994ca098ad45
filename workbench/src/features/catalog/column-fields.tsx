import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DayInput } from '../../ui/index.ts';
import { useColumnOptions } from './api.ts';

/** What a column is; the names of `fixed` ones are the same in the whole country, and a `known` one keeps its address. */
export function ColumnFields({ fixed, known }: { fixed: boolean; known: boolean }) {
	const { data: options } = useColumnOptions();
	return (
		<>
			<Form.Item name="name" label="栏目名称">
				<Input maxLength={40} disabled={fixed} />
			</Form.Item>
			<Form.Item
				name="slug"
				label="栏目标识"
				extra={
					known
						? '网址的一部分，建立后不能修改'
						: '网址的一部分，用小写字母、数字和连字符，如 water-notices；建立后不能修改'
				}
			>
				<Input maxLength={40} disabled={known} autoCapitalize="none" autoComplete="off" />
			</Form.Item>
			<Form.Item name="type" label="页面类型" extra="网页标签中的栏目类别">
				<Select
					disabled={fixed}
					showSearch
					placeholder="请选择"
					options={(options?.types ?? []).map((value) => ({ value, label: value }))}
				/>
			</Form.Item>
			<Form.Item name="code" label="对应的法定事项" extra="栏目中的信息没有另选事项时，归入该事项">
				<Select
					disabled={fixed}
					allowClear
					showSearch={{ optionFilterProp: 'label' }}
					placeholder="没有对应事项的不选"
					options={(options?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
				/>
			</Form.Item>
			<Form.Item name="description" label="栏目说明">
				<Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="keywords" label="栏目关键词" extra="几个词之间用逗号分开">
				<Input maxLength={200} />
			</Form.Item>
		</>
	);
}

/** How often it must be updated, where it stands, and whether it still takes documents. */
export function UpkeepFields({ closable }: { closable: boolean }) {
	return (
		<>
			<div className="gk-columns">
				<Form.Item name="updateDays" label="更新要求" extra="至少多少天更新一次；按实际发生更新的不填">
					<InputNumber className="gk-full" min={1} max={3660} precision={0} suffix="天" />
				</Form.Item>
				<Form.Item name="position" label="排列顺序" extra="数字小的排在前面">
					<InputNumber className="gk-full" min={0} max={100_000} precision={0} />
				</Form.Item>
			</div>
			{closable ? (
				<Form.Item name="closed" valuePropName="checked" extra="停用后不再发布新的信息，已有信息保留">
					<Checkbox>停用本栏目</Checkbox>
				</Form.Item>
			) : null}
		</>
	);
}

/** «本机关无此类信息»: said with a day and a reason, so that no column stands empty without a word. */
export function AbsenceFields() {
	const { session } = useSession();
	const absent = Form.useWatch('absent') as boolean | undefined;
	return (
		<>
			<Form.Item name="absent" valuePropName="checked" extra="登记后在网站该事项下显示">
				<Checkbox>本机关无此类信息</Checkbox>
			</Form.Item>
			{absent ? (
				<>
					<Form.Item name="absentSince" label="登记日期">
						<DayInput max={session.today} label="登记日期" />
					</Form.Item>
					<Form.Item name="absentNote" label="说明" extra="写明本机关为什么没有此类信息，在网站显示">
						<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
					</Form.Item>
				</>
			) : null}
		</>
	);
}
