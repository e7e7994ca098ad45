import { App, Button } from 'antd';
import { useCommand } from '../../ui/index.ts';
import { type Verification, verifyRound } from './api.ts';

/** Computes every score anew from its evidence and says whether it is what was fixed. */
export function VerifyButton({ id }: { id: number }) {
	const { modal } = App.useApp();
	const { run, busy } = useCommand(() => verifyRound(id), {
		onDone: (found) => {
			if (found.isSame) modal.success({ title: '核验一致', content: <Hashes found={found} /> });
			else modal.error({ title: '核验不一致', content: <Hashes found={found} /> });
		},
	});
	return (
		<Button loading={busy} onClick={() => void run()}>
			核验
		</Button>
	);
}

function Hashes({ found }: { found: Verification }) {
	const wrong = found.rows.filter(({ isSame }) => !isSame).map(({ officeName }) => officeName);
	if (wrong.length > 0) return <p>与固定时不同：{wrong.join('、')}。</p>;
	return (
		<>
			<p>由证据清单重新计算的{found.rows.length}个得分、名次和校验值与固定时相同。</p>
			<ul className="gk-plain-list ev-hashes">
				{found.rows.map(({ officeId, officeName, hash }) => (
					<li key={officeId}>
						{officeName}　<code className="gk-break">{hash.slice(0, 16)}</code>
					</li>
				))}
			</ul>
		</>
	);
}
