import { Link, useLocation } from 'react-router';
import { useSession } from '../../app/session-context.tsx';

const TABS = [
	{ to: '/normative', label: '制发项目', county: false },
	{ to: '/normative/batches', label: '清理', county: false },
	{ to: '/normative/expiring', label: '即将到期', county: false },
	{ to: '/normative/words', label: '编号规则', county: true },
];

/** The screens of this feature, above each of its lists. */
export function Tabs() {
	const { can } = useSession();
	const { pathname } = useLocation();
	const shown = TABS.filter(({ county }) => !county || can('normative.manage'));
	return (
		<nav className="norm-tabs gk-gap" aria-label="规范性文件">
			{shown.map(({ to, label }) => (
				<Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
					{label}
				</Link>
			))}
		</nav>
	);
}
