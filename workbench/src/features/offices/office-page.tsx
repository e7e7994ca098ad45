import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { useOffices } from '../../parts/offices.tsx';
import { DescriptionList, History, Loaded, MovesBar, PageHeader, useCommand } from '../../ui/index.ts';
import { type OfficeDetail, readOffice, removeOffice } from './api.ts';
import { GROUPS } from './fields.ts';
import { Members, Names } from './office-lists.tsx';
import { RenameDialog } from './rename-dialog.tsx';

/** One office: what is known of it, what it was called, what happened to it, and what may be done. */
export function OfficePage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: ['offices', id], queryFn: () => readOffice(id) });
	return <Loaded query={query}>{(office) => <OfficeView office={office} />}</Loaded>;
}

function OfficeView({ office }: { office: OfficeDetail }) {
	const { can } = useSession();
	const { data: offices = [] } = useOffices();
	const parent = offices.find(({ id }) => id === office.parentId);
	return (
		<>
			<PageHeader
				title={office.name}
				subtitle={parent ? `${office.kindLabel}，上级机关：${parent.name}` : office.kindLabel}
				back={can('office.manage') ? { to: '/offices', label: '机关' } : undefined}
				extra={<Moves office={office} />}
			/>
			<Notes office={office} />
			{GROUPS.map(({ title, fields }) => (
				<section key={title} className="gk-panel">
					<h2>{title}</h2>
					<DescriptionList items={fields.map(({ name, label, wide }) => ({ label, value: office[name], wide }))} />
				</section>
			))}
			<Members members={office.members} />
			<Names names={office.names} />
			<section className="gk-panel">
				<h2>变更记录</h2>
				<History entries={office.timeline} />
			</section>
		</>
	);
}

function Moves({ office }: { office: OfficeDetail }) {
	const navigate = useNavigate();
	const [renaming, setRenaming] = useState(false);
	const { run, busy } = useCommand(() => removeOffice(office.id), {
		done: '机关已删除。',
		refresh: [['offices', 'all']],
		onDone: () => void navigate('/offices'),
	});
	const act = async (action: string) => {
		if (action === 'change') await navigate(`/offices/${office.id}/edit`);
		else if (action === 'rename') setRenaming(true);
		else if (action === 'merge') await navigate(`/offices/merge?from=${office.id}`);
		else if (action === 'remove') await run();
	};
	return (
		<div>
			<MovesBar
				moves={office.moves}
				onMove={act}
				busy={busy}
				questions={{ remove: { text: '只有尚未使用的机关可以删除，删除后不能恢复。', danger: true } }}
			/>
			<RenameDialog office={office} open={renaming} onClose={() => setRenaming(false)} />
		</div>
	);
}

function Notes({ office }: { office: OfficeDetail }) {
	const { successor, missing } = office;
	if (successor) {
		const link = <Link to={`/offices/${successor.id}`}>{successor.name}</Link>;
		return <Alert className="gk-gap" type="info" showIcon title={<>该机关已并入{link}，原有记录保留。</>} />;
	}
	if (missing.length === 0) return null;
	const labels = missing.map(({ label }) => label).join('、');
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title={`公开指南和答复文书还缺：${labels}。请尽快补齐，以免文书要素不全。`}
		/>
	);
}
