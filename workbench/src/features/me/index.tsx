import { type Feature, screen } from '../../app/feature.ts';

/** The person's own screens; reached from the person's menu. */
export const feature: Feature = {
	key: 'me',
	menu: [],
	routes: [
		screen('me/password', { title: '修改密码' }, async () => (await import('./password-page.tsx')).PasswordPage),
		screen('me/sessions', { title: '登录记录' }, async () => (await import('./sessions-page.tsx')).SessionsPage),
	],
};
