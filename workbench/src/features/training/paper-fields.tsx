import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, InputNumber, Select } from 'antd';
import { BANK, readBank } from './exam-api.ts';
import './training.css';
import { KIND_LABELS, kindOptions, levelOptions } from './words.ts';

const PAGE = 100;

/** Every question that may be asked, page by page. */
async function readActive() {
	const first = await readBank({ q: '', page: 1, pageSize: PAGE, retired: 'false' });
	const pages = Array.from({ length: Math.ceil(first.total / PAGE) - 1 }, (_, at) => at + 2);
	const rest = await Promise.all(pages.map((page) => readBank({ q: '', page, pageSize: PAGE, retired: 'false' })));
	return [first, ...rest].flatMap(({ rows }) => rows);
}

interface ChosenFieldProps {
	id?: string;
	value?: string[];
	onChange?: (keys: string[]) => void;
}

/** The questions of a fixed paper, found by their words or their article. */
export function ChosenField({ id, value = [], onChange }: ChosenFieldProps) {
	const { data, isPending } = useQuery({ queryKey: [...BANK, 'active'], queryFn: readActive });
	const options = (data ?? []).map(({ key, article, kind, text }) => ({
		value: key,
		label: `第${article}条 ${KIND_LABELS[kind]} ${text}`,
	}));
	return (
		<>
			<Select
				id={id}
				mode="multiple"
				loading={isPending}
				value={value}
				options={options}
				optionFilterProp="label"
				placeholder="输入条次或者题干查找"
				maxTagTextLength={24}
				onChange={onChange}
			/>
			<div className="gk-hint">已选{value.length}题</div>
		</>
	);
}

const LEVELS = [{ value: 0, label: '不限难度' }, ...levelOptions];

/** How many questions of which kind, level and articles a drawn paper has. */
export function QuotaList() {
	return (
		<Form.List name="quotas">
			{(fields, { add, remove }) => (
				<fieldset className="gk-plain-field">
					<legend>抽题要求</legend>
					{fields.map(({ key, name }, at) => (
						<Flex key={key} gap={8} wrap align="start">
							<Form.Item name={[name, 'kind']} label="题型">
								<Select options={kindOptions} aria-label={`第${at + 1}项题型`} />
							</Form.Item>
							<Form.Item name={[name, 'level']} label="难度">
								<Select options={LEVELS} aria-label={`第${at + 1}项难度`} />
							</Form.Item>
							<Form.Item name={[name, 'from']} label="从第几条">
								<InputNumber min={1} max={56} />
							</Form.Item>
							<Form.Item name={[name, 'to']} label="到第几条">
								<InputNumber min={1} max={56} />
							</Form.Item>
							<Form.Item name={[name, 'count']} label="题数">
								<InputNumber min={1} max={200} />
							</Form.Item>
							<Form.Item label=" ">
								<Button
									type="text"
									icon={<DeleteOutlined aria-hidden />}
									aria-label={`删去第${at + 1}项`}
									onClick={() => remove(name)}
								/>
							</Form.Item>
						</Flex>
					))}
					<Form.Item>
						<Button onClick={() => add({ kind: 'single', level: 0, from: 1, to: 56, count: 5 })}>再加一项</Button>
					</Form.Item>
				</fieldset>
			)}
		</Form.List>
	);
}
