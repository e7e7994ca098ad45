import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Loaded, PageHeader, useCommand } from '../../ui/index.ts';
import { EXAMS, handIn, readSitting, type Sitting } from './exam-api.ts';
import { QuestionField } from './question-field.tsx';
import { useAnswers } from './use-answers.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import { clockText } from './words.ts';
import './training.css';

/** The paper of the person who takes the exam. Read once: what is answered here is newer than what a second reading brings. */
export function SitPage() {
	const id = Number(useParams().id);
	const query = useQuery({
		queryKey: [...EXAMS, id, 'sitting'],
		queryFn: () => readSitting(id),
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
	});
	return (
		<Loaded query={query}>
			{(sitting) => <Paper key={`${sitting.sitting?.number} ${sitting.sitting?.over}`} id={id} shown={sitting} />}
		</Loaded>
	);
}

function Paper({ id, shown }: { id: number; shown: Sitting }) {
	const { exam, sitting } = shown;
	if (!sitting || sitting.over) return <Over id={id} shown={shown} />;
	return (
		<>
			<PageHeader title={exam.title} back={{ to: `/exams/${id}`, label: '考试说明' }} />
			<Running id={id} sitting={sitting} />
		</>
	);
}

function Running({ id, sitting }: { id: number; sitting: NonNullable<Sitting['sitting']> }) {
	const queries = useQueryClient();
	const [asking, setAsking] = useState(false);
	const readAnew = () => queries.invalidateQueries({ queryKey: EXAMS });
	const left = useSecondsLeft(sitting.secondsLeft, () => void readAnew());
	const { answers, answer, state, settle } = useAnswers(id, sitting);
	const submit = useCommand(
		async () => {
			const version = await settle();
			return await handIn(id, answers, version);
		},
		{ refresh: [EXAMS, ['todo']], done: '已交卷。' },
	);
	const done = sitting.questions.filter(({ key }) => (answers[key]?.length ?? 0) > 0).length;
	const blank = sitting.questions.length - done;
	return (
		<>
			<div className="gk-exam-bar" role="status">
				<span className={left < 300 ? 'gk-bad' : undefined}>剩余 {clockText(left)}</span>
				<span>
					已答 {done}／{sitting.questions.length}
				</span>
				<span className="gk-hint">{state}</span>
				<Button type="primary" loading={submit.busy} onClick={() => setAsking(true)}>
					交卷
				</Button>
			</div>
			<ol className="gk-exam">
				{sitting.questions.map((question, at) => (
					<li key={question.key}>
						<QuestionField
							number={at + 1}
							question={question}
							value={answers[question.key] ?? []}
							onChange={(chosen) => answer(question.key, chosen)}
						/>
					</li>
				))}
			</ol>
			<Modal
				open={asking}
				title="交卷"
				okText="确认交卷"
				cancelText="继续答题"
				onCancel={() => setAsking(false)}
				onOk={() => {
					setAsking(false);
					void submit.run();
				}}
			>
				{blank > 0 ? `还有${blank}题没有作答，交卷后不能再修改。` : '全部题目已经作答，交卷后不能再修改。'}
			</Modal>
		</>
	);
}

function Over({ id, shown: { exam, sitting, standing } }: { id: number; shown: Sitting }) {
	const navigate = useNavigate();
	const score = sitting?.score ?? null;
	const passed = score !== null && score >= exam.passMark;
	return (
		<>
			<PageHeader title={exam.title} back={{ to: `/exams/${id}`, label: '考试说明' }} />
			{score === null ? (
				<Alert type="info" showIcon title="您没有正在进行的答题，请从考试说明页开始。" />
			) : (
				<Alert
					type={passed ? 'success' : 'warning'}
					showIcon
					title={`成绩${score}分，${passed ? '合格' : '未合格'}。`}
					description={sitting?.submitted ? undefined : '答题时间已到，系统按到时以前保存的答案计分。'}
				/>
			)}
			<Flex gap={8} wrap className="gk-exam-end">
				<Button onClick={() => void navigate(`/exams/${id}`)}>返回考试说明</Button>
				{standing.mayReview ? <Link to={`/exams/${id}/review`}>答案和解析</Link> : null}
			</Flex>
		</>
	);
}
