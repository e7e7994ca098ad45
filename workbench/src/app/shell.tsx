import { Alert, Drawer, Layout } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useMatches, useNavigation } from 'react-router';
import { Forbidden } from '../ui/refused.tsx';
import { usePhone } from '../ui/use-phone.ts';
import type { ScreenHandle } from './feature.ts';
import { MainMenu } from './menu.tsx';
import { PRODUCT } from './product.ts';
import { useSession } from './session-context.tsx';
import { TopBar } from './top-bar.tsx';

/** Menu, top bar and the open screen. */
export function Shell() {
	const { session } = useSession();
	const phone = usePhone();
	const [drawer, setDrawer] = useState(false);
	return (
		<Layout className="gk-shell">
			<a className="gk-skip" href="#main">
				跳到主要内容
			</a>
			{phone ? (
				<Drawer open={drawer} onClose={() => setDrawer(false)} placement="left" size={260} rootClassName="gk-drawer">
					<Brand />
					<MainMenu onDone={() => setDrawer(false)} />
				</Drawer>
			) : (
				<Layout.Sider width={208} className="gk-sider">
					<Brand />
					<MainMenu />
				</Layout.Sider>
			)}
			<Layout>
				{session.site.demo ? (
					<Alert banner type="warning" title="演示系统：机关、人员和数据均为虚构，请勿录入真实信息。" />
				) : null}
				<Layout.Header className="gk-header">
					<TopBar onMenu={phone ? () => setDrawer(true) : undefined} />
				</Layout.Header>
				<Screen />
			</Layout>
		</Layout>
	);
}

function Brand() {
	const { session } = useSession();
	return (
		<div className="gk-brand">
			<span>{session.site.countyName || session.site.systemName}</span>
			<strong>{PRODUCT}</strong>
		</div>
	);
}

/** The open screen: its title in the window, its permission checked, the focus moved to it when the address changes. */
function Screen() {
	const { can } = useSession();
	const { pathname } = useLocation();
	const main = useRef<HTMLElement>(null);
	const opened = useRef(pathname);
	const busy = useNavigation().state === 'loading';
	const handle = useMatches()
		.map((match) => match.handle as ScreenHandle | undefined)
		.findLast((one) => one !== undefined);
	const title = handle?.title;
	useEffect(() => {
		document.title = title ? `${title} · ${PRODUCT}` : PRODUCT;
	}, [title]);
	useEffect(() => {
		if (opened.current === pathname) return;
		opened.current = pathname;
		main.current?.focus({ preventScroll: true });
		window.scrollTo({ top: 0 });
	}, [pathname]);
	const refused = handle?.permission !== undefined && !can(handle.permission);
	return (
		<main id="main" ref={main} tabIndex={-1} className="gk-main" aria-busy={busy}>
			<Suspense>{refused ? <Forbidden /> : <Outlet />}</Suspense>
		</main>
	);
}
