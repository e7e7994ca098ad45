import { FormOutlined, ReadOutlined, SolutionOutlined, TeamOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'training.read';
const SET = 'exam.manage';

export const feature: Feature = {
	key: 'training',
	menu: [
		{ key: 'trainings', label: '培训会议', icon: <TeamOutlined aria-hidden />, path: '/trainings' },
		{ key: 'exams', label: '考试', icon: <FormOutlined aria-hidden />, path: '/exams' },
		{ key: 'posts', label: '名册与交接', icon: <SolutionOutlined aria-hidden />, path: '/posts' },
		{ key: 'knowledge', label: '业务知识库', icon: <ReadOutlined aria-hidden />, path: '/knowledge' },
	].map((entry) => ({ ...entry, permission: READ, group: 'staff' as const })),
	routes: [
		screen(
			'trainings',
			{ title: '培训会议', permission: READ },
			async () => (await import('./list-page.tsx')).ListPage,
		),
		screen(
			'trainings/:id',
			{ title: '培训会议', permission: READ },
			async () => (await import('./training-page.tsx')).TrainingPage,
		),
		screen(
			'trainings/:id/import',
			{ title: '导入到场名单', permission: 'training.organise' },
			async () => (await import('./import-pages.tsx')).PeopleImportPage,
		),
		screen('exams', { title: '考试', permission: READ }, async () => (await import('./exams-page.tsx')).ExamsPage),
		screen(
			'exams/new',
			{ title: '新建考试', permission: SET },
			async () => (await import('./exam-form.tsx')).NewExamPage,
		),
		screen('exams/bank', { title: '题库', permission: SET }, async () => (await import('./bank-page.tsx')).BankPage),
		screen(
			'exams/bank/import',
			{ title: '导入题目', permission: SET },
			async () => (await import('./import-pages.tsx')).QuestionImportPage,
		),
		screen('exams/:id', { title: '考试', permission: READ }, async () => (await import('./exam-page.tsx')).ExamPage),
		screen(
			'exams/:id/edit',
			{ title: '修改考试', permission: SET },
			async () => (await import('./exam-form.tsx')).EditExamPage,
		),
		screen('exams/:id/sit', { title: '答题', permission: READ }, async () => (await import('./sit-page.tsx')).SitPage),
		screen(
			'exams/:id/review',
			{ title: '答案和解析', permission: READ },
			async () => (await import('./review-page.tsx')).ReviewPage,
		),
		screen(
			'posts',
			{ title: '名册与交接', permission: READ },
			async () => (await import('./posts-page.tsx')).PostsPage,
		),
		screen(
			'handovers/:id',
			{ title: '工作交接单', permission: READ },
			async () => (await import('./handover-page.tsx')).HandoverPage,
		),
		screen(
			'knowledge',
			{ title: '业务知识库', permission: READ },
			async () => (await import('./knowledge-page.tsx')).KnowledgePage,
		),
		screen(
			'knowledge/:key',
			{ title: '业务知识', permission: READ },
			async () => (await import('./article-page.tsx')).ArticlePage,
		),
	],
	todo: { title: '队伍建设', permission: READ, load: loadTodo },
};
