import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ConfirmReason, formatInstant } from '../../../ui/index.ts';
import { acceptFinding, type Outside } from '../api.ts';

interface AcceptFindingProps {
	outsideId: number;
	finding: Outside['findings'][number];
}

/** Takes a finding as it is, with a reason that stays beside it until its figures change; or takes that back. */
export function AcceptFinding({ outsideId, finding }: AcceptFindingProps) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [open, setOpen] = useState(false);
	const { accepted, key } = finding;
	const words = accepted ? '撤销认可' : '认可';
	return (
		<>
			{accepted ? (
				<p className="gk-hint">
					{accepted.personName}于{formatInstant(accepted.createdAt)}认可：{accepted.reason}
				</p>
			) : null}
			<Button size="small" onClick={() => setOpen(true)}>
				{words}
			</Button>
			<ConfirmReason
				open={open}
				title={`${words}这个问题`}
				text={
					accepted
						? '撤销后，这个问题重新列入退回修改意见。'
						: '认可后不再列入退回修改意见；所涉数据变化的，将重新提示。'
				}
				reasonLabel="理由"
				okLabel={words}
				onConfirm={async ({ reason }) => {
					await acceptFinding(outsideId, { key, reason: String(reason), withdrawn: accepted !== null });
					await queries.invalidateQueries({ queryKey: ['reports', 'outside', outsideId] });
					message.success(accepted ? '已撤销认可。' : '已认可。');
				}}
				onClose={() => setOpen(false)}
			/>
		</>
	);
}
