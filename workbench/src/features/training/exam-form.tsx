import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Flex, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { useTrainingOptions } from './api.ts';
import { changeExam, createExam, EXAMS, type Exam, type ExamBody, readExam } from './exam-api.ts';
import { InstantInput } from './instant-input.tsx';
import { ChosenField, QuotaList } from './paper-fields.tsx';

const EMPTY: Partial<ExamBody> = {
	...{
		title: '',
		note: '',
		mode: 'random',
		chosen: [],
		offices: [],
		minutes: 60,
		passMark: 60,
		tries: 2,
		sealed: true,
	},
	quotas: [
		{ kind: 'single', level: 0, from: 1, to: 56, count: 20 },
		{ kind: 'multiple', level: 0, from: 1, to: 56, count: 5 },
		{ kind: 'judge', level: 0, from: 1, to: 56, count: 10 },
	],
};

export function NewExamPage() {
	return (
		<>
			<PageHeader title="新建考试" back={{ to: '/exams', label: '考试' }} />
			<ExamForm />
		</>
	);
}

export function EditExamPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...EXAMS, id], queryFn: () => readExam(id) });
	return (
		<Loaded query={query}>
			{(exam) => (
				<>
					<PageHeader title="修改考试" back={{ to: `/exams/${id}`, label: '考试' }} />
					<ExamForm exam={exam} />
				</>
			)}
		</Loaded>
	);
}

/** An exam as it is written down; its questions are looked at when it is announced. */
function ExamForm({ exam }: { exam?: Exam }) {
	const navigate = useNavigate();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { form, fault, busy, props } = useServerForm<ExamBody>(async (values) => {
		const body = { ...EMPTY, ...exam?.setting, ...values } as ExamBody;
		const id = exam?.id ?? (await createExam(body)).id;
		if (exam) await changeExam(exam.id, { ...body, revision: exam.setting?.revision ?? 0 });
		await queries.invalidateQueries({ queryKey: EXAMS });
		message.success('已保存。发布以后才能开始考试。');
		void navigate(`/exams/${id}`);
	});
	const mode = Form.useWatch('mode', form);
	const { data: options } = useTrainingOptions();
	return (
		<div className="gk-panel">
			<Form {...props} initialValues={exam ? { ...exam, ...exam.setting } : EMPTY}>
				<FormIssues fault={fault} />
				<Form.Item name="title" label="名称">
					<Input maxLength={100} placeholder="如：条例知识测试" />
				</Form.Item>
				<Form.Item name="note" label="说明">
					<Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
				</Form.Item>
				<Form.Item name="offices" label="参加的机关" extra="不选择就是全部机关；出题和管理人员不参加">
					<Select mode="multiple" options={options?.offices ?? []} optionFilterProp="label" placeholder="全部机关" />
				</Form.Item>
				<Rules />
				<Form.Item name="mode" label="组卷方式">
					<Radio.Group
						options={[
							{ value: 'random', label: '从题库抽题' },
							{ value: 'fixed', label: '固定试卷' },
						]}
					/>
				</Form.Item>
				{mode === 'fixed' ? (
					<Form.Item name="chosen" label="题目">
						<ChosenField />
					</Form.Item>
				) : (
					<QuotaList />
				)}
				<Flex gap={8} justify="end">
					<Button type="primary" htmlType="submit" loading={busy}>
						保存
					</Button>
				</Flex>
			</Form>
		</div>
	);
}

const asked = [{ required: true, message: '请选择时间。' }];

function Rules() {
	return (
		<>
			<Form.Item name="opensAt" label="开始时间" rules={asked}>
				<InstantInput />
			</Form.Item>
			<Form.Item name="closesAt" label="结束时间" rules={asked}>
				<InstantInput />
			</Form.Item>
			<Flex gap={16} wrap>
				<Form.Item name="minutes" label="答题时间（分钟）">
					<InputNumber min={5} max={300} />
				</Form.Item>
				<Form.Item name="passMark" label="合格分">
					<InputNumber min={1} max={100} />
				</Form.Item>
				<Form.Item name="tries" label="最多次数">
					<InputNumber min={1} max={10} />
				</Form.Item>
			</Flex>
			<Form.Item name="sealed" valuePropName="checked">
				<Checkbox>考试结束以前不公布答案</Checkbox>
			</Form.Item>
		</>
	);
}
