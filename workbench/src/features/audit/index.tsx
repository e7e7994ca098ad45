import { AuditOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const READ = 'audit.read';

export const feature: Feature = {
	key: 'audit',
	menu: [
		{
			key: 'audit',
			label: '操作日志',
			icon: <AuditOutlined aria-hidden />,
			path: '/audit',
			permission: READ,
			group: 'system',
		},
	],
	routes: [
		screen('audit', { title: '操作日志', permission: READ }, async () => (await import('./audit-page.tsx')).AuditPage),
	],
};
