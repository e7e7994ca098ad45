import { Badge, Menu, type MenuProps } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { agendaOf, pressing } from './agenda.ts';
import type { MenuEntry, MenuGroup, Permission } from './feature.ts';
import { mayUse } from './feature.ts';
import { FEATURES } from './features.ts';
import { useSession } from './session-context.tsx';
import { useTodos } from './use-todos.ts';

const GROUPS: readonly { key: MenuGroup; label: string }[] = [
	{ key: 'disclosure', label: '主动公开' },
	{ key: 'response', label: '互动回应' },
	{ key: 'reporting', label: '台账与年报' },
	{ key: 'oversight', label: '监督考核' },
	{ key: 'staff', label: '队伍建设' },
	{ key: 'county', label: '机关与人员' },
	{ key: 'system', label: '系统管理' },
];
/** So many entries fit on a small screen: whoever has no more sees all of them at once. */
const FITTING = 14;

/** The entry to light for an address: the longest path that is the address or a folder above it. */
export function entryAt(entries: readonly MenuEntry[], pathname: string): MenuEntry | undefined {
	const above = entries.filter(
		({ path }) => pathname === path || pathname.startsWith(path === '/' ? '//' : `${path}/`),
	);
	return above.sort((a, b) => b.path.length - a.path.length)[0];
}

/** The menu of the person's permissions, by group; a group without entries is left out. */
export function menuItems(
	entries: readonly MenuEntry[],
	counts: Readonly<Record<string, number>> = {},
): NonNullable<MenuProps['items']> {
	const itemOf = ({ key, label, icon }: MenuEntry) => ({ key, icon, label: counted(label, counts[key] ?? 0) });
	const top = entries.filter(({ group }) => group === undefined).map(itemOf);
	const groups = GROUPS.map(({ key, label }) => ({
		key,
		label,
		children: entries.filter((entry) => entry.group === key).map(itemOf),
	}));
	return [...top, ...groups.filter(({ children }) => children.length > 0)];
}

/** The groups that stand open: those the person opened, and that of the open screen; all of a short menu. */
export function openGroups(
	entries: readonly MenuEntry[],
	lit: MenuEntry | undefined,
	opened: ReadonlySet<string>,
): string[] {
	const groups = [...new Set(entries.flatMap(({ group }) => group ?? []))];
	return entries.length <= FITTING ? groups : groups.filter((key) => opened.has(key) || key === lit?.group);
}

/** A label with the number of things that press behind it. */
function counted(label: string, count: number) {
	if (count === 0) return label;
	return (
		<>
			{label} <Badge count={count} size="small" title={`已逾期和本周到期${count}件`} />
		</>
	);
}

/** All entries the permissions open. */
export function entriesFor(permissions: readonly Permission[]): MenuEntry[] {
	return FEATURES.flatMap(({ menu }) => menu).filter(({ permission }) => mayUse(permission, permissions));
}

/** The main menu; `onDone` closes the drawer it may stand in. */
export function MainMenu({ onDone }: { onDone?: () => void }) {
	const { session } = useSession();
	const { pathname } = useLocation();
	const navigate = useNavigate();
	const entries = entriesFor(session.permissions);
	const lit = entryAt(entries, pathname);
	const [open, setOpen] = useState(() => openGroups(entries, lit, new Set()));
	const [shown, setShown] = useState(lit?.group);
	if (lit?.group !== shown) {
		setShown(lit?.group);
		setOpen(openGroups(entries, lit, new Set(open)));
	}
	const { groups } = useTodos();
	const counts = { home: pressing(agendaOf(groups, session.today)) };
	return (
		<nav aria-label="主菜单">
			<Menu
				theme="dark"
				mode="inline"
				inlineIndent={16}
				items={menuItems(entries, counts)}
				openKeys={open}
				onOpenChange={setOpen}
				selectedKeys={lit ? [lit.key] : []}
				onClick={({ key }) => {
					const entry = entries.find((one) => one.key === key);
					if (entry) void navigate(entry.path);
					onDone?.();
				}}
			/>
		</nav>
	);
}
