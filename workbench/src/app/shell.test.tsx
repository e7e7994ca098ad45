import { beforeAll, describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../testing/render.tsx';
import { Entrance } from './entrance.tsx';
import { Shell } from './shell.tsx';

describe('the shell', () => {
	it('names the county, the office and the person', () => {
		const text = textOf(render(<Shell />));
		for (const word of ['青河县', '政务公开工作台', '青河县人民政府办公室', '石磊']) expect(text).toContain(word);
	});

	it('has a way past the menu and one main region', () => {
		const markup = render(<Shell />);
		expect(markup).toContain('href="#main"');
		expect(markup.match(/<main/g)).toHaveLength(1);
		expect(markup).toContain('aria-label="主菜单"');
	});

	it('shows the menu of the permissions', () => {
		expect(textOf(render(<Shell />))).toContain('操作日志');
		expect(textOf(render(<Shell />, { session: sessionOf({ permissions: ['document.read'] }) }))).not.toContain(
			'操作日志',
		);
	});

	it('says that a demo is a demo', () => {
		const { site } = sessionOf();
		const demo = sessionOf({ site: { ...site, demo: true } });
		expect(textOf(render(<Shell />, { session: demo }))).toContain('演示系统');
		expect(textOf(render(<Shell />))).not.toContain('演示系统');
	});

	it('offers other offices only to those who have some', () => {
		const { offices } = sessionOf();
		const second = { ...offices[0], id: 2, name: '柳溪镇人民政府', roles: ['clerk' as const] };
		const two = sessionOf({ offices: [...offices, second] as typeof offices });
		expect(render(<Shell />, { session: two })).toContain('当前机关：青河县人民政府办公室，点击切换');
		expect(render(<Shell />)).not.toContain('点击切换');
	});
});

describe('the entrance', () => {
	const inside = <p>里面</p>;

	// It loads these when it shows them; a load still under way when this file ends would fail the next file that wants them.
	beforeAll(async () => {
		await import('../features/me/sign-in-page.tsx');
		await import('../features/me/first-password.tsx');
	});

	it('lets in whoever is signed in', () => {
		expect(textOf(render(<Entrance>{inside}</Entrance>))).toContain('里面');
	});

	it('shows nothing of the inside to anybody else', () => {
		const nobody = sessionOf({ person: null, permissions: [] });
		expect(textOf(render(<Entrance>{inside}</Entrance>, { session: nobody }))).not.toContain('里面');
	});

	it('asks for a password of one’s own first', () => {
		const person = { id: 1, name: '许言', userName: 'xuyan', mustChangePassword: true };
		expect(textOf(render(<Entrance>{inside}</Entrance>, { session: sessionOf({ person }) }))).not.toContain('里面');
	});
});
