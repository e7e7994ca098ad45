import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { Loaded, PageHeader } from '../../ui/index.ts';
import { EXAMS, type Review, readReview } from './exam-api.ts';
import './training.css';
import { letterOf } from './words.ts';

/** Right answers, why, and what was answered; the server says when these may be seen. */
export function ReviewPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...EXAMS, id, 'review'], queryFn: () => readReview(id) });
	return (
		<Loaded query={query}>
			{({ exam, attempts }) => (
				<>
					<PageHeader title="答案和解析" subtitle={exam.title} back={{ to: `/exams/${id}`, label: '考试说明' }} />
					{attempts.map((attempt) => (
						<section key={attempt.number} className="gk-gap">
							<h2>
								第{attempt.number}次：{attempt.score}分，答对{attempt.right}／{attempt.total}题
							</h2>
							<ol className="gk-exam">
								{attempt.questions.map((question, at) => (
									<Reviewed key={question.key} number={at + 1} question={question} />
								))}
							</ol>
						</section>
					))}
				</>
			)}
		</Loaded>
	);
}

type Question = Review['attempts'][number]['questions'][number];

const VERDICTS = {
	right: ['success', '答对'],
	partly: ['warning', '答对一部分'],
	wrong: ['error', '答错'],
	blank: ['error', '没有作答'],
} as const;

function Reviewed({ number, question }: { number: number; question: Question }) {
	const { text, kind, options, answer, given, verdict, why, article } = question;
	const named = (places: readonly number[]) =>
		places.map((place) => (kind === 'judge' ? options[place] : `${letterOf(place)}. ${options[place]}`)).join('；') ||
		'—';
	const [type, label] = VERDICTS[verdict];
	return (
		<li>
			<strong>
				{number}. {text}
			</strong>
			<Alert
				type={type}
				showIcon
				title={label}
				description={
					<>
						<div>您的答案：{named(given)}</div>
						<div>正确答案：{named(answer)}</div>
						<div>
							解析：{why}　<Link to={`/knowledge?article=${article}`}>查看条例第{article}条的业务知识</Link>
						</div>
					</>
				}
			/>
		</li>
	);
}
