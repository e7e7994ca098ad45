import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { FirstPassword } from './first-password.tsx';
import { PasswordPage } from './password-page.tsx';
import { SessionsPage } from './sessions-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const { site } = sessionOf();
const nobody = sessionOf({ person: null, office: null, permissions: [] });

describe('the sign-in page', () => {
	it('names the county and asks for name and password', () => {
		const markup = render(<SignInPage />, { session: nobody });
		expect(textOf(markup)).toContain('青河县');
		expect(markup).toContain('autoComplete="username"');
		expect(markup).toContain('autoComplete="current-password"');
		expect(markup.match(/<h1/g)).toHaveLength(1);
	});

	it('shows the name of the site while the county has none', () => {
		const unnamed = { ...nobody, site: { ...site, countyName: '' } };
		expect(textOf(render(<SignInPage />, { session: unnamed }))).toContain('青河县政府信息公开平台');
	});

	it('offers the demo accounts of a demo, without their passwords in the text', () => {
		const account = {
			userName: 'clerk',
			password: 'Secret-2026',
			personName: '林晓',
			officeName: '柳溪镇',
			roleLabel: '信息员',
		};
		const demo = { ...nobody, site: { ...site, demo: true, demoAccounts: [account] } };
		const markup = render(<SignInPage />, { session: demo });
		expect(textOf(markup)).toContain('信息员：林晓（柳溪镇）');
		expect(markup).not.toContain('Secret-2026');
		expect(textOf(render(<SignInPage />, { session: nobody }))).not.toContain('演示账号');
	});
});

describe('changing a password', () => {
	it.each([
		['the first time', <FirstPassword key="first" />],
		['at any time', <PasswordPage key="page" />],
	])('says the rules before one is broken, %s', (_when, page) => {
		const markup = render(page);
		expect(textOf(markup)).toContain('至少10位');
		expect(markup.match(/autoComplete="new-password"/g)).toHaveLength(2);
		expect(markup.match(/<h1/g)).toHaveLength(1);
	});
});

describe('where one is signed in', () => {
	const row = {
		id: 'a'.repeat(64),
		current: true,
		officeName: '县政府办',
		createdAt: '2026-06-01T00:00:00Z',
		lastSeenAt: '2026-06-01T01:00:00Z',
		ip: '10.0.0.8',
		device: 'Windows，Chrome 内核浏览器',
		state: 'live',
		endedAt: null,
		endReason: null,
	};
	const shown = (rows: unknown[]) => render(<SessionsPage />, { data: [[['sessions', 'mine'], rows]] });

	it('marks the present one and does not offer to end it', () => {
		const text = textOf(shown([row]));
		expect(text).toContain('（本次登录）');
		expect(text).not.toContain('结束登录');
	});

	it('offers to end another that is live, and none that has ended', () => {
		const other = { ...row, id: 'b'.repeat(64), current: false };
		expect(textOf(shown([row, other]))).toContain('结束登录');
		const ended = { ...other, state: 'ended', endReason: '修改密码' };
		expect(textOf(shown([row, ended]))).not.toContain('结束登录');
		expect(textOf(shown([row, ended]))).toContain('修改密码');
	});
});
