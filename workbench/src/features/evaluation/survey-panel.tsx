import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type DayRange, DayRangeInput, FormIssues, plusDays, SidePanel, useServerForm } from '../../ui/index.ts';
import { createSurvey, type Question, SURVEYS, type Survey, saveSurvey } from './surveys-api.ts';
import { optionsOf, QUESTION_KINDS } from './words.ts';

interface SurveyPanelProps {
	open: boolean;
	/** Null to begin one. */
	survey: Survey | null;
	onClose: () => void;
}

/** A questionnaire while it is a draft. */
export function SurveyPanel(props: SurveyPanelProps) {
	return (
		<SidePanel open={props.open} title={props.survey ? '修改问卷' : '新建问卷'} onClose={props.onClose} width={640}>
			<SurveyForm {...props} />
		</SidePanel>
	);
}

interface Values {
	title: string;
	intro: string;
	days: DayRange;
	byOffice: boolean;
	codesOnly: boolean;
	questions: { kind: Question['kind']; title?: string; required?: boolean; choices?: string }[];
}

function SurveyForm({ survey, onClose }: SurveyPanelProps) {
	const { session } = useSession();
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { fault, busy, props } = useServerForm<Values>(async ({ days: [opensOn, closesOn], questions, ...rest }) => {
		const body = { ...rest, opensOn, closesOn, questions: questions.map(questionOf) };
		const id = survey ? survey.id : (await createSurvey(body)).id;
		if (survey) await saveSurvey(survey.id, survey.revision, body);
		await queries.invalidateQueries({ queryKey: SURVEYS });
		onClose();
		void navigate(`/surveys/${id}`);
	});
	return (
		<Form {...props} initialValues={initialOf(survey, session.today)}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="标题">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="intro" label="说明">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
			<Form.Item name="days" label="开放时间" rules={[{ required: true, message: '请选择开放时间。' }]}>
				<DayRangeInput label="开放时间" />
			</Form.Item>
			<Form.Item name="byOffice" valuePropName="checked">
				<Checkbox>按机关评议（答卷人选择一个机关，可用于考核的满意度指标）</Checkbox>
			</Form.Item>
			<Form.Item name="codesOnly" valuePropName="checked">
				<Checkbox>凭印发的评议码作答（一码一份）</Checkbox>
			</Form.Item>
			<Questions />
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}

function Questions() {
	return (
		<Form.List name="questions">
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<fieldset key={key} className="ev-question">
							<legend>第{name + 1}题</legend>
							<QuestionFields name={name} />
							<Button danger size="small" onClick={() => remove(name)}>
								删除
							</Button>
						</fieldset>
					))}
					<Button className="gk-gap" onClick={() => add({ kind: 'scale', required: true })}>
						增加问题
					</Button>
				</>
			)}
		</Form.List>
	);
}

function QuestionFields({ name }: { name: number }) {
	const kind = Form.useWatch(['questions', name, 'kind']);
	return (
		<>
			<Form.Item name={[name, 'kind']} label="题型">
				<Select options={optionsOf(QUESTION_KINDS)} />
			</Form.Item>
			<Form.Item name={[name, 'title']} label="问题">
				<Input maxLength={200} />
			</Form.Item>
			{kind === 'single' || kind === 'multiple' ? (
				<Form.Item name={[name, 'choices']} label="选项" extra="每行一个">
					<Input.TextArea autoSize={{ minRows: 3 }} />
				</Form.Item>
			) : null}
			<Form.Item name={[name, 'required']} valuePropName="checked">
				<Checkbox>必答</Checkbox>
			</Form.Item>
		</>
	);
}

/** A question as the API takes it: choices are lines. */
export function questionOf({
	kind,
	title = '',
	required = false,
	choices = '',
}: Values['questions'][number]): Question {
	const isChoice = kind === 'single' || kind === 'multiple';
	const lines = choices.split('\n').map((line) => line.trim());
	return { kind, title, required, choices: isChoice ? lines.filter(Boolean) : [] };
}

function initialOf(survey: Survey | null, today: string): Values {
	if (!survey)
		return {
			...{ title: '', intro: '', byOffice: true, codesOnly: false, days: [today, plusDays(today, 30)] },
			questions: [{ kind: 'scale', title: '您对该机关政府信息公开工作总体满意吗？', required: true }],
		};
	const { title, intro, byOffice, codesOnly, opensOn, closesOn, questions } = survey;
	return {
		...{ title, intro, byOffice, codesOnly, days: [opensOn, closesOn] },
		questions: questions.map(({ choices, ...rest }) => ({ ...rest, choices: choices.join('\n') })),
	};
}
