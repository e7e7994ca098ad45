import { SettingOutlined } from '@ant-design/icons';
import { type Feature, screen } from '../../app/feature.ts';

const MANAGE = 'settings.manage';

export const feature: Feature = {
	key: 'settings',
	menu: [
		{
			key: 'settings',
			label: '县级设置',
			icon: <SettingOutlined aria-hidden />,
			path: '/settings',
			permission: MANAGE,
			group: 'system',
		},
	],
	routes: [
		screen(
			'settings',
			{ title: '县级设置', permission: MANAGE },
			async () => (await import('./settings-page.tsx')).SettingsPage,
		),
	],
};
