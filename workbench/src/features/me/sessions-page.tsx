import { PageHeader } from '../../ui/index.ts';

export function SessionsPage() {
	return <PageHeader title="登录记录" />;
}
