import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable, Loaded } from '../../ui/index.ts';
import { EXAMS, type Results, readResults } from './exam-api.ts';

type Office = Results['offices'][number];
type Person = Office['people'][number];

/** Results by office and person, and which article is known worst. */
export function ResultsPanel({ id }: { id: number }) {
	const query = useQuery({ queryKey: [...EXAMS, id, 'results'], queryFn: () => readResults(id) });
	return <Loaded query={query}>{(results) => <Panels results={results} />}</Loaded>;
}

const OFFICES: readonly Column<Office>[] = [
	{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
	{ key: 'took', title: '参加', render: ({ took, expected }) => `${took}／${expected}人` },
	{ key: 'passed', title: '合格', render: ({ passed }) => `${passed}人` },
	{ key: 'mean', title: '平均分', render: ({ mean }) => mean ?? '—' },
];

const PEOPLE: readonly Column<Person & { officeName: string }>[] = [
	{ key: 'name', title: '姓名', render: ({ name }) => name },
	{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
	{ key: 'tries', title: '次数', render: ({ tries }) => tries },
	{
		key: 'best',
		title: '最高分',
		render: ({ best, passed, running }) =>
			running ? '答题中' : best === null ? '未参加' : `${best}${passed ? '（合格）' : '（未合格）'}`,
	},
];

const ARTICLES: readonly Column<Results['articles'][number]>[] = [
	{ key: 'article', title: '条款', render: ({ article }) => `条例第${article}条` },
	{ key: 'asked', title: '答题', render: ({ asked }) => `${asked}次` },
	{ key: 'right', title: '答对', render: ({ right }) => `${right}次` },
	{ key: 'share', title: '正确率', render: ({ share }) => `${share}%` },
];

function Panels({ results: { offices, articles } }: { results: Results }) {
	const people = offices.flatMap(({ officeName, people: own }) => own.map((person) => ({ ...person, officeName })));
	return (
		<>
			{offices.length > 1 ? (
				<section className="gk-panel">
					<h2>各机关成绩</h2>
					<DataTable
						label="各机关成绩"
						columns={OFFICES}
						rows={offices}
						rowKey={({ officeId }) => officeId}
						empty={{ title: '没有参加机关' }}
					/>
				</section>
			) : null}
			{articles.length > 0 ? (
				<section className="gk-panel">
					<h2>薄弱条款</h2>
					<p className="gk-hint">按正确率由低到高，可以作为下一次培训的重点。</p>
					<DataTable
						label="薄弱条款"
						columns={ARTICLES}
						rows={articles.slice(0, 10)}
						rowKey={({ article }) => article}
						empty={{ title: '还没有人交卷' }}
					/>
				</section>
			) : null}
			<section className="gk-panel">
				<h2>人员成绩</h2>
				<DataTable
					label="人员成绩"
					columns={PEOPLE}
					rows={people}
					rowKey={({ personId, officeName }) => `${officeName} ${personId}`}
					empty={{ title: '没有应考人员' }}
				/>
			</section>
		</>
	);
}
