import { CalendarOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

export const feature: Feature = {
	key: 'calendar',
	menu: [
		{
			key: 'calendar',
			label: '工作日历',
			icon: <CalendarOutlined aria-hidden />,
			path: '/calendar',
			permission: 'office.read',
			group: 'system',
		},
	],
	routes: [
		screen(
			'calendar',
			{ title: '工作日历', permission: 'office.read' },
			async () => (await import('./calendar-page.tsx')).CalendarPage,
		),
		screen(
			'calendar/load',
			{ title: '载入放假通知', permission: 'calendar.manage' },
			async () => (await import('./load-page.tsx')).LoadPage,
		),
	],
};
