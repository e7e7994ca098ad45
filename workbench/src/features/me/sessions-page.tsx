import { SessionsTable } from '../../parts/sessions-table.tsx';
import { PageHeader } from '../../ui/index.ts';

/** Where one is signed in; whatever one does not recognise can be ended at once. */
export function SessionsPage() {
	return (
		<>
			<PageHeader title="登录记录" subtitle="发现不是本人的登录，请立即结束该处登录并修改密码，同时告知系统管理员。" />
			<SessionsTable />
		</>
	);
}
