import { FileSearchOutlined, SolutionOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';
import { loadTodo } from './todo.ts';

const READ = 'report.read';
const OUTSIDE = 'report.readOutside';

export const feature: Feature = {
	key: 'reports',
	menu: [
		{
			key: 'reports',
			label: '年度报告',
			icon: <SolutionOutlined aria-hidden />,
			path: '/reports',
			permission: READ,
			group: 'reporting',
		},
		{
			key: 'outside-reports',
			label: '读取外部报告',
			icon: <FileSearchOutlined aria-hidden />,
			path: '/outside-reports',
			permission: OUTSIDE,
			group: 'reporting',
		},
	],
	routes: [
		screen(
			'reports',
			{ title: '年度报告', permission: READ },
			async () => (await import('./reports-page.tsx')).ReportsPage,
		),
		screen(
			'reports/:id',
			{ title: '年度报告', permission: READ },
			async () => (await import('./editor/report-page.tsx')).ReportPage,
		),
		screen(
			'report-years/:year/figures',
			{ title: '数据对照', permission: 'report.accept' },
			async () => (await import('./county/figures-page.tsx')).FiguresPage,
		),
		screen(
			'outside-reports',
			{ title: '读取外部报告', permission: OUTSIDE },
			async () => (await import('./outside/outside-list-page.tsx')).OutsideListPage,
		),
		screen(
			'outside-reports/:id',
			{ title: '读取外部报告', permission: OUTSIDE },
			async () => (await import('./outside/outside-page.tsx')).OutsidePage,
		),
	],
	todo: {
		title: '年度报告',
		permission: ['report.draft', 'report.review', 'report.signOff', 'report.accept'],
		load: loadTodo,
	},
};
