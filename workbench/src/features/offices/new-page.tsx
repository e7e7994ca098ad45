import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useOffices } from '../../parts/offices.tsx';
import { Loaded, PageHeader } from '../../ui/index.ts';
import { createOffice } from './api.ts';
import { OfficeForm } from './office-form.tsx';

/** A new office; the remedy group is filled in from the county, where it is the same for most. */
export function NewPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const offices = useOffices();
	return (
		<>
			<PageHeader title="新增机关" back={{ to: '/offices', label: '机关' }} />
			<Loaded query={offices}>
				{(all) => {
					const county = all.find(({ kind }) => kind === 'county');
					const sibling = all.find(({ kind, status }) => kind !== 'county' && status === 'active');
					return (
						<OfficeForm
							initial={{
								kind: 'township',
								parentId: county?.id ?? null,
								position: all.length,
								reviewBody: sibling?.reviewBody ?? '',
								court: sibling?.court ?? '',
							}}
							submitLabel="新增"
							backTo="/offices"
							onSend={async (values) => {
								const { id } = await createOffice(values);
								await queries.invalidateQueries({ queryKey: ['offices'] });
								message.success('机关已新增。');
								await navigate(`/offices/${id}`);
							}}
						/>
					);
				}}
			</Loaded>
		</>
	);
}
