import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	DescriptionList,
	DownloadButton,
	formatInstant,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { EXAMS, type Exam, moveExam, readExam, startSitting } from './exam-api.ts';
import { ResultsPanel } from './results-panel.tsx';
import { EXAM_LOOK, examState } from './words.ts';

export function ExamPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...EXAMS, id], queryFn: () => readExam(id) });
	return <Loaded query={query}>{(exam) => <Page exam={exam} />}</Loaded>;
}

/** One exam: to take it, or to look after it. */
function Page({ exam }: { exam: Exam }) {
	const { can } = useSession();
	const { id, title, note, takes, manages, moves, state } = exam;
	const move = useCommand((action: string) => moveExam(id, action as 'announce' | 'withdraw'), {
		refresh: [EXAMS, ['todo']],
		done: '已办理。',
	});
	return (
		<>
			<PageHeader
				title={title}
				back={{ to: '/exams', label: '考试' }}
				tags={<StatusTag state={examState(exam)} look={EXAM_LOOK} />}
			/>
			{manages ? (
				<Flex gap={8} wrap className="gk-gap">
					<MovesBar moves={moves} questions={QUESTIONS} busy={move.busy} onMove={(action) => move.run(action)} />
					{state === 'draft' ? (
						<Link to={`/exams/${id}/edit`}>
							<Button>修改</Button>
						</Link>
					) : null}
				</Flex>
			) : null}
			{takes ? <Take exam={exam} /> : null}
			<section className="gk-panel">
				<h2>考试说明</h2>
				{note ? <p className="gk-pre">{note}</p> : null}
				<Facts exam={exam} />
			</section>
			{can('training.organise') && state !== 'draft' ? <ResultsPanel id={id} /> : null}
		</>
	);
}

const QUESTIONS = {
	announce: { text: '发布后题目和安排不能再修改，在范围内的人员可以看到。' },
	withdraw: { text: '撤销后任何人不能再作答，也看不到成绩。', danger: true },
} as const;

function Facts({ exam }: { exam: Exam }) {
	const { opensAt, closesAt, minutes, passMark, tries, sealed, questions, mode, setting } = exam;
	return (
		<DescriptionList
			items={[
				{ label: '开放时间', value: `${formatInstant(opensAt)}至${formatInstant(closesAt)}` },
				{ label: '题数和用时', value: `${questions}题，${minutes}分钟` },
				{ label: '合格分', value: `${passMark}分（满分100分）` },
				{ label: '次数', value: `最多${tries}次，取最高分` },
				{ label: '组卷', value: mode === 'fixed' ? '固定试卷，题目顺序因人而异' : '从题库抽题，试卷因人而异' },
				{ label: '答案', value: sealed ? '考试结束以后公布答案和解析' : '合格或者用完次数以后可以查看答案和解析' },
				...(setting ? [{ label: '抽题种子', value: <code>{setting.seed}</code> }] : []),
			]}
		/>
	);
}

/** Where the person stands, and what they may do next. */
function Take({ exam }: { exam: Exam }) {
	const { id, standing, window } = exam;
	const navigate = useNavigate();
	const start = useCommand(() => startSitting(id), {
		refresh: [EXAMS, ['todo']],
		onDone: () => void navigate(`/exams/${id}/sit`),
	});
	const mayStart = window === 'open' && (standing.running || standing.left > 0) && !standing.passed;
	const words =
		standing.best === null
			? '您还没有成绩。'
			: `您的最高成绩是${standing.best}分，${standing.passed ? '合格' : '未合格'}。`;
	return (
		<section className="gk-panel">
			<h2>本人成绩</h2>
			<Alert
				className="gk-gap"
				type={standing.passed ? 'success' : 'info'}
				showIcon
				title={`${words}已考${standing.tries}次，还可以考${standing.left}次。`}
			/>
			<Flex gap={8} wrap>
				{mayStart ? (
					<Button type="primary" loading={start.busy} onClick={() => void start.run()}>
						{standing.running ? '继续答题' : standing.tries > 0 ? '再考一次' : '开始答题'}
					</Button>
				) : null}
				{standing.mayReview ? (
					<Link to={`/exams/${id}/review`}>
						<Button>答案和解析</Button>
					</Link>
				) : null}
				{standing.passed ? (
					<>
						<DownloadButton path={`/api/exams/${id}/certificate?format=pdf`} label="合格证明（PDF）" />
						<DownloadButton path={`/api/exams/${id}/certificate?format=docx`} label="合格证明（Word）" />
					</>
				) : null}
			</Flex>
		</section>
	);
}
