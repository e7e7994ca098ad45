import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, formatInstant, PageHeader, StatusTag } from '../../ui/index.ts';
import { EXAMS, type ExamRow, readExams } from './exam-api.ts';
import { EXAM_LOOK, examState } from './words.ts';

/** Exams the person takes, or sets. */
export function ExamsPage() {
	const { can } = useSession();
	const query = useQuery({ queryKey: [...EXAMS, 'list'], queryFn: readExams });
	return (
		<>
			<PageHeader
				title="考试"
				subtitle="对照《政府信息公开条例》的业务考试：随时保存，交卷即出成绩。"
				extra={
					can('exam.manage') ? (
						<>
							<Link to="/exams/bank">
								<Button>题库</Button>
							</Link>
							<Link to="/exams/new">
								<Button type="primary">新建考试</Button>
							</Link>
						</>
					) : null
				}
			/>
			<DataTable
				label="考试列表"
				columns={COLUMNS}
				rows={query.data}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '目前没有考试' }}
			/>
		</>
	);
}

const COLUMNS: readonly Column<ExamRow>[] = [
	{
		key: 'title',
		title: '考试',
		render: ({ id, title, questions, minutes }) => (
			<div className="gk-break">
				<Link to={`/exams/${id}`}>{title}</Link>
				<div className="gk-hint">
					{questions}题　{minutes}分钟
				</div>
			</div>
		),
	},
	{ key: 'state', title: '状态', width: 100, render: (exam) => <StatusTag state={examState(exam)} look={EXAM_LOOK} /> },
	{
		key: 'window',
		title: '时间',
		width: 200,
		render: ({ opensAt, closesAt }) => (
			<>
				<div>{formatInstant(opensAt)}起</div>
				<div>{formatInstant(closesAt)}止</div>
			</>
		),
	},
	{
		key: 'own',
		title: '本人成绩',
		width: 130,
		render: ({ takes, standing }) =>
			takes ? (standing.best === null ? '未参加' : `${standing.best}分${standing.passed ? '，合格' : ''}`) : '—',
	},
];
