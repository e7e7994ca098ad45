import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Flex, Form, Input, Radio, Select } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { enterPaper, type PaperBody, type Question, SURVEYS, type Survey } from './surveys-api.ts';

interface PaperPanelProps {
	open: boolean;
	survey: Survey;
	onClose: () => void;
}

/** A paper questionnaire as it was filled in; the panel stays open for the next one. */
export function PaperPanel(props: PaperPanelProps) {
	return (
		<SidePanel open={props.open} title="录入纸质问卷" onClose={props.onClose}>
			<PaperForm {...props} />
		</SidePanel>
	);
}

type Values = { office?: number } & Record<string, number | number[] | string | undefined>;

function PaperForm({ survey, onClose }: PaperPanelProps) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { form, fault, busy, props } = useServerForm<Values>(async ({ office, ...given }) => {
		await enterPaper(survey.id, { officeId: office ?? null, answers: answersOf(survey.questions, given) });
		await queries.invalidateQueries({ queryKey: SURVEYS });
		message.success('已录入，可以继续录入下一份。');
		form.resetFields();
	});
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			{survey.byOffice ? (
				<Form.Item name="office" label="评议的机关">
					<Select showSearch={{ optionFilterProp: 'label' }} options={survey.offices} />
				</Form.Item>
			) : null}
			{survey.questions.map((question, at) => (
				<Form.Item key={question.title} name={`q${at + 1}`} label={`${at + 1}. ${question.title}`}>
					{inputFor(question)}
				</Form.Item>
			))}
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>关闭</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					录入
				</Button>
			</Flex>
		</Form>
	);
}

const MARKS = [1, 2, 3, 4, 5].map((value) => ({ value, label: `${value}分` }));

function inputFor({ kind, choices }: Question) {
	const options = choices.map((label, at) => ({ value: at + 1, label }));
	switch (kind) {
		case 'scale':
			return <Radio.Group options={MARKS} />;
		case 'single':
			return <Radio.Group className="ev-choices" options={options} />;
		case 'multiple':
			return <Checkbox.Group className="ev-choices" options={options} />;
		case 'text':
			return <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />;
	}
}

/** By the place of the question; what was left empty is left out. */
export function answersOf(questions: readonly Question[], given: Values): PaperBody['answers'] {
	const entries = questions.flatMap((_, at): [string, number | number[] | string][] => {
		const value = given[`q${at + 1}`];
		const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
		return isEmpty ? [] : [[String(at), value]];
	});
	return Object.fromEntries(entries);
}
