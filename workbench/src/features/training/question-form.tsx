import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Flex, Form, Input, InputNumber, Radio } from 'antd';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { addQuestion, BANK, type BankRow, changeQuestion, type QuestionBody } from './exam-api.ts';
import { kindOptions, letterOf, levelOptions } from './words.ts';

interface Values {
	kind: QuestionBody['kind'];
	text?: string;
	/** One option a line. */
	lines?: string;
	answer?: number[];
	article?: number;
	level: QuestionBody['level'];
	why?: string;
}

const JUDGE = ['正确', '错误'];
const optionsOf = (lines: string) =>
	lines
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** A question of the county's own. */
export function QuestionForm({ question, onClose }: { question: BankRow | null; onClose: () => void }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { form, fault, busy, props } = useServerForm<Values>(async ({ lines = '', kind, level, ...values }) => {
		const options = kind === 'judge' ? JUDGE : optionsOf(lines);
		const answer = values.answer ?? [];
		const body = {
			kind,
			level,
			options,
			answer,
			text: values.text ?? '',
			why: values.why ?? '',
			article: values.article ?? 0,
		};
		if (question) await changeQuestion(question.key, { ...body, revision: question.revision });
		else await addQuestion(body);
		await queries.invalidateQueries({ queryKey: BANK });
		message.success('已保存。');
		onClose();
	});
	const kind = Form.useWatch('kind', form) ?? question?.kind ?? 'single';
	const lines = Form.useWatch('lines', form) ?? question?.options.join('\n') ?? '';
	const options = kind === 'judge' ? JUDGE : optionsOf(lines);
	const initial = question
		? { ...question, lines: question.kind === 'judge' ? '' : question.options.join('\n') }
		: { kind: 'single', level: 1 };
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Form.Item name="kind" label="题型">
				<Radio.Group options={kindOptions} onChange={() => form.setFieldValue('answer', [])} />
			</Form.Item>
			<Form.Item name="text" label="题干">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
			{kind === 'judge' ? null : (
				<Form.Item name="lines" label="选项" extra="每行一个选项">
					<Input.TextArea autoSize={{ minRows: 4 }} />
				</Form.Item>
			)}
			<Form.Item name="answer" label="正确答案">
				<Checkbox.Group
					options={options.map((option, place) => ({
						value: place,
						label: kind === 'judge' ? option : `${letterOf(place)}. ${option}`,
					}))}
				/>
			</Form.Item>
			<Form.Item name="article" label="依据条次">
				<InputNumber min={1} max={56} />
			</Form.Item>
			<Form.Item name="level" label="难度">
				<Radio.Group options={levelOptions} />
			</Form.Item>
			<Form.Item name="why" label="解析">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}
