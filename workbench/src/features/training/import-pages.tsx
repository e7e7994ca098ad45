import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { type Column, PageHeader, SheetImport } from '../../ui/index.ts';
import { importPeople, KEY, type PeopleImport } from './api.ts';
import { BANK, importQuestions, type QuestionImport } from './exam-api.ts';

const PEOPLE: readonly Column<PeopleImport['rows'][number]>[] = [
	{ key: 'name', title: '姓名', render: ({ name }) => name || '（未填写）' },
	{ key: 'position', title: '职务', render: ({ position }) => position || '—' },
	{ key: 'came', title: '到场', render: ({ attended }) => (attended ? '是' : '否') },
];

/** Who came, from a table. */
export function PeopleImportPage() {
	const id = Number(useParams().id);
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	return (
		<>
			<PageHeader
				title="导入到场名单"
				subtitle="已报名的登记到场，没有报名的补入名单；有一行不合格则全部不导入。"
				back={{ to: `/trainings/${id}`, label: '培训会议' }}
			/>
			<SheetImport
				template="/api/trainings/template"
				hint="填好的 .xlsx 表格，每行一人"
				counted="人"
				verb="导入"
				columns={PEOPLE}
				check={(file) => importPeople(id, file, 'check')}
				save={(file) => importPeople(id, file, 'save')}
				onSaved={async ({ imported }: PeopleImport) => {
					await queries.invalidateQueries({ queryKey: KEY });
					message.success(`已导入${imported}人。`);
					await navigate(`/trainings/${id}`);
				}}
			/>
		</>
	);
}

const QUESTIONS: readonly Column<QuestionImport['rows'][number]>[] = [
	{ key: 'text', title: '题干', render: ({ text }) => text || '（未填写）' },
	{ key: 'kind', title: '题型', render: ({ kindLabel }) => kindLabel },
];

/** Questions of the county's own, from a table. */
export function QuestionImportPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	return (
		<>
			<PageHeader
				title="导入题目"
				subtitle="先检查，后导入；有一行不合格则全部不导入。"
				back={{ to: '/exams/bank', label: '题库' }}
			/>
			<SheetImport
				template="/api/exam-questions/template"
				hint="填好的 .xlsx 表格，每行一道题"
				counted="道题"
				verb="导入"
				columns={QUESTIONS}
				check={(file) => importQuestions(file, 'check')}
				save={(file) => importQuestions(file, 'save')}
				onSaved={async ({ imported }: QuestionImport) => {
					await queries.invalidateQueries({ queryKey: BANK });
					message.success(`已导入${imported}道题。`);
					await navigate('/exams/bank');
				}}
			/>
		</>
	);
}
