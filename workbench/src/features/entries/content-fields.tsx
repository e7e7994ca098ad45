import { Form, Input, InputNumber, Select } from 'antd';
import { useEntryOptions } from './api.ts';

const DUE_KINDS = [
	{ value: 'event', label: '信息形成后限期公开' },
	{ value: 'every', label: '定期公开' },
	{ value: 'standing', label: '长期公开，及时更新' },
];
const UNITS = [
	{ value: 'working', label: '个工作日内' },
	{ value: 'calendar', label: '日内' },
];

/** 公开时限 as a rule. */
function DueFields() {
	const kind = Form.useWatch('dueKind') as string | undefined;
	const { data: options } = useEntryOptions();
	return (
		<>
			<Form.Item name="dueKind" label="公开时限">
				<Select options={DUE_KINDS} />
			</Form.Item>
			{kind === 'every' ? (
				<Form.Item name="period" label="周期">
					<Select options={options?.periods ?? []} />
				</Form.Item>
			) : null}
			{kind === 'standing' ? null : (
				<div className="gk-columns">
					<Form.Item
						name={['days']}
						label={kind === 'every' ? '期满后几个工作日内' : '天数'}
						extra="一般不长于《条例》规定的20个工作日"
					>
						<InputNumber className="gk-full" min={1} max={1830} precision={0} />
					</Form.Item>
					{kind === 'event' ? (
						<Form.Item name="unit" label="单位">
							<Select options={UNITS} />
						</Form.Item>
					) : null}
				</div>
			)}
		</>
	);
}

function ReachFields() {
	const { data: options } = useEntryOptions();
	const audience = Form.useWatch('audience') as string | undefined;
	return (
		<>
			<Form.Item name="subject" label="公开主体" extra="不填时为本机关">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="channels" label="公开渠道和载体">
				<Select mode="multiple" options={options?.channels ?? []} showSearch={{ optionFilterProp: 'label' }} />
			</Form.Item>
			<div className="gk-columns">
				<Form.Item name="audience" label="公开对象">
					<Select options={options?.audiences ?? []} />
				</Form.Item>
				<Form.Item name="way" label="公开方式">
					<Select options={options?.ways ?? []} />
				</Form.Item>
			</div>
			{audience === 'some' ? (
				<Form.Item name="audienceNote" label="哪一类群体">
					<Input maxLength={100} />
				</Form.Item>
			) : null}
			<Form.Item name="levels" label="公开层级">
				<Select mode="multiple" options={options?.levels ?? []} />
			</Form.Item>
		</>
	);
}

/** The field and the ten columns of an entry; `fixedField` when the field is the county's. */
export function ContentFields({ fixedField }: { fixedField: boolean }) {
	const { data: options } = useEntryOptions();
	return (
		<>
			<Form.Item name="field" label="领域">
				<Select
					disabled={fixedField}
					showSearch={{ optionFilterProp: 'label' }}
					placeholder="请选择领域"
					options={(options?.fields ?? []).map(({ code, name }) => ({ value: code, label: name }))}
				/>
			</Form.Item>
			<Form.Item name="first" label="一级事项">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="second" label="二级事项">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="elements" label="公开内容（要素）">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="basis" label="公开依据">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<DueFields />
			<ReachFields />
			<Form.Item name="words" label="归入词语" extra="标题或者内容概述中有这些词的信息自动归入该事项，输入后回车">
				<Select mode="tags" open={false} tokenSeparators={['、', '，', ',', ' ']} suffixIcon={null} />
			</Form.Item>
		</>
	);
}
