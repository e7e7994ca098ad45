import { Button } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, formatInstant, useCommand } from '../../ui/index.ts';
import { confirmPeople, REFRESH, type Training } from './api.ts';

type Office = Training['invited'][number];

/** The offices that are asked, and whether each has confirmed who of its people came. */
export function OfficesPanel({ training }: { training: Training }) {
	const { session } = useSession();
	const confirm = useCommand((confirmed: boolean) => confirmPeople(training.id, confirmed), {
		refresh: REFRESH,
		done: '已办理。',
	});
	const isOwn = ({ officeId }: Office) => officeId === session.office?.id;
	const mayTakeBack = (office: Office) =>
		isOwn(office) &&
		office.confirmedAt !== null &&
		training.state === 'held' &&
		session.permissions.includes('training.organise');
	const columns: Column<Office>[] = [
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		{ key: 'signedUp', title: '报名', render: ({ signedUp }) => `${signedUp}人` },
		{ key: 'came', title: '到场', render: ({ came }) => `${came}人` },
		{
			key: 'confirmed',
			title: '确认',
			render: (office) =>
				isOwn(office) && training.own.mayConfirm ? (
					<Button type="primary" size="small" loading={confirm.busy} onClick={() => void confirm.run(true)}>
						确认本机关人员
					</Button>
				) : office.confirmedAt ? (
					<>
						{office.confirmedBy}　{formatInstant(office.confirmedAt)}
						{mayTakeBack(office) ? (
							<Button type="link" size="small" onClick={() => void confirm.run(false)}>
								撤回确认
							</Button>
						) : null}
					</>
				) : (
					'未确认'
				),
		},
	];
	return (
		<section className="gk-panel">
			<h2>参加机关</h2>
			<DataTable
				label="参加机关"
				columns={columns}
				rows={training.invited}
				rowKey={({ officeId }) => officeId}
				empty={{ title: '没有参加机关' }}
			/>
		</section>
	);
}
