import { Button } from 'antd';
import type { Session } from '../../api/index.ts';

type Account = Session['site']['demoAccounts'][number];

/** The sign-ins of the demo county; choosing one fills the form. Nothing in a real county. */
export function DemoAccounts({
	accounts,
	onChoose,
}: {
	accounts: readonly Account[];
	onChoose: (account: Account) => void;
}) {
	if (accounts.length === 0) return null;
	return (
		<section className="gk-demo" aria-label="演示账号">
			<h2>演示账号（点击填入）</h2>
			<ul>
				{accounts.map((account) => (
					<li key={account.userName}>
						<Button size="small" onClick={() => onChoose(account)}>
							{account.roleLabel}：{account.personName}（{account.officeName}）
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
